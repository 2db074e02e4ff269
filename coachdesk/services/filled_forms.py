"""A form that a rep filled in, read from its file: shown row by row, then kept as one change."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.paper import form_number
from coachdesk.domain.people import Rep
from coachdesk.domain.preparation_answers import LONGEST_WORDS, Answer, AnswerKind, answers_of
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    DocumentKind,
    DraftSource,
    DraftState,
    ObservationState,
    OwnerSide,
    PromiseOrigin,
    SubjectKind,
    TalkState,
)
from coachdesk.language import gettext as _
from coachdesk.services.agendas import add_reps_point
from coachdesk.services.briefs import next_talk_of
from coachdesk.services.commitments import make_promise
from coachdesk.services.evidence import titles
from coachdesk.services.self_ratings import OwnRating, rate_own
from coachdesk.store.files import read_file
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.dates import medium_day, print_day

OPEN = (TalkState.PLANNED, TalkState.PREPARED, TalkState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What the file held: form code, talk and answers by their field."""

    code: str
    talk: str
    answers: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """One row as it is read before it is kept: what it becomes, its words, what is in the way."""

    key: str
    becomes: str
    words: str
    note: str
    can_keep: bool
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledCheck:
    """A filled-in form as it is checked; `was_read` once it was kept, in `talk`."""

    code: str
    rep: Rep
    talk: CoachingSession
    document: PrintedDocument
    rows: tuple[FilledRow, ...]
    was_read: bool

    @property
    def title(self) -> str:
        """“Form 2237, Priya Raman, Tuesday 17 March”."""
        day = medium_day(self.talk.day)
        return _("Form {code}, {who}, {day}").format(code=self.code, who=self.rep.name, day=day)


def read_filled_file(path: Path) -> Filled:
    """The answers in a PDF; InputError says in one sentence what is wrong with it."""
    from coachdesk.reports.filled_form import LARGEST, read_filled, too_large

    if path.is_file() and path.stat().st_size > LARGEST:
        raise too_large()
    found = read_filled(read_file(path))
    return Filled(code=found.code, talk=found.talk, answers=found.answers)


def check_filled(reads: Snapshot, filled: Filled) -> FilledCheck:
    """The rows of a filled-in form of this store; InputError says what does not fit."""
    document, made_for = _printed(reads, filled)
    talk = _talk_now(reads, made_for)
    rep = reads.get(Rep, talk.rep_id)
    kept = _kept(reads, document)
    if kept is not None and kept.session_id is not None:
        talk = reads.get(CoachingSession, kept.session_id)
    elif talk.state not in OPEN:
        raise InputError(
            _("The one-on-one of {day} is over.").format(day=print_day(talk.day)),
            _("Plan the next one with {name}, then read the form again.").format(name=rep.name),
            code="session",
        )
    rows = tuple(
        _row(reads, talk, answer) for answer in answers_of(filled.answers, as_of=reads.as_of)
    )
    return FilledCheck(
        code=filled.code,
        rep=rep,
        talk=talk,
        document=document,
        rows=rows,
        was_read=kept is not None,
    )


def keep_filled(work: UnitOfWork, filled: Filled, keys: Collection[str]) -> CoachingSession:
    """Keep the chosen rows with the talk, as one change; a form is kept once."""
    check = check_filled(work, filled)
    if check.was_read:
        raise InputError(
            _("This form was read before."),
            _("What it became stands in the one-on-one of {day}.").format(
                day=print_day(check.talk.day)
            ),
            code="read",
        )
    chosen = [row for row in check.rows if row.key in keys and row.can_keep]
    if not chosen:
        raise InputError(
            _("Nothing on this form is to be kept."),
            _("Tick a row, or leave the form."),
            code="empty",
        )
    for row in chosen:
        _keep(work, check.talk, row.answer)
    work.put(
        Draft(
            id=work.new_id(Draft),
            source=DraftSource.FORM_CODE,
            raw=filled.code,
            rep_id=check.rep.id,
            day=work.as_of,
            session_id=check.talk.id,
            printed_document_id=check.document.id,
            content={"kept": [row.key for row in chosen]},
            state=DraftState.PROMOTED,
            became_id=check.talk.id,
        )
    )
    return work.get(CoachingSession, check.talk.id)


def _keep(work: UnitOfWork, talk: CoachingSession, answer: Answer) -> None:
    match answer:
        case Answer(kind=AnswerKind.WORDS):
            now = work.get(CoachingSession, talk.id)
            work.put(replace(now, rep_words=_with_words(now, answer)))
        case Answer(kind=AnswerKind.POINT):
            add_reps_point(work, talk.id, answer.text)
        case Answer(observation=id, behaviour=key, value=value) if id and key and value:
            rate_own(work, OwnRating(as_id(id), key, value))
        case Answer(due_day=due_day) if due_day is not None:
            make_promise(
                work,
                rep_id=talk.rep_id,
                side=OwnerSide.REP,
                text=answer.text,
                due_day=due_day,
                origin=PromiseOrigin.SESSION,
                origin_id=talk.id,
            )


def _with_words(talk: CoachingSession, answer: Answer) -> str:
    """What is there already stays; the words of the form come after it."""
    return "\n".join(part for part in (talk.rep_words, answer.text) if part)


def _row(reads: Snapshot, talk: CoachingSession, answer: Answer) -> FilledRow:
    becomes, words, problem = _BECOMES[answer.kind](), answer.text, ""
    if answer.kind is AnswerKind.WORDS and len(_with_words(talk, answer)) > LONGEST_WORDS:
        problem = _("There are words of this talk already, and no room for more.")
    elif answer.due_day is not None:
        words = _("{words}, by {day}").format(words=words, day=print_day(answer.due_day))
    elif answer.kind is AnswerKind.RATING:
        words, problem = _rated(reads, talk, answer)
    note = problem or answer.note
    if answer.is_cut:
        cut = _("Cut: {kept} of {length} characters.")
        cut = cut.format(kept=len(answer.text), length=answer.length)
        note = f"{cut} {note}".strip()
    return FilledRow(
        key=answer.key,
        becomes=becomes,
        words=words,
        note=note,
        can_keep=not problem,
        answer=answer,
    )


def _rated(reads: Snapshot, talk: CoachingSession, answer: Answer) -> tuple[str, str]:
    """Words for an own rating, and why it cannot be kept."""
    if answer.observation is None or answer.behaviour is None:
        return answer.text, _("This event is not known here.")
    event = reads.peek(Observation, as_id(answer.observation))
    title = titles(reads)[answer.behaviour]
    words = _("{behaviour}: {value}").format(behaviour=title, value=answer.value)
    if event is None or event.rep_id != talk.rep_id:
        return words, _("This event is not known here.")
    words = _("{behaviour}, {day}: {value}").format(
        behaviour=title, day=print_day(event.day), value=answer.value
    )
    rated = reads.find(Rating, observation_id=event.id, behaviour_key=answer.behaviour)
    if event.state is ObservationState.VOIDED or not rated:
        return words, _("This event does not count any more.")
    return words, ""


_BECOMES = {
    AnswerKind.WORDS: lambda: _("Words of the rep"),
    AnswerKind.POINT: lambda: _("On the agenda"),
    AnswerKind.RATING: lambda: _("Own rating"),
    AnswerKind.PROMISE: lambda: _("Promise of the rep"),
}


def _printed(reads: Snapshot, filled: Filled) -> tuple[PrintedDocument, CoachingSession]:
    """The form as this store printed it, and the talk it was made for."""
    try:
        number = form_number(filled.code)
    except UserError as error:
        raise _unknown() from error
    for document in reads.find(PrintedDocument, kind=DocumentKind.FORM, form_number=number):
        if document.subject_kind is SubjectKind.SESSION and document.subject_id is not None:
            talk = reads.peek(CoachingSession, as_id(document.subject_id))
            if talk is not None and talk.id.hex == filled.talk:
                return document, talk
    raise _unknown()


def _unknown() -> InputError:
    return InputError(
        _("This form was not printed from this store."),
        _("Open the store it was printed from, then read it there."),
        code="no_form",
    )


def _talk_now(reads: Snapshot, talk: CoachingSession) -> CoachingSession:
    """The talk itself, the one it was moved to, or the rep's next one when it was cancelled."""
    seen = {talk.id}
    while talk.state is TalkState.MOVED:
        after = reads.find(CoachingSession, moved_from_id=talk.id)
        if not after or after[0].id in seen:
            break
        talk = after[0]
        seen.add(talk.id)
    if talk.state in OPEN:
        return talk
    return next_talk_of(reads, talk.rep_id) or talk


def _kept(reads: Snapshot, document: PrintedDocument) -> Draft | None:
    found = reads.find(Draft, source=DraftSource.FORM_CODE, printed_document_id=document.id)
    return found[0] if found else None
