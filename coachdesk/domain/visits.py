"""Joint visits: customer visits at which the manager watches."""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, SpeaksFirst, VisitState


@dataclass(frozen=True, slots=True, kw_only=True)
class JointVisit(Entity):
    """A visit of rep and manager to a customer: what to watch, then what both saw.

    `talk_share_pct` is the manager's share of talking in percent, a number to keep low.
    `session_id` is the talk that looked back on it.
    """

    id: Id["JointVisit"]
    rep_id: Id[Rep]
    account_id: Id[Account]
    team_id: Id[PartnerTeam] | None = None
    day: date
    start: time | None = None
    watch_keys: tuple[BehaviourKey, ...] = ()
    speaks_first: SpeaksFirst = SpeaksFirst.REP
    talk_share_pct: Annotated[int, Between(0, 100)] | None = None
    rep_saw: Annotated[str, Length(0, 300)] = ""
    manager_saw: Annotated[str, Length(0, 300)] = ""
    keep: Annotated[str, Length(0, 300)] = ""
    change: Annotated[str, Length(0, 300)] = ""
    session_id: Id[CoachingSession] | None = None
    state: VisitState = VisitState.PLANNED
