"""A line that offers words: Down drops them, the chosen ones stand in the line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from coachdesk.language import gettext as _
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.theme import Theme

MOST, SHOWN = 10, 64


class OfferingField(Field):
    """`offered` gives the words; those that hold what is typed come, else the first ones."""

    def __init__(
        self, theme: Theme, offered: Callable[[], Sequence[str]], title: str, icon: str = "plus"
    ) -> None:
        super().__init__(theme, icon=icon, hint="↓")
        self._offered, self._title = offered, title

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.offer()
        else:
            super().keyPressEvent(event)

    def offer(self) -> None:
        """The words as a short list; nothing where there are none."""
        words, typed = self._offered(), self.text().strip().casefold()
        fitting = [each for each in words if typed in each.casefold()] or words
        choices = [Choice(each, _shortened(each)) for each in fitting[:MOST]]
        if choices:
            popup = Popup(self._theme, choices, name=self._title, parent=self)
            popup.chosen.connect(self._put)
            popup.drop_from(self)

    def _put(self, words: str) -> None:
        self.setText(words)
        self.textEdited.emit(words)


def _shortened(words: str) -> str:
    return words if len(words) <= SHOWN else _("{words}…").format(words=words[: SHOWN - 1])
