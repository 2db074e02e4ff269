"""Tables as CSV that a spreadsheet opens rightly: UTF-8 with its mark, and nothing that it runs."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"

# What a spreadsheet takes for a formula, also written wide, also behind blanks, quotes and signs
# that draw nothing; also behind a separator, for a program set to another one than we write.
_FORMULA = re.compile(
    r"""(^|[;\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029])   # where a cell begins, or could
        (?=[\s"'`\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]*
           [=+\-@\uff1d\uff0b\uff0d\uff20])""",
    re.VERBOSE,
)
_DEFUSED = re.compile(_FORMULA.pattern.replace("(?=", "'(?=", 1), re.VERBOSE)


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table: its header, then one line a row, as RFC 4180 has it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


def cell(value: object) -> str:
    """A plain value as a cell: text is defused, numbers stay numbers, lists are JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return defused(value)
    return defused(json.dumps(value, ensure_ascii=False))


def defused(text: str) -> str:
    """`text` with an apostrophe before whatever a spreadsheet would run; other text as it is."""
    # A tab or a line break at the very beginning hides what follows from the eye, not from it.
    if text[:1] in ("\t", "\r", "\n"):
        text = f"'{text}"
    return _FORMULA.sub(r"\1'", text)


def undefused(text: str) -> str:
    """`text` without the apostrophes that `defused` put there."""
    text = _DEFUSED.sub(r"\1", text)
    return text[1:] if text[:1] == "'" and text[1:2] in ("\t", "\r", "\n") else text
