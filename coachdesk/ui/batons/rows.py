"""One baton line a row: customer, rep, five stages, who has it, and its days against the agreed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from coachdesk.domain.baton import Holder
from coachdesk.domain.vocabulary import CHAIN
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.canvas import RIGHT, Canvas, Run, runs, text
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.baton import BatonLine, hanging_words

ROW, DOT, STEP = 26, 9, 17
REP, DAYS = 52, 66


@dataclass(slots=True)
class BatonPainter:
    """A stage reached is a filled dot, one to come a ring, the one it breaks at a red cross."""

    theme: Theme
    as_of: date

    def height(self, row: BatonLine, width: int) -> int:
        return self.theme.px(ROW)

    def name(self, row: BatonLine) -> str:
        return ", ".join(
            part for part in (row.words, row.rep_name, hanging(row, self.as_of)) if part
        )

    def tip(self, row: BatonLine) -> str:
        return row.what

    def paint(self, c: Canvas, rect: QRectF, row: BatonLine, look: RowLook) -> None:
        px = c.theme.px
        line = rect.adjusted(px(16), 0, -px(16), 0)
        rest = line.width() - px(REP) - px(DAYS) - 5 * px(STEP) - px(28)
        account = QRectF(line.left(), line.top(), rest * 0.54, line.height())
        text(c, account, row.account, "bodyStrong")
        x = account.right() + px(8)
        text(c, QRectF(x, line.top(), px(REP), line.height()), row.rep_name, "body", "ink2")
        x += px(REP) + px(8)
        stages(c, x, line.center().y(), row)
        x += 5 * px(STEP) + px(6)
        who = QRectF(x, line.top(), line.right() - px(DAYS) - px(6) - x, line.height())
        runs(c, who, [Run(holder_words(row), "body", "ink2")])
        days = QRectF(line.right() - px(DAYS), line.top(), px(DAYS), line.height())
        is_late = row.days_over > 0
        role, color = ("bodyStrong#", "badText") if is_late else ("body#", "ink2")
        text(c, days, days_words(row), role, color, RIGHT)


def holder_words(row: BatonLine) -> str:
    """Who has it; that it was offered and not taken; with a mark of what hangs on it."""
    if row.is_over:
        return _("all three won") if row.reached[4] else _("ended")
    who = row.holder_name if row.holder is not Holder.REP else _("{name} has it")
    words = who.format(name=row.rep_name)
    if row.holder is Holder.OFFERED:
        words = _("{team}?").format(team=words)
    hangs = len(row.asks) + row.shares
    if not hangs:
        return words
    hanging_words = ngettext("{words} · {n} hangs on it", "{words} · {n} hang on it", hangs)
    return hanging_words.format(words=words, n=hangs)


def days_words(row: BatonLine) -> str:
    """“9 of 5”; “12 days” where none were agreed."""
    if row.is_over:
        return ""
    if row.agreed_days is None:
        return ngettext("{n} day", "{n} days", row.held_days).format(n=row.held_days)
    return _("{n} of {of}").format(n=row.held_days, of=row.agreed_days)


def hanging(row: BatonLine, as_of: date) -> str:
    """What hangs on a line, in words."""
    return hanging_words(row.asks, row.shares, row.rep_name, as_of)


def stages(c: Canvas, x: float, cy: float, row: BatonLine) -> None:
    """The five stages from need to all win, joined by a line as far as it came."""
    px = c.theme.px
    radius, step = px(DOT) / 2, px(STEP)
    broken = None if row.breaks_at is None else CHAIN.index(row.breaks_at)
    for at, reached in enumerate(row.reached):
        middle = QPointF(x + at * step + radius, cy)
        if at:
            before = QRectF(middle.x() - step + radius, cy - 0.5, step - 2 * radius, 1)
            c.p.fillRect(before, c.theme.c("lineStrong" if not reached else "accent"))
        _stage(c, middle, radius, is_reached=reached, is_broken=at == broken)


def _stage(c: Canvas, middle: QPointF, radius: float, *, is_reached: bool, is_broken: bool) -> None:
    pen = c.p.pen()
    if is_broken:
        pen.setColor(c.theme.c("bad"))
        pen.setWidthF(c.theme.px(2))
        c.p.setPen(pen)
        arm = radius * 0.8
        for sign in (1, -1):
            c.p.drawLine(
                QPointF(middle.x() - arm, middle.y() - sign * arm),
                QPointF(middle.x() + arm, middle.y() + sign * arm),
            )
        return
    pen.setColor(c.theme.c("accent" if is_reached else "control"))
    pen.setWidthF(1)
    c.p.setPen(pen)
    c.p.setBrush(c.theme.c("accent" if is_reached else "panel"))
    c.p.drawEllipse(middle, radius - 0.5, radius - 0.5)
