"""Monthly evaluations of one cell in a row: a label looks back at the month before (rules §9)."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coachdesk.domain.evaluation import DatedRating, Evaluation, Label, evaluate, label_of
from coachdesk.domain.people import Settings

LONGEST_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Month:
    """A day to evaluate on, with the settings that hold for it."""

    day: date
    settings: Settings


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier evaluation of the same cell found, from so many ratings."""

    day: date
    finding: str
    n: int


@dataclass(frozen=True, slots=True)
class Judged:
    """One month of a cell."""

    month: Month
    evaluation: Evaluation
    label: Label


def judged(
    ratings: Iterable[DatedRating],
    months: Sequence[Month],
    before: Before | None = None,
    *,
    also: Collection[date] = (),
) -> Iterator[Judged]:
    """Evaluate a cell on each day, in order; each knows what was recorded by that day.

    A day without a rating in its window is left out, unless the month before had one (then the
    label ends) or it is among `also`.
    """
    ordered = sorted(ratings, key=lambda rating: rating.day)
    days = [rating.day for rating in ordered]
    last = before
    for month in months:
        settings = month.settings
        begin = month.day - timedelta(days=settings.level_window_days)
        seen = ordered[bisect_right(days, begin) : bisect_right(days, month.day)]
        previous = last if last is not None and month.day - last.day <= LONGEST_MONTH else None
        has_ended = previous is not None and previous.n > 0
        known = any(rating.recorded <= month.day for rating in seen)
        if not (known or has_ended or month.day in also):
            continue
        found = evaluate(seen, month.day, settings, recorded_until=month.day)
        yield Judged(month, found, label_of(previous.finding if previous else None, found.finding))
        last = Before(month.day, found.finding, found.counts.n)
