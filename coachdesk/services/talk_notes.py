"""Lines written during a talk, and the records they become on the spot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain import talk_rules
from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Id
from coachdesk.domain.ladder_checks import refuse_other_rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import (
    AskState,
    NoteMark,
    RecordKind,
)
from coachdesk.services.asks import (
    agree_ask,
    require,
)
from coachdesk.services.line_records import (
    LineDraft,
    make_record,
    remove_record,
    reword_record,
)
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork

LONGEST_TEXT = 400
# What the manager alone decides to print, line by line.
_PRINTED_ONLY_IF_TICKED = (NoteMark.NONE, NoteMark.SHARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementTerms:
    """What makes a requirement: how it is checked, by when, and why the ladder is skipped."""

    how: str
    due_day: date
    thread_id: Id[AskThread] | None = None
    skip_reason: str = ""


def keep_line(work: UnitOfWork, session_id: Id[CoachingSession], line: LineDraft) -> SessionNote:
    """Write a line and the record it becomes; an edited line brings its record along."""
    talk = work.get(CoachingSession, session_id)
    talk_rules.refuse_received(talk)
    old = None if line.id is None else work.peek(SessionNote, line.id)
    text = line.text.strip()
    if old is not None and old.mark is line.mark and reword_record(work, old, line, text):
        return work.put(replace(old, order=line.order, text=_stored(line.mark, text)))
    if old is not None:
        remove_record(work, old)
    kind, record_id = make_record(work, talk, line, text)
    kept = work.put(
        SessionNote(
            id=work.new_id(SessionNote) if line.id is None else line.id,
            session_id=session_id,
            order=line.order,
            time=old.time if old else work.now.time().replace(second=0, microsecond=0),
            mark=line.mark,
            text=_stored(line.mark, text),
            created_kind=kind,
            created_id=record_id,
            print=line.mark not in (*_PRINTED_ONLY_IF_TICKED, NoteMark.PRIVATE),
        )
    )
    was_ticked = old is not None and old.mark is line.mark and old.print
    return print_line(work, kept.id, print=True) if was_ticked else kept


def keep_lines(
    work: UnitOfWork, session_id: Id[CoachingSession], lines: Sequence[LineDraft]
) -> list[SessionNote]:
    """The paragraphs of a pasted block, one line each, as one change."""
    return [keep_line(work, session_id, line) for line in lines]


def _stored(mark: NoteMark, text: str) -> str:
    return "" if mark is NoteMark.PRIVATE else text


def drop_line(work: UnitOfWork, id: Id[SessionNote]) -> None:
    """Remove a line with the record it became."""
    note = work.get(SessionNote, id)
    talk_rules.refuse_received(work.get(CoachingSession, note.session_id))
    work.remove(note)
    remove_record(work, note)


def agree_noted_ask(work: UnitOfWork, note_id: Id[SessionNote], terms: AskTerms) -> Ask:
    """Complete the request that a line noted: how, by when, what help."""
    note = work.get(SessionNote, note_id)
    if note.created_id is None or note.created_kind is not RecordKind.ASK:
        raise ValueError("the line is no request")
    return agree_ask(work, as_id(note.created_id), terms)


def join_thread(work: UnitOfWork, note_id: Id[SessionNote], thread_id: Id[AskThread]) -> Ask:
    """Move a noted request to a thread that is already there."""
    note = work.get(SessionNote, note_id)
    ask = work.get(Ask, as_id(note.created_id)) if note.created_id else None
    if ask is None or ask.state is not AskState.DRAFT:
        raise ValueError("only an unfinished request joins another subject")
    left = ask.thread_id
    own = work.get(AskThread, left)
    refuse_other_rep(work.get(AskThread, thread_id), own.rep_id)
    moved: Ask = work.put(replace(ask, thread_id=thread_id))
    is_empty = not work.find(Ask, thread_id=left) and not work.find(Mandate, thread_id=left)
    if left != thread_id and is_empty:
        work.remove(work.get(AskThread, left))
    return moved


def keep_requirement(
    work: UnitOfWork,
    session_id: Id[CoachingSession],
    line: LineDraft,
    terms: RequirementTerms,
) -> SessionNote:
    """Write a line that sets a requirement, by the ladder or with a reason."""
    talk = work.get(CoachingSession, session_id)
    talk_rules.refuse_received(talk)
    old = None if line.id is None else work.peek(SessionNote, line.id)
    if old is not None:
        remove_record(work, old)
    mandate = require(
        work,
        rep_id=talk.rep_id,
        what=line.text,
        how=terms.how,
        due_day=terms.due_day,
        thread_id=terms.thread_id,
        skip_reason=terms.skip_reason,
    )
    return work.put(
        SessionNote(
            id=line.id or work.new_id(SessionNote),
            session_id=session_id,
            order=line.order,
            time=work.now.time().replace(second=0, microsecond=0),
            mark=NoteMark.MANDATE,
            text=line.text.strip(),
            created_kind=RecordKind.MANDATE,
            created_id=mandate.id,
            print=True,
        )
    )


def private_line(reads: Snapshot, note_id: Id[SessionNote]) -> str:
    """The words of a private line, for as long as it is held open."""
    note = reads.get(SessionNote, note_id)
    if note.created_id is None:
        return ""
    found: PrivateNote | None = reads.peek(PrivateNote, as_id(note.created_id))
    return "" if found is None else found.text


def print_line(work: UnitOfWork, id: Id[SessionNote], *, print: bool) -> SessionNote:
    """Let a line print, or not; a private one never does."""
    note = work.get(SessionNote, id)
    talk_rules.refuse_received(work.get(CoachingSession, note.session_id))
    if note.mark is NoteMark.PRIVATE:
        return note
    if note.created_kind is RecordKind.SHARE and note.created_id is not None:
        work.put(replace(work.get(Share, as_id(note.created_id)), print=print))
    return work.put(replace(note, print=print))
