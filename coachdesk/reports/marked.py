"""Marked content: while the pages are drawn, what belongs to which part of the document's tree."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfgen.canvas import Canvas

Box = tuple[float, float, float, float]
"""Left, bottom, right and top on a page, in points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of marked content: its page (0 first) and its number there."""

    page: int
    number: int


@dataclass(slots=True, kw_only=True, eq=False)
class Element:
    """A part of the document. A group draws nothing a reader needs: its own lines are decoration.

    `said` stands for what is drawn (a bar, a box to tick). `row` is the row of a table's cell.
    A link `goes_to` a place from its `box`.
    """

    role: str
    said: str = ""
    is_group: bool = False
    row: int = 0
    goes_to: str = ""
    box: Box | None = None
    kids: list["Piece | Element"] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: its page (0 first) and its box there."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A title as the outline names it, with the element that says it."""

    title: str
    place: Place
    element: Element


class Marks:
    """The tree of one document in reading order, its headings, and the places links go to."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.headings: list[Heading] = []
        self.places: dict[str, Place] = {}
        self._open: list[Element] = []
        self._count: dict[int, int] = defaultdict(int)

    def begin(self, canvas: Canvas, element: Element) -> None:
        """Begin an element, inside the one that is open."""
        if self._open:
            close_mark(canvas)
        (self._open[-1].kids if self._open else self.elements).append(element)
        self._open.append(element)
        self._mark(canvas, element)

    def end(self, canvas: Canvas) -> None:
        """End the element begun last; what follows belongs to the one around it."""
        close_mark(canvas)
        self._open.pop()
        if self._open:
            self._mark(canvas, self._open[-1])

    def _mark(self, canvas: Canvas, element: Element) -> None:
        if element.is_group:
            open_artifact(canvas)
            return
        page = canvas.getPageNumber() - 1
        number = self._count[page]
        self._count[page] += 1
        element.kids.append(Piece(page, number))
        canvas._code.append(f"/{element.role} <</MCID {number}>> BDC")


class MarkedCanvas(Canvas):  # type: ignore[misc]
    """A canvas that knows the tree of what is drawn on it."""

    def __init__(self, marks: Marks, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.marks = marks


@contextmanager
def part(canvas: Canvas, element: Element) -> Iterator[None]:
    """What is drawn meanwhile is that element; on a bare canvas nothing is marked."""
    marks = getattr(canvas, "marks", None)
    if marks is None:
        yield
        return
    marks.begin(canvas, element)
    yield
    marks.end(canvas)


def box_at(canvas: Canvas, x: float, y: float, width: float, height: float) -> Box:
    """The box on the page, wherever the canvas has been moved to."""
    left, bottom = canvas.absolutePosition(x, y)
    return (float(left), float(bottom), float(left + width), float(bottom + height))


def open_artifact(canvas: Canvas) -> None:
    """Begin what is decoration and is not read aloud."""
    canvas._code.append("/Artifact BMC")


def close_mark(canvas: Canvas) -> None:
    """End the marked content or artifact begun last."""
    canvas._code.append("EMC")
