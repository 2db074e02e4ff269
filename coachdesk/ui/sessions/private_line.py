"""The private line of one check: a field that holds its words only while it has the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.sessions.check_head import INDENT


class _PrivateField(Field):
    escaped = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            return
        super().keyPressEvent(event)


class PrivateLine(QWidget):
    """Hidden until `open_with`; when the focus leaves, `left` gives the words and they are gone.

    Esc covers without changing anything.
    """

    settled = Signal(str, str)
    left = Signal(str, str)

    def __init__(self, theme: Theme, check: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check, self._is_open, self._before = check, False, ""
        stack = QVBoxLayout(self)
        stack.setContentsMargins(theme.px(INDENT), theme.px(4), theme.px(16), theme.px(4))
        stack.setSpacing(theme.px(4))
        self.notice = Text(theme, "", "small", "ink2", wrap=True)
        self.field = _PrivateField(
            theme,
            _("Private: never printed or shared"),
            name=_("Private line, {what}, never prints").format(what=what),
            icon="lock",
        )
        self.field.setMaxLength(400)
        stack.addWidget(self.field)
        stack.addWidget(self.notice)
        self.field.settled.connect(self._settled)
        self.field.left.connect(self._leave)
        self.field.escaped.connect(self._escape)
        self.field.entered.connect(self._enter)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether words may be on the screen."""
        return self._is_open

    def open_with(self, words: str, notice: str) -> None:
        """Show the words and take the keys; `notice` is shown before the first private note."""
        self._is_open, self._before = True, words
        self.notice.show_runs(notice)
        self.notice.setVisible(bool(notice))
        self.show()
        self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def cover(self) -> None:
        """Take the words off the screen and out of the field."""
        self._is_open = False
        self.field.clear()
        self.hide()

    def _settled(self, words: str) -> None:
        if self._is_open:
            self.settled.emit(self._check, words)

    def _leave(self, words: str) -> None:
        if not self._is_open:
            return
        changed = words.strip() != self._before
        self.cover()
        if changed:
            self.left.emit(self._check, words)

    def _enter(self) -> None:
        self.focusNextChild()
        self._leave(self.field.text())

    def _escape(self) -> None:
        words = self._before
        self.field.setText(words)
        self.settled.emit(self._check, words)
        self._leave(words)
