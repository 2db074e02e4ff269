"""Mutual goals with peer managers: drafted, agreed, run, and their promises kept in step."""

from dataclasses import dataclass, replace

from coachdesk.domain import agreement_rules as rules
from coachdesk.domain.agreement_rules import Ending, Wording
from coachdesk.domain.agreements import Contribution, PeerAgreement
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import ContributionSide, GoalSetBy
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.promises import Commitment
from coachdesk.domain.roster import typed_name
from coachdesk.domain.vocabulary import OwnerSide, PromiseOrigin, PromiseState
from coachdesk.language import gettext as _
from coachdesk.services.commitments import make_promise
from coachdesk.services.promises import close_missed_promise, withdraw_promise
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

_GONE = frozenset({PromiseState.WITHDRAWN, PromiseState.VOID})
_OWNERS = {
    ContributionSide.OWN: OwnerSide.MANAGER,
    ContributionSide.PEER: OwnerSide.PEER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a person writes down for a goal: its wording, who set it, and how often to talk."""

    wording: Wording
    set_by: GoalSetBy = GoalSetBy.BOTH
    rhythm_days: int | None = None


def draft_agreement(work: UnitOfWork, peer_id: Id[PeerManager] | None, goal: Goal) -> PeerAgreement:
    """A goal that is still being worded (E-PEE-01)."""
    peer = None if peer_id is None else work.peek(PeerManager, peer_id)
    if peer is None:
        raise rules.refuse_no_peer()
    fresh = PeerAgreement(
        id=work.new_id(PeerAgreement),
        team_id=peer.team_id,
        peer_manager_id=peer.id,
        set_by=goal.set_by,
        rhythm_days=goal.rhythm_days,
        drafted_day=work.as_of,
    )
    return work.put(rules.worded(fresh, goal.wording))


def propose_agreement(work: UnitOfWork, id: Id[PeerAgreement]) -> PeerAgreement:
    """Put to both sides."""
    agreement = work.get(PeerAgreement, id)
    others = work.find(PeerAgreement, peer_manager_id=agreement.peer_manager_id)
    return work.put(rules.proposed(agreement, others, name=_peer_name(work, agreement)))


def propose_goal(
    work: UnitOfWork,
    peer_id: Id[PeerManager] | None,
    goal: Goal,
    draft_id: Id[PeerAgreement] | None = None,
) -> PeerAgreement:
    """A goal written down, new or in its draft, and put to both sides at once."""
    if draft_id is None:
        drafted = draft_agreement(work, peer_id, goal)
    else:
        drafted = reword_agreement(work, draft_id, goal)
    return propose_agreement(work, drafted.id)


def reword_agreement(
    work: UnitOfWork,
    id: Id[PeerAgreement],
    goal: Goal,
    by: ContributionSide = ContributionSide.OWN,
) -> PeerAgreement:
    """Another wording by one side; promises of a running goal that are not in it any more end."""
    agreement = work.get(PeerAgreement, id)
    changed = rules.reworded(
        agreement, goal.wording, by=by, name=_peer_name(work, agreement), as_of=work.as_of
    )
    changed = replace(changed, rhythm_days=goal.rhythm_days or changed.rhythm_days)
    if not rules.is_open(changed):
        changed = replace(changed, set_by=goal.set_by)
    written = work.put(changed)
    _end_what_is_not_in(work, written)
    return written


def confirm_agreement(
    work: UnitOfWork, id: Id[PeerAgreement], *sides: ContributionSide
) -> PeerAgreement:
    """One side, or both, say yes to the wording."""
    agreement = work.get(PeerAgreement, id)
    for side in sides:
        agreement = rules.confirmed(agreement, side, as_of=work.as_of)
    return work.put(agreement)


def start_agreement(
    work: UnitOfWork,
    id: Id[PeerAgreement],
    *,
    rhythm_days: int | None = None,
    problem_path: str = "",
) -> PeerAgreement:
    """It runs from today: each contribution becomes a promise of its side."""
    agreement = work.get(PeerAgreement, id)
    running = work.put(rules.started(agreement, rhythm_days=rhythm_days, problem_path=problem_path))
    _end_what_is_not_in(work, running)
    known = work.find(Commitment, peer_manager_id=running.peer_manager_id)
    for part in running.contributions:
        if not any(_is_promised(part, promise) for promise in known):
            make_promise(
                work,
                rep_id=None,
                peer_manager_id=running.peer_manager_id,
                side=_OWNERS[part.side],
                text=part.text,
                due_day=part.due_day,
                origin=PromiseOrigin.PEER_AGREEMENT,
                origin_id=running.id,
            )
    return running


def close_agreement(
    work: UnitOfWork, id: Id[PeerAgreement], ending: Ending, *, both_agree: bool = False
) -> PeerAgreement:
    """Achieved, partly or not; promises still open are settled by themselves."""
    agreement = work.get(PeerAgreement, id)
    return work.put(rules.closed(agreement, ending, both_agree=both_agree, as_of=work.as_of))


def dissolve_agreement(work: UnitOfWork, id: Id[PeerAgreement], reason: str) -> PeerAgreement:
    """Given up: what was promised for it is void, unless it was missed already."""
    gone = work.put(rules.dissolved(work.get(PeerAgreement, id), reason, as_of=work.as_of))
    for promise in promises_of(work, id):
        if promise.is_overdue(work.as_of):
            close_missed_promise(work, promise.id, gone.reason)
        elif promise.state is PromiseState.OPEN:
            work.put(promise.voided(gone.reason, as_of=work.as_of))
    return gone


def discard_agreement(work: UnitOfWork, id: Id[PeerAgreement]) -> None:
    """Drop a draft."""
    agreement = work.get(PeerAgreement, id)
    rules.check_discard(agreement)
    work.remove(agreement)


def promises_of(reads: Snapshot, id: Id[PeerAgreement]) -> list[Commitment]:
    """What both sides promised for a goal."""
    return reads.find(Commitment, origin_kind=PromiseOrigin.PEER_AGREEMENT, origin_id=id)


def add_peer_manager(work: UnitOfWork, team_id: Id[PartnerTeam], name: str) -> PeerManager:
    """The manager of a partner team, by name."""
    first, last = typed_name(name)
    if not first:
        raise InputError(_("What is the peer manager called?"), _("Type a name."))
    return work.put(
        PeerManager(id=work.new_id(PeerManager), first_name=first, last_name=last, team_id=team_id)
    )


def _end_what_is_not_in(work: UnitOfWork, agreement: PeerAgreement) -> None:
    """Open promises that the wording no longer holds: missed if overdue, else taken back."""
    reason = _("The goal was worded anew.")
    for promise in promises_of(work, agreement.id):
        if promise.state is not PromiseState.OPEN:
            continue
        if any(_is_promised(part, promise) for part in agreement.contributions):
            continue
        if promise.is_overdue(work.as_of):
            close_missed_promise(work, promise.id, reason)
        else:
            withdraw_promise(work, promise.id, reason, both_agree=True)


def _is_promised(part: Contribution, promise: Commitment) -> bool:
    """Whether the promise is this contribution; one whose day both moved since still is."""
    return (
        promise.owner_side is _OWNERS[part.side]
        and promise.text == part.text
        and (promise.due_day == part.due_day or promise.renegotiated > 0)
        and promise.state not in _GONE
    )


def _peer_name(reads: Snapshot, agreement: PeerAgreement) -> str:
    return reads.get(PeerManager, agreement.peer_manager_id).first_name
