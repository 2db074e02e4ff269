"""Cells side by side: measured once and drawn in their places, without the grid of a table."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along an edge of a row, or between its cells; its width in points."""

    width: float
    colour: Color


class Row(Flowable):  # type: ignore[misc]
    """Cells in one line of the page, each a flowable or several below each other; never split.

    `widths` hold the `gap` that stands before every cell but the first, `above` and `below` are the
    room inside the rules, and the cells numbered in `at_bottom` stand on the last line.
    """

    def __init__(
        self,
        cells: Sequence[Flowable | Sequence[Flowable]],
        widths: Sequence[float],
        *,
        gap: float = 0.0,
        above: float = 0.0,
        below: float = 0.0,
        at_bottom: Collection[int] = (),
        over: Rule | None = None,
        under: Rule | None = None,
        between: Rule | None = None,
    ) -> None:
        super().__init__()
        self.cells = [[cell] if isinstance(cell, Flowable) else list(cell) for cell in cells]
        self.widths, self.gap, self.above, self.below = widths, gap, above, below
        self.at_bottom, self.over, self.under, self.between = at_bottom, over, under, between
        self.heights: list[list[float]] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        canvas = getattr(self, "canv", None)
        self.heights = [
            [each.wrapOn(canvas, room - (self.gap if place else 0), height)[1] for each in cell]
            for place, (cell, room) in enumerate(zip(self.cells, self.widths, strict=True))
        ]
        self.width = sum(self.widths)
        self.height = max(map(sum, self.heights)) + self.above + self.below
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        return []

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        starts = [x, *(x + start for start in accumulate(self.widths))]
        top = y + self.height
        self._rule(canvas, self.over, (x, top, starts[-1], top))
        self._rule(canvas, self.under, (x, y, starts[-1], y))
        for start in starts[1:-1]:
            self._rule(canvas, self.between, (start, y, start, top))
        for place, (cell, heights) in enumerate(zip(self.cells, self.heights, strict=True)):
            left = starts[place] + (self.gap if place else 0)
            under = y + self.below + sum(heights) if place in self.at_bottom else top - self.above
            for each, height in zip(cell, heights, strict=True):
                under -= height
                each.drawOn(canvas, left, under)

    def _rule(
        self, canvas: Canvas, rule: Rule | None, ends: tuple[float, float, float, float]
    ) -> None:
        if rule is None:
            return
        canvas.saveState()
        canvas.setStrokeColor(rule.colour)
        canvas.setLineWidth(rule.width)
        canvas.line(*ends)
        canvas.restoreState()
