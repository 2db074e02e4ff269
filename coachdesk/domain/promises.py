"""Promises of both sides, by one rule."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import OwnerSide, PromiseOrigin, PromiseState


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Entity):
    """A promise with an owner and a due day."""

    id: Id["Commitment"]
    owner_side: OwnerSide
    rep_id: Id[Rep] | None = None
    text: Annotated[str, Length(5, 200)]
    agreed_day: date
    due_day: date
    delivered_day: date | None = None
    closed_day: date | None = None
    renegotiated: Annotated[int, Between(0, 10_000)] = 0
    reason: Annotated[str, Length(0, 200)] = ""
    origin_kind: PromiseOrigin
    origin_id: UUID
    state: PromiseState = PromiseState.OPEN
