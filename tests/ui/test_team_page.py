"""The Team page by keyboard, and in little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coachdesk.domain.people import Account, Rep
from coachdesk.services.people import add_account, add_rep, leave_team
from coachdesk.services.sample import sample_id
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.team.merge_sheet import MergeSheet
from coachdesk.ui.team.rep_sheets import AwaySheet, DetailsSheet, LeaveSheet
from coachdesk.ui.team.team_actions import team_actions
from coachdesk.ui.team.team_page import TeamPage
from coachdesk.ui.team.team_rows import places
from tests.ui.screens import Screen, sample_desk

ALT, Key = Qt.KeyboardModifier.AltModifier, Qt.Key


@pytest.fixture
def desk(tmp_path):
    desk = sample_desk(tmp_path)
    yield desk
    desk.close()


def shown(desk, qtbot, theme, appearance, **kwargs):
    screen = Screen(desk, theme, appearance)
    screen.page = TeamPage(screen.work)
    return screen.show(qtbot, [screen.page], team_actions(screen.page), **kwargs)


@pytest.fixture
def team(desk, qtbot, theme, appearance):
    return shown(desk, qtbot, theme, appearance)


def names(rows):
    return [row.name for row in rows.rows()]


def sheet(team, kind):
    return next(s for s in team.window.findChildren(kind) if s.isVisible())


def rep(desk, name):
    return desk.ask(lambda reads: reads.get(Rep, sample_id(name)))


def test_a_row_is_a_sentence_and_enter_opens_its_rep(team):
    said = team.page.rows.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Priya Raman, Field sales, next one-on-one today 10:30, ")
    assert "Need identification 6 of 8" in said
    assert said.endswith("promises 1 over, last seen 9 Mar")
    team.press(Key.Key_J, Key.Key_Return)
    assert team.heard == [("rep_asked", sample_id("priya"))]


def test_alt_and_an_arrow_move_a_rep_who_keeps_the_keys(team):
    team.press((Key.Key_Down, ALT), (Key.Key_Down, ALT), (Key.Key_Up, ALT))
    assert names(team.page.rows)[:3] == ["Priya Raman", "Viktor Lindqvist", "Tom Hartley"]
    assert team.page.rows.current_row().name == "Viktor Lindqvist"
    team.undo()
    assert names(team.page.rows)[1:3] == ["Tom Hartley", "Viktor Lindqvist"]


def test_details_are_refused_in_place_and_then_kept(team, desk):
    before = rep(desk, "viktor")
    team.press("e")
    details = sheet(team, DetailsSheet)
    details.rhythm.setText("5")
    team.press(Key.Key_Return)
    assert "between 7 and 90" in details.problem.accessibleName()
    details.rhythm.setText("7")
    details.time.setText("8.15")
    team.press(Key.Key_Return)
    viktor = rep(desk, "viktor")
    assert (viktor.session_rhythm_days, f"{viktor.slot_time:%H:%M}") == (7, "08:15")
    assert (viktor.name, viktor.employed) == (before.name, before.employed)


def test_a_leaving_rep_is_asked_about_later_talks(team, desk):
    team.registry.run("team.left")
    leaving = sheet(team, LeaveSheet)
    assert leaving.cancel.isVisible()
    assert leaving.cancel.accessibleName() == "Cancel the talk that is planned for later"
    leaving.day.setText("in two months")
    assert not leaving.cancel.isVisible()
    team.press(Key.Key_Escape)
    assert rep(desk, "viktor").employed[-1][1] is None


def test_the_palette_means_the_rep_the_keys_were_on(team, desk):
    day = desk.as_of.replace(day=2)
    desk.do(leave_team, sample_id("tom"), day, cancel_talks=True)
    team.page.refresh()
    team.focus_on("1 not on the team now", Button).click()
    assert QApplication.focusWidget() is team.page.left
    team.window.setFocus()
    assert team.registry.get("team.left").when() == "Tom has left the team."
    assert team.registry.get("team.back").when() == ""
    team.page.rows.setFocus()
    assert team.registry.get("team.back").when() == "Viktor is on the team."


def test_days_away_are_changed_by_enter_and_gone_by_del(team, desk):
    team.focus_on("Away", Rows)
    team.press(Key.Key_J, Key.Key_Return)
    away = sheet(team, AwaySheet)
    away.last.setText("1 April 2026")
    team.press(Key.Key_Return)
    assert [f"{first} {last}" for first, last in rep(desk, "sofia").away] == [
        "2026-03-30 2026-04-01"
    ]
    team.press(Key.Key_Delete)
    assert rep(desk, "sofia").away == ()


def test_a_customer_typed_twice_is_pointed_out_merged_and_taken_back(team, desk):
    team.work.do(add_account, "Copperfeild Parts")
    team.focus_on("Merge", Button).click()
    merge = sheet(team, MergeSheet)
    assert merge.found.current_row().name == "Copperfield Parts"
    merge.keep.set_value("theirs")
    before = len(desk.ask(lambda reads: reads.find(Account)))
    team.press(Key.Key_Return)
    kept = {account.name for account in desk.ask(lambda reads: reads.find(Account))}
    assert len(kept) == before - 1
    assert "Copperfield Parts" in kept
    assert not team.page.double_line.isVisible()
    team.undo()
    team.focus_on("Not the same", Button).click()
    assert not team.page.double_line.isVisible()


def test_without_a_rep_the_page_says_how_it_begins(tmp_path, qtbot, theme, appearance):
    desk = sample_desk(tmp_path, sample=False)
    team = shown(desk, qtbot, theme, appearance)
    asked = []
    team.page.signals.add_rep_asked.connect(lambda: asked.append(True))
    team.focus_on("Add a rep", Button).click()
    assert asked == [True]
    assert team.registry.get("team.details").when() == "There is no rep yet."
    team.work.do(add_rep, "Łukasz O’Brien")
    assert names(team.page.rows) == ["Łukasz O’Brien"]
    desk.close()


@pytest.mark.parametrize("width", [400, 560, 760, 960, 1096, 1600])
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_no_column_stands_on_another(qapp, width, zoom):
    theme = Theme()
    theme.use(zoom=zoom)
    at = places(theme, theme.px(width))
    bars_end = None if at.bars is None else at.bars + theme.px(4 * 46 + 42)
    marks = [at.name, at.name_ends, at.next, at.bars, bars_end, at.focus, at.promises, at.seen]
    found = [mark for mark in [*marks, at.right] if mark is not None]
    assert found == sorted(found)
    assert at.name_ends - at.name >= theme.px(96)
    theme.use(zoom=100)
