"""When the next one-on-one is."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.calendar import (
    first_working_day,
    in_ranges,
    is_working_day,
    last_four_quarters,
    next_talk_day,
    next_working_day,
)

TUESDAY = date(2026, 3, 10)
FRIDAY = date(2026, 3, 13)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_a_range_holds_both_its_ends():
    week = [(TUESDAY, FRIDAY)]
    assert in_ranges(TUESDAY, week)
    assert in_ranges(FRIDAY, week)
    assert not in_ranges(date(2026, 3, 14), week)


def test_after_friday_comes_monday_and_after_an_absence_the_day_behind_it():
    assert next_working_day(FRIDAY) == date(2026, 3, 16)
    assert next_working_day(TUESDAY, [(date(2026, 3, 11), FRIDAY)]) == date(2026, 3, 16)
    assert first_working_day(TUESDAY) == TUESDAY


@pytest.mark.parametrize(
    ("rhythm", "slot", "expected"),
    [
        (21, 1, date(2026, 3, 31)),  # the same weekday, three weeks on
        (21, None, date(2026, 3, 31)),
        (14, 0, date(2026, 3, 23)),  # Monday, a day before the fourteenth day
        (14, 4, date(2026, 3, 27)),  # Friday three days later is nearer than four earlier
        (10, None, date(2026, 3, 17)),  # ten days on is Friday; Tuesday before is nearer
        (7, 0, date(2026, 3, 16)),
    ],
)
def test_the_next_talk_takes_the_nearest_slot(rhythm, slot, expected):
    assert next_talk_day(TUESDAY, rhythm, slot) == expected


def test_the_next_talk_moves_off_days_away_of_either_side():
    rep = [(date(2026, 3, 31), date(2026, 4, 2))]
    manager = [(date(2026, 4, 3), date(2026, 4, 6))]
    assert next_talk_day(TUESDAY, 21, 1, rep, manager) == date(2026, 4, 7)


@given(days, st.integers(7, 90), st.none() | st.integers(0, 6), st.lists(st.tuples(days, days)))
def test_the_next_talk_is_a_working_day_nobody_is_away(day, rhythm, slot, ranges):
    away = [(min(pair), max(pair)) for pair in ranges]
    found = next_talk_day(day, rhythm, slot, away)
    assert is_working_day(found)
    assert not in_ranges(found, away)
    assert found > day


@given(days, st.integers(7, 90), st.integers(0, 4))
def test_the_next_talk_is_at_most_three_days_off_the_rhythm(day, rhythm, slot):
    found = next_talk_day(day, rhythm, slot)
    if found != day + timedelta(days=7):
        assert abs((found - day).days - rhythm) <= 3


@given(days)
def test_four_quarters_follow_on_each_other_up_to_the_day(day):
    quarters = last_four_quarters(day)
    assert quarters[-1][1] == day
    assert all(first <= last for first, last in quarters)
    for (_first, last), (following, _last) in pairwise(quarters):
        assert following == last + timedelta(days=1)
    assert 364 <= (day - quarters[0][0]).days <= 365


def test_a_quarter_ends_with_the_month_where_the_day_is_missing():
    assert last_four_quarters(date(2026, 5, 31))[-1] == (date(2026, 3, 1), date(2026, 5, 31))
