"""New ways of working: why before what, who heard it, worries and lessons."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from coachdesk.domain import change_story_rules as rules
from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory, Heard
from coachdesk.domain.errors import RuleError

TODAY = date(2026, 3, 10)
VIKTOR, OWEN = uuid4(), uuid4()
STORY = ChangeStory(id=uuid4(), title="Hand-offs on one sheet")


def code_of(act) -> str:
    try:
        act()
    except RuleError as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({}, False),
        ({"why": "Dates are remembered differently."}, False),
        ({"what": "One sheet."}, True),
        ({"when_day": TODAY}, True),
        ({"what": "One sheet.", "why": "Dates."}, True),
        ({"what": "One sheet.", "why": "Dates.", "in_it_for_you": "Fewer calls."}, False),
    ],
)
def test_the_reason_comes_before_what_to_do(said, lacks) -> None:
    assert rules.lacks_reason(replace(STORY, **said)) is lacks


def test_who_heard_it_keeps_the_first_day() -> None:
    first = Heard(rep_id=VIKTOR, day=TODAY - timedelta(days=3))
    heard = rules.told((first,), Heard(rep_id=VIKTOR, day=TODAY), as_of=TODAY)
    assert heard == (first,)
    both = rules.told(heard, Heard(rep_id=OWEN, day=TODAY), as_of=TODAY)
    assert [each.rep_id for each in both] == [VIKTOR, OWEN]
    assert rules.not_told(both, VIKTOR) == both[1:]
    tomorrow = Heard(rep_id=OWEN, day=TODAY + timedelta(days=1))
    assert code_of(lambda: rules.told((), tomorrow, as_of=TODAY)) == "E-CHG-01"


def test_only_who_heard_it_carries_it_on() -> None:
    assert code_of(lambda: rules.carried_by(STORY, OWEN, on=True)) == "E-CHG-02"
    heard = replace(STORY, heard_by=(Heard(rep_id=OWEN, day=TODAY),))
    carried = rules.carried_by(rules.carried_by(heard, OWEN, on=True), OWEN, on=True)
    assert carried.evangelist_ids == (OWEN,)
    assert rules.carried_by(carried, OWEN, on=False).evangelist_ids == ()


def test_what_ended_is_told_to_nobody() -> None:
    assert code_of(lambda: rules.refuse_ended(replace(STORY, ended_on=TODAY))) == "E-CHG-03"
    assert code_of(lambda: rules.refuse_ended(STORY)) == ""


def test_a_worry_prints_with_its_answer_alone() -> None:
    worry = AdoptionConcern(id=uuid4(), rep_id=OWEN, day=TODAY, concern="Takes twice the time.")
    assert code_of(lambda: rules.check_printed(worry, on=True)) == "E-CHG-04"
    assert code_of(lambda: rules.check_printed(worry, on=False)) == ""
    answered = replace(worry, answer="One line is enough.")
    assert code_of(lambda: rules.check_printed(answered, on=True)) == ""


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (200, 1), (201, 2), (400, 2)])
def test_a_lesson_says_how_long_it_takes(words: int, minutes: int) -> None:
    assert rules.minutes_to_read("word " * words) == minutes
