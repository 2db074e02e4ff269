"""A hand-off from need to all win by keyboard, and what is refused on the way."""

import pytest

from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerPerson
from coachdesk.domain.vocabulary import Gain, HandOffState, Side
from tests.journeys.person import CTRL, Key, Person

MOST_KEYS = 40


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


def hand_off(person):
    def read(reads):
        account = reads.find(Account, name="Cedar Mills")
        return reads.find(HandOff, account_id=account[0].id)[0] if account else None

    return person.store.ask(read)


def plan(person, customer="Cedar Mills"):
    """A need of Priya's customer for the team that is chosen."""
    person.press(Key.Key_4, CTRL)
    person.press(Key.Key_T)
    person.press(Key.Key_H)
    fill(person, "Priya", customer, None, "Their people train themselves", "One pair of hands")
    person.press(Key.Key_Return)


def test_a_hand_off_goes_from_need_to_all_win(person):
    plan(person)
    assert person.sees("Cedar Mills, coming, noted today, not set yet, card")
    person.press(Key.Key_Right, CTRL)
    fill(person, "A first course for ten", "Fri", "Ines Roth")
    person.press(Key.Key_Return)
    assert person.sees("Cedar Mills, expectation set, due Fri, day 0 of 3, card")
    person.press(Key.Key_Right, CTRL)
    person.press(Key.Key_Return)
    assert person.sees("Cedar Mills, with partner, due Fri, card")
    person.press(Key.Key_Right, CTRL)
    fill(person, None, None)  # from the step to its day
    person.press(Key.Key_Tab)
    person.press(Key.Key_Space)
    person.press(Key.Key_Return)
    assert person.sees("What became of it")
    for words in ("They plan with it", "", "New work"):
        person.press(Key.Key_Tab)
        person.press(Key.Key_Left)
        person.press(Key.Key_Left)
        person.press(Key.Key_Left)
        person.press(Key.Key_Tab)
        person.type(words)
    person.press(Key.Key_Return)
    made = hand_off(person)
    assert (made.state, made.customer_confirmed) == (HandOffState.MET, True)
    gains = person.store.ask(lambda reads: reads.find(GainStatement, hand_off_id=made.id))
    assert {gain.side: gain.outcome for gain in gains} == dict.fromkeys(Side, Gain.WON)
    assert {gain.side: gain.words for gain in gains}[Side.PARTNER] == "New work"
    assert not person.sees("Cedar Mills, delivered")
    assert person.presses <= MOST_KEYS
    for _step in range(5):
        person.press(Key.Key_Z, CTRL)
    assert hand_off(person) is None


def test_a_card_opens_its_story_and_its_letters_take_the_steps(person):
    plan(person)
    person.press(Key.Key_Return)
    assert person.sees("10 Mar: Priya heard the need: Their people train themselves.")
    assert person.sees("The customer said why to meet Customer Training: One pair of hands.")
    person.press(Key.Key_T)
    fill(person, "A first course for ten", "Fri", "Ines Roth")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    assert person.sees("Ines Roth was named; the customer was told 13 Mar")
    person.press(Key.Key_C)
    assert person.sees("Go on with another team")


def test_what_is_not_allowed_is_said_and_nothing_moves(person):
    plan(person, "  ")
    assert person.sees("Choose account and partner team.")
    person.press(Key.Key_Escape)
    plan(person)
    person.press(Key.Key_Right, CTRL)
    fill(person, "A first course", "9 Mar 2026", "Ines Roth")
    person.press(Key.Key_Return)
    assert hand_off(person).state is HandOffState.DRAFT
    person.press(Key.Key_Escape)
    person.press(Key.Key_Right, CTRL)
    fill(person, "A first course", "Fri", "Priya Raman")
    person.press(Key.Key_Return)
    assert person.sees("Priya Raman cannot hand off to Priya Raman.")
    names = [one.name for one in person.store.ask(lambda reads: reads.find(PartnerPerson))]
    assert "Priya Raman" not in names
    person.press(Key.Key_Escape)
    assert person.page == "partners"
    assert person.sees("Cedar Mills, coming")
