"""Noting an activity or an opportunity from any page."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.ui.insights.deal_sheets import ActivitySheet, OpportunitySheet, Start
from coachdesk.ui.shell.workplace import Workplace


class Deals(QObject):
    """Opens the sheets on one window; `in_sight` says which rep or visit is shown."""

    def __init__(
        self, workplace: Workplace, window: QWidget, in_sight: Callable[[], Start]
    ) -> None:
        super().__init__(window)
        self._workplace, self._window, self._in_sight = workplace, window, in_sight

    def note_activity(self) -> None:
        """What was done, with whom; known from what is in sight."""
        ActivitySheet(self._workplace, self._window, self._in_sight())

    def add_opportunity(self) -> None:
        """Ask for the customer and a few words."""
        OpportunitySheet(self._workplace, self._window)
