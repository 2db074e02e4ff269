"""What the page of a meeting with a peer manager shows, and the card of what both agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.agreements import FrozenFigure, PeerAgreement, PeerMeeting
from coachdesk.domain.partner_vocabulary import PeerTopic
from coachdesk.domain.peer_meeting_rules import Due
from coachdesk.views.promises import PromiseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """The words of both sides on one topic."""

    text: str = ""
    peer_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A decision: who does what, from when; the promises that it became."""

    id: UUID
    who: str
    text: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """A problem between the two teams that is not solved."""

    id: UUID
    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """Work that is coming, as a partner would be told of it."""

    id: UUID
    day: date
    account: str
    what: str
    likelihood_pct: int
    told_day: date | None
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNote:
    """A private note about one rep: only whose it is; its words are read behind the curtain."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerMeetingPage:
    """One meeting with everything it looks at; no private words."""

    as_of: date
    meeting: PeerMeeting
    team: str
    manager: str
    name: str
    first_name: str
    initials: str
    due: Due
    said: Mapping[PeerTopic, SaidOn] = field(default_factory=dict)
    person_notes: tuple[PersonNote, ...] = ()
    reps: tuple[tuple[UUID, str], ...] = ()
    figures: tuple[FrozenFigure, ...] = ()
    goals: tuple[PeerAgreement, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    problems: tuple[ProblemRow, ...] = ()
    problem_path: str = ""
    path_used: int = 0
    notices: tuple[NoticeRow, ...] = ()

    @property
    def is_first(self) -> bool:
        """The two have not met before."""
        return self.due.last_met is None

    @property
    def usual_day(self) -> date:
        """By when something is done if no day is said: the next meeting after this one."""
        return max(self.meeting.day, self.as_of) + timedelta(days=self.due.rhythm_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAgreement:
    """What is agreed with one partner team, for its card."""

    as_of: date
    team_id: UUID
    team: str
    peer_id: UUID | None = None
    peer_name: str = ""
    manager: str = ""
    due: Due | None = None
    ahead: PeerMeeting | None = None
    goals: tuple[PeerAgreement, ...] = ()
    problems: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeToMeet:
    """A peer manager whom one has not met for too long, for Today."""

    peer_id: UUID
    team_id: UUID
    name: str
    team: str
    due: Due
    ahead: PeerMeeting | None = None
