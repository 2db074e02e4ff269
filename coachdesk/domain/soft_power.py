"""What a partner team is told early, and which requests reach it (seed 000)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.partner_vocabulary import (
    NoticePriority,
    NoticeState,
    TriageDecision,
    Verdict,
    WorkSize,
)
from coachdesk.domain.people import Account, PartnerTeam, Rep


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyAccessItem(Entity):
    """Notice to a partner team of work that is coming, or may be."""

    id: Id["EarlyAccessItem"]
    team_id: Id[PartnerTeam]
    rep_id: Id[Rep]
    account_id: Id[Account]
    what: Annotated[str, Length(1, 160)]
    reason: Annotated[str, Length(0, 160)] = ""
    question: Annotated[str, Length(0, 160)] = ""
    skills: Annotated[str, Length(0, 120)] = ""
    unknown: Annotated[str, Length(0, 160)] = ""
    likelihood_pct: Annotated[int, Between(0, 100)]
    size: WorkSize
    earliest: date
    latest: date | None = None
    priority: NoticePriority = NoticePriority.FIRST
    answer: Annotated[str, Length(0, 300)] = ""
    next_update: date | None = None
    noted_day: date | None = None
    told_day: date | None = None
    changed_day: date | None = None
    state: NoticeState = NoticeState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTriage(Entity):
    """What became of a request before it reached a partner team, and what the team thought of it.

    `urgent` and `important` are 0 to 2; without a decision it was handed on unsorted.
    """

    id: Id["RequestTriage"]
    rep_id: Id[Rep]
    team_id: Id[PartnerTeam]
    account_id: Id[Account] | None = None
    request: Annotated[str, Length(1, 160)]
    reason: Annotated[str, Length(0, 160)] = ""
    urgent: Annotated[int, Between(0, 2)] | None = None
    important: Annotated[int, Between(0, 2)] | None = None
    decision: TriageDecision | None = None
    day: date
    handed_on: date | None = None
    partner_verdict: Verdict | None = None
    way_asked: bool | None = None
    way_used: bool | None = None
