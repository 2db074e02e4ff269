"""Whether ratings differ before and after a day fixed in advance (statistics §5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from random import Random
from statistics import fmean

MIN_RATINGS = 4
CLEAR_DIFFERENCE = 0.10
_MOST_ARRANGEMENTS = 20_000
_RANDOM_ARRANGEMENTS = 9_999
_SEED = 20_000
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Permutation:
    """Difference of the means, after minus before, and how often chance alone shows as much.

    `diff` is in rating points, `p` a probability 0-1, `arrangements` how many were looked at.
    """

    diff: float
    p: float
    arrangements: int


def permutation(*, before: Sequence[float], after: Sequence[float]) -> Permutation | None:
    """Compare the ratings of two periods; None unless both have four.

    Every arrangement is counted if there are at most 20,000, else 9,999 random ones are drawn.
    Source: Good, Permutation, Parametric and Bootstrap Tests of Hypotheses.
    """
    if min(len(before), len(after)) < MIN_RATINGS:
        return None
    arrangements = comb(len(before) + len(after), len(before))
    if arrangements <= _MOST_ARRANGEMENTS:
        p = _arrangements_as_far_apart(before, after) / arrangements
    else:
        arrangements, p = _RANDOM_ARRANGEMENTS, permutation_random(before=before, after=after)
    return Permutation(diff=fmean(after) - fmean(before), p=p, arrangements=arrangements)


def permutation_random(*, before: Sequence[float], after: Sequence[float]) -> float:
    """Return P (0-1) from 9,999 random arrangements, always the same ones for the same lengths.

    The given arrangement counts as one more: Phipson and Smyth, Stat. Appl. Genet. Mol. Biol. 9
    (2010) 39.
    """
    if not before or not after:
        raise ValueError("both periods need a rating")
    n1, n2 = len(before), len(after)
    pool = [*before, *after]
    total = sum(pool)
    apart = abs(_difference(sum(before), total, n1, n2)) - _ROUNDING
    draw = Random(_SEED + n1 + n2)
    hits = 0
    for _arrangement in range(_RANDOM_ARRANGEMENTS):
        draw.shuffle(pool)
        hits += abs(_difference(sum(pool[:n1]), total, n1, n2)) >= apart
    return (hits + 1) / (_RANDOM_ARRANGEMENTS + 1)


def _arrangements_as_far_apart(before: Sequence[float], after: Sequence[float]) -> int:
    """How many of all arrangements are at least as far apart as the given one."""
    n1, n2 = len(before), len(after)
    total = sum(before) + sum(after)
    apart = abs(_difference(sum(before), total, n1, n2)) - _ROUNDING
    # ways[k] holds, for each sum, in how many ways k of the ratings give it.
    ways: list[dict[float, int]] = [{0: 1}, *({} for _rating in before)]
    for rating in (*before, *after):
        for fewer, more in zip(ways[-2::-1], ways[:0:-1], strict=True):
            for reached, count in fewer.items():
                more[reached + rating] = more.get(reached + rating, 0) + count
    return sum(
        count
        for reached, count in ways[n1].items()
        if abs(_difference(reached, total, n1, n2)) >= apart
    )


def _difference(sum_before: float, total: float, n1: int, n2: int) -> float:
    return (total - sum_before) / n2 - sum_before / n1
