"""Monthly labels: two findings in a row, from the rep's own ratings known by the day."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.evaluation import DatedRating, Reason, evaluation_days
from coachdesk.domain.monthly_labels import Before, Judged, Month, judged
from coachdesk.domain.people import Settings

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
MONTHS = [Month(day, Settings()) for day in (MARCH, APRIL, MAY)]


def rating(day: date, value: int, at: int = 0, late: int = 0, sequence: int = 1) -> DatedRating:
    return DatedRating(
        day=day,
        account=UUID(int=at),
        value=value,
        sequence=sequence,
        recorded=day + timedelta(days=late),
    )


def ratings(values: Sequence[int], last: date = date(2026, 2, 20)) -> list[DatedRating]:
    """One a week up to a day, at two customers in turn."""
    return [
        rating(last - timedelta(weeks=n), value, at=n % 2)
        for n, value in enumerate(reversed(values))
    ]


def shown(found: list[Judged]) -> list[tuple[str, str, str]]:
    return [(one.evaluation.finding, one.label.word, one.label.reason.value) for one in found]


@pytest.mark.parametrize(
    ("previous", "values", "label", "reason"),
    [
        ("strength", [5] * 6, "Strength", Reason.TWICE_IN_A_ROW),
        ("focus", [2] * 6, "Focus", Reason.TWICE_IN_A_ROW),
        ("focus", [5] * 6, "not enough evidence", Reason.SEEN_ONCE),
        ("strength", [2] * 6, "not enough evidence", Reason.SEEN_ONCE),
        ("unclear", [5] * 6, "not enough evidence", Reason.SEEN_ONCE),
        ("not_enough", [2] * 6, "not enough evidence", Reason.SEEN_ONCE),
        (None, [5] * 6, "not enough evidence", Reason.SEEN_ONCE),
        ("strength", [5, 5, 5, 5, 2, 2], "not enough evidence", Reason.INCLUDES_TARGET),
        ("strength", [5] * 5, "not enough evidence", Reason.MISSING),
    ],
)
def test_a_label_needs_the_same_finding_in_two_months(
    previous: str | None, values: list[int], label: str, reason: Reason
) -> None:
    before = None if previous is None else Before(date(2026, 2, 1), previous, 6)
    (found,) = judged(ratings(values), MONTHS[:1], before)
    assert (found.label.word, found.label.reason) == (label, reason)


def test_a_finding_of_two_months_ago_is_not_the_month_before() -> None:
    before = Before(date(2026, 1, 1), "strength", 6)
    (found,) = judged(ratings([5] * 6), MONTHS[:1], before)
    assert found.label.reason is Reason.SEEN_ONCE


def test_what_was_recorded_after_the_day_does_not_count_on_it() -> None:
    late = [*ratings([5] * 6), rating(date(2026, 2, 25), 1, late=10)]
    found = list(judged(late, MONTHS[:2]))
    assert [one.evaluation.counts.n for one in found] == [6, 7]


def test_a_cell_whose_ratings_have_left_the_window_ends_with_one_empty_month() -> None:
    months = [Month(day, Settings()) for day in evaluation_days(MARCH, date(2027, 1, 1))]
    found = list(judged(ratings([5] * 6), months))
    assert [one.evaluation.counts.n for one in found][-2:] == [3, 0]
    assert found[-1].label.reason is Reason.MISSING


def test_each_month_is_judged_by_its_own_settings() -> None:
    strict = Month(APRIL, Settings(target_share=0.95))
    found = list(judged(ratings([5] * 6), [MONTHS[0], strict]))
    assert shown(found)[0][0] == "strength"
    assert shown(found)[1][0] == "unclear"


A_RATING = st.builds(
    rating,
    st.dates(date(2025, 8, 1), date(2026, 5, 20)),
    st.integers(1, 5),
    st.integers(0, 2),
    st.integers(0, 40),
)


@given(st.lists(A_RATING, max_size=30))
def test_a_label_rests_on_six_events_two_customers_two_weeks_and_two_months(
    own: list[DatedRating],
) -> None:
    found = list(judged(own, MONTHS))
    for before, one in zip([None, *found], found, strict=False):
        if one.label.word == "not enough evidence":
            continue
        counts = one.evaluation.counts
        assert counts.n >= 6
        assert counts.accounts >= 2
        assert counts.weeks >= 2
        assert before is not None
        assert before.evaluation.finding == one.evaluation.finding


@given(st.lists(A_RATING, max_size=20), st.randoms())
def test_the_order_of_entry_changes_no_label(own: list[DatedRating], chance: object) -> None:
    mixed = list(own)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert list(judged(mixed, MONTHS)) == list(judged(own, MONTHS))
