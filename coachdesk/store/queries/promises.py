"""Promises and hand-offs as rows."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import Rep, Settings
from coachdesk.domain.promises import Commitment
from coachdesk.domain.statistics import ageing
from coachdesk.domain.vocabulary import OwnerSide, PromiseState
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.promises import HandOffRow, PromiseRow

# Long enough ago that no due row stands after it.
_NEVER = date.max


def promise_row(promise: Commitment, other: Rep | PeerManager) -> PromiseRow:
    """A promise as lists show it; the other is who it is made to, or who made it."""
    return PromiseRow(
        id=promise.id,
        rep_id=promise.rep_id,
        rep_name=other.first_name,
        is_mine=promise.owner_side is OwnerSide.MANAGER,
        text=promise.text,
        due_day=promise.due_day,
        delivered_day=promise.delivered_day,
        closed_day=promise.closed_day,
        moved=promise.renegotiated,
        state=promise.state,
    )


def mine_first(row: PromiseRow) -> tuple[bool, bool, date, str]:
    """Sort key: the manager's first, open before closed, then by day."""
    return (not row.is_mine, row.state is not PromiseState.OPEN, row.due_day, row.text)


def open_promises(reads: Snapshot, reps: Mapping[UUID, Rep]) -> list[PromiseRow]:
    """Every open promise with a rep or a peer manager, the manager's first."""
    found = reads.find(Commitment, state=PromiseState.OPEN)
    peers = {peer.id: peer for peer in reads.find(PeerManager)}
    rows = []
    for promise in found:
        if promise.rep_id is not None:
            rows.append(promise_row(promise, reps[promise.rep_id]))
        elif promise.peer_manager_id is not None:
            rows.append(promise_row(promise, peers[promise.peer_manager_id]))
    return sorted(rows, key=mine_first)


def hand_off_rows(
    found: Iterable[HandOff],
    *,
    reps: Mapping[UUID, Rep],
    accounts: Mapping[UUID, str],
    teams: Mapping[UUID, str],
    people: Mapping[UUID, str],
    settings: Settings,
    as_of: date,
) -> list[HandOffRow]:
    """Hand-offs with their ages, oldest due first."""
    rows = [
        HandOffRow(
            id=item.id,
            rep_id=item.rep_id,
            rep_name=reps[item.rep_id].first_name,
            account=accounts[item.account_id],
            team=teams[item.team_id],
            partner="" if item.partner_person_id is None else people[item.partner_person_id],
            need=item.need,
            expectation=item.expectation,
            created_day=item.created_day,
            set_day=item.set_day,
            due_day=item.due_day,
            accepted_on=item.accepted_on,
            met_day=item.met_day,
            cause="" if item.cause_code is None else item.cause_code.value,
            age_days=None if item.set_day is None else (as_of - item.set_day).days,
            span_days=_span(item),
            ageing=_ageing(item, settings, as_of) or "",
            state=item.state,
        )
        for item in found
    ]
    return sorted(rows, key=lambda row: (row.due_day or _NEVER, row.account))


def _span(item: HandOff) -> int | None:
    if item.set_day is None or item.due_day is None:
        return None
    return (item.due_day - item.set_day).days


def _ageing(item: HandOff, settings: Settings, as_of: date) -> str | None:
    if item.due_day is None:
        return None
    return ageing(
        state=item.state.value,
        due_in_days=(item.due_day - as_of).days,
        due_soon_days=settings.due_soon_days,
        stale_days=settings.stale_days,
    )
