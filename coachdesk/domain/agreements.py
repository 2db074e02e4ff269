"""Mutual goals of two managers, and the meetings and updates that keep them alive (seed 001)."""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length, check_limits
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import (
    AgreementState,
    ContributionSide,
    GoalSetBy,
    PeerMeetingState,
    PeerTopic,
)
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.soft_power import EarlyAccessItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one side does for the goal, by when."""

    side: ContributionSide
    text: Annotated[str, Length(1, 200)]
    due_day: date

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierWording:
    """An agreement as it stood until that day, and who changed it."""

    day: date
    changed_by: ContributionSide
    goal: str
    measure: str
    due_day: date
    contributions: tuple[Contribution, ...] = ()
    problem_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerAgreement(Entity):
    """A goal of both managers; one that only one of them set is marked as dictated."""

    id: Id["PeerAgreement"]
    team_id: Id[PartnerTeam]
    peer_manager_id: Id[PeerManager]
    goal: Annotated[str, Length(0, 200)] = ""
    measure: Annotated[str, Length(0, 120)] = ""
    set_by: GoalSetBy = GoalSetBy.BOTH
    contributions: tuple[Contribution, ...] = ()
    drafted_day: date
    due_day: date | None = None
    rhythm_days: Annotated[int, Between(7, 92)] | None = None
    problem_path: Annotated[str, Length(0, 300)] = ""
    confirmed_own: date | None = None
    confirmed_peer: date | None = None
    works: Annotated[str, Length(0, 300)] = ""
    change: Annotated[str, Length(0, 300)] = ""
    result: Annotated[str, Length(0, 300)] = ""
    closed_day: date | None = None
    reason: Annotated[str, Length(0, 200)] = ""
    earlier: tuple[EarlierWording, ...] = ()
    state: AgreementState = AgreementState.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerAgendaItem:
    """One of the items of a meeting with a peer manager, with its minutes."""

    topic: PeerTopic
    minutes: Annotated[int, Between(0, 120)]
    done: bool = False

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFigure:
    """A figure as it stood when the meeting was held: x of n, or a number alone."""

    key: str
    x: int
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerMeeting(Entity):
    """A meeting of the two managers: planned, run by its agenda, held with its figures frozen."""

    id: Id["PeerMeeting"]
    team_id: Id[PartnerTeam]
    peer_manager_id: Id[PeerManager]
    day: date
    start: time | None = None
    minutes: Annotated[int, Between(10, 180)] = 45
    agenda: tuple[PeerAgendaItem, ...] = ()
    will_tell: tuple[Id[EarlyAccessItem], ...] = ()
    figures: tuple[FrozenFigure, ...] = ()
    state: PeerMeetingState = PeerMeetingState.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerUpdate(Entity):
    """What was said on one topic; about people it has no text, that is a private note.

    `text` is ours, `peer_text` theirs. A problem is open until its `solved_day`.
    """

    id: Id["PeerUpdate"]
    agreement_id: Id[PeerAgreement] | None = None
    meeting_id: Id[PeerMeeting] | None = None
    peer_manager_id: Id[PeerManager] | None = None
    day: date
    topic: PeerTopic
    text: Annotated[str, Length(0, 400)] = ""
    peer_text: Annotated[str, Length(0, 400)] = ""
    path_followed: bool | None = None
    solution: Annotated[str, Length(0, 300)] = ""
    solved_day: date | None = None
