"""Working days, the day of the next one-on-one, and days some months on."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

Days = tuple[date, date]

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Whether the day is one of Monday to Friday."""
    return day.weekday() < _SATURDAY


def in_ranges(day: date, ranges: Iterable[Days]) -> bool:
    """Whether the day lies in one of the ranges, both ends included."""
    return any(first <= day <= last for first, last in ranges)


def next_working_day(day: date, away: Iterable[Days] = ()) -> date:
    """Return the first working day after `day` that is in none of the `away` ranges."""
    return first_working_day(day + _ONE_DAY, away)


def first_working_day(day: date, away: Iterable[Days] = ()) -> date:
    """Return `day` itself if it can be worked on, else the next working day off `away`."""
    ranges = sorted(away)
    while True:
        # Leap over a whole range at once: an absence may last for years.
        ends = [last for first, last in ranges if first <= day <= last]
        if ends:
            day = max(ends) + _ONE_DAY
        elif not is_working_day(day):
            day += _ONE_DAY
        else:
            return day


def next_talk_day(
    day: date, rhythm_days: int, slot_weekday: int | None, *away: Iterable[Days]
) -> date:
    """Return the day of the talk after the one on `day`.

    The slot weekday (Monday 0) nearest to day + rhythm, the later one on a tie; without a slot
    the same weekday; off the days `away` (one series of ranges each for rep and manager), moved
    to the next working day. Never the day of the talk itself. Source: rules, "Next date".
    """
    aim = day + timedelta(days=rhythm_days)
    weekday = day.weekday() if slot_weekday is None else slot_weekday
    later = (weekday - aim.weekday()) % 7
    earlier = 7 - later
    nearest = aim + timedelta(days=later if later <= earlier else -earlier)
    if nearest <= day:
        nearest += timedelta(days=7)
    return first_working_day(nearest, [period for ranges in away for period in ranges])


def first_slot_day(day: date, slot_weekday: int, *away: Iterable[Days]) -> date:
    """Return the first day with this slot, `day` itself or later, off the days `away`."""
    nearest = day + timedelta(days=(slot_weekday - day.weekday()) % 7)
    return first_working_day(nearest, [period for ranges in away for period in ranges])


def months_later(day: date, months: int) -> date:
    """Return the same day so many months on, or the last of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_four_quarters(until: date) -> tuple[Days, ...]:
    """Return the first and last days of the four times three months up to a day, oldest first."""
    lasts = [months_later(until, months) for months in (-12, -9, -6, -3, 0)]
    return tuple((before + _ONE_DAY, last) for before, last in pairwise(lasts))
