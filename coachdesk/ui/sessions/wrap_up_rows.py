"""How the rows of “Will print” and “Stays with you” are painted."""

from PySide6.QtCore import QPoint, QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, hairline, text
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.marks import check, mark
from coachdesk.ui.kit.rows import TICK, RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped, wrapped_height
from coachdesk.ui.sessions.wrap_up_state import PrintTick, StaysRow

PAD, WORDS = 16, 68  # words begin after the box and the mark


class PrintTickPainter:
    """Box, mark, words, detail; `locked` rows cannot be ticked any more."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self.locked = theme, False

    def height(self, row: PrintTick, width: int) -> int:
        room = self._room(row, width)
        return wrapped_height(self._theme, row.text, "body", room) + self._theme.px(10)

    def name(self, row: PrintTick) -> str:
        state = _("prints") if row.on else _("does not print")
        return ", ".join(part for part in (row.text, row.detail, state) if part)

    def hit(self, row: PrintTick, rect: QRectF, pos: QPoint) -> str:
        return TICK

    def paint(self, c: Canvas, rect: QRectF, row: PrintTick, look: RowLook) -> None:
        px = c.theme.px
        cy = rect.top() + px(15)
        check(c, rect.left() + px(PAD), cy, row.on, faint=self.locked)
        if row.kind:
            mark(c, rect.left() + px(PAD + 24), cy, row.kind)
        detail = QRectF(rect.left(), rect.top() + px(5), rect.width() - px(PAD), px(20))
        text(c, detail, row.detail, "small", "ink2", RIGHT)
        x = rect.left() + px(WORDS)
        area = QRectF(x, rect.top() + px(5), self._room(row, rect.width()), rect.height())
        wrapped(c, area, row.text, "body", "ink" if row.on else "muted")

    def _room(self, row: PrintTick, width: float) -> float:
        px = self._theme.px
        return width - px(WORDS + PAD + 12) - self._theme.width(row.detail, "small")


class StaysPainter:
    """A lock and the struck time; no box, it never prints."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: StaysRow, width: int) -> int:
        return self._theme.px(28)

    def name(self, row: StaysRow) -> str:
        return _("{line}, never prints").format(line=row.words)

    def paint(self, c: Canvas, rect: QRectF, row: StaysRow, look: RowLook) -> None:
        px = c.theme.px
        side = px(14)
        top = round(rect.center().y() - side / 2)
        icon(c, rect.left() + px(PAD + 1), top, "lock", "ink2", 14)
        inner = rect.adjusted(px(WORDS), 0, -px(PAD), 0)
        text(c, inner, _("private"), "small", "ink2", RIGHT)
        drawn = text(c, inner, row.words, "body", "muted")
        y = round(rect.center().y())
        c.p.fillRect(QRectF(inner.left(), y, drawn, hairline(c.p)), c.theme.c("muted"))
