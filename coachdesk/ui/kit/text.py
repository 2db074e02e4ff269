"""`Text`: a label with browser-like line heights, several runs and no markup.

It stays a QLabel for screen readers (role StaticText, its text), but the paint is ours: QLabel has
no line height for plain text, and rich text would let a note be markup.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coachdesk.ui.kit.canvas import CENTER, LEFT, RIGHT, Run, baseline
from coachdesk.ui.kit.plain import one_line, paragraphs, reads_from_right
from coachdesk.ui.kit.theme import Theme

Runs = str | Sequence[Run]


class Text(QLabel):
    """Text in one or several runs; `wrap` breaks lines, `elide` lets a single line be shortened."""

    def __init__(
        self,
        theme: Theme,
        content: Runs = "",
        role: str = "body",
        color: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        align: str = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._color = theme, role, color
        self._wrap, self._elide, self._align = wrap, elide, align
        self._struck = False
        self._runs: tuple[Run, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)  # else QLabel takes height-for-width away with every setText
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        if not wrap:
            policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.show_runs(content)

    def show_runs(self, content: Runs) -> None:
        """Show other words; a plain string takes the label's own role and colour."""
        if isinstance(content, str):
            content = [Run(content, self._role, self._color)]
        shown = paragraphs if self._wrap else one_line
        runs = tuple(replace(run, text=shown(run.text)) for run in content)
        if runs == self._runs:
            return
        self._runs = runs
        self.setText("".join(run.text for run in self._runs))
        self.updateGeometry()
        self.update()

    def set_align(self, align: str) -> None:
        """Begin at the left, end at the right, or stand in the middle."""
        self._align = align
        self.update()

    def set_struck(self, struck: bool) -> None:
        """Draw a line through the words: done, or never printed."""
        self._struck = struck
        self.update()

    def sizeHint(self) -> QSize:
        if self._wrap:
            width = min(self._natural_width(), self._theme.px(420))
            return QSize(width, self.heightForWidth(width))
        return QSize(self._natural_width(), self._line())

    def minimumSizeHint(self) -> QSize:
        if self._wrap:
            return QSize(self._theme.px(40), self._line())
        return QSize(self._theme.px(24) if self._elide else self._natural_width(), self._line())

    def heightForWidth(self, width: int) -> int:
        count = len(self._lines(self._layout(), width)) if self._wrap else 1
        return max(1, count) * self._line()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = self._layout(elided_at=self.width() if self._elide else None)
        line = self._line()
        lines = self._lines(layout, self.width())
        top = 0 if self._wrap else (self.height() - line) // 2
        metrics = self._theme.metrics(self._runs[0].role if self._runs else self._role)
        for i, text_line in enumerate(lines):
            y = baseline(metrics, top + i * line, line) - text_line.ascent()
            free = self.width() - text_line.naturalTextWidth()
            x = {LEFT: 0.0, CENTER: free / 2, RIGHT: free}[self._align]
            text_line.setPosition(QPointF(x, y))
        layout.draw(painter, QPointF(0, 0), clip=QRectF(self.rect()))

    def _line(self) -> int:
        roles = [run.role for run in self._runs] or [self._role]
        return max(self._theme.line(role) for role in roles)

    def _natural_width(self) -> int:
        widths = [self._theme.width(run.text, run.role) for run in self._runs]
        return int(sum(widths) + 1) if self.text() else 0

    def _layout(self, elided_at: int | None = None) -> QTextLayout:
        runs = self._runs if elided_at is None else self._shortened(elided_at)
        layout = QTextLayout("".join(run.text.replace("\n", "\u2028") for run in runs))
        formats, start = [], 0
        for run in runs:
            spread = QTextLayout.FormatRange()
            spread.start, spread.length = start, _units(run.text)
            spread.format = self._format(run)
            formats.append(spread)
            start += spread.length
        layout.setFont(self._theme.font(runs[0].role if runs else self._role))
        layout.setFormats(formats)
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self._wrap
            else QTextOption.WrapMode.NoWrap
        )
        # Our words stay where they are when a name in them is written from the right.
        turned = reads_from_right(layout.text())
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight
        )
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        return layout

    def _format(self, run: Run) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self._theme.font(run.role))
        # Words inside a card that rests are still there to be read.
        is_off = self.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
        style.setForeground(self._theme.c("ink3" if is_off else run.color))
        style.setFontStrikeOut(self._struck)
        return style

    def _shortened(self, width: int) -> tuple[Run, ...]:
        kept: list[Run] = []
        for run in self._runs:
            metrics = self._theme.metrics(run.role)
            if metrics.horizontalAdvance(run.text) > width + 0.5:
                cut = metrics.elidedText(run.text, Qt.TextElideMode.ElideRight, max(0, width))
                return (*kept, Run(cut, run.role, run.color))
            kept.append(run)
            width -= round(metrics.horizontalAdvance(run.text))
        return tuple(kept)

    def _lines(self, layout: QTextLayout, width: int) -> list[QTextLine]:
        lines: list[QTextLine] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width if self._wrap else 1_000_000)
            lines.append(line)
        layout.endLayout()
        return lines


def _units(s: str) -> int:
    """Length in UTF-16 units, which Qt counts in."""
    return len(s.encode("utf-16-le")) // 2
