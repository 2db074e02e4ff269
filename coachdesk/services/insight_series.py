"""The ratings of one cell over time: smoothed, shifted, before and after a coached change."""

from collections.abc import Iterable, Sequence, Set
from datetime import date
from uuid import UUID

from coachdesk.domain.statistics import Cusum, cusum, ewma, permutation
from coachdesk.domain.statistics.before_after import MIN_RATINGS
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.store.queries.insights import CellKey, Given, RawSeries, SeenRating
from coachdesk.views import insight_words as words
from coachdesk.views.insights import CoachedChange, RatingPoint, Series, Shift


def series(
    rep_id: UUID,
    behaviour: BehaviourKey,
    title: str,
    ratings: Iterable[SeenRating],
    given: Sequence[Given],
    answered: Set[UUID] = frozenset(),
) -> Series:
    """Everything that is said of one cell's ratings in their order."""
    points = [
        RatingPoint(observation_id=item.observation_id, day=item.day, value=item.value)
        for item in sorted(ratings, key=lambda item: (item.day, item.sequence))
    ]
    smoothed = ewma(ratings=[point.value for point in points])
    sums, found = shift(rep_id, behaviour, points, answered)
    return Series(
        rep_id=rep_id,
        behaviour=behaviour,
        title=title,
        ratings=tuple(points),
        smoothed=tuple(smoothed),
        cusum=sums,
        shift=found,
        change=change(behaviour, points, [item for item in given if item.rep_id == rep_id]),
        words=words.smoothed_words(smoothed),
        shift_words=words.no_shift_words(len(points)) if found is None else found.words,
    )


def shift(
    rep_id: UUID,
    behaviour: BehaviourKey,
    points: Sequence[RatingPoint],
    answered: Set[UUID] = frozenset(),
) -> tuple[Cusum | None, Shift | None]:
    """The sums and the first signal after the newest baseline the manager knows of (§4)."""
    known = [i for i, point in enumerate(points) if point.observation_id in answered]
    recent = points[known[-1] :] if known else points
    sums = cusum(ratings=[point.value for point in recent])
    if sums is None or sums.signal is None:
        return sums, None
    start, seen = recent[sums.signal.start], recent[sums.signal.index]
    return sums, _shift((rep_id, behaviour), sums.signal.direction, start, seen)


def first_shift(series: RawSeries, answered: Set[UUID]) -> Shift | None:
    """The same signal from raw rows, for all cells at once."""
    n = len(series.rows)
    begin = max((i for i in range(n) if answered and series.observation(i) in answered), default=0)
    sums = cusum(ratings=series.values[begin:])
    if sums is None or sums.signal is None:
        return None
    start, seen = (_point(series, begin + at) for at in (sums.signal.start, sums.signal.index))
    return _shift(series.cell, sums.signal.direction, start, seen)


def _point(series: RawSeries, at: int) -> RatingPoint:
    return RatingPoint(
        observation_id=series.observation(at), day=series.day(at), value=series.values[at]
    )


def _shift(cell: CellKey, direction: str, start: RatingPoint, seen: RatingPoint) -> Shift:
    return Shift(
        rep_id=cell[0],
        behaviour=cell[1],
        direction=direction,
        start=start,
        seen=seen,
        words=words.shift_words(direction, start.day),
    )


def change(
    behaviour: BehaviourKey, points: Sequence[RatingPoint], given: Sequence[Given]
) -> CoachedChange | None:
    """Before and after the newest request, share or requirement on this behaviour (§5).

    The day is fixed by what was agreed, never by how the figures look: the newest one that has
    four ratings on each side, else the newest one.
    """
    own = sorted((item for item in given if item.behaviour is behaviour), key=_by_day, reverse=True)
    if not own:
        return None
    split = [(item, *_around(points, item.day)) for item in own]
    enough = [part for part in split if min(len(part[1]), len(part[2])) >= MIN_RATINGS]
    item, before, after = (enough or split)[0]
    test = permutation(before=before, after=after)
    return CoachedChange(
        day=item.day,
        what=item.text,
        before=tuple(before),
        after=tuple(after),
        test=test,
        words=words.change_words(item.day, test, len(before), len(after)),
    )


def _around(points: Sequence[RatingPoint], day: date) -> tuple[list[int], list[int]]:
    before = [point.value for point in points if point.day < day]
    return before, [point.value for point in points if point.day >= day]


def _by_day(item: Given) -> tuple[date, str, str]:
    return item.day, item.kind, item.text
