"""Private free text: written, read behind the curtain, removed."""

from dataclasses import replace
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.people import Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.vocabulary import NoteAbout, NoteAspect
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


def write_private_note(
    work: UnitOfWork,
    *,
    about: NoteAbout,
    about_id: UUID,
    rep_id: Id[Rep] | None,
    text: str,
    aspect: NoteAspect | None = None,
) -> PrivateNote:
    """A new private note of today."""
    return work.put(
        PrivateNote(
            id=work.new_id(PrivateNote),
            about=about,
            about_id=about_id,
            rep_id=rep_id,
            aspect=aspect,
            day=work.as_of,
            text=text.strip(),
        )
    )


def reword_private_note(work: UnitOfWork, id: Id[PrivateNote], text: str) -> PrivateNote:
    """Other words for a private note."""
    return work.put(replace(work.get(PrivateNote, id), text=text.strip()))


def remove_private_note(work: UnitOfWork, id: Id[PrivateNote]) -> None:
    """Delete a private note."""
    work.remove(work.get(PrivateNote, id))


def keep_check_note(
    work: UnitOfWork, session_id: UUID, rep_id: Id[Rep], aspect: NoteAspect, text: str
) -> None:
    """The private line of one of the five checks: written, changed, or removed when empty."""
    found = work.find(PrivateNote, about=NoteAbout.SESSION, about_id=session_id, aspect=aspect)
    if not text.strip():
        for note in found:
            work.remove(note)
    elif found:
        reword_private_note(work, found[0].id, text)
    else:
        write_private_note(
            work,
            about=NoteAbout.SESSION,
            about_id=session_id,
            rep_id=rep_id,
            text=text,
            aspect=aspect,
        )


def check_note(reads: Snapshot, session_id: UUID, aspect: NoteAspect) -> str:
    """The private line of one of the five checks, for as long as its field is open."""
    found = reads.find(PrivateNote, about=NoteAbout.SESSION, about_id=session_id, aspect=aspect)
    return found[0].text if found else ""


def private_notes_of(reads: Snapshot, rep_id: UUID) -> list[PrivateNote]:
    """Every private note about a rep, newest first: for the curtain only."""
    return sorted(reads.find(PrivateNote, rep_id=rep_id), key=lambda note: note.day, reverse=True)


def is_first_private_note(reads: Snapshot) -> bool:
    """Whether the notice about private notes must be shown before this one."""
    return not reads.find(PrivateNote)
