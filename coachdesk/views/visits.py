"""What the page of a joint visit shows: before, what was seen, and what is said in the car."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from coachdesk.domain.vocabulary import BehaviourKey, SpeaksFirst, VisitState
from coachdesk.views.evidence import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchChoice:
    """A behaviour that may be watched, with what to look for and the count so far."""

    behaviour: BehaviourKey
    title: str
    cues: tuple[str, ...]
    x: int
    n: int
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """One joint visit. `talk_share_pct` is the manager's share of talking, a number to keep low.

    `waiting` lines of this visit are in the Inbox; `teams` are the departments that may come along.
    """

    id: UUID
    as_of: date
    rep_id: UUID
    rep_name: str
    first_name: str
    initials: str
    account: str
    day: date
    start: time | None
    state: VisitState
    watch: tuple[WatchChoice, ...]
    speaks_first: SpeaksFirst
    team_id: UUID | None
    teams: tuple[tuple[UUID, str], ...]
    rep_saw: str
    manager_saw: str
    keep: str
    change: str
    talk_share_pct: int | None
    events: tuple[Event, ...]
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """A visit in a list, or a joint meeting with a partner."""

    id: UUID
    is_meeting: bool = False
    rep_id: UUID
    name: str
    initials: str
    account: str
    day: date
    start: time | None
    events: int = 0
