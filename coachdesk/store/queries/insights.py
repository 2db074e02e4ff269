"""Reads what Insights is made of: a fixed number of statements, whatever the number of rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, or_, select

from coachdesk.domain.evaluation import DatedRating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.opportunities import Activity
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import BehaviourKey, Gain, Side
from coachdesk.store.codec import row_loader
from coachdesk.store.column_types import id_from
from coachdesk.store.schema import (
    activity,
    ask,
    ask_thread,
    commitment,
    gain_statement,
    hand_off,
    label_snapshot,
    mandate,
    observation,
    rating,
    share,
    shift_note,
)
from coachdesk.store.snapshot import Snapshot

CellKey = tuple[UUID, BehaviourKey]
_LABEL_DAYS = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRating(DatedRating):
    """A rating that knows the observation it opens."""

    observation_id: UUID


@dataclass(frozen=True, slots=True)
class Given:
    """A request, share or requirement of the manager: to whom, when, about which behaviour."""

    kind: str
    rep_id: UUID
    day: date
    behaviour: BehaviourKey | None
    text: str
    id: UUID


def _within(column: ColumnElement[Any]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    kind = column.type
    return column > bindparam("after", type_=kind), column <= bindparam("until", type_=kind)


@cache
def _ratings(of_one: bool) -> Select[Any]:
    statement = (
        select(
            observation.c.rep_id,
            rating.c.behaviour_key,
            rating.c.value,
            observation.c.day,
            observation.c.recorded_day,
            observation.c.seq,
            observation.c.account_id,
            observation.c.id,
        )
        .join_from(observation, rating, rating.c.observation_id == observation.c.id)
        .where(observation.c.state == "saved", *_within(observation.c.day))
    )
    if of_one:
        statement = statement.where(
            observation.c.rep_id == bindparam("rep_id", type_=observation.c.rep_id.type)
        )
    return statement


def ratings(
    reads: Snapshot, *, after: date, until: date, rep_id: UUID | None = None
) -> dict[CellKey, list[SeenRating]]:
    """Saved ratings with after < day ≤ until by rep and behaviour, in no order."""
    values: dict[str, Any] = {"after": after, "until": until}
    if rep_id is not None:
        values["rep_id"] = rep_id
    found: dict[tuple[bytes, str], list[SeenRating]] = {}
    day_of = cache(date.fromisoformat)
    for row in reads.tuples(_ratings(rep_id is not None), **values):
        rep, key, value, day, recorded, seq, account, id = row
        seen = SeenRating(
            day=day_of(day),
            account=None if account is None else id_from(account),
            value=value,
            sequence=seq,
            recorded=day_of(recorded),
            observation_id=id_from(id),
        )
        found.setdefault((rep, key), []).append(seen)
    return {(id_from(rep), BehaviourKey(key)): own for (rep, key), own in found.items()}


@cache
def _in_order() -> Select[Any]:
    return (
        select(
            observation.c.rep_id,
            rating.c.behaviour_key,
            rating.c.value,
            observation.c.day,
            observation.c.id,
        )
        .join_from(observation, rating, rating.c.observation_id == observation.c.id)
        .where(observation.c.state == "saved", *_within(observation.c.day))
        .order_by(
            observation.c.rep_id, rating.c.behaviour_key, observation.c.day, observation.c.seq
        )
    )


@dataclass(frozen=True, slots=True)
class RawSeries:
    """All ratings of one cell in their order; days and ids are read where they are looked at."""

    cell: CellKey
    rows: Sequence[tuple[Any, ...]]  # in the order of the statement's columns

    @property
    def values(self) -> list[int]:
        """The ratings alone."""
        return [row[2] for row in self.rows]

    def observation(self, at: int) -> UUID:
        """The observation of one rating."""
        return id_from(self.rows[at][4])

    def day(self, at: int) -> date:
        """The day of one rating."""
        return date.fromisoformat(self.rows[at][3])


def every_rating(reads: Snapshot, until: date) -> Iterator[RawSeries]:
    """The ratings of every cell, from the first one on: there may be very many."""
    found = reads.tuples(_in_order(), after=date.min, until=until)
    for (rep, key), own in groupby(found, key=itemgetter(0, 1)):
        yield RawSeries((id_from(rep), BehaviourKey(key)), list(own))


@cache
def _labels() -> Select[Any]:
    return (
        select(label_snapshot)
        .where(*_within(label_snapshot.c.eval_day))
        .order_by(label_snapshot.c.eval_day, label_snapshot.c.revision)
    )


def newest_labels(reads: Snapshot, until: date) -> dict[CellKey, LabelSnapshot]:
    """The newest revision of the newest monthly evaluation of each cell, of two months at most."""
    load = row_loader(_any(LabelSnapshot))
    rows = reads.rows(_labels(), after=until - timedelta(days=_LABEL_DAYS), until=until)
    found = [load(row) for row in rows]
    return {(item.rep_id, item.behaviour_key): item for item in found}


@cache
def _promises() -> Select[Any]:
    after, _until = _within(commitment.c.due_day)
    begun = commitment.c.agreed_day <= bindparam("until", type_=commitment.c.agreed_day.type)
    is_open = commitment.c.state == "open"
    return select(commitment).where(commitment.c.rep_id.is_not(None), begun, or_(after, is_open))


def promises(reads: Snapshot, *, after: date, until: date) -> list[Commitment]:
    """Promises between manager and reps that fell due after a day, or are open."""
    load = row_loader(_any(Commitment))
    return [load(row) for row in reads.rows(_promises(), after=after, until=until)]


@cache
def _asks() -> Select[Any]:
    return (
        select(ask_thread.c.rep_id, ask.c.day, ask_thread.c.behaviour_key, ask.c.text, ask.c.id)
        .join_from(ask, ask_thread, ask_thread.c.id == ask.c.thread_id)
        .where(*_from_manager_to_rep(), ask.c.state != "draft", *_within(ask.c.day))
    )


@cache
def _mandates() -> Select[Any]:
    return (
        select(
            ask_thread.c.rep_id,
            mandate.c.day,
            ask_thread.c.behaviour_key,
            mandate.c.what,
            mandate.c.id,
        )
        .join_from(mandate, ask_thread, ask_thread.c.id == mandate.c.thread_id)
        .where(*_from_manager_to_rep(), *_within(mandate.c.day))
    )


@cache
def _shares() -> Select[Any]:
    return select(
        share.c.rep_id, share.c.day, share.c.behaviour_key, share.c.text, share.c.id
    ).where(share.c.state == "given", *_within(share.c.day))


def _from_manager_to_rep() -> tuple[ColumnElement[bool], ...]:
    is_ours = ask_thread.c.asker == "manager"
    return is_ours, ask_thread.c.party == "rep", ask_thread.c.rep_id.is_not(None)


def given(reads: Snapshot, *, after: date, until: date) -> list[Given]:
    """What the manager asked, shared and required of reps; drafts left out, void ones not."""
    return [
        _given(kind, *tuple(row))
        for kind, statement in (("ask", _asks()), ("share", _shares()), ("mandate", _mandates()))
        for row in reads.rows(statement, after=after, until=until)
    ]


def _given(kind: str, rep: bytes, day: str, key: str | None, text: str, id: bytes) -> Given:
    behaviour = None if key is None else BehaviourKey(key)
    return Given(kind, id_from(rep), date.fromisoformat(day), behaviour, text, id_from(id))


@cache
def _hand_offs() -> Select[Any]:
    return select(hand_off).where(*_within(hand_off.c.created_day))


@cache
def _gains() -> Select[Any]:
    return (
        select(gain_statement.c.hand_off_id, gain_statement.c.side, gain_statement.c.outcome)
        .join_from(gain_statement, hand_off, hand_off.c.id == gain_statement.c.hand_off_id)
        .where(*_within(hand_off.c.created_day))
    )


def hand_offs(reads: Snapshot, *, after: date, until: date) -> list[HandOff]:
    """Hand-offs whose need was noted with after < day ≤ until."""
    load = row_loader(_any(HandOff))
    return [load(row) for row in reads.rows(_hand_offs(), after=after, until=until)]


def gains(reads: Snapshot, *, after: date, until: date) -> Mapping[UUID, Mapping[Side, Gain]]:
    """What the three got out of each of these hand-offs."""
    found: dict[UUID, dict[Side, Gain]] = {}
    for row in reads.rows(_gains(), after=after, until=until):
        id, side, outcome = tuple(row)
        found.setdefault(id_from(id), {})[Side(side)] = Gain(outcome)
    return found


@cache
def _activities() -> Select[Any]:
    return select(activity).where(*_within(activity.c.day))


def activities(reads: Snapshot, *, after: date, until: date) -> Sequence[Activity]:
    """Sales activities with after < day ≤ until."""
    load = row_loader(_any(Activity))
    return [load(row) for row in reads.rows(_activities(), after=after, until=until)]


@cache
def _answered() -> Select[Any]:
    return select(shift_note.c.rep_id, shift_note.c.behaviour_key, shift_note.c.observation_id)


def answered_shifts(reads: Snapshot) -> dict[CellKey, set[UUID]]:
    """The ratings from which on a new baseline begins, since the manager saw the shift."""
    found: dict[CellKey, set[UUID]] = {}
    for row in reads.rows(_answered()):
        rep, key, id = tuple(row)
        found.setdefault((id_from(rep), BehaviourKey(key)), set()).add(id_from(id))
    return found


def _any(value: Any) -> Any:
    return value
