"""Whether a share has risen from an earlier to a later window (statistics §2).

Symbols: x = events rated 4 or 5, n = rated events; 1 = the earlier, 2 = the later window.
"""

from functools import lru_cache

from coachdesk.domain.statistics.arguments import check_certainty
from coachdesk.domain.statistics.beta_grid import grid_for, share_on
from coachdesk.domain.statistics.levels import MIN_EVENTS, NOT_ENOUGH_EVIDENCE
from coachdesk.domain.statistics.shares import CERTAINTY

TREND_FINDINGS = ("not_enough", "rising", "falling", "unclear")


def p_rise(*, x1: int, n1: int, x2: int, n2: int) -> float:
    """Return the probability (0-1) that the later share is the higher one.

    The shares are independent, each Beta(x + 1/2, n - x + 1/2); without events 0.5 for both.
    Source: Gelman et al., Bayesian Data Analysis, 3rd ed., ch. 2.
    """
    return _p_rise(x1, n1, x2, n2)


@lru_cache(maxsize=4096)
def _p_rise(x1: int, n1: int, x2: int, n2: int) -> float:
    """Many cells have the same few counts, each month anew."""
    grid = grid_for([(x1, n1), (x2, n2)])
    earlier, later = share_on(grid, x1, n1), share_on(grid, x2, n2)
    return _as_probability(
        grid.integral([f * below for f, below in zip(later.density, earlier.below, strict=True)])
    )


def trend_finding(
    *,
    x1: int,
    n1: int,
    x2: int,
    n2: int,
    certainty: float = CERTAINTY,
    min_events: int = MIN_EVENTS,
) -> str:
    """Return "rising", "falling", "unclear" or, with too few events in a window, "not_enough".

    Rising from a probability of (1 + certainty)/2 on, falling up to its complement. Accounts and
    weeks of the windows are checked by the caller.
    """
    check_certainty(certainty)
    rise = p_rise(x1=x1, n1=n1, x2=x2, n2=n2)
    if min(n1, n2) < max(1, min_events):
        return "not_enough"
    if rise >= (1.0 + certainty) / 2.0:
        return "rising"
    return "falling" if rise <= (1.0 - certainty) / 2.0 else "unclear"


def trend_label(*, previous: str | None, current: str) -> str:
    """Return "rising", "falling" or "not enough evidence" from two findings in a row (rules §9)."""
    for found in (previous, current):
        if found is not None and found not in TREND_FINDINGS:
            raise ValueError(f"{found!r} is none of {', '.join(TREND_FINDINGS)}")
    return current if previous == current in ("rising", "falling") else NOT_ENOUGH_EVIDENCE


def _as_probability(number: float) -> float:
    """The number without what rounding left beyond 0 and 1."""
    return min(1.0, max(0.0, number))
