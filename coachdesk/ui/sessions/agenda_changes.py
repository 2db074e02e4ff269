"""What a person changes in the agenda before a talk, written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.agendas import AgendaDraft, set_agenda
from coachdesk.ui.sessions import prepare_state as states
from coachdesk.views.talks import AgendaPart

if TYPE_CHECKING:
    from coachdesk.ui.sessions.prepare_page import PreparePage


class AgendaChanges(QObject):
    """Moves, times, words, removes and adds points of the page's talk."""

    def __init__(self, page: PreparePage) -> None:
        super().__init__(page)
        self._page = page

    @property
    def _points(self) -> tuple[AgendaPart, ...]:
        return self._page.state.page.brief.agenda

    def _write(self, drafts: tuple[AgendaDraft, ...]) -> None:
        try:
            self._page.workplace.do(set_agenda, self._page.session_id, drafts, by=self._page)
        except UserError as refusal:
            self._page.foot.refuse(refusal.message, refusal.next_step)
            return
        self._page.read_again()

    def move(self, id: UUID, step: int) -> None:
        """One place up or down; the rep’s agenda stays first."""
        moved = states.moved_point(self._points, id, step)
        if moved == self._points:
            self._page.foot.refuse(_("The rep’s agenda comes first."))
            return
        self._write(states.drafts_of(moved))
        self._page.view.agenda.focus_point(id)

    def remove(self, id: UUID) -> None:
        """Without the point; the one that takes its place gets the keys."""
        at = next(i for i, part in enumerate(self._points) if part.id == id)
        left = states.without_point(self._points, id)
        if left == self._points:
            self._page.foot.refuse(_("The rep’s agenda stays; it comes first."))
            return
        self._write(states.drafts_of(left))
        self._page.workplace.say(_("Point removed"), can_undo=True)
        self._page.view.agenda.focus_point(left[min(at, len(left) - 1)].id)

    def time(self, id: UUID, minutes: int) -> None:
        """Other minutes."""
        self._write(states.drafts_of(states.with_minutes(self._points, id, minutes)))

    def word(self, id: UUID, words: str) -> None:
        """Other words."""
        self._write(states.drafts_of(states.with_words(self._points, id, words)))

    def add(self, words: str) -> None:
        """Another point at the end."""
        self._write((*states.drafts_of(self._points), states.new_point(words)))
