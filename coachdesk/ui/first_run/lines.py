"""The team's lines in a card: name, role, one-on-one; and the three ways to bring more."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.roster_check import CheckedRow
from coachdesk.language import gettext as _
from coachdesk.ui.first_run.state import row_sentence, slot_words
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Canvas, box, canvas, text
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.fields import Field, TextArea
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.marks import avatar
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

TYPE, PASTE, FILE = "type", "paste", "file"
REMOVE = "remove"
_ROW, _HEAD, _SIDE = 44, 36, 16
_SHARES = (0.345, 0.315)


def _columns(theme: Theme, rect: QRectF) -> tuple[QRectF, QRectF, QRectF]:
    """Where name, role and one-on-one stand; the cross lies right of them."""
    px = theme.px
    left, width = rect.left() + px(_SIDE), rect.width() - 2 * px(_SIDE) - px(24)
    name, role = (round(width * share) for share in _SHARES)
    gap = px(12)
    return (
        QRectF(left, rect.top(), name - gap, rect.height()),
        QRectF(left + name, rect.top(), role - gap, rect.height()),
        QRectF(left + name + role, rect.top(), width - name - role, rect.height()),
    )


@dataclass(slots=True)
class LinePainter:
    """One line of the team; amber where it needs a look, quiet where it joins another."""

    theme: Theme

    def height(self, row: CheckedRow, width: int) -> int:
        return self.theme.px(_ROW)

    def name(self, row: CheckedRow) -> str:
        return row_sentence(row)

    def tip(self, row: CheckedRow) -> str:
        return row.finding.words if row.finding else row.row.words

    def hit(self, row: CheckedRow, rect: QRectF, pos: QPoint) -> str:
        return REMOVE if pos.x() > rect.right() - self.theme.px(44) else ""

    def paint(self, c: Canvas, rect: QRectF, row: CheckedRow, look: RowLook) -> None:
        px, read = c.theme.px, row.row
        name, role, slot = _columns(c.theme, rect)
        initials = f"{read.first_name[:1]}{read.last_name[:1]}".upper()
        avatar(c, name.left(), name.center().y(), initials)
        name.setLeft(name.left() + px(30))
        text(c, name, read.name or read.words, "body", "ink" if row.is_ready else "ink2")
        text(c, role, read.role, "body", "ink" if row.is_ready else "ink2")
        if row.finding is not None:
            icon(c, slot.left(), slot.center().y() - px(7), "triangle-alert", "warn", 14)
            slot.setLeft(slot.left() + px(20))
            text(c, slot, _("needs a look"), "body", "warnText")
        else:
            words = slot_words(read) if row.is_ready else _("joined with another")
            text(c, slot, words, "body#", "ink2")
        x = rect.right() - px(_SIDE) - px(14)
        icon(c, x, rect.center().y() - px(7), "x", "ink" if look.hovered else "ink2", 14)


class _Head(QWidget):
    """The names of the columns, over the columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(_HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        heads = (_("Name"), _("Role"), _("One-on-one"))
        for area, words in zip(_columns(self._theme, QRectF(self.rect())), heads, strict=True):
            text(c, area, words, "label", "ink2")


class Entry(Field):
    """The line being typed. `pasted` tells text of several lines, which is a list."""

    pasted = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            _("Priya Raman, Senior account executive, every 2 weeks, Tue 10:30"),
            name=_("Name, role and rhythm of a rep; Enter adds the next"),
            hint=_("Enter adds the next"),
        )
        self.textEdited.connect(self._look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _look(self, words: str) -> None:
        if len(words.splitlines()) > 1 or "\n" in words:
            self.clear()
            self.pasted.emit(words)


class DropPlace(QWidget):
    """Where a CSV can be dropped, or chosen."""

    choose_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumHeight(theme.px(112))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(16),) * 4)
        stack.setSpacing(theme.px(8))
        stack.addStretch(1)
        words = _("Drop a CSV anywhere on this page. Any separator will do.")
        stack.addWidget(Text(theme, words, "body", "ink2", wrap=True, align="center"))
        row = QHBoxLayout()
        self.button = Button(theme, _("Choose a file…"), icon="file")
        self.button.clicked.connect(self.choose_asked)
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        stack.addLayout(row)
        stack.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inset = self._theme.px(1)
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        box(canvas(painter, self._theme), area, 7, None, "control", dashed=True)


class Pasting(QWidget):
    """A field of several lines and the button that takes them."""

    taken = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(8))
        self.area = TextArea(
            theme, _("One rep per line"), name=_("A list of reps, one per line"), lines=5, most=12
        )
        button = Button(theme, _("Check these lines"))
        button.clicked.connect(self._take)
        stack.addWidget(self.area)
        stack.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def _take(self) -> None:
        self.taken.emit(self.area.toPlainText())


class LinesCard(Card):
    """The rows, and under them the field, the area to paste into, or the place for a file."""

    def __init__(self, theme: Theme, way: str) -> None:
        super().__init__(theme, _("Your team"))
        self.add(_Head(theme))
        self.rows = Rows(theme, LinePainter(theme), name=_("Your team, line by line"))
        self._list = self.add(self.rows, rule=True)
        self.entry, self.pasting, self.drop = Entry(theme), Pasting(theme), DropPlace(theme)
        self._ways: dict[str, QWidget] = {}
        for key, widget in ((TYPE, self.entry), (PASTE, self.pasting), (FILE, self.drop)):
            self._ways[key] = self.add(widget, rule=True, pad=(12, 8, 12, 10))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_way(way)

    def show_rows(self, rows: tuple[CheckedRow, ...]) -> None:
        """Show these lines."""
        self.rows.set_rows(rows)
        self._list.setVisible(bool(rows))

    def show_way(self, way: str) -> QWidget:
        """Type, paste or a file; returns what then has the keys."""
        for key, section in self._ways.items():
            section.setVisible(key == way)
        return {TYPE: self.entry, PASTE: self.pasting.area, FILE: self.drop.button}[way]
