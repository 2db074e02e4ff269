import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Check, ChoiceButton, Segmented
from coachdesk.ui.kit.fields import Field, Labeled, TextArea
from coachdesk.ui.kit.focus import FocusRing
from coachdesk.ui.kit.scroll import ScrollBar
from coachdesk.ui.kit.text import Text

WINDOW = [("30", "30"), ("90", "90 days"), ("365", "Year")]


def test_the_ring_follows_the_keys(shown, theme):
    first, second = Button(theme, "One"), Button(theme, "Two")
    window = shown(first, second)
    ring = FocusRing(theme, window)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.geometry() == first.geometry().adjusted(-3, -3, 3, 3)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring.target is second


def test_a_click_shows_no_ring(shown, theme):
    button = Button(theme, "One")
    ring = FocusRing(theme, shown(Field(theme), button))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_the_ring_hides_when_its_button_is_freed(shown, theme, qtbot):
    button, other = Button(theme, "One"), Button(theme, "Two")
    ring = FocusRing(theme, shown(button, other))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    assert ring.target in (None, other)


def test_a_window_freed_without_being_closed_takes_its_ring_along(shown, theme):
    gone = QWidget()
    FocusRing(theme, gone)
    shiboken6.delete(gone)
    first, second = Button(theme, "One"), Button(theme, "Two")
    shown(first, second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second


def test_enter_presses_the_focused_button(shown, theme, qtbot):
    button = Button(theme, "Start")
    shown(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)


def test_a_disabled_button_says_why(shown, theme):
    button = Button(theme, "Print")
    shown(button)
    button.disable("No talk is wrapped up yet.")
    assert not button.isEnabled()
    assert button.toolTip() == "No talk is wrapped up yet."
    assert button.accessibleDescription() == "No talk is wrapped up yet."
    button.enable()
    assert button.toolTip() == ""


def test_an_ampersand_in_a_name_is_no_shortcut(theme, appearance):
    button = Button(theme, "Tell R&D")
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Tell R&D"


def test_a_tooltip_cannot_be_markup(theme, appearance):
    button = Button(theme, "x")
    button.disable("R&D <b>says</b>")
    assert "&lt;b&gt;" in button.toolTip()


def test_words_from_a_person_stay_plain(shown, theme):
    label = Text(theme, "R&D <b>x</b>")
    shown(label)
    assert label.text() == "R&D <b>x</b>"
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.buddy() is None


def test_a_text_wraps_into_lines_of_its_roles_height(shown, theme):
    label = Text(theme, "one two three four five six seven eight nine ten", wrap=True)
    shown(label)
    assert label.heightForWidth(80) % 20 == 0
    assert label.heightForWidth(80) > label.heightForWidth(400) == 20


def test_a_wrapped_text_gets_the_height_its_width_needs(shown, theme, qtbot):
    label = Text(theme, "", wrap=True)
    window = shown(label, Button(theme, "Below"))
    label.show_runs("Needs 4 MB, has 1 MB. Your file on this laptop is saved. " * 3)
    window.resize(260, 300)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 60)


def test_space_ticks_a_check_and_its_words_can_be_clicked(shown, theme):
    check = Check(theme, "Print it")
    shown(check)
    check.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(check, Qt.Key.Key_Space)
    assert check.isChecked()
    QTest.mouseClick(check, Qt.MouseButton.LeftButton, pos=check.rect().center())
    assert not check.isChecked()


def test_an_exclusive_group_is_one_tab_stop_and_arrows_choose(shown, theme, qtbot):
    before, after = Field(theme, name="Before"), Field(theme, name="After")
    group = Segmented(theme, WINDOW, "90", name="Window")
    shown(before, group, after)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Window, 90 days"
    with qtbot.waitSignal(group.chosen) as told:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert told.args == ["365"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


@pytest.mark.parametrize(("key", "chosen"), [(Qt.Key.Key_Right, "90"), (Qt.Key.Key_Left, "30")])
def test_arrows_choose_also_when_nothing_is_chosen(shown, theme, qtbot, key, chosen):
    group = Segmented(theme, WINDOW, name="Window")
    shown(Field(theme, name="Before"), group)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Window, 30"
    with qtbot.waitSignal(group.chosen) as told:
        QTest.keyClick(QApplication.focusWidget(), key)
    assert told.args == [chosen]
    assert group.value() == chosen


def test_a_value_that_is_set_is_not_told(theme, appearance, qtbot):
    group = Segmented(theme, WINDOW, "90", name="Window")
    qtbot.addWidget(group)
    with qtbot.assertNotEmitted(group.chosen):
        group.set_value("30")
    assert group.value() == "30"


def test_a_choice_names_its_value(theme, appearance, qtbot):
    choice = ChoiceButton(theme, WINDOW, "90", name="Window")
    qtbot.addWidget(choice)
    assert choice.accessibleName() == "Window, 90 days"


def test_a_choice_is_made_from_its_list(shown, theme, qtbot):
    choice = ChoiceButton(theme, WINDOW, "90", name="Window")
    shown(choice)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(choice.chosen) as told, qtbot.waitSignal(popup.destroyed):
        QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert told.args == ["365"]
    assert choice.value() == "365"


def test_escape_leaves_a_choice_as_it_was(shown, theme, qtbot):
    choice = ChoiceButton(theme, WINDOW, "90", name="Window")
    shown(choice)
    choice.click()
    popup = QApplication.activePopupWidget()
    with qtbot.waitSignal(popup.destroyed):
        QTest.keyClick(popup.list, Qt.Key.Key_Escape)
    assert choice.value() == "90"


def test_leaving_a_field_tells_its_text_once(shown, theme, qtbot):
    field, other = Field(theme, name="Customer"), Field(theme, name="Other")
    shown(field, other)
    field.setFocus()
    QTest.keyClicks(field, "Castellan")
    with qtbot.waitSignal(field.left) as told:
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert told.args == ["Castellan"]


def test_typed_text_asks_to_be_kept_soon(shown, theme, qtbot):
    area = TextArea(theme, name="Note")
    shown(area)
    area.setFocus()
    with qtbot.waitSignal(area.settled, timeout=2500) as told:
        QTest.keyClicks(area, "Named the lead")
    assert told.args == ["Named the lead"]


def test_text_the_program_puts_in_is_not_typed(shown, theme, qtbot):
    area = TextArea(theme, name="Note")
    shown(area)
    with qtbot.assertNotEmitted(area.settled, wait=1000):
        area.setPlainText("Read from the store")
    assert area.toPlainText() == "Read from the store"


def test_a_long_text_scrolls_behind_the_kits_own_bar_and_keeps_the_caret_in_sight(shown, theme):
    area = TextArea(theme, name="Note", lines=2, most=4)
    shown(area)
    area.setFocus()
    (bar,) = area.findChildren(ScrollBar)
    for line in "abcdefghij":
        QTest.keyClicks(area, line)
        QTest.keyClick(area, Qt.Key.Key_Return)
        assert area.viewport().rect().contains(area.cursorRect())
    assert bar.isVisible()
    assert not area.verticalScrollBar().isVisible()


def test_a_text_area_grows_with_its_lines(shown, theme):
    area = TextArea(theme, name="Note", lines=2, most=4)
    shown(area)
    start = area.height()
    area.setPlainText("\n".join("abcdef"))
    assert start < area.height()
    tallest = area.height()
    area.setPlainText("\n".join("abcdefghij"))
    assert area.height() == tallest


def test_a_problem_is_said_under_the_field_and_to_a_screen_reader(shown, theme, colors):
    labeled = Labeled(theme, "By when", Field(theme))
    shown(labeled)
    labeled.show_problem("February ends on the 28th.")
    assert labeled.problem.isVisible()
    assert labeled.field.accessibleDescription() == "February ends on the 28th."
    assert labeled.field.accessibleName() == "By when"
    labeled.show_problem("")
    assert not labeled.problem.isVisible()
