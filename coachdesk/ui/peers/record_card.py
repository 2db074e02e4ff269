"""The selected item of a meeting: the words of both sides, what the record shows, decisions."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.partner_vocabulary import PeerTopic
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.fields import Field, Labeled, TextArea
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.added_line import AddedLine
from coachdesk.ui.parts.quiet_fields import MinutesField
from coachdesk.ui.peers import state
from coachdesk.ui.peers.people_notes import PeopleNotes
from coachdesk.ui.peers.rows import DecisionPainter
from coachdesk.ui.peers.state import Slot
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.peers import PeerMeetingPage


class FigureList(QWidget):
    """Figures with their words, one a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setColumnStretch(0, 1)
        self._lines: list[tuple[Text, Text]] = []

    def show_figures(self, figures: list[tuple[str, str]]) -> None:
        """Words and value of each."""
        while len(self._lines) < len(figures):
            words = Text(self._theme, "", "body", elide=True)
            value = Text(self._theme, "", "bodyStrong", align=RIGHT)
            self._grid.addWidget(words, len(self._lines), 0)
            self._grid.addWidget(value, len(self._lines), 1)
            self._lines.append((words, value))
        for n, (words, value) in enumerate(self._lines):
            is_there = n < len(figures)
            words.setVisible(is_there)
            value.setVisible(is_there)
            if is_there:
                words.show_runs(figures[n][0])
                value.show_runs(figures[n][1])


class RecordCard(Card):
    """`settled` to keep what is typed, `left` to write it, `timed` for other minutes."""

    settled = Signal()
    left = Signal()
    timed = Signal(str, int)

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        super().__init__(theme, _("Record"))
        self._theme, self._topic = theme, PeerTopic.THEIRS
        self.typed: dict[str, str] = {}
        self._page: PeerMeetingPage | None = None
        self._slots: list[Slot | None] = [None, None, None]
        self._add_head()
        self.areas = [self._area(lines) for lines in (4, 4, 3)]
        self.boxes = [Labeled(theme, "", area) for area in self.areas]
        self._figures = (FigureList(theme), FigureList(theme))
        self._add_fields()
        self.people = PeopleNotes(workplace)
        self._people_place = self.add(self.people, rule=True, pad=(16, 12, 16, 14))
        self._add_decisions()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that writes here."""
        return (*self.areas, self.minutes, self.line)

    def _add_head(self) -> None:
        theme = self._theme
        self._title = Text(theme, "", "title", elide=True)
        self._place = Text(theme, "", "small", "ink2")
        self.minutes = MinutesField(theme, _("Minutes of this item"))
        self.minutes.minutes_left.connect(self._timed)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self._title, 1)
        row.addWidget(self._place)
        row.addWidget(self.minutes)
        self._lead = Text(theme, "", "body", "ink2", wrap=True)
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(6))
        stack.addLayout(row)
        stack.addWidget(self._lead)
        self.add(stack, pad=(16, 12, 16, 12))

    def _add_fields(self) -> None:
        theme = self._theme
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(16))
        self._sides: list[QWidget] = []
        self._shows: list[Text] = []
        for box, figures in zip(self.boxes[:2], self._figures, strict=True):
            side = QWidget()
            stack = QVBoxLayout(side)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(theme.px(8))
            words = Text(theme, _("What our record shows"), "label", "ink2")
            stack.addWidget(box)
            stack.addWidget(words)
            stack.addWidget(figures)
            stack.addStretch(1)
            columns.addWidget(side, 1)
            self._sides.append(side)
            self._shows.append(words)
        self._columns = self.add(columns, rule=True, pad=(16, 12, 16, 12))
        self._nothing = Text(theme, "", "small", "ink2", wrap=True)
        self._nothing_place = self.add(self._nothing, pad=(16, 0, 16, 10))
        self._below = self.add(self.boxes[2], pad=(16, 2, 16, 14))

    def _add_decisions(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.addWidget(Text(theme, _("Decisions and commitments"), "label", "ink2"), 1)
        head.addWidget(Text(theme, _("Ctrl+Enter adds one"), "small", "ink2"))
        self.add(head, rule=True, pad=(16, 10, 16, 4))
        self._painter = DecisionPainter(theme, None)  # type: ignore[arg-type]
        self.decisions = Rows(theme, self._painter, name=_("Decisions"), select=True)
        self._decided = self.add(self.decisions)
        words = _("Who, what, by when")
        self.line = Field(theme, words, name=words, icon="plus")
        self.line.setMaxLength(260)
        self.added = AddedLine(theme, self.line)
        self.add(self.added, pad=(16, 6, 16, 16))
        self.add(QWidget(), stretch=1)  # takes what is left over, so that no field is pulled apart

    def _area(self, lines: int) -> TextArea:
        area = TextArea(self._theme, "", lines=lines, most=9)
        area.settled.connect(self._settle)
        area.left.connect(self._leave)
        return area

    def show_item(self, page: PeerMeetingPage, topic: PeerTopic) -> None:
        """Show an item with its stored words, or what was typed since."""
        self._page, self._topic = page, topic
        topics = [item.topic for item in page.meeting.agenda]
        self._title.show_runs(state.item_titles(page)[topic][0])
        place = _("{n} of {of}").format(n=topics.index(topic) + 1, of=len(topics))
        self._place.show_runs(place)
        item = next(item for item in page.meeting.agenda if item.topic is topic)
        self.minutes.show_minutes(item.minutes)
        self._lead.show_runs(state.leads(page)[topic])
        fresh = list(state.slots(page, topic))
        same = [slot and slot.key for slot in fresh] == [slot and slot.key for slot in self._slots]
        self._slots = fresh
        for slot, box, area in zip(fresh, self.boxes, self.areas, strict=True):
            box.setVisible(slot is not None)
            if slot is None:
                continue
            box.label.show_runs(slot.label)
            area.setAccessibleName(slot.label)
            words = self.typed.get(slot.key, state.stored(page, slot))
            if area.toPlainText() != words and not (same and area.hasFocus()):
                area.setPlainText(words)
        self._show_figures(page, topic)
        is_people = topic is PeerTopic.PEOPLE
        self._columns.setVisible(not is_people)
        self._below.setVisible(not is_people and fresh[2] is not None)
        self._people_place.setVisible(is_people)
        self.people.show_page(page)
        self._painter.as_of, self._painter.first_name = page.as_of, page.first_name
        self.decisions.set_rows(page.decisions)
        self._decided.setVisible(bool(page.decisions))

    def say(self, problem: str) -> None:
        """What could not be written, in its place."""
        for slot, box in zip(self._slots, self.boxes, strict=True):
            if slot is not None:
                box.show_problem(problem)
                return

    def changed(self) -> Mapping[str, str]:
        """What was typed and is not stored yet, by the field's key."""
        self._take()
        return self.typed

    def _take(self) -> None:
        page = self._page
        if page is None:
            return
        for slot, area in zip(self._slots, self.areas, strict=True):
            if slot is None:
                continue
            words = area.toPlainText()
            if words != state.stored(page, slot):
                self.typed[slot.key] = words
            else:
                self.typed.pop(slot.key, None)

    def _show_figures(self, page: PeerMeetingPage, topic: PeerTopic) -> None:
        words = state.figure_words()
        found = {figure.key: figure for figure in page.figures}
        any_there = False
        keys = state.figures_shown(topic)
        for side, slot, shows, figures, wanted in zip(
            self._sides, self._slots, self._shows, self._figures, keys, strict=False
        ):
            there = [found[key] for key in wanted if key in found and found[key].n != 0]
            lines = [(words[each.key], state.figure_value(each)) for each in there]
            figures.show_figures(lines)
            figures.setVisible(bool(lines))
            shows.setVisible(bool(lines))
            side.setVisible(bool(lines) or slot is not None)
            any_there = any_there or bool(lines)
        is_none = any(keys) and not any_there
        self._nothing.show_runs(_("No record yet: figures count from this meeting on."))
        self._nothing_place.setVisible(is_none)

    def _settle(self, _words: str) -> None:
        self._take()
        self.settled.emit()

    def _leave(self, _words: str) -> None:
        self._take()
        self.left.emit()

    def _timed(self, minutes: int) -> None:
        self.timed.emit(self._topic.value, minutes)
