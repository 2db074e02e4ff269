"""A roster: the lines of a list of people, each read into a name, a role and a slot.

A line is words in any order behind a name, or the cells of a table under a header. Nothing of a
line is lost: what was not understood stands in the row as a problem or as part of the role.
"""

import csv
import re
from dataclasses import dataclass, replace
from datetime import date, time

from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.domain.numbers import whole
from coachdesk.domain.roster_phrases import Slot, read_slot
from coachdesk.domain.roster_words import HEADER_WORDS, NAMING, NO_PERSON, ROLE_WORDS
from coachdesk.domain.tables import SEPARATORS, Table, TableRow, columns_of, read_table
from coachdesk.language import gettext as _

MOST_LINES = 1000

_BULLET = re.compile(r"^(?:\s*(?:[-–—*•·◦▪‣☐☑✓>]+|\[[ xX]?\]|\(?\d{1,3}[.)](?=\s|\D)))+\s*")
_MAIL = re.compile(r"<?\s*(?P<local>[\w.+-]+)@[\w-]+(?:\.[\w-]+)+\s*>?")
_COURTESY = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|herrn?|frau|hr|fr)\b\.?\s+)+(?=\S)", re.IGNORECASE
)
_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<more>[^()]+)\)\s*$")
_DASH = re.compile(r"^(?P<name>[^–—]+?)\s+[-–—]\s+(?P<more>.+)$")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A line of a roster as it was given: its number, its cells, and the columns they stand in."""

    number: int
    cells: tuple[str, ...]
    columns: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The line as a person would quote it."""
        return ", ".join(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """A line that was read. `has_person` is False when the words name none."""

    line: int
    words: str
    first_name: str
    last_name: str = ""
    role: str = ""
    rhythm_days: int | None = None
    weekday: int | None = None
    start: time | None = None
    minutes: int | None = None
    joined: date | None = None
    left: date | None = None
    has_person: bool = True
    has_mail: bool = False
    problems: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Roster:
    """The lines of a list, and the heads of columns that nothing is read from."""

    lines: tuple[RosterLine, ...]
    unread_columns: tuple[str, ...] = ()


def read_list(text: str) -> Roster:
    """The lines of a typed or pasted list, or of a file; a header names the columns."""
    try:
        table = read_table(text)
    except InputError:
        # Prose with a lone quote mark: each line for itself.
        lines = [
            TableRow(n, (line,)) for n, line in enumerate(text.splitlines(), 1) if line.strip()
        ]
        table = Table(tuple(lines), ",")
    return read_rows(table)


def read_rows(table: Table) -> Roster:
    """The lines of a table; a header may come again, as printed lists do.

    InputError if there are so many that it cannot be a team.
    """
    if len(table.rows) > MOST_LINES:
        raise InputError(
            _("The list has {n} lines; a team has at most {most}.").format(
                n=whole(len(table.rows)), most=whole(MOST_LINES)
            ),
            _("Take the lines of your own team."),
            code="too_many",
        )
    columns: tuple[str, ...] = ()
    found: list[RosterLine] = []
    unread: list[str] = []
    for row in table.rows:
        heads = columns_of(row, HEADER_WORDS)
        if NAMING & set(heads):
            # A single head only says that names follow: they may be "Ortiz, Lena".
            columns = heads if len(heads) > 1 else ()
            unread += [
                cell
                for cell, head in zip(row.cells, heads, strict=True)
                if not head and cell and cell not in unread
            ]
        elif columns:
            found.append(RosterLine(row.line, row.cells, columns))
        elif cells := _cells(row.cells):
            found.append(RosterLine(row.line, cells))
    return Roster(tuple(found), tuple(unread))


def read_typed(words: str, number: int) -> RosterLine:
    """One line as a person types it."""
    return RosterLine(number, _cells((" ".join(words.split("\n")),)))


def _cells(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a line without header; one cell may still be a whole line."""
    filled = tuple(cell for cell in cells if cell)
    if len(filled) != 1:
        return filled
    line = filled[0]
    separator = next((s for s in ("\t", ";", "|", ",") if s in line), ",")
    try:
        parts = next(csv.reader([line], delimiter=separator, skipinitialspace=True))
    except (csv.Error, StopIteration):
        parts = line.split(separator)
    return tuple(part.strip() for part in parts if part.strip())


def read_row(line: RosterLine, *, as_of: date) -> RosterRow:
    """What a line says; only a name is needed."""
    cells = tuple(_clean(cell) for cell in line.cells)
    words = _UNSEEN.sub(" ", line.words)
    row = _in_a_line(RosterLine(line.number, cells), words, as_of)
    if line.columns:
        in_columns = _under_columns(RosterLine(line.number, cells, line.columns), words, as_of)
        if not _breaks_the_columns(line, in_columns, as_of):
            row = in_columns
    return replace(row, has_mail=any(_MAIL.search(cell) for cell in cells))


def _breaks_the_columns(line: RosterLine, row: RosterRow, as_of: date) -> bool:
    """Whether a line under a header goes its own way: "Ortiz, Lena" or another separator."""
    if line.columns[0] != "name":
        return False
    if len(line.cells) == 1:
        return any(separator in line.cells[0] for separator in SEPARATORS)
    ragged = len(line.cells) != len(line.columns)
    name = _BULLET.sub("", line.cells[0], count=1)
    return (ragged or bool(row.problems)) and _is_last_first(name, line.cells[1], as_of)


def _clean(cell: str) -> str:
    return " ".join(_UNSEEN.sub(" ", cell).split())


def _under_columns(line: RosterLine, words: str, as_of: date) -> RosterRow:
    by_column: dict[str, str] = {}
    for column, cell in zip(line.columns, line.cells, strict=False):
        if column and cell and column not in by_column:
            by_column[column] = cell
    name, *more = _unfolded(by_column.get("name", ""))
    by_column["name"] = name
    # More cells than heads: they were written by someone, so they are not lost.
    extra = [cell for cell in line.cells[len(line.columns) :] if cell]
    first, last = _name_of(by_column)
    slot = read_slot(
        ", ".join(
            [_led(column, by_column[column]) for column in _SLOT_COLUMNS if column in by_column]
        ),
        as_of=as_of,
    )
    row = _row(line.number, words, first, last, [by_column.get("role", ""), *more, *extra], slot)
    if not slot.left_over:
        return row
    problem = _("“{words}” is no weekday, time or rhythm.").format(words=slot.left_over)
    return replace(row, problems=(*row.problems, problem))


_SLOT_COLUMNS = ("rhythm", "weekday", "time", "minutes", "slot", "joined", "left")


def _led(column: str, cell: str) -> str:
    """The cell with the words its column stands for: "14" under Every is "every 14 days"."""
    if column == "minutes" and cell.isdigit():
        return f"{cell} min"
    if column == "rhythm" and cell.isdigit():
        return f"every {cell} days"
    if column == "rhythm" and read_slot(cell, as_of=date.min).rhythm_days is None:
        return cell if cell.casefold().startswith("every") else f"every {cell}"
    return f"{column} {cell}" if column in ("joined", "left") else cell


def _name_of(by_column: dict[str, str]) -> tuple[str, str]:
    if "first" in by_column or "last" in by_column:
        first, last = by_column.get("first", ""), by_column.get("last", "")
        return (first, last) if first else (last, "")
    name = by_column.get("name", "")
    name = _BULLET.sub("", name, count=1)
    if not name and "mail" in by_column:
        return _name_of_mail(by_column["mail"])
    return read_name(name)


def _in_a_line(line: RosterLine, words: str, as_of: date) -> RosterRow:
    cells = list(_cells(line.cells))
    cells[:1] = _unfolded(_BULLET.sub("", cells[0], count=1)) if cells else [""]
    if len(cells) > 1 and _is_last_first(cells[0], cells[1], as_of):
        cells[:2] = [f"{cells[0]}, {cells[1]}"]
    first, last = read_name(cells[0])
    rest = [bare for cell in cells[1:] if (bare := _MAIL.sub("", cell).strip())]
    slot = read_slot(", ".join(_slots(rest, as_of)), as_of=as_of)
    texts = [text for cell in rest for text in _texts(cell, as_of)]
    return _row(line.number, words, first, last, texts, slot)


def _slots(cells: list[str], as_of: date) -> list[str]:
    return [cell for cell in cells if not _is_text(cell, as_of)]


def _texts(cell: str, as_of: date) -> list[str]:
    if _is_text(cell, as_of):
        return [cell]
    left_over = read_slot(cell, as_of=as_of).left_over
    return [left_over] if left_over else []


def _is_text(cell: str, as_of: date) -> bool:
    return read_slot(cell, as_of=as_of).is_empty


def _unfolded(cell: str) -> list[str]:
    """ "Priya Raman (Senior AE)" and "Priya Raman – Senior AE" as a name and what follows."""
    for pattern in (_BRACKETS, _DASH):
        match = pattern.match(cell)
        if match:
            return [match["name"], match["more"]]
    return [cell]


def _is_last_first(one: str, two: str, as_of: date) -> bool:
    """Whether two cells are "Ortiz" and "Lena": one word (or "van der Berg"), then a first name."""
    first_words = two.split()
    if not (1 <= len(first_words) <= 2) or not _is_plain_name(two):
        return False
    surname = one.split()
    is_surname = len(surname) == 1 or (surname[0].islower() and len(surname) <= 4)
    if not is_surname or not _is_plain_name(one):
        return False
    if any(fold(word).strip(".") in ROLE_WORDS for word in first_words):
        return False
    return _is_text(two, as_of)


def _is_plain_name(words: str) -> bool:
    return all(letter.isalpha() or letter in " .'’-" or ord(letter) > 0x2FF for letter in words)


def typed_name(words: str) -> tuple[str, str]:
    """First and last name as a person types one; only plain "Ortiz, Lena" is turned round."""
    last, _comma, first = (part.strip() for part in words.partition(","))
    if last and first and _is_plain_name(last) and _is_plain_name(first):
        return read_name(words)
    first, _space, last = words.strip().partition(" ")
    return first, last.strip()


def read_name(cell: str) -> tuple[str, str]:
    """First and last name of "Lena Ortiz", "Ortiz, Lena", "Ms Lena Ortiz <lena@x.org>"."""
    mail = _MAIL.search(cell)
    name = _MAIL.sub(" ", cell).strip(" ,;\"'“”")
    if not name and mail:
        return _name_of_mail(mail[0])
    name = _COURTESY.sub("", " ".join(name.split()))
    last, comma, first = (part.strip() for part in name.partition(","))
    if comma and first:
        return _COURTESY.sub("", first), last
    first, _space, last = name.strip(" ,").partition(" ")
    return first, last


def _name_of_mail(address: str) -> tuple[str, str]:
    """ "lena.ortiz@x.org" names a person; "sales@x.org" does not."""
    match = _MAIL.search(address)
    first, dot, last = (match["local"] if match else "").partition(".")
    return (first.capitalize(), last.capitalize()) if dot and last.isalpha() else ("", "")


def _row(number: int, words: str, first: str, last: str, texts: list[str], slot: Slot) -> RosterRow:
    return RosterRow(
        line=number,
        words=words,
        first_name=first,
        last_name=last,
        role=", ".join(text for text in texts if text),
        rhythm_days=slot.rhythm_days,
        weekday=slot.weekday,
        start=slot.start,
        minutes=slot.minutes,
        joined=slot.joined,
        left=slot.left,
        has_person=_has_person(f"{first} {last}"),
        problems=slot.problems,
    )


def _has_person(name: str) -> bool:
    words = [word for word in re.split(r"[\s/:&-]+", fold(name)) if word]
    if not words or any(word.strip(".") in NO_PERSON for word in words):
        return False
    return any(letter.isalpha() for letter in name) and not any(c.isdigit() for c in name)
