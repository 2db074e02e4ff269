"""Draws a chart's scene on paper: the same shapes as in the window, in the light colours."""

import json
from functools import cache, singledispatchmethod

from reportlab.lib.colors import Color, HexColor, white
from reportlab.platypus import Flowable

from coachdesk.reports.fonts import REGULAR, SEMIBOLD
from coachdesk.reports.marks import CAP_HEIGHT, fitted
from coachdesk.reports.mixed_text import draw_text, draw_text_around, draw_text_before
from coachdesk.resources import resource
from coachdesk.views.charts import CENTER, CROSSED, RIGHT, Box, Dot, Label, Scene, Shape, Stroke

POINTS = 0.75
"""Points of paper for one design pixel."""
_STRONG = 600
HATCH_STEP, HATCH_LINE = 3.2, 0.9


class ScenePicture(Flowable):  # type: ignore[misc]
    """A scene as a flowable: `width` points wide, the height follows."""

    def __init__(self, scene: Scene, *, width: float | None = None) -> None:
        super().__init__()
        self.scene = scene
        self.width = scene.width * POINTS if width is None else width
        self.scale = self.width / scene.width
        self.height = scene.height * self.scale

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        """Paint from the top down: paper counts upwards."""
        for shape in self.scene.shapes:
            self.canv.saveState()
            self._draw(shape)
            self.canv.restoreState()

    @singledispatchmethod
    def _draw(self, shape: Shape) -> None:
        raise TypeError(f"no painter for {type(shape).__name__}")

    @_draw.register
    def _box(self, shape: Box) -> None:
        self._ink(shape.edge, shape.line, dashed=shape.dashed)
        if shape.fill:
            self.canv.setFillColor(_color(shape.fill))
        self.canv.roundRect(
            self._x(shape.x),
            self._y(shape.y + shape.height),
            shape.width * self.scale,
            shape.height * self.scale,
            min(shape.radius, shape.height / 2, shape.width / 2) * self.scale,
            stroke=int(shape.edge is not None),
            fill=int(shape.fill is not None),
        )
        if shape.hatch:
            self._hatch(shape)

    def _hatch(self, shape: Box) -> None:
        """White lines over the fill, within the box."""
        canvas = self.canv
        left, low = self._x(shape.x), self._y(shape.y + shape.height)
        width, height = shape.width * self.scale, shape.height * self.scale
        path = canvas.beginPath()
        path.rect(left, low, width, height)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColor(white)
        canvas.setLineWidth(HATCH_LINE)
        for place in range(int((width + height) / HATCH_STEP) + 1):
            x = left - height + place * HATCH_STEP
            canvas.line(x, low, x + height, low + height)
            if shape.hatch == CROSSED:
                canvas.line(x + height, low, x, low + height)

    @_draw.register
    def _stroke(self, shape: Stroke) -> None:
        self._ink(shape.color, shape.line, dashed=shape.dashed)
        path = self.canv.beginPath()
        (first, *others) = shape.points
        path.moveTo(self._x(first[0]), self._y(first[1]))
        for x, y in others:
            path.lineTo(self._x(x), self._y(y))
        self.canv.drawPath(path, stroke=1, fill=0)

    @_draw.register
    def _dot(self, shape: Dot) -> None:
        self._ink(shape.edge, shape.line)
        self.canv.setFillColor(_color(shape.fill))
        self.canv.circle(
            self._x(shape.x),
            self._y(shape.y),
            shape.radius * self.scale,
            stroke=int(shape.edge is not None),
            fill=1,
        )

    @_draw.register
    def _label(self, shape: Label) -> None:
        size_px, weight = _role(shape.role)
        font, size = (SEMIBOLD if weight >= _STRONG else REGULAR), size_px * self.scale
        width = shape.width * self.scale
        text = fitted(shape.text, font, size, width)
        left, y = self._x(shape.x), self._y(shape.y) - CAP_HEIGHT * size / 2
        self.canv.setFillColor(_color(shape.color))
        self.canv.setFont(font, size)
        if shape.align == RIGHT:
            draw_text_before(self.canv, left + width, y, text)
        elif shape.align == CENTER:
            draw_text_around(self.canv, left + width / 2, y, text)
        else:
            draw_text(self.canv, left, y, text)

    def _ink(self, color: str | None, line: float, *, dashed: bool = False) -> None:
        if color is None:
            return
        self.canv.setStrokeColor(_color(color))
        self.canv.setLineWidth(line * self.scale)
        if dashed:
            self.canv.setDash(3 * self.scale, 3 * self.scale)

    def _x(self, x: float) -> float:
        return x * self.scale

    def _y(self, y: float) -> float:
        return self.height - y * self.scale


@cache
def _color(name: str) -> Color:
    return HexColor(_tokens()["color"]["light"][name])


def _role(name: str) -> tuple[float, float]:
    role = _tokens()["type"]["scale"][name.removesuffix("#")]
    return role["px"], role["weight"]


@cache
def _tokens() -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    return json.loads(resource("content", "tokens.json").read_text("utf-8"))  # type: ignore[no-any-return]
