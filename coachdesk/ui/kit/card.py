"""Cards: a panel with a hairline edge, ruled and sunk sections, and a header line."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.ui.kit.canvas import box, canvas, rule, snapped
from coachdesk.ui.kit.text import Runs, Text
from coachdesk.ui.kit.theme import Theme


class _Sections(QVBoxLayout):
    """Keeps sections on top of a tall card, yet asks for no more room than they need."""

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)


class Card(QFrame):
    """A stack of sections. The card paints their grounds with its own corners; they paint none."""

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        *,
        edge: str = "line",
        sunk: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme, self._edge, self._sunk = theme, edge, sunk
        self._sections: list[tuple[QWidget, bool, bool]] = []
        self._stack = _Sections(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._stack.addStretch(0)  # a card taller than its sections keeps them on top
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def add(
        self,
        content: QWidget | QLayout,
        *,
        rule: bool = False,
        sunk: bool = False,
        pad: tuple[int, int, int, int] | None = None,
        stretch: int = 0,
    ) -> QWidget:
        """Add a section; `rule` draws a hairline above it, `pad` is left, top, right, bottom."""
        section = self._padded(content, pad)
        self._sections.append((section, rule, sunk))
        self._stack.insertWidget(self._stack.count() - 1, section, stretch)
        return section

    def _padded(self, content: QWidget | QLayout, pad: tuple[int, int, int, int] | None) -> QWidget:
        if isinstance(content, QWidget) and pad is None:
            return content
        section = QWidget()
        layout = content if isinstance(content, QLayout) else QVBoxLayout()
        if isinstance(content, QWidget):
            layout.addWidget(content)
        margins = [self._theme.px(length) for length in pad or (16, 12, 16, 12)]
        layout.setContentsMargins(*margins)
        section.setLayout(layout)
        return section

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        whole = QRectF(self.rect())
        box(c, whole, 10, "sunk" if self._sunk else "panel")
        radius = self._theme.px(10)
        outline = QPainterPath()
        outline.addRoundedRect(snapped(painter, whole), radius, radius)
        for section, ruled, sunk in self._sections:
            if section.isHidden():
                continue
            area = QRectF(section.geometry())
            if sunk:
                painter.save()
                painter.setClipPath(outline)
                painter.fillRect(snapped(painter, area), self._theme.c("sunk"))
                painter.restore()
            if ruled:
                rule(c, area)
        box(c, whole, 10, None, self._edge)


class SectionHeader(QWidget):
    """A title, quiet words beside it, and something at the right: words or a widget.

    Words that `yields` lets be elided never make a card wider than its place.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        extra: Runs = "",
        right: Runs | QWidget = "",
        *,
        yields: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(8))
        self.title = Text(theme, title, "bodyStrong")
        self.extra = Text(theme, extra, "small", "ink2", elide=True)
        row.addWidget(self.title)
        row.addWidget(self.extra, 1)
        if isinstance(right, QWidget):
            self.right: QWidget = right
        else:
            self.right = Text(theme, right, "small", "ink2", elide=yields)
        row.addWidget(self.right, 0, Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(title)
