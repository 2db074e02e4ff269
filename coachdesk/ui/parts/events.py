"""Evidence as rows: in a brief, in the list of what was captured, on a rep's page."""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import mark, rating_dots
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.views.dates import near_day
from coachdesk.views.evidence import Event

DOTS_END, MOST_LINES = 76, 2


def event_sentence(event: Event, as_of: date) -> str:
    """What a screen reader says of a rated event."""
    parts = [
        near_day(event.day, as_of),
        event.rep_name,
        event.behaviour_title,
        _("rated {n}").format(n=event.value),
        event.words,
        event.where,
    ]
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class BriefEventPainter:
    """Figure, dots and words: the newest events of the one behaviour."""

    theme: Theme
    as_of: date

    def height(self, row: Event, width: int) -> int:
        return self.theme.px(12) + len(self._lines(row, width)) * self.theme.line("body")

    def name(self, row: Event) -> str:
        return event_sentence(row, self.as_of)

    def tip(self, row: Event) -> str:
        return _("{day}, {where}").format(day=short_day(row.day), where=row.where)

    def paint(self, c: Canvas, rect: QRectF, row: Event, look: RowLook) -> None:
        px, top = c.theme.px, rect.top() + c.theme.px(6)
        rating_dots(c, rect.left() + px(4), top + px(10), row.value)
        area = QRectF(rect.left() + px(DOTS_END), top, rect.width() - px(DOTS_END), px(20))
        paint_lines(c, area, self._lines(row, round(rect.width())), "body")

    def _lines(self, row: Event, width: int) -> list[str]:
        room = width - self.theme.px(DOTS_END + 4)
        return broken(self.theme, row.words, "body", room, MOST_LINES)


@dataclass(frozen=True, slots=True)
class CapturedPainter:
    """Day, behaviour, rep, rating, words, customer: what was written down lately."""

    theme: Theme
    as_of: date
    name_width: int = field(default=56)

    def height(self, row: Event, width: int) -> int:
        return self.theme.px(35)

    def name(self, row: Event) -> str:
        return event_sentence(row, self.as_of)

    def tip(self, row: Event) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: Event, look: RowLook) -> None:
        px, cy = c.theme.px, rect.center().y()
        x, top, height = rect.left() + px(16), rect.top(), rect.height()
        text(c, QRectF(x, top, px(48), height), short_day(row.day), "body#", "ink2")
        x += px(50)
        x += mark(c, x, cy, row.behaviour.value) + px(10)
        text(c, QRectF(x, top, px(self.name_width), height), row.rep_name, "bodyStrong")
        x += px(self.name_width + 6)
        x += rating_dots(c, x, cy, row.value) + px(16)
        right = rect.right() - px(16)
        if row.account and right - x > px(260):
            room = min(px(150), (right - x) / 3)
            area = QRectF(right - room, top, room, height)
            right -= text(c, area, row.account, "small", "ink2", RIGHT) + px(16)
        text(c, QRectF(x, top, max(0.0, right - x), height), row.words)
