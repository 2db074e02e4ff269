"""Whether an opportunity is pursued, held or let go, by twelve criteria (seed 003)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length, check_limits
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.partner_vocabulary import PursuitChoice
from coachdesk.domain.people import PartnerTeam, Rep


@dataclass(frozen=True, slots=True, kw_only=True)
class PursuitMember:
    """A partner team or a rep with a named part in it."""

    team_id: Id[PartnerTeam] | None = None
    rep_id: Id[Rep] | None = None
    part: Annotated[str, Length(3, 120)]
    from_day: date | None = None
    to_day: date | None = None

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class PursuitDecision(Entity):
    """A dated scoring of an opportunity and what was decided; the newest is in force.

    `scores` are O1–O6 then D1–D6, each 0, 1 or 2. Without a decision it is scored only.
    `decide_by` is the day it is looked at again.
    """

    id: Id["PursuitDecision"]
    opportunity_id: Id[Opportunity]
    day: date
    scores: tuple[int, ...]
    decision: PursuitChoice | None = None
    suggestion: PursuitChoice | None = None
    reason: Annotated[str, Length(0, 300)] = ""
    fact: Annotated[str, Length(0, 300)] | None = None
    decide_by: date | None = None
    team_told: bool = False
    members: tuple[PursuitMember, ...] = ()
