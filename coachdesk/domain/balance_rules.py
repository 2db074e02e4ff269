"""Rules of the balance of asking, sharing and requiring: its quarters, and a row of requirements.

Asking is the default. Requiring three times in a row is worth one word to the manager, once.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from coachdesk.domain.calendar import Days
from coachdesk.domain.people import Rep

WINDOW_DAYS, WINDOWS = 91, 4
TIME_TO_ASK = 3


def windows(until: date) -> tuple[Days, ...]:
    """First and last days of four windows of 13 weeks, the newest first."""
    lasts = (until - timedelta(days=WINDOW_DAYS * back) for back in range(WINDOWS))
    return tuple((last - timedelta(days=WINDOW_DAYS - 1), last) for last in lasts)


def window_of(day: date, until: date) -> int:
    """In which of the windows a day lies, 0 is the newest."""
    return (until - day).days // WINDOW_DAYS


def was_on_team(rep: Rep, days: Days) -> bool:
    """Whether the rep worked for the manager on any of these days."""
    first, last = days
    return not rep.employed or any(
        start <= last and (end is None or first <= end) for start, end in rep.employed
    )


def requirements_in_a_row(given: Sequence[tuple[date, str]]) -> int:
    """How many requirements ("mandate") stand at the end of the row, as far as days prove it.

    Which of two came first on one day is not known: a request or share on the day of a requirement
    ends the row.
    """
    by_day: dict[date, list[str]] = {}
    for day, kind in given:
        by_day.setdefault(day, []).append(kind)
    found = 0
    for day in sorted(by_day, reverse=True):
        if set(by_day[day]) != {"mandate"}:
            break
        found += len(by_day[day])
    return found


def is_time_to_ask(in_a_row: int) -> bool:
    """Whether to say so: at the third, and not again before the row was broken."""
    return in_a_row == TIME_TO_ASK
