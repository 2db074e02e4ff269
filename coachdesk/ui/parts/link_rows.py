"""Rows that lead to where something is seen; Enter goes there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.links import LinkRow

ROW, KIND = 32, 92


@dataclass(slots=True)
class LinkPainter:
    """What it is, “Condition report · Service Contracts”, and its day at the right."""

    theme: Theme
    as_of: date

    def height(self, row: LinkRow, width: int) -> int:
        return self.theme.px(ROW)

    def name(self, row: LinkRow) -> str:
        return ", ".join(part for part in (row.title, row.words, self._when(row)) if part)

    def tip(self, row: LinkRow) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: LinkRow, look: RowLook) -> None:
        px = c.theme.px
        line = rect.adjusted(px(16), 0, -px(16), 0)
        taken = text(c, line, self._when(row), "small#", "ink2", RIGHT)
        kind = QRectF(line.left(), line.top(), px(KIND), line.height())
        text(c, kind, row.title, "small", "ink2")
        rest = line.right() - taken - px(12) - kind.right()
        text(c, QRectF(kind.right(), line.top(), rest, line.height()), row.words)

    def _when(self, row: LinkRow) -> str:
        return "" if row.day is None else near_day(row.day, self.as_of)


class LinkRows(Rows):
    """A list of them; `before` runs before the person goes there, to close a panel."""

    def __init__(
        self, workplace: Workplace, name: str, before: Callable[[], None] | None = None
    ) -> None:
        theme = workplace.theme
        super().__init__(theme, LinkPainter(theme, workplace.as_of), name=name, round_last=True)
        self._workplace, self._before = workplace, before
        self.opened.connect(self._go)

    def _go(self, row: LinkRow) -> None:
        if self._before is not None:
            self._before()
        self._workplace.open_place(row.place)
