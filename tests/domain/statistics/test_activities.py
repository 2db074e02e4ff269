"""Activity and outcome agree with statsmodels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from coachdesk.domain.statistics import activity_table, newcombe, wilson
from tests.domain.statistics.cells import cells, certainties

activities = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["call", "visit", "review"]),
            "outcome": st.sampled_from(["advanced", "held", "back", "none_recorded"]),
        }
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("first", "second", "diff", "interval"),
    [
        ((9, 10), (5, 12), 0.4833, [0.1471, 0.6947]),
        ((14, 20), (9, 18), 0.2, [-0.0578, 0.4263]),
        ((0, 8), (8, 8), -1.0, [-1.0, -0.6426]),
    ],
)
def test_the_worked_examples_of_a_difference_hold(first, second, diff, interval):
    (a1, m1), (a2, m2) = first, second
    found = newcombe(a1=a1, m1=m1, a2=a2, m2=m2)
    assert found.diff == pytest.approx(diff, abs=5e-5)
    assert [found.lo, found.hi] == pytest.approx(interval, abs=5e-5)


@given(cells(least=1), cells(least=1), certainties)
def test_the_difference_agrees_with_statsmodels(first, second, certainty):
    (a1, m1), (a2, m2) = first, second
    found = newcombe(a1=a1, m1=m1, a2=a2, m2=m2, certainty=certainty)
    theirs = confint_proportions_2indep(
        a1, m1, a2, m2, method="newcomb", compare="diff", alpha=1 - certainty
    )
    assert [found.lo, found.hi] == pytest.approx(list(theirs), abs=1e-9)
    assert -1 <= found.lo <= found.diff <= found.hi <= 1


@given(cells(least=1), cells(least=1))
def test_the_difference_turns_round_with_its_sides(first, second):
    (a1, m1), (a2, m2) = first, second
    there = newcombe(a1=a1, m1=m1, a2=a2, m2=m2)
    back = newcombe(a1=a2, m1=m2, a2=a1, m2=m1)
    assert [there.diff, there.lo, there.hi] == pytest.approx([-back.diff, -back.hi, -back.lo])


def test_a_side_without_activities_has_no_difference():
    assert newcombe(a1=0, m1=0, a2=3, m2=8) is None
    with pytest.raises(ValueError, match="9 of 8 is no share"):
        newcombe(a1=9, m1=8, a2=3, m2=8)


def test_a_rate_is_shown_from_eight_outcomes_on():
    outcomes = ["advanced"] * 3 + ["held"] * 4 + ["none_recorded"] * 3
    rows = [{"kind": "call", "outcome": outcome} for outcome in outcomes]
    call = activity_table(rows=rows)["call"]
    assert (call.count, call.with_outcome, call.advanced) == (10, 7, 3)
    assert (call.rate, call.wilson) == (None, None)
    assert call.without_outcome_share == pytest.approx(0.3)
    call = activity_table(rows=[*rows, {"kind": "call", "outcome": "back"}])["call"]
    assert call.rate == pytest.approx(3 / 8)
    assert call.wilson == wilson(x=3, n=8)


@given(activities)
def test_every_activity_is_counted_in_its_kind(rows):
    table = activity_table(rows=rows)
    assert table == activity_table(rows=rows[::-1])
    assert sum(row.count for row in table.values()) == len(rows)
    for row in table.values():
        assert row.advanced <= row.with_outcome <= row.count
        assert row.without_outcome_share == pytest.approx(1 - row.with_outcome / row.count)


def test_an_outcome_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="'won' is none of advanced"):
        activity_table(rows=[{"kind": "call", "outcome": "won"}])
