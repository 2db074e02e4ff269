"""The manager's own balance of asks, shares and mandates (statistics §7).

`ask`, `share` and `mandate` are counts of the last 91 days.
"""

from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

from coachdesk.domain.statistics.arguments import check_certainty, check_count
from coachdesk.domain.statistics.beta_distribution import beta_quantile
from coachdesk.domain.statistics.gauss_legendre import Grid
from coachdesk.domain.statistics.shares import CERTAINTY

MIN_INTERACTIONS = 10
# In units of the square root of a gamma variable, whose spread there is about a half.
_PANELS_PER_UNIT = 6
_BEYOND = 6.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Mean and `[low, high]` range of the three parts, in the order ask, share, mandate."""

    mean: list[float]
    interval: list[list[float]]


def style(*, ask: int, share: int, mandate: int, certainty: float = CERTAINTY) -> Style:
    """Return how the interactions divide, as shares 0-1 that sum to 1 in the mean.

    Dirichlet with a half added to each count. Source: Gelman et al., Bayesian Data Analysis,
    3rd ed., ch. 3.
    """
    check_certainty(certainty)
    parts = [count + 0.5 for count in _checked(ask, share, mandate)]
    whole, tail = sum(parts), (1.0 - certainty) / 2.0
    return Style(
        mean=[part / whole for part in parts],
        interval=[
            [beta_quantile(end, part, whole - part) for end in (tail, 1.0 - tail)] for part in parts
        ],
    )


def p_ask_most(*, ask: int, share: int, mandate: int) -> float:
    """Return the probability (0-1) that asking has the largest part."""
    counts = _checked(ask, share, mandate)
    reach = sqrt(max(counts) + 0.5) + _BEYOND
    panels = int(reach * _PANELS_PER_UNIT) + 1
    grid = Grid(panels, reach / panels)
    asks, shares, mandates = (_root_density(count, grid) for count in counts)
    below = zip(asks, grid.running(shares), grid.running(mandates), strict=True)
    return min(1.0, grid.integral([g * first * second for g, first, second in below]))


def style_shown(*, ask: int, share: int, mandate: int) -> bool:
    """Whether there are enough interactions (ten) to show more than counts."""
    return sum(_checked(ask, share, mandate)) >= MIN_INTERACTIONS


def _root_density(count: int, grid: Grid) -> list[float]:
    """The density of the square root of a Gamma(count + 1/2) variable: smooth from 0 on."""
    constant = log(2.0) - lgamma(count + 0.5)
    return [exp(constant + 2 * count * log(u) - u * u) for u in grid.points()]


def _checked(ask: int, share: int, mandate: int) -> tuple[int, int, int]:
    check_count("ask", ask)
    check_count("share", share)
    check_count("mandate", mandate)
    return ask, share, mandate
