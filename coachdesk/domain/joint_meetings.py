"""A customer visit with a partner, planned on one page (seed 003)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length, check_limits
from coachdesk.domain.parties import Contact
from coachdesk.domain.partner_vocabulary import AttendeeSide, JointMeetingState
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.vocabulary import BuyingRole, SelectionStage


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerMessage(Entity):
    """A value message for one role at one stage, of one partner team or of all."""

    id: Id["BuyerMessage"]
    buying_role: BuyingRole
    stage: SelectionStage
    team_id: Id[PartnerTeam] | None = None
    text: Annotated[str, Length(1, 200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Who is there, for which side, and the question that person asks."""

    side: AttendeeSide
    name: Annotated[str, Length(1, 80)]
    role: Annotated[str, Length(0, 60)] = ""
    contact_id: Id[Contact] | None = None
    partner_person_id: Id[PartnerPerson] | None = None
    rep_id: Id[Rep] | None = None
    question: Annotated[str, Length(0, 160)] = ""

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMessage:
    """One thing that is said, by whom of ours, in how many minutes.

    `issue` marks the one about the customer's issue; where none is marked, it is the first.
    """

    text: Annotated[str, Length(1, 160)]
    owner: Annotated[str, Length(0, 80)] = ""
    minutes: Annotated[int, Between(0, 240)] = 0
    issue: bool = False

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointMeeting(Entity):
    """The plan of a customer meeting with a partner, and afterwards what was said."""

    id: Id["JointMeeting"]
    account_id: Id[Account]
    rep_id: Id[Rep]
    team_id: Id[PartnerTeam]
    day: date
    start: time | None = None
    stage: SelectionStage | None = None
    attendees: tuple[Attendee, ...] = ()
    messages: tuple[MeetingMessage, ...] = ()
    customer_issue: Annotated[str, Length(0, 300)] = ""
    perspective: Annotated[str, Length(0, 300)] = ""
    next_step: Annotated[str, Length(0, 160)] = ""
    next_step_owner: Annotated[str, Length(0, 80)] = ""
    next_step_day: date | None = None
    checklist: Mapping[str, str] = field(default_factory=dict)
    aligned_before: bool = False
    said: Annotated[str, Length(0, 1000)] = ""
    state: JointMeetingState = JointMeetingState.PLANNED
