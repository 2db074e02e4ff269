"""Below the board: the cards of the chosen partner team, side by side or one below the other."""

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from coachdesk.ui.kit.theme import Theme


class TeamCard(Protocol):
    """A card about one partner team; it hides itself where it has nothing to say."""

    @property
    def widget(self) -> QWidget:
        """What stands in the row."""

    def show_team(self, team_id: UUID | None) -> None:
        """Show this team; None is all of them."""


MakeCard = Callable[[], TeamCard]
USUAL_PART = 20
"""Of the width, against what a card asks for by its own stretch."""


class CardRow(QWidget):
    """Cards made by their makers; without any the row takes no room."""

    def __init__(self, theme: Theme, makers: Sequence[MakeCard]) -> None:
        super().__init__()
        self.cards = [make() for make in makers]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(16))
        for card in self.cards:
            part = card.widget.sizePolicy().horizontalStretch() or USUAL_PART
            self._row.addWidget(card.widget, part, Qt.AlignmentFlag(0))
        if not self.cards:  # shown before it has a place, it would be a window of its own
            self.hide()

    def show_team(self, team_id: UUID | None) -> None:
        """Show this team on every card."""
        for card in self.cards:
            card.show_team(team_id)

    def set_side_by_side(self, side_by_side: bool) -> None:
        """One line, or a stack where there is little room."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if side_by_side else direction.TopToBottom)
