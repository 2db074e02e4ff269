"""A second sheet from a file: what is read, and how each fault names its line and field."""

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.interview_lines import blank_sheet, read_sheet
from coachdesk.domain.interviews import InterviewAnswer
from coachdesk.domain.playbook_vocabulary import GuideItem

QUESTIONS = {item: f"Question {item.value}?" for item in GuideItem}
HEARD = "Named three departments and who wrote which part."
BLANK = blank_sheet(candidate="C-02", position="Field sales", questions=QUESTIONS)


def a_file(*lines: str) -> str:
    return "\n".join(["candidate: C-02", "interviewer: Ingrid", "", *lines])


def read(text: str):
    return read_sheet(text, candidate="C-02")


def test_the_blank_sheet_filled_in_is_read():
    filled = BLANK.replace("interviewer:", "Interviewer : Ingrid Halvorsen")
    filled = filled.replace("rating:\nnotes:", f"rating: 4\nnotes: {HEARD}", 1)
    sheet = read(filled)
    assert sheet.interviewer == "Ingrid Halvorsen"
    assert sheet.answers == {"H1": InterviewAnswer(notes=HEARD, value=4)}
    assert all(f"# {question}" in BLANK for question in QUESTIONS.values())


def test_notes_take_several_lines_in_any_style():
    text = "\ufeff" + a_file("[h3]", f"notes: {HEARD}", "", "#2 of the market", "Result: renewal")
    assert read(text.replace("\n", "\r\n")).answers["H3"].notes.splitlines() == [
        HEARD,
        "#2 of the market",
        "Result: renewal",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (a_file("[H1]", "rating: 6", f"notes: {HEARD}"), "Line 5, “H1 rating”: “6” is no rating."),
        (a_file("[H1]", "rating: four"), "Line 5, “H1 rating”: “four” is no rating."),
        (
            a_file("[H2]", "rating: 4", "notes: short"),
            "Line 6, “H2 notes”: a rating needs at least 20 characters of notes.",
        ),
        (
            a_file("[H2]", "rating: 4"),
            "Line 5, “H2 notes”: a rating needs at least 20 characters of notes.",
        ),
        (
            a_file("[H2]", "notes: " + "x" * 601),
            "Line 5, “H2 notes”: it is longer than 600 characters.",
        ),
        (a_file("[H10]"), "Line 4, “[H10]”: there is no such question."),
        (a_file("[H1]", "[H1]"), "Line 5, “[H1]”: this question came before."),
        (
            a_file("[H1]", "rating: 3", "rating: 4"),
            "Line 6, “H1 rating”: it stands here twice.",
        ),
        (a_file("[H1]", "grade: 3"), "Line 5, “H1 grade”: this is no field of the sheet."),
        (a_file("Hello there"), "Line 4, “Hello there”: this is no field of the sheet."),
        (
            "candidate: C-01\ninterviewer: Ingrid",
            "Line 1, “candidate”: this sheet is about C-01, not C-02.",
        ),
        (BLANK, "Line 6, “interviewer”: the name is missing."),
        (
            "interviewer: " + "x" * 81,
            "Line 1, “interviewer”: it is longer than 80 characters.",
        ),
        (a_file("[H1]", "rating:", "notes:"), "No question is answered in this file."),
        ("", "Line 1, “interviewer”: the name is missing."),
    ],
)
def test_a_fault_names_line_and_field(text, said):
    with pytest.raises(InputError) as refused:
        read(text)
    assert refused.value.message == said
