"""Any question of the bank for a talk: type a word of it, Up and Down, Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.searching import folded, holds, search_words
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped, wrapped_height
from coachdesk.views.talk_pages import QuestionRow

MOST = 6
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
LEFT, MARK, PAD = 16, 18, 16


class BankPainter:
    """The behaviour’s letter, the question, and below it what speaks for it in this talk."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: QuestionRow, width: int) -> int:
        room, px = self._room(row, width), self._theme.px
        lines = wrapped_height(self._theme, row.text, "body", room)
        return lines + self._theme.line("small#") + px(14)

    def name(self, row: QuestionRow) -> str:
        return ", ".join((row.text, row.why, row.hint))

    def paint(self, c: Canvas, rect: QRectF, row: QuestionRow, look: RowLook) -> None:
        px = c.theme.px
        if row.behaviour is not None:
            mark(c, rect.left() + px(LEFT), rect.top() + px(16), row.behaviour.value, MARK)
        hint = QRectF(rect.left(), rect.top() + px(6), rect.width() - px(PAD), px(20))
        text(c, hint, row.hint, "small#", "ink2", RIGHT)
        room = self._room(row, rect.width())
        area = QRectF(rect.left() + px(LEFT + MARK + 10), rect.top() + px(6), room, rect.height())
        wrapped(c, area, row.text)
        area.translate(0, wrapped_height(c.theme, row.text, "body", room) + px(1))
        area.setHeight(c.theme.line("small#"))
        text(c, area, row.why, "small#", "ink2")

    def _room(self, row: QuestionRow, width: float) -> float:
        px = self._theme.px
        return width - px(LEFT + MARK + 10 + PAD + 12) - self._theme.width(row.hint, "small#")


class QuestionChooser(Overlay):
    """`chosen` tells the question's id. Those that fit the talk best stand first."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, bank: Sequence[QuestionRow]) -> None:
        super().__init__(theme, window, _("Choose from the question bank"), width=660)
        self._bank = tuple(bank)
        placeholder = _("A word of the question")
        name = _("Choose from the question bank, by a word of the question")
        self.field = Field(theme, placeholder, name=name, icon="search")
        self.list = Rows(theme, BankPainter(theme), name=_("Questions of the bank"), select=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._count = Text(theme, "", "small", "ink2", wrap=True)
        self.card.add(self.field, pad=(16, 16, 16, 12))
        body = QWidget()
        stack = QVBoxLayout(body)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.list)
        self.card.add(body, rule=True)
        self.card.add(self._count, rule=True, pad=(16, 8, 16, 10))
        self.field.textChanged.connect(self._look)
        self.list.opened.connect(self._choose)
        self.field.installEventFilter(self)
        self._look("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            step, count = STEPS.get(event.key()), len(self.list.rows())
            if step and count:
                self.list.set_current((self.list.currentIndex().row() + step) % count)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                row = self.list.current_row()
                if row is not None:
                    self._choose(row)
                return True
        return super().eventFilter(watched, event)

    def _look(self, typed: str) -> None:
        looked_for = search_words(typed)
        found = [
            row for row in self._bank if all(holds(folded(row.text), word) for word in looked_for)
        ]
        self.list.set_rows(found[:MOST])
        self.list.setVisible(bool(found))
        if found:
            self.list.set_current(0)
        self._count.show_runs(self._count_words(len(found), bool(looked_for)))
        self.fit()

    def _count_words(self, n: int, is_searched: bool) -> str:
        if n == 0:
            return _("No question has these words. Esc leaves; you can write your own.")
        more = n - MOST
        if more <= 0:
            return ngettext("{n} question.", "{n} questions.", n).format(n=n)
        if is_searched:
            return _("The first {most} of {n}; another word narrows it.").format(most=MOST, n=n)
        return _("What fits this talk best; type a word to find one of {n}.").format(n=n)

    def _choose(self, row: QuestionRow) -> None:
        self.close_panel()
        self.chosen.emit(row.id)
