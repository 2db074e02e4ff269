"""The rows of a rep's page: evidence that unfolds, asks with their ladder, what was shared."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRectF

from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.language import within
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import mark, rating_dots
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.events import event_sentence
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.ui.team.state import EvidenceRow
from coachdesk.views.rep import ShareRow

EDIT = "edit"
WORDS_AT, ROW = 198, 35
DAY, KIND = 60, 68


@dataclass(slots=True)
class EvidencePainter:
    """Day, link, rating, words, customer and partner; unfolded: the whole note and Edit."""

    theme: Theme
    as_of: date

    def height(self, row: EvidenceRow, width: int) -> int:
        px = self.theme.px
        if not row.unfolded:
            return px(ROW)
        lines = len(self._note(row, width))
        return px(14) + self.theme.line("body") * (lines + 1) + self._extra(row, width)

    def name(self, row: EvidenceRow) -> str:
        words = event_sentence(row.event, self.as_of)
        return ", ".join((words, _("unfolded"))) if row.unfolded else words

    def tip(self, row: EvidenceRow) -> str:
        return "" if row.unfolded else row.event.comment

    def hit(self, row: EvidenceRow, rect: QRectF, pos: QPoint) -> str:
        below = pos.y() > rect.bottom() - self.theme.px(28)
        return EDIT if row.unfolded and below and pos.x() > self.theme.px(WORDS_AT) else ""

    def paint(self, c: Canvas, rect: QRectF, row: EvidenceRow, look: RowLook) -> None:
        px, event = c.theme.px, row.event
        top = rect.top() + px(7)
        line = QRectF(rect.left() + px(16), top, rect.width() - px(32), px(20))
        text(c, line, self._day(event.day), "body#", "ink2")
        x = line.left() + px(76)
        x += mark(c, x, line.center().y(), event.behaviour.value) + px(10)
        rating_dots(c, x, line.center().y(), event.value)
        if row.unfolded:
            self._unfolded(c, rect, row)
            return
        right = line.right()
        where = " · ".join(part for part in (event.account, event.partner) if part)
        if where and rect.width() > px(480):
            room = (right - rect.left() - px(WORDS_AT)) * 0.4
            area = QRectF(right - room, top, room, px(20))
            right -= text(c, area, where, "small", "ink2", RIGHT) + px(16)
        left = rect.left() + px(WORDS_AT)
        text(c, QRectF(left, top, max(0.0, right - left), px(20)), event.words)

    def _unfolded(self, c: Canvas, rect: QRectF, row: EvidenceRow) -> None:
        px, left = c.theme.px, rect.left() + c.theme.px(WORDS_AT)
        width, step = rect.right() - px(16) - left, c.theme.line("body")
        lines = self._note(row, round(rect.width()))
        area = QRectF(left, rect.top() + px(7), width, step)
        paint_lines(c, area, lines, "body")
        y = area.top() + step * len(lines)
        for words in row.below:
            found = broken(c.theme, words, "small", width)
            paint_lines(c, QRectF(left, y, width, step), found, "small", "ink2")
            y += len(found) * c.theme.line("small")
        below = QRectF(left, y, width, step)
        taken = text(c, below, _("Edit"), "bodyMedium", "accent")
        where = QRectF(left + taken + px(16), y, width - taken - px(16), step)
        text(c, where, row.event.where, "small", "ink2", RIGHT)

    def _day(self, day: date) -> str:
        if day.year == self.as_of.year:
            return short_day(day)
        return _("{day} ’{year}").format(day=short_day(day), year=f"{day.year % 100:02}")

    def _note(self, row: EvidenceRow, width: int) -> list[str]:
        room = width - self.theme.px(WORDS_AT + 16)
        return broken(self.theme, row.event.comment, "body", room)

    def _extra(self, row: EvidenceRow, width: int) -> int:
        room = width - self.theme.px(WORDS_AT + 16)
        lines = [broken(self.theme, words, "small", room) for words in row.below]
        return sum(map(len, lines)) * self.theme.line("small")


@dataclass(frozen=True, slots=True)
class SharePainter:
    """What was given, and when; nothing is owed back."""

    theme: Theme

    def height(self, row: ShareRow, width: int) -> int:
        lines = len(self._lines(row, width))
        return self.theme.px(12) + lines * self.theme.line("body")

    def name(self, row: ShareRow) -> str:
        prints = _("prints") if row.prints else ""
        return ", ".join(p for p in (row.kind, row.text, short_day(row.day), prints) if p)

    def tip(self, row: ShareRow) -> str:
        return row.text

    def paint(self, c: Canvas, rect: QRectF, row: ShareRow, look: RowLook) -> None:
        px, top = c.theme.px, rect.top() + c.theme.px(6)
        mark(c, rect.left() + px(16), top + px(10), "share")
        area = QRectF(rect.left() + px(42), top, rect.width() - px(58), px(20))
        text(c, area, short_day(row.day), "body#", "ink2", RIGHT)
        kind = QRectF(area.left(), top, area.width() - px(DAY), px(20))
        text(c, kind, within(row.kind), "small", "shareText", RIGHT)
        paint_lines(c, area, self._lines(row, round(rect.width())), "body")

    def _lines(self, row: ShareRow, width: int) -> list[str]:
        return broken(self.theme, row.text, "body", width - self.theme.px(42 + DAY + KIND + 24), 3)
