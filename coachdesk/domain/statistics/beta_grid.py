"""Beta densities of shares and their running integrals on one grid, for comparing shares.

With p = sin² t the density of Beta(x + 1/2, n - x + 1/2) over t in 0 to pi/2 is smooth, a
multiple of sin^2x t cos^2(n - x) t.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, exp, lgamma, log, pi, sin, sqrt
from typing import NamedTuple

from coachdesk.domain.statistics.arguments import check_counts
from coachdesk.domain.statistics.gauss_legendre import Grid

_LEAST_PANELS = 32
_PANELS_PER_SPREAD = 4.0


class Share(NamedTuple):
    """What is known of one share: its density at the grid's points, and the probability below."""

    density: list[float]
    below: list[float]


def grid_for(cells: Sequence[Sequence[int]]) -> Grid:
    """Return a grid fine enough for the densities of all cells `[x, n]`; refuses x > n."""
    for x, n in cells:
        check_counts(x, n)
    # A density is about 1/sqrt(n) wide; steps of a power of two let the cache serve many cells.
    wanted = _PANELS_PER_SPREAD * sqrt(max(n for _x, n in cells))
    panels = _LEAST_PANELS
    while panels < wanted:
        panels *= 2
    return Grid(panels, pi / 2.0 / panels)


@lru_cache(maxsize=256)
def share_on(grid: Grid, x: int, n: int) -> Share:
    """Return the density of the share x of n over the grid, and the probability below."""
    constant = log(2.0) + lgamma(n + 1.0) - lgamma(x + 0.5) - lgamma(n - x + 0.5)
    well, badly = 2 * x, 2 * (n - x)
    density = [
        exp(constant + well * log_sin + badly * log_cos) for log_sin, log_cos in _logarithms(grid)
    ]
    # Rounding may leave a sum just beyond 1.
    return Share(density, [min(1.0, max(0.0, below)) for below in grid.running(density)])


@lru_cache(maxsize=8)
def _logarithms(grid: Grid) -> list[tuple[float, float]]:
    return [(log(sin(t)), log(cos(t))) for t in grid.points()]
