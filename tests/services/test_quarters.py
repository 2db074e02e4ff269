"""Calendar quarters, as a development record is chosen by."""

from datetime import date

from coachdesk.services.quarters import last_quarters


def test_the_last_quarters_are_whole_and_end_before_the_day():
    assert last_quarters(date(2026, 3, 10), 3) == (
        (date(2025, 4, 1), date(2025, 6, 30)),
        (date(2025, 7, 1), date(2025, 9, 30)),
        (date(2025, 10, 1), date(2025, 12, 31)),
    )


def test_a_quarter_that_ended_yesterday_is_the_last_one():
    assert last_quarters(date(2026, 4, 1), 1) == ((date(2026, 1, 1), date(2026, 3, 31)),)
