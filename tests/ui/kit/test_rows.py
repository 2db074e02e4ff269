from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coachdesk.ui.kit.canvas import text
from coachdesk.ui.kit.rows import TICK, Rows


@dataclass(frozen=True)
class Promise:
    id: int
    what: str
    tall: bool = False


class Painter:
    def height(self, row, width):
        return 60 if row.tall else 32

    def name(self, row):
        return f"Your promise, {row.what}, checkbox"

    def paint(self, c, rect, row, look):
        text(c, rect, row.what)

    def hit(self, row, rect, pos):
        return TICK if pos.x() < 32 else ""


class Heard(list):
    def hear(self, row):
        self.append(row)


PROMISES = [Promise(1, "call Dana"), Promise(2, "R&D <b>x</b>", tall=True), Promise(3, "write")]


@pytest.fixture
def rows(shown, theme):
    kept = Rows(theme, Painter(), name="Promises due")
    kept.set_rows(PROMISES)
    shown(kept)
    kept.setFocus()
    return kept


def test_a_list_is_as_tall_as_its_rows(rows):
    assert rows.height() == 32 + 60 + 32


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "opened"),
        (Qt.Key.Key_Space, "ticked"),
        (Qt.Key.Key_Delete, "removed"),
    ],
)
def test_keys_of_a_list_tell_the_current_row(rows, qtbot, key, signal):
    rows.set_current(1)
    with qtbot.waitSignal(getattr(rows, signal)) as told:
        QTest.keyClick(rows, key)
    assert told.args == [PROMISES[1]]


def test_j_and_k_move_and_stop_at_the_ends(rows):
    for _ in range(5):
        QTest.keyClick(rows, Qt.Key.Key_J)
    assert rows.current_row() == PROMISES[2]
    QTest.keyClick(rows, Qt.Key.Key_K)
    assert rows.current_row() == PROMISES[1]


def test_a_letter_acts_only_in_the_list_that_has_the_focus(rows, shown, theme):
    heard = Heard()
    rows.on_key("E", heard.hear)
    other = Rows(theme, Painter(), name="Other")
    other.set_rows(PROMISES)
    rows.window().layout().addWidget(other)
    other.show()
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_E)
    assert heard == []
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_E)
    assert heard == [PROMISES[0]]


def test_a_click_on_the_box_ticks_and_elsewhere_opens(rows, qtbot):
    with qtbot.waitSignal(rows.ticked) as told, qtbot.assertNotEmitted(rows.opened):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert told.args == [PROMISES[0]]
    with qtbot.waitSignal(rows.opened):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 10))


def test_the_current_row_stays_current_when_rows_change(rows):
    rows.set_current(2)
    rows.set_rows([Promise(9, "new"), *PROMISES])
    assert rows.current_row() == PROMISES[2]
    rows.set_rows(PROMISES[:2])
    assert rows.current_row() == PROMISES[1]


def test_a_screen_reader_hears_the_rows_sentence(rows):
    index = rows.model().index(1, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Your promise, R&D <b>x</b>, checkbox"


class WrappingPainter(Painter):
    """Half as wide, twice as high."""

    def height(self, row, width):
        return 40 if width < 300 else 20


def test_rows_are_placed_anew_when_the_width_changes_and_the_height_does_not(shown, theme):
    rows = Rows(theme, WrappingPainter(), name="Promises")
    rows.set_rows([Promise(1, "Ask"), Promise(2, "Send")])
    shown(rows)
    rows.resize(200, 80)
    second = rows.model().index(1, 0)
    assert rows.visualRect(second).top() == 40
    rows.resize(400, 80)
    assert rows.visualRect(second).top() == 20
