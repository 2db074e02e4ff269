"""Tables as text: bytes to text, the separator found, rows of cells with their line numbers.

What a column means is the reader's business; here a table is only cells.
"""

import codecs
import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.language import gettext as _

SEPARATORS = ("\t", ";", "|", ",")
# Commas stand inside cells as well: another separator that this share of the rows has wins.
_ENOUGH = 0.5
USUAL_FALLBACK = "cp1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Put behind the last line: an open quote swallows it, so it shows whether one is open.
_END = "\ue000end"


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row, trimmed, and the line of the file it begins in (from 1)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that hold something, and what their cells are separated by."""

    rows: tuple[TableRow, ...]
    separator: str


def decoded(content: bytes, *, fallback: str = USUAL_FALLBACK) -> str:
    """The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8, else `fallback`.

    InputError if it is none of them, or no text at all.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _text(content[len(mark) :], encoding)
    try:
        return _text(content, "utf-8")
    except InputError:
        return _text(content, fallback)


def _text(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text() from error
    if "\x00" in text:
        raise _no_text()
    return text


def _no_text() -> InputError:
    return InputError(
        _("This is not a text table."),
        _("Save it as CSV (UTF-8) in the program it comes from."),
        code="format",
    )


def read_table(text: str, *, separator: str = "") -> Table:
    """The rows of a text; the separator is found from all lines unless it is given.

    InputError names the line where a quote mark opens that nothing closes.
    """
    lines = text.splitlines()
    chosen = separator or found_separator(lines)
    return Table(tuple(_rows(lines, chosen)), chosen)


def found_separator(lines: list[str]) -> str:
    """What most lines are separated by in the same way; a comma where nothing is."""
    shares = {separator: _share_in_step(lines, separator) for separator in SEPARATORS[:-1]}
    best = max(shares, key=lambda separator: shares[separator])
    return best if shares[best] >= _ENOUGH else SEPARATORS[-1]


def _share_in_step(lines: list[str], separator: str) -> float:
    """The share of rows with the commonest number of cells, of those with two or more."""
    try:
        counts = [len(row.cells) for row in _rows(lines, separator)]
    except InputError:
        return 0.0
    several = Counter(count for count in counts if count > 1)
    return several.most_common(1)[0][1] / len(counts) if several else 0.0


def _rows(lines: list[str], separator: str) -> list[TableRow]:
    reader = csv.reader([*(line + "\n" for line in lines), _END], delimiter=separator)
    found: list[TableRow] = []
    start, is_closed = 1, False
    try:
        for cells in reader:
            is_closed = cells == [_END]
            trimmed = tuple(cell.strip() for cell in cells)
            if any(trimmed):
                found.append(TableRow(start, trimmed))
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            _("Line {line} cannot be read as a row of a table.").format(line=start),
            _("Look for a quote mark in it, then try again."),
            code="format",
        ) from error
    if not is_closed:
        raise InputError(
            _("The quote mark in line {line} is never closed.").format(line=found[-1].line),
            _("Close it or take it away, then try again."),
            code="format",
        )
    return found[:-1]


def columns_of(row: TableRow, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Which column each cell of a header names, "" for a cell that names none.

    `words` holds the names each column goes by; case, spaces and punctuation do not count.
    """
    known = {_key(word): column for column, names in words.items() for word in names}
    return tuple(known.get(_key(cell), "") for cell in row.cells)


def _key(words: str) -> str:
    return "".join(letter for letter in fold(words) if letter.isalnum())
