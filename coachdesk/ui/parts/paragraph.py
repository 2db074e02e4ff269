"""A field of several lines in a sheet."""

from PySide6.QtGui import QKeyEvent

from coachdesk.ui.kit.fields import TextArea
from coachdesk.ui.parts.sheet import ENTER_KEYS


class Paragraph(TextArea):
    """One paragraph that may take several lines; Enter belongs to the sheet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def words(self) -> str:
        """What stands in it, as one line."""
        return " ".join(self.toPlainText().split())
