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
from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

Toward = Literal["past", "future"]

# A day this close on the other side is more likely a slip than a day eleven months away.
_SLIP_DAYS = 31

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS = {"tues": 1, "thur": 3, "thurs": 3} | {
    name[:3]: index for index, name in enumerate(_WEEKDAYS)
}
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAY_NUMBERS = _SHORT_WEEKDAYS | {name: index for index, name in enumerate(_WEEKDAYS)}
_MONTH_NUMBERS = (
    {name: number for number, name in enumerate(_MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)
_SMALL_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("a", "an", "one"),
            ("two",),
            ("three",),
            ("four",),
            ("five",),
            ("six",),
            ("seven",),
            ("eight",),
            ("nine",),
            ("ten",),
            ("eleven",),
            ("twelve",),
        ),
        1,
    )
    for word in words
}
_ORDINARY_WORDS = frozenset(("sat", "sun", "mon", "wed", "may", "march", "mar"))
_VERBS_WHEN_CAPITAL = frozenset(("sat", "sun"))


def _choice(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAY = rf"(?:{_choice(_WEEKDAY_NUMBERS)})"
_MONTH = rf"(?:{_choice(_MONTH_NUMBERS)})"
_AMOUNT = rf"(?:[0-9]{{1,3}}|{_choice(_SMALL_NUMBERS)})"
_LED = rf"(?:(?P<{{0}}>{_WEEKDAY})\.?,?[ ](?:the[ ])?)?"

_PHRASE = re.compile(
    rf"""
    (?<![\w@\#/.-])(?:
      (?P<iso>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})
    | (?P<dotted>[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:[0-9]{{4}}|[0-9]{{2}})?)
    | {_LED.format("led1")}(?P<day1>[0-9]{{1,2}})(?:st|nd|rd|th)?[ ](?:of[ ])?
        (?P<month1>{_MONTH})\b(?:,?[ ](?P<year1>[0-9]{{4}})\b)?
    | {_LED.format("led2")}(?P<month2>{_MONTH})[ ](?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?\b
        (?:,?[ ](?P<year2>[0-9]{{4}})\b)?
    | (?P<plain>(?:the[ ])?day[ ]after[ ]tomorrow|(?:the[ ])?day[ ]before[ ]yesterday
        |today|yesterday|tomorrow)
    | in[ ](?P<ahead>{_AMOUNT})[ ](?P<unit1>days?|weeks?|months?)
    | (?P<back>{_AMOUNT})[ ](?P<unit2>days?|weeks?|months?)[ ]ago
    | (?P<period>(?:(?:the[ ])?end[ ]of[ ])?(?:this|next|the)[ ](?:week|month))
    | (?:(?P<which>last|next|this)[ ])?(?P<weekday>{_WEEKDAY})
    )(?![\w-])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LEADING = re.compile(r"\s*(?:(?:on|by|until|till|before|due|since|from|the)\s+)*", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?<!\w)(?:on|by|until|till|before|after|due|since|from)\s+\Z", re.IGNORECASE
)
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
    while match := _PHRASE.search(text, start):
        start = match.end()
        if _is_meant(match):
            found.append(_phrase(match, as_of, toward))
    return tuple(found)


def day_phrase_at(text: str, start: int, *, as_of: date, toward: Toward) -> DayPhrase | None:
    """Return the day named at this very place of the line, or None."""
    match = _PHRASE.match(text, start)
    return _phrase(match, as_of, toward) if match and _is_meant(match) else None


def parse_day(text: str, *, as_of: date, toward: Toward) -> date:
    """Return the day a field holds, such as "by Fri".

    Raises InputError for what is no day, with a day that would be one where there is one.
    """
    start = _LEADING.match(text).end()  # type: ignore[union-attr]  # it matches nothing as well
    typed = text[start:].rstrip(" \t\r\n.,;!?")
    for candidate in (text[start:].strip(), typed):
        match = _PHRASE.fullmatch(candidate)
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
    word = match["weekday"] or match["month1"] or match["month2"]
    if word is None or word.casefold() not in _ORDINARY_WORDS:
        return True
    if match["which"] or match["led1"] or match["led2"] or match["year1"] or match["year2"]:
        return True
    text = match.string
    if _PREPOSITION.search(text[max(0, match.start() - 12) : match.start()]):
        return True
    if text.strip(" .,;:!?") == match[0]:
        return True
    if word[0].islower():
        return False
    following = _LOWER_WORD_NEXT.match(text, match.end())
    looks_like_a_verb = following is not None and following[1][0].islower()
    return not (looks_like_a_verb and word.casefold() in _VERBS_WHEN_CAPITAL)


def _is_meant_in_figures(match: re.Match[str]) -> bool:
    """Whether "13.3." is a day and not a decimal number at the end of a sentence."""
    number, month, year = match["dotted"].split(".")
    if not (1 <= int(number) <= 31 and 1 <= int(month) <= 12):
        return False
    text = match.string
    if year or match.end() < len(text.rstrip()) or text.strip() == match[0]:
        return True
    return _PREPOSITION.search(text[max(0, match.start() - 12) : match.start()]) is not None


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
        return _dotted_day(match["dotted"], as_of, toward)
    if match["plain"]:
        plain = match["plain"].casefold().removeprefix("the ")
        return as_of + timedelta(days=_PLAIN[plain])
    if match["ahead"]:
        return _moved(as_of, match["ahead"], match["unit1"], 1)
    if match["back"]:
        return _moved(as_of, match["back"], match["unit2"], -1)
    if match["period"]:
        return _end_of_period(match["period"].casefold(), as_of)
    if match["weekday"]:
        return _weekday(match["weekday"], (match["which"] or "").casefold(), as_of, toward)
    return _named_day(match, as_of, toward)


_PLAIN = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}


def _dotted_day(typed: str, as_of: date, toward: Toward) -> date:
    number, month, year = typed.split(".")
    if not year:
        return _nearest(int(month), int(number), as_of, toward, typed)
    return _real_day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(number), typed)


def _named_day(match: re.Match[str], as_of: date, toward: Toward) -> date:
    month = _MONTH_NUMBERS[(match["month1"] or match["month2"]).casefold()]
    number = int(match["day1"] or match["day2"])
    year = match["year1"] or match["year2"]
    if year:
        day = _real_day(int(year), month, number, match[0])
    else:
        day = _nearest(month, number, as_of, toward, match[0])
    led = match["led1"] or match["led2"]
    if led and _WEEKDAY_NUMBERS[led.casefold()] != day.weekday():
        raise InputError(
            _("{typed} is another weekday.").format(typed=match[0]),
            _("Try {suggestion}.").format(suggestion=short_weekday_day(day)),
        )
    return day


def _nearest(month: int, number: int, as_of: date, toward: Toward, typed: str) -> date:
    """Return the day of the year that the line looks at; a slip of a month stays this side."""

    def day_in(year: int) -> date:
        return date(year, month, min(number, monthrange(year, month)[1]))

    if not (1 <= month <= 12 and number >= 1):
        return _real_day(as_of.year, month, number, typed)
    slip = timedelta(days=_SLIP_DAYS)
    years = (as_of.year - 1, as_of.year, as_of.year + 1)
    if toward == "past":
        year = max(year for year in years if day_in(year) <= as_of + slip)
    else:
        year = min(year for year in years if day_in(year) >= as_of - slip)
    return _real_day(year, month, number, typed)


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
    word = amount.casefold()
    count = sign * (int(word) if word.isdigit() else _SMALL_NUMBERS[word])
    move: Callable[[date, int], date] = {
        "d": lambda day, days: day + timedelta(days=days),
        "w": lambda day, weeks: day + timedelta(weeks=weeks),
        "m": months_later,
    }[unit[0].casefold()]
    return move(as_of, count)


def _end_of_period(period: str, as_of: date) -> date:
    """Return the Friday of the week meant, or the last day of the month meant."""
    later = "next" in period
    if period.endswith("week"):
        return as_of + timedelta(days=4 - as_of.weekday() + (7 if later else 0))
    month = months_later(as_of.replace(day=1), 1 if later else 0)
    return month.replace(day=monthrange(month.year, month.month)[1])


def _weekday(typed: str, which: str, as_of: date, toward: Toward) -> date:
    """Return the weekday meant; "next" is the one of next week, "last" the latest before today."""
    weekday = _WEEKDAY_NUMBERS[typed.casefold()]
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
