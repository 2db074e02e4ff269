"""Whether a share stands above or below the target, and the label that follows (rules §9).

Symbols as in `shares`. A finding is "not_enough", "strength", "focus" or "unclear".
"""

from bisect import bisect_left
from functools import lru_cache

from coachdesk.domain.statistics.arguments import (
    check_certainty,
    check_count,
    check_counts,
    check_target,
)
from coachdesk.domain.statistics.beta_distribution import beta_below
from coachdesk.domain.statistics.shares import CERTAINTY

TARGET_SHARE = 0.70
MIN_EVENTS = 6
MIN_ACCOUNTS = 2
MIN_WEEKS = 2
FINDINGS = ("not_enough", "strength", "focus", "unclear")
NOT_ENOUGH_EVIDENCE = "not enough evidence"
_FURTHEST = 60


def finding(
    *,
    x: int,
    n: int,
    accounts: int,
    weeks: int,
    target: float = TARGET_SHARE,
    certainty: float = CERTAINTY,
    min_events: int = MIN_EVENTS,
    min_accounts: int = MIN_ACCOUNTS,
    min_weeks: int = MIN_WEEKS,
) -> str:
    """Return "strength", "focus", "unclear" or, below the minimum data, "not_enough".

    `accounts` and `weeks` are counts of different accounts and ISO weeks; `target` is a share
    0-1. Strength: the Jeffreys lower bound is above the target; focus: the upper one below it.
    """
    _check(x, n, target, certainty)
    check_count("accounts", accounts)
    check_count("weeks", weeks)
    # Without a rating there is no range, however small the minimum was set.
    if n < max(1, min_events) or accounts < min_accounts or weeks < min_weeks:
        return "not_enough"
    if _is_above(target, x, n, certainty):
        return "strength"
    return "focus" if _is_below(target, x, n, certainty) else "unclear"


def label(*, previous: str | None, current: str) -> str:
    """Return "Strength", "Focus" or "not enough evidence" from two monthly findings in a row.

    `previous` is None before the second month.
    """
    for found in (previous, current):
        if found is not None and found not in FINDINGS:
            raise ValueError(f"{found!r} is none of {', '.join(FINDINGS)}")
    if previous == current == "strength":
        return "Strength"
    if previous == current == "focus":
        return "Focus"
    return NOT_ENOUGH_EVIDENCE


def fewest_further(
    *,
    x: int,
    n: int,
    target: float = TARGET_SHARE,
    certainty: float = CERTAINTY,
    min_events: int = MIN_EVENTS,
) -> int | None:
    """Return the fewest further ratings (0-60) that could decide; None if sixty cannot.

    Either all of them at 4 or 5 lift the range above the target, or all at 3 or less take it
    below.
    """
    _check(x, n, target, certainty)
    return _fewest_further(x, n, target, certainty, min_events)


@lru_cache(maxsize=4096)
def _fewest_further(x: int, n: int, target: float, certainty: float, min_events: int) -> int | None:
    # More of the same only moves the range further, so the first k that decides can be bisected.
    further = range(max(0, min_events - n, 1 - n), _FURTHEST + 1)
    first = min(
        bisect_left(further, True, key=lambda k: _is_above(target, x + k, n + k, certainty)),
        bisect_left(further, True, key=lambda k: _is_below(target, x, n + k, certainty)),
    )
    return further[first] if first < len(further) else None


@lru_cache(maxsize=16_384)
def _is_above(target: float, x: int, n: int, certainty: float) -> bool:
    """Whether the Jeffreys lower bound exceeds the target, without looking for the bound."""
    return x > 0 and beta_below(target, x + 0.5, n - x + 0.5) < (1.0 - certainty) / 2.0


@lru_cache(maxsize=16_384)
def _is_below(target: float, x: int, n: int, certainty: float) -> bool:
    """Whether the Jeffreys upper bound is below the target."""
    return x < n and beta_below(target, x + 0.5, n - x + 0.5) > (1.0 + certainty) / 2.0


def _check(x: int, n: int, target: float, certainty: float) -> None:
    check_counts(x, n)
    check_target(target)
    check_certainty(certainty)
