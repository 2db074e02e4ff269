"""The frame of a running talk: top, agenda at the left, notes, what is asked at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.ui.kit.canvas import canvas, upright
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.follow import FollowCaret
from coachdesk.ui.sessions.run_asked import AskedList
from coachdesk.ui.sessions.run_legend import Legend
from coachdesk.ui.sessions.run_lines import NoteLines
from coachdesk.ui.sessions.run_side import RunSide
from coachdesk.ui.sessions.run_top import RunTop
from coachdesk.ui.shell.page import Room


class _Middle(QWidget):
    """The white ground of the notes, with a rule at either side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.c("panel"))
        c = canvas(painter, self._theme)
        upright(c, 0, 0, self.height())
        upright(c, self.width() - 1, 0, self.height())


class RunFrame(QWidget):
    """Puts the parts in their places; the page connects them."""

    leave_asked = Signal()

    def __init__(self, theme: Theme, notes: NoteLines) -> None:
        super().__init__()
        self._theme = theme
        self.top, self.side, self.notes = RunTop(theme), RunSide(theme), notes
        self.legend, self.asked = Legend(theme), AskedList(theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        row = QHBoxLayout()
        row.setSpacing(0)
        whole.addLayout(row, 1)
        self._left = ScrollPage(theme, self.side.accessibleName(), content=self.side)
        row.addWidget(self._left)
        row.addWidget(self._build_middle(), 1)
        self._right = ScrollPage(theme, "", content=self._build_right())
        row.addWidget(self._right)

    def _build_middle(self) -> QWidget:
        middle = _Middle(self._theme)
        stack = QVBoxLayout(middle)
        stack.setContentsMargins(1, 0, 1, 0)
        stack.setSpacing(0)
        self.scroll = ScrollPage(self._theme, self.notes.accessibleName(), content=self.notes)
        self._follow = FollowCaret(self.scroll, self.notes, self.notes.editor)
        stack.addWidget(self.scroll, 1)
        stack.addWidget(self.legend)
        return middle

    def _build_right(self) -> QWidget:
        right = QWidget()
        px = self._theme.px
        self.right = QVBoxLayout(right)
        self.right.setContentsMargins(px(20), px(20), px(20), px(16))
        self.right.setSpacing(px(16))
        self.right.addWidget(self.asked)
        self.right.addStretch(1)
        self.tally = Text(self._theme, "", "small", "ink2", wrap=True)
        self.right.addWidget(self.tally)
        return right

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
            return
        super().keyPressEvent(event)

    def put_composer(self, composer: QWidget) -> None:
        """Show what is being agreed, above what was asked already."""
        self.right.insertWidget(0, composer)

    def put_expectations(self, card: QWidget) -> None:
        """Show what is expected of the rep below what was asked."""
        self.right.insertWidget(self.right.indexOf(self.asked) + 1, card)

    def reflow(self, room: Room) -> None:
        """Narrow windows take from the sides first."""
        wide = room.width >= 1180
        self._left.setFixedWidth(self._theme.px(272 if wide else 212))
        self._right.setFixedWidth(self._theme.px(346 if wide else 296))
