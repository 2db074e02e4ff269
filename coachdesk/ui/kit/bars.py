"""Painted bars: age of a hand-off, counts below the threshold, a share with its range."""

from PySide6.QtCore import QPointF, QRectF, Qt

from coachdesk.ui.kit.canvas import Canvas, box
from coachdesk.ui.kit.theme import Theme

AGE = {"quiet": "ink3", "warn": "warn", "bad": "bad", "good": "good"}


def track_color(theme: Theme) -> str:
    """The ground of a bar: quiet on either panel."""
    return "line" if theme.dark else "side"


def age_bar(
    c: Canvas, rect: QRectF, days: float, due: float, longest: float, state: str = "quiet"
) -> None:
    """Fill = days since the expectation was set, tick = due day, full width = `longest` days."""
    height = c.theme.px(4)
    track = QRectF(rect.left(), round(rect.center().y() - height / 2), rect.width(), height)
    box(c, track, 99, track_color(c.theme))
    scale = track.width() / max(longest, 1)
    if days > 0:
        filled = QRectF(track)
        filled.setWidth(max(height, min(days * scale, track.width())))
        box(c, filled, 99, AGE[state])
    tick = c.theme.px(2)
    x = min(track.left() + due * scale, track.right() - tick)
    c.p.fillRect(
        QRectF(round(x), track.top() - c.theme.px(2), tick, height + c.theme.px(4)),
        c.theme.c("ink"),
    )


def pips(
    c: Canvas,
    x: float,
    cy: float,
    n: int,
    of: int,
    color: str,
    *,
    width: float = 22,
    gap: float = 4,
) -> float:
    """`n` filled of `of` small bars; returns the width."""
    w, height, step = c.theme.px(width), c.theme.px(6), c.theme.px(width) + c.theme.px(gap)
    for i in range(of):
        rect = QRectF(x + i * step, round(cy - height / 2), w, height)
        if i < n:
            box(c, rect, 3, color)
        else:
            box(c, rect, 3, None, "control")
    return of * step - c.theme.px(gap)


def range_bar(c: Canvas, rect: QRectF, low: float, high: float, share: float, color: str) -> None:
    """A track from 0 to 1, the range outlined in its tint, the share as a dot."""
    cy = round(rect.center().y())
    track = QRectF(rect.left(), cy - 1, rect.width(), c.theme.px(2))
    box(c, track, 0, "line")
    height = c.theme.px(8)
    left, right = rect.left() + low * rect.width(), rect.left() + high * rect.width()
    span = QRectF(left, cy - height / 2, max(right - left, height), height)
    box(c, span, 99, f"{color}Soft" if color != "ink3" else "bg", color, width=1)
    c.p.setPen(Qt.PenStyle.NoPen)
    c.p.setBrush(c.theme.c(color))
    dot = c.theme.px(9) / 2
    c.p.drawEllipse(QPointF(rect.left() + share * rect.width(), cy), dot, dot)
