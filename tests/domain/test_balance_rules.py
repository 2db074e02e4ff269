"""Rules of the balance: four quarters, and when requirements stand in a row."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.domain.balance_rules import (
    is_time_to_ask,
    requirements_in_a_row,
    was_on_team,
    window_of,
    windows,
)
from coachdesk.domain.people import Rep
from tests.services.making import on

KINDS = {"a": "ask", "s": "share", "m": "mandate"}


def row(*days):
    """Letters of each day, a day apart: row("a", "mm")."""
    return [(on(n), KINDS[letter]) for n, letters in enumerate(days) for letter in letters]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ((), 0),
        (("a",), 0),
        (("m",), 1),
        (("m", "m", "m"), 3),
        (("mmm",), 3),
        (("m", "m", "m", "m"), 4),
        (("m", "m", "m", "s"), 0),
        (("m", "a", "m", "m"), 2),
        (("s", "m", "mm"), 3),
        (("m", "m", "am"), 0),
        (("ms", "m", "m"), 2),
        (("am", "m", "m", "m"), 3),
    ],
)
def test_requirements_at_the_end_count_as_far_as_days_prove_it(days, found):
    assert requirements_in_a_row(row(*days)) == found
    assert requirements_in_a_row(row(*days)[::-1]) == found


@given(st.lists(st.tuples(st.dates(), st.sampled_from(sorted(KINDS.values())))))
def test_a_request_or_share_after_all_of_them_breaks_any_row(given):
    latest = max((day for day, _kind in given), default=on(0))
    assert requirements_in_a_row([*given, (latest, "ask")]) == 0
    assert requirements_in_a_row([*given, (latest, "share")]) == 0
    assert requirements_in_a_row(given) <= sum(kind == "mandate" for _day, kind in given)


def test_it_is_said_at_the_third_and_not_again():
    assert [n for n in range(12) if is_time_to_ask(n)] == [3]


def test_four_windows_touch_and_the_newest_ends_today():
    found = windows(on(0))
    assert [last for _first, last in found] == [on(0), on(-91), on(-182), on(-273)]
    assert [(last - first).days for first, last in found] == [90] * 4
    assert [first for first, _last in found[:-1]] == [
        last + timedelta(days=1) for _first, last in found[1:]
    ]


@settings(max_examples=40)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 363))
def test_a_day_lies_in_the_window_that_holds_it(until, back):
    day = until - timedelta(days=back)
    first, last = windows(until)[window_of(day, until)]
    assert first <= day <= last


@pytest.mark.parametrize(
    ("start", "end", "was"),
    [
        (-200, None, True),
        (-91, -91, True),
        (-300, -181, True),
        (-90, None, False),
        (-300, -182, False),
    ],
)
def test_a_rep_was_on_the_team_for_a_day_of_it_or_not(start, end, was):
    employed = ((on(start), None if end is None else on(end)),)
    rep = Rep(id="r", first_name="Nora", employed=employed)
    assert was_on_team(rep, (on(-181), on(-91))) is was
    assert was_on_team(Rep(id="r", first_name="Nora"), (on(-181), on(-91)))
