"""The probability to be the weakest link agrees with SciPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from coachdesk.domain.statistics import break_point, p_weakest
from tests.domain.statistics.cells import cells

chains = st.lists(cells(most=40), min_size=5, max_size=5)
BROKEN = [[9, 10], [7, 9], [2, 9], [6, 8], [5, 7]]


@pytest.mark.parametrize(
    ("chain", "chances", "named"),
    [
        (BROKEN, [0.0006, 0.0065, 0.9598, 0.0116, 0.0216], "transition"),
        (
            [[5, 6], [4, 6], [5, 7], [4, 5], [3, 5]],
            [0.0651, 0.2561, 0.1667, 0.1071, 0.4050],
            None,
        ),
        ([[4, 4]] * 5, [0.2] * 5, None),
    ],
)
def test_the_worked_examples_of_a_break_point_hold(chain, chances, named):
    assert p_weakest(cells=chain) == pytest.approx(chances, abs=5.1e-5)
    assert break_point(cells=chain) == named


@settings(max_examples=15, deadline=None)
@given(chains)
def test_the_weakest_link_agrees_with_scipy(chain):
    shares = [stats.beta(x + 0.5, n - x + 0.5) for x, n in chain]
    for own, ours in enumerate(p_weakest(cells=chain)):

        def smallest_at(angle, own=own):
            point = np.sin(angle) ** 2
            above = [share.sf(point) for place, share in enumerate(shares) if place != own]
            return shares[own].pdf(point) * np.sin(2 * angle) * np.prod(above, axis=0)

        theirs, _none = integrate.fixed_quad(smallest_at, 0, np.pi / 2, n=200)
        assert ours == pytest.approx(theirs, abs=1e-6)


@given(chains, st.permutations(range(5)))
def test_the_five_sum_to_one_and_follow_their_cells(chain, order):
    chances = p_weakest(cells=chain)
    assert sum(chances) == pytest.approx(1)
    assert all(0 <= chance <= 1 for chance in chances)
    moved = p_weakest(cells=[chain[place] for place in order])
    assert moved == pytest.approx([chances[place] for place in order], abs=1e-9)


def test_a_strength_is_no_break_point():
    labels = ["not enough evidence"] * 5
    assert break_point(cells=BROKEN, labels=labels) == "transition"
    labels[2] = "Strength"
    assert break_point(cells=BROKEN, labels=labels) is None


def test_three_events_on_one_behaviour_are_not_enough():
    assert break_point(cells=[*BROKEN[:4], [3, 3]]) is None
    assert break_point(cells=[[0, 0]] * 5) is None
    assert p_weakest(cells=[[0, 0]] * 5) == pytest.approx([0.2] * 5)


def test_a_chain_has_five_links():
    with pytest.raises(ValueError, match="4 cells"):
        p_weakest(cells=BROKEN[:4])
    with pytest.raises(ValueError, match="2 labels"):
        break_point(cells=BROKEN, labels=[None, None])
    with pytest.raises(ValueError, match="5 of 4 is no share"):
        break_point(cells=[*BROKEN[:4], [5, 4]])
