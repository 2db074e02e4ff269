"""Promises of both sides: made, kept, moved, missed, taken back."""

from datetime import date
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.people import Rep
from coachdesk.domain.promises import Commitment, agree
from coachdesk.domain.vocabulary import OwnerSide, PromiseOrigin
from coachdesk.store.unit_of_work import UnitOfWork


def make_promise(
    work: UnitOfWork,
    *,
    rep_id: Id[Rep],
    side: OwnerSide,
    text: str,
    due_day: date,
    origin: PromiseOrigin,
    origin_id: UUID,
) -> Commitment:
    """A new promise, agreed today."""
    fresh = Commitment(
        id=work.new_id(Commitment),
        owner_side=side,
        rep_id=rep_id,
        text=text.strip(),
        agreed_day=work.as_of,
        due_day=due_day,
        origin_kind=origin,
        origin_id=origin_id,
    )
    return work.put(agree(fresh))


def keep_promise(work: UnitOfWork, id: Id[Commitment], day: date | None = None) -> Commitment:
    """Delivered on that day, today unless given."""
    promise = work.get(Commitment, id)
    return work.put(promise.delivered(day or work.as_of, as_of=work.as_of))


def move_promise(
    work: UnitOfWork, id: Id[Commitment], due_day: date, reason: str, *, both_agree: bool
) -> Commitment:
    """A later day that both sides agreed."""
    promise = work.get(Commitment, id)
    moved = promise.renegotiated_to(due_day, reason, both_agree=both_agree, as_of=work.as_of)
    return work.put(moved)


def close_missed_promise(work: UnitOfWork, id: Id[Commitment], reason: str = "") -> Commitment:
    """Missed, once it is past its due day."""
    return work.put(work.get(Commitment, id).broken(reason, as_of=work.as_of))


def withdraw_promise(
    work: UnitOfWork, id: Id[Commitment], reason: str, *, both_agree: bool
) -> Commitment:
    """Taken back by both sides."""
    promise = work.get(Commitment, id)
    return work.put(promise.withdrawn(reason, both_agree=both_agree, as_of=work.as_of))
