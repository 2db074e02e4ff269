"""The beta distribution function and its quantile, in the standard library alone.

Source: continued fraction of the incomplete beta integral (Abramowitz and Stegun 26.5.8),
evaluated by the method of Lentz (Applied Optics 15, 1976, 668-671).
"""

import math
from functools import lru_cache

_TINY = 1e-300
_PRECISION = 1e-15
_MOST_TERMS = 10_000
_MOST_HALVINGS = 200
_CLOSE = 1e-13


def beta_below(point: float, a: float, b: float) -> float:
    """Return the probability (0-1) that a Beta(a, b) variable is at most `point`."""
    if point <= 0.0:
        return 0.0
    if point >= 1.0:
        return 1.0
    front = math.exp(_log_front(point, a, b))
    # The fraction converges fast on the near side of the mean only.
    if point < (a + 1.0) / (a + b + 2.0):
        return front * _continued_fraction(point, a, b) / a
    return 1.0 - front * _continued_fraction(1.0 - point, b, a) / b


@lru_cache(maxsize=4096)
def beta_quantile(probability: float, a: float, b: float) -> float:
    """Return the point (0-1) below which a Beta(a, b) variable lies with `probability`.

    Newton's steps, and a halving wherever one would leave the interval that holds the point.
    """
    low, high, point = 0.0, 1.0, a / (a + b)
    for _halving in range(_MOST_HALVINGS):
        excess = beta_below(point, a, b) - probability
        if excess < 0.0:
            low = point
        else:
            high = point
        density = beta_density(point, a, b)
        nearer = point - excess / density if density > 0.0 else low
        if not low < nearer < high:
            nearer = (low + high) / 2.0
        if nearer in (low, high) or abs(nearer - point) <= _CLOSE * nearer:
            return nearer
        point = nearer
    return point


def beta_density(point: float, a: float, b: float) -> float:
    """Return the density of Beta(a, b) at a point inside 0-1."""
    return math.exp(_log_front(point, a, b) - math.log(point) - math.log1p(-point))


def _log_front(point: float, a: float, b: float) -> float:
    constant = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return constant + a * math.log(point) + b * math.log1p(-point)


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
