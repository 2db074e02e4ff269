"""The manager's own mirror by keyboard: the question of the month, and the talks behind a row."""

from PySide6.QtWidgets import QApplication

from coachdesk.domain.reflections import Reflection
from tests.journeys.person import CTRL, Key, Person


def focused():
    return QApplication.focusWidget().accessibleName()


def test_the_question_of_the_month_is_answered_in_place_and_a_row_opens_its_talks(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_5, CTRL)
    person.press(Key.Key_Q)
    assert focused() == "Your answer"
    person.type("Ask before I tell")
    person.press(Key.Key_Minus, CTRL)  # made anew at another zoom: what is typed stays
    person.press(Key.Key_0, CTRL)
    person.press(Key.Key_Q)
    person.press(Key.Key_Return, CTRL)
    kept = person.store.ask(lambda reads: reads.find(Reflection))
    assert [each.answer for each in kept] == ["Ask before I tell"]
    assert person.sees("Change the answer")

    while focused() != "Your own coaching":
        person.press(Key.Key_Backtab)
    person.press(Key.Key_Z, CTRL)
    assert person.store.ask(lambda reads: reads.find(Reflection)) == []
    person.press(Key.Key_Down)
    person.press(Key.Key_O)
    assert person.page == "one_on_ones"
    assert person.program.office.screens.one_on_ones.field.text() == "Priya Raman"
    assert person.sees("Priya Raman")
    person.quits()
