"""What each command is called when it is taken back."""

from uuid import UUID

from coachdesk.domain.evidence import Observation
from coachdesk.domain.people import Rep
from coachdesk.language import gettext as _
from coachdesk.services.command_titles import titles
from coachdesk.services.desk import Desk, Undone
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.changes import Changes


def undo_last(desk: Desk) -> str:
    """Take the last change back; returns what it was, such as "observation for Priya Raman"."""
    undone, changes = desk.undo()
    return desk.ask(describe, undone, changes)


def describe(reads: Snapshot, undone: Undone, changes: Changes) -> str:
    """What was taken back or done again, in words, with the people it was about."""
    title = title_of_command(undone.command, is_observation=Observation in changes.kinds)
    names = ", ".join(_names(reads, undone.rep_ids))
    return _("{title} for {names}").format(title=title, names=names) if names else title


def title_of_command(command: str, *, is_observation: bool) -> str:
    """What a command is called; a captured line by what it became."""
    if command == "capture_line":
        return _("observation") if is_observation else _("line in the Inbox")
    return titles().get(command, _("change"))


def done_words(command: str) -> str:
    """What to say of a command that was just run, where the screen has no words of its own."""
    return _("Saved: {what}").format(what=titles().get(command, _("change")))


def _names(reads: Snapshot, rep_ids: tuple[UUID, ...]) -> list[str]:
    found = (reads.peek(Rep, as_id(rep_id)) for rep_id in rep_ids)
    return sorted(rep.name for rep in found if rep is not None)
