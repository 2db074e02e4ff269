"""Findings and labels: the worked examples, the decision table, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.statistics import fewest_further, finding, jeffreys, label, wilson
from tests.domain.statistics.cells import cells, certainties

FINDINGS = ["not_enough", "strength", "focus", "unclear"]
STRENGTH_FROM = dict(
    zip(range(6, 21), [6, 7, 8, 9, 10, 11, 11, 12, 13, 14, 15, 15, 16, 17, 18], strict=True)
)
FOCUS_UP_TO = dict(zip(range(6, 21), [2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 8, 8, 9, 9, 10], strict=True))


@pytest.mark.parametrize(
    ("x", "n", "wilson_range", "jeffreys_range", "found", "further"),
    [
        (6, 6, [0.6892, 1.0], [0.7358, 1.0], "strength", 0),
        (2, 7, [0.0996, 0.5913], [0.0881, 0.5929], "focus", 0),
        (9, 12, [0.5127, 0.8953], [0.5162, 0.9036], "unclear", 6),
        (0, 5, [0.0, 0.3511], [0.0, 0.3057], "not_enough", 1),
    ],
)
def test_the_worked_examples_of_a_share_hold(x, n, wilson_range, jeffreys_range, found, further):
    assert wilson(x=x, n=n, certainty=0.90) == pytest.approx(wilson_range, abs=5e-5)
    assert jeffreys(x=x, n=n, certainty=0.90) == pytest.approx(jeffreys_range, abs=5e-5)
    assert finding(x=x, n=n, accounts=2, weeks=2, target=0.70, certainty=0.90) == found
    assert fewest_further(x=x, n=n, target=0.70, certainty=0.90, min_events=6) == further


@pytest.mark.parametrize("n", range(6, 21))
def test_the_decision_table_says_when_a_finding_begins(n):
    found = [finding(x=x, n=n, accounts=2, weeks=2) for x in range(n + 1)]
    assert found.index("strength") == STRENGTH_FROM[n]
    assert len(found) - 1 - found[::-1].index("focus") == FOCUS_UP_TO[n]


@pytest.mark.parametrize(("accounts", "weeks"), [(1, 5), (5, 1)])
def test_one_account_or_one_week_is_not_enough(accounts, weeks):
    assert finding(x=9, n=9, accounts=accounts, weeks=weeks) == "not_enough"


def test_a_share_at_the_target_cannot_be_decided_by_sixty_more_when_certainty_is_extreme():
    assert fewest_further(x=420, n=600, certainty=0.999999) is None


@given(cells(least=6), st.sampled_from([0.5, 0.7, 0.85]), certainties)
def test_a_finding_says_on_which_side_of_the_target_the_range_lies(cell, target, certainty):
    x, n = cell
    low, high = jeffreys(x=x, n=n, certainty=certainty)
    found = finding(x=x, n=n, accounts=2, weeks=2, target=target, certainty=certainty)
    assert (found == "strength") == (low > target)
    assert (found == "focus") == (high < target)


@given(cells(most=30), st.sampled_from([0.5, 0.7, 0.85]))
def test_the_fewest_further_ratings_decide_and_one_fewer_does_not(cell, target):
    x, n = cell
    further = fewest_further(x=x, n=n, target=target)

    def decided(k):
        ends = [finding(x=x + good, n=n + k, accounts=2, weeks=2, target=target) for good in (0, k)]
        return ends[0] == "focus" or ends[1] == "strength"

    assert 0 <= further <= 60
    assert decided(further)
    assert not any(decided(k) for k in range(further))


def test_the_label_needs_the_same_finding_twice():
    for previous in [None, *FINDINGS]:
        for current in FINDINGS:
            expected = {("strength", "strength"): "Strength", ("focus", "focus"): "Focus"}
            assert label(previous=previous, current=current) == expected.get(
                (previous, current), "not enough evidence"
            )


def test_a_finding_nobody_knows_has_no_label():
    with pytest.raises(ValueError, match="'Strength' is none of not_enough"):
        label(previous=None, current="Strength")


def test_own_minimum_data_are_used():
    assert finding(x=4, n=4, accounts=1, weeks=1, min_events=4, min_accounts=1, min_weeks=1) in (
        "unclear",
        "strength",
    )
    assert finding(x=0, n=0, accounts=0, weeks=0, min_events=0, min_accounts=0, min_weeks=0) == (
        "not_enough"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        {"x": 7, "n": 6},
        {"x": 1, "n": 6, "accounts": -1},
        {"x": 1, "n": 6, "weeks": -1},
        {"x": 1, "n": 6, "target": 1.1},
        {"x": 1, "n": 6, "certainty": 1.0},
    ],
)
def test_a_finding_refuses_what_cannot_be(arguments):
    with pytest.raises(ValueError, match=r"share|is -1|certainty"):
        finding(**{"accounts": 2, "weeks": 2, **arguments})
