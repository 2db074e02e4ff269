"""What the cells of an imported table say: days, ratings, choices. None where they say nothing."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError
from coachdesk.domain.import_mapping import DayOrder
from coachdesk.domain.import_words import NO, NOT_RATED, YES
from coachdesk.domain.names import fold
from coachdesk.domain.tables import TableRow, columns_of

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\Z")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)\Z")
_EITHER = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?: [\d:]+)?\Z")
_WITH_MONTH = re.compile(r"(?=.*[^\W\d_]{3})(?=.*\b\d{4}\b)")
_LAST_MONTH = 12


def found_order(cells: Iterable[str]) -> tuple[DayOrder | None, bool]:
    """How a whole column writes 3/4/2026, as far as it shows; and whether one must be asked."""
    pairs = [(int(m[1]), int(m[2])) for cell in cells if (m := _EITHER.match(cell))]
    day_first = any(first > _LAST_MONTH for first, _second in pairs)
    month_first = any(second > _LAST_MONTH for _first, second in pairs)
    if day_first != month_first:
        return (DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST), False
    # The same number twice is the same day in either order.
    return None, any(first != second for first, second in pairs)


def read_day(cell: str, order: DayOrder | None, *, as_of: date) -> date | None:
    """A day written with its year; None if it is none, or could be two."""
    if match := _ISO.match(cell):
        return _day(match[1], match[2], match[3])
    if match := _DOTTED.match(cell):
        return _day(match[3], match[2], match[1])
    if match := _EITHER.match(cell):
        if match[1] == match[2] or order is DayOrder.DAY_FIRST:
            return _day(match[3], match[2], match[1])
        return _day(match[3], match[1], match[2]) if order is DayOrder.MONTH_FIRST else None
    if not _WITH_MONTH.match(cell):
        return None
    try:
        return parse_day(cell, as_of=as_of, toward="past")
    except InputError:
        return None


def _day(year: str, month: str, number: str) -> date | None:
    century = 2000 if len(year) == 2 else 0
    try:
        return date(century + int(year), int(month), int(number))
    except ValueError:
        return None


def is_unrated(cell: str) -> bool:
    """Whether a cell of a behaviour's column says that it was not rated."""
    return fold(cell) in NOT_RATED


def read_rating(cell: str) -> int | None:
    """A whole number, also as spreadsheets write it (4.0); whether it is an anchor is a rule."""
    match = re.fullmatch(r"(-?\d{1,6})(?:[.,]0+)?(?:\s*/\s*5)?", cell)
    return int(match[1]) if match else None


def read_choice(cell: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """The key of a choice by one of its words, or by itself."""
    known = {key: (key, *others) for key, others in words.items()}
    return columns_of(TableRow(0, (cell,)), known)[0] or None


def read_yes(cell: str) -> bool | None:
    """Yes or no in the words of a table."""
    folded = fold(cell)
    return True if folded in YES else False if folded in NO else None
