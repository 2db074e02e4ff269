"""The rep's own ratings of what was seen, beside the manager's; they count in no figure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.evidence_rules import Rated, check_ratings
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, ObservationState
from coachdesk.language import gettext as _
from coachdesk.services.evidence import titles
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.evidence import events
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.evidence import Event

MOST = 3  # asked about in one talk


@dataclass(frozen=True, slots=True)
class OwnRating:
    """What the rep says of one behaviour of one event."""

    observation_id: Id[Observation]
    behaviour: BehaviourKey
    value: int


def rate_own(work: UnitOfWork, own: OwnRating) -> SelfRating:
    """Keep the rep's own rating; a second one takes the place of the first."""
    observation = work.get(Observation, own.observation_id)
    names = titles(work)
    check_ratings([Rated(own.behaviour, own.value)], names)
    same = {"observation_id": own.observation_id, "behaviour_key": own.behaviour}
    if observation.state is ObservationState.VOIDED or not work.find(Rating, **same):
        raise InputError(
            _("{behaviour} is not rated on this event.").format(behaviour=names[own.behaviour]),
            _("Choose an event that counts."),
        )
    known = work.find(SelfRating, **same)
    if known:
        return work.put(replace(known[0], value=own.value, day=work.as_of))
    return work.put(
        SelfRating(
            id=work.new_id(SelfRating),
            observation_id=own.observation_id,
            behaviour_key=own.behaviour,
            value=own.value,
            day=work.as_of,
        )
    )


def rate_own_events(work: UnitOfWork, given: Sequence[OwnRating]) -> None:
    """What the rep said of several events, as one change."""
    for own in given:
        rate_own(work, own)


def remove_own(work: UnitOfWork, id: Id[Observation], behaviour: BehaviourKey) -> None:
    """Take the rep's own rating away again."""
    for own in work.find(SelfRating, observation_id=id, behaviour_key=behaviour):
        work.remove(own)


def events_to_rate(reads: Snapshot, session_id: UUID) -> tuple[Event, ...]:
    """What the rep is asked about in a talk: events noted in it, then the newest on its focus.

    Those the rep rated before are left out: by then both ratings were seen.
    """
    talk: CoachingSession = reads.get(CoachingSession, as_id(session_id))
    days = workspace(reads).settings.level_window_days
    found = events(
        reads,
        playbook_of(reads),
        after=reads.as_of - timedelta(days=days),
        until=reads.as_of,
        rep_id=talk.rep_id,
    )
    fresh = [event for event in found if event.self_value is None]
    noted = {seen.id for seen in reads.find(Observation, session_id=talk.id)}
    here = [event for event in fresh if event.observation_id in noted]
    focus = [event for event in fresh if event.behaviour is talk.focus_behaviour_key]
    return tuple(dict.fromkeys([*here, *focus]))[:MOST]


def manager_name(reads: Snapshot) -> str:
    """Whose rating stands beside the rep's."""
    return workspace(reads).manager_name.split(" ")[0]
