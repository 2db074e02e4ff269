"""Who holds what was promised to customers: one sentence each, what stands still first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.baton import BatonLine


class BatonLines(QWidget):
    """A heading, up to `most` sentences and the way to all of them; nothing where there are none.

    The page connects `there`.
    """

    def __init__(self, theme: Theme, most: int) -> None:
        super().__init__()
        self._theme, self._most = theme, most
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, theme.px(8), 0, 0)
        stack.setSpacing(theme.px(4))
        self._head = Text(theme, _("With partners"), "label", "ink2")
        stack.addWidget(self._head)
        self._lines = [Text(theme, "", "body", wrap=True) for _place in range(most)]
        self._more = Text(theme, "", "body", "ink2")
        for words in (*self._lines, self._more):
            stack.addWidget(words)
        self.there = Button(theme, _("Who has it now"), "link", hint="Ctrl+Shift+T")
        row = QHBoxLayout()
        row.addWidget(self.there)
        row.addStretch(1)
        stack.addLayout(row)
        self.show_lines(())

    def show_lines(self, lines: Sequence[BatonLine]) -> None:
        """The first of them, and how many more there are."""
        for place, words in enumerate(self._lines):
            words.setVisible(place < len(lines))
            words.show_runs(lines[place].words if place < len(lines) else "")
        more = len(lines) - self._most
        self._more.setVisible(more > 0)
        self._more.show_runs(ngettext("and {n} more", "and {n} more", more).format(n=more))
        self._head.setVisible(bool(lines))
        self.there.setVisible(bool(lines))
