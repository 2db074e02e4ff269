"""A column of the board: its title and count, its cards, and what stands at its foot."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.hand_off_rules import BoardColumn
from coachdesk.ui.kit.canvas import Canvas, Run, box, canvas
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.partners import state
from coachdesk.ui.partners.cards import CardPainter
from coachdesk.ui.parts.follow import Follow
from coachdesk.views.partners import BoardCard, PartnersPage

KIND = "application/x-coachdesk-card"
GUTTER = 6
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardList(Rows):
    """The cards; Left and Right leave for the next column, with Ctrl they take the card along."""

    stepped = Signal(int)
    pushed = Signal(object, int)

    def __init__(self, theme: Theme, painter: CardPainter, name: str) -> None:
        super().__init__(theme, painter, name=name, ruled=False, hover="", scrolls=True)
        self._pressed: QPoint | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, row = ARROWS.get(Qt.Key(event.key())), self.current_row()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step and modifiers == Qt.KeyboardModifier.ControlModifier and row is not None:
            self.do("pushed", self.pushed.emit, row, step)
        elif step and not modifiers:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        is_held = event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None
        if is_held and (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            index = self.indexAt(self._pressed)
            self._pressed = None
            if index.isValid():
                self.drag(index.row())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:  # else the card was dragged, not clicked
            super().mouseReleaseEvent(event)

    def paint_row(self, c: Canvas, rect: QRect, at: int, hovered: bool) -> None:
        """Cards and their ring end before the gutter of the scroll bar."""
        super().paint_row(c, rect.adjusted(0, 0, -round(self.theme.px(GUTTER)), 0), at, hovered)

    def drag(self, at: int) -> None:
        """Take a card along with the mouse, in its own picture."""
        card, area = self.rows()[at], self.visualRect(self.model().index(at, 0))
        drag, data = QDrag(self), QMimeData()
        data.setData(KIND, QByteArray(card.id.bytes))
        drag.setMimeData(data)
        drag.setPixmap(self.viewport().grab(area))
        drag.setHotSpot(QPoint(area.width() // 2, area.height() // 4))
        drag.exec(Qt.DropAction.MoveAction)


class Column(QWidget):
    """A quiet ground that takes cards; `dropped` says whose card was let go over it."""

    dropped = Signal(object, object)  # card id, column

    def __init__(self, theme: Theme, column: BoardColumn, page: ScrollPage) -> None:
        super().__init__()
        self.column, self._theme, self._is_over = column, theme, False
        px = theme.px
        title = state.column_title(column)
        self.setAccessibleName(title)
        self.setAcceptDrops(True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(px(8), px(12), px(2), px(8))  # the bar lies in the gutter
        stack.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(8), 0, px(14), 0)
        self._count = Text(theme, "", "body#", "ink2")
        head.addWidget(Text(theme, title, "bodyStrong", elide=True), 1)
        head.addWidget(self._count)
        stack.addLayout(head)
        words = Text(theme, state.column_words(column), "small", "ink2", elide=True)
        below = QHBoxLayout()
        below.setContentsMargins(px(8), 0, px(14), px(6))
        below.addWidget(words)
        stack.addLayout(below)
        has_bars = column is not BoardColumn.COMING
        self._painter = CardPainter(theme, date.min, has_bars)
        self.cards = CardList(theme, self._painter, title)
        self._follow = Follow(page, self.cards)
        stack.addWidget(self.cards)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(px(8), px(4), px(8), px(4))
        self.foot.setSpacing(px(2))
        stack.addLayout(self.foot)
        stack.addStretch(1)

    def show_page(self, page: PartnersPage) -> None:
        """Show its cards of this page."""
        found = page.columns[self.column]
        self._painter.as_of, self._painter.longest = page.as_of, page.longest_days
        self._painter.places = _places(found)
        self._count.show_runs([Run(str(len(found)), "body#", "ink2")])
        self.cards.set_rows(found)
        self.cards.setVisible(bool(found))

    def wanted(self) -> int:
        """The height at which every card is in sight."""
        return self.layout().sizeHint().height()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(KIND):
            self._show_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        event.acceptProposedAction()
        plain = event.mimeData().data(KIND).data()
        self.dropped.emit(UUID(bytes=bytes(plain)), self.column)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge = ("accentSoft", "accent") if self._is_over else ("side", "line")
        box(canvas(painter, self._theme), QRectF(self.rect()), 10, fill, edge)

    def _show_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()


def _places(cards: Sequence[BoardCard]) -> dict[UUID, tuple[int, int]]:
    return {card.id: (n, len(cards)) for n, card in enumerate(cards, start=1)}
