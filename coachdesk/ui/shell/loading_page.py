"""Today before the store is open: the frame is there, the figures come, or why they cannot."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button, plain_tip
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.states import ErrorInPlace, Loading
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.page import ScrollingPage

Way = tuple[str, Callable[[], None]]  # what a button says, and what it does


class LoadingPage(ScrollingPage):
    """Stands where Today will be; says that it waits only if it takes longer than 300 ms."""

    def __init__(self, theme: Theme) -> None:
        self.id, self.icon, self.key = "today", "calendar", "1"
        super().__init__(theme, _("Today"))
        self._error: UserError | None = None
        self._ways: tuple[Way, ...] = ()
        self._path = Path()
        self.buttons: list[Button] = []
        self.rebuild()

    def wait(self) -> None:
        """It is tried again."""
        self._error, self._ways = None, ()
        self.rebuild()

    def refuse(self, error: UserError, ways: Sequence[Way], path: Path) -> None:
        """The store at that path does not open: what is so, what is safe, and the ways on."""
        self._error, self._ways, self._path = error, tuple(ways), path
        self.rebuild()
        if self.buttons and self.widget.isVisible():
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> QWidget:
        content = QWidget()
        stack = QVBoxLayout(content)
        px = self.theme.px
        stack.setContentsMargins(px(24), px(24), px(24), px(24))
        self.loading = Loading(self.theme)
        stack.addWidget(self.loading)
        self.buttons = []
        if self._error is None:
            self.loading.begin(_("Opening your file"))
        else:
            stack.addWidget(self._refusal(self._error))
        stack.addStretch(1)
        return content

    def first_focus(self) -> QWidget | None:
        """The first way on."""
        return self.buttons[0] if self.buttons else None

    def _refusal(self, error: UserError) -> Card:
        card = Card(self.theme, _("The file does not open"))
        for number, (label, slot) in enumerate(self._ways):
            button = Button(self.theme, label, "default" if number else "primary")
            button.clicked.connect(slot)
            self.buttons.append(button)
        place = ErrorInPlace(
            self.theme, error.message, error.next_step, buttons=tuple(self.buttons)
        )
        card.add(place, pad=(20, 20, 20, 20))
        which = Text(self.theme, self._path.name, "small", "ink2", wrap=True)
        which.setToolTip(plain_tip(str(self._path)))
        which.setAccessibleDescription(str(self._path))
        card.add(which, rule=True, sunk=True, pad=(48, 10, 20, 10))
        return card
