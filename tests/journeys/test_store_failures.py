"""The disk is full, the stick is pulled, the file is damaged: really made, and got over."""

import os
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coachdesk.app import make_app
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import DraftSource
from coachdesk.services.people import add_rep, start_workspace
from coachdesk.ui.shell.problems import StoreDialog
from tests.journeys.person import CTRL, Key, Person

LINE = "Priya t4 Named the lead and the next date before the call"


@pytest.fixture
def person(home, qtbot):
    stick = home / "stick"
    stick.mkdir()
    made = Person(qtbot, named=stick / "team.coachdesk")
    made.store.do(add_rep, "Priya Raman")
    made.window.show_page("today")
    made.stick = stick
    yield made
    made.quits()


@contextmanager
def full_disk(person):
    """A disk on which no page more has room."""
    raw = person.store.store.connection.connection.dbapi_connection
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    yield
    raw.execute("PRAGMA max_page_count = 1073741823")


def dialog(person):
    return next((d for d in person.window.findChildren(StoreDialog) if d.isVisible()), None)


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def presses(person, label):
    found = dialog(person).findChildren(QPushButton)
    next(button for button in found if button.text() == label).click()
    if dialog(person) is None:  # the desktop gives the keys back to the window
        person.window.activateWindow()
        person.qtbot.waitUntil(person.window.isActiveWindow)
    person.settle()


def count(person, kind):
    return len(person.store.ask(lambda reads: reads.find(kind)))


def kept(person):
    drafts = person.store.ask(lambda reads: reads.find(Draft, source=DraftSource.UNSAVED))
    return [(draft.content or {}).get("line") for draft in drafts]


def test_on_a_full_disk_nothing_typed_is_lost_and_retry_writes_it(person, qtbot):
    long = " ".join([LINE] * 200)  # more than the free pages of a new file hold
    person.press(Key.Key_N, CTRL)
    with full_disk(person):
        QApplication.clipboard().setText(long)
        person.press(Key.Key_V, CTRL)
        qtbot.waitUntil(lambda: dialog(person) is not None, timeout=5_000)
        assert "The disk is full." in words(dialog(person))
        assert "what was saved before is safe" in words(dialog(person))
        assert person.sees("Not saved")
    presses(person, "Retry")
    assert kept(person) == [long]
    assert dialog(person) is None
    assert person.sees("Saved on this laptop")


def test_a_pulled_stick_is_said_and_what_was_typed_is_written_when_it_is_back(person, qtbot):
    person.press(Key.Key_N, CTRL)
    away = person.stick.rename(person.stick.with_name("pulled"))
    person.type(LINE)
    person.press(Key.Key_Return)
    assert "is gone" in words(dialog(person))
    presses(person, "Retry")
    assert "is gone" in words(dialog(person))
    away.rename(person.stick)
    presses(person, "Retry")
    person.press(Key.Key_Return)
    assert count(person, Observation) == 1
    assert dialog(person) is None


def test_a_stick_that_came_back_as_a_copy_is_opened_again(person):
    path = person.store.store.path
    copy = path.read_bytes()
    path.unlink()
    person.press(Key.Key_N, CTRL)
    person.type(LINE)
    person.press(Key.Key_Return)
    assert "is gone" in words(dialog(person))
    path.write_bytes(copy)
    presses(person, "Retry")
    person.press(Key.Key_Return)
    assert count(person, Observation) == 1
    assert os.stat(path).st_size > len(copy) - 1


def test_another_teams_file_in_its_place_is_not_written_to(person, home):
    path = person.store.store.path
    path.unlink()
    other = make_app().open_desk(home / "other.coachdesk", create=True)
    other.do(start_workspace, "Somebody Else")
    other.close()
    (home / "other.coachdesk").rename(path)
    person.press(Key.Key_N, CTRL)
    person.type(LINE)
    person.press(Key.Key_Return)
    presses(person, "Retry")
    assert "holds another team" in words(dialog(person))
    presses(person, "Close")
    assert count(person, Rep) == 1


def test_a_file_that_cannot_be_written_says_so_on_every_page(home, qtbot):
    first = Person(qtbot, named=home / "team.coachdesk")
    first.store.do(add_rep, "Priya Raman")
    first.quits()
    (home / "team.coachdesk").chmod(0o400)
    person = Person(qtbot, named=home / "team.coachdesk")
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        person.press(key, CTRL)
        assert person.sees("Open for reading only.")
    person.press(Key.Key_N, CTRL)
    person.type(LINE)
    person.press(Key.Key_Return)
    assert person.sees("The file is open for reading only.")
    assert dialog(person) is None
    assert count(person, Observation) == 0
    person.quits()
