"""What good looks like is worded by the manager, and what was rated before keeps its words."""

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services.playbook import playbook_of, shipped_playbook
from coachdesk.services.thresholds import thresholds
from tests.journeys.person import CTRL, Key, Person

WORDS = "Names the goal, the lead and the next date, and stays for the start."
TRANSITION = BehaviourKey.TRANSITION


def open_ratings(person: Person) -> None:
    person.press(Key.Key_K, CTRL)
    person.type("word the ratings")
    person.press(Key.Key_Return)


def test_a_rating_is_worded_by_keys_and_capture_shows_the_new_words(qtbot, home):
    person = Person(qtbot, sample=True)
    shipped = shipped_playbook().behaviours[TRANSITION].anchors[4]
    open_ratings(person)
    person.press(Key.Key_Right)
    person.press(Key.Key_Right)
    assert person.sees("Transition to partner, 4, Solid, given 28 times")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Tab)
    person.press(Key.Key_A, CTRL)
    person.type("Never mind")
    person.press(Key.Key_Escape)
    person.press(Key.Key_A, CTRL)
    person.type(WORDS)
    person.press(Key.Key_Return)
    assert person.sees("given 28 times, 28 under older words")
    person.press(Key.Key_Escape)
    assert person.store.ask(playbook_of).behaviours[TRANSITION].anchors[4] == WORDS
    person.press(Key.Key_N, CTRL)
    person.type("Priya t4 Rang Ingrid with the customer on the line")
    assert person.sees(WORDS)
    person.press(Key.Key_Escape)
    person.press(Key.Key_Z, CTRL)
    assert person.store.ask(playbook_of).behaviours[TRANSITION].anchors[4] == shipped
    person.quits()


def test_the_target_is_refused_outside_its_range_in_place(qtbot, home):
    person = Person(qtbot, sample=True)
    open_ratings(person)
    for _stop in range(6):
        person.press(Key.Key_Tab)
    person.press(Key.Key_A, CTRL)
    person.type("97")
    person.press(Key.Key_Return)
    assert person.sees("The target lies between 50 and 95 %.")
    person.press(Key.Key_A, CTRL)
    person.press(Key.Key_Escape)
    assert not person.sees("The target lies between")
    person.press(Key.Key_A, CTRL)
    person.type("75 %")
    person.press(Key.Key_Return)
    person.press(Key.Key_Escape)
    assert person.store.ask(thresholds).target_share == 0.75
    person.quits()
