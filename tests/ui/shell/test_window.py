import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coachdesk.domain.errors import StoreError
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.actions import Registry
from coachdesk.ui.shell.nav import Nav, NavRep
from coachdesk.ui.shell.page import ScrollingPage
from coachdesk.ui.shell.palette import Palette
from coachdesk.ui.shell.problems import BugDialog, BugHook, StoreDialog, bug_report
from coachdesk.ui.shell.window import Window
from coachdesk.views.changes import Changes

REPS = [NavRep(7, "Priya Raman", "PR", "10:30"), NavRep(8, "Marcus Hale", "MH", "13:00")]


class Promise:
    """Stands for an entity class."""


class Note:
    """Stands for another."""


class FakePage(ScrollingPage):
    shows = frozenset({Promise})

    def __init__(self, theme, id, key="", full_bleed=False):
        self.id, self.key, self.icon, self.full_bleed = id, key, "calendar", full_bleed
        super().__init__(theme, id.title())
        self.refreshed, self.left, self.rooms, self.built = 0, 0, [], 0
        self.rebuild()

    def build(self):
        self.built += 1
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.addWidget(Text(self.theme, self.title, "page"))
        self.field = Field(self.theme, name=f"Field of {self.id}")
        stack.addWidget(self.field)
        return content

    def refresh(self):
        self.refreshed += 1

    def reflow(self, room):
        self.rooms.append(room)

    def leave(self):
        self.left += 1

    def first_focus(self):
        return self.field


@pytest.fixture
def pages(appearance, theme):
    return {
        "today": FakePage(theme, "today", "1"),
        "team": FakePage(theme, "team", "2"),
        "run": FakePage(theme, "run", full_bleed=True),
    }


@pytest.fixture
def window(qtbot, theme, appearance, pages):
    kept = Window(theme, appearance, Registry(), list(pages.values()), reps=REPS, sample=True)
    qtbot.addWidget(kept)
    kept.show_page("today")
    with qtbot.waitExposed(kept):
        kept.show()
    kept.activateWindow()
    qtbot.waitUntil(kept.isActiveWindow)
    return kept


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_every_page_is_one_key_away_and_the_page_before_too(window, pages):
    press(Qt.Key.Key_2, CTRL)
    assert window.current is pages["team"]
    assert pages["today"].left == 1
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.current is pages["today"]


def test_a_page_in_sight_refreshes_at_once_and_a_hidden_one_when_shown(window, pages):
    today, team = pages["today"], pages["team"]
    before = (today.refreshed, team.refreshed)
    window.on_changes(Changes(frozenset({Promise}), frozenset(), frozenset()))
    assert (today.refreshed, team.refreshed) == (before[0] + 1, before[1])
    window.show_page("team")
    assert team.refreshed == before[1] + 1
    window.show_page("today")
    window.show_page("team")
    assert team.refreshed == before[1] + 1


def test_what_a_page_does_not_show_leaves_it_alone(window, pages):
    before = pages["today"].refreshed
    window.on_changes(Changes(frozenset({Note}), frozenset(), frozenset()))
    window.on_changes(Changes(frozenset({Promise}), frozenset(), frozenset()), pages["today"])
    assert pages["today"].refreshed == before


def test_the_talk_fills_the_window(window, pages, qtbot):
    window.show_page("run")
    qtbot.waitUntil(lambda: pages["run"].widget.size() == window.size())
    assert not window.findChild(Nav).isVisible()
    window.show_page("today")
    assert window.findChild(Nav).isVisible()


@pytest.mark.parametrize(
    ("zoom", "rail", "command", "columns"),
    [(100, False, True, True), (125, False, True, False), (175, True, True, False)],
)
def test_the_effective_width_decides_the_frame(window, theme, pages, zoom, rail, command, columns):
    theme.use(zoom=zoom)
    room = pages["today"].rooms[-1]
    assert (room.is_rail, room.has_command, room.two_columns) == (rail, command, columns)
    assert window.minimumWidth() == 1024
    assert window.width() == 1360


def test_zooming_builds_pages_again_and_keeps_the_place(window, theme, pages):
    built = pages["today"].built
    press(Qt.Key.Key_Plus, CTRL)
    assert theme.zoom == 110
    assert pages["today"].built == built + 1
    assert window.current is pages["today"]
    assert pages["today"].widget.isVisible()
    press(Qt.Key.Key_2, CTRL)
    assert window.current is pages["team"]


def test_a_rep_in_the_navigation_is_opened_with_enter(window, qtbot):
    reps = next(r for r in window.findChildren(Rows) if r.accessibleName() == "Team")
    reps.setFocus()
    reps.set_current(1)
    with qtbot.waitSignal(window.rep_opened) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [8]


def test_the_palette_goes_to_a_rep_by_a_few_letters(window, qtbot):
    press(Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    QTest.keyClicks(QApplication.focusWidget(), "marc")
    with qtbot.waitSignal(window.rep_opened) as told, qtbot.waitSignal(palette.destroyed):
        press(Qt.Key.Key_Return)
    assert told.args == [8]


def test_the_palette_runs_an_action_and_gives_the_focus_back(window, pages, qtbot):
    press(Qt.Key.Key_K, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "go to team")
    press(Qt.Key.Key_Return)
    assert window.current is pages["team"]
    assert QApplication.focusWidget() is pages["team"].field


def test_the_key_list_opens_and_closes(window, pages):
    press(Qt.Key.Key_F1)
    assert QApplication.focusWidget() is not pages["today"].field
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is pages["today"].field


def test_f6_walks_the_regions_and_comes_back(window, pages):
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget().accessibleName())
    assert seen == ["Pages", "Capture what you saw", "Field of today"]


def test_tab_goes_from_the_navigation_to_the_bar_to_the_page(window, pages):
    press(Qt.Key.Key_F6)
    seen = []
    for _ in range(8):
        seen.append(QApplication.focusWidget().accessibleName())
        press(Qt.Key.Key_Tab)
    assert seen == [
        "Pages",
        "Team",
        "Add a rep",
        "Appearance",
        "Start with your own team",
        "Capture what you saw",
        "Search or run a command",
        "Field of today",
    ]


def test_the_sample_is_marked_on_every_page(window, pages):
    words = [t.text() for t in window.findChildren(Text) if t.isVisible()]
    assert any("invented team" in word for word in words)


def test_what_is_not_saved_is_said_with_a_way_on(window, qtbot):
    window.set_saved(False)
    words = [t.text() for t in window.findChildren(Text) if t.isVisible()]
    assert "Not saved" in words
    assert "Saved on this laptop" not in words


@pytest.mark.parametrize("kind", [StoreDialog, BugDialog])
def test_a_dialog_is_freed_when_it_is_closed(window, theme, kind, qtbot):
    problem = StoreError("The file is read-only.", "Save it elsewhere.")
    dialog = kind(theme, problem if kind is StoreDialog else "report", window)
    dialog.open()
    kept = weakref.ref(dialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.ok.click()
    assert not shiboken6.isValid(dialog)
    gc.disable()
    del dialog
    gc.enable()
    assert kept() is None or not shiboken6.isValid(kept())


def test_the_capture_field_opens_its_overlay_with_enter_or_a_click(window, qtbot):
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_F6)
    field = QApplication.focusWidget()
    with qtbot.waitSignal(window.capture_asked):
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(window.capture_asked):
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)


def test_many_mistakes_show_one_calm_dialog(window, theme, qtbot, caplog):
    hook = BugHook(theme, "1.0", window)
    for _ in range(3):
        try:
            raise ValueError("Priya thinks of leaving")
        except ValueError as error:
            hook.caught(type(error), error, error.__traceback__)
    dialogs = window.findChildren(BugDialog)
    assert len(dialogs) == 1
    dialogs[0].copy.click()
    assert "ValueError" in QApplication.clipboard().text()
    assert "Priya" not in QApplication.clipboard().text() + caplog.text
    with qtbot.waitSignal(dialogs[0].destroyed):
        dialogs[0].ok.click()


def test_a_store_that_cannot_be_written_is_no_mistake_of_ours(window, theme):
    kept = []
    hook = BugHook(theme, "1.0", window, kept.append)
    error = StoreError("The disk is full.", "Free some space, then try again.")
    hook.caught(type(error), error, error.__traceback__)
    assert window.findChildren(BugDialog) == []
    assert kept == []


def test_a_bug_report_holds_no_personal_text():
    try:
        raise ValueError("Priya thinks of leaving")
    except ValueError as error:
        report = bug_report(type(error), error.__traceback__, "1.0")
    assert "ValueError" in report
    assert "Priya" not in report


def test_the_palette_is_as_tall_as_its_matches(window):
    press(Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    tall = palette.height()
    QTest.keyClicks(QApplication.focusWidget(), "marc")
    assert palette.height() < tall
    assert palette.list.visibleRegion().boundingRect().height() == palette.list.height()
    QTest.keyClicks(QApplication.focusWidget(), " zebra")
    assert "Nothing was found." in [t.text() for t in palette.findChildren(Text)]
