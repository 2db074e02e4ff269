"""One-on-ones: the talk itself, its agenda, and the lines written during it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from coachdesk.domain.entity import Between, Entity, Id, Length, check_limits
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import (
    AgendaKind,
    BehaviourKey,
    BuyIn,
    NoteMark,
    ReceivedMeans,
    RecordKind,
    TalkKind,
    TalkState,
    WhoAsked,
    Whose,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """Which of the five three-minute checks were made."""

    last_time: bool = False
    promises: bool = False
    behaviour: bool = False
    questions: bool = False
    expectation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAddendum:
    """A dated line added to a talk that was wrapped up."""

    day: date
    text: Annotated[str, Length(1, 300)]

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingSession(Entity):
    """A one-on-one of manager and rep, from planned to wrapped up."""

    id: Id["CoachingSession"]
    rep_id: Id[Rep]
    day: date
    start: time | None = None
    minutes: Annotated[int, Between(10, 180)] = 45
    kind: TalkKind = TalkKind.ONE_ON_ONE
    state: TalkState = TalkState.PLANNED
    started_at: datetime | None = None
    ended_at: datetime | None = None
    moved_from_id: "Id[CoachingSession] | None" = None
    who_asked: WhoAsked | None = None
    reason: Annotated[str, Length(0, 200)] = ""
    preparation: Preparation = field(default_factory=Preparation)
    question_ids: tuple[str, ...] = ()
    own_questions: tuple[str, ...] = ()
    focus_behaviour_key: BehaviourKey | None = None
    expectation: Annotated[str, Length(0, 300)] = ""
    in_it_for_customer: Annotated[str, Length(0, 120)] = ""
    in_it_for_rep: Annotated[str, Length(0, 120)] = ""
    in_it_for_partner: Annotated[str, Length(0, 120)] = ""
    seen_how: Annotated[str, Length(0, 200)] = ""
    buy_in: BuyIn | None = None
    summary: Annotated[str, Length(0, 600)] = ""
    rep_words: Annotated[str, Length(0, 400)] = ""
    rep_usefulness: Annotated[int, Between(1, 5)] | None = None
    wrapped_up_on: date | None = None
    received_on: date | None = None
    received_means: ReceivedMeans | None = None
    summary_brief: Mapping[str, object] | None = None
    left_out: tuple[int | UUID, ...] = ()
    addenda: tuple[TalkAddendum, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Entity):
    """One point of a talk's agenda; the rep's stands first."""

    id: Id["AgendaItem"]
    session_id: Id[CoachingSession]
    order: Annotated[int, Between(1, 12)]
    whose: Whose
    kind: AgendaKind = AgendaKind.OTHER
    carried_from_id: "Id[AgendaItem] | None" = None
    text: Annotated[str, Length(1, 200)]
    minutes: Annotated[int, Between(0, 120)] = 0
    ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionNote(Entity):
    """A line written during a talk; a private line is empty here, its words are a PrivateNote."""

    id: Id["SessionNote"]
    session_id: Id[CoachingSession]
    order: Annotated[int, Between(1, 100_000)]
    time: time
    mark: NoteMark = NoteMark.NONE
    text: Annotated[str, Length(0, 400)]
    created_kind: RecordKind | None = None
    created_id: UUID | None = None
    print: bool = False
