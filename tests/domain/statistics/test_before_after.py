"""The permutation test agrees with SciPy's."""

from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from scipy import stats

from coachdesk.domain.statistics import permutation, permutation_random
from tests.domain.statistics.cells import ratings


@pytest.mark.parametrize(
    ("before", "after", "diff", "arrangements", "p"),
    [
        ([2, 3, 2, 3], [4, 5, 4, 4], 1.75, 70, 0.028571),
        ([3, 3, 4, 2, 3], [3, 4, 3, 4], 0.5, 126, 0.365079),
        ([4, 4, 4, 4], [4, 4, 4, 4], 0.0, 70, 1.0),
    ],
)
def test_the_worked_examples_before_and_after_hold(before, after, diff, arrangements, p):
    found = permutation(before=before, after=after)
    assert found.diff == pytest.approx(diff)
    assert found.arrangements == arrangements
    assert found.p == pytest.approx(p, abs=5e-7)


def _apart(first, second, axis):
    return np.abs(np.mean(second, axis=axis) - np.mean(first, axis=axis))


@settings(max_examples=40, deadline=None)
@given(ratings(least=4, most=6), ratings(least=4, most=6))
def test_every_arrangement_is_counted_as_scipy_counts_them(before, after):
    theirs = stats.permutation_test(
        (before, after), _apart, n_resamples=np.inf, alternative="greater", vectorized=True
    )
    found = permutation(before=before, after=after)
    assert found.p == pytest.approx(theirs.pvalue, abs=1e-9)
    assert found.arrangements == len(theirs.null_distribution)


@settings(max_examples=50, deadline=None)
@given(ratings(least=4, most=7), ratings(least=4, most=7))
def test_the_direction_of_time_changes_the_sign_alone(before, after):
    there = permutation(before=before, after=after)
    back = permutation(before=after, after=before)
    assert there.diff == -back.diff
    assert there.p == pytest.approx(back.p, abs=1e-12)
    assert 0 < there.p <= 1
    assert permutation(before=before[::-1], after=sorted(after)).p == there.p


def test_above_twenty_thousand_arrangements_a_fixed_sample_stands_for_all():
    before, after = [2, 3, 3, 2, 4, 3, 2, 3, 4], [3, 4, 4, 3, 5, 4, 3, 4, 5]
    assert comb(18, 9) > 20_000
    found = permutation(before=before, after=after)
    assert found.arrangements == 9_999
    assert found.p == permutation_random(before=before, after=after)
    assert found == permutation(before=before, after=after)
    every = stats.permutation_test(
        (before, after), _apart, n_resamples=np.inf, alternative="greater", vectorized=True
    )
    assert found.p == pytest.approx(every.pvalue, abs=0.01)


def test_the_sample_is_near_the_full_count_and_never_zero():
    before, after = [3, 3, 4, 2, 3], [3, 4, 3, 4]
    assert permutation_random(before=before, after=after) == pytest.approx(0.365079, abs=0.02)
    assert permutation_random(before=[1] * 12, after=[5] * 12) == 0.0001


@pytest.mark.parametrize(
    ("before", "after"), [([1, 2, 3], [4] * 9), ([4] * 9, [1, 2, 3]), ([], [])]
)
def test_three_ratings_on_a_side_are_not_enough(before, after):
    assert permutation(before=before, after=after) is None


def test_a_side_without_ratings_cannot_be_sampled():
    with pytest.raises(ValueError, match="both periods need a rating"):
        permutation_random(before=[], after=[3])
