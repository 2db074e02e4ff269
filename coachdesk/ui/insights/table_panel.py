"""A chart's numbers as a table: the same figures for eyes, keys and screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.charts import Scene

ROW = 32


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells of one line, with the columns' names for whoever hears them."""

    columns: tuple[str, ...]
    cells: tuple[str, ...]
    is_head: bool = False


@dataclass(slots=True)
class TablePainter:
    """The first column is wider; the others end at the right."""

    theme: Theme

    def height(self, row: TableRow, width: int) -> int:
        return self.theme.px(ROW)

    def is_heading(self, row: TableRow) -> bool:
        return row.is_head

    def is_sunk(self, row: TableRow) -> bool:
        return row.is_head

    def name(self, row: TableRow) -> str:
        if row.is_head:
            return ", ".join(row.cells)
        pairs = zip(row.columns[1:], row.cells[1:], strict=True)
        return ", ".join([row.cells[0], *(f"{column} {cell}" for column, cell in pairs)])

    def paint(self, c: Canvas, rect: QRectF, row: TableRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(20), 0, -px(20), 0)
        role, color = ("label", "ink2") if row.is_head else ("body#", "ink")
        share = inner.width() / (len(row.cells) + 0.2)
        left = inner.left()
        for n, cell in enumerate(row.cells):
            wide = share * (1.2 if n == 0 else 1)
            area = QRectF(left, inner.top(), wide - px(8), inner.height())
            text(c, area, cell, role, color, RIGHT if n else "left")
            left += wide


class TablePanel(Overlay):
    """Arrows read along, Esc closes."""

    def __init__(self, workplace: Workplace, window: QWidget, scene: Scene) -> None:
        super().__init__(workplace.theme, window, scene.name, width=980)
        theme = workplace.theme
        self.card.add(Text(theme, scene.name, "title", wrap=True), pad=(20, 16, 20, 2))
        if scene.sentence:
            self.card.add(
                Text(theme, scene.sentence, "body", "ink2", wrap=True), pad=(20, 0, 20, 12)
            )
        self.list = Rows(theme, TablePainter(theme), name=scene.name, select=True)
        self.list.set_rows(_rows(scene.columns, scene.rows))
        scroll = ScrollPage(theme, _("Table"), content=self.list)
        self._follow = Follow(scroll, self.list)
        tall = theme.px(ROW) * (len(scene.rows) + 1) + theme.px(4)
        scroll.setFixedHeight(min(tall, max(theme.px(160), window.height() - theme.px(240))))
        self.card.add(scroll, rule=True)

    def ask(self) -> None:
        """Open it with the keys on the first line."""
        self.open_panel(self.list)
        self.list.set_current(1)
        self.fit()


def _rows(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[TableRow]:
    heads = tuple(columns)
    head = TableRow(heads, heads, is_head=True)
    return [head, *(TableRow(heads, tuple(row)) for row in rows)]
