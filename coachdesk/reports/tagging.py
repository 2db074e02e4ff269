"""Tagged PDF: what is read aloud, in which order, and which of it are headings.

ReportLab knows a title and a language but no structure. Each flowable is written as marked content
while the pages are drawn; afterwards the structure tree that names the marks is added to the file.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ActionFlowable, Flowable, PageBreak, Spacer

from coachdesk.reports.marks import Gap, SectionTitle, WritingLines

_SILENT = (ActionFlowable, PageBreak, Spacer, Gap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One piece of marked content: its page (0 first), its number on that page and its role."""

    page: int
    number: int
    role: str


class Marks:
    """The marks of one document, in reading order."""

    def __init__(self) -> None:
        self.found: list[Mark] = []

    def open(self, canvas: Canvas, role: str) -> None:
        """Begin marked content of `role` on the canvas's page; `close_mark` ends it."""
        page = canvas.getPageNumber() - 1
        number = sum(mark.page == page for mark in self.found)
        self.found.append(Mark(page=page, number=number, role=role))
        canvas._code.append(f"/{role} <</MCID {number}>> BDC")


def open_artifact(canvas: Canvas) -> None:
    """Begin what is decoration and is not read aloud."""
    canvas._code.append("/Artifact BMC")


def close_mark(canvas: Canvas) -> None:
    """End the marked content or artifact begun last."""
    canvas._code.append("EMC")


class Tagged(Flowable):  # type: ignore[misc]
    """A flowable that is drawn as marked content; a split one stays marked in both parts."""

    def __init__(self, inner: Flowable, marks: Marks, role: str) -> None:
        super().__init__()
        self.inner, self.marks, self.role = inner, marks, role

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        size: tuple[float, float] = self.inner.wrapOn(self.canv, width, height)
        return size

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self.inner.splitOn(self.canv, width, height)
        return [Tagged(part, self.marks, self.role) for part in parts]

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        if self.role == "Artifact":
            open_artifact(canvas)
        else:
            self.marks.open(canvas, self.role)
        self.inner.drawOn(canvas, x, y, _sW)
        close_mark(canvas)


def tagged(story: Sequence[Flowable], marks: Marks) -> list[Flowable]:
    """The story with every flowable that draws something marked by its role."""
    return [
        flowable if isinstance(flowable, _SILENT) else Tagged(flowable, marks, _role_of(flowable))
        for flowable in story
    ]


def _role_of(flowable: Flowable) -> str:
    if isinstance(flowable, SectionTitle):
        return "H2"
    if isinstance(flowable, WritingLines):
        return "Artifact"
    return str(getattr(flowable, "role", "P"))


def add_structure(pdf: bytes, marks: Marks, *, title: str, language: str) -> bytes:
    """`pdf` with the structure tree of `marks`, and title and language in its metadata."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        by_page: dict[int, list[Any]] = defaultdict(list)
        for mark in marks.found:
            element = Dictionary(
                Type=Name.StructElem,
                S=Name(f"/{mark.role}"),
                P=whole,
                Pg=document.pages[mark.page].obj,
                K=mark.number,
            )
            by_page[mark.page].append(document.make_indirect(element))
        whole.K = Array([element for page in sorted(by_page) for element in by_page[page]])
        numbers: list[Any] = []
        for page in sorted(by_page):
            document.pages[page].obj.StructParents = page
            document.pages[page].obj.Tabs = Name.S
            numbers += [page, document.make_indirect(Array(by_page[page]))]
        root.K = whole
        root.ParentTree = document.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(document.pages)
        document.Root.StructTreeRoot = root
        document.Root.MarkInfo = Dictionary(Marked=True)
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:language"] = {language}
        _name_every_character(document)
        output = BytesIO()
        document.save(output, deterministic_id=True)
    return output.getvalue()


_ONE_CHARACTER = re.compile(rb"(<[0-9A-F]{2}>) <([0-9A-F]{4,6})>")


def _name_every_character(document: pikepdf.Pdf) -> None:
    """Mend the tables that say which character a glyph is, for who copies or searches the text.

    ReportLab writes characters beyond U+FFFF in a form that no reader takes; and a joined Arabic
    shape is to be found under its letters.
    """
    for page in document.pages:
        for font in page.Resources.Font.values():
            table = font.get("/ToUnicode")
            if table is None:
                continue
            written = table.read_bytes()
            mended = _ONE_CHARACTER.sub(_as_letters, written)
            if mended != written:
                table.write(mended)


def _as_letters(entry: "re.Match[bytes]") -> bytes:
    glyph, code = entry.group(1), int(entry.group(2), 16)
    letters = chr(code)
    if 0xFB50 <= code < 0xFE00 or 0xFE70 <= code < 0xFEFF:
        # A ligature stays one character: readers that turn the line would turn its letters too.
        alone = unicodedata.normalize("NFKC", letters)
        letters = alone if len(alone) == 1 else letters
    return glyph + b" <" + letters.encode("utf-16-be").hex().upper().encode() + b">"
