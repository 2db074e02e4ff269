"""What was seen on a visit or in a meeting, in a list."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.canvas import Canvas
from coachdesk.ui.kit.marks import mark, rating_dots
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.events import event_sentence
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.views.evidence import Event

WORDS_AT, MOST_LINES = 124, 3


@dataclass(slots=True)
class SeenPainter:
    """Behaviour, rating, words."""

    theme: Theme
    as_of: date

    def height(self, row: Event, width: int) -> int:
        return self.theme.px(14) + len(self._lines(row, width)) * self.theme.line("body")

    def name(self, row: Event) -> str:
        return event_sentence(row, self.as_of)

    def tip(self, row: Event) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: Event, look: RowLook) -> None:
        px, top = c.theme.px, rect.top() + c.theme.px(7)
        mark(c, rect.left() + px(16), top + px(10), row.behaviour.value)
        rating_dots(c, rect.left() + px(46), top + px(10), row.value)
        left = rect.left() + px(WORDS_AT)
        area = QRectF(left, top, rect.right() - px(16) - left, px(20))
        paint_lines(c, area, self._lines(row, round(rect.width())), "body")

    def _lines(self, row: Event, width: int) -> list[str]:
        room = width - self.theme.px(WORDS_AT + 16)
        return broken(self.theme, row.words, "body", room, MOST_LINES)


def seen_words(n: int) -> str:
    """“3 events”, or how it begins."""
    return ngettext("{n} event", "{n} events", n).format(n=n) if n else _("nothing noted yet")
