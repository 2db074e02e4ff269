"""Hand-offs as rows with their age: fill = days since the expectation was set, tick = due day."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from coachdesk.domain.day_names import short_day
from coachdesk.domain.vocabulary import HandOffState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.bars import age_bar
from coachdesk.ui.kit.canvas import RIGHT, Canvas, Run, runs, text
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.promises import HandOffRow

_TINT = {"on_track": "quiet", "due_soon": "warn", "overdue": "bad", "stale": "bad"}
_WORDS = {"quiet": "ink2", "good": "goodText", "warn": "warnText", "bad": "badText"}


def longest_days(rows: Sequence[HandOffRow]) -> float:
    """The full width of the bars: the longest age or span, and a tenth more."""
    lengths = [days for row in rows for days in (row.age_days, row.span_days) if days is not None]
    return max(lengths, default=1) * 1.1


def tint(row: HandOffRow) -> str:
    """A bar's state: quiet, warn when due soon, bad when past its day."""
    if row.state is HandOffState.MET:
        return "good"
    return "bad" if row.state is HandOffState.MISSED else _TINT.get(row.ageing, "quiet")


def state_words(row: HandOffRow) -> str:
    """How it stands, in words: its age of its span, or the name of its state."""
    if row.state is HandOffState.DRAFT:
        return _("not set yet")
    if row.state is HandOffState.MISSED:
        return _("missed")
    if row.state is not HandOffState.SET:
        return closed_words(row)
    if row.age_days is None or row.span_days is None:
        return ""
    return ngettext("{n} of {of} day", "{n} of {of} days", row.span_days).format(
        n=row.age_days, of=row.span_days
    )


def closed_words(row: HandOffRow) -> str:
    """How it ended, with its day."""
    day = short_day(row.met_day) if row.met_day else ""
    words = {
        HandOffState.MET: _("met {day}"),
        HandOffState.MET_LATE: _("met late {day}"),
        HandOffState.CLOSED_UNMET: _("not met"),
    }
    return words.get(row.state, _("withdrawn")).format(day=day).strip()


def hand_off_sentence(row: HandOffRow, *, rep: bool = True) -> str:
    """What a screen reader says."""
    late = {
        "due_soon": _("due soon"),
        "overdue": _("past its day"),
        "stale": _("long past its day"),
    }.get(row.ageing, "")
    who = row.rep_name if rep else row.partner
    parts = [row.account, row.team, who, row.expectation or row.need, state_words(row), late]
    return ", ".join(part for part in parts if part)


@dataclass(slots=True)
class HandOffPainter:
    """Two lines a row; `longest` is set with the rows, so that all bars share one scale."""

    theme: Theme
    with_rep: bool = True
    longest: float = 1.0

    def height(self, row: HandOffRow, width: int) -> int:
        return self.theme.px(49)

    def name(self, row: HandOffRow) -> str:
        return hand_off_sentence(row, rep=self.with_rep)

    def tip(self, row: HandOffRow) -> str:
        return row.expectation or row.need

    def paint(self, c: Canvas, rect: QRectF, row: HandOffRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        line = QRectF(inner.left(), rect.top() + px(8), inner.width(), px(20))
        taken = self._days(c, line, row)
        who = (row.rep_name, row.team) if self.with_rep else (row.team, row.partner)
        rest = "".join(f" · {part}" for part in who if part)
        left = QRectF(line.left(), line.top(), line.width() - taken - px(12), line.height())
        runs(c, left, [Run(row.account, "bodyStrong"), Run(rest, "body", "ink2")])
        below = QRectF(inner.left(), rect.top() + px(30), inner.width(), px(12))
        is_aging = row.state in (HandOffState.SET, HandOffState.MISSED)
        if row.age_days is None or row.span_days is None or not is_aging:
            text(c, below.adjusted(0, -px(4), 0, px(4)), row.need, "small", "ink2")
        else:
            age_bar(c, below, row.age_days, row.span_days, self.longest, tint(row))

    def _days(self, c: Canvas, line: QRectF, row: HandOffRow) -> float:
        color = _WORDS[tint(row)]
        if row.state is not HandOffState.SET or row.age_days is None:
            return text(c, line, state_words(row), "bodyStrong", color, RIGHT)
        figure, rest = str(row.age_days), state_words(row).removeprefix(str(row.age_days))
        width = c.theme.width(figure, "bodyStrong#") + c.theme.width(rest, "body#")
        area = QRectF(line.right() - width - 1, line.top(), width + 1, line.height())
        runs(c, area, [Run(figure, "bodyStrong#", color), Run(rest, "body#", color)])
        return width
