"""Whether ratings shifted lastingly, and since when (statistics §4, CUSUM)."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

BASELINE = 6
SLACK = 0.5
THRESHOLD = 5.0
LEAST_SPREAD = 1.0
MIN_RATINGS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """The first signal: at which rating, "up" or "down", and the rating the shift began with.

    Both are positions in the ratings, from 0.
    """

    index: int
    direction: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cusum:
    """Mean and spread of the baseline, and both sums after each later rating."""

    mu: float
    s: float
    up: list[float]
    down: list[float]
    signal: Signal | None


def cusum(
    *,
    ratings: Sequence[float],
    baseline: int = BASELINE,
    k: float = SLACK,
    h: float = THRESHOLD,
    floor: float = LEAST_SPREAD,
) -> Cusum | None:
    """Return the cumulated deviations from the first `baseline` ratings; None below nine ratings.

    Deviations are in units of the baseline's standard deviation, at least `floor` rating points;
    `k` of each is forgiven, and a sum above `h` is a signal. Source: Page, Biometrika 41 (1954)
    100-115.
    """
    if baseline < 2 or k < 0.0 or h <= 0.0 or floor <= 0.0:
        raise ValueError("baseline is at least 2, k at least 0, h and floor above 0")
    if len(ratings) < max(MIN_RATINGS, baseline + 1):
        return None
    first, later = ratings[:baseline], ratings[baseline:]
    mu, s = fmean(first), max(stdev(first), floor)
    deviations = [(rating - mu) / s for rating in later]
    up = _sums(deviations, k)
    down = _sums([-deviation for deviation in deviations], k)
    signals = [
        Signal(index=baseline + at, direction=direction, start=baseline + _start(sums, at))
        for direction, sums in (("up", up), ("down", down))
        if (at := next((i for i, total in enumerate(sums) if total > h), None)) is not None
    ]
    signal = min(signals, key=lambda found: found.index, default=None)
    return Cusum(mu=mu, s=s, up=up, down=down, signal=signal)


def _sums(deviations: Sequence[float], slack: float) -> list[float]:
    sums, total = [], 0.0
    for deviation in deviations:
        total = max(0.0, total + deviation - slack)
        sums.append(total)
    return sums


def _start(sums: Sequence[float], at: int) -> int:
    """The position after the last one, up to `at`, at which the sum was 0."""
    return max((i + 1 for i in range(at) if sums[i] == 0.0), default=0)
