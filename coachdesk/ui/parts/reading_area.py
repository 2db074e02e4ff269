"""The words of a document, to be walked line by line; takes all the room it is given."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from coachdesk.language import gettext as _
from coachdesk.ui.kit.fields import TextArea
from coachdesk.ui.kit.theme import Theme


class ReadingArea(TextArea):
    """Read only: arrows, Page Up and Down and Ctrl+End move, Ctrl+A and Ctrl+C take along."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, name=_("The document as text, read only"))
        self.setReadOnly(True)
        self.document().setDocumentMargin(theme.px(16))
        # With a text cursor, so that a screen reader says the line the arrows come to.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def show_text(self, words: str) -> None:
        """Show another text; the place one had come to stays."""
        if words == self.toPlainText():
            return
        at, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        self.setPlainText(words)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter and Esc are the sheet's: there is nothing to type here.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """The room decides, not the text."""
