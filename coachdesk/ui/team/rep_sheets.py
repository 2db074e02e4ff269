"""What can be said of a rep: other details, days away, gone and back."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.day_names import weekday_names
from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.slot_phrases import parse_time
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services import people
from coachdesk.ui.kit.choices import Check, ChoiceButton
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import clock, print_day
from coachdesk.views.team import AwayRow

NO_SLOT, MANAGER = "", "manager"


class PairSheet(Sheet):
    """A sheet whose fields may stand two beside each other."""

    def add_pair(self, *parts: tuple[str, QWidget]) -> None:
        """Fields under their labels, side by side."""
        theme, row = self.workplace.theme, QHBoxLayout()
        row.setSpacing(theme.px(12))
        for label, field in parts:
            row.addWidget(Labeled(theme, label, field), 1)
        self.body.addLayout(row)

    def field(self, label: str, text: str = "", placeholder: str = "") -> Field:
        """A field of one line, for `add_pair`."""
        made = Field(self.workplace.theme, placeholder, name=label)
        made.setMaxLength(200)
        made.setText(text)
        return made


class DetailsSheet(PairSheet):
    """A rep's names, role, rhythm and slot."""

    def __init__(self, workplace: Workplace, window: QWidget, rep_id: UUID) -> None:
        self._rep_id = rep_id
        now: people.RepDetails = workplace.ask(people.details_of, rep_id)
        name = f"{now.first_name} {now.last_name}".strip()
        sentence = _("A page a rep has received keeps the name it had.")
        super().__init__(workplace, window, name, sentence, _("Keep it"))
        self.first = self.field(_("First name"), now.first_name)
        self.last = self.field(_("Last name"), now.last_name, _("May stay empty"))
        self.add_pair((_("First name"), self.first), (_("Last name"), self.last))
        self.role = self.field(_("Role"), now.role, _("Account executive"))
        joined = "" if now.joined is None else _full_day(now.joined)
        self.joined = self.field(_("On the team since"), joined, _("Always"))
        self.add_pair((_("Role"), self.role), (_("On the team since"), self.joined))
        self._add_slot(now)
        self.ask(self.first)

    def _add_slot(self, now: people.RepDetails) -> None:
        days = [(NO_SLOT, _("no fixed day"))]
        days += [(str(n), day) for n, day in enumerate(weekday_names())]
        chosen = NO_SLOT if now.slot_weekday is None else str(now.slot_weekday)
        self.weekday = ChoiceButton(self.workplace.theme, days, chosen, name=_("Regular day"))
        at = "" if now.slot_time is None else clock(now.slot_time)
        self.time = self.field(_("Hour"), at, "10:30")
        self.minutes = self.field(_("Minutes"), str(now.slot_minutes))
        self.rhythm = self.field(_("Every … days"), str(now.rhythm_days))
        self.add_pair((_("Regular day"), self.weekday), (_("Hour"), self.time))
        self.add_pair((_("Minutes"), self.minutes), (_("Every … days"), self.rhythm))

    def act(self) -> None:
        typed = self.time.text().strip()
        details = people.RepDetails(
            first_name=self.first.text(),
            last_name=self.last.text(),
            role=self.role.text(),
            rhythm_days=_whole(self.rhythm),
            slot_weekday=int(self.weekday.value()) if self.weekday.value() else None,
            slot_time=parse_time(typed) if typed else None,
            slot_minutes=_whole(self.minutes),
            joined=_day(self.joined, self.workplace.as_of, "past") if self.joined.text() else None,
        )
        said = _("Kept: {name}").format(name=details.first_name.strip())
        self.workplace.do(people.edit_rep, self._rep_id, details, said=said)


class AwaySheet(PairSheet):
    """Days on which a rep or the manager is away; with `row` other days in its place."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        who: list[tuple[str, str]],
        chosen: UUID | None = None,
        row: AwayRow | None = None,
    ) -> None:
        self._row = row
        title = _("Days away") if row is None else _("Other days away")
        sentence = _("The next one-on-one is proposed around them.")
        super().__init__(workplace, window, title, sentence, _("Keep it"))
        options = [(MANAGER, _("You")), *who]
        value = str(chosen) if str(chosen) in dict(who) else MANAGER
        self.who = ChoiceButton(workplace.theme, options, value, name=_("Who"))
        if row is None:
            self.body.addWidget(Labeled(workplace.theme, _("Who"), self.who))
        examples = _("Mon, 16 Mar, in a week")
        first = "" if row is None else _full_day(row.first)
        last = "" if row is None else _full_day(row.last)
        self.first = self.field(_("First day"), first, examples)
        self.last = self.field(_("Last day"), last, _("The same day"))
        self.add_pair((_("First day"), self.first), (_("Last day"), self.last))
        self.ask(self.first)

    def act(self) -> None:
        as_of = self.workplace.as_of
        first = _day(self.first, as_of, "future")
        last = _day(self.last, max(first, as_of), "future") if self.last.text().strip() else first
        if self._row is not None:
            days = (self._row.first, self._row.last)
            said, rep_id = _("Days away changed"), self._row.rep_id
            self.workplace.do(people.change_days_away, rep_id, days, first, last, said=said)
            return
        chosen = self.who.value()
        rep_id = None if chosen == MANAGER else UUID(chosen)
        self.workplace.do(people.add_days_away, rep_id, first, last, said=_("Days away added"))


class LeaveSheet(Sheet):
    """The last day on the team; what is planned for later can be cancelled with it."""

    def __init__(self, workplace: Workplace, window: QWidget, rep_id: UUID, name: str) -> None:
        title = _("{name} leaves the team").format(name=name)
        sentence = _("Evidence, talks and promises are kept; the page stays below the team.")
        super().__init__(workplace, window, title, sentence, _("Enter it"))
        self._rep_id, self._name = rep_id, name
        examples = _("Fri, 31 Mar, in a week")
        self.day = self.add_line(_("Last day"), examples, text=_("today"), icon="calendar")
        self.cancel = Check(workplace.theme, "", True, name=_("Cancel later talks"))
        self.body.addWidget(self.cancel)
        self.day.textChanged.connect(self._look)
        self._look()
        self.ask(self.day)

    def act(self) -> None:
        day = _day(self.day, self.workplace.as_of, "future")
        said = _("{name} is on the team until {day}.").format(name=self._name, day=print_day(day))
        cancel = self.cancel.isChecked()
        self.workplace.do(people.leave_team, self._rep_id, day, cancel_talks=cancel, said=said)

    def _look(self) -> None:
        """Say how many talks are planned for after that day."""
        try:
            day = _day(self.day, self.workplace.as_of, "future")
        except UserError:
            later = 0
        else:
            later = len(self.workplace.ask(people.talks_after, self._rep_id, day))
        words = ngettext(
            "Cancel the talk that is planned for later",
            "Cancel the {n} talks that are planned for later",
            later,
        ).format(n=later)
        self.cancel.show_words(words)
        if self.cancel.isHidden() == bool(later):
            self.cancel.setVisible(bool(later))
            self.fit()


class ReturnSheet(Sheet):
    """The first day back on the team."""

    def __init__(self, workplace: Workplace, window: QWidget, rep_id: UUID, name: str) -> None:
        title = _("{name} comes back").format(name=name)
        super().__init__(workplace, window, title, "", _("Enter it"))
        self._rep_id, self._name = rep_id, name
        examples = _("Mon, 1 Apr, in a week")
        self.day = self.add_line(_("First day"), examples, text=_("today"), icon="calendar")
        self.ask(self.day)

    def act(self) -> None:
        day = _day(self.day, self.workplace.as_of, "future")
        said = _("{name} is back on the team from {day} on.")
        said = said.format(name=self._name, day=print_day(day))
        self.workplace.do(people.return_to_team, self._rep_id, day, said=said)


def _day(field: Field, as_of: date, toward: str) -> date:
    return parse_day(field.text(), as_of=as_of, toward="past" if toward == "past" else "future")


def _full_day(day: date) -> str:
    return f"{print_day(day)} {day.year}"


def _whole(field: Field) -> int:
    typed = field.text().strip()
    if not typed.isdecimal():
        label = field.accessibleName()
        raise InputError(
            _("“{field}” needs a whole number.").format(field=label), _("Type it like 14.")
        )
    return int(typed)
