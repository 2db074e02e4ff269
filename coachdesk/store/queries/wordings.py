"""How often each rating was given, by the wording it was given under."""

from functools import cache
from typing import Any

from sqlalchemy import Select, func, select

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.store.schema import observation, rating
from coachdesk.store.snapshot import Snapshot

Given = tuple[BehaviourKey, int, int]  # behaviour, value, version of the wording


@cache
def _given() -> Select[Any]:
    parts = (rating.c.behaviour_key, rating.c.value, rating.c.anchor_version)
    return (
        select(*parts, func.count().label("n"))
        .join_from(rating, observation, observation.c.id == rating.c.observation_id)
        .where(observation.c.state == "saved")
        .group_by(*parts)
    )


def ratings_given(reads: Snapshot) -> dict[Given, int]:
    """Ratings of saved observations, counted."""
    return {
        (BehaviourKey(row.behaviour_key), row.value, row.anchor_version): row.n
        for row in reads.rows(_given())
    }
