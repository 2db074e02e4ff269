import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coachdesk.ui.kit.chain import Chain, LinkFigures
from coachdesk.ui.kit.curtain import Curtain
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.ladder import AgendaBar, AgendaPart
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.states import ErrorInPlace, UndoBar
from coachdesk.ui.kit.text import Text

LINKS = [
    LinkFigures("need_identification", "Need", 9, 11, 0.56, 0.94),
    LinkFigures("transition", "Transition", 2, 7, 0.08, 0.64, breaks=True),
    LinkFigures("all_win", "All win", 1, 2, None, None),
]


def words_in(window):
    return {label.text() for label in window.findChildren(Text) if label.isVisible()}


def test_a_link_says_its_figures_as_a_sentence():
    assert [link.sentence() for link in LINKS] == [
        "Need, 9 of 11 rated 4 or 5, range 56 to 94 percent",
        "Transition, 2 of 7 rated 4 or 5, range 8 to 64 percent, chain breaks here",
        "All win, not enough evidence, 2 of 6 events, needs 4 more",
    ]


def test_the_chain_is_one_tab_stop_where_arrows_move_and_enter_chooses(shown, theme, qtbot):
    chain, after = Chain(theme), Field(theme, name="After")
    chain.show_links(LINKS)
    shown(chain, after)
    chain.links()[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is chain.links()[1]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(chain.chosen) as told:
            QTest.keyClick(chain.links()[1], key)
        assert told.args == ["transition"]
    QTest.keyClick(chain.links()[1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


@pytest.fixture
def curtain(shown, theme):
    kept = Curtain(theme, 3, lambda: ["thinks of leaving"])
    shown(Field(theme), kept)
    return kept


def test_private_words_are_on_screen_only_while_the_button_is_held(curtain):
    assert curtain.accessibleName() == "Private notes, 3, covered"
    window = curtain.window()
    QTest.mousePress(curtain.button, Qt.MouseButton.LeftButton)
    assert "thinks of leaving" in words_in(window)
    assert curtain.accessibleName() == "Private notes, 3, shown"
    QTest.mouseRelease(curtain.button, Qt.MouseButton.LeftButton)
    assert "thinks of leaving" not in words_in(window)
    assert not curtain.is_open


def test_space_holds_the_curtain_open(curtain):
    curtain.button.setFocus()
    QTest.keyPress(curtain.button, Qt.Key.Key_Space)
    assert curtain.is_open
    QTest.keyRelease(curtain.button, Qt.Key.Key_Space)
    assert not curtain.is_open


def test_a_curtain_with_nothing_behind_it_says_so(curtain):
    curtain.set_count(0)
    assert not curtain.button.isEnabled()
    assert curtain.button.toolTip()


def test_an_overlay_keeps_tab_inside_and_gives_the_focus_back(shown, theme, qtbot):
    outside = Field(theme, name="Outside")
    window = shown(outside)
    outside.setFocus()
    overlay = Overlay(theme, window, "Capture")
    first, second = Field(theme, name="First"), Field(theme, name="Second")
    overlay.card.add(first)
    overlay.card.add(second)
    overlay.open_panel()
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first
    with qtbot.waitSignal(overlay.destroyed):
        QTest.keyClick(first, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is outside


def test_the_undo_bar_takes_no_focus_and_undoes_on_a_click(shown, theme, qtbot):
    field = Field(theme)
    window = shown(field)
    field.setFocus()
    bar = UndoBar(theme, window, seconds=0.1)
    bar.say("Saved for Priya")
    assert QApplication.focusWidget() is field
    assert bar.accessibleName() == "Saved for Priya. Undo, Ctrl+Z"
    with qtbot.waitSignal(bar.undo):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    bar.say("Saved for Priya")
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_an_error_in_place_shows_only_when_there_is_one(shown, theme):
    error = ErrorInPlace(theme)
    shown(error)
    assert not error.isVisible()
    error.say("Nobody is called Pria.", "Did you mean Priya Raman?")
    assert error.isVisible()
    assert error.accessibleName() == "Nobody is called Pria. Did you mean Priya Raman?"


def test_an_agenda_says_its_items(shown, theme, qtbot):
    bar = AgendaBar(theme, (AgendaPart(10, "Priya’s agenda"), AgendaPart(20, "Promises")))
    shown(bar)
    assert bar.accessibleName() == "Agenda: 10 minutes Priya’s agenda, 20 minutes Promises"
    with qtbot.waitSignal(bar.pressed) as told:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())
    assert told.args == [1]
