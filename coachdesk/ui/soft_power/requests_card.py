"""Requests to a partner team: sorted or not, our decision beside the team's own verdict."""

from PySide6.QtWidgets import QHBoxLayout

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.soft_power.desk import SoftPowerDesk
from coachdesk.ui.soft_power.rows import RequestPainter
from coachdesk.views.soft_power import SoftPower

SHOWN = 6


class RequestsCard(ListCard):
    """Enter opens what can become of one; S sorts, O hands on, N notes a new one."""

    def __init__(self, desk: SoftPowerDesk) -> None:
        work = desk.workplace
        theme, title = work.theme, _("Requests to partners")
        self._painter = RequestPainter(theme, work.as_of)
        rows = Rows(theme, self._painter, name=title)
        none = _("No request waits. Sort one before it goes on.")
        super().__init__(theme, rows, title=title, right=" ", stays=True, none=none)
        self._desk, self._is_whole = desk, False
        rows.opened.connect(desk.open_request)
        for key, slot in (("S", desk.sort), ("O", desk.hand_on), ("N", self._note)):
            rows.on_key(key, slot)
        work.hold_rows(rows, "opened", "S", "O", "N")
        self._more = Button(theme, "", "link")
        self._more.clicked.connect(self._show_whole)
        self._more_place = self.add(self._more, rule=True, pad=(16, 6, 16, 6))
        self.new = Button(theme, _("Request"), small=True, icon="plus", name=_("Note a request"))
        self.new.clicked.connect(desk.request)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addStretch(1)
        self.add(row, rule=True, pad=(16, 10, 16, 10))
        work.hold(self.new)

    def show_page(self, page: SoftPower) -> None:
        """Show the requests, those that wait first."""
        self._page = page
        self._painter.as_of = page.as_of
        rows = page.requests if self._is_whole else page.requests[:SHOWN]
        self.fill(rows)
        hidden = len(page.requests) - len(rows)
        self._more_place.setVisible(hidden > 0)
        self._more.set_label(_("{n} more").format(n=hidden))
        self.say_right(_("ours, and theirs") if page.requests else "")

    def _note(self, _row: object) -> None:
        self._desk.request()

    def _show_whole(self) -> None:
        self._is_whole = True
        self.show_page(self._page)
        self.rows.setFocus()
