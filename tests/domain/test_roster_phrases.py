"""Slots as people write them behind a name."""

from datetime import date, time

import pytest

from coachdesk.domain.roster_phrases import read_slot
from tests.domain.making import TODAY


def read(words):
    slot = read_slot(words, as_of=TODAY)
    names = ("rhythm_days", "weekday", "start", "minutes", "joined", "left", "left_over")
    found = {name: getattr(slot, name) for name in names}
    assert not slot.problems, slot.problems
    return {name: value for name, value in found.items() if value not in (None, "")}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("every 2 weeks", {"rhythm_days": 14}),
        ("every other week", {"rhythm_days": 14}),
        ("every week", {"rhythm_days": 7}),
        ("weekly", {"rhythm_days": 7}),
        ("Bi-weekly", {"rhythm_days": 14}),
        ("fortnightly", {"rhythm_days": 14}),
        ("every 10 days", {"rhythm_days": 10}),
        ("3 weeks", {"rhythm_days": 21}),
        ("monthly", {"rhythm_days": 30}),
        ("every 3 months", {"rhythm_days": 90}),
        ("alle 2 Wochen", {"rhythm_days": 14}),
        ("jede zweite Woche", {"rhythm_days": 14}),
        ("wöchentlich", {"rhythm_days": 7}),
        ("14-tägig", {"rhythm_days": 14}),
        ("every Tuesday", {"rhythm_days": 7, "weekday": 1}),
        ("every other Thu", {"rhythm_days": 14, "weekday": 3}),
        ("jeden Dienstag um 14 Uhr", {"rhythm_days": 7, "weekday": 1, "start": time(14)}),
        ("Tue 10:30", {"weekday": 1, "start": time(10, 30)}),
        ("Tuesdays at 3 pm", {"weekday": 1, "start": time(15)}),
        ("Do 9.30", {"weekday": 3, "start": time(9, 30)}),
        ("12 am", {"start": time(0)}),
        ("10h15", {"start": time(10, 15)}),
        ("10:30:00", {"start": time(10, 30)}),
        ("45 min", {"minutes": 45}),
        ("1 h", {"minutes": 60}),
        ("1.5 hours", {"minutes": 90}),
        ("45'", {"minutes": 45}),
        (
            "every 2 weeks, Tue 10:30, 45 min",
            {"rhythm_days": 14, "weekday": 1, "start": time(10, 30), "minutes": 45},
        ),
        ("joined 1 Mar 2024", {"joined": date(2024, 3, 1)}),
        ("seit 01.03.2024", {"joined": date(2024, 3, 1)}),
        ("2024-03-01", {"joined": date(2024, 3, 1)}),
        (
            "2024-03-01, left 2025-01-31",
            {"joined": date(2024, 3, 1), "left": date(2025, 1, 31)},
        ),
        ("Senior account executive", {"left_over": "Senior account executive"}),
        ("Head of do and so", {"left_over": "Head of do and so"}),
        ("Level 3 engineer", {"left_over": "Level 3 engineer"}),
        ("", {}),
    ],
)  # fmt: skip
def test_a_slot_is_read_in_any_order_and_in_two_languages(words, found):
    assert read(words) == found


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("every 3 days", "between 7 and 90"),
        ("every 200 weeks", "between 7 and 90"),
        ("every blue moon", "not a rhythm"),
        ("Tue 25:10", "not a time of day"),
        ("5 min", "10 to 180 minutes"),
        ("joined 31.02.2024", "February ends on the 29th"),
        ("2024-13-01", "no month 13"),
        ("since 03/04/2024", "two days"),
        ("since Easter", "“Easter” is not a day"),
        ("14", "days, minutes or a time"),
        ("left 2024-03-01", "needs a day of joining"),
        ("joined 2024-03-01, left 2023-03-01", "before the day of joining"),
    ],
)
def test_what_looks_like_a_slot_and_is_none_is_said_in_words(words, problem):
    assert problem in " ".join(read_slot(words, as_of=TODAY).problems)


def test_the_rest_of_an_odd_slot_is_still_understood():
    slot = read_slot("every 3 days, Tue 10:30", as_of=TODAY)
    assert (slot.weekday, slot.start, slot.rhythm_days) == (1, time(10, 30), None)
