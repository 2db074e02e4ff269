"""A smoothed line through ratings, as a reading aid (statistics §3)."""

from collections.abc import Sequence
from itertools import accumulate

WEIGHT = 0.3
LEAST_WEIGHT = 0.05
MIN_RATINGS = 3


def ewma(*, ratings: Sequence[float], weight: float = WEIGHT) -> list[float]:
    """Return the exponentially weighted mean after each rating, in rating points.

    `weight` (0.05-1) is that of the newest rating; the line begins at the first one and is shown
    from three ratings on. Source: Roberts, Technometrics 1 (1959) 239-250.
    """
    if not LEAST_WEIGHT <= weight <= 1.0:
        raise ValueError(f"weight is {weight}; it lies between {LEAST_WEIGHT} and 1")
    return list(accumulate(ratings, lambda sofar, new: weight * new + (1.0 - weight) * sofar))
