"""The words of days as people type them, in English and in the language in use.

A language gives its words as messages, so that it needs no code: "tomorrow", "in two weeks",
"end of the month". English is understood beside it, because lists come out of other programs.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from coachdesk.domain.day_names import (
    month_names,
    short_month_names,
    short_weekday_names,
    weekday_names,
)
from coachdesk.language import pgettext, spoken

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
_ENGLISH_WEEKDAYS = (
    {"tues": 1, "thur": 3, "thurs": 3}
    | {name[:3]: index for index, name in enumerate(_WEEKDAYS)}
    | {name: index for index, name in enumerate(_WEEKDAYS)}
)
_ENGLISH_MONTHS = (
    {name: number for number, name in enumerate(_MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)
_ENGLISH_NUMBERS = {"a": 1, "an": 1, "one": 1} | {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905
        2,
    )
}
_ENGLISH_UNITS = {"day": "d", "days": "d", "week": "w", "weeks": "w", "month": "m", "months": "m"}
_ENGLISH_PLAIN = {
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}
_ENGLISH_PERIODS = {
    f"{end}{which} {unit}": (unit[0], which == "next")
    for end in ("", "end of ", "the end of ")
    for which in ("this", "next", "the")
    for unit in ("week", "month")
}
_ENGLISH_BEFORE = "on, by, until, till, before, due, since, from"

Period = tuple[str, bool]
"""Of a week or a month, "w" or "m", and whether it is the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """What the words of a day mean, all in small letters, and the patterns that find them.

    `plain` are days from today; `units` is "d", "w" or "m"; `which` is "last", "next" or "this".
    `due`, `on` and `since` stand before a day by which, on which, or from which on something is.
    """

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    plain: Mapping[str, int]
    periods: Mapping[str, Period]
    which: Mapping[str, str]
    ordinary: frozenset[str]
    verbs_when_large: frozenset[str]
    phrase: re.Pattern[str]
    due: tuple[str, ...]
    on: tuple[str, ...]
    since: tuple[str, ...]
    articles: tuple[str, ...]
    leading: re.Pattern[str]
    preposition: re.Pattern[str]


def day_words() -> DayWords:
    """The words of the language in use, beside the English ones."""
    return _day_words(spoken())


@cache
def _day_words(_spoken: tuple[str, ...]) -> DayWords:
    weekdays, months = dict(_ENGLISH_WEEKDAYS), dict(_ENGLISH_MONTHS)
    for names in (weekday_names(), short_weekday_names()):
        weekdays |= {word: index for index, name in enumerate(names) for word in _forms(name)}
    for names in (month_names(), short_month_names()):
        months |= {word: number for number, name in enumerate(names, 1) for word in _forms(name)}
    numbers = _ENGLISH_NUMBERS | _numbers()
    units = _ENGLISH_UNITS | _units()
    plain = _ENGLISH_PLAIN | _plain()
    periods = _ENGLISH_PERIODS | _periods()
    which = _which()
    before = pgettext("typed before a day", "on, by, until, till, before, due, since, from")
    article = pgettext("typed before a day", "the")
    leading = [*_listed(before), *_listed(_ENGLISH_BEFORE), *_listed(article), "the"]
    return DayWords(
        weekdays=weekdays,
        months=months,
        numbers=numbers,
        units=units,
        plain=plain,
        periods=periods,
        which=which,
        ordinary=frozenset(
            _listed(
                pgettext("days that are other words too", "sat, sun, mon, wed, may, march, mar")
            )
        ),
        verbs_when_large=frozenset(_listed(pgettext("days that may begin a sentence", "sat, sun"))),
        phrase=_phrase(
            weekday=one_of(weekdays),
            month=one_of(months),
            amount=rf"(?:[0-9]{{1,3}}|{one_of(numbers)})",
            unit=one_of(units),
            plain=one_of(plain),
            period=one_of(periods),
            week=one_of(word for word, (unit, _is_next) in periods.items() if unit == "w"),
            which=one_of(which),
            article=one_of([*_listed(article), "the"]),
        ),
        due=_english_and("by, until, till, before, due", pgettext("before a due day", "by, until")),
        on=_english_and("on", pgettext("before the day itself", "on")),
        since=_english_and(
            "after, since, from, last", pgettext("before a day that began it", "after, since, from")
        ),
        articles=_english_and("the", article),
        leading=re.compile(rf"\s*(?:{one_of(leading)}\s+)*", re.IGNORECASE),
        preposition=re.compile(
            rf"(?<!\w){one_of([*_listed(before), *_listed(_ENGLISH_BEFORE), 'after'])}\s+\Z",
            re.IGNORECASE,
        ),
    )


def _phrase(
    *,
    weekday: str,
    month: str,
    amount: str,
    unit: str,
    plain: str,
    period: str,
    week: str,
    which: str,
    article: str,
) -> re.Pattern[str]:
    led = rf"(?:(?P<{{0}}>{weekday})\.?,?[ ](?:{article}[ ])?)?"
    ahead = _span(pgettext("typed day", "in {amount} {unit}"), amount, unit, "own_ahead", "unit3")
    back = _span(pgettext("typed day", "{amount} {unit} ago"), amount, unit, "own_back", "unit4")
    own_end = _filled(pgettext("typed day", "end of {month}"), month=f"(?P<own_end>{month})")
    return re.compile(
        rf"""
        (?<![\w@\#/.-])(?:
          (?P<iso>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})
        | {led.format("led1")}(?P<day1>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?[ ](?:of[ ])?
            (?P<month1>{month})(?!\w)(?:\.?,?[ ](?P<year1>[0-9]{{4}})\b)?
        | {led.format("led3")}(?P<dotted>[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:[0-9]{{4}}|[0-9]{{2}})?)
        | {led.format("led2")}(?P<month2>{month})[ ](?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?\b
            (?:,?[ ](?P<year2>[0-9]{{4}})\b)?
        | (?P<plain>{plain})
        | in[ ](?P<ahead>{amount})[ ](?P<unit1>{unit})
        | (?P<back>{amount})[ ](?P<unit2>{unit})[ ]ago
        | {ahead}
        | {back}
        | (?:end[ ]of[ ](?P<end>{month})|{own_end})(?!\w)(?:\.?,?[ ](?P<year3>[0-9]{{4}})\b)?
        | (?P<day_of>{weekday})\.?,?[ ](?:of[ ])?(?P<week1>{week})
        | (?P<week2>{week}),?[ ](?:on[ ])?(?P<in_week>{weekday})
        | (?P<period>{period})
        | (?:(?P<which>{which})[ ])?(?P<weekday>{weekday})
        )(?![\w-])
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _span(pattern: str, amount: str, unit: str, amount_group: str, unit_group: str) -> str:
    """The pattern "in {amount} {unit}" as a regular expression with these groups."""
    return _filled(
        pattern, amount=f"(?P<{amount_group}>{amount})", unit=f"(?P<{unit_group}>{unit})"
    )


def _filled(pattern: str, **groups: str) -> str:
    """The pattern with these groups in its fields, and all else in it as it stands."""
    parts = re.split(r"\{(\w+)\}", pattern.strip())
    return "".join(groups.get(part) or _literal(part) for part in parts)


def _numbers() -> dict[str, int]:
    listed = pgettext(
        "one to twelve, each with its forms",
        "a/an/one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
    )
    return {
        word: number for number, forms in enumerate(_listed(listed), 1) for word in forms.split("/")
    }


def _units() -> dict[str, str]:
    return {
        word: letter
        for letter, listed in (
            ("d", pgettext("typed span of time", "day, days")),
            ("w", pgettext("typed span of time", "week, weeks")),
            ("m", pgettext("typed span of time", "month, months")),
        )
        for word in _listed(listed)
    }


def _plain() -> dict[str, int]:
    return {
        word: days
        for days, listed in (
            (-2, pgettext("typed day", "day before yesterday")),
            (-1, pgettext("typed day", "yesterday")),
            (0, pgettext("typed day", "today")),
            (1, pgettext("typed day", "tomorrow")),
            (2, pgettext("typed day", "day after tomorrow")),
        )
        for word in _listed(listed)
    }


def _periods() -> dict[str, Period]:
    return {
        word: period
        for period, listed in (
            (("w", False), pgettext("typed day", "this week, end of the week")),
            (("w", True), pgettext("typed day", "next week, end of next week")),
            (("m", False), pgettext("typed day", "this month, end of the month")),
            (("m", True), pgettext("typed day", "next month, end of next month")),
        )
        for word in _listed(listed)
    }


def _which() -> dict[str, str]:
    own = {
        word: key
        for key, listed in (
            ("last", pgettext("typed before a weekday", "last")),
            ("next", pgettext("typed before a weekday", "next")),
            ("this", pgettext("typed before a weekday", "this")),
        )
        for word in _listed(listed)
    }
    return {"last": "last", "next": "next", "this": "this"} | own


def _ordinary() -> str:
    return pgettext("days that are other words too", "sat, sun, mon, wed, may, march, mar")


def _listed(words: str) -> list[str]:
    return [word for each in words.split(",") if (word := each.strip().casefold())]


def _english_and(english: str, own: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*_listed(own), *_listed(english)]))


def _forms(name: str) -> tuple[str, str]:
    """A name as it is printed, and without the full stop of a short form."""
    printed = name.casefold()
    return printed, printed.removesuffix(".")


def one_of(words: Iterable[str]) -> str:
    """A pattern that takes one of these words, the longest first."""
    return f"(?:{'|'.join(_literal(word) for word in sorted(set(words), key=len, reverse=True))})"


def _literal(words: str) -> str:
    """The words in a pattern that is written with spaces between its parts."""
    return re.escape(words).replace("\\ ", "[ ]")
