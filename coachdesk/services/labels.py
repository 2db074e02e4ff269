"""Monthly labels: written at the first opening of a month, anew where evidence was changed.

The newest revision of a month always equals its evaluation from the evidence that was recorded by
its day, under the settings stored with it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coachdesk.domain.evaluation import evaluation_days
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.monthly_labels import LONGEST_MONTH, Before, Judged, Month, judged
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    Finding,
    Label,
    ObservationState,
    SnapshotCause,
    WorkspaceKind,
)
from coachdesk.store.queries import labels as rows
from coachdesk.store.queries.insights import CellKey, ratings
from coachdesk.store.queries.people import workspaces
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork

ONE_DAY = timedelta(days=1)


def months_missed(reads: Snapshot) -> list[Month]:
    """First days of a month that began since the newest evaluation, or since the first evidence.

    A sample has its own two days: its labels do not depend on the day it is loaded on.
    """
    spaces = workspaces(reads)
    if not spaces or spaces[0].kind is WorkspaceKind.SAMPLE:
        return []
    newest = rows.newest_day(reads)
    first = newest + ONE_DAY if newest is not None else rows.first_known(reads)
    if first is None:
        return []
    return [Month(day, spaces[0].settings) for day in evaluation_days(first, reads.as_of)]


def evaluate_months(work: UnitOfWork) -> None:
    """Write the labels of every month that was missed; again, it writes nothing."""
    evaluate_on(work, months_missed(work))


def evaluate_on(work: UnitOfWork, months: Sequence[Month]) -> None:
    """Write the labels of these days, in order, for every rep and behaviour."""
    if not months:
        return
    first, last = months[0].day, months[-1].day
    widest = max(month.settings.level_window_days for month in months)
    known = ratings(work, after=first - timedelta(days=widest), until=last)
    before = rows.snapshots(work, since=first - LONGEST_MONTH, until=first - ONE_DAY)
    fresh: list[LabelSnapshot] = []
    for cell in sorted({*known, *before}):
        found = judged(known.get(cell, ()), months, _last(before.get(cell, {}), first))
        fresh += [_snapshot(work, cell, one, SnapshotCause.MONTHLY) for one in found]
    work.add_all(fresh)


def follow_evidence(work: UnitOfWork) -> None:
    """Write a new revision of each evaluated month in which changed evidence counted."""
    cells = dict(_changed_cells(work))
    if not cells:
        return
    months = rows.months_since(work, min(change.since for change in cells.values()))
    for rep_id in sorted({rep for rep, _key in cells}):
        if months and work.peek(Rep, as_id(rep_id)) is not None:
            own = {cell: change for cell, change in cells.items() if cell[0] == rep_id}
            _revise(work, rep_id, own, months)


def forget_labels(work: UnitOfWork, rep_id: UUID) -> None:
    """Remove the labels of a rep who is about to go."""
    for snapshot in work.find(LabelSnapshot, rep_id=rep_id):
        work.remove(snapshot)


@dataclass(frozen=True, slots=True)
class _Change:
    """From which day on evidence of a cell counts differently, and why."""

    since: date
    cause: SnapshotCause


def _revise(
    work: UnitOfWork, rep_id: UUID, cells: Mapping[CellKey, _Change], months: Sequence[Month]
) -> None:
    first, last = months[0].day, months[-1].day
    widest = max(month.settings.level_window_days for month in months)
    known = ratings(work, after=first - timedelta(days=widest), until=last, rep_id=rep_id)
    stored = rows.snapshots(work, since=first - LONGEST_MONTH, until=last, rep_ids=[rep_id])
    for cell, change in cells.items():
        have = stored.get(cell, {})
        ahead = [month for month in months if month.day >= change.since]
        if not ahead:
            continue
        before = _last(have, ahead[0].day)
        for one in judged(known.get(cell, ()), ahead, before, also=have):
            _put_if_different(work, cell, one, have.get(one.month.day), change.cause)


def _put_if_different(
    work: UnitOfWork,
    cell: CellKey,
    one: Judged,
    stored: LabelSnapshot | None,
    cause: SnapshotCause,
) -> None:
    if stored is None:
        work.put(_snapshot(work, cell, one, cause))
        return
    known = _snapshot(work, cell, one, stored.cause)
    fresh = replace(known, id=stored.id, revision=stored.revision)
    if fresh != stored:
        id, revision = work.new_id(LabelSnapshot), stored.revision + 1
        work.put(replace(fresh, id=id, revision=revision, cause=cause))


def _snapshot(work: UnitOfWork, cell: CellKey, one: Judged, cause: SnapshotCause) -> LabelSnapshot:
    found = one.evaluation
    return LabelSnapshot(
        id=work.new_id(LabelSnapshot),
        rep_id=as_id(cell[0]),
        behaviour_key=cell[1],
        eval_day=one.month.day,
        n=found.counts.n,
        x=found.counts.x,
        accounts=found.counts.accounts,
        weeks=found.counts.weeks,
        lo=found.lo,
        hi=found.hi,
        finding=Finding(found.finding),
        label=Label(one.label.word),
        settings=one.month.settings,
        cause=cause,
    )


def _last(have: Mapping[date, LabelSnapshot], day: date) -> Before | None:
    """The newest of these evaluations before a day."""
    days = [at for at in have if at < day]
    if not days:
        return None
    found = have[max(days)]
    return Before(found.eval_day, found.finding.value, found.n)


def _changed_cells(work: UnitOfWork) -> Iterator[tuple[CellKey, _Change]]:
    """The cells whose evidence the command changed, each with the first day that can differ."""
    touched = _touched_ratings(work)
    ids = {id for kind, id in work.before if kind is Observation} | set(touched)
    found: dict[CellKey, _Change] = {}
    for id in ids:
        now = work.peek(Observation, as_id(id))
        was = _was(work, Observation, id, now)
        versions = [one for one in (was, now) if one is not None and _counts(one)]
        # What is recorded today counts from the first day of next month on.
        since = min((max(one.day, one.recorded_day) for one in versions), default=work.as_of)
        if not versions or (since >= work.as_of and work.as_of.day != 1):
            continue
        keys = touched.get(id, set())
        if _figure_of(was) != _figure_of(now):
            keys = keys | {one.behaviour_key for one in work.find(Rating, observation_id=id)}
            keys |= {old.behaviour_key for old in _removed_ratings(work, id)}
        is_void = now is None or not _counts(now)
        cause = SnapshotCause.VOID if is_void else SnapshotCause.AMEND
        for cell in ((one.rep_id, key) for one in versions for key in keys):
            known = found.get(cell)
            found[cell] = _Change(since if known is None else min(since, known.since), cause)
    yield from found.items()


def _touched_ratings(work: UnitOfWork) -> dict[UUID, set[BehaviourKey]]:
    """Behaviours that are rated differently than before, by observation."""
    found: dict[UUID, set[BehaviourKey]] = {}
    for kind, id in work.before:
        if kind is not Rating:
            continue
        now = work.peek(Rating, as_id(id))
        was = _was(work, Rating, id, now)
        if was is not None and now is not None and was.value == now.value:
            continue
        for one in (was, now):
            if one is not None:
                found.setdefault(one.observation_id, set()).add(one.behaviour_key)
    return found


def _removed_ratings(work: UnitOfWork, observation_id: UUID) -> Iterable[Rating]:
    for old in work.before.values():
        if isinstance(old, Rating) and old.observation_id == observation_id:
            yield old


def _was(work: UnitOfWork, kind: type[Any], id: UUID, now: Any) -> Any:
    return work.before.get((kind, id), now)


def _counts(observation: Observation) -> bool:
    return observation.state is ObservationState.SAVED


def _figure_of(observation: Observation | None) -> object:
    """What of an observation a label rests on, beside its ratings."""
    if observation is None:
        return None
    return (
        observation.rep_id,
        observation.day,
        observation.recorded_day,
        observation.account_id,
        observation.state,
    )
