"""Shrinkage orders the manager's private list, and nothing else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.statistics import eb, focus_groups
from tests.domain.statistics.cells import cells

teams = st.lists(cells(most=20), max_size=12)


@pytest.mark.parametrize(
    ("reps", "mean", "gamma", "worth", "estimates"),
    [
        (
            [[2, 10], [9, 10], [6, 8], [1, 2]],
            0.6,
            0.456642,
            1.1899,
            [0.2425, 0.8681, 0.7306, 0.5373],
        ),
        ([[3, 4], [6, 8], [9, 12]], 0.75, 0.0, None, [0.75, 0.75, 0.75]),
    ],
)
def test_the_worked_examples_of_shrinkage_hold(reps, mean, gamma, worth, estimates):
    found = eb(reps=reps)
    assert found.mean == pytest.approx(mean)
    assert found.gamma == pytest.approx(gamma, abs=5e-7)
    assert (worth if worth is None else pytest.approx(worth, abs=5e-5)) == found.M
    assert found.est == pytest.approx(estimates, abs=5e-5)


def test_fewer_than_three_reps_with_data_are_not_ordered():
    assert eb(reps=[[5, 6]]) is None
    assert eb(reps=[[5, 6], [1, 6], [0, 0], [0, 0]]) is None
    assert eb(reps=[]) is None
    assert focus_groups(reps=[["Ana", 5, 6], ["Ben", 1, 6], ["Eva", 0, 0]], target=0.7) is None


def test_reps_without_ratings_are_left_out():
    assert eb(reps=[[2, 10], [0, 0], [9, 10], [6, 8]]) == eb(reps=[[2, 10], [9, 10], [6, 8]])


@pytest.mark.parametrize("reps", [[[0, 4]] * 3, [[4, 4]] * 3, [[0, 1], [1, 1], [1, 1]]])
def test_all_alike_or_one_rating_each_shows_no_difference(reps):
    found = eb(reps=reps)
    assert (found.gamma, found.M) == (0.0, None)
    assert found.est == [found.mean] * len(reps)


@given(teams)
def test_estimates_lie_between_the_own_share_and_the_mean(reps):
    known = np.array([cell for cell in reps if cell[1]])
    found = eb(reps=reps)
    assert (found is None) == (len(known) < 3)
    if found is None:
        return
    assert 0.0 <= found.gamma <= 0.99
    assert found.mean == pytest.approx(known[:, 0].sum() / known[:, 1].sum())
    assert (found.M is None) == (found.gamma == 0.0)
    for estimate, (x, n) in zip(found.est, known, strict=True):
        low, high = sorted((x / n, found.mean))
        assert low - 1e-9 <= estimate <= high + 1e-9


@given(teams)
def test_the_spread_agrees_with_the_weighted_analysis_of_variance(reps):
    known = np.array([cell for cell in reps if cell[1]], dtype=float)
    found = eb(reps=reps)
    if found is None:
        return
    x, n = known[:, 0], known[:, 1]
    mean = np.average(x / n, weights=n)
    between = np.average((x / n - mean) ** 2, weights=n) * n.sum()
    size = (n.sum() - (n**2).sum() / n.sum()) - (len(n) - 1)
    gamma = 0.0
    if size > 1e-9 and 0 < x.sum() < n.sum():
        gamma = np.clip((between / (mean * (1 - mean)) - (len(n) - 1)) / size, 0.0, 0.99)
    assert found.gamma == pytest.approx(gamma, abs=1e-6)


@given(teams)
def test_turning_the_team_round_turns_the_estimates_round(reps):
    found, turned = eb(reps=reps), eb(reps=reps[::-1])
    if found is not None:
        assert turned.est == pytest.approx(found.est[::-1], abs=1e-6)


def test_groups_are_alphabetical_and_hold_everybody_with_data():
    groups = focus_groups(
        reps=[
            ["Zoe", 9, 10],
            ["ben", 2, 10],
            ["Ana", 1, 10],
            ["Tom", 13, 20],
            ["Eva", 10, 10],
            ["New", 0, 0],
        ],
        target=0.70,
    )
    assert groups.first == ["Ana", "ben"]
    assert groups.also == ["Tom"]
    assert groups.steady == ["Eva", "Zoe"]


@pytest.mark.parametrize(
    ("x", "target", "group"),
    [(7, 0.8, "also"), (7, 0.7, "steady"), (6, 0.71, "first"), (6, 0.7, "also")],
)
def test_a_share_on_the_border_belongs_above_it(x, target, group):
    groups = focus_groups(reps=[["Ana", x, 10], ["Ben", x, 10], ["Eva", x, 10]], target=target)
    assert getattr(groups, group) == ["Ana", "Ben", "Eva"]


def test_counts_and_targets_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="4 of 3 is no share"):
        eb(reps=[[4, 3], [1, 2], [1, 2]])
    with pytest.raises(ValueError, match="target is 70"):
        focus_groups(reps=[], target=70)
