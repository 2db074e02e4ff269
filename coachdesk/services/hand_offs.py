"""Hand-offs: planned, set, accepted, met or missed, and what the three got out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain import hand_off_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_off_lines import HandOffLine
from coachdesk.domain.hand_off_rules import Expectation, Revision
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.names import fold
from coachdesk.domain.partner_vocabulary import NoticeState
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.soft_power import EarlyAccessItem
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
    early_access_item_id: Id[EarlyAccessItem] | None = None,
    continues_id: Id[HandOff] | None = None,
) -> HandOff:
    """A need that may go to a partner team; with the customer's reason to meet, if it was said."""
    if account_id is None or team_id is None:
        raise rules.refuse_unplanned()
    if not need.strip():
        raise RuleError("E-HND-01", _("The need is missing."), _("Say what the customer needs."))
    rules.check_hands(work.get(Rep, rep_id), work.get(PartnerTeam, team_id))
    return work.put(
        HandOff(
            id=work.new_id(HandOff),
            rep_id=rep_id,
            account_id=account_id,
            team_id=team_id,
            need=need.strip(),
            value_reason=value_reason.strip(),
            early_access_item_id=early_access_item_id,
            continues_id=continues_id,
            created_day=work.as_of,
            value_day=work.as_of if value_reason.strip() else None,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHandOff:
    """What is asked for a hand-off; `new_account` names a customer nobody knew."""

    rep_id: Id[Rep]
    team_id: Id[PartnerTeam] | None
    need: str
    account_id: Id[Account] | None = None
    new_account: str = ""
    value_reason: str = ""


def new_hand_off(work: UnitOfWork, asked: NewHandOff) -> HandOff:
    """A hand-off as planned; a customer nobody knew is entered with it."""
    account_id = asked.account_id
    if account_id is None and asked.new_account.strip():
        account_id = add_account(work, asked.new_account.strip(), owner=asked.rep_id).id
    return plan_hand_off(
        work,
        rep_id=asked.rep_id,
        account_id=account_id,
        team_id=asked.team_id,
        need=asked.need,
        value_reason=asked.value_reason,
    )


def set_expectation(work: UnitOfWork, id: Id[HandOff], expectation: Expectation) -> HandOff:
    """What the customer was told, by when, and by whom of the partner's, from today on."""
    hand_off = work.get(HandOff, id)
    if expectation.partner_person_id is not None:
        person = work.get(PartnerPerson, expectation.partner_person_id)
        rules.check_hands(work.get(Rep, hand_off.rep_id), person)
    return work.put(rules.expected(hand_off, expectation, as_of=work.as_of))


def tell_customer(
    work: UnitOfWork, id: Id[HandOff], expectation: Expectation, person: str
) -> HandOff:
    """The same with the partner's person by name; one nobody knew is entered in the team."""
    named = _person_called(work, work.get(HandOff, id), person)
    return set_expectation(work, id, replace(expectation, partner_person_id=named))


def hand_off_notice(
    work: UnitOfWork, item_id: Id[EarlyAccessItem], expectation: Expectation, person: str
) -> HandOff:
    """What was announced to the team came: it becomes a hand-off whose customer knows what."""
    item = work.get(EarlyAccessItem, item_id)
    if item.state is not NoticeState.OPEN:
        raise RuleError(
            "E-HND-12", _("This notice is no longer open."), _("Plan a new hand-off instead.")
        )
    planned = plan_hand_off(
        work,
        rep_id=item.rep_id,
        account_id=item.account_id,
        team_id=item.team_id,
        need=item.what,
        value_reason=item.reason,
        early_access_item_id=item_id,
    )
    work.put(replace(item, state=NoticeState.CAME, changed_day=work.as_of))
    return tell_customer(work, planned.id, expectation, person)


def continue_hand_off(
    work: UnitOfWork, id: Id[HandOff], team_id: Id[PartnerTeam] | None, need: str
) -> HandOff:
    """Another partner team goes on where this one left off."""
    before = work.get(HandOff, id)
    return plan_hand_off(
        work,
        rep_id=before.rep_id,
        account_id=before.account_id,
        team_id=team_id,
        need=need,
        continues_id=id,
    )


def note_way(
    work: UnitOfWork, id: Id[HandOff], *, asked: bool | None, used: bool | None
) -> HandOff:
    """Whether the partner's way of doing it was asked for, and used."""
    return work.put(rules.way_noted(work.get(HandOff, id), asked=asked, used=used))


def _person_called(work: UnitOfWork, hand_off: HandOff, typed: str) -> Id[PartnerPerson] | None:
    """The person of the team with that name or beginning of one; a new one is entered."""
    wanted = fold(typed.strip())
    if not wanted:
        return None
    people = work.find(PartnerPerson, team_id=hand_off.team_id)
    same = [person for person in people if fold(person.name) == wanted]
    found = same or [person for person in people if fold(person.name).startswith(wanted)]
    if len(found) > 1:
        names = ", ".join(person.name for person in found)
        raise InputError(
            _("“{typed}” may be {names}.").format(typed=typed.strip(), names=names),
            _("Type the full name."),
        )
    if found:
        return found[0].id
    rep = work.get(Rep, hand_off.rep_id)
    new = PartnerPerson(id=work.new_id(PartnerPerson), name=typed.strip(), team_id=hand_off.team_id)
    rules.check_hands(rep, new)
    return work.put(new).id


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
