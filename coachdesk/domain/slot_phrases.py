"""A day with a time of day, as people type an appointment: "Tue 24 Mar, 10:30"."""

import re
from datetime import date, time
from functools import cache

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.language import pgettext, spoken


@cache
def _time(_spoken: tuple[str, ...]) -> re.Pattern[str]:
    own_at = pgettext("typed before a time", "at")
    at = f"(?:at|{re.escape(own_at)})"
    clock = re.escape(pgettext("typed after a time", "o’clock"))
    return re.compile(
        rf"(?:\b{at}\s+)?(?<![\d.])(?P<hour>\d{{1,2}})"
        rf"(?:[:.h](?P<minute>\d{{2}})\b(?!\.)(?:\s*(?P<half>[ap]m)|\s+{clock}\b)?"
        rf"|\s*(?P<half2>[ap]m)\b|\s+{clock}\b)|\b{at}\s+(?P<bare>\d{{1,2}})\b",
        re.IGNORECASE,
    )


def parse_slot(text: str, *, as_of: date) -> tuple[date, time | None]:
    """The day and, if one is given, the start; InputError says what does not fit."""
    found = list(_time(spoken()).finditer(text))
    if not found:
        return parse_day(text, as_of=as_of, toward="future"), None
    last = found[-1]
    rest = f"{text[: last.start()]} {text[last.end() :]}".strip(" ,;–-")
    return parse_day(rest, as_of=as_of, toward="future"), _moment(last)


def parse_time(text: str) -> time:
    """A time of day by itself: "10:30", "9am", "9"."""
    typed = text.strip()
    pattern = _time(spoken())
    match = pattern.fullmatch(typed) or pattern.fullmatch(f"at {typed}")
    if match is None:
        raise InputError(
            _("“{typed}” is not a time of day.").format(typed=typed), _("Type it like 10:30.")
        )
    return _moment(match)


def _moment(match: re.Match[str]) -> time:
    hour = int(match["hour"] or match["bare"])
    minute = int(match["minute"] or 0)
    half = (match["half"] or match["half2"] or "").casefold()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise InputError(
            _("“{typed}” is not a time of day.").format(typed=match[0].strip()),
            _("Type it like 10:30."),
        )
    return time(hour, minute)
