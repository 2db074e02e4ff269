"""What can become of a hand-off now, as the steps of its sheet (rules §5)."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.domain.hand_off_lines import parse_hand_off_line
from coachdesk.domain.hand_off_rules import Revision
from coachdesk.domain.vocabulary import Cause, Gain, HandOffState, Side
from coachdesk.language import gettext as _
from coachdesk.services import hand_offs as commands
from coachdesk.services.capture import vocabulary
from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.parts.hand_offs import state_words
from coachdesk.ui.parts.settle_sheet import Answers, Kind, Part, SettleSheet, Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.promises import HandOffRow


def open_hand_off_sheet(workplace: Workplace, window: QWidget, row: HandOffRow) -> SettleSheet:
    """The sheet of one hand-off, with every step it can take."""
    return open_steps(workplace, window, row, HandOffSteps(workplace, row).steps())


def open_steps(
    workplace: Workplace, window: QWidget, row: HandOffRow, steps: Sequence[Step]
) -> SettleSheet:
    """The sheet of one hand-off with these steps."""
    due = _("due {day}").format(day=short_day(row.due_day)) if row.due_day else ""
    about = (row.team, row.partner, row.expectation or row.need, state_words(row), due)
    sentence = " · ".join(part for part in about if part)
    return SettleSheet(workplace, window, row.account, sentence, steps)


def deliver_steps(
    workplace: Workplace, row: HandOffRow, then: Callable[[], None]
) -> tuple[Step, ...]:
    """How an expectation ends: met, or past its day the miss first; `then` goes on."""
    steps = HandOffSteps(workplace, row)
    if row.state is HandOffState.MISSED:
        ways = (steps.met_late(), steps.close_unmet())
    elif row.due_day is not None and workplace.as_of > row.due_day:
        ways = (steps.miss(), steps.met())
    else:
        ways = (steps.met(),)
    return tuple(replace(way, leads_to=then) for way in ways)


class HandOffSteps:
    """The steps of one hand-off, in the order in which they are likely."""

    def __init__(self, workplace: Workplace, row: HandOffRow) -> None:
        self._work, self._row = workplace, row

    def steps(self) -> list[Step]:
        """What the rules allow today; one that was accepted is not accepted again."""
        row = self._row
        if row.state is HandOffState.DRAFT:
            return [self._set(), self.withdraw()]
        if row.state is HandOffState.MISSED:
            return [self.met_late(), self.close_unmet(), self.withdraw()]
        if row.state is not HandOffState.SET:
            return [self.all_win()]
        is_over = row.due_day is not None and self._work.as_of > row.due_day
        accept = [self.accept()] if row.accepted_on is None else []
        return [*accept, self.met(), self.miss() if is_over else self.revise(), self.withdraw()]

    def _set(self) -> Step:
        line = Part(
            key="line",
            label=_("What the customer was told, the partner’s person, by when"),
            placeholder=_("A first draft of the plan, Dana, by Fri"),
            longest=300,
        )
        return Step(_("Set"), _("Set it"), (line,), self._do_set)

    def _do_set(self, given: Answers) -> None:
        known = self._work.ask(vocabulary)
        line = parse_hand_off_line(f"> {given.words('line')}", known, as_of=self._work.as_of)
        self._do(commands.set_hand_off_line, line, said=_("set"))

    def accept(self) -> Step:
        """The partner took it on."""
        return Step(_("Accepted"), _("Accepted"), (self._day(_("Accepted on")),), self._do_accept)

    def _do_accept(self, given: Answers) -> None:
        self._do(commands.accept_hand_off, given.day_or_none("day", "past"), said=_("accepted"))

    def met(self) -> Step:
        """Met by its day."""
        parts = (self._day(_("Met on")), self._confirmed())
        return Step(_("Met"), _("Met"), parts, self._do_meet)

    def _do_meet(self, given: Answers) -> None:
        day, confirmed = given.day_or_none("day", "past"), given.is_ticked("confirmed") or None
        self._do(commands.meet_hand_off, day, customer_confirmed=confirmed, said=_("met"))

    def met_late(self) -> Step:
        """Met after the miss."""
        parts = (self._day(_("Met on")), self._confirmed())
        return Step(_("Met late"), _("Met late"), parts, self._do_meet_late)

    def _do_meet_late(self, given: Answers) -> None:
        day, confirmed = given.day_or_none("day", "past"), given.is_ticked("confirmed") or None
        self._do(commands.meet_hand_off_late, day, customer_confirmed=confirmed, said=_("met late"))

    def revise(self) -> Step:
        """Another date or text that both know of."""
        parts = (
            Part(key="told", label=_("What the customer was told"), text=self._row.expectation),
            Part(
                key="new",
                label=_("New day"),
                kind=Kind.DAY,
                placeholder=_("Fri, 13 Mar, in two weeks"),
                is_half=True,
            ),
            Part(key="teller", label=_("Who told the customer"), is_half=True),
            self._cause(),
            Part(key="partner", label=_("The partner knows too"), kind=Kind.TICK),
        )
        return Step(_("New date"), _("Change it"), parts, self._do_revise)

    def _do_revise(self, given: Answers) -> None:
        cause = given.words("cause")
        revision = Revision(
            text=given.words("told"),
            due_day=given.day("new", "future"),
            customer_told_by=given.words("teller"),
            partner_told=given.is_ticked("partner"),
            cause=Cause(cause) if cause else None,
        )
        said = _("by {day}").format(day=short_day(revision.due_day))
        self._do(commands.revise_expectation, revision, said=said)

    def miss(self) -> Step:
        """Past its day, with the cause."""
        parts = (
            self._cause(),
            Part(key="words", label=_("A few words, if any")),
            Part(key="teller", label=_("Who told the customer"), is_half=True),
            Part(key="told_on", label=_("When"), kind=Kind.DAY, is_half=True),
        )
        return Step(_("Missed"), _("Missed"), parts, self._do_miss)

    def _do_miss(self, given: Answers) -> None:
        cause = given.words("cause")
        self._do(
            commands.miss_hand_off,
            Cause(cause) if cause else None,
            given.words("words"),
            customer_told_by=given.words("teller"),
            customer_told_on=given.day_or_none("told_on", "past"),
            said=_("missed"),
        )

    def close_unmet(self) -> Step:
        """It will not be met any more."""
        how = Part(key="words", label=_("How it ended"))
        return Step(_("Not met"), _("Not met"), (how,), self._do_close_unmet)

    def _do_close_unmet(self, given: Answers) -> None:
        self._do(commands.close_hand_off_unmet, given.words("words"), said=_("not met"))

    def withdraw(self) -> Step:
        """The customer took the need back."""
        parts = (
            Part(key="why", label=_("Why the customer no longer wants it")),
            self._day(_("Withdrawn on")),
        )
        return Step(_("Withdrawn"), _("Withdrawn"), parts, self._do_withdraw)

    def _do_withdraw(self, given: Answers) -> None:
        day, why = given.day_or_none("day", "past"), given.words("why")
        self._do(commands.withdraw_hand_off, day, why, said=_("withdrawn"))

    def all_win(self) -> Step:
        """What each of the three got out of it, and in whose words."""
        options = (
            (Gain.WON.value, _("won")),
            (Gain.NEUTRAL.value, _("neutral")),
            (Gain.LOST.value, _("lost")),
            (Gain.UNKNOWN.value, _("unknown")),
        )
        names = {
            Side.CUSTOMER: _("Customer"),
            Side.REP: self._row.rep_name,
            Side.PARTNER: _("Partner"),
        }
        parts = []
        for side, name in names.items():
            outcome = Part(
                key=side.value,
                label=name,
                kind=Kind.ONE_OF,
                text=Gain.UNKNOWN.value,
                options=options,
                is_half=True,
            )
            words = Part(key=f"{side.value} words", label=_("In a few words, if any"), is_half=True)
            parts += [outcome, words]
        return Step(_("All win"), _("All win"), tuple(parts), self._do_all_win)

    def _do_all_win(self, given: Answers) -> None:
        gains = {side: Gain(given.words(side.value)) for side in Side}
        typed = {side: given.words(f"{side.value} words") for side in Side}
        words = {side: said for side, said in typed.items() if said}
        self._do(commands.mark_all_win, gains, words, said=_("what each got out of it"))

    def _day(self, label: str) -> Part:
        return Part(key="day", label=label, kind=Kind.DAY, text=_("today"))

    def _confirmed(self) -> Part:
        return Part(key="confirmed", label=_("The customer confirmed it"), kind=Kind.TICK)

    def _cause(self) -> Part:
        causes = [("", _("Choose a cause"))]
        causes += [(c.key.value, c.title) for c in shipped_playbook().causes.values()]
        return Part(key="cause", label=_("Cause"), kind=Kind.LISTED, options=tuple(causes))

    def _do(self, command: object, *values: object, said: str, **named: object) -> None:
        words = _("{account}: {step}").format(account=self._row.account, step=said)
        self._work.do(command, self._row.id, *values, said=words, **named)
