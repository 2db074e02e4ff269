"""What the Partners page shows: hand-offs as cards in four columns, by partner team."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.hand_off_rules import BoardColumn
from coachdesk.domain.vocabulary import HandOffState
from coachdesk.views.promises import HandOffRow

CLOSED_DAYS = 90
TELL_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCard:
    """A hand-off, or a notice that is still open, where it stands.

    A notice has no `hand_off`; `first_day` is the day it may come. `age_days` of what was
    delivered ends with its delivery.
    """

    id: UUID
    column: BoardColumn
    rep_id: UUID
    rep_name: str
    initials: str
    account_id: UUID
    account: str
    team_id: UUID
    team: str
    what: str
    first_day: date
    hand_off: HandOffRow | None = None
    told_day: date | None = None
    is_stale_draft: bool = False
    age_days: int | None = None
    span_days: int | None = None

    @property
    def state(self) -> HandOffState | None:
        """The hand-off's state; None for a notice."""
        return None if self.hand_off is None else self.hand_off.state

    @property
    def is_marked(self) -> bool:
        """Past its day, missed or never met: it stays in its column, and stands out."""
        row = self.hand_off
        if row is None:
            return False
        failed = row.state in (HandOffState.MISSED, HandOffState.CLOSED_UNMET)
        return failed or row.ageing in ("overdue", "stale")

    def is_untold(self, as_of: date) -> bool:
        """A notice the team does not have though the work may begin in two weeks."""
        is_notice = self.hand_off is None and self.told_day is None
        return is_notice and (self.first_day - as_of).days <= TELL_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamChip:
    """An active partner team, and how many cards it has on the board."""

    id: UUID
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The hand-offs of the last 90 days whose three sides were asked, and those not all won."""

    count: int = 0
    all_won: int = 0
    others: tuple[BoardCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersPage:
    """The board of one team, or of all of them."""

    as_of: date
    team_id: UUID | None
    teams: tuple[TeamChip, ...]
    columns: Mapping[BoardColumn, tuple[BoardCard, ...]]
    closed: Closed

    @classmethod
    def empty(cls, as_of: date) -> "PartnersPage":
        """A page that was not read yet."""
        columns: dict[BoardColumn, tuple[BoardCard, ...]] = dict.fromkeys(BoardColumn, ())
        return cls(as_of=as_of, team_id=None, teams=(), columns=columns, closed=Closed())

    @property
    def count(self) -> int:
        """How many cards all teams have."""
        return sum(team.count for team in self.teams)

    @property
    def longest_days(self) -> float:
        """The full width of the age bars: the longest age or span, and a tenth more."""
        lengths = [
            days
            for cards in self.columns.values()
            for card in cards
            for days in (card.age_days, card.span_days)
            if days is not None
        ]
        return max(lengths, default=1) * 1.1
