"""The Partners page by keys and mouse, in little room, and with nothing in it."""

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from coachdesk.domain.hand_off_rules import BoardColumn
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.vocabulary import HandOffState
from coachdesk.services.people import NewTeam, add_partner_team
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.partners.actions import partner_actions
from coachdesk.ui.partners.column import KIND
from coachdesk.ui.partners.hand_off_panel import HandOffPanel
from coachdesk.ui.partners.page import PartnersPage
from coachdesk.ui.partners.sheets import AddTeamSheet
from coachdesk.ui.parts.settle_sheet import SettleSheet
from coachdesk.ui.shell.page import Room
from tests.ui.screens import Screen, sample_desk

CTRL, Key, C = Qt.KeyboardModifier.ControlModifier, Qt.Key, BoardColumn


def shown(folder, qtbot, theme, appearance, *, sample=True):
    screen = Screen(sample_desk(folder, sample=sample), theme, appearance)
    screen.page = PartnersPage(screen.work)
    screen.show(qtbot, [screen.page], partner_actions(screen.page))
    screen.columns = screen.page._board.columns
    return screen


@pytest.fixture
def board(tmp_path, qtbot, theme, appearance):
    screen = shown(tmp_path, qtbot, theme, appearance)
    yield screen
    screen.desk.close()


def open_panel(screen, kind=Overlay):
    return next((p for p in screen.window.findChildren(kind) if p.isVisible()), None)


def drop(column, card):
    data = QMimeData()
    data.setData(KIND, QByteArray(card.id.bytes))
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    column.dropEvent(QDropEvent(QPointF(20, 20), move, data, left, none))


def names(column):
    model = column.cards.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_a_card_is_a_sentence_with_its_column_age_and_place(board):
    assert names(board.columns[C.WITH_PARTNER])[3] == (
        "Ravensholt Energy, with partner, 4 days over, card 4 of 16"
    )


def test_arrows_go_to_the_neighbouring_column(board):
    assert QApplication.focusWidget() is board.columns[C.COMING].cards
    board.press(Key.Key_Right, Key.Key_Right, Key.Key_Down)
    assert QApplication.focusWidget() is board.columns[C.WITH_PARTNER].cards
    assert board.columns[C.WITH_PARTNER].cards.currentIndex().row() == 1
    board.press(Key.Key_Left)
    assert QApplication.focusWidget() is board.columns[C.EXPECTATION_SET].cards


def test_a_card_dropped_on_a_column_asks_for_the_step(board):
    card = board.columns[C.EXPECTATION_SET].cards.rows()[0]
    drop(board.columns[C.WITH_PARTNER], card)
    assert open_panel(board, SettleSheet) is not None
    board.press(Key.Key_Return)
    assert card.id in [one.id for one in board.columns[C.WITH_PARTNER].cards.rows()]
    assert board.page._board.current_list().current_row().id == card.id
    board.undo()
    assert card.id in [one.id for one in board.columns[C.EXPECTATION_SET].cards.rows()]


def test_a_card_dropped_where_it_cannot_go_says_the_way_out_and_stays(board):
    card = board.columns[C.WITH_PARTNER].cards.rows()[0]
    drop(board.columns[C.COMING], card)
    assert "what the customer was told stands. Open the card" in board.said[-1]
    card = board.columns[C.COMING].cards.rows()[0]
    drop(board.columns[C.DELIVERED], card)
    assert "was not told yet what to expect" in board.said[-1]
    card = board.columns[C.DELIVERED].cards.rows()[0]
    drop(board.columns[C.WITH_PARTNER], card)
    assert "this hand-off has ended" in board.said[-1]
    assert open_panel(board) is None


def test_past_its_day_the_miss_comes_first_then_how_it_ended_then_all_three(board):
    card = next(
        one
        for one in board.columns[C.WITH_PARTNER].cards.rows()
        if one.state is HandOffState.SET and one.is_marked
    )
    board.page.reveal_on_board(card.id)
    board.press((Key.Key_Right, CTRL))
    sheet = open_panel(board, SettleSheet)
    sheet.answers._widgets["cause"].set_value("rep")
    sheet.run()
    sheet = open_panel(board, SettleSheet)
    assert sheet.act_button.label == "Met late"
    sheet.run()
    sheet = open_panel(board, SettleSheet)
    assert sheet.act_button.label == "All win"
    stored = board.desk.ask(lambda reads: reads.get(HandOff, card.id))
    assert stored.state is HandOffState.MET_LATE
    sheet.run()
    assert sheet.problem.accessibleName().startswith("Mark what at least two of the three")


def test_a_chip_shows_one_team_and_a_hand_off_of_another_is_found_again(board):
    first, second = board.page._page.teams[:2]
    board.page.choose_team(first.id)
    every = [card for column in board.columns.values() for card in column.cards.rows()]
    assert {card.team_id for card in every} == {first.id}
    assert len(every) == first.count
    board.page.choose_team(second.id)
    assert board.page.reveal(every[-1].id)
    assert board.page.team_id is None
    assert isinstance(open_panel(board), HandOffPanel)


def test_a_team_without_cards_shows_its_empty_board_and_t_goes_on(board):
    made = board.desk.do(add_partner_team, NewTeam(name="Zeal"))
    board.work.tell(made.changes)
    for _team in board.page._page.teams:
        board.page._turn(None)
    assert board.page.team_id == made.result.id
    assert board.page._board.isVisible()
    assert QApplication.focusWidget().accessibleName() == "Zeal 0, chosen"


def test_columns_stand_two_by_two_where_there_is_little_room(board):
    board.page.reflow(Room(680))
    QApplication.processEvents()
    tops = {column.geometry().top() for column in board.columns.values()}
    assert len(tops) == 2


def test_an_empty_page_asks_for_the_team_one_needs_most(tmp_path, qtbot, theme, appearance):
    screen = shown(tmp_path, qtbot, theme, appearance, sample=False)
    assert not screen.page._board.isVisible()
    screen.press(Key.Key_Return)
    assert isinstance(open_panel(screen), AddTeamSheet)
    screen.press("Creative", Key.Key_Return)
    assert [team.name for team in screen.page._page.teams] == ["Creative"]
    assert screen.page._no_card.isVisible()
    screen.desk.close()
