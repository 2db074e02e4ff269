"""Areas that know what is stored: words edited in place, which Esc brings back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit

from coachdesk.ui.kit.canvas import canvas, text
from coachdesk.ui.kit.fields import TextArea
from coachdesk.ui.kit.theme import Theme


class StoredArea(TextArea):
    """`stored` is what was written last; Esc in a field of the sheets brings it back."""

    stored = ""

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than what is stored."""
        return self.toPlainText().strip() != self.stored

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the program again once what is typed is stored."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and not self.is_changed
        undo = QKeySequence.StandardKey.Undo
        if is_asked and isinstance(event, QKeyEvent) and event.matches(undo):
            event.ignore()
            return False
        return super().event(event)

    def tell(self, told: Callable[[str], bool]) -> None:
        """Tell what is typed if it is something else; what is refused waits to be told again.

        It counts as stored at once: the page may be made anew, and leave the field, meanwhile.
        """
        if not self.is_changed or self.isReadOnly():
            return
        before, self.stored = self.stored, self.toPlainText().strip()
        if not told(self.stored):
            self.stored = before

    def show_stored(self, words: str) -> None:
        """Show what is stored."""
        self.stored = words
        if self.toPlainText() != words:
            self.setPlainText(words)


class SentenceField(StoredArea):
    """Enter writes the sentence (`entered`), Esc brings back the one before.

    A `quiet` one looks like plain text until the mouse or the keys are on it.
    """

    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        *,
        name: str = "",
        most: int = 6,
        role: str = "body",
        quiet: bool = False,
    ) -> None:
        super().__init__(theme, placeholder, name=name, lines=1, most=most, role=role)
        self._quiet = quiet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.setPlainText(self.stored)
            self.set_problem("")
            self.settled.emit(self.stored)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._quiet or self.hasFocus() or self.underMouse() or self._problem:
            super().paintEvent(event)
            return
        if self.document().isEmpty():
            painter = QPainter(self.viewport())
            pad = self._theme.px(8)
            line = QRectF(self.viewport().rect()).adjusted(pad, pad, -pad, 0)
            line.setHeight(self._theme.metrics(self._role).height())
            text(canvas(painter, self._theme), line, self._placeholder, self._role, "muted")
            painter.end()
        QPlainTextEdit.paintEvent(self, event)
