"""Pursuits: an opportunity scored, decided on by the team, and looked at again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain import pursuit_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.opportunity_rules import check_open
from coachdesk.domain.partner_vocabulary import PursuitChoice
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.pursuits import PursuitDecision, PursuitMember
from coachdesk.domain.vocabulary import OpportunityResult
from coachdesk.language import gettext as _
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.pursuits import EarlierDecision, PursuitDue, PursuitPage


@dataclass(frozen=True, slots=True, kw_only=True)
class PursuitDraft:
    """A scoring, and with a decision what it asks for."""

    scores: tuple[int, ...]
    decision: PursuitChoice | None = None
    reason: str = ""
    fact: str = ""
    decide_by: date | None = None
    team_told: bool = False
    members: tuple[PursuitMember, ...] = ()


def decide_pursuit(work: UnitOfWork, id: Id[Opportunity], draft: PursuitDraft) -> PursuitDecision:
    """A dated scoring with the team's decision; letting go ends the opportunity.

    There is one a day: another on the same day stands in its place, and the journal keeps both.
    """
    opportunity = work.get(Opportunity, id)
    check_open(opportunity)
    before = next(iter(work.find(PursuitDecision, opportunity_id=id, day=work.as_of)), None)
    made = PursuitDecision(
        id=before.id if before else work.new_id(PursuitDecision),
        opportunity_id=id,
        day=work.as_of,
        scores=draft.scores,
        decision=draft.decision,
        suggestion=rules.suggestion(draft.scores),
        reason=draft.reason.strip(),
        fact=draft.fact.strip() or None,
        decide_by=draft.decide_by,
        team_told=draft.team_told,
        members=draft.members,
    )
    rules.check_decision(opportunity, made, as_of=work.as_of)
    if made.decision is PursuitChoice.RELEASE:
        work.put(rules.released(opportunity, work.as_of))
    return work.put(made)


def pursuit_page(reads: Snapshot, opportunity_id: UUID) -> PursuitPage:
    """What the sheet of one opportunity shows; the newest scoring first."""
    opportunity = reads.get(Opportunity, as_id(opportunity_id))
    decisions = reads.find(PursuitDecision, opportunity_id=opportunity.id)
    newest = decisions[-1] if decisions else None
    names = _names(reads)
    return PursuitPage(
        opportunity_id=opportunity.id,
        title=opportunity.title,
        account=reads.get(Account, opportunity.account_id).name,
        state=rules.state_of(opportunity, decisions),
        scores=newest.scores if newest else (),
        members=tuple(
            (member, names.get(member.team_id or member.rep_id, ""))
            for member in (newest.members if newest else ())
        ),
        earlier=tuple(_earlier(each) for each in reversed(decisions)),
    )


def _names(reads: Snapshot) -> dict[UUID | None, str]:
    known: list[PartnerTeam | Rep] = [*reads.find(PartnerTeam), *reads.find(Rep)]
    return {each.id: each.name for each in known}


def _earlier(decision: PursuitDecision) -> EarlierDecision:
    found = rules.sums(decision.scores)
    return EarlierDecision(
        day=decision.day,
        offence=found.offence,
        defence=found.defence,
        decision=decision.decision,
        reason=decision.reason,
        fact=decision.fact or "",
        decide_by=decision.decide_by,
    )


def member_called(
    reads: Snapshot,
    typed: str,
    part: str,
    *,
    from_day: date | None = None,
    to_day: date | None = None,
) -> PursuitMember:
    """The partner team or rep of that name, or that beginning of one, with a part."""
    wanted = fold(typed.strip())
    known: list[PartnerTeam | Rep] = [*reads.find(PartnerTeam), *reads.find(Rep)]
    same = [each for each in known if fold(each.name) == wanted]
    found = same or [each for each in known if wanted and fold(each.name).startswith(wanted)]
    if len(found) != 1:
        names = ", ".join(sorted(each.name for each in found or known))
        raise InputError(
            _("“{typed}” is no partner team and no rep.").format(typed=typed.strip())
            if not found
            else _("“{typed}” may be {names}.").format(typed=typed.strip(), names=names),
            _("Type the full name.") if found else _("There are: {names}.").format(names=names),
        )
    (one,) = found
    return PursuitMember(
        team_id=one.id if isinstance(one, PartnerTeam) else None,
        rep_id=one.id if isinstance(one, Rep) else None,
        part=part.strip(),
        from_day=from_day,
        to_day=to_day,
    )


def due_pursuits(reads: Snapshot) -> tuple[PursuitDue, ...]:
    """Open opportunities whose day to decide has come, the oldest first."""
    possible = reads.find(Opportunity, result=OpportunityResult.OPEN)
    deals: dict[UUID, Opportunity] = {each.id: each for each in possible}
    by_deal: dict[UUID, list[PursuitDecision]] = {}
    for each in reads.find(PursuitDecision, opportunity_id=list(deals)):
        by_deal.setdefault(each.opportunity_id, []).append(each)
    names = {each.id: each.name for each in reads.find(Account)} if by_deal else {}
    found = []
    for deal_id, decisions in by_deal.items():
        newest = rules.in_force(decisions)
        if (
            newest is None
            or newest.decide_by is None
            or not rules.is_due(newest, as_of=reads.as_of)
        ):
            continue
        deal = deals[deal_id]
        found.append(
            PursuitDue(
                opportunity_id=deal.id,
                title=deal.title,
                account=names[deal.account_id],
                fact=newest.fact or "",
                decide_by=newest.decide_by,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.decide_by, each.title.casefold())))
