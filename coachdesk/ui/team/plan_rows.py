"""The rows of a coaching plan: what was tried talk by talk, and plans that ended, which unfold."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Canvas, text
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.views.dates import near_day
from coachdesk.views.plans import PlanTalk, PlanView, ended_words, figures_words

DAY_AT, WORDS_AT, LINE = 42, 136, 20


@dataclass(frozen=True, slots=True)
class TalkPainter:
    """Number, day, and what was tried, or that nothing was written."""

    theme: Theme
    as_of: date

    def height(self, row: PlanTalk, width: int) -> int:
        return self.theme.px(14) + len(self._lines(row, width)) * self.theme.line("body")

    def name(self, row: PlanTalk) -> str:
        day = near_day(row.day, self.as_of)
        return _("One-on-one {n}, {day}, {tried}").format(n=row.number, day=day, tried=_tried(row))

    def paint(self, c: Canvas, rect: QRectF, row: PlanTalk, look: RowLook) -> None:
        px = c.theme.px
        line = QRectF(rect.left() + px(16), rect.top() + px(7), rect.width() - px(32), px(LINE))
        text(c, line, str(row.number), "body#", "ink2")
        line.setLeft(rect.left() + px(DAY_AT))
        text(c, line, near_day(row.day, self.as_of), "body#", "ink2")
        line.setLeft(rect.left() + px(WORDS_AT))
        color = "ink" if row.tried else "muted"
        paint_lines(c, line, self._lines(row, round(rect.width())), "body", color)

    def _lines(self, row: PlanTalk, width: int) -> list[str]:
        room = width - self.theme.px(WORDS_AT + 16)
        return broken(self.theme, _tried(row), "body", max(room, 80), 3)


def _tried(row: PlanTalk) -> str:
    return row.tried or _("nothing written; Enter writes what was tried")


@dataclass(frozen=True, slots=True)
class EndedRow:
    """A plan that ended, folded to one line or with everything it held."""

    plan: PlanView
    unfolded: bool

    @property
    def id(self) -> UUID:
        """The plan's."""
        return self.plan.id


@dataclass(frozen=True, slots=True)
class EndedPainter:
    """Behaviour and what came of it; unfolded: why, the figures, and what was tried."""

    theme: Theme
    as_of: date

    def height(self, row: EndedRow, width: int) -> int:
        below = len(self._below(row, width)) * self.theme.line("small")
        return self.theme.px(14) + self.theme.line("body") + below

    def name(self, row: EndedRow) -> str:
        parts = [row.plan.title, ended_words(row.plan, self.as_of)]
        if row.unfolded:
            parts += [_("unfolded"), *self._told(row)]
        return ", ".join(parts)

    def paint(self, c: Canvas, rect: QRectF, row: EndedRow, look: RowLook) -> None:
        px, top = c.theme.px, rect.top() + c.theme.px(7)
        mark(c, rect.left() + px(16), top + px(LINE) / 2, row.plan.behaviour.value)
        left = rect.left() + px(DAY_AT)
        line = QRectF(left, top, rect.right() - px(16) - left, px(LINE))
        taken = text(c, line, row.plan.title) + px(8)
        beside = QRectF(left + taken, top, max(0.0, line.width() - taken), px(LINE))
        text(c, beside, ended_words(row.plan, self.as_of), "small", "ink2")
        below = QRectF(left, top + c.theme.line("body"), line.width(), px(16))
        paint_lines(c, below, self._below(row, round(rect.width())), "small", "ink2")

    def _below(self, row: EndedRow, width: int) -> list[str]:
        if not row.unfolded:
            return []
        room = max(width - self.theme.px(DAY_AT + 16), 80)
        told = self._told(row)
        return [line for words in told for line in broken(self.theme, words, "small", room)]

    def _told(self, row: EndedRow) -> list[str]:
        plan = row.plan
        tried = [
            _("{day}: {tried}").format(day=near_day(talk.day, self.as_of), tried=talk.tried)
            for talk in plan.talks
            if talk.tried
        ]
        told = (plan.stop_note, plan.good_looks_like, figures_words(plan), *tried)
        return [words for words in told if words]
