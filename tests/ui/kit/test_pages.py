import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.promise_row import PromiseLine, PromisePainter
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text


def tall_content(theme, height):
    content = QWidget()
    stack = QVBoxLayout(content)
    stack.addWidget(Field(theme, name="Top"))
    content.setMinimumHeight(height)
    return content


def test_columns_stand_side_by_side_or_one_under_the_other(shown, theme, qtbot):
    columns = Columns(theme)
    left, right = Card(theme, "Left"), Card(theme, "Right")
    columns.left.addWidget(left)
    columns.right.addWidget(right)
    window = shown(columns)
    assert left.mapTo(window, left.rect().topRight()).x() < right.mapTo(window, right.pos()).x()
    columns.set_two(False)
    qtbot.waitUntil(lambda: left.width() == columns.width() == right.width())
    assert right.mapTo(window, right.rect().topLeft()).y() > left.height()


def test_a_card_taller_than_its_sections_keeps_them_on_top(shown, theme):
    card = Card(theme, "Promises due")
    header = SectionHeader(theme, "Promises due")
    card.add(header)
    card.add(Text(theme, "Nothing is due."), pad=(16, 0, 16, 16))
    shown(card)
    assert card.height() > 300
    assert header.y() == 0
    assert header.height() == 40


def test_a_cards_edge_is_exactly_its_colours(shown, theme, colors):
    card = Card(theme, "x")
    shown(card)
    corner = card.grab().toImage()
    middle = corner.height() // 2
    assert corner.pixelColor(0, middle).name().upper() == "#E2DFD8"
    assert corner.pixelColor(1, middle).name().upper() == "#FFFFFF"


def test_a_page_scrolls_under_a_bar_that_moves_nothing(shown, theme, qtbot):
    page = ScrollPage(theme, "Today", content=tall_content(theme, 2000))
    shown(page)
    assert page.widget().width() == page.width()
    page.replace(tall_content(theme, 100))
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)


def test_the_scroll_position_survives_new_content(shown, theme, qtbot):
    page = ScrollPage(theme, "Today", content=tall_content(theme, 2000))
    shown(page)
    page.verticalScrollBar().setValue(500)
    page.replace(tall_content(theme, 2000))
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() == 500)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (PromiseLine(1, "call Dana", "today"), "Your promise, call Dana, due today, checkbox"),
        (PromiseLine(2, "write", who="Priya", done=True), "Priya’s promise, write, kept"),
    ],
)
def test_a_promise_says_whose_it_is_and_when(line, sentence):
    assert line.sentence() == sentence


def test_a_promise_is_ticked_with_space_where_it_stands(shown, theme, qtbot):
    rows = Rows(theme, PromisePainter(theme), name="Promises due")
    rows.set_rows([PromiseLine(1, "call Dana", "today", "warn"), PromiseLine(2, "write")])
    shown(rows)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.ticked) as told:
        QTest.keyClick(rows, Qt.Key.Key_Space)
    assert told.args[0].id == 2
