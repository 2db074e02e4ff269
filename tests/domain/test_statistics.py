"""Every worked example of the figures, and what must hold for all of them."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.errors import RuleError
from coachdesk.domain.statistics import (
    ageing,
    commitment_state,
    fewest_further,
    finding,
    jeffreys,
    kept_rate,
    wilson,
)
from coachdesk.domain.statistics.beta_distribution import beta_below, beta_quantile

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


def test_without_events_there_is_no_range():
    assert wilson(x=0, n=0, certainty=0.90) is None
    assert jeffreys(x=0, n=0, certainty=0.90) is None


@pytest.mark.parametrize(("accounts", "weeks"), [(1, 5), (5, 1)])
def test_one_account_or_one_week_is_not_enough(accounts, weeks):
    assert finding(x=9, n=9, accounts=accounts, weeks=weeks) == "not_enough"


def test_a_share_at_the_target_cannot_be_decided_by_sixty_more_when_certainty_is_extreme():
    assert fewest_further(x=420, n=600, certainty=0.999999) is None


def test_the_beta_function_agrees_with_closed_forms():
    for point in (0.001, 0.2, 0.5, 0.77, 0.999):
        assert beta_below(point, 1, 1) == pytest.approx(point, abs=1e-12)
        assert beta_below(point, 3, 1) == pytest.approx(point**3, abs=1e-12)
        assert beta_below(point, 1, 4) == pytest.approx(1 - (1 - point) ** 4, abs=1e-12)
    assert beta_below(0.25, 0.5, 0.5) == pytest.approx(1 / 3, abs=1e-12)


@given(probability=st.floats(0.001, 0.999), a=st.floats(0.5, 300), b=st.floats(0.5, 300))
def test_a_quantile_leaves_its_probability_below(probability, a, b):
    assert beta_below(beta_quantile(probability, a, b), a, b) == pytest.approx(
        probability, abs=1e-9
    )


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_both_ranges_hold_the_share_and_stay_between_none_and_all(counts):
    x, n = counts
    for interval in (wilson(x=x, n=n), jeffreys(x=x, n=n)):
        low, high = interval
        assert 0.0 <= low <= x / n + 1e-12
        assert x / n - 1e-12 <= high <= 1.0


@pytest.mark.parametrize(
    ("kept", "late", "broken", "rate", "interval"),
    [(7, 2, 1, 0.7, [0.4419, 0.8827]), (3, 0, 4, 3 / 7, [0.1746, 0.7192])],
)
def test_promises_kept_carry_their_range_from_five_due_on(kept, late, broken, rate, interval):
    states = ["kept"] * kept + ["kept_late"] * late + ["broken"] * broken + ["open", "void"]
    result = kept_rate(states=states)
    assert (result.kept, result.late, result.broken) == (kept, late, broken)
    assert result.n == kept + late + broken
    assert result.rate == pytest.approx(rate)
    assert result.jeffreys == pytest.approx(interval, abs=5e-5)
    assert result.shown


def test_two_promises_have_a_count_and_no_rate():
    result = kept_rate(states=["kept", "kept", "withdrawn"])
    assert (result.kept, result.n, result.shown) == (2, 2, False)
    assert result.rate is None
    assert result.jeffreys is None
    with pytest.raises(FrozenInstanceError):
        result.kept = 3


@pytest.mark.parametrize(
    ("delivered", "state"), [(3, "kept"), (10, "kept"), (11, "kept_late"), (12, "kept_late")]
)
def test_a_promise_delivered_by_its_day_is_kept(delivered, state):
    assert commitment_state(agreed=3, due=10, delivered=delivered, today=12) == state
    assert (
        commitment_state(
            agreed=date(2026, 3, 3),
            due=date(2026, 3, 10),
            delivered=date(2026, 3, delivered),
            today=date(2026, 3, 12),
        )
        == state
    )


@pytest.mark.parametrize(
    ("due", "delivered", "code"), [(2, 5, "E-COM-01"), (9, 2, "E-COM-02"), (9, 13, "E-COM-02")]
)
def test_impossible_delivery_days_are_refused(due, delivered, code):
    with pytest.raises(RuleError) as refusal:
        commitment_state(agreed=3, due=due, delivered=delivered, today=12)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("due_in_days", "word"),
    [
        (4, "on_track"),
        (3, "due_soon"),
        (0, "due_soon"),
        (-1, "overdue"),
        (-14, "overdue"),
        (-15, "stale"),
    ],
)
def test_a_hand_off_ages_by_its_due_day(due_in_days, word):
    arguments = {"due_in_days": due_in_days, "due_soon_days": 3, "stale_days": 14}
    assert ageing(state="set", **arguments) == word
    assert ageing(state="met", **arguments) is None
