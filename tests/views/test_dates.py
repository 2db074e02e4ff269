"""Days and times in words."""

from datetime import date, time

import pytest

from coachdesk.views.dates import clock, due_words, long_day, medium_day, near_day, print_day

TUESDAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 10), "today"),
        (date(2026, 3, 11), "Wed"),
        (date(2026, 3, 16), "Mon"),
        (date(2026, 3, 17), "17 Mar"),
        (date(2026, 3, 9), "9 Mar"),
        (date(2025, 12, 24), "24 Dec 2025"),
        (date(2027, 1, 1), "1 Jan 2027"),
    ],
)
def test_a_day_is_named_by_how_near_it_is(day, words):
    assert near_day(day, TUESDAY) == words


def test_a_weekday_wins_over_the_year_within_six_days():
    assert near_day(date(2027, 1, 2), date(2026, 12, 30)) == "Sat"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 10), "today"),
        (date(2026, 3, 9), "1 day over"),
        (date(2026, 3, 8), "2 days over"),
        (date(2026, 3, 13), "Fri"),
        (date(2026, 3, 24), "24 Mar"),
    ],
)
def test_a_due_day_says_how_far_it_is_over(day, words):
    assert due_words(day, TUESDAY) == words


def test_longer_forms_name_weekday_and_month():
    assert long_day(TUESDAY) == "Tuesday 10 March 2026"
    assert medium_day(TUESDAY) == "Tuesday 10 March"
    assert print_day(date(2026, 3, 13)) == "Fri 13 Mar"
    assert clock(time(9, 5)) == "09:05"
