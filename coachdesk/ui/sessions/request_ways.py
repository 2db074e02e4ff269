"""From the requests on the page before a talk: to their steps, and onto the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.coaching_topics import coach_ask
from coachdesk.ui.parts.ask_others import open_other
from coachdesk.ui.parts.ask_steps import open_ask_sheet
from coachdesk.ui.parts.ask_talk import Talk
from coachdesk.ui.sessions.prepare_requests import Requested
from coachdesk.views.talks import AgendaPart

if TYPE_CHECKING:
    from coachdesk.ui.sessions.prepare_page import PreparePage


class RequestWays(QObject):
    """Each uses the check of the promises: who looks at a request has looked."""

    def __init__(self, page: PreparePage) -> None:
        super().__init__(page)
        self._page = page

    @property
    def _points(self) -> tuple[AgendaPart, ...]:
        return self._page.state.page.brief.agenda

    def open(self, asked: Requested) -> None:
        """The steps that are permitted; of a request to others, where it stands."""
        self._page.use("promises")
        work, head = self._page.workplace, self._page.state.head
        window, rows = self._page.widget.window(), self._page.state.page.asks
        if asked.row.to:
            open_other(work, window, (head.rep_id, head.first_name), asked.row.id)
        else:
            talk = Talk(head.first_name, rows, head.rep_id)
            open_ask_sheet(work, window, talk, asked.row)

    def make_topic(self, asked: Requested) -> None:
        """A point of the manager’s on what the rep asks of others."""
        self._page.use("promises")
        before, work = {part.id for part in self._points}, self._page.workplace
        try:
            item = work.do(
                coach_ask, self._page.session_id, asked.row.thread_id, said="", by=self._page
            )
        except UserError as refusal:
            self._page.foot.refuse(refusal.message, refusal.next_step)
            return
        if item.id in before:
            work.say(_("It is on the agenda already."))
            return
        self._page.read_again()
        work.say(_("On the agenda: {what}").format(what=item.text), can_undo=True)
