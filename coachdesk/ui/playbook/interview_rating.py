"""Five boxes, one of them filled: a rating from 1 to 5, or none yet."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import plain_tip
from coachdesk.ui.kit.canvas import CENTER, box, canvas, text
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.theme import Theme

MOST, SIDE, GAP = 5, 26, 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}
_AWAY = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RatingBoxes(Ringed, QWidget):
    """A digit or an arrow rates, 0 or Backspace takes it back; `rated` tells the figure or None."""

    rated = Signal(object)

    def __init__(self, theme: Theme, name: str, anchors: dict[int, str]) -> None:
        super().__init__()
        self._theme, self._name, self._anchors = theme, name, anchors
        self.value: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_value(None)

    def show_value(self, value: int | None) -> None:
        """Show a figure without telling."""
        self.value = value
        said = _("{name}, not rated")
        if value is not None:
            said = _("{name}, {n} of 5: {anchor}")
        anchor = "" if value is None else self._anchors[value]
        self.setAccessibleName(said.format(name=self._name, n=value, anchor=anchor))
        self.update()

    def rest(self, why: str) -> None:
        """Switch off, with the reason; an empty one switches on again."""
        self.setToolTip(plain_tip(why))
        self.setAccessibleDescription(why)
        self.setEnabled(not why)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(MOST * px(SIDE) + (MOST - 1) * px(GAP), px(SIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure = event.key() - Qt.Key.Key_0.value
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 1 <= figure <= MOST:
            self._rate(figure)
        elif event.key() in _AWAY:
            self._rate(None)
        elif step := _STEPS.get(Qt.Key(event.key())):
            self._rate(min(max((self.value or 0) + step, 1), MOST))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pitch = self._theme.px(SIDE) + self._theme.px(GAP)
        figure = int(event.position().x() // pitch) + 1
        self._rate(None if figure == self.value else min(figure, MOST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        side, pitch = self._theme.px(SIDE), self._theme.px(SIDE) + self._theme.px(GAP)
        for place in range(MOST):
            area, on = QRectF(place * pitch, 0, side, side), place + 1 == self.value
            idle = "ink2" if self.isEnabled() else "ink3"
            edge = "lineStrong" if self.isEnabled() else "line"
            box(c, area, 6, "accent" if on else "panel", None if on else edge)
            role = "smallStrong" if on else "small"
            text(c, area, str(place + 1), role, "onAccent" if on else idle, CENTER)

    def _rate(self, value: int | None) -> None:
        if value != self.value:
            self.rated.emit(value)
