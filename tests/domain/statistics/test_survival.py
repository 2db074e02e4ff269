"""The curve of waiting agrees with lifelines."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter

from coachdesk.domain.statistics import km, km_input, km_met_by

waits = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 1)), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("days", "met", "rows", "median", "by_seven"),
    [
        (
            [3, 5, 5, 8, 9, 12, 20, 20],
            [1, 1, 0, 1, 1, 1, 0, 1],
            [
                (3, 8, 1, 0.8750, 0.5003, 0.9746),
                (5, 7, 1, 0.7500, 0.3968, 0.9143),
                (8, 5, 1, 0.6000, 0.2582, 0.8247),
                (9, 4, 1, 0.4500, 0.1510, 0.7137),
                (12, 3, 1, 0.3000, 0.0689, 0.5817),
                (20, 2, 1, 0.1500, 0.0150, 0.4247),
            ],
            9,
            0.25,
        ),
        (
            [4, 6, 9, 15, 15, 30, 30, 30],
            [1, 1, 0, 0, 1, 0, 0, 0],
            [
                (4, 8, 1, 0.8750, 0.5003, 0.9746),
                (6, 7, 1, 0.7500, 0.3968, 0.9143),
                (15, 5, 1, 0.6000, 0.2582, 0.8247),
            ],
            None,
            0.25,
        ),
        ([2, 2, 2, 2], [1, 1, 1, 1], [(2, 4, 4, 0.0, None, None)], 2, 1.0),
    ],
)
def test_the_worked_examples_of_waiting_hold(days, met, rows, median, by_seven):
    found = km(days=days, met=met, certainty=0.90)
    for row, (t, at_risk, events, waiting, lo, hi) in zip(found.rows, rows, strict=True):
        assert (row.t, row.at_risk, row.met) == (t, at_risk, events)
        assert [row.S, row.lo, row.hi] == pytest.approx([waiting, lo, hi], abs=5e-5)
    assert found.median == median
    assert km_met_by(days=days, met=met, at=[7]) == pytest.approx([by_seven])


@settings(max_examples=25, deadline=None)
@given(waits, st.sampled_from([0.8, 0.9, 0.95]))
def test_the_curve_agrees_with_lifelines(observed, certainty):
    days, met = (list(column) for column in zip(*observed, strict=True))
    fitted = KaplanMeierFitter(alpha=1 - certainty).fit(days, met)
    curve = fitted.survival_function_.iloc[:, 0]
    bounds = fitted.confidence_interval_survival_function_
    ours = km(days=days, met=met, certainty=certainty)
    for row in ours.rows:
        assert curve[row.t] == pytest.approx(row.S, abs=1e-9)
        assert row.at_risk == fitted.event_table["at_risk"][row.t]
        assert row.met == fitted.event_table["observed"][row.t]
        if row.S > 1e-12:
            assert [row.lo, row.hi] == pytest.approx(list(bounds.loc[row.t]), abs=1e-9)
    halved = curve.index[curve <= 0.5 + 1e-12]
    assert ours.median == (halved[0] if len(halved) else None)
    met_by = km_met_by(days=days, met=met, at=[0, 7, 14, 30])
    assert met_by == pytest.approx([1 - fitted.predict(day) for day in (0, 7, 14, 30)], abs=1e-9)


@given(waits)
def test_the_curve_falls_and_does_not_mind_the_order(observed):
    days, met = zip(*observed, strict=True)
    found = km(days=days, met=met)
    assert found == km(days=days[::-1], met=met[::-1])
    levels = [1.0, *(row.S for row in found.rows)]
    assert all(0 <= later < earlier for earlier, later in pairwise(levels))
    for row in found.rows:
        if row.lo is not None:
            assert 0 <= row.lo <= row.S <= row.hi <= 1


def test_without_hand_offs_there_is_no_curve():
    assert km(days=[], met=[]) is None
    assert km_met_by(days=[], met=[], at=[7, 14]) == [None, None]


def test_who_all_still_wait_have_a_curve_without_steps():
    found = km(days=[5, 9], met=[0, 0])
    assert (found.rows, found.median) == ([], None)
    assert km_met_by(days=[5, 9], met=[0, 0], at=[7]) == [0.0]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("met", [4, 1]),
        ("met_late", [4, 1]),
        ("set", [20, 0]),
        ("missed", [20, 0]),
        ("withdrawn", [9, 0]),
        ("closed_unmet", [20, 0]),
    ],
)
def test_each_state_says_how_long_it_waited(state, expected):
    numbers = {"set_day": 10, "met_day": 14, "closed_day": 19, "today": 30}
    assert km_input(state=state, **numbers) == expected
    dates = {name: date(2026, 3, day) for name, day in numbers.items()}
    assert km_input(state=state, **dates) == expected


def test_met_on_the_day_it_was_set_is_no_wait():
    assert km_input(state="met", set_day=3, met_day=3, closed_day=None, today=9) == [0, 1]


@pytest.mark.parametrize(
    "arguments",
    [
        {"state": "draft", "set_day": 1, "today": 5},
        {"state": "met", "set_day": 1, "met_day": None, "today": 5},
        {"state": "withdrawn", "set_day": 1, "closed_day": None, "today": 5},
        {"state": "met", "set_day": 4, "met_day": 2, "today": 5},
        {"state": "set", "set_day": 6, "today": 5},
    ],
)
def test_a_hand_off_that_never_waited_is_refused(arguments):
    with pytest.raises(ValueError, match=r"hand-off|wait"):
        km_input(**arguments)


@pytest.mark.parametrize(("days", "met"), [([1, 2], [1]), ([-1], [1]), ([1], [2])])
def test_lists_that_do_not_fit_are_refused(days, met):
    with pytest.raises(ValueError, match=r"belong together|0 days|1 or 0"):
        km(days=days, met=met)
    with pytest.raises(ValueError, match=r"belong together|0 days|1 or 0"):
        km_met_by(days=days, met=met, at=[7])
