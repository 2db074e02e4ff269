"""Quick capture: one line becomes an observation, a private note, or waits in the Inbox."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from coachdesk.domain.capture import read_capture
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.reading import (
    KnownAccount,
    KnownPerson,
    KnownRep,
    KnownTeam,
    Question,
    Reading,
    Vocabulary,
    known_behaviours,
)
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, DraftSource, DraftState, NoteAbout, Side
from coachdesk.language import gettext as _
from coachdesk.services.besides import NOTHING, Besides, GainPart, besides_of, with_besides
from coachdesk.services.evidence import ObservationDraft, save_observation
from coachdesk.services.people import add_account
from coachdesk.services.private_notes import write_private_note
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.people import reps_in_order, workspace
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

LONGEST_LINE = 40_000
LONGEST_COMMENT = 600
NOWHERE: Mapping[str, UUID] = {}
OCCASIONS = ("joint_visit_id", "joint_meeting_id")  # in the content of a draft


@dataclass(frozen=True, slots=True)
class Captured:
    """What became of a line, and what it still lacks."""

    record: Observation | Draft | PrivateNote
    reading: Reading
    missing: tuple[str, ...]
    too_many: int = 0


def vocabulary(reads: Snapshot) -> Vocabulary:
    """Every name that a line can hold, as the store knows them."""
    return Vocabulary(
        reps=tuple(
            KnownRep(
                id=rep.id,
                first_name=rep.first_name,
                last_name=rep.last_name,
                active=rep.is_active(reads.as_of),
            )
            for rep in reps_in_order(reads)
        ),
        accounts=tuple(KnownAccount(id=a.id, name=a.name) for a in reads.find(Account)),
        teams=tuple(KnownTeam(id=t.id, name=t.name) for t in reads.find(PartnerTeam)),
        people=tuple(
            KnownPerson(id=p.id, name=p.name, team_id=p.team_id) for p in reads.find(PartnerPerson)
        ),
        behaviours=known_behaviours(playbook_of(reads).behaviours.values()),
    )


def read_line(reads: Snapshot, line: str) -> Reading:
    """What the line says; raises InputError or RuleError for what cannot be stored at all."""
    if len(line) > LONGEST_LINE:
        raise InputError(
            _("The line is too long: {n} too many.").format(n=len(line) - LONGEST_LINE),
            _("Split it; nothing was stored."),
            code="E-CAP-02",
        )
    known, least = vocabulary(reads), least_comment(reads)
    return read_capture(line, known, as_of=reads.as_of, comment_min_chars=least)


def least_comment(reads: Snapshot) -> int:
    """How many characters a rating's comment has at least in this workspace."""
    return workspace(reads).settings.comment_min_chars


def answered(reading: Reading, question: Question, answer: UUID | str) -> Reading:
    """The reading with one question settled: a candidate's id, or a new customer's name."""
    rest = tuple(other for other in reading.questions if other != question)
    missing = tuple(part for part in reading.missing if part != _settles(question))
    if isinstance(answer, str):
        return replace(reading, new_account=answer, questions=rest, missing=missing)
    known: dict[str, object] = {_FIELD[question.kind]: answer}
    return replace(reading, questions=rest, missing=missing, **known)  # type: ignore[arg-type]


_FIELD = {"rep": "rep", "account": "account", "partner": "team", "person": "person"}


def _settles(question: Question) -> str:
    return "partner" if question.kind == "person" else question.kind


def capture_line(
    work: UnitOfWork,
    reading: Reading,
    *,
    session_id: Id[CoachingSession] | None = None,
    occasion: Mapping[str, UUID] = NOWHERE,
    keep_private: bool = False,
    besides: Besides = NOTHING,
) -> Captured:
    """Store the line: whole as an observation, else in the Inbox with what it lacks.

    `keep_private` makes a private line with a known rep a private note at once; without it the
    line waits, covered, until the person has seen what private means. `occasion` names the visit
    or meeting that the line was written on, by the observation's field.
    """
    if reading.private:
        if keep_private and reading.rep is not None and reading.comment:
            return Captured(_private_note(work, reading), reading, ())
        return _wait(work, reading, session_id, reading.missing)
    too_many = len(reading.comment) - LONGEST_COMMENT
    missing = _missing(work, reading)
    if missing or reading.questions or too_many > 0:
        waiting = _wait(work, reading, session_id, missing, max(0, too_many), besides)
        return _of_occasion(work, waiting, occasion) if occasion else waiting
    observation = _observation(work, reading, session_id, besides)
    if occasion:
        observation = _seen_on(work, observation, occasion)
    return Captured(observation, reading, ())


def _seen_on(
    work: UnitOfWork, observation: Observation, occasion: Mapping[str, UUID]
) -> Observation:
    known: dict[str, Any] = dict(occasion)
    return work.put(replace(observation, **known))


def _of_occasion(work: UnitOfWork, waiting: Captured, occasion: Mapping[str, UUID]) -> Captured:
    """The Inbox row remembers the visit or meeting it was written on."""
    if not isinstance(waiting.record, Draft):
        return waiting
    content = {name: str(id) for name, id in occasion.items()}
    return replace(waiting, record=work.put(replace(waiting.record, content=content)))


def occasion_of(draft: Draft) -> Mapping[str, UUID]:
    """The joint visit or meeting that a row of the Inbox was written on."""
    content = draft.content or {}
    return {name: UUID(str(content[name])) for name in OCCASIONS if content.get(name) is not None}


def _missing(reads: Snapshot, reading: Reading) -> tuple[str, ...]:
    missing = [str(part) for part in reading.missing]
    least = least_comment(reads)
    if len(reading.comment.strip()) < least and "comment" not in missing:
        missing.append("comment")
    return tuple(missing)


def _private_note(work: UnitOfWork, reading: Reading) -> PrivateNote:
    if reading.rep is None:
        raise ValueError("a private note is about a rep")
    return write_private_note(
        work,
        about=NoteAbout.REP,
        about_id=reading.rep,
        rep_id=reading.rep,
        text=reading.comment,
    )


def _observation(
    work: UnitOfWork,
    reading: Reading,
    session_id: Id[CoachingSession] | None,
    besides: Besides = NOTHING,
) -> Observation:
    if reading.rep is None:
        raise ValueError("an observation has a rep")
    account_id = reading.account
    if account_id is None and reading.new_account:
        account_id = add_account(work, reading.new_account, owner=reading.rep).id
    return save_observation(
        work,
        ObservationDraft(
            rep_id=reading.rep,
            day=reading.day,
            comment=reading.comment,
            ratings=rated(reading),
            account_id=account_id,
            team_id=reading.team or _team_of(work, reading.person),
            partner_person_id=reading.person,
            session_id=session_id,
            missed=besides.missed,
            cause=besides.cause,
            cause_note=besides.cause_note,
            gains={side: part.outcome for side, part in _gains(reading, besides).items()},
        ),
    )


def _gains(reading: Reading, besides: Besides) -> Mapping[Side, GainPart]:
    """The three sides are asked about where all win is rated."""
    has_all_win = any(rating.behaviour is BehaviourKey.ALL_WIN for rating in reading.ratings)
    return besides.gains if has_all_win else {}


def _team_of(reads: Snapshot, person: Id[PartnerPerson] | None) -> Id[PartnerTeam] | None:
    return None if person is None else reads.get(PartnerPerson, person).team_id


def rated(reading: Reading) -> tuple[Rated, ...]:
    """The complete ratings of a reading."""
    return tuple(
        Rated(rating.behaviour, rating.value)
        for rating in reading.ratings
        if rating.behaviour is not None and rating.value is not None
    )


def _wait(
    work: UnitOfWork,
    reading: Reading,
    session_id: Id[CoachingSession] | None,
    missing: tuple[str, ...],
    too_many: int = 0,
    besides: Besides = NOTHING,
) -> Captured:
    draft = _draft_of(reading, session_id, work.new_id(Draft), too_many)
    draft = work.put(replace(draft, content=with_besides(draft.content, besides)))
    return Captured(draft, reading, missing, too_many)


def _draft_of(
    reading: Reading, session_id: Id[CoachingSession] | None, id: Id[Draft], too_many: int
) -> Draft:
    first = reading.ratings[0] if reading.ratings else None
    return Draft(
        id=id,
        source=DraftSource.CAPTURE,
        raw=reading.line,
        rep_id=reading.rep,
        account_id=reading.account,
        team_id=reading.team,
        partner_person_id=reading.person,
        behaviour_key=first.behaviour if first else None,
        value=first.value if first else None,
        day=reading.day,
        comment="" if too_many else reading.comment,
        session_id=session_id,
        private=reading.private,
    )


def complete_draft(
    work: UnitOfWork, id: Id[Draft], reading: Reading, *, besides: Besides | None = None
) -> Captured:
    """Promote an Inbox row with what was added; refuses while something is missing."""
    draft = work.get(Draft, id)
    if reading.private:
        if reading.rep is None:
            raise RuleError("E-CAP-01", _("Say whom it is about."), _("Type the name first."))
        note = _private_note(work, reading)
        work.put(replace(draft, state=DraftState.PROMOTED, became_id=note.id, raw="", comment=""))
        return Captured(note, reading, ())
    missing = _missing(work, reading)
    if reading.questions or "rep" in missing:
        raise RuleError(
            "E-CAP-01",
            _("Still missing: {parts}.").format(parts=", ".join(missing)),
            _("Add it to the line, then press Enter."),
        )
    observation = _observation(work, reading, draft.session_id, besides or besides_of(draft))
    if draft.printed_document_id is not None:
        observation = work.put(replace(observation, printed_document_id=draft.printed_document_id))
    if occasion := occasion_of(draft):
        observation = _seen_on(work, observation, occasion)
    work.put(replace(draft, state=DraftState.PROMOTED, became_id=observation.id))
    return Captured(observation, reading, ())


def edit_draft(
    work: UnitOfWork, id: Id[Draft], reading: Reading, *, besides: Besides | None = None
) -> Captured:
    """Keep an Inbox row with another line; it goes on waiting."""
    draft = work.get(Draft, id)
    too_many = max(0, len(reading.comment) - LONGEST_COMMENT)
    fresh = _draft_of(reading, draft.session_id, id, too_many)
    kept = work.put(
        replace(
            fresh,
            source=draft.source,
            printed_document_id=draft.printed_document_id,
            content=with_besides(draft.content, besides or besides_of(draft)),
        )
    )
    missing = reading.missing if reading.private else _missing(work, reading)
    return Captured(kept, reading, missing, too_many)


def discard_draft(work: UnitOfWork, id: Id[Draft]) -> Draft:
    """Take a row out of the Inbox."""
    return work.put(replace(work.get(Draft, id), state=DraftState.DISCARDED))


def rep_named(reads: Snapshot, typed: str) -> Rep:
    """The rep with that name, start of a name or id; InputError with the candidates otherwise."""
    team = reps_in_order(reads)
    wanted = typed.strip().casefold()
    for rep in team:
        if str(rep.id) == wanted or rep.name.casefold() == wanted:
            return rep
    found = [
        rep
        for rep in team
        if wanted
        and (rep.name.casefold().startswith(wanted) or rep.last_name.casefold().startswith(wanted))
    ]
    exact = [rep for rep in found if rep.first_name.casefold() == wanted]
    if len(exact) == 1:
        return exact[0]
    if len(found) == 1:
        return found[0]
    raise _unclear_rep(typed, found or team, is_ambiguous=bool(found))


def _unclear_rep(typed: str, candidates: list[Rep], *, is_ambiguous: bool) -> InputError:
    if not candidates:
        return InputError(
            _("There are no reps in this store yet."), _("Add the first one on Today."), code="rep"
        )
    names = ", ".join(rep.name for rep in candidates)
    if is_ambiguous:
        message = _("“{typed}” may be {names}.").format(typed=typed, names=names)
    else:
        message = _("No rep is called “{typed}”. There are: {names}.").format(
            typed=typed, names=names
        )
    return InputError(message, _("Type the full name."), code="rep")
