"""What the person does with “Worth a second look” on the page after a talk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachdesk.domain.errors import UserError
from coachdesk.services.direction import Rewording, reword_direction
from coachdesk.views.direction import SecondLook

if TYPE_CHECKING:
    from coachdesk.ui.sessions.wrap_up_page import WrapUpPage
    from coachdesk.ui.sessions.wrap_up_view import WrapUpView


class WrapUpDirection(QObject):
    """Rewords a piece where it stands, or lets it be; neither stands in the way of Done."""

    def __init__(self, page: WrapUpPage) -> None:
        super().__init__(page)
        self._page = page

    def follow(self, view: WrapUpView) -> None:
        """Do what is asked in this view."""
        card, workplace = view.direction, self._page.workplace
        card.reworded.connect(self._reword)
        card.typed.connect(self._type)
        card.kept.connect(self._keep)
        card.emptied.connect(view.ticks.setFocus)
        for rows in (card.rows, card.below):
            workplace.hold_rows(rows, "opened", "removed", "hit")

    def _reword(self, look: SecondLook, words: str) -> None:
        page = self._page
        wording = Rewording(kind=look.kind, record_id=look.record_id, old=look.words, new=words)
        if not page.write():
            return
        try:
            page.workplace.do(reword_direction, page.session_id, wording, by=page)
        except UserError as refusal:
            page.view.direction.show_problem(refusal)
            return
        self._type(None, "")
        page.read_again()

    def _type(self, look: SecondLook | None, words: str) -> None:
        rewording = None if look is None else (look.id, words)
        self._page.state = replace(self._page.state, rewording=rewording)
        self._page.keep_draft()

    def _keep(self, look: SecondLook) -> None:
        """It was looked at and stays; the hint does not come back for these words."""
        page = self._page
        page.state = page.state.keeping(look)
        page.keep_draft()
        page.view.direction.show_looks(page.state.looks, page.state.rewording)
