"""A partner team by keyboard: an introduction to word back, an answer, a person's value."""

import pytest

from coachdesk.domain.marketing import AccountIntelligenceAnswer, Capability, WarmIntroduction
from coachdesk.domain.partner_vocabulary import IntroductionResult
from coachdesk.domain.people import PartnerPerson
from coachdesk.services.sample import sample_id
from coachdesk.ui.kit.rows import Rows
from coachdesk.views.search import Place
from tests.journeys.person import ALT, CTRL, Key, Person

TEAM = sample_id("mkt")


@pytest.fixture
def person(home, qtbot):
    made = Person(qtbot, sample=True)
    yield made
    made.quits()


def all_of(person, kind, **equals):
    return person.store.ask(lambda reads: reads.find(kind, **equals))


def open_team(person, typed="Marketing"):
    """From anywhere, by name."""
    person.press(Key.Key_K, CTRL)
    person.type("Open a partner team")
    person.press(Key.Key_Return)
    person.type(typed)
    person.press(Key.Key_Return)
    assert person.page == "partner_team"


def fill(person, *words):
    """Type into one field after the other; None passes one by."""
    for n, word in enumerate(words):
        if n:
            person.press(Key.Key_Tab)
        if word is not None:
            person.type(word)


def list_called(person, name):
    rows = next(
        r for r in person.window.findChildren(Rows) if r.isVisible() and r.accessibleName() == name
    )
    rows.setFocus()
    person.settle()
    return rows


def test_an_introduction_goes_from_asked_to_word_back(person):
    open_team(person)
    person.press(Key.Key_I)
    fill(person, "Priya", "Cedar Mills", "Eva", "Mara Lindt", "Did their newsletter")
    person.press(Key.Key_Return)
    assert person.sees("Cedar Mills, Eva knows Mara Lindt, asked today")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    assert person.sees("Cedar Mills, Eva knows Mara Lindt, offered today")
    person.press(Key.Key_Return)
    fill(person, None, None, "Fri", "Listen first")
    person.press(Key.Key_Return)
    assert person.sees("made today, speak about the problem by Fri")
    person.press(Key.Key_Return)
    person.press(Key.Key_Tab)
    for _step in range(2):
        person.press(Key.Key_Right)
    fill(person, None, "A second site", "4")
    person.press(Key.Key_Return)
    assert person.sees("a need, no word back yet")
    assert person.sees("about 4 months saved, by estimate, in 1 introduction")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    assert person.sees("word back today")
    made = next(one for one in all_of(person, WarmIntroduction) if one.months_saved == 4)
    assert made.result is IntroductionResult.NEED
    assert made.word_back.startswith("Eva: Thank you for introducing Priya to Mara Lindt")
    for _step in range(5):
        person.press(Key.Key_Z, CTRL)
    assert not person.sees("Cedar Mills")


def test_what_they_know_of_a_customer_is_asked_in_a_row(person):
    open_team(person)
    person.press(Key.Key_Q)
    fill(person, "Aldersea", "Account lead")
    person.press(Key.Key_Tab)
    for _step in range(4):
        person.press(Key.Key_Right)
    fill(person, None, "Two shifts full", None, "4")
    person.press(Key.Key_Return)
    assert person.sees("Aldersea Foods, Runs day to day: 4 of 5 · Years in its industry: 4 years")
    given = all_of(person, AccountIntelligenceAnswer, account_id=sample_id("a09"))
    assert {answer.value for answer in given} >= {4, "often"}
    person.press(Key.Key_Return)
    assert person.sees("4 years, fewer than 5, today · Account lead · heard")
    person.press(Key.Key_A)
    assert person.sees("What Marketing Programmes knows of a customer")


def test_a_persons_value_and_a_line_both_ways(person):
    open_team(person)
    person.press(Key.Key_Return)
    fill(person, "Answers in hours", "We bring the board")
    person.press(Key.Key_Return)
    assert person.sees("we know: Answers in hours, they know: We bring the board")
    assert all_of(person, PartnerPerson, value_they_know="We bring the board")
    card = person.program.office.screens.partner_team.lines
    card.line.setFocus()
    for _step in range(2):
        person.press(Key.Key_Left, ALT)
    person.type("We see the plants close early")
    person.press(Key.Key_Return)
    person.press(Key.Key_Right, ALT)
    person.type("Our proposal")
    person.press(Key.Key_Return)
    assert person.sees("How many working days does it take?")
    person.type(" 3-5")
    person.press(Key.Key_Return)
    assert person.sees("It takes us, Our proposal, 3–5 working days, today")
    rows = list_called(person, "Capabilities, trends, timelines")
    assert card.reveal(all_of(person, Capability, text="Our proposal")[0].id)
    assert rows.hasFocus()
    person.press(Key.Key_T)
    assert person.sees("Told them today: Our proposal")
    person.press(Key.Key_Delete)
    assert not all_of(person, Capability, text="Our proposal")


def test_a_private_note_is_said_before_it_is_written_and_stays_covered(person):
    office = person.program.office
    office.ways.open_place(Place("partner_team", all_of(person, PartnerPerson, team_id=TEAM)[0].id))
    person.settle()
    trust = office.screens.partner_team.people.trust
    before = trust.curtain.accessibleName()
    trust.line.setFocus()
    person.type("Kept zanzibar to himself")
    person.press(Key.Key_Return)
    if trust.line.text():  # the first one of a store is explained before
        person.press(Key.Key_Return)
    assert trust.curtain.accessibleName() != before
    assert not person.sees("zanzibar")


def test_whom_a_rep_works_with_leads_to_the_team(person):
    person.program.office.ways.open_rep(sample_id("priya"))
    person.settle()
    rows = list_called(person, "Works with")
    row = rows.current_row()
    person.press(Key.Key_Return)
    assert person.page == "partner_team"
    assert person.sees(row.team)
    people = person.program.office.screens.partner_team.people.rows
    assert people.hasFocus()
    assert people.current_row().id == row.id


def test_a_need_that_came_of_an_introduction_becomes_a_hand_off(person):
    open_team(person)
    rows = list_called(person, "Introductions")
    account = rows.current_row().account
    person.press(Key.Key_Return)
    person.press(Key.Key_Tab)
    for _step in range(2):
        person.press(Key.Key_Right)
    fill(person, None, "A second site in May")
    person.press(Key.Key_Return)
    assert person.sees(f"{account}, a need, no word back yet")
    person.press(Key.Key_Return)
    for _step in range(3):  # from word back to the hand-off
        person.press(Key.Key_Right)
    person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    assert person.page == "partners"
    assert person.sees("heard the need: A second site in May.")
