"""A card of one list: its title, words at the right, the rows, and words for none."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class ListCard(Card):
    """`fill` shows rows; without any the card hides, or says “None.” where it should stay."""

    def __init__(
        self,
        theme: Theme,
        rows: Rows,
        *,
        title: str,
        extra: str = "",
        right: str | QWidget = "",
        ruled: bool = True,
        stays: bool = False,
        none: str = "",
    ) -> None:
        super().__init__(theme, title)
        self.rows, self._stays = rows, stays
        self.header = SectionHeader(theme, title, extra, right)
        self.add(self.header)
        self._list = self.add(rows, rule=ruled)
        self._none_words = Text(theme, none or _("None."), "body", "ink2", wrap=True)
        self._none = self.add(self._none_words, rule=ruled, pad=(16, 8, 16, 10))
        self._none.hide()

    def fill(self, values: Sequence[Any]) -> None:
        """Show these rows."""
        self.rows.set_rows(values)
        self._list.setVisible(bool(values))
        self._none.setVisible(self._stays and not values)
        self.setVisible(self._stays or bool(values))

    def say_none(self, words: str) -> None:
        """What is said where there are no rows."""
        self._none_words.show_runs(words)

    def say(self, words: str) -> None:
        """The quiet words beside the title."""
        self.header.extra.show_runs(words)

    def say_right(self, words: str) -> None:
        """The quiet words at the right; the header was made with some."""
        if isinstance(self.header.right, Text):
            self.header.right.show_runs([Run(words, "small#", "ink2")])
