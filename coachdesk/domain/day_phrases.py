"""Days as people type them: "Fri", "13 Mar", "in two weeks", "2026-03-13".

A day without a year is the nearest one in the direction the line looks: back for what was seen,
ahead for what is promised. Words that are also ordinary words ("may", "sat") count only where a
day is plainly meant. What cannot be a day is reported, never guessed.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from coachdesk.domain.calendar import months_later
from coachdesk.domain.day_names import month_names, short_weekday_day
from coachdesk.domain.day_words import Period, day_words
from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

Toward = Literal["past", "future"]

# A day this close on the other side is more likely a slip than a day eleven months away.
_SLIP_DAYS = 31
_FRIDAY = 4

_LOWER_WORD_NEXT = re.compile(r"\s+([^\W\d_]+)")
_SLASHED = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPhrase:
    """Where in a line a day stands, from `start` up to `end`, and which day it is.

    `day` is None when there is no such day; `error` says why and offers another.
    """

    start: int
    end: int
    day: date | None
    error: InputError | None = None


def day_phrases(text: str, *, as_of: date, toward: Toward) -> tuple[DayPhrase, ...]:
    """Return the days named in a line, in the order they stand."""
    found = []
    start = 0
    phrase = day_words().phrase
    while match := phrase.search(text, start):
        start = match.end()
        if _is_meant(match):
            found.append(_phrase(match, as_of, toward))
    return tuple(found)


def day_phrase_at(text: str, start: int, *, as_of: date, toward: Toward) -> DayPhrase | None:
    """Return the day named at this very place of the line, or None."""
    match = day_words().phrase.match(text, start)
    return _phrase(match, as_of, toward) if match and _is_meant(match) else None


def parse_day(text: str, *, as_of: date, toward: Toward) -> date:
    """Return the day a field holds, such as "by Fri".

    Raises InputError for what is no day, with a day that would be one where there is one.
    """
    words = day_words()
    led = words.leading.match(text)
    start = led.end() if led else 0
    typed = text[start:].rstrip(" \t\r\n.,;!?")
    # "Vor drei Tagen" begins with a word that may also only lead to a day.
    for candidate in (text.strip(), text[start:].strip(), typed):
        match = words.phrase.fullmatch(candidate)
        if match:
            phrase = _phrase(match, as_of, toward)
            if phrase.error is not None:
                raise phrase.error
            if phrase.day is not None:
                return phrase.day
    raise _not_a_day(typed)


def _not_a_day(typed: str) -> InputError:
    if not typed:
        return InputError(_("No day is given."), _examples())
    if _SLASHED.fullmatch(typed):
        return InputError(_("{typed} can be read as two days.").format(typed=typed), _examples())
    shown = typed if len(typed) <= 40 else typed[:39] + "…"
    return InputError(_("“{typed}” is not a day.").format(typed=shown), _examples())


def _examples() -> str:
    return _("Type it like Fri, 13 Mar, in two weeks or 2026-03-13.")


def _is_meant(match: re.Match[str]) -> bool:
    """Whether what is also an ordinary word or figure stands for a day here."""
    if match["dotted"]:
        return _is_meant_in_figures(match)
    words = day_words()
    word = match["weekday"] or match["month1"] or match["month2"]
    if word is None or word.casefold() not in words.ordinary:
        return True
    if match["which"] or match["led1"] or match["led2"] or match["year1"] or match["year2"]:
        return True
    text = match.string
    if _is_led(match):
        return True
    if text.strip(" .,;:!?") == match[0]:
        return True
    if word[0].islower():
        return False
    following = _LOWER_WORD_NEXT.match(text, match.end())
    looks_like_a_verb = following is not None and following[1][0].islower()
    return not (looks_like_a_verb and word.casefold() in words.verbs_when_large)


def _is_meant_in_figures(match: re.Match[str]) -> bool:
    """Whether "13.3." is a day and not a decimal number at the end of a sentence."""
    number, month, year = match["dotted"].split(".")
    if not (1 <= int(number) <= 31 and 1 <= int(month) <= 12):
        return False
    text = match.string
    if year or match.end() < len(text.rstrip()) or text.strip() == match[0]:
        return True
    return (
        day_words().preposition.search(text[max(0, match.start() - 12) : match.start()]) is not None
    )


def _is_led(match: re.Match[str]) -> bool:
    """Whether "on", "by" or the like stands before it."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return day_words().preposition.search(before) is not None


def _phrase(match: re.Match[str], as_of: date, toward: Toward) -> DayPhrase:
    try:
        day, error = _day(match, as_of, toward), None
    except InputError as refusal:
        day, error = None, refusal
    return DayPhrase(start=match.start(), end=match.end(), day=day, error=error)


def _day(match: re.Match[str], as_of: date, toward: Toward) -> date:
    if match["iso"]:
        year, month, number = map(int, match["iso"].split("-"))
        return _real_day(year, month, number, match[0])
    if match["dotted"]:
        return _on_its_weekday(match, _dotted_day(match["dotted"], as_of, toward))
    words = day_words()
    if match["plain"]:
        return as_of + timedelta(days=words.plain[match["plain"].casefold()])
    ahead, back = match["ahead"] or match["own_ahead"], match["back"] or match["own_back"]
    if ahead:
        return _moved(as_of, ahead, match["unit1"] or match["unit3"], 1)
    if back:
        return _moved(as_of, back, match["unit2"] or match["unit4"], -1)
    if ending := match["end"] or match["own_end"]:
        return _end_of_month(words.months[ending.casefold()], match["year3"], as_of, toward)
    if match["period"]:
        return _end_of_period(words.periods[match["period"].casefold()], as_of)
    if week := match["week1"] or match["week2"]:
        weekday = words.weekdays[(match["day_of"] or match["in_week"]).casefold()]
        return _end_of_period(words.periods[week.casefold()], as_of, weekday)
    if match["weekday"]:
        which = words.which.get((match["which"] or "").casefold(), "")
        return _weekday(words.weekdays[match["weekday"].casefold()], which, as_of, toward)
    return _named_day(match, as_of, toward)


def _dotted_day(typed: str, as_of: date, toward: Toward) -> date:
    number, month, year = typed.split(".")
    if not year:
        return _nearest(int(month), int(number), as_of, toward, typed)
    return _real_day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(number), typed)


def _named_day(match: re.Match[str], as_of: date, toward: Toward) -> date:
    month = day_words().months[(match["month1"] or match["month2"]).casefold()]
    number = int(match["day1"] or match["day2"])
    year = match["year1"] or match["year2"]
    if year:
        day = _real_day(int(year), month, number, match[0])
    else:
        day = _nearest(month, number, as_of, toward, match[0])
    return _on_its_weekday(match, day)


def _on_its_weekday(match: re.Match[str], day: date) -> date:
    """The day, if it is the weekday typed before it."""
    led = match["led1"] or match["led2"] or match["led3"]
    if led and day_words().weekdays[led.casefold()] != day.weekday():
        raise InputError(
            _("{typed} is another weekday.").format(typed=match[0]),
            _("Try {suggestion}.").format(suggestion=short_weekday_day(day)),
        )
    return day


def _nearest(month: int, number: int, as_of: date, toward: Toward, typed: str) -> date:
    if not (1 <= month <= 12 and number >= 1):
        return _real_day(as_of.year, month, number, typed)
    return _real_day(_nearest_year(month, number, as_of, toward), month, number, typed)


def _nearest_year(month: int, number: int, as_of: date, toward: Toward) -> int:
    """Return the year of the day that the line looks at; a slip of a month stays this side."""

    def day_in(year: int) -> date:
        return date(year, month, min(number, monthrange(year, month)[1]))

    slip = timedelta(days=_SLIP_DAYS)
    years = (as_of.year - 1, as_of.year, as_of.year + 1)
    if toward == "past":
        return max(year for year in years if day_in(year) <= as_of + slip)
    return min(year for year in years if day_in(year) >= as_of - slip)


def _end_of_month(month: int, typed_year: str | None, as_of: date, toward: Toward) -> date:
    year = int(typed_year) if typed_year else _nearest_year(month, 31, as_of, toward)
    if year < 1:
        raise InputError(_("There is no day {typed}.").format(typed=typed_year), _examples())
    return date(year, month, monthrange(year, month)[1])


def _real_day(year: int, month: int, number: int, typed: str) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        pass
    if not 1 <= month <= 12:
        raise InputError(
            _("There is no month {month} in {typed}.").format(month=month, typed=typed),
            _examples(),
        )
    if year < 1 or number < 1:
        raise InputError(_("There is no day {typed}.").format(typed=typed), _examples())
    last = date(year, month, monthrange(year, month)[1])
    raise InputError(
        _("{month} ends on the {last}.").format(
            month=month_names()[month - 1], last=_ordinal(last.day)
        ),
        _("Try {suggestion}.").format(suggestion=short_weekday_day(last)),
    )


def _ordinal(last_day: int) -> str:
    return {28: _("28th"), 29: _("29th"), 30: _("30th"), 31: _("31st")}[last_day]


def _moved(as_of: date, amount: str, unit: str, sign: int) -> date:
    words, word = day_words(), amount.casefold()
    count = sign * (int(word) if word.isdigit() else words.numbers[word])
    move: Callable[[date, int], date] = {
        "d": lambda day, days: day + timedelta(days=days),
        "w": lambda day, weeks: day + timedelta(weeks=weeks),
        "m": months_later,
    }[words.units[unit.casefold()]]
    return move(as_of, count)


def _end_of_period(period: Period, as_of: date, weekday: int = _FRIDAY) -> date:
    """Return the weekday of the week meant, Friday unless told, or the month’s last day."""
    unit, is_next = period
    if unit == "w":
        return as_of + timedelta(days=weekday - as_of.weekday() + (7 if is_next else 0))
    month = months_later(as_of.replace(day=1), 1 if is_next else 0)
    return month.replace(day=monthrange(month.year, month.month)[1])


def _weekday(weekday: int, which: str, as_of: date, toward: Toward) -> date:
    """Return the weekday meant; "next" is the one of next week, "last" the latest before today."""
    this_week = as_of + timedelta(days=weekday - as_of.weekday())
    if which == "this":
        return this_week
    if which == "next":
        return this_week + timedelta(days=7)
    if which == "last":
        return as_of - timedelta(days=(as_of.weekday() - weekday - 1) % 7 + 1)
    if toward == "past":
        return as_of - timedelta(days=(as_of.weekday() - weekday) % 7)
    return as_of + timedelta(days=(weekday - as_of.weekday() - 1) % 7 + 1)
