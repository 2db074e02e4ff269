"""A chip that is on or off: the filter it stands for is named on it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coachdesk.ui.kit.canvas import box, canvas, text
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.theme import Theme


class FilterChip(Ringed, QAbstractButton):
    """Words, with the mark of a link before them where it has one."""

    ring_radius = 6

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._kind, self._on = theme, "", "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: str, kind: str = "", *, on: bool, name: str) -> None:
        """What the chip says, and whether its filter holds."""
        self._words, self._kind, self._on = words, kind, on
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        width = px(16) + round(self._theme.width(self._words, "smallMedium")) + 1
        return QSize(width + (px(24) if self._kind else 0), px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, whole = self._theme.px, QRectF(self.rect())
        fill = "accentSoft" if self._on else "sunk" if self.underMouse() else "panel"
        box(c, whole, 6, fill, None if self._on else "lineStrong")
        x = px(8)
        if self._kind:
            x += round(mark(c, x - px(3), whole.center().y(), self._kind)) + px(3)
        area = whole.adjusted(x, 0, 0, 0)
        role = "smallMedium" if self._on else "small"
        text(c, area, self._words, role, "accent" if self._on else "ink2")
