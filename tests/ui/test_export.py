"""Export of everything from the window, by keys, with what is in the way said in place."""

import errno
import json
import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from coachdesk.domain.private_notes import PrivateNote
from coachdesk.ui.exchange.actions import exchange_actions
from coachdesk.ui.exchange.export_sheet import ExportSheet
from coachdesk.ui.today.view import TodayPage
from tests.ui.screens import Screen, sample_desk

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def screen(qtbot, theme, appearance, tmp_path):
    desk = sample_desk(tmp_path)
    made = Screen(desk, theme, appearance)
    made.show(qtbot, [TodayPage(made.work)])
    made.registry.add(exchange_actions(made.work, made.window, made.said.append))
    made.settle = lambda: qtbot.waitUntil(lambda: not made.work.jobs.busy)
    yield made
    desk.close()


def opened(screen, path):
    screen.registry.run("store.export")
    (sheet,) = screen.window.findChildren(ExportSheet)
    QApplication.focusWidget().selectAll()
    screen.press(str(path))
    return sheet


def test_enter_writes_one_file_and_says_how_many_private_notes_first(screen, tmp_path):
    sheet = opened(screen, tmp_path / "all.json")
    private = len(screen.desk.ask(lambda reads: reads.find(PrivateNote)))
    assert private > 50
    assert sheet.private.text().startswith("It will hold")
    screen.press(ENTER)
    screen.settle()
    written = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert len(written["entities"]["private_note"]) == private
    assert sheet.result.text() == f"Saved to {tmp_path / 'all.json'}"
    screen.press(ENTER)
    assert not sheet.isVisible()


def test_tables_go_into_a_folder_of_that_name(screen, tmp_path):
    sheet = opened(screen, tmp_path / "all.json")
    screen.focus_on("As, One file", QAbstractButton)
    screen.press(Qt.Key.Key_Right)
    folder = tmp_path / "coachdesk-2026-03-10"
    assert sheet.path.text() == str(folder)
    screen.press(ENTER)
    screen.settle()
    assert (folder / "rep.csv").is_file()
    assert sheet.result.text() == f"Saved to {folder}"


def test_a_workbook_is_one_file_more(screen, tmp_path):
    sheet = opened(screen, tmp_path / "all.json")
    screen.focus_on("As, One file", QAbstractButton)
    screen.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert sheet.path.text() == str(tmp_path / "coachdesk-2026-03-10.xlsx")
    screen.press(ENTER)
    screen.settle()
    assert (tmp_path / "coachdesk-2026-03-10.xlsx").read_bytes().startswith(b"PK")


def test_a_full_disk_is_said_in_place_and_another_try_goes_on(screen, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        sheet = opened(screen, tmp_path / "all.json")
        screen.press(ENTER)
        screen.settle()
    assert "No space left" in sheet.problem.accessibleName()
    assert not (tmp_path / "all.json").exists()
    assert QApplication.focusWidget() is sheet.path
    screen.press(ENTER)
    screen.settle()
    assert sheet.result.isVisible()
    assert not sheet.problem.isVisible()


def test_a_path_that_is_no_export_is_refused_before_anything_is_read(screen, tmp_path):
    sheet = opened(screen, tmp_path / "all.ods")
    screen.press(ENTER)
    assert not screen.work.jobs.busy
    assert "ends neither with" in sheet.problem.accessibleName()
    screen.press(ESC)
    assert not sheet.isVisible()
