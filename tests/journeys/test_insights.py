"""From the heat map to the evidence of one figure and back, by keyboard."""

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from coachdesk.domain.labels import ShiftNote
from coachdesk.services.sample import sample_id
from coachdesk.ui.insights.table_panel import TablePanel
from coachdesk.ui.kit.overlay import Overlay
from tests.journeys.person import ALT, CTRL, Key, Person

VIKTOR = sample_id("viktor")


@pytest.fixture
def person(home, qtbot):
    made = Person(qtbot, sample=True)
    made.press(Key.Key_5, CTRL)
    assert made.page == "insights"
    yield made
    made.quits()


def focused():
    return QApplication.focusWidget().accessibleName()


def test_from_a_cell_to_its_events_and_back(person):
    assert focused().startswith("Where each chain holds: Viktor Lindqvist, Need identification")
    person.press(Key.Key_Right)
    person.press(Key.Key_Right)
    assert "Transition to partner, 2 of 15 rated 4 or 5" in focused()
    assert focused().endswith("chain breaks here")
    person.press(Key.Key_Return)
    assert person.page == "rep"
    assert person.sees("Viktor Lindqvist")
    assert "Evidence, 15 of" in focused()
    person.press(Key.Key_Left, ALT)
    assert person.page == "insights"
    assert "Transition to partner, 2 of 15 rated 4 or 5" in focused()


def test_a_figure_from_near_and_one_rating_of_it(person):
    person.press(Key.Key_Right)
    person.press(Key.Key_Right)
    person.press(Key.Key_Space)
    assert person.sees("2 of 15 observations were rated 4 or 5")
    assert "rated 3" in focused()
    person.press(Key.Key_Left)
    person.press(Key.Key_Return)
    assert person.page == "rep"
    assert focused().startswith("Evidence")


def test_the_qualities_stand_apart_and_lack_events(person):
    person.press(Key.Key_B)
    assert "Empathy" in focused()
    assert "needs" in focused()
    person.press(Key.Key_B)
    assert "Need identification" in focused()


def test_a_chart_as_a_table(person):
    person.press(Key.Key_T)
    panel = next(p for p in person.window.findChildren(TablePanel) if p.isVisible())
    assert panel.list.hasFocus()
    first = panel.list.currentIndex().data(0x0000000B)  # accessible text
    assert first.startswith("Viktor Lindqvist, Need 14 of 15")
    person.press(Key.Key_Escape)
    assert focused().startswith("Where each chain holds")


def test_another_window_shows_other_counts(person):
    before = focused()
    person.press(Key.Key_W)
    assert person.sees("365 days to 10 Mar")
    person.press(Key.Key_W)
    assert person.sees("91 days to 10 Mar")
    assert focused() != before


def test_a_shift_is_asked_about_answered_and_taken_back(person):
    person.settle()
    assert person.sees("The ratings shifted up, probably from 20 Oct on. What was different?")
    while focused() != "Worth a question":
        person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    while focused() != "What was different":
        person.press(Key.Key_Tab)
    person.type("One reason per role, written before the visit")
    person.press(Key.Key_Return)
    kept = person.store.ask(lambda reads: reads.find(ShiftNote))
    assert [note.words for note in kept] == ["One reason per role, written before the visit"]
    assert not any(panel.isVisible() for panel in person.window.findChildren(Overlay))
    person.settle()
    assert not person.sees("The ratings shifted up, probably from 20 Oct on.")
    person.press(Key.Key_Z, CTRL)
    person.settle()
    assert person.sees("The ratings shifted up, probably from 20 Oct on.")


def test_the_page_is_saved_for_printing(person, home):
    person.press(Key.Key_S, CTRL)
    person.press(Key.Key_A, CTRL)
    person.type(str(home / "insights.pdf"))
    person.press(Key.Key_Return)
    pages = PdfReader(home / "insights.pdf").pages
    assert len(pages) == 1
    words = pages[0].extract_text()
    assert "The chain probably breaks at Transition to partner" in words
    assert "2 of 15" in words
    assert (home / "insights.pdf").stat().st_mode & 0o777 == 0o600


def test_needs_and_waiting_open_the_hand_offs_behind_them(person):
    while not focused().startswith("From need to all win"):
        person.press(Key.Key_Tab)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    assert person.sees("115 hand-offs, the newest first.")
    person.press(Key.Key_Escape)
    while not focused().startswith("How long hand-offs stay open"):
        person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    assert person.sees("105 hand-offs, the newest first.")


def to_the_bars(person):
    while not focused().startswith("How you lead: "):
        person.press(Key.Key_Tab)


def test_behind_a_bar_stand_the_requests_and_shares_and_one_opens_its_rep(person):
    to_the_bars(person)
    person.press(Key.Key_Space)
    assert person.sees("How you lead Viktor")
    assert (
        listed() == "Request, 9 Feb, Can you do the next four introductions with a prior briefing?"
    )
    person.press(Key.Key_Backtab)
    assert focused().endswith("13 weeks to 10 Mar: 2 requests, 1 share, 0 requirements")
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    assert listed().startswith("Request, 28 Nov")
    person.press(Key.Key_Escape)
    assert focused().startswith("How you lead: Viktor")
    person.press(Key.Key_Space)
    person.press(Key.Key_Return)
    assert person.page == "rep"
    assert "Request 1, 28 Nov, Request 2, 9 Feb" in listed()


def test_how_you_lead_over_time_and_all_of_one_quarter(person):
    to_the_bars(person)
    person.press(Key.Key_Backtab)
    assert focused() == "How you lead, By rep"
    person.press(Key.Key_Right)
    person.press(Key.Key_Tab)
    assert focused().endswith("13 weeks to 10 Mar: 17 requests, 13 shares, 0 requirements")
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    assert person.sees("13 weeks to 9 Dec: 4 requests, 12 shares, 2 requirements.")
    person.press(Key.Key_Escape)
    person.press(Key.Key_T)
    panel = next(p for p in person.window.findChildren(TablePanel) if p.isVisible())
    assert panel.list.currentIndex().data(0x0000000B) == (
        "to 10 Mar, Requests 17, Shares 13, Requirements 0"
    )


def listed():
    """The line of the list that has the keys, as it is said."""
    return QApplication.focusWidget().currentIndex().data(0x0000000B)
