"""The balance of asking, sharing and requiring agrees with SciPy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from coachdesk.domain.statistics import p_ask_most, style, style_shown
from tests.domain.statistics.cells import certainties

counts = st.integers(0, 60)


@pytest.mark.parametrize(
    ("interactions", "means", "ranges", "most"),
    [
        (
            (12, 5, 1),
            [0.6410, 0.2821, 0.0769],
            [[0.4582, 0.8069], [0.1321, 0.4580], [0.0096, 0.1928]],
            0.956382,
        ),
        (
            (4, 9, 3),
            [0.2571, 0.5429, 0.2000],
            [[0.1071, 0.4395], [0.3490, 0.7310], [0.0688, 0.3710]],
            0.076386,
        ),
        (
            (10, 0, 0),
            [0.9130, 0.0435, 0.0435],
            [[0.7518, 0.9951], [0.0002, 0.1635], [0.0002, 0.1635]],
            0.999678,
        ),
    ],
)
def test_the_worked_examples_of_a_balance_hold(interactions, means, ranges, most):
    counted = dict(zip(("ask", "share", "mandate"), interactions, strict=True))
    found = style(**counted, certainty=0.90)
    assert found.mean == pytest.approx(means, abs=5e-5)
    for interval, expected in zip(found.interval, ranges, strict=True):
        assert interval == pytest.approx(expected, abs=6e-5)
    assert p_ask_most(**counted) == pytest.approx(most, abs=5e-7)
    assert style_shown(**counted)


@given(counts, counts, counts, certainties)
def test_means_and_ranges_agree_with_scipy(ask, share, mandate, certainty):
    found = style(ask=ask, share=share, mandate=mandate, certainty=certainty)
    weights = [ask + 0.5, share + 0.5, mandate + 0.5]
    assert found.mean == pytest.approx(list(stats.dirichlet.mean(weights)), abs=1e-12)
    assert sum(found.mean) == pytest.approx(1)
    for interval, part in zip(found.interval, weights, strict=True):
        theirs = stats.beta.interval(certainty, part, sum(weights) - part)
        assert interval == pytest.approx(list(theirs), abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(counts, counts, counts)
def test_asking_most_agrees_with_scipy(ask, share, mandate):
    asks, shares, mandates = (stats.gamma(part + 0.5) for part in (ask, share, mandate))
    theirs, _none = integrate.fixed_quad(
        lambda u: asks.pdf(u**2) * 2 * u * shares.cdf(u**2) * mandates.cdf(u**2), 0, 18, n=200
    )
    ours = p_ask_most(ask=ask, share=share, mandate=mandate)
    assert ours == pytest.approx(theirs, abs=1e-6)


@given(counts, counts, counts)
def test_one_of_the_three_is_used_most(ask, share, mandate):
    each = [
        p_ask_most(ask=a, share=b, mandate=c)
        for a, b, c in ((ask, share, mandate), (share, ask, mandate), (mandate, ask, share))
    ]
    assert all(0 <= probability <= 1 for probability in each)
    assert sum(each) == pytest.approx(1, abs=1e-7)


def test_thousands_of_requests_are_weighed_too():
    assert p_ask_most(ask=3_000, share=2_000, mandate=9) == pytest.approx(1)
    assert p_ask_most(ask=2_000, share=2_000, mandate=0) == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize(("share", "shown"), [(4, False), (5, True)])
def test_ten_interactions_are_enough(share, shown):
    assert style_shown(ask=3, share=share, mandate=2) is shown


@pytest.mark.parametrize("measure", [style, p_ask_most, style_shown])
def test_negative_counts_are_refused(measure):
    with pytest.raises(ValueError, match="mandate is -1"):
        measure(ask=1, share=1, mandate=-1)
