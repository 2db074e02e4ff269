"""Widgets side by side that go on in the next line where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.ui.kit.theme import Theme


class Flow(QWidget):
    """Lays its widgets out line by line at their own sizes."""

    def __init__(
        self, theme: Theme, *, gap: int = 6, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gap = theme.px(gap)
        self._widgets: list[QWidget] = []
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget after the others."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.rearrange()

    def rearrange(self) -> None:
        """Lay out again after a widget changed its size."""
        self._place(self.width(), move=True)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        widths = [widget.sizeHint().width() + self._gap for widget in self._widgets]
        return QSize(sum(widths), self._place(self.width(), move=False))

    def minimumSizeHint(self) -> QSize:
        widest = max((widget.sizeHint().width() for widget in self._widgets), default=0)
        return QSize(widest, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _place(self, width: int, *, move: bool) -> int:
        x = y = line = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._gap, 0
            if move:
                widget.setGeometry(x, y, size.width(), size.height())
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line
