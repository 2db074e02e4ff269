"""The agenda before a talk: a bar of minutes and the points, moved, timed and removed by keys."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run, box, canvas, rule
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.quiet_fields import MinutesField, QuietField
from coachdesk.ui.sessions.prepare_state import MOST_POINTS, carried_words
from coachdesk.views.talks import AgendaPart

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MinutesBar(QWidget):
    """Boxes as wide as their minutes; the rep's in accent, the behaviour's in its hue."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[tuple[int, str], ...] = ()
        self.setFixedHeight(theme.px(6))

    def show_parts(self, parts: Sequence[tuple[int, str]]) -> None:
        """Minutes and colour of each point."""
        self._parts = tuple(part for part in parts if part[0] > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        if not self._parts:
            box(c, QRectF(self.rect()), 99, "line")
            return
        gap, total = self._theme.px(2), sum(minutes for minutes, _color in self._parts)
        room = self.width() - gap * (len(self._parts) - 1)
        x = 0.0
        for minutes, color in self._parts:
            width = room * minutes / total
            box(c, QRectF(x, 0, width, self.height()), 2, color)
            x += width + gap


class PointRow(Ringed, QWidget):
    """One point. With the focus: Alt+Up and Alt+Down move it, Enter words it, Del removes it."""

    moved = Signal(object, int)
    removed = Signal(object)
    timed = Signal(object, int)
    worded = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.part, self._first = theme, None, True
        self._drag_from: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.px(36))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(m) for m in (16 + 22, 4, 16, 4)))
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Text(theme, "", "bodyMedium", wrap=True)
        self.below = Text(theme, "", "small", "ink2", elide=True)
        self.words = QuietField(theme, name=_("Words of the point"), most=200)
        self.words.hide()
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.words)
        words.addWidget(self.below)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.minutes = MinutesField(theme, "")
        row.addWidget(self.minutes)
        self.minutes.minutes_left.connect(self._timed)
        self.words.left.connect(self._worded)

    def show_part(self, part: AgendaPart, below: str, *, first: bool) -> None:
        """Show a point."""
        self.part, self._first = part, first
        self.title.show_runs(part.text)
        color = "warnText" if below == carried_words() else "ink2"
        self.below.show_runs([Run(below, "small", color)])
        self.below.setVisible(bool(below))
        self.minutes.show_minutes(part.minutes)
        self.minutes.setAccessibleName(_("Minutes, {point}").format(point=part.text))
        self.setAccessibleName(_("{point}, {n} minutes").format(point=part.text, n=part.minutes))
        self.update()

    def edit(self) -> None:
        """Type other words for the point."""
        if self.part is None:
            return
        self.words.setText(self.part.text)
        self.title.hide()
        self.words.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.part is None:
            return
        if alt and step:
            self.moved.emit(self.part.id, step)
        elif plain and step:
            self.focusNextPrevChild(step > 0)
        elif plain and event.key() in ENTER_KEYS:
            self.edit()
        elif plain and event.key() == Qt.Key.Key_Delete and self.hasFocus():
            self.removed.emit(self.part.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._drag_from = round(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is None or self.part is None:
            return
        steps = round((event.position().y() - self._drag_from) / self.height())
        if steps:
            self.moved.emit(self.part.id, 1 if steps > 0 else -1)
            self._drag_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px = self._theme.px
        if not self._first:
            rule(c, QRectF(px(16), 0, self.width() - px(32), 2))
        side = px(14)
        icon(c, px(14), round((self.height() - side) / 2), "grip-vertical", "ink3", 14)

    def _timed(self, minutes: int) -> None:
        if self.part is not None:
            self.timed.emit(self.part.id, minutes)

    def _worded(self, words: str) -> None:
        if self.words.isHidden() or self.part is None:
            return
        self.words.hide()
        self.title.show()
        if words.strip() and words.strip() != self.part.text:
            self.worded.emit(self.part.id, words)


class AgendaEditor(Card):
    """The card; tells what a person wants changed, and shows what the store holds."""

    moved = Signal(object, int)
    removed = Signal(object)
    timed = Signal(object, int)
    worded = Signal(object, str)
    added = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Agenda"), parent=parent)
        self._theme = theme
        self.sum = Text(theme, "", "small#", "ink2")
        header = SectionHeader(theme, _("Agenda"), right=self.sum)
        self.add(header)
        self.bar = MinutesBar(theme)
        self.add(self.bar, pad=(16, 4, 16, 6))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        holder = QWidget()
        holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.add(holder)
        self._rows: list[PointRow] = []
        self.new = Button(theme, _("Add a point"), "link", icon="plus")
        self.new_words = QuietField(theme, _("What is it about?"), name=_("New point"), most=200)
        self.new_words.hide()
        self.new_words.left.connect(self._added)
        self.new.clicked.connect(self.type_new)
        self.add(_beside(theme, self.new, self.new_words))

    def show_agenda(
        self, parts: Sequence[AgendaPart], below: Sequence[str], colors: Sequence[str]
    ) -> None:
        """Show the points in their order."""
        while len(self._rows) > len(parts):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(parts):
            self._rows.append(self._row())
        for i, (row, part) in enumerate(zip(self._rows, parts, strict=True)):
            row.show_part(part, below[i], first=i == 0)
        self.bar.show_parts([(p.minutes, color) for p, color in zip(parts, colors, strict=True)])
        spoken = ", ".join(f"{part.minutes} {part.text}" for part in parts)
        self.bar.setAccessibleName(_("Agenda: {items}").format(items=spoken))
        if len(parts) >= MOST_POINTS:
            self.new.disable(_("Twelve points are the most."))
        else:
            self.new.enable()

    def show_sum(self, words: str, *, over: bool) -> None:
        """Minutes of all points; amber when they are more than the talk has."""
        self.sum.show_runs([Run(words, "smallStrong#" if over else "small#", _sum_color(over))])

    def focus_point(self, id: UUID) -> None:
        """Give the keys to a point."""
        for row in self._rows:
            if row.part is not None and row.part.id == id:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_new(self) -> None:
        """Open the field for another point."""
        self.new.hide()
        self.new_words.clear()
        self.new_words.show()
        self.new_words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self) -> PointRow:
        row = PointRow(self._theme)
        row.moved.connect(self.moved)
        row.removed.connect(self.removed)
        row.timed.connect(self.timed)
        row.worded.connect(self.worded)
        self._list.addWidget(row)
        row.show()
        return row

    def _added(self, words: str) -> None:
        if self.new_words.isHidden():
            return
        self.new_words.hide()
        self.new.show()
        if words.strip():
            self.added.emit(words)


def _sum_color(over: bool) -> str:
    return "warnText" if over else "ink2"


def _beside(theme: Theme, button: QWidget, field: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(theme.px(12), theme.px(6), theme.px(16), theme.px(10))
    row.setSpacing(0)
    row.addWidget(button)
    row.addWidget(field, 1)
    row.addStretch(0)
    return holder
