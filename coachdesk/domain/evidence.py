"""Observations, their ratings, and drafts that wait in the Inbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.entity import Between, Entity, Id, Length, check_limits
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.situations import refuse_situation
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    Cause,
    DraftSource,
    DraftState,
    Gain,
    ObservationState,
    Origin,
    Side,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A dated line added later; the original stays as it was."""

    day: date
    text: Annotated[str, Length(1, 300)]

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Entity):
    """What the manager saw or heard one rep do on one day: the unit of evidence."""

    id: Id["Observation"]
    seq: Annotated[int, Between(1, 2_000_000_000)]
    rep_id: Id[Rep]
    day: date
    recorded_day: date
    account_id: Id[Account] | None = None
    team_id: Id[PartnerTeam] | None = None
    partner_person_id: Id[PartnerPerson] | None = None
    session_id: Id[CoachingSession] | None = None
    joint_visit_id: Id[JointVisit] | None = None
    hand_off_id: Id[HandOff] | None = None
    joint_meeting_id: Id[JointMeeting] | None = None
    printed_document_id: Id[PrintedDocument] | None = None
    situation: Annotated[str, Length(1, 40)] | None = None
    origin: Origin = Origin.IN_PERSON
    comment: Annotated[str, Length(1, 600)]
    expectation_missed: bool = False
    cause_code: Cause | None = None
    cause_note: Annotated[str, Length(0, 200)] = ""
    addenda: tuple[Addendum, ...] = ()
    void_reason: Annotated[str, Length(0, 200)] = ""
    state: ObservationState = ObservationState.SAVED

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        refuse_situation(self.situation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Entity):
    """One behaviour of one observation, rated by its anchors from 1 to 5."""

    id: Id["Rating"]
    observation_id: Id[Observation]
    behaviour_key: BehaviourKey
    value: Annotated[int, Between(1, 5)]
    words: Annotated[str, Length(0, 200)] = ""
    anchor_version: Annotated[int, Between(1, 10_000)] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GainStatement(Entity):
    """How customer, rep or partner came out of a hand-off or of an observation of all win."""

    id: Id["GainStatement"]
    hand_off_id: Id[HandOff] | None = None
    observation_id: Id[Observation] | None = None
    side: Side
    outcome: Gain
    words: Annotated[str, Length(0, 200)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Entity):
    """A row of the Inbox, or (source `unsaved`) work being typed, autosaved outside the journal."""

    id: Id["Draft"]
    source: DraftSource
    raw: Annotated[str, Length(0, 40_000)] = ""
    rep_id: Id[Rep] | None = None
    account_id: Id[Account] | None = None
    team_id: Id[PartnerTeam] | None = None
    partner_person_id: Id[PartnerPerson] | None = None
    behaviour_key: BehaviourKey | None = None
    value: Annotated[int, Between(1, 5)] | None = None
    day: date
    comment: Annotated[str, Length(0, 600)] = ""
    session_id: Id[CoachingSession] | None = None
    printed_document_id: Id[PrintedDocument] | None = None
    content: Mapping[str, object] | None = None
    private: bool = False
    state: DraftState = DraftState.WAITING
    became_id: UUID | None = None
