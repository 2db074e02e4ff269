"""An expectation agreed in a one-on-one by keys alone, and inspected two sessions later."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication

from coachdesk.domain.expectations import ExpectationAgreement
from coachdesk.domain.people import Account
from coachdesk.domain.playbook_vocabulary import Found
from coachdesk.domain.vocabulary import BuyIn
from coachdesk.services.expectations import expectation_lines
from coachdesk.services.sample import sample_id
from coachdesk.services.talks import end_talk, plan_talk, start_talk
from coachdesk.views.search import Place
from tests.journeys.person import CTRL, SHIFT, Key, Person, put_sample

LENA = sample_id("lena")
FOUR_WEEKS_LATER = "2026-04-07T10:25:00+00:00"
WORDS = "I say who leads before anybody drives to the customer."


def three_talks(person):
    """Three talks with Lena, of which the first runs."""
    desk = person.store
    days = (desk.as_of + timedelta(days=n) for n in (0, 14, 28))
    planned = [desk.do(plan_talk, LENA, day).result for day in days]
    desk.do(start_talk, planned[0].id)
    return planned


def open_talk(person, talk, step):
    person.program.office.ways.open_talk(talk.id, step)
    person.settle()


def agreement(person):
    (found,) = person.store.ask(
        lambda reads: reads.find(ExpectationAgreement, rep_id=LENA, situation="large_deal")
    )
    return found


def test_agreed_in_one_talk_and_inspected_two_talks_later(home, qtbot, monkeypatch):
    path = home / "team.coachdesk"
    put_sample(path)
    person = Person(qtbot, named=path)
    first, _second, third = three_talks(person)
    open_talk(person, first, "run")
    assert person.sees("Large deal, never agreed")
    person.press(Key.Key_V, CTRL, SHIFT)
    person.press(Key.Key_Return)
    assert person.sees("Bring the right people in early")
    person.type("Fewer calls at night")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Tab)
    person.press(Key.Key_Right)
    person.press(Key.Key_Return)
    assert person.sees("Ask how the rep would say it")
    person.press(Key.Key_Tab, SHIFT)
    person.type(WORDS)
    for _step in range(3):
        person.press(Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Every how many days"
    person.type("2 weeks")
    person.press(Key.Key_Return)
    assert (agreement(person).bought_in, agreement(person).agreed_in_id) == (
        BuyIn.WILLING,
        first.id,
    )
    assert person.sees("Large deal, agreed, next look 24 Mar")
    person.press(Key.Key_V, CTRL, SHIFT)
    person.type("We agreed on who leads")

    person.store.do(end_talk, first.id)
    person.quits()
    monkeypatch.setenv("COACHDESK_NOW", FOUR_WEEKS_LATER)
    person = Person(qtbot, named=path)
    open_talk(person, third, "prepare")
    assert person.sees("Large deal, to be looked at since 24 Mar")
    person.press(Key.Key_V, CTRL, SHIFT)
    person.press(Key.Key_Return)
    assert person.sees(f"“{WORDS}”")
    person.press(Key.Key_Right)
    person.press(Key.Key_Return)
    assert person.sees("What did you see or hear?")
    person.press(Key.Key_Tab)
    person.type("At Wexcombe the finance lead heard it from the customer")
    person.press(Key.Key_Return)
    (look,) = agreement(person).inspections
    assert (look.found, look.session_id) == (Found.PARTLY, third.id)
    assert person.sees("Large deal, agreed, next look 21 Apr")

    person.press(Key.Key_Z, CTRL)
    assert agreement(person).inspections == ()
    person.quits()


def side_line(person, name):
    """Choose a line of the section’s own list, as the arrows do."""
    lines = person.window.current.side.lines
    at = next(n for n, row in enumerate(lines.rows()) if row.title == name)
    lines.setFocus()
    lines.set_current(at)
    person.settle()


def test_words_are_edited_in_place_compared_and_reset_and_an_own_situation_added(manager):
    person = manager
    person.press(Key.Key_6, CTRL)
    assert person.sees("Large deal")
    assert person.sees("Lena Vogt, never agreed")
    section = person.window.current.current
    section.words.principle.setFocus()
    person.press(Key.Key_A, CTRL)
    person.type("One name in front.")
    person.press(Key.Key_Escape)
    assert person.page == "playbook"
    assert not section.words.principle.is_changed
    person.press(Key.Key_A, CTRL)
    person.type("One name in front.")
    person.press(Key.Key_Return)
    assert person.sees("yours, edited today")
    section._menu_chosen("earlier")
    assert person.sees("Bring the right people in early")
    person.press(Key.Key_Return)
    assert person.sees("shipped words")
    person.press(Key.Key_Z, CTRL)
    assert person.sees("yours, edited today")

    section.words.expected[4].setFocus()
    person.type("Say the end date")
    person.press(Key.Key_Return)
    assert QApplication.focusWidget() is section.words.expected[5]
    person.type("x" * 201)
    person.press(Key.Key_Return)
    assert person.sees("1 to 200 characters")
    person.press(Key.Key_Escape)

    side_line(person, "New situation")
    person.press(Key.Key_Return)
    person.type("Renewal at risk")
    person.press(Key.Key_Return)
    assert person.sees("No customer stands in this situation yet")
    assert QApplication.focusWidget() is section.words.principle
    section._menu_chosen("remove")
    assert not person.sees("Renewal at risk")
    person.program.office.ways.open_place(Place("playbook", sample_id("xa1")))
    assert person.sees("Tom Hartley, missed")


def test_a_customers_sheet_says_in_which_situation_the_customer_stands(manager):
    person, customer = manager, sample_id("a05")
    person.program.office.ways.open_place(Place("name", customer))
    person.settle()
    for _step in range(2):
        person.press(Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName().startswith("Situation")
    person.press(Key.Key_Space)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    person.press(Key.Key_Tab, SHIFT)
    person.press(Key.Key_Tab, SHIFT)
    person.press(Key.Key_Return)
    known = person.store.ask(lambda reads: reads.get(Account, customer))
    assert (known.situation, known.owner_rep_id) == ("large_deal", sample_id("priya"))
    assert person.store.ask(expectation_lines, known.owner_rep_id)
