"""Observations: saved, amended, corrected, voided."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from coachdesk.domain import evidence_rules as rules
from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.entity import Id
from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.people_rules import check_on_team
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import BehaviourKey, Cause, Gain, Origin, Side
from coachdesk.services.receipts import received_records
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.evidence import next_sequence
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationDraft:
    """Everything an observation is made of."""

    rep_id: Id[Rep]
    day: date
    comment: str
    ratings: tuple[Rated, ...]
    account_id: Id[Account] | None = None
    team_id: Id[PartnerTeam] | None = None
    partner_person_id: Id[PartnerPerson] | None = None
    session_id: Id[CoachingSession] | None = None
    joint_visit_id: Id[JointVisit] | None = None
    joint_meeting_id: Id[JointMeeting] | None = None
    printed_document_id: Id[PrintedDocument] | None = None
    origin: Origin = Origin.IN_PERSON
    missed: bool = False
    cause: Cause | None = None
    cause_note: str = ""
    gains: Mapping[Side, Gain] = field(default_factory=dict)


def save_observation(work: UnitOfWork, draft: ObservationDraft) -> Observation:
    """Save evidence with its one to three ratings, or refuse with the rule that is missing."""
    _check(work, draft)
    observation = work.put(
        Observation(
            id=work.new_id(Observation),
            seq=next_sequence(work),
            rep_id=draft.rep_id,
            day=draft.day,
            recorded_day=work.as_of,
            account_id=draft.account_id,
            team_id=draft.team_id,
            partner_person_id=draft.partner_person_id,
            session_id=draft.session_id,
            joint_visit_id=draft.joint_visit_id,
            joint_meeting_id=draft.joint_meeting_id,
            printed_document_id=draft.printed_document_id,
            situation=_situation(work, draft.account_id),
            origin=draft.origin,
            comment=draft.comment.strip(),
            expectation_missed=draft.missed or draft.cause is not None,
            cause_code=draft.cause,
            cause_note=draft.cause_note.strip(),
        )
    )
    for rated in draft.ratings:
        _put_rating(work, observation, rated)
    for side, outcome in draft.gains.items():
        work.put(
            GainStatement(
                id=work.new_id(GainStatement),
                observation_id=observation.id,
                side=side,
                outcome=outcome,
            )
        )
    return observation


def _situation(work: Snapshot, account_id: Id[Account] | None) -> str | None:
    return None if account_id is None else work.get(Account, account_id).situation


def _put_rating(work: UnitOfWork, observation: Observation, rated: Rated) -> Rating:
    return work.put(
        Rating(
            id=work.new_id(Rating),
            observation_id=observation.id,
            behaviour_key=rated.behaviour,
            value=rated.value,
            words=rated.words if rated.words in observation.comment else "",
            anchor_version=playbook_of(work).behaviours[rated.behaviour].version,
        )
    )


def _check(reads: Snapshot, draft: ObservationDraft) -> None:
    settings = workspace(reads).settings
    rules.check_day(draft.day, as_of=reads.as_of)
    rep = reads.get(Rep, draft.rep_id)
    check_on_team(rep, draft.day)
    rules.check_comment(draft.comment, least=settings.comment_min_chars)
    rules.check_ratings(draft.ratings, titles(reads))
    rules.check_cause(
        missed=draft.missed or draft.cause is not None,
        cause=draft.cause,
        note=draft.cause_note,
        ratings=draft.ratings,
    )


def titles(reads: Snapshot) -> dict[BehaviourKey, str]:
    """Titles of the nine behaviours by key."""
    return {key: guide.title for key, guide in playbook_of(reads).behaviours.items()}


def amend_rating(
    work: UnitOfWork, id: Id[Observation], rating_id: Id[Rating], value: int
) -> Rating:
    """Another anchor for one rating, unless the rep has the page in hand."""
    observation = work.get(Observation, id)
    rules.refuse_received(_is_received(work, observation))
    rating = work.get(Rating, rating_id)
    rules.check_ratings([Rated(rating.behaviour_key, value)], titles(work))
    return work.put(replace(rating, value=value))


def amend_comment(work: UnitOfWork, id: Id[Observation], comment: str) -> Observation:
    """Other words for what was seen; a rating's own sentence goes with the sentence."""
    observation = work.get(Observation, id)
    rules.refuse_received(_is_received(work, observation))
    rules.check_comment(comment, least=workspace(work).settings.comment_min_chars)
    for rating in work.find(Rating, observation_id=id):
        if rating.words and rating.words not in comment:
            work.put(replace(rating, words=""))
    return work.put(replace(observation, comment=comment.strip()))


def correct_observation(work: UnitOfWork, id: Id[Observation], text: str) -> Observation:
    """Add a dated line; the original stays."""
    return work.put(rules.corrected(work.get(Observation, id), text, as_of=work.as_of))


def void_observation(work: UnitOfWork, id: Id[Observation], reason: str) -> Observation:
    """Let it count nowhere any more."""
    observation = work.get(Observation, id)
    rules.refuse_received(_is_received(work, observation))
    return work.put(rules.voided(observation, reason))


def add_rating(work: UnitOfWork, id: Id[Observation], rated: Rated) -> Rating:
    """One more behaviour rated on the same observation."""
    observation = work.get(Observation, id)
    rules.refuse_received(_is_received(work, observation))
    have = [Rated(r.behaviour_key, r.value) for r in work.find(Rating, observation_id=id)]
    rules.check_ratings([*have, rated], titles(work))
    return _put_rating(work, observation, rated)


def add_to_event(
    work: UnitOfWork, id: Id[Observation], comment: str, ratings: tuple[Rated, ...]
) -> Observation:
    """More words on the same event; a behaviour rated anew takes the new anchor."""
    observation = work.get(Observation, id)
    known = {r.behaviour_key: r for r in work.find(Rating, observation_id=id)}
    for rated in ratings:
        if rated.behaviour in known:
            amended = amend_rating(work, id, known[rated.behaviour].id, rated.value)
            version = playbook_of(work).behaviours[rated.behaviour].version
            work.put(replace(amended, anchor_version=version))
        else:
            add_rating(work, id, rated)
    return amend_comment(work, id, f"{observation.comment} {comment.strip()}".strip())


def remove_observation(work: UnitOfWork, id: Id[Observation]) -> None:
    """Take back a line that was just written, with its children."""
    for gain in work.find(GainStatement, observation_id=id):
        work.remove(gain)
    for own in work.find(SelfRating, observation_id=id):
        work.remove(own)
    for rating in work.find(Rating, observation_id=id):
        work.remove(rating)
    work.remove(work.get(Observation, id))


def _is_received(reads: Snapshot, observation: Observation) -> bool:
    return str(observation.id) in received_records(reads, observation.rep_id)


def same_event(reads: Snapshot, draft: ObservationDraft) -> Observation | None:
    """An observation of the same rep, customer and day that rates the same link."""
    if draft.account_id is None:
        return None
    links = {rated.behaviour for rated in draft.ratings}
    for found in reads.find(
        Observation, rep_id=draft.rep_id, day=draft.day, account_id=draft.account_id
    ):
        rated = {r.behaviour_key for r in reads.find(Rating, observation_id=found.id)}
        if rated & links:
            return found
    return None
