"""A day that has come, with its hour, as people type it: “yesterday 15:00”."""

from datetime import date, time

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.language import gettext as _


def parse_past_slot(typed: str, *, as_of: date) -> tuple[date, time | None]:
    """The day, looked for in the past, and the hour behind it if there is one."""
    try:
        return parse_day(typed, as_of=as_of, toward="past"), None
    except InputError:
        words, _space, hour = typed.rpartition(" ")
        _day, start = parse_slot(f"{_('today')} {hour}", as_of=as_of)
        return parse_day(words, as_of=as_of, toward="past"), start
