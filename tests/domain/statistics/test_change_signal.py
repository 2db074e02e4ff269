"""A lasting shift is signalled once, with the rating it began at."""

import statistics

import numpy as np
import pytest
from hypothesis import given

from coachdesk.domain.statistics import cusum
from tests.domain.statistics.cells import ratings


@pytest.mark.parametrize(
    ("given_ratings", "mu", "up", "down", "signal"),
    [
        (
            [2, 3, 2, 3, 3, 2, 4, 5, 4, 5, 5, 4],
            2.5,
            [1, 3, 4, 6, 8, 9],
            [0, 0, 0, 0, 0, 0],
            (9, "up", 6),
        ),
        (
            [4, 4, 5, 4, 4, 4, 2, 2, 1, 2, 2],
            4.1667,
            [0, 0, 0, 0, 0],
            [1.6667, 3.3333, 6.0, 7.6667, 9.3333],
            (8, "down", 6),
        ),
        ([3, 4, 3, 4, 4, 3, 4, 3, 4], 3.5, [0, 0, 0], [0, 0, 0], None),
    ],
)
def test_the_worked_examples_of_a_signal_hold(given_ratings, mu, up, down, signal):
    found = cusum(ratings=given_ratings, baseline=6, k=0.5, h=5, floor=1.0)
    assert found.mu == pytest.approx(mu, abs=5e-5)
    assert found.s == 1.0
    assert found.up == pytest.approx(up, abs=5e-5)
    assert found.down == pytest.approx(down, abs=5e-5)
    shown = found.signal and (found.signal.index, found.signal.direction, found.signal.start)
    assert shown == signal


def test_a_shift_begins_after_the_last_rating_that_forgave_everything():
    found = cusum(ratings=[3, 3, 3, 3, 3, 3, 4, 3, 2, 5, 5, 5, 5])
    assert found.up[:3] == [0.5, 0.0, 0.0]
    assert (found.signal.index, found.signal.start) == (12, 9)


def test_a_sum_at_the_threshold_is_no_signal_yet():
    assert cusum(ratings=[3] * 6 + [5, 5, 5, 4]).up[-1] == 5.0
    assert cusum(ratings=[3] * 6 + [5, 5, 5, 4]).signal is None
    assert cusum(ratings=[3] * 6 + [5, 5, 5, 4, 4]).signal.index == 10


def test_only_the_first_of_two_signals_is_reported():
    found = cusum(ratings=[3] * 6 + [5] * 4 + [1] * 8)
    assert found.up[3] == 6.0
    assert max(found.down) > 5
    assert (found.signal.index, found.signal.direction, found.signal.start) == (9, "up", 6)


def test_eight_ratings_carry_no_signal():
    assert cusum(ratings=[1] * 6 + [5] * 2) is None
    assert cusum(ratings=[]) is None
    assert cusum(ratings=[3] * 9, baseline=9) is None


@given(ratings(least=9))
def test_the_sums_agree_with_their_closed_form(given_ratings):
    """A sum that falls back to 0 is the walk's height above its lowest point so far."""
    found = cusum(ratings=given_ratings)
    baseline = np.array(given_ratings[:6])
    assert found.mu == pytest.approx(baseline.mean())
    assert found.s == pytest.approx(max(baseline.std(ddof=1), 1.0))
    steps = (np.array(given_ratings[6:]) - found.mu) / found.s
    for sums, signed in ((found.up, steps), (found.down, -steps)):
        walk = np.concatenate([[0.0], np.cumsum(signed - 0.5)])
        height = walk - np.minimum.accumulate(walk)
        assert sums == pytest.approx(list(height[1:]), abs=1e-9)


@given(ratings(least=9))
def test_ratings_upside_down_shift_the_other_way(given_ratings):
    found = cusum(ratings=given_ratings)
    mirrored = cusum(ratings=[6 - rating for rating in given_ratings])
    assert mirrored.up == pytest.approx(found.down, abs=1e-9)
    assert mirrored.mu == pytest.approx(6 - statistics.fmean(given_ratings[:6]))
    if found.signal is not None and max(found.up + found.down) > 5.001:
        assert {found.signal.direction, mirrored.signal.direction} == {"up", "down"}


@pytest.mark.parametrize("wrong", [{"baseline": 1}, {"k": -0.1}, {"h": 0}, {"floor": 0}])
def test_thresholds_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValueError, match="baseline is at least 2"):
        cusum(ratings=[3] * 12, **wrong)
