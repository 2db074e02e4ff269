"""Hand-offs: planned, set, accepted, met or missed, and what the three got out of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from coachdesk.domain import hand_off_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_off_lines import HandOffLine
from coachdesk.domain.hand_off_rules import Expectation, Revision
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.vocabulary import Cause, Gain, Side
from coachdesk.language import gettext as _
from coachdesk.services.people import add_account
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


def plan_hand_off(
    work: UnitOfWork,
    *,
    rep_id: Id[Rep],
    account_id: Id[Account] | None,
    team_id: Id[PartnerTeam] | None,
    need: str,
    value_reason: str = "",
) -> HandOff:
    """A need that may go to a partner team; with the customer's reason to meet, if it was said."""
    if account_id is None or team_id is None:
        raise rules.refuse_unplanned()
    return work.put(
        HandOff(
            id=work.new_id(HandOff),
            rep_id=rep_id,
            account_id=account_id,
            team_id=team_id,
            need=need.strip(),
            value_reason=value_reason.strip(),
            created_day=work.as_of,
            value_day=work.as_of if value_reason.strip() else None,
        )
    )


def set_expectation(work: UnitOfWork, id: Id[HandOff], expectation: Expectation) -> HandOff:
    """What the customer was told, by when, and by whom of the partner's, from today on."""
    return work.put(rules.expected(work.get(HandOff, id), expectation, as_of=work.as_of))


def accept_hand_off(work: UnitOfWork, id: Id[HandOff], day: date | None = None) -> HandOff:
    """The partner took it on that day, today unless given."""
    return work.put(rules.accepted(work.get(HandOff, id), day or work.as_of))


def revise_expectation(work: UnitOfWork, id: Id[HandOff], revision: Revision) -> HandOff:
    """Another text or day that customer and partner know of."""
    return work.put(rules.revised(work.get(HandOff, id), revision, as_of=work.as_of))


def meet_hand_off(
    work: UnitOfWork,
    id: Id[HandOff],
    day: date | None = None,
    *,
    customer_confirmed: bool | None = None,
) -> HandOff:
    """Met in time on that day, today unless given."""
    hand_off = work.get(HandOff, id)
    return work.put(
        rules.met(
            hand_off, day or work.as_of, customer_confirmed=customer_confirmed, as_of=work.as_of
        )
    )


def miss_hand_off(
    work: UnitOfWork,
    id: Id[HandOff],
    cause: Cause | None,
    note: str = "",
    *,
    customer_told_by: str = "",
    customer_told_on: date | None = None,
) -> HandOff:
    """Missed, with its cause and who told the customer when."""
    return work.put(
        rules.missed(
            work.get(HandOff, id),
            cause=cause,
            note=note,
            customer_told_by=customer_told_by,
            customer_told_on=customer_told_on,
            as_of=work.as_of,
        )
    )


def meet_hand_off_late(
    work: UnitOfWork,
    id: Id[HandOff],
    day: date | None = None,
    *,
    customer_confirmed: bool | None = None,
) -> HandOff:
    """Met after it was missed."""
    hand_off = work.get(HandOff, id)
    return work.put(
        rules.met_late(
            hand_off, day or work.as_of, customer_confirmed=customer_confirmed, as_of=work.as_of
        )
    )


def close_hand_off_unmet(work: UnitOfWork, id: Id[HandOff], reason: str) -> HandOff:
    """It will not be met any more."""
    return work.put(rules.closed_unmet(work.get(HandOff, id), reason, as_of=work.as_of))


def withdraw_hand_off(work: UnitOfWork, id: Id[HandOff], day: date | None, reason: str) -> HandOff:
    """The customer took the need back on that day."""
    return work.put(rules.withdrawn(work.get(HandOff, id), day, reason, as_of=work.as_of))


def mark_all_win(
    work: UnitOfWork,
    id: Id[HandOff],
    outcomes: Mapping[Side, Gain],
    words: Mapping[Side, str] | None = None,
) -> list[GainStatement]:
    """How each of the three came out of it; a second check replaces the first."""
    rules.check_all_win(work.get(HandOff, id), outcomes)
    known = {gain.side: gain for gain in work.find(GainStatement, hand_off_id=id)}
    said = words or {}
    marked = []
    for side, outcome in outcomes.items():
        fresh = known.get(side) or GainStatement(
            id=work.new_id(GainStatement), hand_off_id=id, side=side, outcome=outcome
        )
        kept_words = said.get(side, fresh.words).strip()
        marked.append(work.put(replace(fresh, outcome=outcome, words=kept_words)))
    return marked


def outcomes_of(reads: Snapshot, id: Id[HandOff]) -> dict[Side, Gain]:
    """What was marked for each side."""
    return {gain.side: gain.outcome for gain in reads.find(GainStatement, hand_off_id=id)}


def add_hand_off_line(work: UnitOfWork, rep_id: Id[Rep], line: HandOffLine) -> HandOff:
    """A hand-off from one line: planned, and set at once if the line goes on with `>`."""
    account_id = line.account
    if line.questions or line.team is None or (account_id is None and not line.new_account):
        raise _unclear(line)
    if "need" in line.missing:
        raise RuleError(
            "E-HND-01", _("The need is missing."), _("Write after # what the customer needs.")
        )
    if account_id is None:
        account_id = add_account(work, line.new_account, owner=rep_id).id
    planned = plan_hand_off(
        work, rep_id=rep_id, account_id=account_id, team_id=line.team, need=line.need
    )
    return set_hand_off_line(work, planned.id, line) if line.sets else planned


def set_hand_off_line(work: UnitOfWork, id: Id[HandOff], line: HandOffLine) -> HandOff:
    """Set the expectation that a line beginning with `>` says."""
    return set_expectation(
        work,
        id,
        Expectation(text=line.expectation, due_day=line.due, partner_person_id=line.person),
    )


def _unclear(line: HandOffLine) -> RuleError:
    if not line.questions:
        return rules.refuse_unplanned()
    question = line.questions[0]
    names = ", ".join(candidate.name for candidate in question.candidates)
    if not names:
        return RuleError(
            "E-HND-01",
            _("“{typed}” is not known.").format(typed=question.text),
            _('Choose account and partner team, or add the customer as @"Name".'),
        )
    return RuleError(
        "E-HND-01",
        _("“{typed}” may be {names}.").format(typed=question.text, names=names),
        _("Choose one."),
    )
