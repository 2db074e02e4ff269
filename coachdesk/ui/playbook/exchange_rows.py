"""Items of another manager's Playbook: what I say at the left, what the file says at the right."""

from PySide6.QtCore import QPointF, QRectF

from coachdesk.domain.playbook_difference import is_same
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Canvas, text, upright
from coachdesk.ui.kit.marks import check, tag, tag_width
from coachdesk.ui.kit.rows import TICK, RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped_lines
from coachdesk.views.playbook_difference import (
    DifferenceRow,
    FieldBeside,
    Lines,
    PartHead,
    said_aloud,
)

Row = PartHead | DifferenceRow
HEAD, TITLE, BELOW, EDGE, GAP = 34, 34, 10, 14, 24
MOST_LINES = 60


class DifferencePainter:
    """A tick takes theirs; the version that is left is quiet. `taken` holds the ids of ticked rows.

    A click anywhere on an item ticks it, so that no click imports anything.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.taken: frozenset[str] = frozenset()

    def is_heading(self, row: Row) -> bool:
        return isinstance(row, PartHead)

    def is_sunk(self, row: Row) -> bool:
        return isinstance(row, PartHead)

    def hit(self, row: Row, rect: QRectF, pos: QPointF) -> str:
        return TICK

    def name(self, row: Row) -> str:
        if isinstance(row, PartHead):
            return row.title
        return said_aloud(row, is_taken=row.id in self.taken)

    def height(self, row: Row, width: int) -> int:
        px = self._theme.px
        if isinstance(row, PartHead):
            return px(HEAD)
        tall = px(TITLE) + px(BELOW)
        column = self._column(row, width)
        if not row.is_new:
            tall += self._theme.line("smallStrong") + px(4)
        for each in row.fields:
            mine = 0 if row.is_new else self._tall(each.mine, each.theirs, column)
            theirs = self._tall(each.theirs, each.mine, column)
            tall += self._label(each) + px(4) + max(mine, theirs)
        return round(tall)

    def paint(self, c: Canvas, rect: QRectF, row: Row, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(EDGE), 0, -px(EDGE), 0)
        if isinstance(row, PartHead):
            text(c, inner, row.title, "label", "ink2")
            return
        is_taken = row.id in self.taken
        top = QRectF(inner.left(), rect.top(), inner.width(), px(TITLE))
        check(c, top.left(), top.center().y(), is_taken)
        word = _("new") if row.is_new else _("other")
        tag(c, top.right(), top.center().y(), word, "good" if row.is_new else "warn")
        title = top.adjusted(px(EDGE + 12), 0, -tag_width(c, word) - px(8), 0)
        text(c, title, row.title, "bodyStrong", "ink" if is_taken or not row.is_new else "ink2")
        self._paint_fields(c, rect, row, is_taken)

    def _paint_fields(self, c: Canvas, rect: QRectF, row: DifferenceRow, is_taken: bool) -> None:
        px = c.theme.px
        left, width = rect.left() + px(2 * EDGE + 12), self._column(row, rect.width())
        right = left if row.is_new else left + width + px(GAP)
        top = rect.top() + px(TITLE)
        if not row.is_new:
            mine = _("Yours") if is_taken else _("Yours, stays")
            theirs = _("Theirs, is taken") if is_taken else _("Theirs")
            line = c.theme.line("smallStrong")
            heads = ((left, mine, not is_taken), (right, theirs, is_taken))
            for x, words, is_chosen in heads:
                area = QRectF(x, top, width, line)
                text(c, area, words, "smallStrong", "accent" if is_chosen else "ink2")
            top += line + px(4)
            upright(c, right - px(GAP / 2), top, rect.bottom() - px(BELOW))
        for each in row.fields:
            label = QRectF(left, top, width, self._label(each))
            text(c, label, each.label, "small", "ink2")
            top += label.height()
            area = QRectF(right, top, width, 0)
            bottom = self._paint_lines(c, area, each.theirs, each.mine, is_taken)
            if not row.is_new:
                area.moveLeft(left)
                mine = self._paint_lines(c, area, each.mine, each.theirs, not is_taken)
                bottom = max(bottom, mine)
            top = bottom + px(4)

    def _paint_lines(
        self, c: Canvas, area: QRectF, lines: Lines, others: Lines, is_chosen: bool
    ) -> float:
        step, top = c.theme.line("body"), area.top()
        for words in lines:
            role = _role(words, lines, others)
            for part in wrapped_lines(c.theme, words, role, area.width(), MOST_LINES):
                place = QRectF(area.left(), top, area.width(), step)
                text(c, place, part, role, "ink" if is_chosen else "ink2")
                top += step
        return top

    def _label(self, each: FieldBeside) -> float:
        return self._theme.line("small") if each.label else 0

    def _column(self, row: DifferenceRow, width: float) -> float:
        px = self._theme.px
        free = width - px(3 * EDGE + 12)
        return free if row.is_new else (free - px(GAP)) / 2

    def _tall(self, lines: Lines, others: Lines, width: float) -> float:
        parts = (
            wrapped_lines(self._theme, each, _role(each, lines, others), width, MOST_LINES)
            for each in lines
        )
        return sum(map(len, parts)) * self._theme.line("body")


def _role(line: str, lines: Lines, others: Lines) -> str:
    """A line of a list that the other list does not have stands out."""
    is_there = not others or any(is_same(other, line) for other in others)
    return "body" if is_there or len(lines) < 2 else "bodyStrong"
