"""The states of a hand-off, and what each step asks for (rules §5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.names import fold
from coachdesk.domain.people import PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.vocabulary import Cause, Gain, HandOffState, Side
from coachdesk.language import gettext as _

S = HandOffState
# Which event leads from which states; what is not listed is refused.
STEPS: dict[str, frozenset[HandOffState]] = {
    "set": frozenset({S.DRAFT}),
    "accept": frozenset({S.SET}),
    "revise": frozenset({S.SET}),
    "meet": frozenset({S.SET}),
    "miss": frozenset({S.SET}),
    "meet_late": frozenset({S.MISSED}),
    "close_unmet": frozenset({S.MISSED}),
    "withdraw": frozenset({S.DRAFT, S.SET, S.MISSED}),
    "all_win": frozenset({S.MET, S.MET_LATE, S.CLOSED_UNMET}),
}
CLOSED = frozenset({S.MET, S.MET_LATE, S.CLOSED_UNMET, S.WITHDRAWN})
LEAST_EXPECTATION = 5
LEAST_OUTCOMES = 2
STALE_DRAFT_DAYS = 14
# What else a good hand-off says; what was told, by when, by whom and the check are fields.
HINTS = ("X1", "X5", "X6", "X7", "X8", "X10", "X11", "X12")
LONGEST_HINT = 300


class BoardColumn(StrEnum):
    """The four columns hand-offs stand in."""

    COMING = "coming"
    EXPECTATION_SET = "expectation_set"
    WITH_PARTNER = "with_partner"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What the customer was told: what, by when, and who of the partner's stands for it.

    `hints` are the other items of the checklist that somebody filled in, by their keys.
    """

    text: str = ""
    due_day: date | None = None
    partner_person_id: Id[PartnerPerson] | None = None
    check_day: date | None = None
    hints: Mapping[str, str] = field(default_factory=dict)


def expected(hand_off: HandOff, expectation: Expectation, *, as_of: date) -> HandOff:
    """The expectation stands from today on (E-HND-02); checklist items are only hints."""
    _check_step(hand_off, "set")
    missing = missing_parts(expectation, as_of)
    if missing:
        raise RuleError(
            "E-HND-02",
            _("Before the expectation stands, complete: {missing}.").format(
                missing=", ".join(missing)
            ),
        )
    return replace(
        hand_off,
        expectation=expectation.text.strip(),
        set_day=as_of,
        due_day=expectation.due_day,
        partner_person_id=expectation.partner_person_id,
        check_day=expectation.check_day,
        checklist=_kept_hints(expectation.hints),
        state=S.SET,
    )


def _kept_hints(hints: Mapping[str, str]) -> dict[str, str]:
    return {key: hints[key].strip()[:LONGEST_HINT] for key in HINTS if hints.get(key, "").strip()}


def missing_parts(expectation: Expectation, set_day: date) -> list[str]:
    """Names of what the expectation still lacks."""
    due, check = expectation.due_day, expectation.check_day
    missing = []
    if len(expectation.text.strip()) < LEAST_EXPECTATION:
        missing.append(_("what the customer was told"))
    if due is None:
        missing.append(_("by when"))
    elif due < set_day:
        missing.append(_("a day that is not past"))
    if expectation.partner_person_id is None:
        missing.append(_("the partner’s person"))
    if check is not None and due is not None and check > due:
        missing.append(_("a check day before the due day"))
    return missing


def accepted(hand_off: HandOff, day: date) -> HandOff:
    """The partner took it on (E-HND-03)."""
    _check_step(hand_off, "accept")
    if day < _set_day(hand_off):
        raise RuleError("E-HND-03", _("Acceptance cannot precede the hand-off."))
    return replace(hand_off, accepted_on=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Another text or day, with who told the customer; the cause is optional."""

    text: str
    due_day: date
    customer_told_by: str
    partner_told: bool
    cause: Cause | None = None


def revised(hand_off: HandOff, revision: Revision, *, as_of: date) -> HandOff:
    """A new expectation agreed before the old day passed, both told (E-HND-04)."""
    _check_step(hand_off, "revise")
    if as_of > _due_day(hand_off):
        raise RuleError(
            "E-HND-04", _("The due date has passed."), _("Record the miss, then set a new date.")
        )
    if not revision.customer_told_by.strip() or not revision.partner_told:
        raise RuleError(
            "E-HND-04",
            _("Customer and partner must know of the new date."),
            _("Tell both, and say who told the customer."),
        )
    if revision.due_day <= as_of:
        raise RuleError(
            "E-HND-04", _("The new date must lie ahead."), _("Choose a day after today.")
        )
    if len(revision.text.strip()) < LEAST_EXPECTATION:
        raise RuleError(
            "E-HND-02",
            _("Before the expectation stands, complete: {missing}.").format(
                missing=_("what the customer was told")
            ),
        )
    check = hand_off.check_day
    return replace(
        hand_off,
        expectation=revision.text.strip(),
        due_day=revision.due_day,
        check_day=None if check is not None and check > revision.due_day else check,
        customer_told_by=revision.customer_told_by.strip(),
        customer_told_on=as_of,
        cause_code=revision.cause or hand_off.cause_code,
        revision=hand_off.revision + 1,
    )


def met(
    hand_off: HandOff, day: date, *, customer_confirmed: bool | None = None, as_of: date
) -> HandOff:
    """Met by its due day (E-HND-05)."""
    _check_step(hand_off, "meet")
    if day > _due_day(hand_off):
        raise RuleError(
            "E-HND-05", _("That day is after the due date:"), _("record the miss first.")
        )
    if not _set_day(hand_off) <= day <= as_of:
        raise RuleError("E-HND-05", _between(_set_day(hand_off), as_of))
    return replace(hand_off, state=S.MET, met_day=day, customer_confirmed=customer_confirmed)


def missed(
    hand_off: HandOff,
    *,
    cause: Cause | None,
    note: str = "",
    customer_told_by: str = "",
    customer_told_on: date | None = None,
    as_of: date,
) -> HandOff:
    """Past its day, with the cause and who told the customer (E-HND-06, 07)."""
    _check_step(hand_off, "miss")
    if as_of <= _due_day(hand_off):
        raise RuleError("E-HND-06", _("Not due until {due}.").format(due=_due_day(hand_off)))
    if cause is None:
        raise RuleError("E-HND-07", _("Choose the cause of the miss."))
    return replace(
        hand_off,
        state=S.MISSED,
        cause_code=cause,
        cause_note=note.strip(),
        customer_told_by=customer_told_by.strip() or hand_off.customer_told_by,
        customer_told_on=customer_told_on
        or (as_of if customer_told_by.strip() else hand_off.customer_told_on),
    )


def met_late(
    hand_off: HandOff, day: date, *, customer_confirmed: bool | None = None, as_of: date
) -> HandOff:
    """Met after the miss (E-HND-08)."""
    _check_step(hand_off, "meet_late")
    if not _due_day(hand_off) < day <= as_of:
        raise RuleError("E-HND-08", _between(_due_day(hand_off), as_of))
    return replace(hand_off, state=S.MET_LATE, met_day=day, customer_confirmed=customer_confirmed)


def closed_unmet(hand_off: HandOff, reason: str, *, as_of: date) -> HandOff:
    """Never met, with how it ended (E-HND-09)."""
    _check_step(hand_off, "close_unmet")
    if not reason.strip():
        raise RuleError("E-HND-09", _("Say how it ended."))
    note = _with_reason(hand_off.cause_note, reason)
    return replace(hand_off, state=S.CLOSED_UNMET, cause_note=note, closed_day=as_of)


def withdrawn(hand_off: HandOff, day: date | None, reason: str, *, as_of: date) -> HandOff:
    """The customer no longer wants it (E-HND-10)."""
    _check_step(hand_off, "withdraw")
    if day is None or not hand_off.created_day <= day <= as_of or not reason.strip():
        raise RuleError("E-HND-10", _("Give day and reason."))
    note = _with_reason(hand_off.cause_note, reason)
    return replace(hand_off, state=S.WITHDRAWN, cause_note=note, closed_day=day)


def check_all_win(hand_off: HandOff, outcomes: Mapping[Side, Gain]) -> None:
    """At least two of the three sides are known (E-HND-11)."""
    _check_step(hand_off, "all_win")
    known = [side for side in Side if outcomes.get(side, Gain.UNKNOWN) is not Gain.UNKNOWN]
    if len(known) < LEAST_OUTCOMES:
        raise RuleError("E-HND-11", _("Mark what at least two of the three got out of it."))


def check_hands(rep: Rep, *others: PartnerTeam | PartnerPerson) -> None:
    """What is handed off goes to somebody else than the rep (E-HND-13)."""
    for other in others:
        if fold(other.name.strip()) == fold(rep.name):
            raise RuleError(
                "E-HND-13",
                _("{name} cannot hand off to {name}.").format(name=rep.name),
                _("Choose somebody else of the partner team; a task of one’s own is a promise."),
            )


def way_noted(hand_off: HandOff, *, asked: bool | None, used: bool | None) -> HandOff:
    """Whether the partner was asked how to do it, and whether it was done that way (seed 000)."""
    return replace(hand_off, way_asked=asked, way_used=used if asked else None)


def refuse_unplanned() -> RuleError:
    """The refusal of a hand-off without account or team (E-HND-01)."""
    return RuleError("E-HND-01", _("Choose account and partner team."))


def board_column(hand_off: HandOff) -> BoardColumn | None:
    """The column it stands in; None once it was withdrawn."""
    match hand_off.state:
        case S.DRAFT:
            return BoardColumn.COMING
        case S.SET if hand_off.accepted_on is None:
            return BoardColumn.EXPECTATION_SET
        case S.SET | S.MISSED:
            return BoardColumn.WITH_PARTNER
        case S.WITHDRAWN:
            return None
        case _:
            return BoardColumn.DELIVERED


def chain_stage(hand_off: HandOff, outcomes: Mapping[Side, Gain]) -> int:
    """How far it came, 0 to 5; a stage is reached only if all lower ones are."""
    stages = (
        bool(hand_off.need.strip()),
        bool(hand_off.value_reason.strip()),
        hand_off.set_day is not None,
        hand_off.state in (S.MET, S.MET_LATE),
        all(outcomes.get(side) is Gain.WON for side in Side),
    )
    return next((n for n, reached in enumerate(stages) if not reached), len(stages))


def is_stale_draft(hand_off: HandOff, *, as_of: date) -> bool:
    """A need that was noted more than two weeks ago and went nowhere."""
    age = (as_of - hand_off.created_day).days
    return hand_off.state is S.DRAFT and age > STALE_DRAFT_DAYS


def _check_step(hand_off: HandOff, step: str) -> None:
    if hand_off.state not in STEPS[step]:
        raise RuleError(
            "E-HND-12",
            _("This hand-off is not at that step."),
            _("Undo the last change, or plan a new hand-off."),
        )


def _with_reason(note: str, reason: str) -> str:
    return "; ".join(part for part in (note.strip(), reason.strip()) if part)


def _between(first: date, last: date) -> str:
    return _("The day must lie between {due} and {as_of}.").format(due=first, as_of=last)


def _set_day(hand_off: HandOff) -> date:
    if hand_off.set_day is None:
        raise ValueError("a hand-off that is set has a set day")
    return hand_off.set_day


def _due_day(hand_off: HandOff) -> date:
    if hand_off.due_day is None:
        raise ValueError("a hand-off that is set has a due day")
    return hand_off.due_day
