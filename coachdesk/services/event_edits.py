"""An event edited as a whole: its words, its ratings, a missed expectation, and gains."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from coachdesk.domain import evidence_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.vocabulary import BehaviourKey, Side
from coachdesk.services.besides import NOTHING, Besides, GainPart
from coachdesk.services.evidence import (
    add_rating,
    add_to_event,
    amend_comment,
    amend_rating,
    titles,
)
from coachdesk.services.receipts import received_records
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class EventParts:
    """Everything of an event that can be edited; `versions` are those the ratings were given in."""

    comment: str
    ratings: tuple[Rated, ...]
    besides: Besides = NOTHING
    versions: Mapping[BehaviourKey, int] = field(default_factory=dict)


def event_parts(reads: Snapshot, id: Id[Observation]) -> EventParts:
    """The event as it stands."""
    observation = reads.get(Observation, id)
    ratings = sorted(reads.find(Rating, observation_id=id), key=_place)
    return EventParts(
        comment=observation.comment,
        ratings=tuple(Rated(r.behaviour_key, r.value, r.words) for r in ratings),
        besides=Besides(
            missed=observation.expectation_missed,
            cause=observation.cause_code,
            cause_note=observation.cause_note,
            gains={
                gain.side: GainPart(gain.outcome, gain.words)
                for gain in reads.find(GainStatement, observation_id=id)
            },
        ),
        versions={rating.behaviour_key: rating.anchor_version for rating in ratings},
    )


def _place(rating: Rating) -> int:
    return list(BehaviourKey).index(rating.behaviour_key)


def edit_event(work: UnitOfWork, id: Id[Observation], parts: EventParts) -> Observation:
    """Make the event say this, as one change; only what is different is written."""
    before = event_parts(work, id)
    observation = work.get(Observation, id)
    rules.refuse_received(str(id) in received_records(work, observation.rep_id))
    rules.check_comment(parts.comment, least=workspace(work).settings.comment_min_chars)
    rules.check_ratings(parts.ratings, titles(work))
    _check_besides(parts.besides, parts.ratings)
    _edit_ratings(work, id, parts.ratings)
    if parts.comment.strip() != before.comment:
        amend_comment(work, id, parts.comment)
    return _set_besides(work, id, parts.besides)


def add_more(
    work: UnitOfWork,
    id: Id[Observation],
    comment: str,
    ratings: tuple[Rated, ...],
    besides: Besides = NOTHING,
) -> Observation:
    """More words on the same event, with what the expectation and the gains were, if said."""
    observation = add_to_event(work, id, comment, ratings)
    now = event_parts(work, id)
    fresh = replace(
        besides if besides.missed else now.besides, gains={**now.besides.gains, **besides.gains}
    )
    if fresh == now.besides:
        return observation
    _check_besides(fresh, now.ratings)
    return _set_besides(work, id, fresh)


def _check_besides(besides: Besides, ratings: tuple[Rated, ...]) -> None:
    rules.check_cause(
        missed=besides.missed, cause=besides.cause, note=besides.cause_note, ratings=ratings
    )


def _edit_ratings(work: UnitOfWork, id: Id[Observation], ratings: tuple[Rated, ...]) -> None:
    wanted = {rated.behaviour: rated for rated in ratings}
    known = {rating.behaviour_key: rating for rating in work.find(Rating, observation_id=id)}
    for key, rating in known.items():
        if key not in wanted:
            _remove_rating(work, rating)
    for key, rated in wanted.items():
        if key not in known:
            add_rating(work, id, rated)
        elif known[key].value != rated.value:
            amend_rating(work, id, known[key].id, rated.value)


def _remove_rating(work: UnitOfWork, rating: Rating) -> None:
    """Take one rating away, with the rep's own and the gains that stood beside it."""
    same = {"observation_id": rating.observation_id}
    for own in work.find(SelfRating, behaviour_key=rating.behaviour_key, **same):
        work.remove(own)
    if rating.behaviour_key is BehaviourKey.ALL_WIN:
        for gain in work.find(GainStatement, **same):
            work.remove(gain)
    work.remove(rating)


def _set_besides(work: UnitOfWork, id: Id[Observation], besides: Besides) -> Observation:
    ratings = {rating.behaviour_key for rating in work.find(Rating, observation_id=id)}
    if BehaviourKey.ALL_WIN in ratings:
        _set_gains(work, id, besides.gains)
    observation = work.get(Observation, id)
    return work.put(
        replace(
            observation,
            expectation_missed=besides.missed,
            cause_code=besides.cause,
            cause_note=besides.cause_note.strip() if besides.missed else "",
        )
    )


def _set_gains(work: UnitOfWork, id: Id[Observation], gains: Mapping[Side, GainPart]) -> None:
    known = {gain.side: gain for gain in work.find(GainStatement, observation_id=id)}
    for side, gain in known.items():
        if side not in gains:
            work.remove(gain)
    for side, part in gains.items():
        fresh = known.get(side) or GainStatement(
            id=work.new_id(GainStatement), observation_id=id, side=side, outcome=part.outcome
        )
        work.put(replace(fresh, outcome=part.outcome, words=part.words.strip()))
