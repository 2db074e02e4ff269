"""Paints the rows of the cards: a quality, a request, a piece of evidence."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.bars import pips
from coachdesk.ui.kit.canvas import RIGHT, Canvas, paragraph, text
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.soft_power import state
from coachdesk.views.dates import near_day
from coachdesk.views.soft_power import EvidenceRow, QualityRow, RequestRow, TeamCard

QUARTERS, PIP, PIP_GAP = 4, 18, 3
PIPS = QUARTERS * (PIP + PIP_GAP) - PIP_GAP


@dataclass(slots=True)
class QualityPainter:
    """`team` is set with the rows: their lines speak of it."""

    theme: Theme
    as_of: date
    team: TeamCard | None = None

    def height(self, row: QualityRow, width: int) -> int:
        lines = 1 if self._fits(row, width) else 2
        return self.theme.px(36 + 18 * lines)

    def name(self, row: QualityRow) -> str:
        return "" if self.team is None else state.quality_sentence(row, self.team, self.as_of)

    def paint(self, c: Canvas, rect: QRectF, row: QualityRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), px(8), -px(16), -px(8))
        first = QRectF(inner.left(), inner.top(), inner.width(), px(20))
        if row.quarters is None:
            width = text(c, first, state.needs_words(row), "small", "ink2", RIGHT)
        else:
            width = px(PIPS)
            x, cy = inner.right() - width, first.center().y()
            pips(c, x, cy, row.quarters, QUARTERS, "accent", width=PIP, gap=PIP_GAP)
        first.setRight(first.right() - width - px(8))
        text(c, first, state.quality_title(row.quality), "bodyMedium")
        line = QRectF(inner.left(), inner.top() + px(20), inner.width(), px(18))
        paragraph(c, line, self._line(row), "small", "ink2")

    def _line(self, row: QualityRow) -> str:
        return "" if self.team is None else state.quality_line(row, self.team, self.as_of)

    def _fits(self, row: QualityRow, width: int) -> bool:
        return self.theme.width(self._line(row), "small") <= width - 2 * self.theme.px(16)


@dataclass(slots=True)
class RequestPainter:
    """A request, our decision and theirs side by side."""

    theme: Theme
    as_of: date

    def height(self, row: RequestRow, width: int) -> int:
        return self.theme.px(50)

    def name(self, row: RequestRow) -> str:
        words = (
            row.request,
            row.account,
            state.request_words(row)[0],
            state.verdict_words(row, self.as_of)[0],
            row.team,
        )
        return ", ".join(part for part in words if part)

    def tip(self, row: RequestRow) -> str:
        about = " · ".join(part for part in (row.account, row.team, row.rep) if part)
        return "\n".join(part for part in (row.request, about, row.reason) if part)

    def paint(self, c: Canvas, rect: QRectF, row: RequestRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), px(7), -px(16), -px(7))
        half = inner.height() / 2
        first = QRectF(inner.left(), inner.top(), inner.width(), half)
        text(c, first, row.request, "body")
        second = first.translated(0, half)
        theirs, color = state.verdict_words(row, self.as_of)
        width = text(c, second, theirs, "small", color, RIGHT)
        second.setRight(second.right() - width - px(8))
        ours, color = state.request_words(row)
        text(c, second, ours, "small", color)


@dataclass(slots=True)
class EvidencePainter:
    """One hand-off or request behind a figure, the ones that do not count in grey."""

    theme: Theme
    as_of: date

    def height(self, row: EvidenceRow, width: int) -> int:
        return self.theme.px(48)

    def name(self, row: EvidenceRow) -> str:
        counts = _("counts") if row.good else _("does not count")
        words = (row.account, row.what, near_day(row.day, self.as_of), state.evidence_words(row))
        return ", ".join(part for part in (*words, counts) if part)

    def paint(self, c: Canvas, rect: QRectF, row: EvidenceRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(20), px(6), -px(20), -px(6))
        half = inner.height() / 2
        first = QRectF(inner.left(), inner.top(), inner.width(), half)
        width = text(
            c, first, state.evidence_words(row), "small", "goodText" if row.good else "ink2", RIGHT
        )
        second = first.translated(0, half)
        first.setRight(first.right() - width - px(10))
        text(c, first, row.account or _("no customer"), "bodyMedium")
        about = f"{near_day(row.day, self.as_of)} · {row.rep} · {row.what}"
        text(c, second, about, "small", "ink2")
