"""An Inbox row completed part by part: a key each for the rep, the behaviour and the rating."""

from dataclasses import replace

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Draft
from coachdesk.domain.evidence_rules import check_comment
from coachdesk.domain.line_edits import rating_of, with_behaviour, with_rating, with_rep
from coachdesk.domain.people import Rep
from coachdesk.domain.reading import Missing, Reading, ReadRating
from coachdesk.domain.vocabulary import BehaviourKey, DraftSource
from coachdesk.services.capture import (
    LONGEST_COMMENT,
    Captured,
    complete_draft,
    edit_draft,
    least_comment,
    read_line,
)
from coachdesk.services.playbook import shipped_playbook
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


def add_to_draft(
    work: UnitOfWork,
    id: Id[Draft],
    *,
    rep_id: Id[Rep] | None = None,
    behaviour: BehaviourKey | None = None,
    value: int | None = None,
) -> Captured:
    """Add one part to an Inbox row; as soon as nothing is missing it becomes an observation.

    A rating comes after the evidence: E-OBS-02 while the comment is too short.
    """
    draft = work.get(Draft, id)
    reading = read_draft(work, draft)
    if value is not None:
        check_comment(reading.comment, least=least_comment(work))
    if rep_id is not None:
        reading = _with_rep(work, reading, work.get(Rep, rep_id), typed=_was_typed(draft))
    if behaviour is not None:
        reading = _with_behaviour(work, reading, behaviour, typed=_was_typed(draft))
    if value is not None:
        reading = _with_rating(work, reading, value, typed=_was_typed(draft))
    is_whole = not (reading.missing or reading.questions or reading.private)
    if is_whole and len(reading.comment) <= LONGEST_COMMENT:
        return complete_draft(work, id, reading)
    return edit_draft(work, id, reading)


def read_draft(reads: Snapshot, draft: Draft) -> Reading:
    """What an Inbox row says: its line as it was typed, or its parts from paper or a talk."""
    if _was_typed(draft):
        try:
            # “Yesterday” was said on the day of capture.
            return _as_chosen(reads, replace(read_line(reads, draft.raw), day=draft.day), draft)
        except UserError:
            pass  # a line that can no longer be read still has its parts
    has_rating = draft.behaviour_key is not None or draft.value is not None
    rating = ReadRating(behaviour=draft.behaviour_key, value=draft.value)
    reading = Reading(
        line=draft.raw,
        private=draft.private,
        rep=draft.rep_id,
        ratings=(rating,) if has_rating else (),
        account=draft.account_id,
        new_account="",
        team=draft.team_id,
        person=draft.partner_person_id,
        day=draft.day,
        day_given=True,
        comment=draft.comment,
        pieces=(),
        missing=(),
        questions=(),
    )
    return replace(reading, missing=_missing(reading, least_comment(reads)))


def _was_typed(draft: Draft) -> bool:
    return draft.source is DraftSource.CAPTURE and bool(draft.raw.strip())


def _with_rep(reads: Snapshot, reading: Reading, rep: Rep, *, typed: bool) -> Reading:
    if typed:
        reading = _again(reads, reading, with_rep(reading, rep.name))
    return _about(reads, reading, rep.id)


def _as_chosen(reads: Snapshot, reading: Reading, draft: Draft) -> Reading:
    chosen = draft.rep_id if reading.rep is None else None
    return reading if chosen is None else _about(reads, reading, chosen)


def _about(reads: Snapshot, reading: Reading, rep_id: Id[Rep]) -> Reading:
    """Two reps may have one name: the one that was chosen is meant."""
    asked = tuple(question for question in reading.questions if question.kind != "rep")
    return _whole(reads, replace(reading, rep=rep_id, questions=asked))


def _with_behaviour(
    reads: Snapshot, reading: Reading, behaviour: BehaviourKey, *, typed: bool
) -> Reading:
    letter = shipped_playbook().behaviours[behaviour].letter
    if typed:
        return _again(reads, reading, with_behaviour(reading, letter))
    known = rating_of(reading)
    rating = ReadRating(behaviour=behaviour, value=known.value if known else None)
    return _whole(reads, replace(reading, ratings=(rating,)))


def _with_rating(reads: Snapshot, reading: Reading, value: int, *, typed: bool) -> Reading:
    if typed:
        return _again(reads, reading, with_rating(reading, value))
    known = rating_of(reading)
    rating = ReadRating(behaviour=known.behaviour if known else None, value=value)
    return _whole(reads, replace(reading, ratings=(rating,)))


def _again(reads: Snapshot, before: Reading, line: str) -> Reading:
    """The edited line as it reads now; a key does not change its day."""
    after = replace(read_line(reads, line), day=before.day)
    return after if after.rep or not before.rep else _about(reads, after, before.rep)


def _whole(reads: Snapshot, reading: Reading) -> Reading:
    return replace(reading, missing=_missing(reading, least_comment(reads)))


def _missing(reading: Reading, least: int) -> tuple[Missing, ...]:
    rating = rating_of(reading)
    least = 1 if reading.private else least
    found: list[tuple[Missing, bool]] = [
        ("rep", reading.rep is None),
        ("behaviour", not reading.private and (rating is None or rating.behaviour is None)),
        ("rating", not reading.private and (rating is None or rating.value is None)),
        ("account", any(question.kind == "account" for question in reading.questions)),
        ("partner", any(q.kind in ("partner", "person") for q in reading.questions)),
        ("comment", len(reading.comment.strip()) < least),
    ]
    return tuple(part for part, is_missing in found if is_missing)
