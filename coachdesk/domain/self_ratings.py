"""The rep's own rating of what the manager observed."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id
from coachdesk.domain.evidence import Observation
from coachdesk.domain.vocabulary import BehaviourKey


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfRating(Entity):
    """How the rep rates one behaviour of one observation; it counts in none of the figures."""

    id: Id["SelfRating"]
    observation_id: Id[Observation]
    behaviour_key: BehaviourKey
    value: Annotated[int, Between(1, 5)]
    day: date
