"""What the three pages of a talk show: prepare, run, wrap up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from coachdesk.domain.vocabulary import (
    AskState,
    BehaviourKey,
    BuyIn,
    MandateState,
    NoteMark,
    ReceivedMeans,
    RecordKind,
    TalkState,
)
from coachdesk.views.direction import SecondLook
from coachdesk.views.rep import AskRow
from coachdesk.views.talks import TalkBrief


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question to ask: `hint` says what for, `why` what speaks for it in this talk."""

    id: str
    text: str
    hint: str
    why: str
    behaviour: BehaviourKey | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkQuestions:
    """What is offered to ask, and what to coach where the customers of the talk stand."""

    rows: tuple[QuestionRow, ...] = ()
    stage_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepare:
    """The page before a talk."""

    brief: TalkBrief
    now: datetime
    checks: Mapping[str, bool]
    private_checks: frozenset[str]
    chosen_questions: tuple[str, ...]
    own_questions: tuple[str, ...]
    focus: BehaviourKey | None
    chosen_focus: BehaviourKey | None
    why_focus: str
    expectation: str
    in_it_for_customer: str
    in_it_for_rep: str
    in_it_for_partner: str
    seen_how: str
    buy_in: BuyIn | None
    buy_in_last: BuyIn | None
    asks: tuple[AskRow, ...]
    rep_asks: tuple[AskRow, ...]
    as_requests: frozenset[UUID]
    """Promises of the rep that stand among the requests they came from."""
    rep_words: str = ""
    """What the rep wrote before this talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """A line of a talk; a private one has no words here."""

    id: UUID
    order: int
    time: time
    mark: NoteMark
    text: str
    letter: str
    detail: str
    created_kind: RecordKind | None
    created_id: UUID | None
    is_printed: bool
    is_unfinished: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A request on a subject that is not settled, as the talk may show it: without its form.

    `to` is who is asked where it is no rep.
    """

    thread_id: UUID
    subject: str
    label: str
    due_day: date | None
    state: AskState | MandateState
    may_be_required: bool
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The page during a talk."""

    brief: TalkBrief
    now: datetime
    state: TalkState
    started_at: datetime | None
    minutes: int
    notes: tuple[NoteLine, ...]
    asked: tuple[AskedLine, ...]
    unfinished: tuple[AskedLine, ...]
    asked_of_others: tuple[AskedLine, ...]
    questions: tuple[str, ...]
    default_due: date
    rep_words: str
    rep_usefulness: int | None
    private_notice: str

    @property
    def may_require(self) -> bool:
        """Whether a request on some subject went unmet, so that a requirement may rest on it."""
        return any(line.may_be_required for line in self.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRow:
    """A section or record that prints unless it is unticked: its number or its record's id."""

    key: int | UUID
    mark: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUpPage:
    """The page after a talk."""

    brief: TalkBrief
    now: datetime
    state: TalkState
    minutes_held: int | None
    summary: str
    notes: tuple[NoteLine, ...]
    rows: tuple[PrintRow, ...]
    left_out: frozenset[int | UUID]
    private_times: tuple[time, ...]
    buy_in: BuyIn | None
    buy_in_last: BuyIn | None
    next_day: date | None
    next_start: time | None
    next_id: UUID | None
    rhythm_days: int
    clash: str
    free_start: time | None
    away: tuple[tuple[date, date], ...]
    missing: tuple[str, ...]
    unanswered: tuple[str, ...]
    looks: tuple[SecondLook, ...]
    printed: str
    received_on: date | None
    received_means: ReceivedMeans | None

    @property
    def next_is_planned(self) -> bool:
        """Whether the talk after this one is there already."""
        return self.next_id is not None
