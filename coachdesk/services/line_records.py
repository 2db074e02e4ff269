"""The records that the lines of a talk become: made, reworded with the line, taken back."""

from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Entity, Id
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.people import Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.reading import KnownRep, ReadRating
from coachdesk.domain.shares import Share
from coachdesk.domain.talk_lines import TalkLine, read_marked_text
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import (
    AskState,
    DraftSource,
    DraftState,
    MandateState,
    NoteAbout,
    NoteMark,
    OwnerSide,
    PromiseOrigin,
    PromiseState,
    RecordKind,
    ShareKind,
)
from coachdesk.services.asks import (
    discard_ask,
    note_ask,
    promises_of,
    reword_ask,
    thread_of,
)
from coachdesk.services.capture import vocabulary
from coachdesk.services.commitments import make_promise
from coachdesk.services.evidence import ObservationDraft, remove_observation, save_observation
from coachdesk.services.people import add_account
from coachdesk.services.private_notes import reword_private_note, write_private_note
from coachdesk.services.shares import give_share, reword_share
from coachdesk.services.talks import default_due_day
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """One line as it stands when the caret leaves it; `owner` None means as the words say."""

    id: Id[SessionNote] | None = None
    order: int
    mark: NoteMark
    text: str
    rating: ReadRating | None = None
    owner: OwnerSide | None = None
    share_kind: ShareKind = ShareKind.EXPERIENCE


def read_note(reads: Snapshot, session_id: Id[CoachingSession], line: LineDraft) -> TalkLine:
    """What a line says, for showing what it will become."""
    talk = reads.get(CoachingSession, session_id)
    rep = reads.get(Rep, talk.rep_id)
    known = KnownRep(id=rep.id, first_name=rep.first_name, last_name=rep.last_name)
    return read_marked_text(
        line.text, line.mark, vocabulary(reads), known, as_of=reads.as_of, rating=line.rating
    )


def make_record(
    work: UnitOfWork, talk: CoachingSession, line: LineDraft, text: str
) -> tuple[RecordKind | None, UUID | None]:
    match line.mark:
        case NoteMark.SHARE:
            share = give_share(work, rep_id=talk.rep_id, kind=line.share_kind, text=text)
            return RecordKind.SHARE, share.id
        case NoteMark.COMMITMENT:
            return RecordKind.COMMITMENT, _promise(work, talk, line, text).id
        case NoteMark.OBSERVATION:
            return _observation(work, talk, line, text)
        case NoteMark.PRIVATE:
            note = write_private_note(
                work,
                about=NoteAbout.SESSION,
                about_id=talk.id,
                rep_id=talk.rep_id,
                text=text,
            )
            return RecordKind.PRIVATE_NOTE, note.id
        case NoteMark.ASK:
            return RecordKind.ASK, note_ask(work, rep_id=talk.rep_id, text=text).id
        case _:
            return None, None


def _promise(work: UnitOfWork, talk: CoachingSession, line: LineDraft, text: str) -> Commitment:
    said = read_note(work, talk.id, line)
    if said.due_error is not None:
        raise said.due_error
    return make_promise(
        work,
        rep_id=talk.rep_id,
        side=line.owner or said.owner,
        text=text,
        due_day=said.due or default_due_day(work, talk),
        origin=PromiseOrigin.SESSION,
        origin_id=talk.id,
    )


def _observation(
    work: UnitOfWork, talk: CoachingSession, line: LineDraft, text: str
) -> tuple[RecordKind, UUID]:
    """Evidence if it is whole, else a draft that waits in the Inbox."""
    said = read_note(work, talk.id, line)
    account_id = said.mentions.account
    if account_id is None and said.mentions.new_account and not said.mentions.questions:
        account_id = add_account(work, said.mentions.new_account, owner=talk.rep_id).id
    text = without_signs(text, said)
    rating = line.rating
    least = workspace(work).settings.comment_min_chars
    if rating and rating.behaviour and rating.value and len(text) >= least:
        saved = save_observation(
            work,
            ObservationDraft(
                rep_id=talk.rep_id,
                day=work.as_of,
                comment=text,
                ratings=(Rated(rating.behaviour, rating.value),),
                account_id=account_id,
                team_id=said.mentions.team,
                partner_person_id=said.mentions.person,
                session_id=talk.id,
            ),
        )
        return RecordKind.OBSERVATION, saved.id
    draft = work.put(
        Draft(
            id=work.new_id(Draft),
            source=DraftSource.SESSION_NOTE,
            raw=text,
            rep_id=talk.rep_id,
            account_id=account_id,
            team_id=said.mentions.team,
            partner_person_id=said.mentions.person,
            behaviour_key=rating.behaviour if rating else None,
            value=rating.value if rating else None,
            day=work.as_of,
            comment=text,
            session_id=talk.id,
        )
    )
    return RecordKind.DRAFT, draft.id


def without_signs(text: str, said: TalkLine) -> str:
    """The words of a line with names as names: "at @Dunmere" reads "at Dunmere"."""
    for piece in reversed(said.pieces):
        if piece.kind in ("account", "partner"):
            name = text[piece.start : piece.end].lstrip("@#").strip('"')
            text = text[: piece.start] + name + text[piece.end :]
    return text


def reword_record(work: UnitOfWork, old: SessionNote, line: LineDraft, text: str) -> bool:
    """Change the words of a line's record in place where its identity matters."""
    if old.created_id is None:
        return old.mark in (NoteMark.NONE, NoteMark.MANDATE)
    match old.created_kind:
        case RecordKind.PRIVATE_NOTE:
            if work.peek(PrivateNote, as_id(old.created_id)) is None:
                return False
            reword_private_note(work, as_id(old.created_id), text)
        case RecordKind.ASK:
            ask = work.peek(Ask, as_id(old.created_id))
            if ask is None:
                return False
            if ask.state in (AskState.DRAFT, AskState.OPEN):
                reword_ask(work, ask.id, text)
        case RecordKind.MANDATE:
            mandate = work.get(Mandate, as_id(old.created_id))
            work.put(replace(mandate, what=text))
        case RecordKind.SHARE:
            share = work.peek(Share, as_id(old.created_id))
            if share is None or share.kind is not line.share_kind:
                return False
            reword_share(work, share.id, text)
        case RecordKind.DRAFT:
            # Completed or discarded in the Inbox since: that stays as it was settled there.
            draft = work.peek(Draft, as_id(old.created_id))
            return draft is not None and draft.state is not DraftState.WAITING
        case _:
            return False
    return True


def remove_record(work: UnitOfWork, note: SessionNote) -> None:
    """Take back what a line became; what was settled or removed elsewhere since stays so."""
    if note.created_id is None:
        return
    id = as_id(note.created_id)
    match note.created_kind:
        case RecordKind.SHARE:
            _remove_if_there(work, Share, id)
        case RecordKind.COMMITMENT:
            _remove_open_promise(work, id)
        case RecordKind.OBSERVATION:
            if work.peek(Observation, id) is not None:
                remove_observation(work, id)
        case RecordKind.DRAFT:
            draft = work.peek(Draft, id)
            if draft is not None and draft.state is DraftState.WAITING:
                work.remove(draft)
        case RecordKind.PRIVATE_NOTE:
            _remove_if_there(work, PrivateNote, id)
        case RecordKind.ASK:
            _remove_ask(work, id)
        case RecordKind.MANDATE:
            _remove_open_mandate(work, id)
        case _:
            return


def _remove_if_there(work: UnitOfWork, kind: type[E], id: Id[E]) -> None:
    found = work.peek(kind, id)
    if found is not None:
        work.remove(found)


def _remove_open_promise(work: UnitOfWork, id: Id[Commitment]) -> None:
    promise = work.peek(Commitment, id)
    if promise is not None and promise.state is PromiseState.OPEN:
        work.remove(promise)


def _remove_ask(work: UnitOfWork, id: Id[Ask]) -> None:
    ask = work.peek(Ask, id)
    if ask is None:
        return
    if ask.state is AskState.OPEN:
        made = [promise.id for promise in promises_of(work, ask)]
        if ask.help_commitment_id is not None:
            made.append(ask.help_commitment_id)
        work.put(replace(ask, state=AskState.DRAFT, help_commitment_id=None))
        for promise_id in made:
            _remove_open_promise(work, promise_id)
    discard_ask(work, id)


def _remove_open_mandate(work: UnitOfWork, id: Id[Mandate]) -> None:
    mandate = work.peek(Mandate, id)
    if mandate is None or mandate.state is not MandateState.OPEN:
        return
    work.remove(mandate)
    rest = thread_of(work, mandate.thread_id)
    if not rest.asks and not rest.mandates:
        work.remove(work.get(AskThread, mandate.thread_id))
