"""The beta distribution function and its quantile, in the standard library alone.

Source: continued fraction of the incomplete beta integral (Abramowitz and Stegun 26.5.8),
evaluated by the method of Lentz (Applied Optics 15, 1976, 668-671).
"""

import math

_TINY = 1e-300
_PRECISION = 1e-15
_MOST_TERMS = 10_000


def beta_below(point: float, a: float, b: float) -> float:
    """Return the probability (0-1) that a Beta(a, b) variable is at most `point`."""
    if point <= 0.0:
        return 0.0
    if point >= 1.0:
        return 1.0
    log_front = (
        math.lgamma(a + b)
        - math.lgamma(a)
        - math.lgamma(b)
        + a * math.log(point)
        + b * math.log1p(-point)
    )
    front = math.exp(log_front)
    # The fraction converges fast on the near side of the mean only.
    if point < (a + 1.0) / (a + b + 2.0):
        return front * _continued_fraction(point, a, b) / a
    return 1.0 - front * _continued_fraction(1.0 - point, b, a) / b


def beta_quantile(probability: float, a: float, b: float) -> float:
    """Return the point (0-1) below which a Beta(a, b) variable lies with `probability`."""
    low, high = 0.0, 1.0
    while True:
        middle = (low + high) / 2.0
        if middle in (low, high):
            return middle
        if beta_below(middle, a, b) < probability:
            low = middle
        else:
            high = middle


def _continued_fraction(point: float, a: float, b: float) -> float:
    upper = 1.0
    lower = 1.0 / _away_from_zero(1.0 - (a + b) * point / (a + 1.0))
    value = lower
    for m in range(1, _MOST_TERMS):
        even = m * (b - m) * point / ((a + 2 * m - 1.0) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * point / ((a + 2 * m) * (a + 2 * m + 1.0))
        change = 1.0
        for term in (even, odd):
            lower = 1.0 / _away_from_zero(1.0 + term * lower)
            upper = _away_from_zero(1.0 + term / upper)
            change = lower * upper
            value *= change
        if abs(change - 1.0) < _PRECISION:
            return value
    raise ArithmeticError(f"no convergence for Beta({a}, {b}) at {point}")


def _away_from_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
