"""How the manager leads: requests, shares and requirements counted, and the ones behind a count."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.statistics import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceWindow:
    """Counts of 13 weeks, both days included."""

    first_day: date
    last_day: date
    ask: int
    share: int
    mandate: int

    @property
    def n(self) -> int:
        """How many interactions there were."""
        return self.ask + self.share + self.mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Requests, shares and requirements of the manager in 91 days (§7); for one rep, or all.

    `history` counts up to four windows of a year, the newest first: of a rep those in which the rep
    was on the team, of all those who were on the team at its end. It begins with the first quarter
    in which anything was given.
    """

    rep_id: UUID | None
    ask: int
    share: int
    mandate: int
    style: Style | None
    p_ask: float | None
    words: str
    history: tuple[BalanceWindow, ...] = ()

    @property
    def n(self) -> int:
        """How many interactions there were."""
        return self.ask + self.share + self.mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLine:
    """One request ("ask"), share or requirement ("mandate") behind a figure."""

    id: UUID
    rep_id: UUID
    rep: str
    kind: str
    day: date
    text: str
