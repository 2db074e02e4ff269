"""Monthly labels: which months were evaluated, under which settings, and what they found."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select

from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.monthly_labels import Month
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.store.codec import row_loader
from coachdesk.store.queries.insights import CellKey
from coachdesk.store.schema import label_snapshot, observation
from coachdesk.store.snapshot import Snapshot

_CURRENT_DAYS = 62
_DAY = label_snapshot.c.eval_day.type


@cache
def _newest_day() -> Select[Any]:
    return select(func.max(label_snapshot.c.eval_day))


@cache
def _first_known() -> Select[Any]:
    """The first day on which an observation was both made and recorded."""
    known = func.max(observation.c.day, observation.c.recorded_day)
    return select(func.min(known)).where(observation.c.state == "saved")


def newest_day(reads: Snapshot) -> date | None:
    """The day of the newest evaluation; None before the first."""
    return _one_day(reads, _newest_day())


def first_known(reads: Snapshot) -> date | None:
    """The day from which on there was evidence; None while there is none."""
    return _one_day(reads, _first_known())


def _one_day(reads: Snapshot, statement: Select[Any]) -> date | None:
    raw = reads.rows(statement)[0][0]
    return None if raw is None else date.fromisoformat(raw)


@cache
def _one_a_month() -> Select[Any]:
    known = (
        select(func.min(label_snapshot.c.id))
        .where(label_snapshot.c.eval_day >= bindparam("since", type_=_DAY))
        .group_by(label_snapshot.c.eval_day)
    )
    return (
        select(label_snapshot)
        .where(label_snapshot.c.id.in_(known))
        .order_by(label_snapshot.c.eval_day)
    )


def months_since(reads: Snapshot, since: date) -> list[Month]:
    """The days that were evaluated from a day on, in order, with the settings of that time."""
    found = [_load(row) for row in reads.rows(_one_a_month(), since=since)]
    return [Month(item.eval_day, item.settings) for item in found]


@cache
def _between(of_some: bool) -> Select[Any]:
    statement = (
        select(label_snapshot)
        .where(
            label_snapshot.c.eval_day >= bindparam("since", type_=_DAY),
            label_snapshot.c.eval_day <= bindparam("until", type_=_DAY),
        )
        .order_by(label_snapshot.c.eval_day, label_snapshot.c.revision)
    )
    if of_some:
        column = label_snapshot.c.rep_id
        wanted = bindparam("rep_ids", expanding=True, type_=column.type)
        statement = statement.where(column.in_(wanted))
    return statement


def snapshots(
    reads: Snapshot, *, since: date, until: date, rep_ids: Sequence[UUID] | None = None
) -> dict[CellKey, dict[date, LabelSnapshot]]:
    """The newest revision of each evaluation between two days, both included, by cell."""
    values: dict[str, Any] = {} if rep_ids is None else {"rep_ids": list(rep_ids)}
    found: dict[CellKey, dict[date, LabelSnapshot]] = {}
    for row in reads.rows(_between(rep_ids is not None), since=since, until=until, **values):
        item = _load(row)
        found.setdefault((item.rep_id, item.behaviour_key), {})[item.eval_day] = item
    return found


def newest(
    reads: Snapshot, rep_ids: Sequence[UUID], until: date | None = None
) -> dict[CellKey, LabelSnapshot]:
    """What the newest evaluation of each cell of these reps found; none older than two months."""
    last = until or reads.as_of
    since = last - timedelta(days=_CURRENT_DAYS)
    found = snapshots(reads, since=since, until=last, rep_ids=rep_ids)
    return {cell: by_day[max(by_day)] for cell, by_day in found.items()}


def words_of(reads: Snapshot, rep_ids: Collection[UUID]) -> dict[UUID, dict[BehaviourKey, str]]:
    """The newest label of each behaviour of these reps."""
    found: dict[UUID, dict[BehaviourKey, str]] = {rep_id: {} for rep_id in rep_ids}
    for (rep_id, key), snapshot in newest(reads, list(rep_ids)).items():
        found[rep_id][key] = snapshot.label.value
    return found


def _load(row: Any) -> LabelSnapshot:
    known: Any = LabelSnapshot
    item: LabelSnapshot = row_loader(known)(row)
    return item
