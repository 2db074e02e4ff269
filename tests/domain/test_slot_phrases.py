from datetime import date, time

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.slot_phrases import parse_slot, parse_time

TUESDAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("typed", "day", "start"),
    [
        ("Tue 24 Mar, 10:30", date(2026, 3, 24), time(10, 30)),
        ("24 Mar 9:05", date(2026, 3, 24), time(9, 5)),
        ("in two weeks", date(2026, 3, 24), None),
        ("Fri at 3 pm", date(2026, 3, 13), time(15, 0)),
        ("10:30 tomorrow", date(2026, 3, 11), time(10, 30)),
        ("Fri at 14", date(2026, 3, 13), time(14, 0)),
        ("13.3. 14.30", date(2026, 3, 13), time(14, 30)),
        ("2026-03-24", date(2026, 3, 24), None),
    ],
)
def test_an_appointment_is_read_as_it_is_typed(typed, day, start):
    assert parse_slot(typed, as_of=TUESDAY) == (day, start)


@pytest.mark.parametrize("typed", ["Fri 25:10", "31 February 10:00", "10:30", "soon"])
def test_what_is_no_appointment_is_refused_in_words(typed):
    with pytest.raises(InputError) as refusal:
        parse_slot(typed, as_of=TUESDAY)
    assert refusal.value.message


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("10:30", time(10, 30)), ("9", time(9)), (" 3 pm ", time(15)), ("14.15", time(14, 15))],
)
def test_an_hour_is_read_by_itself(typed, hour):
    assert parse_time(typed) == hour


@pytest.mark.parametrize("typed", ["25:00", "soon", "10:30 or so"])
def test_what_is_no_hour_is_refused(typed):
    with pytest.raises(InputError, match="time of day"):
        parse_time(typed)
