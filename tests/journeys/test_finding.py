"""Finding again: from a typed word to its place, and what changed when."""

from PySide6.QtWidgets import QApplication

from tests.journeys.person import CTRL, Key, Person


def test_a_few_letters_lead_to_the_place_of_what_was_written(home, qtbot):
    """Search to place: Ctrl+K, a word, Enter."""
    person = Person(qtbot, sample=True)
    person.press(Key.Key_N, CTRL)
    person.type("Aisha n4 Asked what the Zürich delay costs them, and waited for the answer")
    person.press(Key.Key_Return)
    person.press(Key.Key_K, CTRL)
    person.type("zurich")
    assert person.sees("event, Aisha Bello, today") or person.sees("event · Aisha Bello · today")
    person.press(Key.Key_Return)
    assert person.page == "rep"
    assert person.sees("Asked what the Zürich delay costs them")
    assert QApplication.focusWidget().accessibleName().startswith("Evidence")
    person.press(Key.Key_K, CTRL)
    person.type("quibblefrotz")
    assert person.sees("Nothing was found.")
    person.quits()
