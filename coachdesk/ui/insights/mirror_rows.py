"""Rows of the manager's own mirror: talks with each rep, and coaching plans that ended."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.views.mirror import EndedPlan, MirrorRow

NARROW, NAME, MOST_LINES = 520, 136, 3


@dataclass(slots=True)
class MirrorPainter:
    """The rep, the talks, and at the right what is missing."""

    theme: Theme

    def height(self, row: MirrorRow, width: int) -> int:
        is_narrow = width < self.theme.px(NARROW)
        lines = 2 + bool(row.notice) if is_narrow else 1
        return self.theme.px(16 + 20 * lines)

    def name(self, row: MirrorRow) -> str:
        return row.words

    def tip(self, row: MirrorRow) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: MirrorRow, look: RowLook) -> None:
        px = c.theme.px
        line = QRectF(rect.left() + px(16), rect.top() + px(8), rect.width() - px(32), px(20))
        color = "warnText" if row.is_skipped else "ink2"
        if rect.width() < px(NARROW):
            text(c, line, row.name, "bodyMedium")
            text(c, line.translated(0, px(20)), row.talks, "small#", "ink2")
            text(c, line.translated(0, px(40)), row.notice, "small#", color)
            return
        text(c, QRectF(line.left(), line.top(), px(NAME), px(20)), row.name, "bodyMedium")
        taken = text(c, line, row.notice, "small#", color, RIGHT) if row.notice else 0
        talks = line.adjusted(px(NAME + 12), 0, -(taken + px(12) if taken else 0), 0)
        text(c, talks, row.talks, "small#", "ink2")


@dataclass(slots=True)
class EndedPlanPainter:
    """Whose plan on which behaviour, what came of it, and the reason as it was written."""

    theme: Theme

    def height(self, row: EndedPlan, width: int) -> int:
        return self.theme.px(56) + len(self._note(row, width)) * self.theme.line("small")

    def name(self, row: EndedPlan) -> str:
        return row.words

    def tip(self, row: EndedPlan) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: EndedPlan, look: RowLook) -> None:
        px = c.theme.px
        line = QRectF(rect.left() + px(16), rect.top() + px(8), rect.width() - px(32), px(20))
        text(c, line, f"{row.name} · {row.title}", "bodyMedium")
        text(c, line.translated(0, px(20)), row.outcome, "small#", "ink2")
        below = line.translated(0, px(40))
        paint_lines(c, below, self._note(row, round(rect.width())), "small", "ink2")

    def _note(self, row: EndedPlan, width: int) -> list[str]:
        room = width - self.theme.px(32)
        return broken(self.theme, row.note, "small", room, MOST_LINES) if row.note else []
