"""Finding again: from a typed word to its place, and what changed when."""

from PySide6.QtWidgets import QApplication

from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import PromiseState
from tests.journeys.person import CTRL, SHIFT, Key, Person


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


def test_what_was_changed_is_read_in_words(home, qtbot):
    """The history of everything, of the rep in sight, and of one event."""
    person = Person(qtbot, sample=True)
    person.press(Key.Key_N, CTRL)
    person.type("Aisha n4 Asked what the delay costs them, and waited for the answer")
    person.press(Key.Key_Return)
    person.press(Key.Key_Z, CTRL)
    person.press(Key.Key_Z, CTRL, SHIFT)
    person.press(Key.Key_H, CTRL)
    assert person.sees("Done again: observation, Aisha Bello")
    assert person.sees("Taken back: observation, Aisha Bello")
    person.press(Key.Key_Escape)
    person.press(Key.Key_K, CTRL)
    person.type("delay costs waited")
    person.press(Key.Key_Return)
    person.type("5")
    person.type("h")
    assert person.sees("Changed rating, Aisha Bello, Need identification, rating: 4 → 5")
    person.press(Key.Key_Escape)
    assert person.page == "rep"
    person.quits()


def test_what_no_list_shows_any_more_is_shown_in_full(home, qtbot):
    """A promise kept long ago, and a customer, from the palette."""
    person = Person(qtbot, sample=True)
    kept = person.store.ask(lambda reads: reads.find(Commitment, state=PromiseState.KEPT))
    promise = min(kept, key=lambda found: found.agreed_day)
    person.press(Key.Key_K, CTRL)
    person.type(promise.text)
    person.press(Key.Key_Return)
    assert person.page == "rep"
    assert person.sees(promise.text)
    assert person.sees("kept")
    person.press(Key.Key_Escape)
    person.press(Key.Key_K, CTRL)
    person.type("cobalt lane")
    person.press(Key.Key_Return)
    assert person.page == "team"
    assert person.sees("Cobalt Lane Printing")
    person.quits()
