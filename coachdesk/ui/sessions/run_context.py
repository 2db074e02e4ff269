"""What the parts of a running talk's page share: the talk as it was read last."""

from uuid import UUID

from coachdesk.services.line_records import LineDraft
from coachdesk.services.talk_pages import run_page
from coachdesk.ui.sessions.run_state import Line, lines_of
from coachdesk.ui.sessions.run_view import RunFrame
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.talk_pages import NoteLine, Run
from coachdesk.views.talks import AgendaPart


class RunningTalk:
    """One talk on the page; `reload` reads it again."""

    def __init__(self, work: Workplace, frame: RunFrame, session_id: UUID) -> None:
        self.work, self.frame, self.session_id = work, frame, session_id
        self.talk: Run = work.ask(run_page, session_id)

    def reload(self) -> None:
        """Read the talk again after a command."""
        self.talk = self.work.ask(run_page, self.session_id)

    @property
    def first_name(self) -> str:
        """The rep's first name."""
        return self.talk.brief.head.first_name

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are written."""
        return lines_of(self.talk.notes)

    def note(self, note_id: UUID) -> NoteLine:
        """A written line as it was read."""
        return next(note for note in self.talk.notes if note.id == note_id)

    def timed_points(self) -> list[AgendaPart]:
        """Points of the agenda that have minutes."""
        return [part for part in self.talk.brief.agenda if part.minutes > 0]

    def current_point(self) -> int:
        """Index of the first timed point that was not talked about yet."""
        timed = self.timed_points()
        for at, part in enumerate(timed):
            if not part.ticked:
                return at
        return max(0, len(timed) - 1)


def line_draft(line: Line) -> LineDraft:
    """A line as the command takes it."""
    return LineDraft(
        id=line.id,
        order=line.order,
        mark=line.mark,
        text=line.text,
        rating=line.rating,
        owner=line.owner,
        share_kind=line.share_kind,
    )
