"""Tagged PDF: what is read aloud, in which order, and which of it are headings.

ReportLab knows a title and a language but no structure. Each flowable is written as marked content
while the pages are drawn; afterwards the structure tree that names the marks is added to the file.
"""

import re
import unicodedata
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pikepdf
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ActionFlowable, Flowable, PageBreak, Spacer, Table

from coachdesk.reports.marked import Element, Heading, Marks, Place, box_at
from coachdesk.reports.marks import Gap, SectionTitle
from coachdesk.reports.rows import Row
from coachdesk.reports.structure import write_outline, write_structure

_SILENT = (ActionFlowable, PageBreak, Spacer, Gap)
_ROLE_INSIDE = {"Div": "P", "L": "LI", "Table": "TD"}
"""What a cell of a table is, by what the table is; else it is a piece of a line."""


class Tagged(Flowable):  # type: ignore[misc]
    """A flowable that is drawn as marked content; a split one stays marked in both parts.

    A flowable may name its `role`, what is `said` of it, its `bookmark`, the `place` it is for
    links, and where it `goes_to`.
    """

    def __init__(self, inner: Flowable, role: str, row: int = 0) -> None:
        super().__init__()
        self.inner, self.role, self.row = inner, role, row
        if isinstance(inner, Table):
            _tag_cells(inner._cellvalues, role)
        elif isinstance(inner, Row):
            _tag_cells([inner.cells], role)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        size: tuple[float, float] = self.inner.wrapOn(getattr(self, "canv", None), width, height)
        self.width, self.height = size
        return size

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self.inner.splitOn(self.canv, width, height)
        return [Tagged(part, self.role, self.row) for part in parts]

    def getSpaceBefore(self) -> float:
        return float(self.inner.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        return float(self.inner.getSpaceAfter())

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        marks: Marks = canvas.marks
        inner = self.inner
        is_group = isinstance(inner, Table | Row) or self.role in _ROLE_INSIDE
        said = getattr(inner, "said", "")
        element = Element(role=self.role, said=said, is_group=is_group, row=self.row)
        box = box_at(canvas, x, y, self.width, self.height)
        place = Place(page=canvas.getPageNumber() - 1, box=box)
        goes_to = getattr(inner, "goes_to", "")
        whole = element
        if goes_to:
            whole = Element(role=self.role, is_group=True, row=self.row)
            marks.begin(canvas, whole)
            element.role, element.goes_to, element.box = "Link", goes_to, box
        title = inner.title if isinstance(inner, SectionTitle) else getattr(inner, "bookmark", "")
        if title:
            marks.headings.append(Heading(title=title, place=place, element=whole))
        if hasattr(inner, "place"):
            marks.places[inner.place] = place
        marks.begin(canvas, element)
        inner.drawOn(canvas, x, y, _sW)
        marks.end(canvas)
        if goes_to:
            marks.end(canvas)


def tagged(story: Sequence[Flowable]) -> list[Flowable]:
    """The story with every flowable that draws something marked by its role."""
    return [_tag(flowable, "P") for flowable in story]


def _tag(flowable: Flowable, role: str, row: int = 0) -> Flowable:
    if isinstance(flowable, _SILENT) or not isinstance(flowable, Flowable):
        return flowable
    role = "H2" if isinstance(flowable, SectionTitle) else getattr(flowable, "role", role)
    # Only in cells: what a table draws between its cells is decoration.
    return flowable if role == "Artifact" else Tagged(flowable, role, row)


def _tag_cells(rows: Sequence[list[Any]], role: str) -> None:
    """Mark what stands in the cells; the lines between them stay decoration."""
    inside = _ROLE_INSIDE.get(role, "Span")
    for number, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            is_name = inside == "TD" and (number == 0 or place == 0)
            known = "TH" if is_name else inside
            if isinstance(cell, list | tuple):
                cells[place] = [_tag(each, known, number) for each in cell]
            else:
                cells[place] = _tag(cell, known, number)


def add_structure(pdf: bytes, marks: Marks, *, title: str, language: str) -> bytes:
    """`pdf` with the tree, outline and links of `marks`, and title and language in its metadata."""
    with pikepdf.open(BytesIO(pdf)) as document:
        write_outline(document, marks, title)
        write_structure(document, marks)
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:language"] = {language}
        _name_every_character(document)
        output = BytesIO()
        # Many small objects in few streams: a third smaller, and sooner written.
        packed = pikepdf.ObjectStreamMode.generate
        document.save(output, deterministic_id=True, object_stream_mode=packed)
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
