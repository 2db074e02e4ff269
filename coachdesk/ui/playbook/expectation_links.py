"""The links of a situation: what each looks like, and how often the team did it well."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.bars import track_color
from coachdesk.ui.kit.canvas import RIGHT, Canvas, box, text
from coachdesk.ui.kit.marks import hue, mark
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.expectations import LinkShare

HIGH, TITLE, COUNT, BAR, WIDE = 40, 150, 70, 80, 520


@dataclass(slots=True)
class LinkPainter:
    """The mark and name, what is seen, a bar and “k of n”."""

    theme: Theme

    def height(self, row: LinkShare, width: int) -> int:
        return self.theme.px(HIGH)

    def name(self, row: LinkShare) -> str:
        return ", ".join((row.title, row.seen_when, count_words(row)))

    def tip(self, row: LinkShare) -> str:
        return row.seen_when

    def paint(self, c: Canvas, rect: QRectF, row: LinkShare, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        middle = inner.center().y()
        mark(c, inner.left(), middle, row.behaviour.value, 20)
        role = "bodyStrong" if row.is_emphasised else "body"
        title = QRectF(inner.left() + px(30), inner.top(), px(TITLE - 38), inner.height())
        text(c, title, row.title, role)
        count = QRectF(inner.right() - px(COUNT), inner.top(), px(COUNT), inner.height())
        text(c, count, count_words(row), "body#", "ink2", RIGHT)
        right = count.left() - px(8)
        if inner.width() >= px(WIDE):
            track = QRectF(right - px(BAR), round(middle - px(3)), px(BAR), px(6))
            self._bar(c, track, row)
            right = track.left() - px(12)
        seen = QRectF(inner.left() + px(TITLE), inner.top(), 0, inner.height())
        seen.setRight(right)
        text(c, seen, row.seen_when, "body", "ink2")

    def _bar(self, c: Canvas, track: QRectF, row: LinkShare) -> None:
        box(c, track, 99, track_color(c.theme))
        if row.n and row.x:
            filled = QRectF(track)
            filled.setWidth(max(track.height(), track.width() * row.x / row.n))
            box(c, filled, 99, hue(row.behaviour.value))


def count_words(row: LinkShare) -> str:
    """“34 of 46”; a dash where nothing was rated."""
    return _("{x} of {n}").format(x=row.x, n=row.n) if row.n else "–"
