"""A coaching plan: one behaviour of one rep over four to six one-on-ones."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length, check_limits
from coachdesk.domain.people import Rep
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, PlanStop

_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSession:
    """What was tried in one one-on-one of the plan."""

    session_id: Id[CoachingSession]
    tried: Annotated[str, Length(0, 200)] = ""

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingPlan(Entity):
    """What good looks like, where it began (x of n rated 4 or 5), what was tried, how it ended."""

    id: Id["CoachingPlan"]
    rep_id: Id[Rep]
    behaviour_key: BehaviourKey
    good_looks_like: Annotated[str, Length(5, 300)]
    start_day: date
    start_x: Annotated[int, Between(0, _MOST)]
    start_n: Annotated[int, Between(0, _MOST)]
    sessions_planned: Annotated[int, Between(4, 6)] = 4
    sessions: tuple[PlanSession, ...] = ()
    stop_reason: PlanStop | None = None
    stop_note: Annotated[str, Length(0, 300)] = ""
    stopped_day: date | None = None
