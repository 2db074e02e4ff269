"""A manager changes the language by keys, works in it, and takes the change back."""

from datetime import date

from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.vocabulary import BehaviourKey
from tests.journeys.person import CTRL, Key


def noted(reads):
    """Day and ratings of what was captured in this errand."""
    found = [o for o in reads.find(Observation) if o.comment.startswith("Stellte")]
    ratings = {o.id: reads.find(Rating, observation_id=o.id) for o in found}
    return [(o.day, [(r.behaviour_key, r.value) for r in ratings[o.id]]) for o in found]


def test_everything_is_said_in_german_at_once_and_a_day_is_typed_in_it(manager):
    manager.press(Key.Key_K, CTRL)
    manager.type("Deutsch")
    manager.press(Key.Key_Return)
    manager.settle()
    assert manager.page == "today"
    assert manager.sees("Dienstag, 10. März")
    manager.press(Key.Key_N, CTRL)
    manager.type("Priya Überleitung 4 gestern Stellte Stefan am Telefon mit klarer Absprache vor")
    manager.press(Key.Key_Return)
    manager.settle()
    assert manager.store.ask(noted) == [(date(2026, 3, 9), [(BehaviourKey.TRANSITION, 4)])]
    manager.press(Key.Key_Z, CTRL)
    manager.press(Key.Key_Z, CTRL)
    manager.settle()
    assert manager.sees("Tuesday 10 March")


def test_the_word_for_a_rep_says_where_it_is_said(manager):
    manager.press(Key.Key_K, CTRL)
    manager.type("Deutsch")
    manager.press(Key.Key_Return)
    manager.settle()
    manager.press(Key.Key_K, CTRL)
    manager.type("Bezeichnung der Teammitglieder")
    manager.press(Key.Key_Return)
    assert manager.sees("wo Coachdesk Englisch spricht")
