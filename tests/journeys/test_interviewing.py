"""A candidate meets two interviewers: each writes alone, then both look at the two sheets."""

from PySide6.QtWidgets import QApplication

from coachdesk.domain.interviews import Interview, InterviewSheet
from coachdesk.services.interview_pages import interview_page
from tests.journeys.person import CTRL, Key, Person

HEARD = "Named the Zanzibar tender and who wrote which part of it."
OTHERS = "Spoke of the Zanzibar tender only as an own success."
FILE = f"""candidate: C-03
interviewer: Ingrid Halvorsen

[H1]
rating: 2
notes: {OTHERS}
"""


def focused() -> str:
    return QApplication.focusWidget().accessibleName()


def press_button(person: Person, name: str) -> None:
    """Tab to a button and press it."""
    for _press in range(40):
        if focused() == name:
            break
        person.press(Key.Key_Tab)
    assert focused() == name
    person.press(Key.Key_Return)


def page_of(person: Person, code: str):
    (interview,) = person.store.ask(lambda reads: reads.find(Interview, candidate_code=code))
    return person.store.ask(interview_page, interview.id)


def test_two_interviewers_write_apart_and_compare_and_all_of_it_is_erased(manager, home):
    person = manager
    person.press(Key.Key_K, CTRL)
    person.type("begin an interview")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    assert person.sees("Interview guide, C-03")

    assert "Question 1, Team selling: what you heard" in focused()
    person.type("Too short")
    person.press(Key.Key_Return)
    assert "what you heard" in focused()
    person.press(Key.Key_A, CTRL)
    person.type(HEARD)
    person.press(Key.Key_Return)
    assert focused() == "Rating of question 1, Team selling, not rated"
    person.press(Key.Key_4)
    assert focused().endswith("4 of 5: Concrete example with roles, hand-over and result.")
    person.press(Key.Key_0)
    assert focused().endswith("not rated")
    person.press(Key.Key_4)
    before = person.store.store.path.read_text("latin-1")
    assert "Zanzibar" in before
    press_button(person, "Close this sheet")
    assert page_of(person, "C-03").sheets[0].closed_day is not None

    path = home / "second.txt"
    path.write_text(FILE.replace("rating: 2", "rating: two"), "utf-8")
    press_button(person, "Read it from a file…")
    person.type(str(path))
    person.press(Key.Key_Return)
    assert person.sees("“second.txt”: Line 5, “H1 rating”: “two” is no rating.")
    path.write_text(FILE, "utf-8")
    person.press(Key.Key_Return)
    assert not person.sees("Side by side")
    press_button(person, "Close this sheet")
    assert person.sees("Side by side")
    assert person.sees("Team selling, Helen Marsh 4, Ingrid Halvorsen 2, talk about this one")

    assert focused() == "Decision"
    person.type("No offer: the part of others stays unclear")
    person.press(Key.Key_Return)
    assert page_of(person, "C-03").erase_on.isoformat() == "2026-09-10"
    press_button(person, "Erase now…")
    press_button(person, "Erase for good")
    assert not person.sees("C-03, today")
    person.press(Key.Key_Z, CTRL)
    assert "Zanzibar" not in person.store.store.path.read_text("latin-1")
    kept = person.store.ask(lambda reads: reads.find(InterviewSheet))
    assert OTHERS not in str([sheet.answers for sheet in kept])
