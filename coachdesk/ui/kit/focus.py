"""The focus ring: one overlay per window that follows the widget with the focus.

It is a child of the page that scrolls (else of the window): a ring in the direct container would
be clipped, and QFocusFrame spoils round corners.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.ui.kit.canvas import box, canvas
from coachdesk.ui.kit.theme import Theme

RING_GROUND = "ring_ground"  # dynamic property of the widgets a ring may lie on


class Ringed:
    """Mix-in of widgets that show the ring: `ring_radius` is a design length.

    Focus that came by mouse shows none: the person knows where it was clicked.
    """

    ring_radius = 7
    focus_by_mouse = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)  # type: ignore[misc]


class FocusRing(QWidget):
    """Draws the 2 px accent ring 1 px outside the focused `Ringed` widget of one window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        QApplication.instance().focusChanged.connect(self._focus_moved)
        self._focus_moved(None, QApplication.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._target

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not shiboken6.isValid(self) or not shiboken6.isValid(self._window):
            return  # the application outlives a window that was freed without being closed
        self._release()
        shown = isinstance(now, Ringed) and not now.focus_by_mouse
        if not shown or now.window() is not self._window.window():
            return
        self._target = now
        ground = self._ground(now)
        self.setParent(ground)
        step: QWidget | None = now
        while step is not None and step is not ground:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = getattr(self._target, "ring_radius", 7) + 3
        box(canvas(painter, self._theme), QRectF(self.rect()), radius, None, "accent", width=2)

    def _ground(self, widget: QWidget) -> QWidget:
        step = widget.parentWidget()
        while step is not None and step is not self._window:
            if step.property(RING_GROUND):
                return step
            step = step.parentWidget()
        return self._window

    def _place(self) -> None:
        target, ground = self._target, self.parentWidget()
        if target is None or ground is None:
            return
        if not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(ground, QPoint(0, 0))
        self.setGeometry(corner.x() - 3, corner.y() - 3, target.width() + 6, target.height() + 6)
        self.raise_()
        self.show()

    def _release(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._target, self._watched = None, []
        self.hide()
        self.setParent(self._window)


_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
}
