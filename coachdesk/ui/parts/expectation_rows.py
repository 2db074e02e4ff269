"""Expectations as rows: of one situation by rep, or of one rep by situation."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.domain.expectation_rules import Standing
from coachdesk.language import quoted
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import avatar, tag, tag_width
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.views.expectations import (
    ExpectationRow,
    agreed_words,
    short_standing,
    standing_words,
    to_do_words,
)

FIRST, PAD, INSET, GAP, MOST_LINES = 22, 7, 16, 32, 2
# Below this width the day of a standing leaves no room for the title.
WIDE = 420
_STATES = {
    Standing.NEVER_AGREED: "warn",
    Standing.NOT_BOUGHT_IN: "warn",
    Standing.MISSED: "bad",
    Standing.DUE: "warn",
}


@dataclass(slots=True)
class ExpectationPainter:
    """`by_rep` shows the rep with what was agreed in full; else the situation and what to do."""

    theme: Theme
    as_of: date
    by_rep: bool

    def height(self, row: ExpectationRow, width: int) -> int:
        lines = self._lines(row, width)
        return self.theme.px(FIRST + 2 * PAD) + len(lines) * self.theme.line("small")

    def name(self, row: ExpectationRow) -> str:
        who = row.rep if self.by_rep else row.title
        words = (who, standing_words(row, self.as_of), *self._words(row))
        return ", ".join(part for part in words if part)

    def tip(self, row: ExpectationRow) -> str:
        return "\n".join(self._words(row))

    def paint(self, c: Canvas, rect: QRectF, row: ExpectationRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(INSET), px(PAD), -px(INSET), -px(PAD))
        first = QRectF(inner.left(), inner.top(), inner.width(), px(FIRST))
        middle, left = first.center().y(), self._left()
        if self.by_rep:
            avatar(c, inner.left(), middle, row.initials)
        state = self._standing(row, rect.width())
        if state:
            tag(c, inner.right(), middle, state, _STATES.get(row.standing, "quiet"))
        taken = tag_width(c, state) + px(8) if state else 0
        who = row.rep if self.by_rep else row.title
        color = "ink"
        if self._is_elsewhere(row):
            color = "ink2"
            taken = text(c, first, standing_words(row, self.as_of), "small", "muted", RIGHT) + px(8)
        text(c, first.adjusted(left, 0, -taken, 0), who, "bodyMedium", color)
        below = inner.adjusted(left, px(FIRST), 0, 0)
        paint_lines(c, below, self._lines(row, round(rect.width())), "small", "ink2")

    def _is_elsewhere(self, row: ExpectationRow) -> bool:
        """Nothing to agree: one quiet line."""
        return not row.concerns and not row.is_agreed

    def _left(self) -> int:
        return self.theme.px(GAP) if self.by_rep else 0

    def _standing(self, row: ExpectationRow, width: float) -> str:
        if self._is_elsewhere(row):
            return ""
        wide = width >= self.theme.px(WIDE)
        return standing_words(row, self.as_of) if wide else short_standing(row)

    def _words(self, row: ExpectationRow) -> list[str]:
        if self._is_elsewhere(row):
            return []
        quote = quoted(row.rep_words) if row.rep_words else ""
        said = [quote, agreed_words(row, self.as_of)] if self.by_rep else []
        return [words for words in (*said, to_do_words(row, self.as_of)) if words]

    def _lines(self, row: ExpectationRow, width: int) -> list[str]:
        room = width - self.theme.px(2 * INSET) - self._left()
        return [
            line
            for words in self._words(row)
            for line in broken(self.theme, words, "small", room, MOST_LINES)
        ]
