"""The ranges of a share agree with SciPy and statsmodels, and hold the share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats
from statsmodels.stats.proportion import proportion_confint

from coachdesk.domain.statistics import jeffreys, wilson
from coachdesk.domain.statistics.beta_distribution import beta_below, beta_density, beta_quantile
from tests.domain.statistics.cells import cells, certainties


@given(cells(least=1, most=400), certainties)
def test_wilson_agrees_with_statsmodels(cell, certainty):
    x, n = cell
    theirs = proportion_confint(x, n, alpha=1 - certainty, method="wilson")
    assert wilson(x=x, n=n, certainty=certainty) == pytest.approx(list(theirs), abs=1e-9)


@given(cells(least=1, most=400), certainties)
def test_jeffreys_agrees_with_statsmodels_between_none_and_all(cell, certainty):
    x, n = cell
    low, high = proportion_confint(x, n, alpha=1 - certainty, method="jeffreys")
    ends = [0.0 if x == 0 else low, 1.0 if x == n else high]
    assert jeffreys(x=x, n=n, certainty=certainty) == pytest.approx(ends, abs=1e-9)


# Near 1 SciPy itself is off: by 3.5e-11 at 1 - 1e-12 (a = b = 1/2, where arcsine tells the truth).
@given(st.floats(0, 1 - 1e-10), st.floats(0.5, 300), st.floats(0.5, 300))
def test_the_beta_function_agrees_with_scipy(point, a, b):
    assert beta_below(point, a, b) == pytest.approx(special.betainc(a, b, point), abs=1e-11)


@given(st.floats(0.001, 0.999), st.floats(0.5, 300), st.floats(0.5, 300))
def test_the_beta_quantile_and_density_agree_with_scipy(probability, a, b):
    point = beta_quantile(probability, a, b)
    assert point == pytest.approx(special.betaincinv(a, b, probability), abs=1e-10)
    if 0.001 < point < 0.999:
        assert beta_density(point, a, b) == pytest.approx(stats.beta.pdf(point, a, b), rel=1e-8)


@pytest.mark.parametrize(("a", "b"), [(1_000_000.5, 0.5), (0.5, 1_000_000.5), (50_000.5, 50_000.5)])
@pytest.mark.parametrize("probability", [1e-9, 0.05, 0.95, 1 - 1e-9])
def test_a_quantile_is_found_in_the_steepest_corner(probability, a, b):
    point = beta_quantile(probability, a, b)
    assert point == pytest.approx(special.betaincinv(a, b, probability), rel=1e-6, abs=1e-15)


@given(cells(least=1), certainties)
def test_a_range_mirrors_when_good_and_other_ratings_swap(cell, certainty):
    x, n = cell
    for measure in (wilson, jeffreys):
        low, high = measure(x=x, n=n, certainty=certainty)
        mirrored = measure(x=n - x, n=n, certainty=certainty)
        assert mirrored == pytest.approx([1 - high, 1 - low], abs=1e-9)


@given(cells(least=1))
def test_more_certainty_widens_a_range(cell):
    x, n = cell
    for measure in (wilson, jeffreys):
        low, high = measure(x=x, n=n, certainty=0.8)
        wider_low, wider_high = measure(x=x, n=n, certainty=0.95)
        assert wider_low <= low
        assert high <= wider_high


@pytest.mark.parametrize("measure", [wilson, jeffreys])
@pytest.mark.parametrize(
    "arguments",
    [
        {"x": 3, "n": 2},
        {"x": -1, "n": 2},
        {"x": 0, "n": -1},
        {"x": 1, "n": 2, "certainty": 0.0},
        {"x": 1, "n": 2, "certainty": 1.0},
        {"x": 0, "n": 0, "certainty": 90},
    ],
)
def test_counts_and_certainties_that_are_none_are_refused(measure, arguments):
    with pytest.raises(ValueError, match=r"share|certainty"):
        measure(**arguments)


def test_without_events_there_is_no_range():
    assert wilson(x=0, n=0, certainty=0.90) is None
    assert jeffreys(x=0, n=0, certainty=0.90) is None


def test_the_beta_function_agrees_with_closed_forms():
    for point in (0.001, 0.2, 0.5, 0.77, 0.999):
        assert beta_below(point, 1, 1) == pytest.approx(point, abs=1e-12)
        assert beta_below(point, 3, 1) == pytest.approx(point**3, abs=1e-12)
        assert beta_below(point, 1, 4) == pytest.approx(1 - (1 - point) ** 4, abs=1e-12)
    assert beta_below(0.25, 0.5, 0.5) == pytest.approx(1 / 3, abs=1e-12)


@given(cells(least=1, most=400))
def test_both_ranges_hold_the_share_and_stay_between_none_and_all(counts):
    x, n = counts
    for interval in (wilson(x=x, n=n), jeffreys(x=x, n=n)):
        low, high = interval
        assert 0.0 <= low <= x / n + 1e-12
        assert x / n - 1e-12 <= high <= 1.0
