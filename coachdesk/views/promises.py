"""Promises and hand-offs as lists show them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.vocabulary import HandOffState, PromiseState


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A promise of one side, with what is known of its end.

    `rep_name` is the first name of the other: a rep, or a peer manager, who has no `rep_id`.
    """

    id: UUID
    rep_id: UUID | None
    rep_name: str
    is_mine: bool
    text: str
    due_day: date
    delivered_day: date | None
    closed_day: date | None
    moved: int
    state: PromiseState


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffRow:
    """A hand-off with its age; `ageing` is on_track, due_soon, overdue or stale once it is set."""

    id: UUID
    rep_id: UUID
    rep_name: str
    account: str
    team: str
    partner: str
    need: str
    expectation: str
    created_day: date
    set_day: date | None
    due_day: date | None
    accepted_on: date | None
    met_day: date | None
    cause: str
    age_days: int | None
    span_days: int | None
    ageing: str
    state: HandOffState
