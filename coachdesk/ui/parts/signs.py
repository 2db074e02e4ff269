"""Signs as widgets: initials in a circle, a behaviour's letter in a square."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coachdesk.ui.kit.canvas import canvas
from coachdesk.ui.kit.marks import avatar, mark
from coachdesk.ui.kit.theme import Theme


class Sign(QWidget):
    """A painted sign of one size; decoration, the words beside it carry the meaning."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.setFixedSize(theme.px(size), theme.px(max(size, 20)))

    def sizeHint(self) -> QSize:
        return self.size()


class Initials(Sign):
    """A person's initials."""

    def __init__(self, theme: Theme, initials: str, size: int = 44) -> None:
        super().__init__(theme, size)
        self._initials = initials

    def show_initials(self, initials: str) -> None:
        """Another person's."""
        self._initials = initials
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        avatar(c, 0, self.height() / 2, self._initials, self._size)


class Mark(Sign):
    """The letter of a behaviour, a style or a line."""

    def __init__(self, theme: Theme, kind: str, size: int = 18) -> None:
        super().__init__(theme, size)
        self._kind = kind

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark(canvas(painter, self._theme), 0, self.height() / 2, self._kind, self._size)
