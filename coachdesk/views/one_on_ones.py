"""What the One-on-ones page shows: talks and visits ahead, talks behind."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from coachdesk.domain.vocabulary import BehaviourKey, TalkState
from coachdesk.views.visits import VisitRow


class PaperState(StrEnum):
    """What became of a talk's page, or what the talk still wants."""

    SAY_WHAT_IT_WAS = "say_what_it_was"
    WRAP_UP = "wrap_up"
    NOT_PRINTED = "not_printed"
    PRINTED = "printed"
    SAVED = "saved"
    RECEIVED = "received"
    CANCELLED = "cancelled"


class Which(StrEnum):
    """Which talks behind are listed."""

    EVERY = "every"
    NOT_WRAPPED_UP = "not_wrapped_up"
    NOT_PRINTED = "not_printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadRow:
    """A talk, a joint visit or a joint meeting ahead; `checks` of five are made for a talk."""

    id: UUID
    is_visit: bool = False
    is_meeting: bool = False
    rep_id: UUID
    name: str
    initials: str
    day: date
    start: time | None
    minutes: int = 0
    state: TalkState = TalkState.PLANNED
    checks: int = 0
    focus: BehaviourKey | None = None
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindRow:
    """A talk of the past: what the rep said, how many of its requests were met, its paper.

    `kept` of `asked` requests were met by now; `late` are past their day or closed as not met.
    """

    id: UUID
    rep_id: UUID
    name: str
    initials: str
    day: date
    start: time | None
    state: TalkState
    focus: BehaviourKey | None
    words: str
    kept: int
    asked: int
    late: int
    paper: PaperState


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOnOnes:
    """The page. `count` talks fit the search and the filter; `behind` are the newest of them.

    `visits` are the joint visits and meetings that were held lately, the newest first.
    """

    as_of: date
    ahead: tuple[AheadRow, ...] = ()
    visits: tuple[VisitRow, ...] = ()
    behind: tuple[BehindRow, ...] = ()
    count: int = 0
    not_wrapped_up: int = 0
    not_printed: int = 0
    has_talks: bool = False
