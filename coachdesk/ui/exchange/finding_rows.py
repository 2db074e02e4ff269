"""What is the matter with lines of a table: number, what is so, and the way out."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from coachdesk.domain.import_findings import LineFinding, Outcome
from coachdesk.language import gettext as _
from coachdesk.ui.exchange.import_state import finding_words
from coachdesk.ui.kit.canvas import Canvas, Run, runs, text
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme

_ROW = 30
_SIGNS = {
    Outcome.ODD: ("triangle-alert", "warn"),
    Outcome.INBOX: ("inbox", "ink2"),
    Outcome.SKIPPED: ("check", "ink2"),
}


@dataclass(frozen=True, slots=True)
class FindingPainter:
    """One finding in a line; all of it is in the tip and in the name."""

    theme: Theme

    def height(self, row: LineFinding, width: int) -> int:
        return self.theme.px(_ROW)

    def name(self, row: LineFinding) -> str:
        return _("Line {n}: {words}").format(n=row.line, words=finding_words(row))

    def tip(self, row: LineFinding) -> str:
        return finding_words(row)

    def paint(self, c: Canvas, rect: QRectF, row: LineFinding, look: RowLook) -> None:
        px = c.theme.px
        sign, color = _SIGNS[row.outcome]
        left = rect.left() + px(10)
        icon(c, left, rect.center().y() - px(7), sign, color, 14)
        number = QRectF(left + px(24), rect.top(), px(64), rect.height())
        text(c, number, _("Line {n}").format(n=row.line), "small#", "ink2")
        words = QRectF(number.right(), rect.top(), rect.right() - number.right(), rect.height())
        rest = finding_words(row).removeprefix(row.words)
        runs(c, words, [Run(row.words, "body"), Run(rest, "body", "ink2")])
