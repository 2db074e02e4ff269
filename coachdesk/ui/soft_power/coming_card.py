"""What may be coming for a partner team, told or not told yet."""

from PySide6.QtWidgets import QHBoxLayout

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.coming_rows import ComingPainter
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.soft_power.desk import SoftPowerDesk
from coachdesk.views.soft_power import SoftPower

SHOWN = 8


class ComingCard(ListCard):
    """Enter changes a notice, N notes one, I informs the team; W will not come, C came."""

    def __init__(self, desk: SoftPowerDesk) -> None:
        work = desk.workplace
        theme, title = work.theme, _("What’s coming")
        self._painter = ComingPainter(theme, work.as_of)
        rows = Rows(theme, self._painter, name=title)
        none = _("Nothing is known at present. What may be coming?")
        super().__init__(theme, rows, title=title, right=" ", stays=True, none=none)
        self._desk, self._is_whole = desk, False
        rows.opened.connect(desk.change)
        for key, slot in (
            ("N", self._note),
            ("I", desk.tell_row),
            ("W", desk.withdraw),
            ("C", desk.came),
        ):
            rows.on_key(key, slot)
        work.hold_rows(rows, "opened", "N", "I", "W", "C")
        self._more = Button(theme, "", "link")
        self._more.clicked.connect(self._show_whole)
        self._more_place = self.add(self._more, rule=True, pad=(16, 6, 16, 6))
        self.tell = Button(theme, "", small=True)
        self.note = Button(
            theme,
            _("Note"),
            small=True,
            icon="plus",
            hint="N",
            name=_("Note something that may be coming"),
        )
        self._out = Text(theme, _("prints or copies"), "small", "ink2", elide=True)
        self.tell.clicked.connect(desk.tell)
        self.note.clicked.connect(desk.note)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for widget in (self.tell, self.note):
            row.addWidget(widget)
        row.addWidget(self._out)
        row.addStretch(1)
        self.add(row, rule=True, pad=(16, 10, 16, 10))
        work.hold(self.tell, self.note)

    def show_page(self, page: SoftPower) -> None:
        """Show what is coming, the first eight unless all are wanted."""
        self._page = page
        self._painter.as_of, self._painter.with_team = page.as_of, page.team is None
        rows = page.coming if self._is_whole else page.coming[:SHOWN]
        self.fill(rows)
        hidden = len(page.coming) - len(rows)
        self._more_place.setVisible(hidden > 0)
        self._more.set_label(_("{n} more").format(n=hidden))
        untold = page.untold
        first = [row for row in untold if row.team_id == untold[0].team_id] if untold else []
        self.tell.setVisible(bool(first))
        self._out.setVisible(bool(first))
        if first:
            words = ngettext("Tell {team} about {n}", "Tell {team} about {n}", len(first))
            self.tell.set_label(words.format(team=first[0].team, n=len(first)))
        self.say_right(_("earliest first") if page.coming else "")

    def _note(self, _row: object) -> None:
        self._desk.note()

    def _show_whole(self) -> None:
        self._is_whole = True
        self.show_page(self._page)
        self.rows.setFocus()
