"""The direction written in a talk, and other words for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from coachdesk.domain import talk_rules
from coachdesk.domain.asks import Ask, Mandate
from coachdesk.domain.direction_check import Piece, PieceKind, sentences
from coachdesk.domain.entity import Id
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import (
    AskState,
    MandateState,
    NoteMark,
    OwnerSide,
    PromiseState,
    RecordKind,
    TalkState,
)
from coachdesk.services.documents import store_summary
from coachdesk.services.line_records import LineDraft
from coachdesk.services.talk_notes import (
    LONGEST_TEXT,
    keep_line,
)
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.dates import medium_day
from coachdesk.views.direction import Known, Placed, SecondLook, second_looks
from coachdesk.views.talk_pages import NoteLine
from coachdesk.views.talks import TalkBrief

LONGEST_SUMMARY, LONGEST_REQUEST, LONGEST_PROMISE = 600, 300, 200
_UNSETTLED = frozenset({AskState.DRAFT, AskState.OPEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """Other words for one piece of direction of a talk."""

    kind: PieceKind
    record_id: UUID | None
    old: str
    new: str


def looks_of(
    reads: Snapshot, talk: CoachingSession, brief: TalkBrief, notes: Sequence[NoteLine]
) -> tuple[SecondLook, ...]:
    """What of a talk's direction is worth a second look; nothing once the page was received."""
    if talk.received_on is not None:
        return ()
    rep = brief.head.first_name
    pieces = [
        *_of_summary(talk, rep),
        *_of_lines(notes, rep),
        *_of_asks(reads, notes, rep),
        *_of_promises(reads, talk, rep),
    ]
    return second_looks(pieces, _known(brief))


def _known(brief: TalkBrief) -> Known:
    newest = max(brief.focus_events, key=lambda event: event.day, default=None)
    return Known(
        name=brief.head.first_name,
        behaviour="" if brief.focus is None else brief.focus.title,
        customer="" if newest is None else newest.account,
        day="" if newest is None else medium_day(newest.day),
    )


def _of_summary(talk: CoachingSession, rep: str) -> list[Placed]:
    room = LONGEST_SUMMARY - len(talk.summary)
    every = sentences(talk.summary)
    return [
        Placed(
            piece=Piece(kind=PieceKind.SUMMARY, text=words, rep=rep, how=following),
            longest=room + len(words),
        )
        for words, following in zip(every, (*every[1:], ""), strict=False)
    ]


def _of_lines(notes: Sequence[NoteLine], rep: str) -> list[Placed]:
    return [
        Placed(
            piece=Piece(kind=PieceKind.LINE, text=note.text, rep=rep),
            record_id=note.id,
            longest=LONGEST_TEXT,
        )
        for note in notes
        if note.mark is NoteMark.NONE and note.is_printed and note.text
    ]


def _of_asks(reads: Snapshot, notes: Sequence[NoteLine], rep: str) -> list[Placed]:
    """Requests and requirements that lines of the talk became."""
    ids = {note.created_id: note.id for note in notes if note.created_id is not None}
    asks: list[Ask] = reads.find(Ask, id=tuple(ids))
    mandates: list[Mandate] = reads.find(Mandate, id=tuple(ids))
    found = [
        Placed(
            piece=Piece(
                kind=PieceKind.ASK, text=ask.text, rep=rep, due_day=ask.due_day, how=ask.how
            ),
            record_id=ids[ask.id],
            is_open=ask.state in _UNSETTLED,
            longest=LONGEST_REQUEST,
        )
        for ask in asks
    ]
    return found + [
        Placed(
            piece=Piece(
                kind=PieceKind.MANDATE,
                text=mandate.what,
                rep=rep,
                due_day=mandate.due_day,
                how=mandate.how,
            ),
            record_id=ids[mandate.id],
            is_open=mandate.state is MandateState.OPEN,
            longest=LONGEST_REQUEST,
        )
        for mandate in mandates
    ]


def _of_promises(reads: Snapshot, talk: CoachingSession, rep: str) -> list[Placed]:
    kinds = {OwnerSide.REP: PieceKind.REP_PROMISE, OwnerSide.MANAGER: PieceKind.OWN_PROMISE}
    return [
        Placed(
            piece=Piece(
                kind=kinds[promise.owner_side], text=promise.text, rep=rep, due_day=promise.due_day
            ),
            record_id=promise.id,
            is_open=promise.state is PromiseState.OPEN,
            longest=LONGEST_PROMISE,
        )
        for promise in reads.find(Commitment, origin_id=talk.id)
        if promise.owner_side in kinds
    ]


def reword_direction(
    work: UnitOfWork, session_id: Id[CoachingSession], wording: Rewording
) -> CoachingSession:
    """Say it in other words where it stands; a page that was stored gets a new version."""
    talk = work.get(CoachingSession, session_id)
    talk_rules.refuse_received(talk)
    new = wording.new.strip()
    if wording.kind is PieceKind.SUMMARY:
        work.put(replace(talk, summary=talk.summary.replace(wording.old, new, 1)))
    elif wording.record_id is not None:
        if wording.kind in (PieceKind.REP_PROMISE, PieceKind.OWN_PROMISE):
            _reword_promise(work, session_id, as_id(wording.record_id), new)
        else:
            note = work.get(SessionNote, as_id(wording.record_id))
            line = LineDraft(id=note.id, order=note.order, mark=note.mark, text=new)
            keep_line(work, session_id, line)
    if talk.state is TalkState.WRAPPED_UP:
        return store_summary(work, session_id)
    return work.get(CoachingSession, session_id)


def _reword_promise(
    work: UnitOfWork, session_id: Id[CoachingSession], id: Id[Commitment], new: str
) -> None:
    """Owner and day stay; the line it came from says the same."""
    work.put(replace(work.get(Commitment, id), text=new))
    for note in work.find(SessionNote, session_id=session_id, created_id=id):
        if note.created_kind is RecordKind.COMMITMENT:
            work.put(replace(note, text=new))
