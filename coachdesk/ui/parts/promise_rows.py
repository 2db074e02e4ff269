"""The rows of open promises: a box to tick, who, what in up to two lines, and when it is due."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF

from coachdesk.ui.kit.canvas import Canvas, hairline, text
from coachdesk.ui.kit.marks import check, tag
from coachdesk.ui.kit.promise_row import BOX_ENDS, PAD, PromiseLine
from coachdesk.ui.kit.rows import TICK, RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines

ONE_LINE, MOST_LINES, LEAST_ROOM = 36, 2, 40


@dataclass(frozen=True, slots=True)
class OpenPromise(PromiseLine):
    """A promise line with a quiet word below it, such as “moved twice”."""

    note: str = ""

    def sentence(self) -> str:
        """What a screen reader says."""
        said = PromiseLine.sentence(self)
        return f"{said}, {self.note}" if self.note else said


class OpenPromisePainter:
    """Paints `OpenPromise`s for `Rows`; the others' rows lie on a sunk ground."""

    def __init__(self, theme: Theme, *, who_width: int = 58) -> None:
        self._theme, self._who_width = theme, who_width

    def height(self, row: OpenPromise, width: int) -> int:
        more = (len(self._lines(row, width)) - 1) * self._theme.line("body")
        return self._theme.px(ONE_LINE) + more + (self._theme.line("small") if row.note else 0)

    def name(self, row: OpenPromise) -> str:
        return row.sentence()

    def tip(self, row: OpenPromise) -> str:
        return row.what

    def is_sunk(self, row: OpenPromise) -> bool:
        return bool(row.who)

    def hit(self, row: OpenPromise, rect: QRectF, pos: QPoint) -> str:
        return TICK if pos.x() < rect.left() + self._theme.px(BOX_ENDS) else ""

    def paint(self, c: Canvas, rect: QRectF, row: OpenPromise, look: RowLook) -> None:
        px, cy = c.theme.px, rect.top() + c.theme.px(ONE_LINE) / 2
        check(c, rect.left() + px(PAD), cy, row.done)
        if row.due:
            tag(c, rect.right() - px(PAD), cy, row.due, row.state)
        step = c.theme.line("body")
        top = cy - step / 2
        x = rect.left() + px(PAD + 16 + 10)
        if row.who:
            text(c, QRectF(x, top, px(self._who_width) - px(8), step), row.who, "body", "ink2")
            x += px(self._who_width)
        lines, color = self._lines(row, round(rect.width())), "muted" if row.done else "ink"
        area = QRectF(x, top, self._room(row, round(rect.width())) + 1, step)
        paint_lines(c, area, lines, "body", color)
        if row.done:
            for n, line in enumerate(lines):
                wide = min(c.theme.width(line, "body"), area.width())
                y = round(cy + n * step)
                c.p.fillRect(QRectF(x, y, wide, hairline(c.p)), c.theme.c("muted"))
        if row.note:
            below = QRectF(x, top + len(lines) * step, rect.right() - px(PAD) - x, px(16))
            text(c, below, row.note, "small", "warnText")

    def _room(self, row: OpenPromise, width: int) -> float:
        px = self._theme.px
        taken = px(PAD + 16 + 10 + PAD) + (px(self._who_width) if row.who else 0)
        due = self._theme.width(row.due, "smallMedium") + px(6 + 6 + 10) if row.due else 0
        return max(px(LEAST_ROOM), width - taken - due)

    def _lines(self, row: OpenPromise, width: int) -> list[str]:
        return broken(self._theme, row.what, "body", self._room(row, width), MOST_LINES)
