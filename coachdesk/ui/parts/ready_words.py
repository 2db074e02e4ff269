"""Words a manager keeps ready for a field, such as the own accountability steps."""

from collections.abc import Sequence

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.theme import Theme

SHOWN = 64


class ReadyWords(Button):
    """Below a field: drops the words, and the chosen ones stand in the field, to be edited.

    Without words it is not there.
    """

    def __init__(self, theme: Theme, field: Field, words: Sequence[str], label: str) -> None:
        name = _("{label}, for the field above").format(label=label)
        super().__init__(theme, label, "link", small=True, name=name)
        self._theme, self._field, self._words = theme, field, tuple(words)
        if not words:
            self.hide()
        self.clicked.connect(self._drop)

    def _drop(self) -> None:
        choices = [Choice(str(n), _shown(words)) for n, words in enumerate(self._words)]
        popup = Popup(self._theme, choices, name=self.label, parent=self)
        popup.chosen.connect(self._take)
        popup.drop_from(self)

    def _take(self, key: str) -> None:
        self._field.setText(self._words[int(key)])
        self._field.setFocus()


def _shown(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
