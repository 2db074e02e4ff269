"""Days and times in the words that screens and pages use for them."""

from datetime import date, time

from coachdesk.domain.day_names import (
    month_names,
    short_day,
    short_weekday_day,
    short_weekday_names,
    weekday_names,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext

NEAR_DAYS = 6


def near_day(day: date, as_of: date) -> str:
    """Return "today", a weekday for the next six days, then "24 Mar", with another year's year."""
    ahead = (day - as_of).days
    if ahead == 0:
        return _("today")
    if 0 < ahead <= NEAR_DAYS:
        return short_weekday_names()[day.weekday()]
    if day.year == as_of.year:
        return short_day(day)
    return _("{date} {year}").format(date=short_day(day), year=day.year)


def due_words(day: date, as_of: date) -> str:
    """Return "2 days over" for a due day that has passed, else the day as in `near_day`."""
    over = (as_of - day).days
    if over > 0:
        return ngettext("{n} day over", "{n} days over", over).format(n=over)
    return near_day(day, as_of)


def long_day(day: date) -> str:
    """Return "Tuesday 10 March 2026"."""
    return _("{date} {year}").format(date=medium_day(day), year=day.year)


def medium_day(day: date) -> str:
    """Return "Tuesday 10 March"."""
    return _("{weekday} {day} {month}").format(
        weekday=weekday_names()[day.weekday()], day=day.day, month=month_names()[day.month - 1]
    )


def print_day(day: date) -> str:
    """Return "Fri 13 Mar": weekday and month by name, so that no page has a 03/04."""
    return short_weekday_day(day)


def clock(moment: time) -> str:
    """Return "10:30"."""
    return _("{hour:02}:{minute:02}").format(hour=moment.hour, minute=moment.minute)
