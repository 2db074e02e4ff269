"""What the ratings of one rep and one behaviour say on one day (rules §9, statistics §1-2).

A cell is judged from its own ratings alone. Nothing here is a sentence: the parts are there for
a view to word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from coachdesk.domain.people import Settings
from coachdesk.domain.statistics import (
    fewest_further,
    finding,
    jeffreys,
    label,
    p_rise,
    trend_finding,
    trend_label,
)

WELL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRating:
    """One rating of 1-5 with its day, the account it was seen at, and its place on that day."""

    day: date
    account: UUID | None
    value: int
    sequence: int
    recorded: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """How many events, accounts and weeks are still needed."""

    events: int
    accounts: int
    weeks: int

    def __bool__(self) -> bool:
        return self.events + self.accounts + self.weeks > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """x of n ratings were 4 or 5, seen at so many accounts in so many ISO weeks."""

    x: int
    n: int
    accounts: int
    weeks: int

    def missing(self, settings: Settings) -> Missing:
        """What the minimum data still lack."""
        return Missing(
            events=max(0, settings.min_events - self.n),
            accounts=max(0, settings.min_accounts - self.accounts),
            weeks=max(0, settings.min_weeks - self.weeks),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A cell on its evaluation day: counts of the level window, range, finding and what is missing.

    `lo` and `hi` are the Jeffreys range (0-1), None without ratings; `further` is the fewest
    further ratings that could decide, None if sixty cannot.
    """

    day: date
    counts: Counts
    lo: float | None
    hi: float | None
    finding: str
    further: int | None
    missing: Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendEvaluation:
    """An earlier and a later window of equal length, and whether the share rose between them.

    `rise` is the probability (0-1) of a rise, None where a window lacks data.
    """

    day: date
    earlier: Counts
    later: Counts
    rise: float | None
    finding: str
    missing_earlier: Missing
    missing_later: Missing


class Reason(StrEnum):
    """Why a label is what it is; all but the first go with "not enough evidence"."""

    TWICE_IN_A_ROW = "twice_in_a_row"
    SEEN_ONCE = "seen_once"
    INCLUDES_TARGET = "includes_target"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Label:
    """A label of two monthly findings, with its reason."""

    word: str
    reason: Reason


def evaluate(
    ratings: Iterable[DatedRating],
    day: date,
    settings: Settings,
    *,
    recorded_until: date | None = None,
) -> Evaluation:
    """Judge a cell by its ratings with day - level window < rating's day <= day.

    `recorded_until` leaves out what was recorded later, for a month that is evaluated late.
    """
    counts = _counts(_known(ratings, recorded_until), day, settings.level_window_days)
    bounds = jeffreys(x=counts.x, n=counts.n, certainty=settings.certainty)
    return Evaluation(
        day=day,
        counts=counts,
        lo=bounds[0] if bounds else None,
        hi=bounds[1] if bounds else None,
        finding=finding(
            x=counts.x,
            n=counts.n,
            accounts=counts.accounts,
            weeks=counts.weeks,
            target=settings.target_share,
            certainty=settings.certainty,
            min_events=settings.min_events,
            min_accounts=settings.min_accounts,
            min_weeks=settings.min_weeks,
        ),
        further=fewest_further(
            x=counts.x,
            n=counts.n,
            target=settings.target_share,
            certainty=settings.certainty,
            min_events=settings.min_events,
        ),
        missing=counts.missing(settings),
    )


def evaluate_trend(
    ratings: Iterable[DatedRating],
    day: date,
    settings: Settings,
    *,
    recorded_until: date | None = None,
) -> TrendEvaluation:
    """Compare the trend window that ends on `day` with the one before it."""
    known, length = _known(ratings, recorded_until), settings.trend_window_days
    later = _counts(known, day, length)
    earlier = _counts(known, day - timedelta(days=length), length)
    missing_earlier, missing_later = earlier.missing(settings), later.missing(settings)
    found, rise = "not_enough", None
    if not missing_earlier and not missing_later:
        found = trend_finding(
            x1=earlier.x,
            n1=earlier.n,
            x2=later.x,
            n2=later.n,
            certainty=settings.certainty,
            min_events=settings.min_events,
        )
        rise = p_rise(x1=earlier.x, n1=earlier.n, x2=later.x, n2=later.n)
    return TrendEvaluation(
        day=day,
        earlier=earlier,
        later=later,
        rise=rise,
        finding=found,
        missing_earlier=missing_earlier,
        missing_later=missing_later,
    )


def label_of(previous: str | None, current: str) -> Label:
    """The label of this month's finding after last month's, with its reason (rules §9)."""
    return Label(label(previous=previous, current=current), _reason(previous, current))


def trend_label_of(previous: str | None, current: str) -> Label:
    """The same for two findings of a trend."""
    return Label(trend_label(previous=previous, current=current), _reason(previous, current))


def evaluation_days(first: date, last: date) -> list[date]:
    """Every first day of a month from `first` to `last`, both included."""
    month = first if first.day == 1 else _next_month(first)
    days = []
    while month <= last:
        days.append(month)
        month = _next_month(month)
    return days


def in_order(ratings: Iterable[DatedRating]) -> list[DatedRating]:
    """Ratings by day; those of one day by their sequence number."""
    return sorted(ratings, key=lambda rating: (rating.day, rating.sequence))


def _reason(previous: str | None, current: str) -> Reason:
    match current:
        case "not_enough":
            return Reason.MISSING
        case "unclear":
            return Reason.INCLUDES_TARGET
        case _:
            return Reason.TWICE_IN_A_ROW if previous == current else Reason.SEEN_ONCE


def _known(ratings: Iterable[DatedRating], until: date | None) -> list[DatedRating]:
    return [rating for rating in ratings if until is None or rating.recorded <= until]


def _counts(ratings: Sequence[DatedRating], last: date, window_days: int) -> Counts:
    after = last - timedelta(days=window_days)
    seen = [rating for rating in ratings if after < rating.day <= last]
    return Counts(
        x=sum(rating.value >= WELL for rating in seen),
        n=len(seen),
        accounts=len({rating.account for rating in seen if rating.account is not None}),
        weeks=len({rating.day.isocalendar()[:2] for rating in seen}),
    )


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
