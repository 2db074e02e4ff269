"""The page of one way of working: why before what, who heard it, who worries about what."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.playbook_vocabulary import ConcernVerdict
from coachdesk.language import gettext as _
from coachdesk.services.change_stories import (
    carry_story,
    judge_worry,
    print_worry,
    read_verdicts,
    remove_worry,
    set_story_day,
    tell_story,
    untell_story,
    word_story,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.curtain import Curtain
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.ui.playbook.section import Host
from coachdesk.ui.playbook.story_rows import HearerPainter, WorryPainter
from coachdesk.ui.playbook.story_sheets import WorrySheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.change_stories import Hearer, StoryPage, Worry
from coachdesk.views.dates import long_day

CARRY_KEY, PRINT_KEY, VALID_KEY, EXCUSE_KEY, NEW_KEY = "E", "P", "V", "X", "N"


def part_names() -> dict[str, tuple[str, str]]:
    """Each answer of a story with its label and what to write, in their order."""
    return {
        "why": (_("Why"), _("What is wrong today, as a rep sees it")),
        "in_it_for_you": (_("What is in it for you"), _("What a rep gains")),
        "what": (_("What"), _("What is done from then on")),
        "how": (_("How"), _("The first steps")),
    }


class StoryWords(Card):
    """Title, the four answers and the day; each is written when it is left."""

    def __init__(self, workplace: Workplace, story: StoryPage) -> None:
        super().__init__(workplace.theme, story.title)
        self._work, self._story = workplace, story
        theme = workplace.theme
        self.title = self._field("title", story.title, _("Title"), role="title")
        self.add(self.title, pad=(8, 6, 16, 0))
        self.fields = {}
        for part, (label, hint) in part_names().items():
            holder = QVBoxLayout()
            holder.setSpacing(0)
            name = Text(theme, label, "label", "ink2")
            head = QVBoxLayout()
            head.setContentsMargins(theme.px(8), 0, 0, 0)
            head.addWidget(name)
            holder.addLayout(head)
            field = self._field(part, getattr(story, part), label, hint)
            holder.addWidget(field)
            self.fields[part] = field
            self.add(holder, pad=(8, 4, 16, 2))
        when = long_day(story.when_day) if story.when_day else ""
        self.day = SentenceField(theme, _("From which day on"), quiet=True, most=1)
        self.day.setAccessibleName(_("When"))
        self.day.show_stored(when)
        self.day.left.connect(self._left)
        self.day.entered.connect(self.write)
        holder = QVBoxLayout()
        holder.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(8), 0, 0, 0)
        head.addWidget(Text(theme, _("When"), "label", "ink2"))
        holder.addLayout(head)
        holder.addWidget(self.day)
        self.add(holder, pad=(8, 4, 16, 8))
        self._hint = Text(theme, " ", "small", "warnText", wrap=True)
        self._hint_row = self.add(self._hint, pad=(16, 0, 16, 12))
        self._say(_lacking(story))
        workplace.hold(self.title, self.day, *self.fields.values())

    def write(self) -> None:
        """Tell what says something else."""
        self.title.tell(partial(self._word, "title"))
        for part, field in self.fields.items():
            field.tell(partial(self._word, part))
        self.day.tell(self._set_day)

    def _field(
        self, part: str, words: str, label: str, hint: str = "", role: str = "body"
    ) -> SentenceField:
        field = SentenceField(self._work.theme, hint or label, quiet=True, most=6, role=role)
        field.setAccessibleName(label)
        field.show_stored(words)
        field.left.connect(self._left)
        field.entered.connect(self.write)
        return field

    def _left(self, _words: str) -> None:
        self.write()

    def _word(self, part: str, words: str) -> bool:
        return self._do(word_story, self._story.id, part, words)

    def _set_day(self, words: str) -> bool:
        day: date | None = None
        if words:
            try:
                day = parse_day(words, as_of=self._work.as_of, toward="future")
            except UserError as refused:
                self._say(str(refused))
                return False
        return self._do(set_story_day, self._story.id, day)

    def _do(self, command: Callable[..., object], *given: object) -> bool:
        try:
            self._work.do(command, *given)
        except UserError as refused:
            self._say(str(refused))
            return False
        return True

    def _say(self, words: str) -> None:
        self._hint.show_runs(words)
        self._hint_row.setHidden(not words)


def _lacking(story: StoryPage) -> str:
    if not story.lacks_reason:
        return ""
    return _("Say why, and what is in it for a rep, before what and how: else nobody listens.")


class HeardCard(ListCard):
    """Space ticks that a rep heard it today; E says that the rep carries it on."""

    def __init__(self, workplace: Workplace, host: Host, story: StoryPage) -> None:
        theme, title = workplace.theme, _("Who has heard it")
        painter = HearerPainter(theme, workplace.as_of, _("not told yet"))
        rows = Rows(theme, painter, name=title, round_last=True)
        right = _("Space: today · E: carries it on")
        super().__init__(
            theme, rows, title=title, right=right, stays=True, none=_("No rep on the team yet.")
        )
        self._work, self._story = workplace, story
        rows.opened.connect(self._tick)
        rows.ticked.connect(self._tick)
        rows.on_key(CARRY_KEY, self._carry)
        workplace.hold_rows(rows, "opened", "ticked", CARRY_KEY)
        host.follow(rows)

    def _tick(self, row: Hearer) -> None:
        command = tell_story if row.day is None else untell_story
        self._do(command, self._story.id, row.id)

    def _carry(self, row: Hearer) -> None:
        self._do(carry_story, self._story.id, row.id, not row.is_evangelist)

    def _do(self, command: Callable[..., object], *given: object) -> None:
        try:
            self._work.do(command, *given)
        except UserError as refused:
            self._work.say(str(refused))


class WorriesCard(ListCard):
    """Worries with their answers; what the manager thinks of one stays behind the curtain."""

    def __init__(
        self,
        workplace: Workplace,
        host: Host,
        story_id: UUID | None,
        worries: tuple[Worry, ...],
    ) -> None:
        theme, title = workplace.theme, _("Who worries about what")
        rows = Rows(theme, WorryPainter(theme, workplace.as_of), name=title)
        new = Button(theme, _("Add a worry"), "link", hint=NEW_KEY)
        none = _(
            "Nobody, as far as you know. Ask: a worry that is not said comes back as an excuse."
        )
        super().__init__(theme, rows, title=title, right=new, stays=True, none=none)
        self._work, self._host, self._story_id = workplace, host, story_id
        new.clicked.connect(self.add_one)
        rows.opened.connect(self._open)
        rows.removed.connect(self._remove)
        keys: dict[str, Callable[[Worry], None]] = {
            PRINT_KEY: self._print,
            VALID_KEY: self._valid,
            EXCUSE_KEY: self._excuse,
            NEW_KEY: self._add,
        }
        for key, slot in keys.items():
            rows.on_key(key, slot)
        workplace.hold_rows(rows, "removed", *keys)
        workplace.hold(new)
        host.follow(rows)
        self.curtain = Curtain(theme, sum(w.is_judged for w in worries), self._verdicts)
        words = _("Enter answers · P prints it · for you alone: V a valid concern, X an excuse")
        below = QVBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(Text(theme, words, "small", "ink2", wrap=True))
        below.addWidget(self.curtain)
        self._below = self.add(below, rule=True, pad=(16, 10, 16, 12))
        self._below.setHidden(not worries)
        self.curtain.setHidden(not any(worry.is_judged for worry in worries))

    def add_one(self) -> None:
        """Ask who worries about what."""
        WorrySheet(self._work, self._host.window(), self._story_id)

    def _add(self, _row: Worry) -> None:
        self.add_one()

    def _open(self, row: Worry) -> None:
        WorrySheet(self._work, self._host.window(), self._story_id, row)

    def _print(self, row: Worry) -> None:
        self._do(print_worry, row.id, not row.prints)

    def _valid(self, row: Worry) -> None:
        self._judge(row, ConcernVerdict.VALID)

    def _excuse(self, row: Worry) -> None:
        self._judge(row, ConcernVerdict.EXCUSE)

    def _judge(self, row: Worry, verdict: ConcernVerdict) -> None:
        self._do(
            judge_worry, row.id, verdict, said=_("Kept for you alone; hold the button to see it")
        )

    def _remove(self, row: Worry) -> None:
        self._do(remove_worry, row.id)

    def _do(self, command: Callable[..., object], *given: object, said: str | None = None) -> None:
        try:
            self._work.do(command, *given, said=said)
        except UserError as refused:
            self._work.say(str(refused))

    def _verdicts(self) -> list[str]:
        found: list[str] = self._work.ask(read_verdicts, self._story_id)
        return found


def first_of(*places: QWidget | Rows) -> QWidget | None:
    """The first list that has rows, else the first other widget."""
    for place in places:
        if not isinstance(place, Rows) or place.rows():
            return place
    return None
