"""What a rated line may say besides: a missed expectation, and who gained; each with its key."""

from collections.abc import Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.evidence_rules import can_miss
from coachdesk.domain.vocabulary import BehaviourKey, Cause, Side
from coachdesk.language import gettext as _
from coachdesk.services.besides import Besides
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.event_fields import GainFields, MissFields


class BesidesRow(QWidget):
    """Shown only where a rated behaviour asks for it; `done` gives the keys back to the line."""

    changed = Signal()
    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(6))
        self.miss = MissFields(theme, "Alt+M")
        self.miss.changed.connect(self.changed)
        stack.addWidget(self.miss)
        self._wins = QWidget()
        row = QHBoxLayout(self._wins)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Text(theme, _("Who gained?  Alt+W"), "small", "ink2"))
        self.gains = GainFields(theme, with_words=False)
        row.addWidget(self.gains, 1)
        stack.addWidget(self._wins)
        self.miss.cause.chosen.connect(self._caused)
        for choice in self.gains.choices.values():
            choice.chosen.connect(self._gained)

    def show_besides(self, besides: Besides) -> None:
        """Show what a row of the Inbox kept."""
        self.miss.show_besides(besides)
        self.gains.show_gains(besides.gains)

    def show_for(self, keys: Set[BehaviourKey]) -> bool:
        """Show what these behaviours ask for; False if that is nothing."""
        may_miss, wins = can_miss(keys), BehaviourKey.ALL_WIN in keys
        self.miss.setVisible(may_miss)
        self._wins.setVisible(wins)
        return may_miss or wins

    def take_key(self, key: int) -> None:
        """Alt+M ticks the missed expectation and goes to its cause, Alt+W to the three sides."""
        if key == Qt.Key.Key_W and not self._wins.isHidden():
            self.gains.choices[Side.CUSTOMER].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == Qt.Key.Key_M and not self.miss.isHidden():
            self.miss.tick.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.miss.tick.toggle()
            if not self.miss.tick.isChecked():
                self.done.emit()

    def _caused(self, _key: str) -> None:
        if self.miss.why is not Cause.OTHER:
            self.done.emit()

    def _gained(self, _key: str) -> None:
        """On to the next side, and back to the line after the last."""
        choices = list(self.gains.choices.values())
        at = choices.index(self.sender()) + 1 if self.sender() in choices else len(choices)
        if at < len(choices):
            choices[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()

    def besides(self) -> Besides:
        """What was said, as far as the line asks for it."""
        wins = not self._wins.isHidden()
        return Besides(
            missed=self.miss.missed,
            cause=self.miss.why,
            cause_note=self.miss.note.text() if self.miss.missed else "",
            gains=self.gains.gains() if wins else {},
        )
