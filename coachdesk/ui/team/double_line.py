"""The quiet line that points out what was probably typed twice."""

from PySide6.QtWidgets import QHBoxLayout

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.team import Double


class DoubleLine(Card):
    """“Lena Ortiz” and “Ortiz, Lena” look like one person."""

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        super().__init__(theme, _("Entered twice?"), sunk=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        self._words = Text(theme, "", "body", wrap=True)
        self.merge = Button(theme, _("Merge…"), "link")
        self.dismiss = Button(theme, _("Not the same"), "link")
        row.addWidget(self._words, 1)
        row.addWidget(self.merge)
        row.addWidget(self.dismiss)
        self.add(row, pad=(16, 8, 16, 8))
        self.hide()

    def show_double(self, double: Double | None) -> None:
        """Shown only while there is one."""
        self.setVisible(double is not None)
        if double is None:
            return
        words = {
            "rep": _("“{one}” and “{other}” look like one person"),
            "account": _("“{one}” and “{other}” look like one customer"),
            "team": _("“{one}” and “{other}” look like one partner team"),
        }[double.kind]
        self._words.show_runs(words.format(one=double.one, other=double.other))
