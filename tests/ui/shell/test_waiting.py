"""Pages put aside for a printer are announced in the navigation and reached from any page."""

import pytest
from PySide6.QtWidgets import QApplication

from coachdesk.services.documents import print_queue
from coachdesk.ui.kit.rows import Rows
from tests.journeys.person import CTRL, SHIFT, Key, Person, environment


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("COACHDESK_STORE", raising=False)
    return tmp_path


def test_a_page_put_aside_is_counted_until_it_is_dropped(home, qtbot):
    person = Person(qtbot, sample=True)
    assert not person.sees("Waiting to print")
    person.press(Key.Key_Return, CTRL)
    person.press(Key.Key_Return, CTRL)
    person.press(Key.Key_L, CTRL, SHIFT)
    person.press(Key.Key_1, CTRL)
    assert person.page == "today"
    assert person.sees("Waiting to print, 1")
    while not is_waiting_row(QApplication.focusWidget()):
        person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    person.press(Key.Key_Delete)
    assert person.store.ask(print_queue) == []
    person.press(Key.Key_Escape)
    assert not person.sees("Waiting to print")
    person.press(Key.Key_Z, CTRL)
    person.press(Key.Key_W, CTRL, SHIFT)
    assert QApplication.focusWidget().accessibleName() == "Waiting for a printer"
    person.quits()


def is_waiting_row(widget):
    return isinstance(widget, Rows) and widget.accessibleName() == "Paper"
