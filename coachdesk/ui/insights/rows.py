"""Rows of Insights: what is worth a question, and activities next to what they led to."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from coachdesk.ui.insights import state
from coachdesk.ui.insights.state import Worth
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.insights import ActivityFigure

NARROW = 420


@dataclass(slots=True)
class WorthPainter:
    """Who and which behaviour, the sentence below."""

    theme: Theme

    def height(self, row: Worth, width: int) -> int:
        return self.theme.px(52)

    def name(self, row: Worth) -> str:
        return f"{row.who}, {row.title}: {row.words}"

    def tip(self, row: Worth) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: Worth, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), px(6), -px(16), -px(6))
        top = QRectF(inner.left(), inner.top(), inner.width(), px(20))
        mark(c, inner.left(), top.center().y(), row.behaviour.value)
        head = top.adjusted(px(26), 0, 0, 0)
        text(c, head, f"{row.who} · {row.title}", "bodyStrong")
        below = QRectF(head.left(), top.bottom(), head.width(), px(20))
        text(c, below, row.words, "small", "ink2")


@dataclass(slots=True)
class ActivityPainter:
    """The kind, what moved the customer's decision, and the share with its range."""

    theme: Theme

    def height(self, row: ActivityFigure, width: int) -> int:
        return self.theme.px(52 if width < self.theme.px(NARROW) else 36)

    def name(self, row: ActivityFigure) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: ActivityFigure, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        is_narrow = rect.width() < px(NARROW)
        line = QRectF(inner.left(), inner.top() + (px(6) if is_narrow else px(8)), 0, px(20))
        line.setRight(inner.right())
        taken = text(c, line, state.activity_right(row), "small#", "ink2", RIGHT)
        kind = QRectF(line.left(), line.top(), px(110), line.height())
        text(c, kind, row.title, "body")
        if is_narrow:
            words = line.translated(0, px(20))
        else:
            words = line.adjusted(px(116), 0, -taken - px(12), 0)
        text(c, words, state.activity_left(row), "small#", "ink2")
