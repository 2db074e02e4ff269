"""The button for what else can become of something planned: another day, or nothing."""

from PySide6.QtCore import Signal

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.theme import Theme


class MoveOrCancel(Button):
    """Three dots that open the two; their keys work without it."""

    move_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, "", icon="more-horizontal")
        self.setAccessibleName(name)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        choices = [
            Choice("move", _("Move"), "Ctrl+Shift+M"),
            Choice("cancel", _("Cancel"), "Ctrl+Shift+X"),
        ]
        popup = Popup(self._theme, choices, name=self.accessibleName(), parent=self)
        popup.chosen.connect(self._chosen)
        popup.drop_from(self)

    def _chosen(self, what: str) -> None:
        {"move": self.move_asked, "cancel": self.cancel_asked}[what].emit()
