"""Joint visits in a list: when, with whom, where, how much was seen."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import avatar
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.dates import clock, near_day
from coachdesk.views.visits import VisitRow


@dataclass(slots=True)
class VisitPainter:
    """“14:00 Lena Vogt at Halden Foods, 3 events”; of another day its day."""

    theme: Theme
    as_of: date

    def height(self, row: VisitRow, width: int) -> int:
        return self.theme.px(40)

    def name(self, row: VisitRow) -> str:
        words = (
            _("joint meeting at {customer}") if row.is_meeting else _("joint visit at {customer}")
        )
        where = words.format(customer=row.account)
        return ", ".join(part for part in (self._when(row), row.name, where, _seen(row)) if part)

    def paint(self, c: Canvas, rect: QRectF, row: VisitRow, look: RowLook) -> None:
        px, cy, height = c.theme.px, rect.center().y(), rect.height()
        x, right = rect.left() + px(16), rect.right() - px(16)
        text(c, QRectF(x, rect.top(), px(64), height), self._when(row), "body#", "ink2")
        x += px(66)
        x += avatar(c, x, cy, row.initials) + px(10)
        area = QRectF(x, rect.top(), right - x, height)
        right -= text(c, area, _seen(row), "small#", "ink2", RIGHT) + px(12)
        x += text(c, QRectF(x, rect.top(), right - x, height), row.name, "bodyMedium") + px(10)
        text(c, QRectF(x, rect.top(), max(0.0, right - x), height), row.account, "body", "ink2")

    def _when(self, row: VisitRow) -> str:
        is_today = row.day == self.as_of and row.start is not None
        return clock(row.start) if is_today and row.start else near_day(row.day, self.as_of)


def _seen(row: VisitRow) -> str:
    return (
        ngettext("{n} event", "{n} events", row.events).format(n=row.events) if row.events else ""
    )
