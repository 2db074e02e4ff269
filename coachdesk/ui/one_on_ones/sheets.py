"""Planning a talk, entering one that was held, and the calendar file."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.language import gettext as _
from coachdesk.services.calendar_file import save_calendar
from coachdesk.services.capture import rep_named
from coachdesk.services.talks import enter_held, plan_talk, start_unplanned
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.parts.slots import parse_past_slot
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day

PLANNED, NOW, HELD = "planned", "now", "held"


class TalkSheet(Sheet):
    """With whom and when: planned, begun now, or held already."""

    def __init__(
        self, workplace: Workplace, window: QWidget, names: Sequence[str], kind: str = PLANNED
    ) -> None:
        title = _("Plan a talk")
        sentence = _("A first name is enough. A talk that was not planned can be entered too.")
        super().__init__(workplace, window, title, sentence, _("Plan it"))
        example = names[0] if names else _("First name")
        self.who = self.add_line(_("With"), example, icon="users")
        kinds = [(PLANNED, _("Plan it")), (NOW, _("Begin now")), (HELD, _("Was held already"))]
        self.kind = self.add_one_of(_("What it is"), kinds)
        self.kind.set_value(kind)
        self.when = self.add_line(
            _("Day and hour"), _("Thu 10:30, 24 Mar, in a week"), icon="calendar"
        )
        self.kind.chosen.connect(self._changed)
        self._changed(kind)
        self.ask(self.who)

    def _changed(self, kind: str) -> None:
        examples = {
            PLANNED: _("Thu 10:30, 24 Mar, in a week"),
            NOW: _("now"),
            HELD: _("yesterday 15:00, Fri, 3 March"),
        }
        words = {PLANNED: _("Plan it"), NOW: _("Begin now"), HELD: _("Enter as held")}
        self.when.set_placeholder(examples[kind])
        self.when.setEnabled(kind != NOW)
        self.act_button.set_label(words[kind])

    def act(self) -> Callable[[], None] | None:
        typed = self.who.text().strip()
        if not typed:
            raise InputError(_("With whom?"), _("Type a first name."))
        rep = self.workplace.ask(rep_named, typed)
        kind, work = self.kind.value(), self.workplace
        if kind == NOW:
            talk = work.do(start_unplanned, rep.id)
            return partial(work.open_talk, talk.id, "run")
        if kind == HELD:
            day, start = parse_past_slot(self.when.text(), as_of=work.as_of)
            said = _("The talk with {name} was entered as held.").format(name=rep.first_name)
            talk = work.do(enter_held, rep.id, day, start=start, said=said)
            return partial(work.open_talk, talk.id, "wrap_up")
        day, start = parse_slot(self.when.text(), as_of=work.as_of)
        when = near_day(day, work.as_of)
        said = _("A talk with {name} is planned: {day}.").format(name=rep.first_name, day=when)
        work.do(plan_talk, rep.id, day, start=start, said=said)
        return None


class CalendarSheet(Sheet):
    """The talks ahead as a file that calendars read: names and hours, nothing else."""

    writes = False

    def __init__(self, workplace: Workplace, window: QWidget, folder: Path) -> None:
        super().__init__(
            workplace,
            window,
            _("Save the talks ahead as a calendar file"),
            _("Names and hours only. Your calendar imports it; nothing is sent anywhere."),
            _("Save"),
            width=560,
        )
        path = folder / _("one-on-ones {day}.ics").format(day=workplace.as_of.isoformat())
        self.path = self.add_line(_("Path of the file"), text=str(path), icon="file")
        self.path.setMaxLength(4000)
        self.ask(self.path)

    def act(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        saved = save_calendar(self.workplace.desk, path)
        words = _("{n} talks saved to “{file}”.").format(n=saved, file=path.name)
        self.workplace.say(words)
