"""Planning a joint meeting, another day for one, and what to say to a buying role."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.domain.vocabulary import BuyingRole
from coachdesk.language import gettext as _
from coachdesk.services.buyer_messages import keep_buyer_message
from coachdesk.services.capture import rep_named
from coachdesk.services.joint_meetings import (
    MeetingStart,
    enter_joint_meeting,
    hold_joint_meeting,
    move_joint_meeting,
    plan_joint_meeting,
)
from coachdesk.services.partner_teams import team_called
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.parts.customer_sheet import CustomerSheet
from coachdesk.ui.parts.paragraph import Paragraph
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.parts.slots import parse_past_slot
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.joint_meetings import JointMeetingPage, buying_title

PLANNED, HELD = "planned", "held"
OWN, ALL = "own", "all"
LONGEST_MESSAGE = 200


class PlanMeetingSheet(CustomerSheet):
    """At which customer, with which rep and partner team, when; Enter opens its page."""

    def __init__(self, workplace: Workplace, window: QWidget, name: str = "") -> None:
        sentence = _("One page for everyone of yours who goes: who says what, and what you ask.")
        super().__init__(
            workplace, window, _("Plan a joint meeting"), sentence, _("Plan it"), width=520
        )
        self.add_customer()
        self.who = self.add_line(_("Rep"), _("A first name is enough"), name, icon="users")
        self.team = self.add_line(_("Partner team"), _("A name, or the beginning of one"))
        self.kind = self.add_one_of(
            _("What it is"), [(PLANNED, _("Plan it")), (HELD, _("Was held already"))]
        )
        self.kind.set_value(PLANNED)
        self.kind.chosen.connect(self._changed)
        self.when = self.add_line(_("Day and hour"), icon="calendar")
        self._changed(PLANNED)
        self.ask(self.where)

    def act(self) -> Callable[[], None]:
        work, typed = self.workplace, self.who.text().strip()
        account = self.customer()
        if not typed:
            raise InputError(_("With which rep?"), _("Type a first name."))
        rep, team = work.ask(rep_named, typed), work.ask(team_called, self.team.text())
        day, start = self._slot()
        begin = MeetingStart(
            rep_id=rep.id,
            team_id=team.id,
            account_id=None if account is None else account.id,
            new_account=self.where.text().strip(),
            day=day,
            start=start,
        )
        make = enter_joint_meeting if self.kind.value() == HELD else plan_joint_meeting
        said = _("A joint meeting with {team}: {day}.")
        said = said.format(team=team.name, day=near_day(day, work.as_of))
        meeting = work.do(make, begin, said=said)
        return partial(work.open_joint_meeting, meeting.id)

    def _slot(self) -> tuple[date, time | None]:
        as_of, typed = self.workplace.as_of, self.when.text()
        if self.kind.value() == HELD:
            return parse_past_slot(typed, as_of=as_of)
        return parse_slot(typed, as_of=as_of)

    def _changed(self, kind: str) -> None:
        is_held = kind == HELD
        examples = _("today, yesterday 15:00, 3 March") if is_held else _("Thu 14:00, in a week")
        self.when.set_placeholder(examples)
        self.act_button.set_label(_("Enter as held") if is_held else _("Plan it"))


class MeetingDaySheet(Sheet):
    """Another day for a meeting, or the day on which it took place."""

    def __init__(
        self, workplace: Workplace, window: QWidget, page: JointMeetingPage, *, held: bool
    ) -> None:
        title = _("The meeting at {name} took place") if held else _("Move the meeting at {name}")
        action = _("It took place") if held else _("Move it")
        super().__init__(workplace, window, title.format(name=page.account), "", action)
        self._page, self._held = page, held
        label = _("On which day") if held else _("New day and hour")
        self.when = self.add_line(label, _("today") if held else _("Thu 14:00"), icon="calendar")
        self.ask(self.when)

    def act(self) -> None:
        work, typed, id = self.workplace, self.when.text(), self._page.id
        if self._held:
            day, _start = parse_past_slot(typed or _("today"), as_of=work.as_of)
            work.do(hold_joint_meeting, id, day, said=_("The meeting took place."))
            return
        day, start = parse_slot(typed, as_of=work.as_of)
        said = _("The meeting at {name} was moved to {day}.")
        said = said.format(name=self._page.account, day=near_day(day, work.as_of))
        work.do(move_joint_meeting, id, day, start, said=said)


class BuyerMessageSheet(Sheet):
    """What to say to one buying role at the customer's stage, with this team or with any."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        page: JointMeetingPage,
        role: BuyingRole,
        words: str,
    ) -> None:
        self._page, self._role = page, role
        title = _("What to say to somebody who {role}").format(role=buying_title(role))
        sentence = _("At “{stage}”. It stands in every joint meeting with that role and stage.")
        super().__init__(
            workplace, window, title, sentence.format(stage=page.stage_title), _("Keep it")
        )
        label = _("The message, in one sentence")
        self.words = Paragraph(workplace.theme, "", name=label, lines=2, most=4)
        self.words.setPlainText(words)
        self.words.textChanged.connect(self.fit)
        self.body.addWidget(Labeled(workplace.theme, label, self.words))
        options = [(OWN, _("With {team}").format(team=page.team)), (ALL, _("With every team"))]
        self.whose: Segmented = self.add_one_of(_("Where it holds"), options)
        self.whose.set_value(OWN)
        self.ask(self.words)

    def act(self) -> None:
        text, page = self.words.words(), self._page
        over = len(text) - LONGEST_MESSAGE
        if over > 0:
            raise InputError(
                _("The message is {n} characters too long.").format(n=over),
                _("Shorten it to {most}.").format(most=LONGEST_MESSAGE),
            )
        self.workplace.do(
            keep_buyer_message,
            buying_role=self._role,
            stage=page.stage,
            text=text,
            team_id=page.team_id if self.whose.value() == OWN else None,
        )
