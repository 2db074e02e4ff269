"""After each change, wherever it is made, a bar offers to take it back and takes no keys."""

import pytest
from PySide6.QtWidgets import QApplication

from coachdesk.ui.kit.states import UndoBar
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person


@pytest.fixture
def person(home, qtbot):
    made = Person(qtbot, sample=True)
    yield made
    made.quits()


def offered(person):
    """What the bar says, then it is put away, so that the next change has to show it anew."""
    bar = person.window.findChild(UndoBar)
    words = bar.accessibleName() if bar.isVisible() else ""
    bar.hide()
    assert QApplication.focusWidget() is not bar
    return words


def focus_is(name):
    return name in QApplication.focusWidget().accessibleName()


def test_a_question_chosen_while_preparing_offers_it(person):
    person.press(Key.Key_P, CTRL, SHIFT)
    before = offered(person)
    while not focus_is("Questions"):
        person.press(Key.Key_Tab)
    chosen = QApplication.focusWidget().accessibleName()
    person.press(Key.Key_Space)
    assert (before, offered(person)) == ("", "Saved: preparation. Undo, Ctrl+Z")
    assert QApplication.focusWidget().accessibleName() == chosen


def test_a_line_of_the_talk_its_end_and_its_paper_offer_it(person):
    person.press(Key.Key_Return, CTRL)
    assert offered(person) == "Saved: started one-on-one. Undo, Ctrl+Z"
    person.type("c I ring the planning board")
    person.press(Key.Key_Return)
    assert offered(person) == "Saved: line of a talk. Undo, Ctrl+Z"
    assert focus_is("Notes")
    person.press(Key.Key_Return, CTRL)
    assert person.page == "wrap_up"
    assert offered(person) == "Saved: ended one-on-one. Undo, Ctrl+Z"
    person.type("We looked at two introductions.")
    person.press(Key.Key_Tab)
    offered(person)
    person.press(Key.Key_Space)
    assert offered(person) == "Saved: wrap-up. Undo, Ctrl+Z"


def test_another_order_of_the_team_offers_it(person):
    person.press(Key.Key_2, CTRL)
    offered(person)
    person.press(Key.Key_Down, ALT)
    assert offered(person) == "Saved: order of the team. Undo, Ctrl+Z"
