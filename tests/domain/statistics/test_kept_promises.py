"""Promises kept are counted the same way for both sides."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.errors import RuleError
from coachdesk.domain.statistics import commitment_state, jeffreys, kept_rate
from coachdesk.domain.vocabulary import PromiseState


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


@given(st.lists(st.sampled_from([state.value for state in PromiseState])))
def test_only_settled_promises_count_in_any_order(states):
    result = kept_rate(states=states)
    assert result == kept_rate(states=sorted(states))
    assert result.n == result.kept + result.late + result.broken
    assert result.shown == (result.n >= 5)
    if result.shown:
        assert result.jeffreys == jeffreys(x=result.kept, n=result.n)
    else:
        assert (result.rate, result.jeffreys) == (None, None)
