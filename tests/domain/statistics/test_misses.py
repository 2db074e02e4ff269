"""Causes are counted, ages are words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.statistics import ageing, causes
from coachdesk.domain.vocabulary import Cause

CODES = [cause.value for cause in Cause]


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


def test_more_than_half_with_partner_capacity_is_worth_a_note():
    p = "partner_capacity"
    found = causes(causes=["rep", p, p, p, "customer_change"])
    assert found.partner_note
    assert found.counts == {
        "rep": 1,
        "partner_capacity": 3,
        "customer_change": 1,
        "unclear_handoff": 0,
        "other": 0,
    }


@pytest.mark.parametrize(
    ("partner", "others", "note"), [(3, 0, False), (4, 0, True), (2, 2, False), (3, 2, True)]
)
def test_three_misses_or_just_half_are_no_reason_for_a_note(partner, others, note):
    codes = ["partner_capacity"] * partner + ["rep"] * others
    assert causes(causes=codes).partner_note is note


@given(st.lists(st.sampled_from(CODES)))
def test_every_miss_is_counted_once(codes):
    found = causes(causes=codes)
    assert list(found.counts) == CODES
    assert sum(found.counts.values()) == len(codes)
    assert found == causes(causes=codes[::-1])


def test_a_cause_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="weather: a cause is one of rep"):
        causes(causes=["rep", "weather"])


@given(st.integers(-40, 40))
def test_a_hand_off_never_grows_younger(due_in_days):
    words = ["on_track", "due_soon", "overdue", "stale"]
    today = ageing(state="set", due_in_days=due_in_days)
    tomorrow = ageing(state="set", due_in_days=due_in_days - 1)
    assert words.index(today) <= words.index(tomorrow)


def test_negative_limits_of_age_are_refused():
    with pytest.raises(ValueError, match="stale_days is -1"):
        ageing(state="set", due_in_days=0, stale_days=-1)
