"""What the page of a joint meeting shows: who attends, who says what, and what is odd about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from coachdesk.domain.joint_meeting_rules import About, Hint
from coachdesk.domain.joint_meetings import Attendee, MeetingMessage
from coachdesk.domain.partner_vocabulary import AttendeeSide, JointMeetingState
from coachdesk.domain.vocabulary import BuyingRole, SelectionStage
from coachdesk.language import gettext as _
from coachdesk.views.evidence import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeLine:
    """Who attends; of a customer whose buying role is known also what to say to that role.

    `message` is "" where none is written for the role at this stage.
    """

    attendee: Attendee
    buying_role: BuyingRole | None = None
    message: str = ""

    @property
    def may_have_message(self) -> bool:
        """Whether a value message can be looked up."""
        return self.buying_role not in (None, BuyingRole.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointMeetingPage:
    """One joint meeting. `known` people could be added; `waiting` lines of it are in the Inbox."""

    id: UUID
    as_of: date
    rep_id: UUID
    rep_name: str
    first_name: str
    manager: str
    account_id: UUID
    account: str
    team_id: UUID
    team: str
    day: date
    start: time | None
    state: JointMeetingState
    stage: SelectionStage | None
    stages: tuple[tuple[SelectionStage, str], ...]
    attendees: tuple[AttendeeLine, ...]
    known: tuple[Attendee, ...]
    messages: tuple[MeetingMessage, ...]
    customer_issue: str
    perspective: str
    next_step: str
    next_step_owner: str
    next_step_day: date | None
    checklist: Mapping[str, str] = field(default_factory=dict)
    aligned_before: bool = False
    said: str = ""
    hints: tuple[Hint, ...] = ()
    is_promised: bool = False
    events: tuple[Event, ...] = ()
    waiting: int = 0

    def hints_at(self, about: About) -> tuple[Hint, ...]:
        """The hints that belong to one part of the page."""
        return tuple(hint for hint in self.hints if hint.about is about)

    @property
    def stage_title(self) -> str:
        """Where the customer stands, "" if it is not noted."""
        return dict(self.stages).get(self.stage, "") if self.stage else ""

    @property
    def minutes(self) -> int:
        """The minutes of all parts."""
        return sum(message.minutes for message in self.messages)


def side_title(side: AttendeeSide) -> str:
    """For whom somebody attends."""
    return {
        AttendeeSide.CUSTOMER: _("Customer"),
        AttendeeSide.REP: _("Rep"),
        AttendeeSide.PARTNER: _("Partner"),
        AttendeeSide.MANAGER: _("Manager"),
    }[side]


def buying_title(role: BuyingRole) -> str:
    """What a person has to do with buying."""
    return {
        BuyingRole.DECIDES: _("decides"),
        BuyingRole.INFLUENCES: _("influences"),
        BuyingRole.USES: _("uses it"),
        BuyingRole.CHECKS: _("checks"),
        BuyingRole.UNKNOWN: _("role not known"),
    }[role]


def meeting_state_title(state: JointMeetingState) -> str:
    """Where a meeting stands."""
    return {
        JointMeetingState.PLANNED: _("planned"),
        JointMeetingState.HELD: _("held"),
        JointMeetingState.CANCELLED: _("cancelled"),
    }[state]
