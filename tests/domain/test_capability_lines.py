"""A timeline is typed as one line."""

import pytest

from coachdesk.domain.capability_lines import split_days


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Feasibility answer 5-8", ("Feasibility answer", 5, 8)),
        ("Feasibility answer, 5 – 8 working days", ("Feasibility answer", 5, 8)),
        ("Site visit: 3 days", ("Site visit", 3, 3)),
        ("Courses in four languages", ("Courses in four languages", None, None)),
        ("Phase2", ("Phase2", None, None)),
    ],
)
def test_the_days_stand_at_the_end(typed: str, parts: tuple[str, int | None, int | None]) -> None:
    assert split_days(typed) == parts
