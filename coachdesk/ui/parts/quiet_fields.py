"""Fields that look like the text they hold until the focus is in them, and one for minutes."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, canvas, text
from coachdesk.ui.kit.fields import Field, field_box
from coachdesk.ui.kit.theme import Theme


class QuietField(Field):
    """One line without a box; the box comes with the mouse or the focus. Enter goes on."""

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        *,
        name: str = "",
        most: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, placeholder, name=name, parent=parent)
        self._inset = theme.px(8)
        self.setTextMargins(self._inset - 2, 0, self._inset - 2, 0)
        self.setFixedHeight(theme.px(28))
        self.setMaxLength(most)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.underMouse() or self._problem:
            super().paintEvent(event)
            return
        if not self.text() and self._placeholder:
            painter = QPainter(self)
            c = canvas(painter, self._theme)
            area = QRectF(self.rect()).adjusted(self._inset, 0, -self._inset, 0)
            text(c, area, self._placeholder, "body", "muted")
            painter.end()
        QLineEdit.paintEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)


class MinutesField(Field):
    """Whole minutes, 0 to 120; Up and Down go by five. `minutes_left` tells the number."""

    minutes_left = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._unit = _("min")
        self._told = 0
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        right = theme.px(10) + round(theme.width(self._unit, "small")) + theme.px(6)
        self.setTextMargins(theme.px(4), 0, right, 0)
        self.setFixedSize(theme.px(66), theme.px(26))
        self.setFont(theme.font("body#"))
        self.setValidator(QIntValidator(0, 120, self))
        self.setMaxLength(3)
        self.left.connect(self._left)

    def show_minutes(self, minutes: int) -> None:
        """Show a number without telling; what is being typed stays."""
        self._told = minutes
        if not self.hasFocus() or not self.isModified():
            self.setText(str(minutes))

    def minutes(self) -> int:
        """The number typed; 0 when empty."""
        return min(int(self.text() or 0), 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}.get(Qt.Key(event.key()))
        if step and plain:
            self.setText(str(min(max(self.minutes() + step, 0), 120)))
            self.setModified(True)
            self._left(self.text())
            self.selectAll()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._left(self.text())
            self.selectAll()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        field_box(c, QRectF(self.rect()), self.hasFocus(), bool(self._problem), self.isEnabled())
        area = QRectF(self.rect()).adjusted(0, 0, -self._theme.px(10), 0)
        text(c, area, self._unit, "small", "ink2", RIGHT)
        painter.end()
        QLineEdit.paintEvent(self, event)

    def _left(self, _text: str) -> None:
        self.setModified(False)
        minutes = self.minutes()
        if minutes != self._told:
            self._told = minutes
            self.minutes_left.emit(minutes)
