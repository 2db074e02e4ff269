"""Fields to fill in on screen: drawn as boxes first, laid over the finished PDF afterwards.

ReportLab's own fields bring fonts that are not embedded; these have one of ours, whole, because
nobody knows which characters will be typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.platypus import Flowable

from coachdesk.reports.fonts import REGULAR, register_fonts
from coachdesk.reports.marks import LetterBox, fitted
from coachdesk.reports.mixed_text import draw_text
from coachdesk.reports.typography import AREA_WIDTH, INK, SOFT, WRITING_RULE
from coachdesk.resources import resource

SIZE, LINE_HEIGHT, LABEL_HEIGHT, GAP, PAD = 9.5, 13.0, 12.0, 10.0, 5.0
MULTILINE, COMBO, PRINTED = 1 << 12, 1 << 17, 4
LOOK = f"/CoachdeskSans {SIZE} Tf 0 g"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field: its name in the file, what is read aloud of it, its size and its limits.

    With `options`, pairs of value and words, one of them is chosen; else it takes text.
    """

    name: str
    spoken: str
    label: str = ""
    width: float = AREA_WIDTH
    lines: int = 1
    longest: int = 0
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedField:
    """A field where it was drawn: page (0 first), corners, and the how-manieth group it is of."""

    spec: FieldSpec
    page: int
    corners: tuple[float, float, float, float]
    group: int


class Places:
    """Where the fields of one document were drawn last."""

    def __init__(self) -> None:
        self.found: list[PlacedField] = []
        self.groups = 0

    def clear(self) -> None:
        """Forget an earlier pass."""
        self.found.clear()
        self.groups = 0


class FieldRow(Flowable):  # type: ignore[misc]
    """Fields side by side, each box under its label; what is typed stands in the box."""

    role = "Form"

    def __init__(self, specs: Sequence[FieldSpec], places: Places) -> None:
        super().__init__()
        self.specs, self.places = specs, places

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        labels = LABEL_HEIGHT if any(spec.label for spec in self.specs) else 0.0
        boxes = max(spec.lines for spec in self.specs) * LINE_HEIGHT + PAD
        return AREA_WIDTH, labels + boxes + 3

    def draw(self) -> None:
        x = 0.0
        for spec in self.specs:
            height = spec.lines * LINE_HEIGHT + PAD
            _draw_box(self.canv, x, 3, spec.width, height)
            if spec.label:
                self.canv.setFillColor(SOFT)
                self.canv.setFont(REGULAR, 8)
                label = fitted(spec.label, REGULAR, 8, spec.width)
                draw_text(self.canv, x, 3 + height + 3.2, label)
            _place(self, spec, x, 3, height)
            x += spec.width + GAP
        self.places.groups += 1


class ChoiceRow(Flowable):  # type: ignore[misc]
    """A behaviour's letter, what it is about, and the box to choose in at the right."""

    role = "Form"

    def __init__(self, spec: FieldSpec, letter: str, places: Places) -> None:
        super().__init__()
        self.spec, self.letter, self.places = spec, letter, places

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return AREA_WIDTH, LINE_HEIGHT + PAD + 3

    def draw(self) -> None:
        canvas, spec = self.canv, self.spec
        LetterBox(self.letter, size=11.4).drawOn(canvas, 0, 5)
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, SIZE)
        left = AREA_WIDTH - spec.width
        draw_text(canvas, 18, 7.4, fitted(spec.label, REGULAR, SIZE, left - 28))
        _draw_box(canvas, left, 2, spec.width, LINE_HEIGHT + PAD - 1)
        _place(self, spec, left, 2, LINE_HEIGHT + PAD - 1)
        self.places.groups += 1


def _draw_box(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    canvas.setStrokeColor(WRITING_RULE)
    canvas.setLineWidth(0.6)
    canvas.roundRect(x, y, width, height, 2)


def _place(row: "FieldRow | ChoiceRow", spec: FieldSpec, x: float, y: float, height: float) -> None:
    left, bottom = row.canv.absolutePosition(x, y)
    corners = (left + 1, bottom + 1, left + spec.width - 1, bottom + height - 1)
    page = row.canv.getPageNumber() - 1
    row.places.found.append(
        PlacedField(spec=spec, page=page, corners=corners, group=row.places.groups)
    )


def add_fields(pdf: bytes, places: Places) -> bytes:
    """`pdf` with the fields laid over their boxes, each a part of the structure tree."""
    with pikepdf.open(BytesIO(pdf)) as document:
        font = document.make_indirect(_whole_font(document))
        widgets = [document.make_indirect(_widget(document, placed)) for placed in places.found]
        for placed, widget in zip(places.found, widgets, strict=True):
            page = document.pages[placed.page].obj
            if "/Annots" not in page:
                page.Annots = Array()
            page.Annots.append(widget)
            widget.P = page
        document.Root.AcroForm = Dictionary(
            Fields=Array(widgets),
            NeedAppearances=True,
            DA=String(LOOK),
            DR=Dictionary(Font=Dictionary(CoachdeskSans=font)),
        )
        _tag(document, places, widgets)
        output = BytesIO()
        packed = pikepdf.ObjectStreamMode.generate
        document.save(output, deterministic_id=True, object_stream_mode=packed)
    return output.getvalue()


def _widget(document: pikepdf.Pdf, placed: PlacedField) -> Dictionary:
    spec = placed.spec
    left, bottom, right, top = placed.corners
    empty = document.make_stream(b"")
    empty.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, right - left, top - bottom])
    )
    widget = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Ch if spec.options else Name.Tx,
        T=String(spec.name),
        TU=String(spec.spoken),
        V=String(""),
        DA=String(LOOK),
        F=PRINTED,
        Rect=Array([round(edge, 3) for edge in placed.corners]),
        AP=Dictionary(N=empty),
    )
    if spec.options:
        widget.Ff = COMBO
        widget.Opt = Array([Array([String(value), String(words)]) for value, words in spec.options])
        return widget
    if spec.lines > 1:
        widget.Ff = MULTILINE
    if spec.longest:
        widget.MaxLen = spec.longest
    return widget


def _whole_font(document: pikepdf.Pdf) -> Dictionary:
    """Our font with every glyph, for readers that draw what is typed."""
    register_fonts()
    face = getFont(REGULAR).face
    file = document.make_stream(resource("fonts", f"{REGULAR}.ttf").read_bytes())
    codes = [bytes([code]).decode("cp1252", "replace") for code in range(32, 256)]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{REGULAR}"),
        Flags=32,
        FontBBox=Array([int(edge) for edge in face.bbox]),
        ItalicAngle=0,
        Ascent=int(face.ascent),
        Descent=int(face.descent),
        CapHeight=int(face.capHeight),
        StemV=int(face.stemV),
        FontFile2=file,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name(f"/{REGULAR}"),
        Encoding=Name.WinAnsiEncoding,
        FirstChar=32,
        LastChar=255,
        Widths=Array([int(face.charWidths.get(ord(sign), 0)) for sign in codes]),
        FontDescriptor=document.make_indirect(descriptor),
    )


def _tag(document: pikepdf.Pdf, places: Places, widgets: Sequence[Any]) -> None:
    """Each row becomes a division of its words and its fields, in reading order."""
    root = document.Root.StructTreeRoot
    rows = [element for element in root.K.K if Name.Form == element.S]
    following = int(root.ParentTreeNextKey)
    for element in rows:
        element.S = Name.Div
        element.K = Array(element.K if isinstance(element.K, Array) else [element.K])
    for placed, widget in zip(places.found, widgets, strict=True):
        row = rows[placed.group]
        page = document.pages[placed.page].obj
        field = document.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Form,
                P=row,
                Pg=page,
                K=Dictionary(Type=Name.OBJR, Obj=widget, Pg=page),
            )
        )
        row.K.append(field)
        widget.StructParent = following
        numbers: list[Any] = [following, field]
        root.ParentTree.Nums.extend(numbers)
        following += 1
    root.ParentTreeNextKey = following
