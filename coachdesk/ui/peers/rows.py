"""Rows of the page: items of the agenda, goals, promises, decisions, notices, problems."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRectF

from coachdesk.domain.agreements import PeerAgreement
from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.marks import check, tag
from coachdesk.ui.kit.rows import TICK, RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.ui.peers import state
from coachdesk.views.peers import DecisionRow, NoticeRow, ProblemRow
from coachdesk.views.promises import PromiseRow

PAD, WHO, DAY = 16, 58, 56
MOST_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of the agenda: its place, words and minutes."""

    id: str
    n: int
    title: str
    hint: str
    minutes: int
    done: bool


@dataclass(slots=True)
class ItemPainter:
    """Number or tick, title over quiet words, minutes."""

    theme: Theme

    def height(self, row: ItemRow, width: int) -> int:
        return self.theme.px(54)

    def name(self, row: ItemRow) -> str:
        ticked = _("talked about") if row.done else _("not yet talked about")
        minutes = ngettext("{n} minute", "{n} minutes", row.minutes).format(n=row.minutes)
        return f"{row.n}, {row.title}, {row.hint}, {minutes}, {ticked}"

    def hit(self, row: ItemRow, rect: QRectF, pos: QPoint) -> str:
        return TICK if pos.x() < rect.left() + self.theme.px(PAD + 24) else ""

    def paint(self, c: Canvas, rect: QRectF, row: ItemRow, look: RowLook) -> None:
        px = c.theme.px
        left, cy = rect.left() + px(PAD), rect.center().y()
        if row.done:
            icon(c, left, cy - px(8), "check", "accent")
        else:
            area = QRectF(left + px(3), rect.top(), px(20), rect.height())
            text(c, area, str(row.n), "body#", "ink2")
        x, right = left + px(28), rect.right() - px(PAD)
        minutes = QRectF(right - px(28), rect.top(), px(28), rect.height())
        text(c, minutes, str(row.minutes), "body#", "ink2", RIGHT)
        room = minutes.left() - px(8) - x
        role = "bodyStrong" if look.current else "bodyMedium"
        text(c, QRectF(x, rect.top() + px(8), room, px(20)), row.title, role)
        text(c, QRectF(x, rect.top() + px(28), room, px(18)), row.hint, "small", "ink2")


@dataclass(slots=True)
class GoalPainter:
    """The goal in up to two lines, its state, and below it when it is due and who set it."""

    theme: Theme
    as_of: date
    manager: str = ""
    peer: str = ""

    def height(self, row: PeerAgreement, width: int) -> int:
        lines = len(self._lines(row, width))
        return self.theme.px(16) + lines * self.theme.line("body") + self.theme.line("small")

    def name(self, row: PeerAgreement) -> str:
        return ", ".join(
            part for part in (row.goal, state.goal_state(row)[0], self._note(row)) if part
        )

    def tip(self, row: PeerAgreement) -> str:
        return row.measure

    def paint(self, c: Canvas, rect: QRectF, row: PeerAgreement, look: RowLook) -> None:
        px, step = c.theme.px, c.theme.line("body")
        words, kind = state.goal_state(row)
        top = rect.top() + px(8)
        tag(c, rect.right() - px(PAD), top + step / 2, words, kind)
        lines = self._lines(row, round(rect.width()))
        area = QRectF(rect.left() + px(PAD), top, self._room(row, round(rect.width())), step)
        paint_lines(c, area, lines, "body")
        below = QRectF(
            area.left(), top + len(lines) * step, rect.width() - 2 * px(PAD), c.theme.line("small")
        )
        text(c, below, self._note(row), "small", "warnText" if self._is_odd(row) else "ink2")

    def _is_odd(self, row: PeerAgreement) -> bool:
        return bool(state.dictated_by(row, manager=self.manager, peer=self.peer))

    def _note(self, row: PeerAgreement) -> str:
        return state.goal_note(row, manager=self.manager, peer=self.peer, as_of=self.as_of)

    def _room(self, row: PeerAgreement, width: int) -> float:
        px = self.theme.px
        word = self.theme.width(state.goal_state(row)[0], "smallMedium") + px(12)
        return max(px(60), width - px(2 * PAD) - word - px(10))

    def _lines(self, row: PeerAgreement, width: int) -> list[str]:
        return broken(self.theme, row.goal, "body", self._room(row, width), MOST_LINES)


@dataclass(slots=True)
class PromisePainter:
    """Who, what, and how it stands."""

    theme: Theme
    as_of: date

    def height(self, row: PromiseRow, width: int) -> int:
        return self.theme.px(16) + len(self._lines(row, width)) * self.theme.line("body")

    def name(self, row: PromiseRow) -> str:
        return f"{self._who(row)}, {row.text}, {state.promise_tag(row, self.as_of)[0]}"

    def tip(self, row: PromiseRow) -> str:
        return row.text

    def paint(self, c: Canvas, rect: QRectF, row: PromiseRow, look: RowLook) -> None:
        px, step = c.theme.px, c.theme.line("body")
        top = rect.top() + px(8)
        words, kind = state.promise_tag(row, self.as_of)
        tag(c, rect.right() - px(PAD), top + step / 2, words, kind)
        x = rect.left() + px(PAD)
        text(c, QRectF(x, top, px(WHO) - px(8), step), self._who(row), "body", "ink2")
        width = round(rect.width())
        area = QRectF(x + px(WHO), top, self._room(row, width), step)
        paint_lines(c, area, self._lines(row, width), "body")

    def _who(self, row: PromiseRow) -> str:
        return _("Me") if row.is_mine else row.rep_name

    def _room(self, row: PromiseRow, width: int) -> float:
        px = self.theme.px
        word = self.theme.width(state.promise_tag(row, self.as_of)[0], "smallMedium") + px(12)
        return max(px(60), width - px(2 * PAD + WHO) - word - px(10))

    def _lines(self, row: PromiseRow, width: int) -> list[str]:
        return broken(self.theme, row.text, "body", self._room(row, width), MOST_LINES)


@dataclass(slots=True)
class DecisionPainter:
    """Who, what, by when."""

    theme: Theme
    as_of: date
    first_name: str = ""

    def height(self, row: DecisionRow, width: int) -> int:
        return self.theme.px(14) + len(self._lines(row, width)) * self.theme.line("body")

    def name(self, row: DecisionRow) -> str:
        who = state.who_words(row.who, self.first_name)
        return f"{who}, {row.text}, {state.decision_day(row, self.as_of)}"

    def tip(self, row: DecisionRow) -> str:
        return row.text

    def paint(self, c: Canvas, rect: QRectF, row: DecisionRow, look: RowLook) -> None:
        px, step = c.theme.px, c.theme.line("body")
        top, x = rect.top() + px(7), rect.left() + px(PAD)
        who = state.who_words(row.who, self.first_name)
        text(c, QRectF(x, top, px(WHO) - px(8), step), who, "bodyStrong")
        day = state.decision_day(row, self.as_of)
        right = QRectF(x, top, rect.right() - px(PAD) - x, step)
        text(c, right, day, "body#", "ink2", RIGHT)
        width = round(rect.width())
        area = QRectF(x + px(WHO), top, self._room(row, width), step)
        paint_lines(c, area, self._lines(row, width), "body")

    def _room(self, row: DecisionRow, width: int) -> float:
        px = self.theme.px
        day = self.theme.width(state.decision_day(row, self.as_of), "body")
        return max(px(60), width - px(2 * PAD + WHO) - day - px(10))

    def _lines(self, row: DecisionRow, width: int) -> list[str]:
        return broken(self.theme, row.text, "body", self._room(row, width), MOST_LINES)


@dataclass(slots=True)
class NoticePainter:
    """A box to tick, when, at which customer what, and how likely; told ones say so."""

    theme: Theme
    as_of: date

    def height(self, row: NoticeRow, width: int) -> int:
        return self.theme.px(54)

    def name(self, row: NoticeRow) -> str:
        ticked = _("will be told") if row.is_ticked else _("checkbox")
        day = short_day(row.day)
        return f"{day}, {row.account}, {row.what}, {self._right(row)}, {ticked}"

    def tip(self, row: NoticeRow) -> str:
        return row.what

    def hit(self, row: NoticeRow, rect: QRectF, pos: QPoint) -> str:
        return TICK if pos.x() < rect.left() + self.theme.px(40) else ""

    def paint(self, c: Canvas, rect: QRectF, row: NoticeRow, look: RowLook) -> None:
        px = c.theme.px
        top, x = rect.top() + px(8), rect.left() + px(PAD)
        check(c, x, top + px(10), row.is_ticked, faint=look.rests)
        x += px(26)
        day = short_day(row.day)
        text(c, QRectF(x, top, px(DAY), px(20)), day, "body#", "ink2")
        x += max(px(DAY), c.theme.width(day, "body#") + px(8))
        right, color = self._right(row), "goodText" if row.told_day else "ink2"
        area = QRectF(x, top, rect.right() - px(PAD) - x, px(20))
        area.setRight(area.right() - text(c, area, right, "small", color, RIGHT) - px(8))
        text(c, area, row.account, "bodyMedium")
        below = QRectF(x, top + px(20), rect.right() - px(PAD) - x, px(18))
        text(c, below, row.what, "small", "ink2")

    def _right(self, row: NoticeRow) -> str:
        likely = state.likelihood_words(row.likelihood_pct)
        return f"{likely} · {_('told')}" if row.told_day else likely


@dataclass(slots=True)
class ProblemPainter:
    """Since when, and what."""

    theme: Theme
    as_of: date

    def height(self, row: ProblemRow, width: int) -> int:
        return self.theme.px(12) + len(self._lines(row, width)) * self.theme.line("body")

    def name(self, row: ProblemRow) -> str:
        return _("{problem}, since {day}").format(problem=row.text, day=short_day(row.day))

    def tip(self, row: ProblemRow) -> str:
        return row.text

    def paint(self, c: Canvas, rect: QRectF, row: ProblemRow, look: RowLook) -> None:
        px, step = c.theme.px, c.theme.line("body")
        top = rect.top() + px(6)
        solved = _("Solved")
        right = rect.right() - px(PAD)
        text(
            c, QRectF(rect.left(), top, right - rect.left(), step), solved, "small", "accent", RIGHT
        )
        x = rect.left() + px(PAD)
        text(c, QRectF(x, top, px(DAY), step), short_day(row.day), "body#", "ink2")
        area = QRectF(x + px(DAY), top, self._room(round(rect.width())), step)
        paint_lines(c, area, self._lines(row, round(rect.width())), "body")

    def _room(self, width: int) -> float:
        taken = self.theme.px(2 * PAD + DAY + 8) + self.theme.width(_("Solved"), "small")
        return max(self.theme.px(60), width - taken)

    def _lines(self, row: ProblemRow, width: int) -> list[str]:
        return broken(self.theme, row.text, "body", self._room(width), 3)
