"""Closing the window in the middle of a word loses nothing, and nothing asks a closed store."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from coachdesk.domain.talks import CoachingSession
from coachdesk.services.drafts import any_unsaved
from coachdesk.services.sample import sample_id
from coachdesk.ui.kit.fields import LATEST_MS
from coachdesk.ui.kit.overlay import Overlay
from tests.journeys.person import CTRL, SHIFT, Key, Person, environment

TALK = sample_id("s060")


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("COACHDESK_STORE", raising=False)
    return tmp_path


def closes(person, qtbot):
    """Close in the middle of a word, and wait until every clock would have fired."""
    person.quits()
    qtbot.wait(LATEST_MS + 300)


def test_a_captured_line_is_there_again_after_closing_at_once(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_N, CTRL)
    person.type("Priya transition 4 Clear hand-o")
    closes(person, qtbot)
    person = Person(qtbot, sample=True)
    person.press(Key.Key_N, CTRL)
    assert person.window.findChild(Overlay).line.line() == "Priya transition 4 Clear hand-o"
    person.quits()


def test_what_was_typed_into_a_talks_page_is_written_when_the_window_closes(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_P, CTRL, SHIFT)
    areas = person.window.current.widget.findChildren(QPlainTextEdit)
    next(area for area in areas if area.isVisible()).setFocus()
    person.press(Key.Key_A, CTRL)
    person.type("Says why, who and when")
    closes(person, qtbot)
    person = Person(qtbot, sample=True)
    talk = person.store.ask(lambda reads: reads.get(CoachingSession, TALK))
    assert talk.expectation == "Says why, who and when"
    person.quits()


def test_a_summary_half_typed_is_kept_and_no_clock_asks_the_closed_store(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_Return, CTRL)
    person.press(Key.Key_Return, CTRL)
    assert person.page == "wrap_up"
    person.type("Two introductions at Coba")
    closes(person, qtbot)
    person = Person(qtbot, sample=True)
    talk = person.store.ask(lambda reads: reads.get(CoachingSession, TALK))
    assert talk.summary == "Two introductions at Coba"
    assert not person.store.ask(any_unsaved)
    person.quits()


def test_changing_the_store_writes_the_page_that_is_left(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_N, CTRL)
    person.type("Tom value 3 Nearly the")
    person.program.change_to_own()
    qtbot.wait(LATEST_MS + 300)
    person.settle()
    assert not person.window.findChildren(Overlay)
    person.quits()
    person = Person(qtbot, sample=True)
    assert [draft.content["line"] for draft in person.store.ask(any_unsaved)] == [
        "Tom value 3 Nearly the"
    ]
    person.quits()
