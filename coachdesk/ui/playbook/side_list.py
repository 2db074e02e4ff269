"""The column at the left of the Playbook: sections with counts, then the section's own list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Canvas, box, canvas, text, upright
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.playbook.section import Section, Side

WIDTH = 214
ADD = "\0add"


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    title: str
    note: str = ""
    on: bool = False
    icon: str = ""


class _LinePainter:
    """A section (tinted when shown), or a line of its own list (a box when shown)."""

    def __init__(self, theme: Theme, *, tinted: bool) -> None:
        self._theme, self._tinted = theme, tinted

    def height(self, row: _Line, width: int) -> int:
        return self._theme.px(32 if self._tinted else 30)

    def name(self, row: _Line) -> str:
        return ", ".join(part for part in (row.title, row.note) if part)

    def tip(self, row: _Line) -> str:
        return row.title

    def paint(self, c: Canvas, rect: QRectF, row: _Line, look: RowLook) -> None:
        px = c.theme.px
        if row.on and self._tinted:
            box(c, rect, 6, "accentSoft")
        elif row.on:
            box(c, rect, 6, "panel", "line")
        elif look.hovered:
            box(c, rect, 6, "sunk")
        inner = rect.adjusted(px(8), 0, -px(8), 0)
        if row.icon:
            icon(c, round(inner.left()), round(inner.center().y() - px(8)), row.icon, "ink2")
            inner.setLeft(inner.left() + px(22))
        color = "accent" if row.on and self._tinted else "ink" if self._tinted else "ink2"
        note = color if row.on and self._tinted else "ink2"
        taken = text(c, inner, row.note, "body#", note, RIGHT) if row.note else 0
        inner.setRight(inner.right() - taken - px(8))
        bold = "bodyStrong" if row.on else "body"
        text(c, inner, row.title, bold, "ink" if row.on and not self._tinted else color)


def _padded(theme: Theme, words: QWidget, *margins: int) -> QVBoxLayout:
    box_of_words = QVBoxLayout()
    box_of_words.setContentsMargins(*(theme.px(margin) for margin in margins))
    box_of_words.addWidget(words)
    return box_of_words


class SideList(QWidget):
    """Tells which section, and which of its own lines, is asked for."""

    section_chosen = Signal(str)
    section_opened = Signal(str)
    line_chosen = Signal(str)
    line_opened = Signal(str)
    add_asked = Signal()
    export_asked = Signal()
    import_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        px = theme.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(px(16), px(20), px(12), px(16))
        stack.setSpacing(0)
        title = Text(theme, _("Playbook"), "page")
        stack.addLayout(_padded(theme, title, 8, 0, 0, 12))
        self.sections = self._list(_("Sections of the Playbook"), tinted=True)
        self.sections.moved_to.connect(self._choose_section)
        self.sections.opened.connect(self._open_section)
        stack.addWidget(self.sections)
        self._heading = Text(theme, " ", "label", "ink2")
        stack.addLayout(_padded(theme, self._heading, 8, 20, 0, 6))
        self.lines = self._list(_("In this section"), tinted=False)
        self.lines.moved_to.connect(self._choose_line)
        self.lines.opened.connect(self._open_line)
        stack.addWidget(self.lines)
        self._foot = Text(theme, " ", "small", "ink2", wrap=True)
        stack.addLayout(_padded(theme, self._foot, 8, 12, 4, 0))
        stack.addLayout(self._build_exchange())
        stack.addStretch(1)
        self._showing = False

    def show_sections(self, sections: Sequence[Section], current: Section) -> None:
        """The sections, the current one tinted, and the current one's own list."""
        self._showing = True
        self.sections.set_rows([_Line(s.id, s.title, s.count(), s is current) for s in sections])
        self.sections.set_current(next(i for i, s in enumerate(sections) if s is current))
        self._show_side(current.side())
        self._showing = False

    def _show_side(self, side: Side | None) -> None:
        side = side or Side()
        rows = [_Line(row.id, row.title, row.note, row.id == side.current) for row in side.rows]
        if side.add:
            rows.append(_Line(ADD, side.add, icon="plus"))
        self.lines.set_rows(rows)
        at = next((i for i, row in enumerate(rows) if row.on), None)
        if at is not None:
            self.lines.set_current(at)
        if side.title:
            self.lines.setAccessibleName(side.title)
        self._heading.show_runs(side.title)
        self._heading.setVisible(bool(side.title))
        self.lines.setVisible(bool(rows))
        self._foot.show_runs(side.foot)
        self._foot.setVisible(bool(side.foot))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        upright(canvas(painter, self._theme), self.width() - 1, 0, self.height())

    def _build_exchange(self) -> QVBoxLayout:
        """Two quiet ways out of the Playbook and into it, below the lists."""
        self.export_button = Button(self._theme, _("Export the playbook…"), "link")
        self.import_button = Button(self._theme, _("Import a playbook…"), "link")
        self.export_button.clicked.connect(self.export_asked)
        self.import_button.clicked.connect(self.import_asked)
        links = QVBoxLayout()
        links.setContentsMargins(*(self._theme.px(m) for m in (8, 20, 0, 0)))
        links.setSpacing(self._theme.px(4))
        for button in (self.export_button, self.import_button):
            links.addWidget(button)
        return links

    def _list(self, name: str, *, tinted: bool) -> Rows:
        painter = _LinePainter(self._theme, tinted=tinted)
        return Rows(self._theme, painter, name=name, ruled=False, hover="")

    def _choose_section(self, row: _Line) -> None:
        if not self._showing:
            self.section_chosen.emit(row.id)

    def _open_section(self, row: _Line) -> None:
        self.section_opened.emit(row.id)

    def _choose_line(self, row: _Line) -> None:
        if not self._showing and row.id != ADD:
            self.line_chosen.emit(row.id)

    def _open_line(self, row: _Line) -> None:
        if row.id == ADD:
            self.add_asked.emit()
        else:
            self.line_opened.emit(row.id)
