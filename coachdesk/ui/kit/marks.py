"""Small painted signs that delegates and widgets share; each says its meaning in a letter or word.

`x`, `right` and `cy` are logical pixels; every function returns the width it took.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from coachdesk.ui.kit.canvas import CENTER, LEFT, Canvas, box, hairline, text
from coachdesk.ui.kit.icons import icon

# kind: (letter, colour stem; "" is neutral)
BEHAVIOURS = {
    "need_identification": ("N", "need"),
    "value_positioning": ("V", "value"),
    "transition": ("T", "transition"),
    "follow_through": ("F", "follow"),
    "all_win": ("W", "allwin"),
    "empathy": ("E", ""),
    "early_access": ("A", ""),
    "qualify_the_work": ("Q", ""),
    "collaboration": ("C", ""),
}
STYLES = {"ask": ("A", "ask"), "share": ("S", "share"), "mandate": ("M", "mandate")}
LINES = {"promise": "C", "observation": "O"}
STATES = {
    "good": ("goodSoft", "goodText"),
    "warn": ("warnSoft", "warnText"),
    "bad": ("badSoft", "badText"),
    "quiet": ("bg", "ink2"),
}


def hue(kind: str) -> str:
    """The colour token of a behaviour or style, `ink3` where it has none."""
    return (BEHAVIOURS.get(kind) or STYLES.get(kind) or ("", ""))[1] or "ink3"


def mark(c: Canvas, x: float, cy: float, kind: str, size: float = 18) -> float:
    """A behaviour (square), a style (circle), or a line: promise, observation, private."""
    side = c.theme.px(size)
    rect = QRectF(x, round(cy - side / 2), side, side)
    if kind == "private":
        inset = c.theme.px(1)
        icon(c, rect.left() + inset, rect.top() + inset, "lock", "ink2", size - 2)
        return side
    letter, stem = BEHAVIOURS.get(kind) or STYLES.get(kind) or (LINES[kind], "")
    fill, color = (f"{stem}Soft", f"{stem}Text") if stem else ("bg", "ink2")
    edge = "line" if kind in BEHAVIOURS and not stem else None
    box(c, rect, 99 if kind in STYLES else 4, fill, edge)
    text(c, rect, letter, "label" if size < 22 else "smallStrong", color, CENTER)
    return side


def rating_dots(c: Canvas, x: float, cy: float, n: int | None, *, figure: bool = True) -> float:
    """`4 ●●●●○`; without a rating five empty dots and no figure."""
    start, pitch, radius = x, c.theme.px(10), c.theme.px(7) / 2
    if figure:
        line = c.theme.line("smallStrong")
        if n is not None:
            text(c, QRectF(x, cy - line / 2, c.theme.px(12), line), str(n), "smallStrong#")
        x += c.theme.px(15)
    thin = hairline(c.p)
    for i in range(5):
        center = QPointF(x + radius + i * pitch, round(cy * 2) / 2)
        full = n is not None and i < n
        c.p.setPen(Qt.PenStyle.NoPen if full else QPen(c.theme.c("control"), thin))
        c.p.setBrush(c.theme.c("ink2") if full else Qt.BrushStyle.NoBrush)
        r = radius if full else radius - thin / 2
        c.p.drawEllipse(center, r, r)
    return x + 4 * pitch + 2 * radius - start


def tag_width(c: Canvas, s: str) -> float:
    """How wide `tag` will be."""
    return round(c.theme.width(s, "smallMedium")) + 2 * c.theme.px(6)


def tag(c: Canvas, right: float, cy: float, s: str, state: str = "quiet") -> float:
    """A word on a tint, ending at `right`; `state` is good, warn, bad or quiet."""
    fill, color = STATES[state]
    width, height = tag_width(c, s), c.theme.px(18)
    rect = QRectF(right - width, round(cy - height / 2), width, height)
    box(c, rect, 4, fill)
    text(c, rect, s, "smallMedium", color, CENTER)
    return width


def chip(c: Canvas, rect: QRectF, s: str, on: bool = False, *, arrow: bool = False) -> None:
    """A filter or choice; `arrow` shows that it opens a list."""
    box(c, rect, 6, "accentSoft" if on else "panel", None if on else "lineStrong")
    inner = rect.adjusted(c.theme.px(8), 0, -c.theme.px(8), 0)
    if arrow:
        side = c.theme.px(14)
        icon(c, inner.right() - side, rect.center().y() - side / 2, "chevron-down", "ink2", 14)
        inner.setRight(inner.right() - side - c.theme.px(4))
    color = "accent" if on else "ink2"
    text(c, inner, s, "smallMedium" if on else "small", color, LEFT if arrow else CENTER)


def check(c: Canvas, x: float, cy: float, on: bool, *, faint: bool = False) -> float:
    """A checkbox of 16."""
    side = c.theme.px(16)
    rect = QRectF(x, round(cy - side / 2), side, side)
    if not on:
        box(c, rect, 4, "sunk" if faint else "panel", "lineStrong" if faint else "control")
        return side
    box(c, rect, 4, "ink3" if faint else "accent")
    u = side / 16
    path = QPainterPath(QPointF(rect.left() + 4.2 * u, rect.top() + 8.3 * u))
    path.lineTo(rect.left() + 6.9 * u, rect.top() + 11 * u)
    path.lineTo(rect.left() + 11.8 * u, rect.top() + 5.4 * u)
    pen = QPen(c.theme.c("onAccent"), 1.6 * u)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    c.p.setPen(pen)
    c.p.setBrush(Qt.BrushStyle.NoBrush)
    c.p.drawPath(path)
    return side


def avatar(
    c: Canvas, x: float, cy: float, initials: str, size: float = 22, *, on: bool = False
) -> float:
    """Initials in a circle; large or `on` ones are tinted, the others outlined."""
    side = c.theme.px(size)
    rect = QRectF(x, round(cy - side / 2), side, side)
    if on or size >= 32:
        box(c, rect, 99, "accentSoft")
        text(c, rect, initials, "title" if size >= 32 else "initials", "accent", CENTER)
    else:
        box(c, rect, 99, "panel", "lineStrong")
        text(c, rect, initials, "initials", "ink2", CENTER)
    return side


def key_hint(c: Canvas, right: float, cy: float, s: str) -> float:
    """A key in a small frame, ending at `right`."""
    width = round(c.theme.width(s, "caption")) + 2 * c.theme.px(5)
    height = c.theme.px(18)
    rect = QRectF(right - width, round(cy - height / 2), width, height)
    box(c, rect, 4, "panel", "lineStrong")
    text(c, rect, s, "caption", "ink2", CENTER)
    return width
