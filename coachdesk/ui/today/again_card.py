"""What is to be looked at again, each a line that leads there."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, Run, runs, text
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.again import AgainRow

ROW = 36


@dataclass(slots=True)
class AgainPainter:
    """“Meet Rafael Duarte · Equipment Finance”, and why now at the right."""

    theme: Theme

    def height(self, row: AgainRow, width: int) -> int:
        return self.theme.px(ROW)

    def name(self, row: AgainRow) -> str:
        return ", ".join((row.title, row.about, row.reason))

    def tip(self, row: AgainRow) -> str:
        return row.about

    def paint(self, c: Canvas, rect: QRectF, row: AgainRow, look: RowLook) -> None:
        px = c.theme.px
        line = rect.adjusted(px(16), 0, -px(16), 0)
        taken = text(c, line, row.reason, "small#", "warnText", RIGHT)
        left = QRectF(line.left(), line.top(), line.width() - taken - px(12), line.height())
        runs(c, left, [Run(row.title, "bodyStrong"), Run(f" · {row.about}", "body", "ink2")])


class AgainCard(ListCard):
    """Enter goes there; without anything due it is not there."""

    def __init__(self, workplace: Workplace) -> None:
        theme, title = workplace.theme, _("Look at again")
        rows = Rows(theme, AgainPainter(theme), name=title, round_last=True)
        super().__init__(theme, rows, title=title, right=_("its day has come"))
        self._workplace = workplace
        rows.opened.connect(self._open)

    def _open(self, row: AgainRow) -> None:
        self._workplace.open_place(row.place)
