"""What Today shows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.views.again import AgainRow
from coachdesk.views.evidence import Event, LinkFigure
from coachdesk.views.promises import HandOffRow, PromiseRow
from coachdesk.views.rep import AskRow
from coachdesk.views.soft_power import ComingRow
from coachdesk.views.talks import TalkBrief, TalkHead
from coachdesk.views.visits import VisitRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterTalk:
    """A talk later today with what it is about."""

    head: TalkHead
    focus: LinkFigure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """Something captured that is not complete yet; a private one shows no words."""

    id: UUID
    day: date
    text: str
    rep_name: str
    missing: tuple[str, ...]
    is_private: bool
    behaviour: BehaviourKey | None = None
    value: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What changed since the last talk with the next rep."""

    day: date
    observations: int
    rated_well: int
    rated: int
    promises_kept: int
    promises_overdue: int
    next_due_account: str
    next_due_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NavRep:
    """A rep in the navigation, with the next talk."""

    id: UUID
    name: str
    initials: str
    next_day: date | None
    next_start: str
    next_session_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page."""

    is_sample: bool
    manager_name: str
    reps: tuple[NavRep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything on the page, as of one moment."""

    now: datetime
    is_sample: bool
    manager_name: str
    reps: tuple[NavRep, ...]
    talks_today: int
    my_promises_today: int
    next_talk: TalkBrief | None
    since: Since | None
    later: tuple[LaterTalk, ...]
    visits: tuple[VisitRow, ...]
    unfinished: tuple[TalkHead, ...]
    inbox: tuple[InboxRow, ...]
    captured: tuple[Event, ...]
    promises: tuple[PromiseRow, ...]
    own_asks: tuple[AskRow, ...] = ()
    hand_offs: tuple[HandOffRow, ...]
    coming: tuple[ComingRow, ...] = ()
    again: tuple[AgainRow, ...] = ()
