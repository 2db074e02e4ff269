"""Tables as one workbook (XLSX) to read: days are days, text is text and never a formula."""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

# Excel's limit of a cell; nothing before 1900 is a day to it.
LONGEST_CELL = 32_767
_FIRST_DAY = date(1900, 3, 1)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# "_x0041_" would be read as the character with that number.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_NARROW, _USUAL, _WIDE = 12, 18, 60
_LONG_TEXT = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, its header, its rows of values."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[object]]


def workbook_bytes(sheets: Iterable[Sheet]) -> bytes:
    """A workbook with a sheet for each table; the same tables give the same bytes."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book, sheet)
    stream = io.BytesIO()
    book.save(stream)
    return _without_clock(stream.getvalue())


def _write(book: Any, sheet: Sheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    for at, head in enumerate(sheet.header):
        width = _width(head, [row[at] for row in sheet.rows])
        page.column_dimensions[get_column_letter(at + 1)].width = width
    bold = Font(bold=True)
    heads = [WriteOnlyCell(page, head) for head in sheet.header]
    for head in heads:
        head.font = bold
    page.append(heads)
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _cell(page: Any, value: object) -> Any:
    from openpyxl.cell import WriteOnlyCell

    shown = _shown(value)
    made = WriteOnlyCell(page, shown)
    if isinstance(shown, str):
        # Else a text that begins with "=" is a formula, and "#N/A" an error.
        made.data_type = "s"
    return made


def _shown(value: object) -> object:
    match value:
        case None | bool() | int() | float():
            return value
        case datetime():
            return value.astimezone(UTC).replace(tzinfo=None)
        case time():
            return value
        case date():
            return value if value >= _FIRST_DAY else value.isoformat()
        case str():
            return _text(str(value))
    return _text(json.dumps(value, ensure_ascii=False))


def _text(text: str) -> str:
    """Text as a cell can hold it: what XML lacks is a sign for it, what is too long ends in “…”."""
    safe = _ESCAPE.sub("_x005F_", _NO_XML.sub("\ufffd", text))
    return safe if len(safe) <= LONGEST_CELL else safe[: LONGEST_CELL - 1] + "…"


def _width(head: str, values: Sequence[object]) -> int:
    if any(isinstance(value, str) and len(value) > _LONG_TEXT for value in values):
        return _WIDE
    return _NARROW if head == "id" or head.endswith("_id") else _USUAL


def _without_clock(content: bytes) -> bytes:
    """The same workbook without the moment it was written."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, part)
    return stream.getvalue()
