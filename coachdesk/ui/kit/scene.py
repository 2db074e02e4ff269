"""Paints a chart's scene, and lets arrow keys and Enter open the evidence behind each figure."""

from collections.abc import Callable
from functools import singledispatch

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.ui.kit import canvas as ground
from coachdesk.ui.kit.canvas import Canvas, canvas, hairline
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.charts import Box, Dot, Label, Scene, Shape, Stroke, Target

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_DASHES = [3, 3]


@singledispatch
def draw(shape: Shape, c: Canvas) -> None:
    """Paint one shape."""
    raise TypeError(f"no painter for {type(shape).__name__}")


@draw.register
def _box(shape: Box, c: Canvas) -> None:
    px = c.theme.px
    area = QRectF(px(shape.x), px(shape.y), px(shape.width), px(shape.height))
    ground.box(c, area, shape.radius, shape.fill, shape.edge, width=shape.line, dashed=shape.dashed)


@draw.register
def _stroke(shape: Stroke, c: Canvas) -> None:
    scale = c.theme.zoom / 100
    pen = QPen(c.theme.c(shape.color), hairline(c.p) if shape.line <= 1 else shape.line * scale)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if shape.dashed:
        pen.setDashPattern(_DASHES)
    c.p.setPen(pen)
    c.p.setBrush(Qt.BrushStyle.NoBrush)
    c.p.drawPolyline(QPolygonF([QPointF(x * scale, y * scale) for x, y in shape.points]))


@draw.register
def _dot(shape: Dot, c: Canvas) -> None:
    scale = c.theme.zoom / 100
    edge = shape.edge and QPen(c.theme.c(shape.edge), shape.line * scale)
    c.p.setPen(edge or Qt.PenStyle.NoPen)
    c.p.setBrush(c.theme.c(shape.fill))
    radius = shape.radius * scale
    c.p.drawEllipse(QPointF(shape.x * scale, shape.y * scale), radius, radius)


@draw.register
def _label(shape: Label, c: Canvas) -> None:
    px, line = c.theme.px, c.theme.line(shape.role)
    area = QRectF(px(shape.x), px(shape.y) - line / 2, px(shape.width), line)
    ground.text(c, area, shape.text, shape.role, shape.color, shape.align)


class SceneView(QWidget):
    """A chart in the window. `build` makes the scene for the width there is, in design pixels.

    `margin` is room at the left and right into which places of the chart may reach.
    """

    opened = Signal(object)  # Target
    stepped = Signal(object)  # this view: the keys stand on another figure

    def __init__(self, theme: Theme, build: Callable[[float], Scene], *, margin: int = 0) -> None:
        super().__init__()
        self._theme, self._build, self._margin = theme, build, margin
        self._scene = build(320)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._take(self._scene)
        theme.changed.connect(self.update)

    @property
    def scene(self) -> Scene:
        """What is drawn now."""
        return self._scene

    @property
    def current(self) -> Target | None:
        """The place the arrow keys stand on."""
        targets = self._scene.targets
        return targets[min(self._at, len(targets) - 1)] if targets else None

    def show_scene(self, build: Callable[[float], Scene]) -> None:
        """Draw another chart; the arrow keys stay on the same place if it is still there."""
        self._build = build
        self._take(build(self._room()))

    def go_to(self, target: Target) -> None:
        """Put the arrow keys on a place of the chart."""
        self._at = self._scene.targets.index(target)
        self._name_it()
        self.update()

    def current_area(self) -> QRect:
        """Where the arrow keys stand."""
        target = self.current
        return self.rect() if target is None else self._area(target).toRect()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(self._scene.height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._take(self._build(self._room()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        painter.translate(self._theme.px(self._margin), 0)
        for shape in self._scene.shapes:
            draw(shape, c)
        painter.translate(-self._theme.px(self._margin), 0)
        target = self.current
        if target is not None and self.hasFocus():
            ground.box(c, self._area(target), 6, None, "accent", width=2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self.current
        if target is not None and event.key() in _STEPS:
            self._step(target, *_STEPS[Qt.Key(event.key())])
        elif target is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(target)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        target = self._under(event.position())
        if target is not None:
            self.go_to(target)
            self.opened.emit(target)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self._under(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def _take(self, scene: Scene) -> None:
        kept = self.current
        self._scene = scene
        same = [i for i, t in enumerate(scene.targets) if kept and _place(t) == _place(kept)]
        self._at = same[0] if same else 0
        policy = Qt.FocusPolicy.StrongFocus if scene.targets else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self._name_it()
        self.setFixedHeight(self._theme.px(scene.height))
        self.update()

    def _name_it(self) -> None:
        target = self.current
        self.setAccessibleName(
            f"{self._scene.name}: {target.words}" if target else self._scene.name
        )
        self.setAccessibleDescription(self._scene.sentence)

    def _step(self, now: Target, down: int, across: int) -> None:
        """The next place in that direction; in another row, the one nearest to this column."""
        ahead = [
            t
            for t in self._scene.targets
            if (t.row - now.row) * down > 0
            or (across and t.row == now.row and (t.column - now.column) * across > 0)
        ]
        if ahead:
            self.go_to(min(ahead, key=lambda t: (abs(t.row - now.row), abs(t.column - now.column))))
            self.stepped.emit(self)

    def _under(self, at: QPointF) -> Target | None:
        return next((t for t in self._scene.targets if self._area(t).contains(at)), None)

    def _area(self, target: Target) -> QRectF:
        px = self._theme.px
        left = px(self._margin) + px(target.x)
        return QRectF(left, px(target.y), px(target.width), px(target.height))

    def _room(self) -> float:
        return max(120.0, self.width() * 100 / self._theme.zoom - 2 * self._margin)


def _place(target: Target) -> tuple[object, str]:
    return target.rep_id, target.key
