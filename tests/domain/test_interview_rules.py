"""What an interview asks for: evidence before ratings, two sheets apart, an end (rules §11)."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from coachdesk.domain import interview_rules as rules
from coachdesk.domain.interviews import Interview, InterviewAnswer, InterviewSheet
from coachdesk.domain.playbook_vocabulary import GuideItem, InterviewState
from tests.domain.making import TODAY, on, refusal

H1, H2 = GuideItem.H1, GuideItem.H2
HEARD = "Named three departments and who wrote which part."


def an_interview(**fields) -> Interview:
    return Interview(**{"id": uuid4(), "candidate_code": "C-02", "day": TODAY} | fields)


def a_sheet(**fields) -> InterviewSheet:
    usual = {"id": uuid4(), "interview_id": uuid4(), "interviewer": "Helen Marsh"}
    return InterviewSheet(**usual | fields)


def answered(*values: int | None, **fields) -> InterviewSheet:
    """A sheet with one rating after the other from the first question on; None is a blank."""
    pairs = zip(GuideItem, values, strict=False)
    answers = {
        item.value: InterviewAnswer(notes=HEARD, value=value)
        for item, value in pairs
        if value is not None
    }
    return a_sheet(answers=answers, **fields)


@pytest.mark.parametrize(
    ("notes", "code"),
    [("", "E-INT-03"), ("x" * 19, "E-INT-03"), (" " * 20, "E-INT-03"), ("x" * 20, "")],
)
def test_a_rating_rests_on_notes(notes, code):
    sheet = rules.written(a_sheet(), H1, notes)
    assert rules.can_rate(notes) is (code == "")
    assert refusal(rules.rated, sheet, H1, 4) == code
    assert refusal(rules.rated, sheet, H1, None) == ""


def test_notes_with_a_rating_are_not_cut_short_until_it_is_taken_back():
    sheet = rules.rated(rules.written(a_sheet(), H1, HEARD), H1, 4)
    assert refusal(rules.written, sheet, H1, "Short") == "E-INT-03"
    without = rules.rated(sheet, H1, None)
    assert rules.written(without, H1, "Short").answers["H1"].notes == "Short"
    assert rules.written(without, H1, " ").answers == {}


def test_a_question_keeps_the_words_in_which_it_was_asked():
    sheet = rules.written(a_sheet(), H1, HEARD, asked="Whom did you sell with?")
    again = rules.written(sheet, H1, HEARD + " More.", asked="In yet other words")
    assert again.answers["H1"].asked == "Whom did you sell with?"


def test_a_closed_sheet_is_not_changed():
    sheet = rules.closed(answered(4), TODAY)
    assert sheet.closed_day == TODAY
    assert refusal(rules.written, sheet, H2, HEARD) == "E-INT-02"
    assert refusal(rules.rated, sheet, H1, 5) == "E-INT-02"
    assert refusal(rules.closed, sheet, on(1)) == "E-INT-02"


def test_an_empty_sheet_is_not_closed():
    assert refusal(rules.closed, a_sheet(), TODAY) == "E-INT-04"


@pytest.mark.parametrize(
    ("sheets", "name", "code"),
    [
        ([answered(4)], "Ingrid", "E-INT-01"),
        ([answered(4, closed_day=TODAY)], "Ingrid", ""),
        ([answered(4, closed_day=TODAY)], " helen marsh", "E-INT-05"),
        ([answered(4, closed_day=TODAY), answered(3, order=2)], "Omar", "E-INT-05"),
    ],
)
def test_the_second_sheet_is_another_persons_after_the_first_is_closed(sheets, name, code):
    assert refusal(rules.check_second, sheets, name) == code


def test_sheets_are_seen_side_by_side_only_when_both_are_closed():
    first, second = answered(4, 2, 3, closed_day=TODAY), answered(2, 3, order=2)
    assert rules.compared([first]) == rules.compared([first, second]) == ()
    rows = rules.compared([replace(second, closed_day=TODAY), first])
    assert [(row.first.value, row.second.value, row.apart) for row in rows[:4]] == [
        (4, 2, True),
        (2, 3, False),
        (3, None, False),
        (None, None, False),
    ]
    assert [row.item for row in rows] == list(GuideItem)


@pytest.mark.parametrize(
    ("values", "looks"),
    [((4, 4, None, None, 3), False), ((4, None, None, None, 3), True), ((1, 1, 1, 1, 1), False)],
)
def test_three_blanks_among_the_competences_are_a_reason_to_look_closer(values, looks):
    assert rules.asks_for_a_closer_look(answered(*values, None, None, None)) is looks


def test_the_decision_comes_after_closed_sheets_and_sets_the_day_of_erasing():
    interview, open_one = an_interview(), answered(4)
    closed = rules.closed(open_one, TODAY)
    for sheets in ([], [open_one], [closed, answered(3, order=2)]):
        assert refusal(rules.decided, interview, sheets, "Offer", TODAY) == "E-INT-06"
    decided = rules.decided(interview, [closed], " Offer made ", date(2025, 8, 31))
    assert (decided.decision, decided.state) == ("Offer made", InterviewState.DECIDED)
    assert decided.erase_on == date(2026, 2, 28)
    other = rules.decided(decided, [closed], "Offer declined", on(3))
    assert (other.decided_on, other.erase_on) == (date(2025, 8, 31), date(2026, 2, 28))
    assert rules.decided(interview, [closed], "No", TODAY, on(30)).erase_on == on(30)


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"erase_on": on(0)}, True),
        ({"erase_on": on(1)}, False),
        ({"day": date(2025, 9, 10)}, True),
        ({"day": date(2025, 9, 11)}, False),
        ({"day": date(2025, 1, 1), "erase_on": on(5)}, False),
    ],
)
def test_erasing_is_due_on_its_day_also_where_nobody_decided(fields, due):
    assert rules.is_due(an_interview(**fields), as_of=TODAY) is due


def test_each_candidate_has_a_code_of_its_own():
    assert rules.next_code([]) == "C-01"
    assert rules.next_code(["c-01", "Anna", "C-03"]) == "C-02"
    assert refusal(rules.check_code, " c-02", ["C-02"]) == "E-INT-07"
