"""Medians of repeated work, two kinds in turn so that both see the same computer."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def medians(
    ours: Callable[[], object], bare: Callable[[], object], *, times: int = 15
) -> tuple[float, float]:
    """Median seconds of both, run alternately; the first run of each is not counted."""
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(times + 1):
        for work, seconds in zip((ours, bare), taken, strict=True):
            began = perf_counter()
            work()
            if turn:
                seconds.append(perf_counter() - began)
    return median(taken[0]), median(taken[1])
