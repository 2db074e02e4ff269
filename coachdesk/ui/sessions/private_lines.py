"""The private lines of the five checks: opened, kept, and covered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachdesk.domain.evidence import Draft
from coachdesk.domain.vocabulary import NoteAspect
from coachdesk.language import gettext as _
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.private_notes import check_note, is_first_private_note, keep_check_note

if TYPE_CHECKING:
    from coachdesk.ui.sessions.prepare_page import PreparePage

PLACE = "prepare private"


class PrivateLines(QObject):
    """Reads and writes the private line of a check of the page's talk."""

    def __init__(self, page: PreparePage) -> None:
        super().__init__(page)
        self._page = page

    def open(self, check: str) -> None:
        """Show the words in their field, for as long as it has the focus."""
        words = self._page.workplace.ask(check_note, self._page.session_id, NoteAspect(check))
        kept = self._page.workplace.ask(unsaved_at, f"{PLACE} {check}", self._page.session_id)
        if kept is not None and kept.content:
            words = str(kept.content.get("text", words))
        first = self._page.workplace.ask(is_first_private_note)
        notice = shipped_playbook().private_note_notice if first else ""
        self._page.view.private[check].open_with(words, notice)

    def _draft(self, check: str, words: str) -> Draft:
        return unsaved_draft(
            f"{PLACE} {check}",
            self._page.session_id,
            {"text": words},
            self._page.workplace.as_of,
            private=True,
        )

    def autosave(self, check: str, words: str) -> None:
        """Keep what is being typed, marked as private."""
        self._page.workplace.autosave(self._draft(check, words))

    def keep(self, check: str, words: str) -> None:
        """Write, change or remove the line."""
        self._page.workplace.do(
            keep_check_note,
            self._page.session_id,
            self._page.state.head.rep_id,
            NoteAspect(check),
            words,
            said=_("Private line kept") if words.strip() else _("Private line removed"),
            by=self._page,
        )
        self._page.workplace.forget(self._draft(check, words))
        self._page.use(check)
        self._page.read_again()
