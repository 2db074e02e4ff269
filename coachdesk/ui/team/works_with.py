"""Whom of the partner teams a rep works with, and when they met last."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, Run, runs, text
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.partner_team import WorksWith
from coachdesk.views.rep import RepPage as RepRecord
from coachdesk.views.search import Place

MOST = 6


class WorksWithCard(ListCard):
    """Enter opens the page of the person's team."""

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        self._painter = WorksWithPainter(theme, workplace.as_of)
        rows = Rows(theme, self._painter, name=_("Works with"), round_last=True)
        super().__init__(theme, rows, title=_("Works with"), right=_("last met"))
        self._workplace = workplace
        rows.opened.connect(self._open)

    def show_page(self, page: RepRecord) -> None:
        """Show whom this rep met, the last first."""
        self._painter.as_of = self._workplace.as_of
        more = len(page.works_with) - MOST
        self.say(_("{n} more").format(n=more) if more > 0 else "")
        self.fill(page.works_with[:MOST])

    def _open(self, row: WorksWith) -> None:
        self._workplace.open_place(Place("partner_team", row.id))


@dataclass(slots=True)
class WorksWithPainter:
    """Person, team, and the day they met last."""

    theme: Theme
    as_of: date

    def height(self, row: WorksWith, width: int) -> int:
        return self.theme.px(34)

    def name(self, row: WorksWith) -> str:
        met = _("last met {day}").format(day=near_day(row.last_day, self.as_of))
        return f"{row.name}, {row.team}, {met}"

    def paint(self, c: Canvas, rect: QRectF, row: WorksWith, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        day = near_day(row.last_day, self.as_of)
        taken = text(c, inner, day, "small#", "ink2", RIGHT)
        inner.setRight(inner.right() - taken - px(12))
        runs(c, inner, [Run(row.name, "bodyMedium"), Run(f" · {row.team}", "body", "ink2")])
