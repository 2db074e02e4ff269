"""What becomes of the line when Enter is pressed: one command, and the sentence that says so."""

from dataclasses import dataclass
from uuid import UUID

from coachdesk.domain.evidence import Observation
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.reading import Reading
from coachdesk.language import gettext as _
from coachdesk.services.besides import Besides
from coachdesk.services.capture import (
    LONGEST_COMMENT,
    capture_line,
    complete_draft,
    edit_draft,
    rated,
)
from coachdesk.services.event_edits import add_more
from coachdesk.services.evidence import ObservationDraft, same_event
from coachdesk.ui.capture.state import missing_words
from coachdesk.ui.shell.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Saving:
    """Writes a reading; `draft_id` is the Inbox row it completes."""

    workplace: Workplace
    draft_id: UUID | None = None

    def save(self, reading: Reading, name: str, besides: Besides) -> None:
        """Keep the line whole, or in the Inbox with what it lacks."""
        done = self.workplace.do(*self._command(reading), said="", **self._extra(reading, besides))
        if isinstance(done.record, Observation):
            said = _("Saved for {name}").format(name=name)
        elif isinstance(done.record, PrivateNote):
            said = _("Private note kept. It is never printed or shared.")
        elif missing := missing_words(done.missing, done.too_many):
            said = _("Kept in the Inbox, it needs {parts}").format(parts=missing)
        else:
            said = _("Kept in the Inbox")
        self.workplace.say(said, can_undo=True)

    def add_to(self, event: Observation, reading: Reading, name: str, besides: Besides) -> None:
        """Put the words on an event that is there already."""
        said = _("Added to the event of {name}").format(name=name)
        given = (reading.comment, rated(reading), besides)
        self.workplace.do(add_more, event.id, *given, said=said)

    def same(self, reading: Reading) -> Observation | None:
        """An event of the same rep, link, customer and day."""
        if self.draft_id is not None or reading.rep is None or reading.account is None:
            return None
        ratings = rated(reading)
        if not ratings:
            return None
        draft = ObservationDraft(
            rep_id=reading.rep,
            day=reading.day,
            comment=reading.comment,
            ratings=ratings,
            account_id=reading.account,
        )
        found: Observation | None = self.workplace.ask(same_event, draft)
        return found

    def _command(self, reading: Reading) -> tuple:
        if self.draft_id is None:
            return (capture_line, reading)
        whole = is_whole(reading)
        return (complete_draft if whole else edit_draft, self.draft_id, reading)

    def _extra(self, reading: Reading, besides: Besides) -> dict[str, object]:
        if reading.private:
            return {} if self.draft_id else {"keep_private": True}
        return {"besides": besides}


def is_whole(reading: Reading) -> bool:
    """Whether nothing keeps the line in the Inbox."""
    if reading.private:
        return reading.rep is not None and bool(reading.comment)
    return not reading.missing and not reading.questions and len(reading.comment) <= LONGEST_COMMENT
