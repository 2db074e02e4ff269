"""Rows of a way of working: who heard it, and who worries about what."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import avatar, check, tag
from coachdesk.ui.kit.rows import TICK, RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.views.change_stories import Hearer, Worry
from coachdesk.views.dates import near_day

PAD, MOST_LINES = 16, 4


@dataclass(slots=True)
class HearerPainter:
    """A tick, the rep, since when, and whether the rep carries it on."""

    theme: Theme
    as_of: date
    waits: str

    def height(self, row: Hearer, width: int) -> int:
        return self.theme.px(38)

    def name(self, row: Hearer) -> str:
        carries = _("carries it on") if row.is_evangelist else ""
        return ", ".join(part for part in (row.name, self._since(row), carries) if part)

    def hit(self, row: Hearer, rect: QRectF, pos: object) -> str:
        return TICK

    def paint(self, c: Canvas, rect: QRectF, row: Hearer, look: RowLook) -> None:
        px, cy = c.theme.px, rect.center().y()
        inner = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        check(c, inner.left(), cy, row.day is not None)
        avatar(c, inner.left() + px(28), cy, row.initials)
        color = "ink2" if row.day else "muted"
        taken = text(c, inner, self._since(row), "small#", color, RIGHT)
        inner.setLeft(inner.left() + px(58))
        inner.setRight(inner.right() - taken - px(12))
        if row.is_evangelist:
            tag(c, inner.right(), cy, _("carries it on"), "good")
        text(c, inner, row.name, "body", "ink")

    def _since(self, row: Hearer) -> str:
        if row.day is None:
            return self.waits
        return _("since {day}").format(day=near_day(row.day, self.as_of))


@dataclass(slots=True)
class WorryPainter:
    """Who worries about what; below it the answer, and whether both print."""

    theme: Theme
    as_of: date

    def height(self, row: Worry, width: int) -> int:
        px = self.theme.px
        lines = self._lines(row, width)
        return px(20) + px(20) * sum(len(part) for part in lines)

    def name(self, row: Worry) -> str:
        answer = row.answer or _("no answer yet")
        prints = _("prints on the next summary") if row.prints else ""
        parts = (row.rep, row.concern, answer, prints)
        return ", ".join(part for part in parts if part)

    def paint(self, c: Canvas, rect: QRectF, row: Worry, look: RowLook) -> None:
        px = c.theme.px
        avatar(c, rect.left() + px(PAD), rect.top() + px(20), row.initials)
        if row.prints:
            tag(c, rect.right() - px(PAD), rect.top() + px(20), _("prints"), "good")
        concern, answer = self._lines(row, int(rect.width()))
        left = QRectF(
            rect.left() + px(PAD + 30),
            rect.top() + px(10),
            rect.width() - px(2 * PAD + 30 + 64),
            px(20),
        )
        paint_lines(c, left, concern, "body", "ink")
        left.translate(0, px(20) * len(concern))
        paint_lines(c, left, answer, "small", "ink2" if row.answer else "warnText")

    def _lines(self, row: Worry, width: int) -> tuple[list[str], list[str]]:
        room = width - self.theme.px(2 * PAD + 30 + 64)
        said = row.answer or _("{name} waits for an answer").format(name=row.rep)
        return (
            broken(self.theme, row.concern, "body", room, MOST_LINES),
            broken(self.theme, said, "small", room, MOST_LINES),
        )
