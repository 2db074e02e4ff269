"""A share of events with its range (statistics §1).

Symbols: x = events rated 4 or 5, n = rated events, certainty = the probability (0-1) a range is
meant to hold. Ranges are `[low, high]` as shares 0-1.
"""

from math import sqrt
from statistics import NormalDist

from coachdesk.domain.statistics.arguments import check_certainty, check_counts
from coachdesk.domain.statistics.beta_distribution import beta_quantile

CERTAINTY = 0.90


def wilson(*, x: int, n: int, certainty: float = CERTAINTY) -> list[float] | None:
    """Return the Wilson range of the share x of n; None without events.

    Source: Wilson, JASA 22 (1927) 209-212.
    """
    check_counts(x, n)
    check_certainty(certainty)
    if n == 0:
        return None
    z = normal_quantile(certainty)
    share, scale = x / n, 1.0 + z * z / n
    middle = (share + z * z / (2 * n)) / scale
    half = z / scale * sqrt(share * (1.0 - share) / n + z * z / (4 * n * n))
    low = 0.0 if x == 0 else max(0.0, middle - half)
    high = 1.0 if x == n else min(1.0, middle + half)
    return [low, high]


def jeffreys(*, x: int, n: int, certainty: float = CERTAINTY) -> list[float] | None:
    """Return the Jeffreys range of the share x of n; None without events.

    Source: Brown, Cai, DasGupta, Statistical Science 16 (2001) 101-133.
    """
    check_counts(x, n)
    check_certainty(certainty)
    if n == 0:
        return None
    tail, a, b = (1.0 - certainty) / 2.0, x + 0.5, n - x + 0.5
    low = 0.0 if x == 0 else beta_quantile(tail, a, b)
    high = 1.0 if x == n else beta_quantile(1.0 - tail, a, b)
    return [low, high]


def normal_quantile(certainty: float) -> float:
    """Return z: a standard normal variable lies within -z and z with this certainty."""
    return NormalDist().inv_cdf((1.0 + certainty) / 2.0)
