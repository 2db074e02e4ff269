"""Reads what an unfolded event shows."""

from coachdesk.domain.entity import Id
from coachdesk.domain.evidence import GainStatement, Observation
from coachdesk.domain.vocabulary import Side
from coachdesk.services.playbook import shipped_playbook
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.event_details import EventDetails


def event_details(reads: Snapshot, id: Id[Observation]) -> EventDetails:
    """Everything that stands below the words of one event."""
    observation = reads.get(Observation, id)
    gains = {gain.side: gain for gain in reads.find(GainStatement, observation_id=id)}
    cause = observation.cause_code
    return EventDetails(
        missed=observation.expectation_missed,
        cause="" if cause is None else shipped_playbook().causes[cause].title,
        cause_note=observation.cause_note,
        gains=tuple((s, gains[s].outcome, gains[s].words) for s in Side if s in gains),
        added=tuple((item.day, item.text) for item in observation.addenda),
    )
