"""What stands behind a name in a roster: "every 2 weeks, Tue 10:30, 45 min, joined 1 Mar 2024".

English and German words, because lists come out of other programs. What looks like a slot and is
none is a problem in words; what is no slot at all is left over for the reader, usually a role.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date, time

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

LEAST_DAYS, MOST_DAYS = 7, 90
LEAST_MINUTES, MOST_MINUTES = 10, 180

_NUMBERS = {
    word: number
    for number, words in {
        1: "a an one ein eine einen",
        2: "two other second 2nd zwei zweite zweiten",
        3: "three third 3rd drei dritte dritten",
        4: "four fourth 4th vier vierte vierten",
        6: "six sechs",
        8: "eight acht",
    }.items()
    for word in words.split()
}
_UNITS = {"d": 1, "t": 1, "w": 7, "m": 30}
_WORDS_OF_RHYTHM = {
    "weekly": 7,
    "wöchentlich": 7,
    "biweekly": 14,
    "fortnightly": 14,
    "zweiwöchentlich": 14,
    "monthly": 30,
    "monatlich": 30,
    "quarterly": 90,
    "vierteljährlich": 90,
}
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "mon monday montag mo",
            "tue tues tuesday dienstag di",
            "wed wednesday mittwoch mi",
            "thu thur thurs thursday donnerstag do",
            "fri friday freitag fr",
            "sat saturday samstag sonnabend sa",
            "sun sunday sonntag so",
        )
    )
    for word in words.split()
}


def _one_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_LONG = _one_of({word: 0 for word in _WEEKDAYS if len(word) > 2})
_SHORT = _one_of({word: 0 for word in _WEEKDAYS if len(word) == 2})
# Two letters are a weekday only before a time or by themselves: "do" and "so" are words as well.
_WEEKDAY = (
    rf"(?:(?:{_LONG})s?|(?:{_SHORT})(?=\.?\s*(?:,|um\b|\d))|^\s*(?:{_SHORT})(?=\.?\s*$))\b\.?"
)
_DAY = (
    r"\d{4}-\d{1,2}-\d{1,2}(?![\d-])|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?\s+\d{4}|[a-z]{3,9}\s+\d{1,2},?\s+\d{4}"
    r"|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
)
_JOINED = re.compile(
    rf"\b(?:since|joined|joins|joining|start(?:ed|s|ing)?|from|seit|ab|eintritt)\b:?\s*"
    rf"(?P<day>{_DAY}|[^\s,;]+(?:\s+\d{{4}})?)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"\b(?:left|leaves|leaving|until|till|bis|austritt)\b:?\s*"
    rf"(?P<day>{_DAY}|[^\s,;]+(?:\s+\d{{4}})?)",
    re.IGNORECASE,
)
_BARE_DAY = re.compile(rf"(?<![\w.])(?P<day>{_DAY})(?!\w)", re.IGNORECASE)
_RHYTHM = re.compile(
    rf"""
    \b(?:every|each|alle|jeden?|jeder|jedes)\s+
      (?:(?P<n>\d{{1,4}}|{_one_of(_NUMBERS)})(?:\.|nd|rd|th)?\s+)?
      (?:(?P<unit>d|days?|tage?|weeks?|wochen?|months?|monate?)\b|(?P<weekday>{_WEEKDAY}))
    | (?P<word>{_one_of(_WORDS_OF_RHYTHM)})\b
    | \bbi-weekly\b
    | \b(?P<bare>\d{{1,4}})\s*-?\s*(?P<bare_unit>days?|tage?|tägig|weeks?|wochen?|months?|monate?)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MINUTES = re.compile(
    r"(?<![\d.,:])(?:(?P<minutes>\d{1,4})\s*(?:min(?:ute[ns]?|s)?\b\.?|['’′])"
    r"|(?P<hours>\d(?:[.,]\d{1,2})?)\s*(?:hours?|hrs?|h|stunden?|std)\b\.?(?!\d))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.,:])(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2})?(?!\d)\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|(?P<hour2>\d{1,2})\s*(?:(?P<half2>[ap]\.?m\b\.?)|uhr\b)"
    r"|\b(?:at|um)\s+(?P<bare>\d{1,2})(?![\d:.h]|\s*[ap]\.?m))(?:\s*uhr\b)?",
    re.IGNORECASE,
)
_WEEKDAY_ALONE = re.compile(rf"(?<!\w){_WEEKDAY}", re.IGNORECASE)
_FILLERS = re.compile(
    r"(?<!\w)(?:on|at|um|am|the|for|and|und|one-on-ones?|1:1s?|1-1s?|slot)(?!\w)|[,;/()–—-]",
    re.IGNORECASE,
)
_LOOKS_LIKE_RHYTHM = re.compile(r"\s*(?:every|each|alle|jede[nrs]?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What was understood; `left_over` are words that say nothing about a slot."""

    rhythm_days: int | None = None
    weekday: int | None = None
    start: time | None = None
    minutes: int | None = None
    joined: date | None = None
    left: date | None = None
    left_over: str = ""
    problems: tuple[str, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was understood or tried."""
        return self == Slot(left_over=self.left_over)


class _Reader:
    """Takes one thing after the other out of the words."""

    def __init__(self, words: str, as_of: date) -> None:
        self.words, self.as_of, self.slot = words, as_of, Slot()

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.search(self.words)
        if match:
            self.words = f"{self.words[: match.start()]} {self.words[match.end() :]}"
        return match

    def note(self, problem: str) -> None:
        self.slot = replace(self.slot, problems=(*self.slot.problems, problem))


def read_slot(words: str, *, as_of: date) -> Slot:
    """Read a slot out of words in any order; a bare day is the day the rep joined."""
    reader = _Reader(words, as_of)
    _read_days(reader)
    _read_rhythm(reader)
    _read_minutes(reader)
    _read_time(reader)
    match = reader.take(_WEEKDAY_ALONE)
    if match:
        reader.slot = replace(reader.slot, weekday=_weekday(match[0]))
    left_over = " ".join(reader.words.split())
    if not reader.slot.is_empty:
        left_over = " ".join(_FILLERS.sub(" ", left_over).split())
    elif _LOOKS_LIKE_RHYTHM.match(words):
        reader.note(_("“{words}” is not a rhythm.").format(words=_short(words)))
        left_over = ""
    elif left_over.isdigit():
        reader.note(_("“{words}” can be days, minutes or a time.").format(words=_short(words)))
        left_over = ""
    return replace(reader.slot, left_over=left_over)


def _read_days(reader: _Reader) -> None:
    for pattern in (_JOINED, _LEFT, _BARE_DAY):
        match = reader.take(pattern)
        if not match:
            continue
        try:
            day = parse_day(match["day"], as_of=reader.as_of, toward="past")
        except InputError as error:
            reader.note(error.message)
            continue
        if pattern is _LEFT:
            reader.slot = replace(reader.slot, left=day)
        elif reader.slot.joined is None:
            reader.slot = replace(reader.slot, joined=day)
    joined, left = reader.slot.joined, reader.slot.left
    if left and not joined:
        reader.note(_("A day of leaving needs a day of joining."))
        reader.slot = replace(reader.slot, left=None)
    elif joined and left and left < joined:
        reader.note(_("The day of leaving is before the day of joining."))
        reader.slot = replace(reader.slot, joined=None, left=None)


def _read_rhythm(reader: _Reader) -> None:
    match = reader.take(_RHYTHM)
    if not match:
        return
    if match["word"]:
        days = _WORDS_OF_RHYTHM[match["word"].casefold()]
    elif match["bare"]:
        days = int(match["bare"]) * _UNITS[match["bare_unit"][0].casefold()]
    elif match["unit"] or match["weekday"]:
        unit = _UNITS[match["unit"][0].casefold()] if match["unit"] else 7
        days = _number(match["n"]) * unit
    else:
        days = 14
    if match["weekday"]:
        reader.slot = replace(reader.slot, weekday=_weekday(match["weekday"]))
    if LEAST_DAYS <= days <= MOST_DAYS:
        reader.slot = replace(reader.slot, rhythm_days=days)
    else:
        reader.note(
            _("“{words}”: a rhythm lies between {least} and {most} days.").format(
                words=_short(match[0]), least=LEAST_DAYS, most=MOST_DAYS
            )
        )


def _number(word: str | None) -> int:
    if word is None:
        return 1
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def _read_minutes(reader: _Reader) -> None:
    match = reader.take(_MINUTES)
    if not match:
        return
    if match["minutes"]:
        minutes = int(match["minutes"])
    else:
        minutes = round(float(match["hours"].replace(",", ".")) * 60)
    if LEAST_MINUTES <= minutes <= MOST_MINUTES:
        reader.slot = replace(reader.slot, minutes=minutes)
    else:
        reader.note(
            _("“{words}”: a talk takes {least} to {most} minutes.").format(
                words=_short(match[0]), least=LEAST_MINUTES, most=MOST_MINUTES
            )
        )


def _read_time(reader: _Reader) -> None:
    match = reader.take(_TIME)
    if not match:
        return
    hour = int(match["hour"] or match["hour2"] or match["bare"])
    minute = int(match["minute"] or 0)
    half = (match["half"] or match["half2"] or "").casefold()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        words = _short(match[0])
        reader.note(_("“{typed}” is not a time of day.").format(typed=words))
    else:
        reader.slot = replace(reader.slot, start=time(hour, minute))


def _weekday(word: str) -> int:
    bare = word.strip().casefold().rstrip(".")
    return _WEEKDAYS[bare] if bare in _WEEKDAYS else _WEEKDAYS[bare.removesuffix("s")]


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else words[:39] + "…"
