"""The coaching plan on a rep's page: begun, filled, asked about, folded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coachdesk.domain.people import Rep
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services.people import leave_team
from coachdesk.services.talks import enter_held
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.team.actions import rep_actions
from coachdesk.ui.team.plan_card import PlanCard
from coachdesk.ui.team.plan_sheets import StartPlanSheet
from coachdesk.ui.team.view import RepPage
from tests.ui.screens import Screen, sample_desk

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path):
    made = sample_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def rep(qtbot, desk, theme, appearance):
    """The page of the rep with a plan that runs."""
    screen = Screen(desk, theme, appearance)
    screen.page = RepPage(screen.work)
    screen.page.open(called(desk, "Viktor").id)
    return screen.show(qtbot, [screen.page], rep_actions(screen.page))


def called(desk, first_name):
    return desk.ask(lambda reads: reads.find(Rep, first_name=first_name))[0]


def plans_of(desk, first_name):
    rep_id = called(desk, first_name).id
    return desk.ask(lambda reads: reads.find(CoachingPlan, rep_id=rep_id))


def card(rep):
    return rep.page.widget.findChild(PlanCard)


def shown(rep):
    return [label.text() for label in card(rep).findChildren(QLabel) if label.isVisible()]


def test_the_plan_says_where_it_stands_and_opens_the_events_behind_its_figure(rep):
    words = " | ".join(shown(rep))
    assert "4 of 5 one-on-ones" in words
    assert "1 of 7 at the start, since then" in words
    card(rep).events.setFocus()
    rep.press(KEY.Key_Return)
    rows = QApplication.focusWidget()
    assert isinstance(rows, Rows)
    assert {row.event.behaviour for row in rows.rows()} == {BehaviourKey.TRANSITION}


def test_enter_on_a_talk_writes_what_was_tried_and_undo_takes_it_back(rep, desk):
    card(rep).talks.setFocus()
    card(rep).talks.set_current(0)
    rep.press(KEY.Key_Return, "Two sentences", KEY.Key_Return)
    assert plans_of(desk, "Viktor")[0].sessions[0].tried == "Two sentences"
    assert card(rep).talks.rows()[0].tried == "Two sentences"
    rep.undo()
    assert card(rep).talks.rows()[0].tried == "Three sentences by phone"


def test_once_every_one_on_one_is_used_the_card_asks_and_one_more_is_a_key_away(rep, desk):
    assert not card(rep).more_button.isVisible()
    rep.work.do(enter_held, called(desk, "Viktor").id, desk.as_of)
    assert "All 5 one-on-ones are used. Stop the plan, or go on?" in shown(rep)
    card(rep).more_button.setFocus()
    rep.press(KEY.Key_Return, KEY.Key_Return)
    assert plans_of(desk, "Viktor")[0].sessions_planned == 6
    assert not card(rep).more_button.isVisible()


def test_a_changed_plan_leads_to_the_next_one(rep, desk):
    rep.press((KEY.Key_E, CTRL_SHIFT), KEY.Key_Right, KEY.Key_Tab, "Value first", KEY.Key_Return)
    assert plans_of(desk, "Viktor")[0].stop_note == "Value first"
    rep.press(KEY.Key_Return)
    running = [plan for plan in plans_of(desk, "Viktor") if plan.stop_reason is None]
    assert [plan.start_day for plan in running] == [desk.as_of]


def test_a_plan_that_ended_unfolds_to_what_was_tried(rep, desk):
    rep.page.open(called(desk, "Priya").id)
    assert card(rep).begin.isVisible()
    ended = card(rep).ended
    assert "Left the leaflet" not in ended.model().index(0, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    ended.setFocus()
    ended.set_current(0)
    rep.press(KEY.Key_Return)
    spoken = ended.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Left the leaflet in the bag" in spoken


def test_who_has_left_is_offered_no_plan(rep, desk):
    tom = called(desk, "Tom")
    day = desk.as_of.replace(day=9)
    rep.work.do(leave_team, tom.id, day, cancel_talks=True)
    rep.page.open(tom.id)
    assert not card(rep).begin.isVisible()
    assert rep.page.plan.why_not_start() == "Tom has left the team."


def test_another_behaviour_brings_its_own_words_unless_others_were_typed(rep, desk):
    rep.page.open(called(desk, "Tom").id)
    rep.press((KEY.Key_G, CTRL_SHIFT))
    sheet = rep.window.findChild(StartPlanSheet)
    proposed = sheet.good.words()
    rep.press((KEY.Key_Backtab, NONE), KEY.Key_Return, KEY.Key_Up, KEY.Key_Return)
    assert sheet.behaviour.value() == BehaviourKey.FOLLOW_THROUGH.value
    assert sheet.good.words() != proposed
    sheet.good.setFocus()
    sheet.good.selectAll()
    rep.press("Asks before telling", (KEY.Key_Backtab, NONE), KEY.Key_Return, KEY.Key_Down)
    rep.press(KEY.Key_Return)
    assert sheet.good.words() == "Asks before telling"
    sheet.good.setFocus()
    rep.press(KEY.Key_Return)
    (plan,) = plans_of(desk, "Tom")
    assert (plan.behaviour_key, plan.good_looks_like) == (
        BehaviourKey.ALL_WIN,
        "Asks before telling",
    )
    assert "0 of 4 one-on-ones" in shown(rep)
