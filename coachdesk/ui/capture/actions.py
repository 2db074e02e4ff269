"""Capture from any page."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.capture.overlay import CaptureOverlay
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace


class CaptureDesk(QObject):
    """Opens the overlay on one window: for a key, a button, a line to begin with, an Inbox row."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        workplace.capture_asked.connect(self.open_line)
        workplace.inbox_asked.connect(self.complete)

    def open_empty(self) -> None:
        """An empty line, or the one that was left unfinished."""
        CaptureOverlay(self._workplace, self._window)

    def open_line(self, line: str) -> None:
        """A line to begin with."""
        CaptureOverlay(self._workplace, self._window, line)

    def complete(self, draft_id: object) -> None:
        """An Inbox row to complete."""
        CaptureOverlay(self._workplace, self._window, draft_id=draft_id)


def capture_actions(desk: CaptureDesk) -> list[Action]:
    """Ctrl+N, and what the overlay's own keys do."""
    return [
        Action(
            "capture.new",
            _("Capture what you saw"),
            desk.open_empty,
            "Ctrl+N",
            _("Capture"),
            writes=True,
        )
    ]
