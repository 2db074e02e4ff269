"""Opens the ratings from anywhere."""

from gettext import gettext as _

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.wordings.sheet import WordingsSheet


class WordingsDesk(QObject):
    """Opens the sheet over one window: for the palette, or at the behaviour that is rated."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        workplace.wordings_asked.connect(self.open_at)

    def open(self) -> None:
        """The first behaviour."""
        WordingsSheet(self._workplace, self._window)

    def open_at(self, key: object) -> None:
        """One behaviour."""
        WordingsSheet(self._workplace, self._window, BehaviourKey(str(key)))


def wording_actions(desk: WordingsDesk) -> list[Action]:
    """The ratings in the manager's own words."""
    return [
        Action(
            "wordings.open",
            _("Word the ratings and set the target"),
            desk.open,
            "",
            _("Team"),
        )
    ]
