"""What the Team page shows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.views.evidence import LinkFigure
from coachdesk.views.talks import TalkHead

NOT_SEEN_DAYS = 21
DUE_DAYS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingOn:
    """The one behaviour of the newest talk that had one, and what good looks like."""

    behaviour: BehaviourKey
    title: str
    expectation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesDue:
    """Open promises between manager and rep: how many are over, mine due today, the next day."""

    over: int = 0
    mine_today: int = 0
    next_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One rep on the team, in the manager's order. `last_seen` is the day of the newest event."""

    id: UUID
    name: str
    first_name: str
    initials: str
    role: str
    next_talk: TalkHead | None
    figures: tuple[LinkFigure, ...]
    working_on: WorkingOn | None
    promises: PromisesDue
    last_seen: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftRow:
    """Someone who is not on the team now: since when, or from when on."""

    id: UUID
    name: str
    first_name: str
    initials: str
    role: str
    left_on: date | None
    joins_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """When a rep could be watched: a hand-off with a day ahead, and at whose place."""

    rep_id: UUID
    day: date
    account: str
    team: str
    is_check: bool
    is_visit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSeen:
    """A rep without an event for three weeks; `days` is None where there never was one."""

    id: UUID
    name: str
    initials: str
    days: int | None
    watch: Watch | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayRow:
    """Days that a rep, or the manager (without `rep_id`), is away, now or ahead."""

    rep_id: UUID | None
    name: str
    initials: str
    first: date
    last: date

    @property
    def id(self) -> tuple[UUID | None, date]:
        """What tells it from the other rows."""
        return self.rep_id, self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A name that can be changed; `kind` is "account", "contact", "team", "person" or "peer".

    `of` is who owns a customer, or where a person belongs.
    """

    id: UUID
    kind: str
    name: str
    of: str = ""
    of_id: UUID | None = None
    events: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """Two entries whose names look like one; `kind` as in `NameRow`, or "rep"."""

    kind: str
    one_id: UUID
    one: str
    other_id: UUID
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """Everything on the Team page, as of one moment."""

    now: datetime
    rows: tuple[TeamRow, ...] = ()
    left: tuple[LeftRow, ...] = ()
    not_seen: tuple[NotSeen, ...] = ()
    away: tuple[AwayRow, ...] = ()
    accounts: tuple[NameRow, ...] = ()
    contacts: tuple[NameRow, ...] = ()
    partners: tuple[NameRow, ...] = ()
    doubles: tuple[Double, ...] = ()
