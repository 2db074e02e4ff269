"""The figures a manager sees: shares with their range, findings, promises kept, ageing.

All functions are pure. Symbols: x = events rated 4 or 5, n = rated events, certainty = the
probability (0-1) a range is meant to hold. Ranges are `[low, high]` as shares 0-1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from math import sqrt
from statistics import NormalDist
from typing import TypeVar

from coachdesk.domain.beta_distribution import beta_below, beta_quantile
from coachdesk.domain.errors import RuleError

CERTAINTY = 0.90
TARGET_SHARE = 0.70
MIN_EVENTS = 6
MIN_ACCOUNTS = 2
MIN_WEEKS = 2
MIN_DUE_PROMISES = 5
DUE_SOON_DAYS = 3
STALE_DAYS = 14
_FURTHEST = 60

Day = TypeVar("Day", date, int)


def wilson(*, x: int, n: int, certainty: float = CERTAINTY) -> list[float] | None:
    """Return the Wilson range of a share, clipped to 0-1; None without events.

    Source: Wilson, JASA 22 (1927) 209-212.
    """
    _check_counts(x, n)
    if n == 0:
        return None
    z = NormalDist().inv_cdf((1.0 + certainty) / 2.0)
    share, scale = x / n, 1.0 + z * z / n
    middle = (share + z * z / (2 * n)) / scale
    half = z / scale * sqrt(share * (1.0 - share) / n + z * z / (4 * n * n))
    return [max(0.0, middle - half), min(1.0, middle + half)]


def jeffreys(*, x: int, n: int, certainty: float = CERTAINTY) -> list[float] | None:
    """Return the Jeffreys range of a share; None without events.

    Source: Brown, Cai, DasGupta, Statistical Science 16 (2001) 101-133.
    """
    _check_counts(x, n)
    if n == 0:
        return None
    tail, a, b = (1.0 - certainty) / 2.0, x + 0.5, n - x + 0.5
    low = 0.0 if x == 0 else beta_quantile(tail, a, b)
    high = 1.0 if x == n else beta_quantile(1.0 - tail, a, b)
    return [low, high]


def finding(
    *,
    x: int,
    n: int,
    accounts: int,
    weeks: int,
    target: float = TARGET_SHARE,
    certainty: float = CERTAINTY,
) -> str:
    """Return "strength", "focus", "unclear" or, below the minimum data, "not_enough"."""
    _check_counts(x, n)
    if n < MIN_EVENTS or accounts < MIN_ACCOUNTS or weeks < MIN_WEEKS:
        return "not_enough"
    if _range_above(target, x, n, certainty):
        return "strength"
    return "focus" if _range_below(target, x, n, certainty) else "unclear"


def fewest_further(
    *,
    x: int,
    n: int,
    target: float = TARGET_SHARE,
    certainty: float = CERTAINTY,
    min_events: int = MIN_EVENTS,
) -> int | None:
    """Return the fewest further ratings (0-60) that could decide; None if sixty cannot."""
    _check_counts(x, n)
    for more in range(max(0, min_events - n), _FURTHEST + 1):
        total = n + more
        if _range_above(target, x + more, total, certainty):
            return more
        if _range_below(target, x, total, certainty):
            return more
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRate:
    """How many due promises were kept on time; rate and range only from five on (`shown`)."""

    kept: int
    late: int
    broken: int
    n: int
    rate: float | None
    jeffreys: list[float] | None
    shown: bool


def kept_rate(*, states: Sequence[str]) -> KeptRate:
    """Return the promises kept on time; open, withdrawn and void ones do not count."""
    kept, late, broken = (states.count(state) for state in ("kept", "kept_late", "broken"))
    n = kept + late + broken
    shown = n >= MIN_DUE_PROMISES
    return KeptRate(
        kept=kept,
        late=late,
        broken=broken,
        n=n,
        rate=kept / n if shown else None,
        jeffreys=jeffreys(x=kept, n=n) if shown else None,
        shown=shown,
    )


def commitment_state(*, agreed: Day, due: Day, delivered: Day, today: Day) -> str:
    """Return "kept" if delivered by the due day, else "kept_late".

    Days are dates or day numbers. Refuses a due day before the agreement (E-COM-01) and a
    delivery outside agreement and today (E-COM-02).
    """
    if due < agreed:
        raise RuleError(
            "E-COM-01",
            _("Give the promise a due date on or after {agreed}.").format(agreed=agreed),
        )
    if not agreed <= delivered <= today:
        raise RuleError(
            "E-COM-02",
            _("The delivery day must lie between {agreed} and {as_of}.").format(
                agreed=agreed, as_of=today
            ),
        )
    return "kept" if delivered <= due else "kept_late"


def ageing(
    *,
    state: str,
    due_in_days: int,
    due_soon_days: int = DUE_SOON_DAYS,
    stale_days: int = STALE_DAYS,
) -> str | None:
    """Return the age word of a hand-off in state "set"; None in every other state.

    "on_track", "due_soon", "overdue" or "stale"; `due_in_days` is negative past the due day.
    """
    if state != "set":
        return None
    if due_in_days > due_soon_days:
        return "on_track"
    if due_in_days >= 0:
        return "due_soon"
    return "overdue" if -due_in_days <= stale_days else "stale"


def _range_above(target: float, x: int, n: int, certainty: float) -> bool:
    """Whether the Jeffreys lower bound exceeds the target, without looking for the bound."""
    if x == 0:
        return False
    return beta_below(target, x + 0.5, n - x + 0.5) < (1.0 - certainty) / 2.0


def _range_below(target: float, x: int, n: int, certainty: float) -> bool:
    """Whether the Jeffreys upper bound is below the target."""
    if x == n:
        return False
    return beta_below(target, x + 0.5, n - x + 0.5) > (1.0 + certainty) / 2.0


def _check_counts(x: int, n: int) -> None:
    if not 0 <= x <= n:
        raise ValueError(f"{x} of {n} is no share")
