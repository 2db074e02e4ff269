"""Days without a talk: absences do not count, however they overlap."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.mirror_rules import days_here, days_without, is_skipped
from coachdesk.domain.people import Rep
from coachdesk.views.mirror_questions import question_of, questions

BEGIN = date(2026, 1, 1)
offsets = st.integers(-20, 80)


def on(days: int) -> date:
    return BEGIN + timedelta(days=days)


def rep(**fields: Any) -> Rep:
    return Rep(**{"id": uuid4(), "first_name": "Priya", "session_rhythm_days": 14} | fields)


@given(
    first=offsets,
    length=st.integers(-1, 60),
    away=st.lists(st.tuples(offsets, st.integers(0, 20)), max_size=5),
)
def test_days_here_are_those_in_no_absence(
    first: int, length: int, away: list[tuple[int, int]]
) -> None:
    ranges = [(on(begins), on(begins + days)) for begins, days in away]
    every = [on(day) for day in range(first, first + length + 1)]
    wanted = [day for day in every if not any(a <= day <= b for a, b in ranges)]
    assert days_here(on(first), on(first + length), ranges) == len(wanted)


def test_a_rep_is_skipped_only_after_twice_the_rhythm() -> None:
    assert days_without(rep(), on(0), on(28), ()) == 28
    assert not is_skipped(rep(), 28)
    assert is_skipped(rep(), 29)


def test_absences_of_both_are_taken_off() -> None:
    person = rep(away=((on(1), on(5)),))
    assert days_without(person, on(0), on(30), ((on(4), on(10)),)) == 20


def test_without_a_talk_the_days_begin_with_the_rep_on_the_team() -> None:
    assert days_without(rep(), None, on(90), ()) is None
    assert not is_skipped(rep(), None)
    assert days_without(rep(employed=((on(0), None),)), None, on(40), ()) == 40
    again = rep(employed=((on(-300), on(-200)), (on(20), None)))
    assert days_without(again, on(-210), on(30), ()) == 10


@pytest.mark.parametrize("year", [2026, 2027])
def test_a_year_asks_each_question_once(year: int) -> None:
    asked = [question_of(date(year, month, 1)) for month in range(1, 13)]
    assert sorted(asked) == sorted(questions())
    assert len(set(asked)) == 12
    assert all(len(question) <= 160 for question in asked)
