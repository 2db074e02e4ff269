from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from coachdesk.domain.evidence import Draft
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import DraftState, PromiseState, TalkState
from coachdesk.services.sample import sample_id
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.talk_sheets import MoveSheet
from coachdesk.ui.today.actions import today_actions
from coachdesk.ui.today.view import TodayPage
from tests.ui.screens import Screen, sample_desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path):
    desk = sample_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def today(desk, qtbot, theme, appearance):
    screen = Screen(desk, theme, appearance)
    page = TodayPage(screen.work)
    screen.page = page
    return screen.show(qtbot, [page], today_actions(page))


def words(page):
    return [label.text() for label in page.widget.findChildren(QLabel) if label.text()]


def find(desk, kind, id):
    return desk.ask(lambda reads: reads.get(kind, id))


def test_the_head_says_what_the_day_holds(today):
    shown = words(today.page)
    assert "Tuesday 10 March" in shown
    assert "3 one-on-ones · 1 of your promises is due today" in shown
    assert any(line.startswith("Since 19 Feb: 5 observations") for line in shown)


def test_the_card_says_who_is_next_and_when_in_one_sentence(today):
    names = [widget.accessibleName() for widget in today.page.widget.findChildren(QWidget)]
    assert "Next one-on-one, Priya Raman, 10:30, in 23 minutes" in names


def test_ctrl_enter_starts_the_talk_and_goes_there(today, desk):
    today.press((Qt.Key.Key_Return, CTRL))
    talks = desk.ask(lambda reads: reads.find(CoachingSession, state=TalkState.RUNNING))
    assert [talk.rep_id for talk in talks] == [sample_id("priya")]
    assert today.heard == [("talk_asked", talks[0].id, "run")]


def test_prepare_has_a_key(today):
    today.press((Qt.Key.Key_P, CTRL | SHIFT))
    assert today.heard[0][0] == "talk_asked"
    assert today.heard[0][2] == "prepare"


def test_enter_on_a_talk_not_wrapped_up_opens_it_there(today):
    today.focus_on("Talks not wrapped up", Rows)
    today.press(Qt.Key.Key_Return)
    assert today.heard[0][2] == "wrap_up"


def test_space_keeps_a_promise_and_it_stays_struck_until_one_leaves(today, desk):
    rows = today.focus_on("Promises due", Rows)
    before = [row.what for row in rows.rows()]
    kept = rows.current_row().id
    today.press(Qt.Key.Key_Space)
    assert find(desk, Commitment, kept).state is PromiseState.KEPT_LATE
    assert [row.what for row in rows.rows()] == before
    assert rows.rows()[0].done
    today.page.leave()
    assert kept not in [row.id for row in rows.rows()]


def test_a_promise_kept_in_the_brief_stays_where_it_was(today):
    rows = today.focus_on("Open between you", Rows)
    before = [row.id for row in rows.rows()]
    today.press(Qt.Key.Key_Space)
    after = today.page._brief.between.rows()
    assert [row.id for row in after] == before
    assert after[0].state is PromiseState.KEPT
    assert QApplication.focusWidget() is today.page._brief.between


def test_undo_unticks_the_promise(today, desk):
    rows = today.focus_on("Promises due", Rows)
    kept = rows.current_row().id
    today.press(Qt.Key.Key_Space)
    today.undo()
    assert find(desk, Commitment, kept).state is PromiseState.OPEN
    assert not rows.rows()[0].done


def test_the_managers_promises_come_first(today):
    rows = today.focus_on("Promises due", Rows)
    owners = [bool(row.who) for row in rows.rows()]
    assert owners == sorted(owners)


def test_a_private_inbox_row_is_covered_for_eye_and_reader(today):
    rows = today.focus_on("Inbox", Rows)
    private = [row for row in rows.rows() if row.is_private]
    assert private
    assert all(not row.text for row in private)


def test_del_discards_an_inbox_row(today, desk):
    rows = today.focus_on("Inbox", Rows)
    gone = rows.current_row().id
    today.press(Qt.Key.Key_Delete)
    assert find(desk, Draft, gone).state is DraftState.DISCARDED
    assert gone not in [row.id for row in rows.rows()]
    assert today.said == ["Discarded from the Inbox."]


def test_enter_on_an_inbox_row_asks_to_complete_it(today):
    rows = today.focus_on("Inbox", Rows)
    today.press(Qt.Key.Key_Return)
    assert today.heard == [("inbox_asked", rows.current_row().id)]


def test_enter_on_a_captured_row_opens_its_event(today):
    rows = today.focus_on("Captured", Rows)
    today.press(Qt.Key.Key_Return)
    event = rows.current_row()
    assert today.heard == [("event_asked", event.rep_id, event.observation_id)]


def test_five_captured_rows_until_all_are_asked_for(today):
    rows = today.focus_on("Captured", Rows)
    assert len(rows.rows()) == 5
    button = next(b for b in today.page.widget.findChildren(QPushButton) if b.text() == "All 14")
    button.click()
    assert len(rows.rows()) == 14


def test_moving_a_talk_asks_who_and_why_and_keeps_what_was_typed(today, desk):
    def moved():
        return desk.ask(lambda reads: reads.find(CoachingSession, state=TalkState.MOVED))

    before = len(moved())
    today.press((Qt.Key.Key_M, CTRL | SHIFT))
    today.press("Thu 11:00", Qt.Key.Key_Return)
    assert len(moved()) == before
    assert "Say who asked and why." in said_on(today)
    today.press(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, "Customer visit")
    today.press(Qt.Key.Key_Return)
    assert len(moved()) == before + 1
    assert today.said == ["The talk with Priya was moved to Thu."]


def said_on(screen):
    return " ".join(label.text() for label in screen.window.findChildren(QLabel))


def test_a_clash_is_named_while_the_new_day_is_typed(today):
    today.press((Qt.Key.Key_M, CTRL | SHIFT), "today 13:00")
    assert "also Lena 13:00, free at" in said_on(today)
    today.press((Qt.Key.Key_A, CTRL), "Thu 11:00")
    (sheet,) = today.window.findChildren(MoveSheet)
    assert sheet.clash.isHidden()


def test_a_talk_is_entered_as_held_on_a_day_that_has_passed(today, desk):
    today.press((Qt.Key.Key_H, CTRL | SHIFT), "Mon", Qt.Key.Key_Return)
    assert today.heard[-1][2] == "wrap_up"
    held = desk.ask(lambda reads: reads.get(CoachingSession, today.heard[-1][1]))
    assert held.day == date(2026, 3, 9)


def test_enter_on_a_promise_opens_what_can_become_of_it(today, desk):
    rows = today.focus_on("Promises due", Rows)
    promise = rows.rows()[0]
    today.press(Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_Return)
    kept = desk.ask(lambda reads: reads.get(Commitment, promise.id))
    assert kept.state in (PromiseState.KEPT, PromiseState.KEPT_LATE)


def test_the_minutes_go_on_by_themselves(today, desk):
    desk.clock.now += timedelta(minutes=8)
    today.page.minute_passed()
    assert any("in 15 min" in line for line in words(today.page))


def test_a_team_without_reps_offers_a_name_or_the_sample(tmp_path, qtbot, theme, appearance):
    desk = sample_desk(tmp_path, sample=False)
    screen = Screen(desk, theme, appearance)
    page = TodayPage(screen.work)
    screen.show(qtbot, [page], today_actions(page))
    asked = []
    page.signals.add_rep_asked.connect(lambda: asked.append("rep"))
    page.signals.sample_asked.connect(lambda: asked.append("sample"))
    for button in page.widget.findChildren(QPushButton):
        button.click()
    assert asked == ["rep", "sample"]
    desk.close()


@pytest.mark.parametrize("size", [(1360, 860), (1024, 680)])
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_nothing_sticks_out_of_the_page(today, size, zoom):
    today.window.resize(*size)
    today.theme.use(zoom=zoom)
    page = today.page.widget
    content = page.widget()
    assert content.minimumSizeHint().width() <= page.viewport().width()


def test_a_talk_of_a_past_day_is_entered_as_held_with_its_own_day(today, desk):
    desk.clock.now += timedelta(days=1)
    today.page.refresh()
    rows = today.focus_on("Talks not wrapped up", Rows)
    at = next(i for i, row in enumerate(rows.rows()) if row.state is TalkState.PLANNED)
    talk = rows.rows()[at]
    rows.set_current(at)
    today.press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu.list, Qt.Key.Key_Down)
    QTest.keyClick(menu.list, Qt.Key.Key_Down)
    QTest.keyClick(menu.list, Qt.Key.Key_Return)
    today.press(Qt.Key.Key_Return)
    held = find(desk, CoachingSession, talk.session_id)
    assert held.state is TalkState.HELD
    assert held.day == talk.day
    assert today.heard[-1] == ("talk_asked", talk.session_id, "wrap_up")
