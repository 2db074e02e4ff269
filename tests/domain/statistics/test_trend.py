"""The probability of a rise agrees with SciPy's integral, and with common sense."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from coachdesk.domain.statistics import p_rise, trend_finding, trend_label
from tests.domain.statistics.cells import cells


@pytest.mark.parametrize(
    ("earlier", "later", "rise", "found"),
    [
        ((1, 7), (7, 8), 0.998463, "rising"),
        ((4, 6), (5, 6), 0.743347, "unclear"),
        ((6, 7), (2, 8), 0.007757, "falling"),
    ],
)
def test_the_worked_examples_of_a_trend_hold(earlier, later, rise, found):
    counts = dict(zip(("x1", "n1", "x2", "n2"), (*earlier, *later), strict=True))
    assert p_rise(**counts) == pytest.approx(rise, abs=5e-7)
    assert trend_finding(**counts) == found


@settings(max_examples=40, deadline=None)
@given(cells(most=200), cells(most=200))
def test_the_probability_of_a_rise_agrees_with_scipy(earlier, later):
    (x1, n1), (x2, n2) = earlier, later
    first = stats.beta(x1 + 0.5, n1 - x1 + 0.5)
    second = stats.beta(x2 + 0.5, n2 - x2 + 0.5)

    def later_higher_at(angle):
        point = np.sin(angle) ** 2
        return second.pdf(point) * np.sin(2 * angle) * first.cdf(point)

    theirs, _none = integrate.fixed_quad(later_higher_at, 0, np.pi / 2, n=400)
    assert p_rise(x1=x1, n1=n1, x2=x2, n2=n2) == pytest.approx(theirs, abs=1e-6)


@given(cells(), cells())
def test_a_rise_seen_from_behind_is_a_fall(earlier, later):
    (x1, n1), (x2, n2) = earlier, later
    there = p_rise(x1=x1, n1=n1, x2=x2, n2=n2)
    back = p_rise(x1=x2, n1=n2, x2=x1, n2=n1)
    assert 0 <= there <= 1
    assert there + back == pytest.approx(1, abs=1e-7)


@given(cells(), cells(least=1))
def test_one_more_good_rating_later_makes_a_rise_likelier(earlier, later):
    (x1, n1), (x2, n2) = earlier, later
    x2 = min(x2, n2 - 1)
    assert p_rise(x1=x1, n1=n1, x2=x2, n2=n2) <= p_rise(x1=x1, n1=n1, x2=x2 + 1, n2=n2) + 1e-9


def test_without_any_rating_a_rise_is_as_likely_as_a_fall():
    assert p_rise(x1=0, n1=0, x2=0, n2=0) == pytest.approx(0.5, abs=1e-9)


def test_a_million_ratings_are_compared_too():
    rise = p_rise(x1=500_000, n1=1_000_000, x2=500_500, n2=1_000_000)
    assert rise == pytest.approx(stats.norm.cdf(500 / (500_000**0.5)), abs=1e-4)


@pytest.mark.parametrize(("n1", "n2"), [(5, 9), (9, 5), (0, 0)])
def test_five_events_in_a_window_are_not_enough(n1, n2):
    assert trend_finding(x1=0, n1=n1, x2=n2, n2=n2) == "not_enough"


def test_a_trend_label_needs_the_same_finding_twice():
    assert trend_label(previous="rising", current="rising") == "rising"
    assert trend_label(previous="falling", current="falling") == "falling"
    for previous in (None, "unclear", "falling", "not_enough"):
        assert trend_label(previous=previous, current="rising") == "not enough evidence"
    assert trend_label(previous="unclear", current="unclear") == "not enough evidence"
    with pytest.raises(ValueError, match="'strength' is none of"):
        trend_label(previous="strength", current="rising")


@given(st.integers(1, 9), st.integers(0, 9))
def test_a_window_cannot_hold_more_good_ratings_than_ratings(more, n):
    with pytest.raises(ValueError, match="is no share"):
        trend_finding(x1=n + more, n1=n, x2=1, n2=9)
    with pytest.raises(ValueError, match="is no share"):
        p_rise(x1=1, n1=9, x2=n + more, n2=n)
    with pytest.raises(ValueError, match="certainty"):
        trend_finding(x1=1, n1=9, x2=1, n2=9, certainty=1)
