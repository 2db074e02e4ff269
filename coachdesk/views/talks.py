"""A talk as its brief, its rows and its pages show it."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from coachdesk.domain.vocabulary import TalkState
from coachdesk.views.baton import BatonLine
from coachdesk.views.evidence import Event, LinkFigure
from coachdesk.views.plans import TalkPlan
from coachdesk.views.promises import PromiseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkHead:
    """Who, when and how long; `last_day` is the day of the last held talk."""

    session_id: UUID
    rep_id: UUID
    name: str
    first_name: str
    initials: str
    day: date
    start: time | None
    minutes: int
    state: TalkState
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastWords:
    """The rep's own words that were written last, with their day."""

    text: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """One point of the agenda; `carried` says how many talks passed it on to the next."""

    id: UUID
    text: str
    minutes: int
    is_reps: bool
    ticked: bool
    kind: str
    carried: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkBrief:
    """What a manager needs to know before a talk; the figure is None where nothing is proposed.

    `plan` is the coaching plan the talk belongs to.
    `batons` are the rep's promises to customers that are under way, those that stand still first.
    `break_words` says where the chain probably breaks, if that is the behaviour proposed or chosen.
    """

    head: TalkHead
    last_words: LastWords | None
    last_summary: str
    promises: tuple[PromiseRow, ...]
    focus: LinkFigure | None
    focus_note: str
    focus_events: tuple[Event, ...]
    figures: tuple[LinkFigure, ...]
    agenda: tuple[AgendaPart, ...]
    is_first_talk: bool
    plan: TalkPlan | None = None
    break_words: str = ""
    batons: tuple[BatonLine, ...] = ()
