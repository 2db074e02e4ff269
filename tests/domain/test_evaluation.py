"""A cell is judged from its own ratings in its own window."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.evaluation import (
    Counts,
    DatedRating,
    Label,
    Missing,
    Reason,
    evaluate,
    evaluate_trend,
    evaluation_days,
    in_order,
    label_of,
    trend_label_of,
)
from coachdesk.domain.people import Settings

DAY = date(2026, 3, 1)
USUAL = Settings()
NORTH, SOUTH = UUID(int=1), UUID(int=2)


def rated(days_ago, value=5, account=NORTH, *, recorded=None, sequence=1):
    day = DAY - timedelta(days=days_ago)
    return DatedRating(
        day=day, account=account, value=value, sequence=sequence, recorded=recorded or day
    )


def six(value=5):
    return [rated(10 * n, value, NORTH if n % 2 else SOUTH) for n in range(6)]


def test_six_good_events_at_two_accounts_are_a_strength():
    found = evaluate(six(), DAY, USUAL)
    assert found.counts == Counts(x=6, n=6, accounts=2, weeks=6)
    assert (found.finding, found.further) == ("strength", 0)
    assert [found.lo, found.hi] == pytest.approx([0.7358, 1.0], abs=5e-5)
    assert not found.missing


def test_ratings_of_three_are_not_good():
    found = evaluate(six(value=3), DAY, USUAL)
    assert (found.counts.x, found.finding) == (0, "focus")
    assert evaluate(six(value=4), DAY, USUAL).counts.x == 6


def test_without_ratings_everything_is_missing():
    found = evaluate([], DAY, USUAL)
    assert found.counts == Counts(x=0, n=0, accounts=0, weeks=0)
    assert (found.lo, found.hi, found.finding) == (None, None, "not_enough")
    assert found.missing == Missing(events=6, accounts=2, weeks=2)
    assert found.further == 6


def test_what_is_missing_is_counted_item_by_item():
    one_account = [rated(days, account=NORTH) for days in range(0, 60, 10)]
    assert evaluate(one_account, DAY, USUAL).missing == Missing(events=0, accounts=1, weeks=0)
    one_week = [rated(days % 3, account=[NORTH, SOUTH][days % 2]) for days in range(4)]
    assert evaluate(one_week, DAY, USUAL).missing == Missing(events=2, accounts=0, weeks=1)


def test_an_event_without_account_counts_as_event_and_not_as_account():
    found = evaluate([rated(days, account=None) for days in range(0, 60, 10)], DAY, USUAL)
    assert (found.counts.n, found.counts.accounts) == (6, 0)
    assert found.finding == "not_enough"


@pytest.mark.parametrize(("days_ago", "n"), [(-1, 0), (0, 1), (181, 1), (182, 0)])
def test_the_level_window_ends_on_the_day_and_is_182_days_long(days_ago, n):
    assert evaluate([rated(days_ago)], DAY, USUAL).counts.n == n


@pytest.mark.parametrize(
    ("days_ago", "earlier", "later"),
    [(-1, 0, 0), (0, 0, 1), (90, 0, 1), (91, 1, 0), (181, 1, 0), (182, 0, 0)],
)
def test_the_trend_windows_touch_and_do_not_overlap(days_ago, earlier, later):
    found = evaluate_trend([rated(days_ago)], DAY, USUAL)
    assert (found.earlier.n, found.later.n) == (earlier, later)


def test_a_month_evaluated_late_knows_only_what_was_recorded_by_then():
    late = rated(3, recorded=DAY + timedelta(days=1))
    assert evaluate([late], DAY, USUAL, recorded_until=DAY).counts.n == 0
    assert evaluate([late], DAY, USUAL).counts.n == 1
    assert evaluate_trend([late], DAY, USUAL, recorded_until=DAY).later.n == 0


def test_sunday_and_monday_are_two_weeks_and_a_year_apart_is_not_one():
    assert DAY.isoweekday() == 7
    next_day = DAY + timedelta(days=1)
    found = evaluate([rated(0), rated(-1)], next_day, USUAL)
    assert found.counts.weeks == 2
    long = replace(USUAL, level_window_days=400)
    assert evaluate([rated(0), rated(364)], DAY, long).counts.weeks == 2


def test_own_settings_move_the_finding():
    easier = replace(USUAL, target_share=0.5)
    ratings = [*six(), rated(70, 2), rated(80, 2)]
    assert evaluate(ratings, DAY, USUAL).finding == "unclear"
    assert evaluate(ratings, DAY, replace(easier, certainty=0.8)).finding == "strength"
    assert evaluate(six(), DAY, replace(USUAL, min_events=7)).missing.events == 1


def test_a_trend_needs_accounts_and_weeks_in_each_window():
    earlier = [rated(95 + 10 * n, 1, [NORTH, SOUTH][n % 2]) for n in range(6)]
    found = evaluate_trend([*six(), *earlier], DAY, USUAL)
    assert found.finding == "rising"
    assert found.rise > 0.99
    one_account = [replace(rating, account=NORTH) for rating in earlier]
    found = evaluate_trend([*six(), *one_account], DAY, USUAL)
    assert (found.finding, found.rise) == ("not_enough", None)
    assert found.missing_earlier == Missing(events=0, accounts=1, weeks=0)
    assert not found.missing_later


@pytest.mark.parametrize(
    ("previous", "current", "label"),
    [
        ("strength", "strength", Label("Strength", Reason.TWICE_IN_A_ROW)),
        ("focus", "focus", Label("Focus", Reason.TWICE_IN_A_ROW)),
        ("focus", "strength", Label("not enough evidence", Reason.SEEN_ONCE)),
        (None, "focus", Label("not enough evidence", Reason.SEEN_ONCE)),
        ("strength", "unclear", Label("not enough evidence", Reason.INCLUDES_TARGET)),
        ("strength", "not_enough", Label("not enough evidence", Reason.MISSING)),
    ],
)
def test_a_label_comes_with_its_reason(previous, current, label):
    assert label_of(previous, current) == label


def test_a_trend_label_follows_the_same_table():
    assert trend_label_of("rising", "rising") == Label("rising", Reason.TWICE_IN_A_ROW)
    assert trend_label_of("falling", "rising").reason is Reason.SEEN_ONCE
    assert trend_label_of(None, "not_enough").reason is Reason.MISSING


def test_months_are_evaluated_on_their_first_day():
    assert evaluation_days(date(2025, 11, 15), date(2026, 2, 1)) == [
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]
    assert evaluation_days(DAY, DAY) == [DAY]
    assert evaluation_days(date(2026, 3, 2), date(2026, 3, 31)) == []


ratings = st.lists(
    st.builds(
        rated,
        st.integers(-5, 200),
        st.integers(1, 5),
        st.sampled_from([NORTH, SOUTH, None]),
        sequence=st.integers(1, 99),
    ),
    max_size=20,
)


@given(ratings, st.randoms())
def test_the_order_of_entry_changes_nothing(given_ratings, random):
    shuffled = random.sample(given_ratings, len(given_ratings))
    assert evaluate(shuffled, DAY, USUAL) == evaluate(given_ratings, DAY, USUAL)
    assert evaluate_trend(shuffled, DAY, USUAL) == evaluate_trend(given_ratings, DAY, USUAL)


@given(ratings)
def test_a_finding_other_than_not_enough_has_its_minimum_data(given_ratings):
    found = evaluate(given_ratings, DAY, USUAL)
    assert (found.finding == "not_enough") == bool(found.missing)
    trend = evaluate_trend(given_ratings, DAY, USUAL)
    assert (trend.finding == "not_enough") == bool(trend.missing_earlier or trend.missing_later)
    assert trend.earlier.n + trend.later.n == found.counts.n


def test_ratings_of_one_day_stand_in_the_order_of_their_numbers():
    first, second, old = rated(0, sequence=2), rated(0, sequence=7), rated(5, sequence=9)
    assert in_order([second, first, old]) == [old, first, second]
