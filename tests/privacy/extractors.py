"""Three ways to the text of a PDF that share no code, and every string that is not text."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pypdf import PdfReader

Read = Callable[[bytes], str]


def by_pypdf(pdf: bytes) -> str:
    """The text as a reader in Python sees it."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def by_pdfium(pdf: bytes) -> str:
    """The text as Chrome’s reader sees it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_content_stream(pdf: bytes) -> str:
    """The shown bytes of every page and form, through each font’s own table, in writing order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return "\n".join("".join(_shown(page.obj)) for page in document.pages)


READERS: dict[str, Read] = {
    "pypdf": by_pypdf,
    "pdfium": by_pdfium,
    "content stream": by_content_stream,
}


def _shown(place: Any) -> Iterator[str]:
    resources = place.get("/Resources", {})
    tables = {name: _table(font) for name, font in resources.get("/Font", {}).items()}
    forms = resources.get("/XObject", {})
    table: dict[bytes, str] = {}
    for instruction in pikepdf.parse_content_stream(place):
        operator = str(instruction.operator)
        if operator == "Tf":
            table = tables[str(instruction.operands[0])]
        elif operator in ("Tj", "'", '"', "TJ"):
            shown = instruction.operands[-1]
            for part in shown if operator == "TJ" else [shown]:
                if isinstance(part, pikepdf.String):
                    yield _decoded(bytes(part), table)
        elif operator == "Do" and forms[str(instruction.operands[0])].get("/Subtype") == "/Form":
            yield from _shown(forms[str(instruction.operands[0])])
        elif operator in ("T*", "Td", "TD", "Tm", "ET"):
            yield "\n"


def _decoded(shown: bytes, table: dict[bytes, str]) -> str:
    width = len(next(iter(table), b" "))
    parts = (shown[at : at + width] for at in range(0, len(shown), width))
    return "".join(table.get(part, part.decode("latin-1")) for part in parts)


_RANGES = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


def _table(font: Any) -> dict[bytes, str]:
    """What each code of a font stands for, from its ToUnicode table."""
    if "/ToUnicode" not in font:
        return {}
    found: dict[bytes, str] = {}
    for kind, block in _RANGES.findall(font.ToUnicode.read_bytes()):
        codes = [bytes.fromhex(m[0].decode()) for m in _HEX.findall(block) if not (m[1] or m[2])]
        if kind == b"bfchar":
            pairs = zip(codes[::2], codes[1::2], strict=True)
            found |= {code: text.decode("utf-16-be") for code, text in pairs}
        else:
            found |= _ranges(block, codes)
    return found


def _ranges(block: bytes, codes: list[bytes]) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    at = 0
    for line in block.strip().splitlines():
        first, last = codes[at], codes[at + 1]
        start, width = int.from_bytes(first, "big"), len(first)
        span = int.from_bytes(last, "big") - start + 1
        listed = b"[" in line
        for n in range(span):
            if listed:
                text = codes[at + 2 + n].decode("utf-16-be")
            else:
                text = chr(int.from_bytes(codes[at + 2], "big") + n)
            found[(start + n).to_bytes(width, "big")] = text
        at += 2 + (span if listed else 1)
    return found


def beside_the_text(pdf: bytes) -> str:
    """All that a file can carry besides what is drawn.

    The bytes of the file as they lie there; every string and name of every object, reachable or
    not: document information, outline, annotations, form fields, structure; and every stream
    unpacked: XMP, attached files, tables.
    """
    parts = [pdf.decode("latin-1")]
    with pikepdf.open(BytesIO(pdf)) as document:
        parts += _strings(document.trailer.get("/Info", pikepdf.Dictionary()))
        for each in document.objects:
            parts += _strings(each)
    return "\n".join(parts)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, pikepdf.Stream):
        unpacked = value.read_bytes()
        yield unpacked.decode("latin-1")
        for order in ("utf-16-be", "utf-16-le"):
            yield unpacked.decode(order, "ignore")
        value = value.stream_dict
    if isinstance(value, pikepdf.Dictionary):
        for name, inner in value.items():
            yield name
            yield from _held(inner)
    elif isinstance(value, pikepdf.Array):
        for inner in value:
            yield from _held(inner)
    elif isinstance(value, pikepdf.String | pikepdf.Name):
        yield str(value)


def _held(value: Any) -> Iterator[str]:
    """What stands in the object itself; another object is looked at in its own turn."""
    if not getattr(value, "is_indirect", False):
        yield from _strings(value)
