"""Promises of both sides: kept, moved, missed, taken back.

A promise that is an agreed request stands and falls with it: what is done to one is done to both.
"""

from dataclasses import replace
from datetime import date

from coachdesk.domain.asks import Ask
from coachdesk.domain.entity import Id
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import AskState, PromiseOrigin
from coachdesk.services.asks import close_ask_unmet, meet_ask, move_ask, withdraw_ask
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork


def _asked(reads: Snapshot, promise: Commitment) -> Ask | None:
    """The open request that this promise is; the help promised with one is a promise of its own."""
    if promise.origin_kind is not PromiseOrigin.ASK:
        return None
    ask: Ask | None = reads.peek(Ask, as_id(promise.origin_id))
    if ask is None or ask.help_commitment_id == promise.id or ask.state is not AskState.OPEN:
        return None
    return ask


def keep_promise(work: UnitOfWork, id: Id[Commitment], day: date | None = None) -> Commitment:
    """Delivered on that day, today unless given."""
    promise = work.get(Commitment, id)
    kept = promise.delivered(day or work.as_of, as_of=work.as_of)
    ask = _asked(work, promise)
    if ask is None:
        return work.put(kept)
    meet_ask(work, ask.id, day)
    return work.get(Commitment, id)


def move_promise(
    work: UnitOfWork, id: Id[Commitment], due_day: date, reason: str, *, both_agree: bool
) -> Commitment:
    """A later day that both sides agreed."""
    promise = work.get(Commitment, id)
    moved = promise.renegotiated_to(due_day, reason, both_agree=both_agree, as_of=work.as_of)
    ask = _asked(work, promise)
    if ask is not None:
        move_ask(work, ask.id, due_day, both_agree=both_agree)
        moved = replace(work.get(Commitment, id), reason=reason)
    return work.put(moved)


def close_missed_promise(work: UnitOfWork, id: Id[Commitment], reason: str = "") -> Commitment:
    """Missed, once it is past its due day."""
    promise = work.get(Commitment, id)
    missed = promise.broken(reason, as_of=work.as_of)
    ask = _asked(work, promise)
    if ask is None:
        return work.put(missed)
    close_ask_unmet(work, ask.id, reason)
    return work.get(Commitment, id)


def withdraw_promise(
    work: UnitOfWork, id: Id[Commitment], reason: str, *, both_agree: bool
) -> Commitment:
    """Taken back by both sides."""
    promise = work.get(Commitment, id)
    taken_back = promise.withdrawn(reason, both_agree=both_agree, as_of=work.as_of)
    ask = _asked(work, promise)
    if ask is None:
        return work.put(taken_back)
    withdraw_ask(work, ask.id, reason)
    return work.get(Commitment, id)
