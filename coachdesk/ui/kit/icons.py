"""Icons: vendored SVG files in the asked colour, and the three that are drawn by us."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coachdesk.resources import resource
from coachdesk.ui.kit.canvas import Canvas, canvas
from coachdesk.ui.kit.theme import Theme


def icon(c: Canvas, x: float, y: float, name: str, color: str = "ink2", size: float = 16) -> None:
    """Draw an icon with its top left corner at (x, y); `size` is a design length."""
    side = c.theme.px(size)
    drawn = _DRAWN.get(name)
    if drawn is not None:
        drawn(c, QRectF(x, y, side, side), c.theme.c(color))
        return
    ratio = c.p.deviceTransform().m11() or 1.0
    shade = c.theme.c(color)
    c.p.drawPixmap(QPointF(x, y), _pixmap(name, shade.name(), side, ratio))


@lru_cache(maxsize=512)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _pixmap(name: str, rgb: str, side: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", rgb)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixels = round(side * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _pen(c: Canvas, color: QColor, side: float) -> float:
    unit = side / 16
    c.p.setPen(QPen(color, 1.5 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    c.p.setBrush(Qt.BrushStyle.NoBrush)
    return unit


def _partners(c: Canvas, r: QRectF, color: QColor) -> None:
    """Two rings and the link between them."""
    u = _pen(c, color, r.width())
    cy = r.center().y()
    for x in (3.5, 12.5):
        c.p.drawEllipse(QPointF(r.left() + x * u, cy), 2.5 * u, 2.5 * u)
    c.p.drawLine(QLineF(r.left() + 6 * u, cy, r.left() + 10 * u, cy))


def _break(c: Canvas, r: QRectF, color: QColor) -> None:
    """A line that is cut: two strokes across it."""
    u = _pen(c, color, r.width())
    cy = r.center().y()
    for x0, x1 in ((0.8, 5.6), (10.4, 15.2)):
        c.p.drawLine(QLineF(r.left() + x0 * u, cy, r.left() + x1 * u, cy))
    for x in (6.2, 9.8):
        foot = r.left() + x * u
        c.p.drawLine(QLineF(foot + 1.2 * u, cy - 4 * u, foot - 1.2 * u, cy + 4 * u))


def _brand(c: Canvas, r: QRectF, color: QColor) -> None:
    """Two rings that overlap: two people, one talk."""
    u = r.width() / 16
    c.p.setPen(QPen(color, 1.7 * u))
    c.p.setBrush(Qt.BrushStyle.NoBrush)
    for x in (5.1, 10.9):
        c.p.drawEllipse(QPointF(r.left() + x * u, r.center().y()), 2.9 * u, 2.9 * u)


def brand_icon(theme: Theme) -> QIcon:
    """The program's own sign, for the window and the task bar."""
    found = QIcon()
    for side in (16, 32, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        c = canvas(painter, theme)
        area = QRectF(0, 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.c("accent"))
        painter.drawRoundedRect(area, side / 5, side / 5)
        inset = side / 6
        _brand(c, area.adjusted(inset, inset, -inset, -inset), theme.c("onAccent"))
        painter.end()
        found.addPixmap(pixmap)
    return found


_DRAWN = {"partners": _partners, "break": _break, "brand": _brand}
