"""Rows of opportunities, of activities, and of what activities led to at each stage."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.ui.insights import state
from coachdesk.ui.insights.state import Heading
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.dates import near_day
from coachdesk.views.deals import ActivityLine, OpportunityLine
from coachdesk.views.insights import StageFigure

DAY = 92


@dataclass(slots=True)
class StagePainter:
    """The stage and its share; below, the counts."""

    theme: Theme

    def height(self, row: StageFigure, width: int) -> int:
        return self.theme.px(52)

    def name(self, row: StageFigure) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: StageFigure, look: RowLook) -> None:
        px = c.theme.px
        line = QRectF(rect.left() + px(16), rect.top() + px(6), rect.width() - px(32), px(20))
        taken = text(c, line, state.activity_right(row), "small#", "ink2", RIGHT)
        text(c, line.adjusted(0, 0, -taken - px(12), 0), row.title, "body")
        text(c, line.translated(0, px(20)), state.activity_left(row), "small#", "ink2")


@dataclass(slots=True)
class OpportunityPainter:
    """The customer and what it is about; below, its stage, or what decided it."""

    theme: Theme
    as_of: date

    def is_heading(self, row: Heading | OpportunityLine) -> bool:
        return isinstance(row, Heading)

    def is_sunk(self, row: Heading | OpportunityLine) -> bool:
        return isinstance(row, Heading)

    def height(self, row: Heading | OpportunityLine, width: int) -> int:
        return self.theme.px(30 if isinstance(row, Heading) else 52)

    def name(self, row: Heading | OpportunityLine) -> str:
        return row.words if isinstance(row, Heading) else row.words(self.as_of)

    def tip(self, row: Heading | OpportunityLine) -> str:
        return "" if isinstance(row, Heading) else row.status()

    def paint(self, c: Canvas, rect: QRectF, row: Heading | OpportunityLine, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        if isinstance(row, Heading):
            text(c, inner, row.words, "label", "ink2")
            return
        line = QRectF(inner.left(), inner.top() + px(6), inner.width(), px(20))
        right = line.right() - text(c, line, row.when(self.as_of), "small#", "ink2", RIGHT)
        room = QRectF(line.left(), line.top(), right - px(12) - line.left(), line.height())
        taken = text(c, room, row.title, "bodyMedium")
        text(c, room.adjusted(taken + px(8), 0, 0, 0), row.account, "small", "ink2")
        asks = row.may_be_reviewed and not row.is_reviewed
        below = line.translated(0, px(20))
        text(c, below, row.status(), "small#", "accent" if asks else "ink2")


@dataclass(slots=True)
class ActivityLinePainter:
    """Day, rep and what was done; below, what it led to."""

    theme: Theme
    as_of: date

    def height(self, row: ActivityLine, width: int) -> int:
        return self.theme.px(52)

    def name(self, row: ActivityLine) -> str:
        return row.words(self.as_of)

    def tip(self, row: ActivityLine) -> str:
        return row.what

    def paint(self, c: Canvas, rect: QRectF, row: ActivityLine, look: RowLook) -> None:
        px = c.theme.px
        line = QRectF(rect.left() + px(20), rect.top() + px(6), rect.width() - px(40), px(20))
        text(c, line, near_day(row.day, self.as_of), "small#", "ink2")
        words = line.adjusted(px(DAY), 0, 0, 0)
        color = "ink2" if row.has_outcome else "warnText"
        taken = text(c, words, row.result, "small", color, RIGHT)
        text(c, words.adjusted(0, 0, -taken - px(12), 0), row.what, "body")
        below = words.translated(0, px(20))
        prepared = state.prepared_word(row.prepared)
        text(c, below, f"{row.name} · {prepared}", "small", "ink2")
