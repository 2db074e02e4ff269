"""Import of a table from the window: by keys alone, tried before anything is made."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.people import Account
from coachdesk.ui.exchange.actions import exchange_actions
from coachdesk.ui.exchange.import_sheet import ImportSheet
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.today.view import TodayPage
from tests.ui.screens import Screen, sample_desk

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
GOOD = "Asked what the delay costs them each month"
EVENTS = (
    "Rep,Date,Was gesehen,Customer,Transition\n"
    f"Priya Raman,3/2/2026,{GOOD},Delta Foods,4\n"
    "Priya Raman,4/2/2026,Too short,Delta Foods,4\n"
    f"Pria,4/2/2026,{GOOD},Delta Foods,4\n"
)


@pytest.fixture
def screen(qtbot, theme, appearance, tmp_path):
    desk = sample_desk(tmp_path)
    made = Screen(desk, theme, appearance)
    made.show(qtbot, [TodayPage(made.work)])
    made.lists = []
    made.registry.add(exchange_actions(made.work, made.window, made.lists.append))
    yield made
    desk.close()


def opened(screen):
    screen.registry.run("store.import")
    return screen.window.findChildren(ImportSheet)[-1]


def held(screen, kind):
    return screen.desk.ask(lambda reads: reads.find(kind))


def paste(screen, text):
    QApplication.clipboard().setText(text)
    screen.press(PASTE)


def pick(screen, words):
    """Choose from the list that is open."""
    screen.press(ENTER)
    for _step in range(40):
        popup = QApplication.focusWidget()
        row = popup.current_row()
        if row is not None and row.label == words:
            screen.press(ENTER)
            return
        screen.press(DOWN)
    raise AssertionError(words)


def test_what_is_open_is_asked_and_then_enter_imports(screen):
    before = len(held(screen, Observation))
    sheet = opened(screen)
    paste(screen, EVENTS)
    assert sheet.counts.text() == "Choose the column for “What was seen”."
    screen.focus_on("Was gesehen", ChoiceButton)
    pick(screen, "What was seen")
    assert sheet.counts.text() == "The days can be read in two ways. Choose one."
    screen.focus_on("Days such as 3/4, Day", QAbstractButton)
    screen.press(Qt.Key.Key_Space)
    assert sheet.counts.text() == (
        "1 event, 1 new customer, 1 line waits in the Inbox, 1 odd line is left out."
    )
    names = [sheet.findings.model().index(at, 0).data(Qt.AccessibleTextRole) for at in (0, 1)]
    assert names[1].startswith("Line 4: “Pria” is no rep of yours. Close: Priya Raman.")
    assert len(held(screen, Observation)) == before
    screen.focus_on("Import 1 event", QAbstractButton)
    screen.press(ENTER)
    assert not sheet.isVisible()
    assert screen.said == ["1 event imported"]
    assert len(held(screen, Observation)) == before + 1
    screen.undo()
    assert len(held(screen, Observation)) == before
    assert not any(a.name == "Delta Foods" for a in held(screen, Account))
    assert not any(d.comment == "Too short" for d in held(screen, Draft))


def test_a_file_is_read_by_its_path_and_what_is_wrong_is_said_in_place(screen, tmp_path):
    sheet = opened(screen)
    screen.press(str(tmp_path / "none.csv"), ENTER)
    assert "none.csv" in sheet.problem.accessibleName()
    (tmp_path / "customers.csv").write_text("Company\nDelta Foods\n", "utf-8")
    sheet.source.selectAll()
    screen.press(str(tmp_path / "customers.csv"), ENTER)
    assert not sheet.problem.isVisible()
    assert sheet.read.text() == "1 line was read."
    screen.press(ENTER)
    assert any(a.name == "Delta Foods" for a in held(screen, Account))


def test_a_file_can_be_dropped_and_a_list_of_reps_goes_to_its_own_page(screen, tmp_path):
    file = tmp_path / "team.csv"
    file.write_text("Name,Role\nTom Fresh,AE\n", "utf-8")
    sheet = opened(screen)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.CopyAction, data, Qt.LeftButton, none)
    QApplication.sendEvent(sheet, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.CopyAction, data, Qt.LeftButton, none)
    QApplication.sendEvent(sheet, drop)
    assert sheet.about_reps.isVisible()
    screen.press(ENTER)
    assert screen.lists == ["Name,Role\nTom Fresh,AE\n"]
    assert not sheet.isVisible()
