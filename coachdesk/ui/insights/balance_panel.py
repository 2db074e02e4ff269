"""What is behind a bar of How you lead: each request, share and requirement, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.scene import SceneView
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.balance import Balance, BalanceWindow, GivenLine
from coachdesk.views.balance_words import kind_word, nothing_words, ratio, window_words
from coachdesk.views.chart_conduct import balance_time_scene
from coachdesk.views.charts import Target

ROW, HEAD = 36, 32
DAY, NAME = 64, 84


@dataclass(slots=True)
class GivenPainter:
    """The letter, the day, to whom if there are several, and the words; a quarter is a heading."""

    theme: Theme
    has_names: bool

    def height(self, row: GivenLine | BalanceWindow, width: int) -> int:
        return self.theme.px(HEAD if self.is_heading(row) else ROW)

    def is_heading(self, row: GivenLine | BalanceWindow) -> bool:
        return isinstance(row, BalanceWindow)

    def is_sunk(self, row: GivenLine | BalanceWindow) -> bool:
        return self.is_heading(row)

    def name(self, row: GivenLine | BalanceWindow) -> str:
        if isinstance(row, BalanceWindow):
            return f"{window_words(row)}, {ratio(row)}"
        who = [row.rep] if self.has_names else []
        return ", ".join([kind_word(row.kind), *who, short_day(row.day), row.text])

    def tip(self, row: GivenLine | BalanceWindow) -> str:
        return "" if isinstance(row, BalanceWindow) else row.text

    def paint(self, c: Canvas, rect: QRectF, row: GivenLine | BalanceWindow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(20), 0, -px(20), 0)
        if isinstance(row, BalanceWindow):
            text(c, inner, window_words(row), "label", "ink2")
            text(c, inner, ratio(row), "small#", "ink2", RIGHT)
            return
        mark(c, inner.left(), inner.center().y(), row.kind)
        inner.adjust(px(28), 0, 0, 0)
        text(c, inner, short_day(row.day), "small#", "ink2")
        inner.adjust(px(DAY), 0, 0, 0)
        if self.has_names:
            text(c, QRectF(inner.left(), inner.top(), px(NAME - 8), inner.height()), row.rep)
            inner.adjust(px(NAME), 0, 0, 0)
        text(c, inner, row.text, "body")


class BalancePanel(Overlay):
    """Enter opens one on the rep's page; on a bar it goes to the first of that quarter."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        *,
        title: str,
        words: str,
        lines: Sequence[GivenLine],
        balance: Balance | None = None,
    ) -> None:
        super().__init__(workplace.theme, window, title, width=680)
        self._workplace, theme = workplace, workplace.theme
        rows = list(lines) if balance is None else _by_quarter(lines, balance)
        self.card.add(Text(theme, title, "title", wrap=True), pad=(20, 16, 20, 4))
        said = words if lines else nothing_words()
        self.card.add(Text(theme, said, "body", "ink2", wrap=True), pad=(20, 0, 20, 12))
        if balance is not None and balance.history:
            self._chart = SceneView(theme, partial(balance_time_scene, balance), margin=8)
            self._chart.opened.connect(self._to_quarter)
            self.card.add(self._chart, pad=(12, 0, 12, 12))
        painter = GivenPainter(theme, has_names=balance is None)
        self.list = Rows(theme, painter, name=title, select=True)
        self.list.set_rows(rows)
        self.list.opened.connect(self._open_line)
        if not rows:
            return
        scroll = ScrollPage(theme, title, content=self.list)
        self._follow = Follow(scroll, self.list)
        tall = sum(painter.height(row, 0) for row in rows) + theme.px(4)
        room = window.height() - theme.px(280) - (theme.px(180) if balance is not None else 0)
        scroll.setFixedHeight(min(tall, max(theme.px(150), room)))
        self.card.add(scroll, rule=True)
        foot = Text(theme, _("Enter opens it on the rep’s page."), "small", "ink2", wrap=True)
        self.card.add(foot, rule=True, sunk=True, pad=(20, 10, 20, 10))

    def ask(self) -> None:
        """Open it with the keys on the newest one."""
        rows = self.list.rows()
        self.open_panel(self.list if rows else None)
        if rows:
            self.list.set_current(_first_line(rows, 0))
        self.fit()

    def _to_quarter(self, target: Target) -> None:
        rows = self.list.rows()
        days = [row.last_day.isoformat() if isinstance(row, BalanceWindow) else "" for row in rows]
        if target.key in days:
            self.list.set_current(_first_line(rows, days.index(target.key)))
            self.list.setFocus()

    def _open_line(self, row: GivenLine) -> None:
        self.close_panel()
        self._workplace.open_record(row.rep_id, row.id)


def _by_quarter(lines: Sequence[GivenLine], balance: Balance) -> list[GivenLine | BalanceWindow]:
    """The lines of each quarter under its heading; a quarter without any is left out."""
    rows: list[GivenLine | BalanceWindow] = []
    for window in balance.history:
        own = [line for line in lines if window.first_day <= line.day <= window.last_day]
        rows += [window, *own] if own else []
    return rows


def _first_line(rows: Sequence[object], at: int) -> int:
    return next(n for n in range(at, len(rows)) if isinstance(rows[n], GivenLine))
