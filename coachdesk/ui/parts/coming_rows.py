"""A notice of what may come, as a row: its day and customer, how likely, and whether told."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.domain.partner_vocabulary import NoticeState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.dates import near_day
from coachdesk.views.soft_power import ComingRow, days_between, likelihood_word

HIGH, DAY, LIKELY, TOLD = 46, 66, 54, 88
NARROW = 300


@dataclass(slots=True)
class ComingPainter:
    """`with_team` names the team in the second line, where rows of several stand together."""

    theme: Theme
    as_of: date
    with_team: bool = False

    def height(self, row: ComingRow, width: int) -> int:
        return self.theme.px(HIGH)

    def name(self, row: ComingRow) -> str:
        words = (
            row.account,
            row.what,
            days_between(row, self.as_of),
            self._likely(row),
            told_words(row, self.as_of)[0],
            row.team,
        )
        return ", ".join(part for part in words if part)

    def tip(self, row: ComingRow) -> str:
        return f"{row.what}\n{days_between(row, self.as_of)} · {row.team} · {row.rep}"

    def paint(self, c: Canvas, rect: QRectF, row: ComingRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), px(5), -px(16), -px(5))
        half = inner.height() / 2
        first = QRectF(inner.left(), inner.top(), inner.width(), half)
        second = first.translated(0, half)
        text(c, QRectF(first.left(), first.top(), px(DAY - 6), half), self._day(row), "small#")
        left = inner.left() + px(DAY)
        right = inner.right() - px(TOLD)
        told, color = told_words(row, self.as_of)
        text(c, QRectF(right, first.top(), px(TOLD), half), told, "small", color, RIGHT)
        likely = QRectF(right, second.top(), px(TOLD), half)
        text(c, likely, self._likely(row), "small", "ink2", RIGHT)
        room = right - px(8) - left
        text(c, QRectF(left, first.top(), room, half), row.account, "bodyMedium")
        what = f"{row.team} · {row.what}" if self.with_team else row.what
        text(c, QRectF(left, second.top(), room, half), what, "small", "ink2")

    def _day(self, row: ComingRow) -> str:
        return near_day(row.earliest, self.as_of)

    def _likely(self, row: ComingRow) -> str:
        if row.state is NoticeState.WITHDRAWN:
            return _("will not come")
        return likelihood_word(row.likelihood_pct)


def told_words(row: ComingRow, as_of: date) -> tuple[str, str]:
    """Whether the team knows, and the colour of that."""
    color = "warnText" if row.is_late else "ink2"
    if row.is_changed:
        return _("tell anew"), "warnText"
    if row.told_day is None:
        return _("not told"), color
    return _("told {day}").format(day=near_day(row.told_day, as_of)), "goodText"
