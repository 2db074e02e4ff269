"""Opens the manager's own words from anywhere: of the ratings, of a rep, of the steps."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.wordings.own_words import OwnWordsSheet
from coachdesk.ui.wordings.sheet import WordingsSheet


class WordingsDesk(QObject):
    """Opens the sheets over one window: for the palette, or at the behaviour that is rated."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        workplace.wordings_asked.connect(self.open_at)

    def open(self) -> None:
        """The first behaviour."""
        self._show(None)

    def open_at(self, key: object) -> None:
        """One behaviour."""
        self._show(BehaviourKey(str(key)))

    def open_own(self) -> None:
        """What a rep is called, and the accountability steps."""
        OwnWordsSheet(self._workplace, self._window)

    def _show(self, key: BehaviourKey | None) -> None:
        WordingsSheet(self._workplace, self._window, key).own_asked.connect(self.open_own)


def wording_actions(desk: WordingsDesk) -> list[Action]:
    """The ratings, a rep and the steps in the manager's own words."""
    return [
        Action(
            "wordings.open",
            _("Word the ratings and set the target"),
            desk.open,
            "",
            _("Team"),
        ),
        Action(
            "wordings.own",
            _("Word for a rep, and your accountability steps"),
            desk.open_own,
            "",
            _("Team"),
        ),
    ]
