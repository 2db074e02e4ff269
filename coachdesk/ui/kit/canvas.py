"""The ground of all painting: a painter with its theme, crisp edges, boxes and text.

Edges are snapped through the painter's device transform: a hairline is exactly one device pixel at
1, 1.25, 1.5, 1.75 and 2. Positions are logical pixels of the widget, already scaled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from coachdesk.ui.kit.plain import drawn_line
from coachdesk.ui.kit.theme import Theme

LEFT, RIGHT, CENTER = "left", "right", "center"


@dataclass(slots=True)
class Canvas:
    """A painter and the theme its colours come from; made inside a paint event."""

    p: QPainter
    theme: Theme


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one role and colour."""

    text: str
    role: str = "body"
    color: str = "ink"


def canvas(p: QPainter, theme: Theme) -> Canvas:
    """A canvas with antialiasing on."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    return Canvas(p, theme)


def hairline(p: QPainter) -> float:
    """The thinnest crisp line in logical pixels."""
    ratio = p.deviceTransform().m11() or 1.0
    return max(1, floor(ratio)) / ratio


def snapped(p: QPainter, rect: QRectF) -> QRectF:
    """The largest rectangle on device pixels inside `rect` (rounding to nearest cuts edges off)."""
    transform = p.deviceTransform()
    device = transform.mapRect(QRectF(rect))
    left, top = ceil(device.left() - 0.01), ceil(device.top() - 0.01)
    right, bottom = floor(device.right() + 0.01), floor(device.bottom() + 0.01)
    inverse, _ok = transform.inverted()
    return inverse.mapRect(QRectF(left, top, right - left, bottom - top))


def box(
    c: Canvas,
    rect: QRectF,
    radius: float = 0,
    fill: str | QColor | None = None,
    edge: str | None = None,
    *,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box; `radius` and the edge's `width` are design lengths."""
    area = snapped(c.p, rect)
    r = min(c.theme.px(radius), area.height() / 2, area.width() / 2)
    c.p.setBrush(_color(c, fill) if fill else Qt.BrushStyle.NoBrush)
    if edge is None:
        c.p.setPen(Qt.PenStyle.NoPen)
    else:
        stroke = hairline(c.p) if width == 1 else c.theme.px(width)
        pen = QPen(c.theme.c(edge), stroke)
        if dashed:
            pen.setDashPattern([3, 3])
        c.p.setPen(pen)
        inset = stroke / 2
        area = area.adjusted(inset, inset, -inset, -inset)
        r = max(0.0, r - inset)
    c.p.drawRoundedRect(area, r, r)


def rule(c: Canvas, rect: QRectF, color: str = "line") -> None:
    """A horizontal hairline along the top of `rect`."""
    area = snapped(c.p, rect)
    c.p.fillRect(QRectF(area.left(), area.top(), area.width(), hairline(c.p)), c.theme.c(color))


def upright(c: Canvas, x: float, top: float, bottom: float, color: str = "line") -> None:
    """A vertical hairline at `x`."""
    area = snapped(c.p, QRectF(x, top, 2, bottom - top))
    c.p.fillRect(QRectF(area.left(), area.top(), hairline(c.p), area.height()), c.theme.c(color))


def baseline(metrics: QFontMetricsF, top: float, line: float) -> float:
    """Where a browser puts the baseline of a line box: ascent and descent as whole pixels."""
    ascent, descent = round(metrics.ascent()), round(metrics.descent())
    return floor(top + (line - ascent - descent) / 2 + ascent)


def text(
    c: Canvas,
    rect: QRectF,
    s: str,
    role: str = "body",
    color: str | QColor = "ink",
    align: str = LEFT,
) -> float:
    """One line, centred vertically in `rect`, elided at its width; returns the width drawn."""
    metrics = c.theme.metrics(role)
    s = drawn_line(s)
    width = metrics.horizontalAdvance(s)
    if width > rect.width() + 0.5:
        s = metrics.elidedText(s, Qt.TextElideMode.ElideRight, rect.width())
        width = metrics.horizontalAdvance(s)
    x = rect.left()
    if align != LEFT:
        x += (rect.width() - width) / (1 if align == RIGHT else 2)
    c.p.setFont(c.theme.font(role))
    c.p.setPen(_color(c, color))
    c.p.drawText(QPointF(x, baseline(metrics, rect.top(), rect.height())), s)
    return width


def runs(c: Canvas, rect: QRectF, parts: Sequence[Run]) -> float:
    """Several runs on one baseline (the first role's); the one that no longer fits is elided.

    Returns the x after the last run.
    """
    if not parts:
        return rect.left()
    y = baseline(c.theme.metrics(parts[0].role), rect.top(), rect.height())
    x = rect.left()
    for part in parts:
        metrics = c.theme.metrics(part.role)
        s = drawn_line(part.text)
        if x + metrics.horizontalAdvance(s) > rect.right() + 0.5:
            s = metrics.elidedText(s, Qt.TextElideMode.ElideRight, max(0.0, rect.right() - x))
        c.p.setFont(c.theme.font(part.role))
        c.p.setPen(c.theme.c(part.color))
        c.p.drawText(QPointF(x, y), s)
        x += metrics.horizontalAdvance(s)
    return x


def paragraph(
    c: Canvas, rect: QRectF, s: str, role: str = "body", color: str = "ink", *, most: int = 2
) -> int:
    """Words over so many lines at most, each as high as `rect`; returns how many it took."""
    metrics = c.theme.metrics(role)
    words, lines = drawn_line(s).split(" "), [""]
    while words:
        longer = f"{lines[-1]} {words[0]}".strip()
        fits = metrics.horizontalAdvance(longer) <= rect.width() or not lines[-1]
        if not fits and len(lines) < most:
            lines.append("")
            continue
        lines[-1] = longer
        words.pop(0)
    for n, line in enumerate(lines):
        text(c, rect.translated(0, n * rect.height()), line, role, color)
    return len(lines)


def _color(c: Canvas, color: str | QColor) -> QColor:
    return c.theme.c(color) if isinstance(color, str) else color
