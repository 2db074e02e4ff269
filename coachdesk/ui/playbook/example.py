"""“What they see you do”: the manager's own list, looked at once a month."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_names import month_names, short_month_names
from coachdesk.domain.errors import UserError
from coachdesk.domain.own_example import ModelLook, ModelPoint
from coachdesk.domain.playbook_vocabulary import Modelled
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, pgettext, within
from coachdesk.services.own_example import (
    add_point,
    drop_point,
    mark_point,
    move_point,
    own_example,
    word_point,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.section import Section
from coachdesk.views.own_example import ExamplePoint, OwnExample


class Example(Section):
    """A mark and a few words a point and month; nobody else sees them."""

    id = "example"
    shows = frozenset({ModelLook, ModelPoint})

    _list: OwnExample | None = None
    _asked: UUID | None = None
    _points: tuple["_Point", ...] = ()

    @property
    def title(self) -> str:
        return _("What they see you do")

    def count(self) -> str:
        found = self.workplace.ask(own_example)
        return str(len(found.points)) if found.points else ""

    def build(self) -> QWidget:
        """The list with this month's marks, and a line that adds one."""
        theme, found = self.theme, self._read()
        words = _(
            "Reps work with partners as they see you work with your peers. "
            "A short list in your words, looked at once a month; only you see it."
        )
        content, stack = section_page(self, section_head(self, self.title, words))
        card = Card(theme, self.title)
        top = QHBoxLayout()
        top.addWidget(Text(theme, month_names()[found.month.month - 1], "title"), 1)
        self._month = Text(theme, _how_far(found), "small", "ink2")
        top.addWidget(self._month)
        card.add(top, pad=(16, 12, 16, 10))
        self._points = tuple(self._point(point) for point in found.points)
        for point in self._points:
            card.add(point, rule=True)
        if not found.points:
            empty = EmptyState(
                theme,
                _("Nothing stands here yet."),
                _("For example how you speak of partners, or whom you ask before you decide."),
            )
            card.add(empty, rule=True)
        card.add(self._adding(found), rule=True, pad=(12, 8, 12, 10))
        stack.addWidget(card)
        stack.addStretch(1)
        return content

    def refresh(self) -> None:
        """Made anew only if it became another list: the keys stay where they are."""
        before, self._list = self._list, self.workplace.ask(own_example)
        if not self.is_built or before == self._list or before is None:
            return
        if [point.id for point in before.points] != [point.id for point in self._list.points]:
            self.host.show_section()
            return
        self._month.show_runs(_how_far(self._list))
        for made, point in zip(self._points, self._list.points, strict=True):
            made.show_point(point)

    def leave(self) -> None:
        for point in self._points:
            point.write()
        if self.line.text().strip():
            self._add()

    def first_focus(self) -> QWidget | None:
        """The point that was asked for, else the first that waits, else the line that adds one."""
        asked, self._asked = self._asked, None
        waiting = [p for p in self._points if p.point.id == asked or not p.point.found]
        if waiting:
            return waiting[0].marks.stop
        return self._points[0].marks.stop if self._points else self.line

    def reveal(self, id: UUID) -> bool:
        found = any(point.id == id for point in self._read().points)
        self._asked = id if found else None
        return found

    def _read(self) -> OwnExample:
        if self._list is None:
            self._list = self.workplace.ask(own_example)
        return self._list

    def _point(self, point: ExamplePoint) -> "_Point":
        made = _Point(self.theme, point)
        made.word = partial(self._word, made)
        made.marked.connect(self._mark)
        made.moved.connect(self._move)
        made.dropped.connect(self._drop)
        self.workplace.hold(made)
        return made

    def _adding(self, found: OwnExample) -> QHBoxLayout:
        theme = self.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        name = _("What should they see you do with partners and peers?")
        self.line = Field(theme, name, name=name)
        self.line.setMaxLength(200)
        self.line.returnPressed.connect(self._add)
        button = Button(theme, _("Add"), icon="plus")
        button.clicked.connect(self._add)
        row.addWidget(self.line, 1)
        row.addWidget(button)
        self.workplace.hold(self.line, button)
        return row

    def _add(self) -> None:
        try:
            self.workplace.do(add_point, self.line.text())
        except UserError as refused:
            self.line.set_problem(str(refused))
            self.workplace.say(str(refused))
            return
        self.line.setText("")
        self.line.setFocus()

    def _word(self, point: "_Point", words: str) -> bool:
        try:
            self.workplace.do(word_point, point.point.id, words)
        except UserError as refused:
            point.field.set_problem(str(refused))
            self.workplace.say(str(refused))
            return False
        return True

    def _mark(self, point: "_Point") -> None:
        value = point.marks.value()
        found = Modelled(value) if value else None
        self.workplace.do(mark_point, point.point.id, found, point.note.text())

    def _move(self, point: "_Point", step: int) -> None:
        self.workplace.do(move_point, point.point.id, step)
        self._focus_on(point.point.id)

    def _drop(self, point: "_Point") -> None:
        self.workplace.do(drop_point, point.point.id)
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    def _focus_on(self, id: UUID) -> None:
        for point in self._points:
            if point.point.id == id:
                point.marks.stop.setFocus()


def _how_far(found: OwnExample) -> str:
    if not found.points:
        return ""
    if not found.open:
        return _("looked at this month")
    return ngettext("{n} to look at", "{n} to look at", found.open).format(n=found.open)


def _options() -> list[tuple[str, str]]:
    return [
        (Modelled.DONE, pgettext("of a point of the own list", "Done")),
        (Modelled.NOT_YET, _("Not yet")),
        (Modelled.NO_OCCASION, _("No occasion")),
    ]


class _Point(QWidget):
    """One line: its words, this month's mark with a few words, and the months before."""

    marked = Signal(object)
    moved = Signal(object, int)
    dropped = Signal(object)

    def __init__(self, theme: Theme, point: ExamplePoint) -> None:
        super().__init__()
        self.point = point
        self.word: Callable[[str], bool] = bool
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in (8, 6, 16, 10)))
        stack.setSpacing(theme.px(2))
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        self.field = SentenceField(theme, _("What they see you do"), quiet=True, most=3)
        self.field.left.connect(self._left)
        self.field.entered.connect(self.write)
        top.addWidget(self.field, 1)
        self.marks = Segmented(theme, _options(), point.found, name=point.text)
        self.marks.chosen.connect(self._chosen)
        top.addWidget(self.marks, 0, Qt.AlignmentFlag.AlignTop)
        stack.addLayout(top)
        below = QHBoxLayout()
        below.setContentsMargins(theme.px(8), 0, 0, 0)
        below.setSpacing(theme.px(12))
        self._before = Text(theme, "", "small", "ink2", elide=True)
        below.addWidget(self._before, 1)
        self.note = Field(theme, _("In a few words"))
        self.note.setMaxLength(200)
        self.note.setFixedWidth(theme.px(260))
        self.note.left.connect(self._note_left)
        self.note.returnPressed.connect(self._entered)
        below.addWidget(self.note)
        self.remove = Button(theme, _("Take off"), "link")
        self.remove.clicked.connect(self._drop)
        below.addWidget(self.remove)
        stack.addLayout(below)
        self.show_point(point)

    def show_point(self, point: ExamplePoint) -> None:
        """Show what is stored; what is being typed stays."""
        self.point = point
        if not (self.field.hasFocus() and self.field.is_changed):
            self.field.show_stored(point.text)
        self.field.setAccessibleName(point.text)
        if self.marks.value() != point.found:
            self.marks.set_value(point.found)
        before = (
            f"{short_month_names()[month.month - 1]} {within(dict(_options())[Modelled(found)])}"
            for month, found in point.before
        )
        self._before.show_runs(" · ".join(before))
        if not self.note.hasFocus():
            self.note.setText(point.note)
        self.note.setAccessibleName(_("In a few words, {point}").format(point=point.text))
        self.note.setHidden(not point.found)
        self.remove.setAccessibleName(_("Take off the list: {point}").format(point=point.text))

    def write(self) -> None:
        """Tell what was typed and is another than before."""
        self.field.tell(self.word)
        if self.note.text().strip() != self.point.note and self.point.found:
            self.marked.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self, step)
        else:
            super().keyPressEvent(event)

    def _left(self, _words: str) -> None:
        self.write()

    def _note_left(self, _words: str) -> None:
        self.write()

    def _entered(self) -> None:
        self.write()

    def _chosen(self, _value: str) -> None:
        self.marked.emit(self)

    def _drop(self) -> None:
        self.dropped.emit(self)
