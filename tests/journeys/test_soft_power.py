"""What may come is noted, told, changed and told again; a request is sorted, all by keyboard."""

import pytest
from PySide6.QtGui import QGuiApplication

from coachdesk.domain.partner_vocabulary import TriageDecision, Verdict
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.ui.kit.rows import Rows
from tests.journeys.person import CTRL, Key, Person


@pytest.fixture
def person(home, qtbot):
    made = Person(qtbot, sample=True)
    yield made
    made.quits()


def fill(person, *words):
    """Type into one field after the other; None passes one by."""
    for n, word in enumerate(words):
        if n:
            person.press(Key.Key_Tab)
        if word is not None:
            person.type(word)


def tab_to(person, name):
    """Tab on until the list of that name has the keys."""
    for _step in range(60):
        now = person._focus()
        if isinstance(now, Rows) and now.accessibleName().startswith(name):
            return
        person.press(Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def found(person, kind, **equals):
    return person.store.ask(lambda reads: reads.find(kind, **equals))


def test_what_may_come_is_noted_told_changed_and_told_again(person):
    person.press(Key.Key_4, CTRL)
    person.press(Key.Key_T)  # the first team of the chips
    tab_to(person, "What’s coming")
    person.press(Key.Key_N)
    fill(person, "Priya", "Cedar Mills", None, "A second line in May", "in 9 days")
    person.press(Key.Key_Return)
    assert person.sees("Cedar Mills, A second line in May")
    assert person.sees("not told")
    tab_to(person, "What’s coming")
    person.press(Key.Key_Home)
    person.press(Key.Key_I)
    assert person.sees("• Cedar Mills: A second line in May")
    person.press(Key.Key_Return)
    assert "Cedar Mills: A second line in May" in QGuiApplication.clipboard().text()
    (item,) = found(person, EarlyAccessItem, what="A second line in May")
    assert item.told_day == person.store.as_of
    assert person.sees("told today")
    person.press(Key.Key_1, CTRL)
    assert person.sees("Cedar Mills, A second line in May")
    person.press(Key.Key_4, CTRL)
    tab_to(person, "What’s coming")
    person.press(Key.Key_Return)
    person.type("Two more lines in May")
    person.press(Key.Key_Return)
    assert person.sees("tell anew")
    person.press(Key.Key_W)
    assert person.sees("will not come")
    for _step in range(4):
        person.press(Key.Key_Z, CTRL)
    assert found(person, EarlyAccessItem, what="A second line in May") == []


def test_a_request_without_a_decision_is_marked_and_one_key_sorts_it(person):
    person.press(Key.Key_4, CTRL)
    person.press(Key.Key_T)
    tab_to(person, "Requests to partners")
    person.press(Key.Key_N)
    fill(person, "Priya", "Cobalt", None, "Three routes by Friday")
    person.press(Key.Key_Return)
    assert person.sees("Three routes by Friday")
    assert person.sees("not sorted, not handed on")
    tab_to(person, "Requests to partners")
    person.press(Key.Key_Home)
    person.press(Key.Key_S)
    person.press(Key.Key_Right)
    person.press(Key.Key_Right)
    person.press(Key.Key_Tab)
    person.press(Key.Key_Right)
    assert person.sees("That suggests")
    person.press(Key.Key_Return)
    assert person.sees("Say why.")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Tab)
    person.type("The fair is in May")
    person.press(Key.Key_Return)
    (request,) = found(person, RequestTriage, request="Three routes by Friday")
    assert request.decision is not None
    person.press(Key.Key_O)
    person.press(Key.Key_Return)
    person.press(Key.Key_Tab)
    person.press(Key.Key_Right)
    person.press(Key.Key_Return)
    (request,) = found(person, RequestTriage, request="Three routes by Friday")
    assert request.handed_on == person.store.as_of
    assert request.partner_verdict in tuple(Verdict)
    assert request.decision in tuple(TriageDecision)


def test_a_figure_opens_its_evidence_and_the_evidence_its_hand_off(person):
    person.press(Key.Key_4, CTRL)
    person.press(Key.Key_T)
    tab_to(person, "How we treat the team")
    person.press(Key.Key_Return)
    assert person.sees("The last 26 weeks.")
    person.press(Key.Key_Return)
    assert person.sees("What became of it") or person.sees("heard the need")
