"""A chart as a list of shapes, drawn alike on screen and on paper, with its numbers beside it.

Lengths are design pixels from the top left; colours and text roles are names of the design tokens.
A builder makes a `Scene` for the width it is given; no painter measures or decides anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

LEFT, CENTER, RIGHT = "left", "center", "right"
STRIPES, CROSSED = "stripes", "crossed"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `fill` and `edge` are colours, None draws none.

    `hatch` tells fills apart where there are no colours: on paper, which may be printed in grey.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    edge: str | None = None
    radius: float = 0.0
    line: float = 1.0
    dashed: bool = False
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Straight pieces from point to point: an axis, a step curve, a bar's whisker."""

    points: tuple[tuple[float, float], ...]
    color: str
    line: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle around (x, y); hollow where `fill` is the ground's colour and `edge` is given."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str | None = None
    line: float = 2.0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text in a box of `width`, centred on `y`, cut with “…” where it is too long."""

    x: float
    y: float
    width: float
    text: str
    role: str = "body"
    color: str = "ink"
    align: str = LEFT


Shape: TypeAlias = Box | Stroke | Dot | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place of the chart that opens its evidence: by click, or by Enter after the arrow keys.

    `row` and `column` say where the arrow keys find it, `words` what a screen reader says.
    """

    x: float
    y: float
    width: float
    height: float
    row: int
    column: int
    words: str
    rep_id: UUID | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A chart: its shapes, one sentence that says it, and the same numbers as a table."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    name: str
    sentence: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    targets: tuple[Target, ...] = ()


@dataclass(slots=True)
class Drawing:
    """Collects the shapes of a scene while a builder goes through its data."""

    shapes: list[Shape] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Draw these above what is there."""
        self.shapes.extend(shapes)

    def scene(
        self,
        width: float,
        height: float,
        *,
        name: str,
        sentence: str,
        columns: Sequence[str] = (),
        rows: Sequence[Sequence[str]] = (),
    ) -> Scene:
        """The finished chart."""
        return Scene(
            width=width,
            height=height,
            shapes=tuple(self.shapes),
            name=name,
            sentence=sentence,
            columns=tuple(columns),
            rows=tuple(tuple(row) for row in rows),
            targets=tuple(self.targets),
        )
