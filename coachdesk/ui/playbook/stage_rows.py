"""How a question of a stage is painted: its behaviour and its words."""

from PySide6.QtCore import QRectF

from coachdesk.domain.playbook import Question
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped, wrapped_height
from coachdesk.views.question_words import purpose_word

LEFT, MARK, GAP, PAD = 16, 18, 10, 16


class QuestionPainter:
    """When it is of use stands at the right."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: Question, width: int) -> int:
        lines = wrapped_height(self._theme, row.text, "body", self._room(row, width))
        return lines + self._theme.px(16)

    def name(self, row: Question) -> str:
        return f"{row.text}, {purpose_word(row.purpose)}"

    def paint(self, c: Canvas, rect: QRectF, row: Question, look: RowLook) -> None:
        px = c.theme.px
        top = rect.top() + px(8)
        if row.behaviour is not None:
            mark(c, rect.left() + px(LEFT), top + px(10), row.behaviour.value, MARK)
        room = self._room(row, rect.width())
        left = rect.left() + px(LEFT + MARK + GAP)
        wrapped(c, QRectF(left, top, room, rect.height()), row.text)
        hint = QRectF(rect.left(), top, rect.width() - px(PAD), px(20))
        text(c, hint, purpose_word(row.purpose), "small", "ink2", RIGHT)

    def _room(self, row: Question, width: float) -> float:
        taken = self._theme.width(purpose_word(row.purpose), "small")
        return width - self._theme.px(LEFT + MARK + GAP + PAD + 12) - taken
