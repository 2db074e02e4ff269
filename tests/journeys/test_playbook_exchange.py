"""A playbook passed from one manager's store to another's: shown, chosen, taken back."""

from coachdesk.domain.playbook_content import Part
from coachdesk.services.playbook_content import whole_content
from coachdesk.services.question_bank import add_question
from coachdesk.services.situations import word_situation
from coachdesk.ui.playbook.exchange_import import ImportPlaybook
from tests.journeys.person import CTRL, Key, Person

PRINCIPLE = "One plan, one voice, and the end date said first."
QUESTION = "Who else is at the table?"


def run(person, words):
    person.press(Key.Key_K, CTRL)
    person.type(words)
    person.press(Key.Key_Return)


def principle(person):
    content = person.store.ask(whole_content)
    return next(content.of(Part.SITUATIONS)).text("principle")


def questions(person):
    return {item.title for item in person.store.ask(whole_content).of(Part.QUESTIONS)}


def test_a_playbook_is_exchanged_between_two_stores(home, qtbot):
    path = home / "ours.yaml"
    first = Person(qtbot, sample=True)
    first.store.do(word_situation, "large_deal", principle=PRINCIPLE)
    first.store.do(add_question, QUESTION)
    run(first, "Export the playbook")
    first.press(Key.Key_A, CTRL)
    first.type(str(path))
    first.press(Key.Key_Return)
    assert first.sees(f"Saved to {path}")
    first.quits()

    second = Person(qtbot, named=home / "second.coachdesk", sample=True)
    try:
        before = principle(second)
        run(second, "Import a playbook")
        second.type(str(path))
        second.press(Key.Key_Return)
        assert second.sees("1 new, 1 other than yours")
        # Nothing was changed by looking; the expectation stands first, and mine would stay.
        assert principle(second) == before
        second.press(Key.Key_Space)
        second.press(Key.Key_Return)
        assert (principle(second), QUESTION in questions(second)) == (PRINCIPLE, True)
        assert not [o for o in second.window.findChildren(ImportPlaybook) if o.isVisible()]

        run(second, "Import a playbook")
        second.type(str(path))
        second.press(Key.Key_Return)
        assert second.sees("Nothing differs")
        second.press(Key.Key_Escape)
        second.press(Key.Key_Z, CTRL)
        assert (principle(second), QUESTION in questions(second)) == (before, False)
    finally:
        second.quits()
