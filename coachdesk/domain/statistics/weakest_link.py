"""Where the chain of five behaviours probably breaks (statistics §8).

Cells are `[x, n]`, x = events rated 4 or 5 of n rated, in the order of the chain.
"""

from collections.abc import Sequence
from itertools import accumulate
from operator import mul

from coachdesk.domain.statistics.beta_grid import grid_for, share_on
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey

MIN_EVENTS_EACH = 4
CLEARLY_WEAKEST = 0.60


def p_weakest(*, cells: Sequence[Sequence[int]]) -> list[float]:
    """Return for each of the five cells the probability (0-1) that its share is the smallest.

    The shares are independent, each Beta(x + 1/2, n - x + 1/2); the five sum to 1.
    """
    if len(cells) != len(CHAIN):
        raise ValueError(f"{len(cells)} cells; the chain has {len(CHAIN)} behaviours")
    grid = grid_for(cells)
    shares = [share_on(grid, x, n) for x, n in cells]
    above = [[1.0 - below for below in share.below] for share in shares]
    ones = [1.0] * len(above[0])
    # The product of all the others: of those before, and of those behind.
    before = list(accumulate(above[:-1], _times, initial=ones))
    behind = list(accumulate(above[:0:-1], _times, initial=ones))[::-1]
    found = [
        grid.integral(_times(share.density, _times(first, last)))
        for share, first, last in zip(shares, before, behind, strict=True)
    ]
    # Five equal cells give five equal probabilities; what rounding left is shared out.
    return [probability / sum(found) for probability in found]


def break_point(
    *, cells: Sequence[Sequence[int]], labels: Sequence[str | None] | None = None
) -> BehaviourKey | None:
    """Return the behaviour that is probably the weakest; None without a clear one.

    Named from a probability of 0.60 on, with four events on each behaviour, and unless its label
    (of five, in the same order) is "Strength". Source: Gelman et al., Bayesian Data Analysis,
    3rd ed., ch. 2.
    """
    carried = labels if labels is not None else [None] * len(CHAIN)
    if len(carried) != len(CHAIN):
        raise ValueError(f"{len(carried)} labels; the chain has {len(CHAIN)} behaviours")
    chances = p_weakest(cells=cells)
    if min(n for _x, n in cells) < MIN_EVENTS_EACH:
        return None
    weakest = max(range(len(CHAIN)), key=chances.__getitem__)
    if chances[weakest] < CLEARLY_WEAKEST or carried[weakest] == "Strength":
        return None
    return CHAIN[weakest]


def _times(first: Sequence[float], second: Sequence[float]) -> list[float]:
    return list(map(mul, first, second))
