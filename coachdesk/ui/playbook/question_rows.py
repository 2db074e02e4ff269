"""How a question of the bank is painted: its behaviour, its words, what was done with it."""

from datetime import date
from math import cos, pi, sin

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPen, QPolygonF

from coachdesk.domain.playbook import Playbook
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped, wrapped_height
from coachdesk.views.question_bank import BankQuestion
from coachdesk.views.question_words import behaviour_words, detail_words, whose_words

STAR = "star"
LEFT, MARK, GAP, STAR_ROOM = 16, 18, 10, 44
ABOVE, BELOW = 9, 10


class BankPainter:
    """The star at the right is a favourite; a click on it makes or ends one."""

    def __init__(self, theme: Theme, playbook: Playbook, as_of: date) -> None:
        self._theme, self.playbook, self.as_of = theme, playbook, as_of

    def height(self, row: BankQuestion, width: int) -> int:
        px = self._theme.px
        lines = wrapped_height(self._theme, row.question.text, "body", self._room(row, width))
        return lines + self._theme.line("small#") + px(ABOVE + BELOW + 1)

    def name(self, row: BankQuestion) -> str:
        behaviour = behaviour_words(row.question.behaviour, self.playbook)
        favourite = _("favourite") if row.question.is_favourite else ""
        detail = detail_words(row, self.playbook, self.as_of)
        parts = (row.question.text, behaviour, detail, whose_words(row), favourite)
        return ", ".join(part for part in parts if part)

    def hit(self, row: BankQuestion, rect: QRectF, pos: QPoint) -> str:
        return STAR if pos.x() > rect.right() - self._theme.px(STAR_ROOM) else ""

    def paint(self, c: Canvas, rect: QRectF, row: BankQuestion, look: RowLook) -> None:
        px, question = c.theme.px, row.question
        top = rect.top() + px(ABOVE)
        if question.behaviour is not None:
            mark(c, rect.left() + px(LEFT), top + px(10), question.behaviour.value, MARK)
        room = self._room(row, rect.width())
        area = QRectF(rect.left() + px(LEFT + MARK + GAP), top, room, rect.height())
        wrapped(c, area, question.text, "body", "ink2" if row.is_retired else "ink")
        area.translate(0, wrapped_height(c.theme, question.text, "body", room) + px(1))
        area.setHeight(c.theme.line("small#"))
        text(c, area, detail_words(row, self.playbook, self.as_of), "small#", "ink2")
        if question.is_favourite or look.hovered or look.current:
            place = QPointF(rect.right() - px(LEFT + 8), top + px(10))
            star(c, place, filled=question.is_favourite)
        whose = QRectF(rect.left(), top, rect.width() - px(STAR_ROOM), px(20))
        text(c, whose, whose_words(row), "small", "ink2", RIGHT)

    def _room(self, row: BankQuestion, width: float) -> float:
        taken = self._theme.width(whose_words(row), "small")
        return width - self._theme.px(LEFT + MARK + GAP + STAR_ROOM + 12) - taken


def star(c: Canvas, center: QPointF, *, filled: bool) -> None:
    """Five points; an outline says that a click would make it one."""
    outer = c.theme.px(8)
    points = []
    for n in range(10):
        radius, turn = outer * (0.45 if n % 2 else 1), pi * n / 5 - pi / 2
        points.append(center + QPointF(radius * cos(turn), radius * sin(turn)))
    color = c.theme.c("accent" if filled else "ink3")
    c.p.save()
    c.p.setPen(QPen(color, 1))
    if filled:
        c.p.setBrush(color)
    c.p.drawPolygon(QPolygonF(points))
    c.p.restore()
