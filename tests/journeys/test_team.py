"""A manager's team changes: all by keyboard through the real window."""

from coachdesk.domain.evidence import Observation
from coachdesk.domain.people import Rep
from coachdesk.services.sample import sample_id
from tests.journeys.person import CTRL, SHIFT, Key, Person


def reps(person):
    return sorted(rep.name for rep in person.store.ask(lambda reads: reads.find(Rep)))


def do(person, words):
    """Run a command by its words in the palette."""
    person.press(Key.Key_K, CTRL)
    person.type(words)
    person.press(Key.Key_Return)


def test_a_rep_typed_twice_is_merged_and_taken_back(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_R, CTRL, SHIFT)
    person.type("Lenna Vogt")
    person.press(Key.Key_Return)
    person.press(Key.Key_N, CTRL)
    person.type("Lenna n4 Asked what the line costs them for every hour that it stands")
    person.press(Key.Key_Return)
    person.press(Key.Key_2, CTRL)
    assert person.sees("“Lena Vogt” and “Lenna Vogt” look like one person")
    do(person, "Lenna Vogt")
    do(person, "Merge with another")
    person.type("Lena Vogt")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Down)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    person.press(Key.Key_Return, SHIFT)
    assert "Lenna Vogt" not in reps(person)
    assert "Lena Vogt" in reps(person)
    assert person.page == "rep"
    assert person.sees("Asked what the line costs them")
    seen = person.store.ask(lambda reads: reads.find(Observation, rep_id=sample_id("lena")))
    assert any("every hour" in one.comment for one in seen)
    person.press(Key.Key_Z, CTRL)
    assert {"Lena Vogt", "Lenna Vogt"} <= set(reps(person))
    person.press(Key.Key_Z, CTRL, SHIFT)
    assert "Lenna Vogt" not in reps(person)
    person.quits()


def test_a_rep_leaves_stands_below_and_comes_back(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_2, CTRL)
    person.press(Key.Key_J)
    do(person, "Enter that a rep left")
    assert person.sees("Priya leaves the team")
    person.type("yesterday")
    person.press(Key.Key_Return)
    assert person.sees("1 not on the team now")
    person.press(Key.Key_N, CTRL)
    person.press(Key.Key_Escape)
    person.press(Key.Key_2, CTRL)
    person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    assert person.sees("Priya Raman, Field sales, until 9 Mar")
    do(person, "Enter that a rep came back")
    assert person.sees("Priya comes back")
    person.press(Key.Key_Return)
    assert not person.sees("not on the team now")
    assert person.sees("Priya Raman, Field sales, next one-on-one")
    person.press(Key.Key_Z, CTRL)
    person.press(Key.Key_Z, CTRL)
    assert person.sees("Priya Raman, Field sales, next one-on-one today 10:30")
    person.quits()


def test_a_rep_added_by_mistake_is_taken_back_on_its_own_page(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_R, CTRL, SHIFT)
    person.type("Nobody")
    person.press(Key.Key_Return)
    assert person.page == "rep"
    person.press(Key.Key_Z, CTRL)
    assert "Nobody" not in reps(person)
    assert person.page == "team"
    person.quits()


def test_a_new_name_stands_on_every_page_that_was_open(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_1, CTRL)
    assert person.sees("Dinesh · Integration Services")
    person.press(Key.Key_2, CTRL)
    do(person, "Show the partner teams")
    person.type("Integration")
    person.press(Key.Key_Return)
    person.type("Systems House")
    person.press(Key.Key_Return)
    person.press(Key.Key_1, CTRL)
    assert person.sees("Dinesh · Systems House")
    assert not person.sees("Dinesh · Integration Services")
    person.press(Key.Key_Z, CTRL)
    assert person.sees("Dinesh · Integration Services")
    person.quits()
