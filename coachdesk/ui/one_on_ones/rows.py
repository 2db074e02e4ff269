"""Rows of talks ahead and behind."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import avatar, mark, tag, tag_width
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.one_on_ones import state
from coachdesk.ui.one_on_ones.state import Heading
from coachdesk.views.dates import clock, near_day
from coachdesk.views.one_on_ones import AheadRow, BehindRow

NARROW = 560
DATE, NAME, KEPT, PAPER = 80, 124, 72, 100


@dataclass(slots=True)
class AheadPainter:
    """Start, rep, how far it is prepared, the one behaviour; a visit names its customer."""

    theme: Theme
    as_of: date

    def is_heading(self, row: Heading | AheadRow) -> bool:
        return isinstance(row, Heading)

    def is_sunk(self, row: Heading | AheadRow) -> bool:
        return isinstance(row, Heading)

    def height(self, row: Heading | AheadRow, width: int) -> int:
        if isinstance(row, Heading):
            return self.theme.px(30)
        return self.theme.px(58 if row.where else 38)

    def name(self, row: Heading | AheadRow) -> str:
        return row.words if isinstance(row, Heading) else state.ahead_sentence(row, self.as_of)

    def paint(self, c: Canvas, rect: QRectF, row: Heading | AheadRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        if isinstance(row, Heading):
            text(c, inner, row.words, "label", "ink2")
            return
        line = QRectF(inner.left(), rect.top(), inner.width(), px(38))
        cy, right = line.center().y(), inner.right()
        if row.focus is not None:
            mark(c, right - px(18), cy, row.focus.value)
        right -= px(18) + px(8)
        words, color = state.ready_words(row)
        area = QRectF(inner.left(), line.top(), right - inner.left(), line.height())
        right -= text(c, area, words, "small", color, RIGHT) + px(12)
        x = inner.left()
        start = clock(row.start) if row.start else "–"
        text(c, QRectF(x, line.top(), px(44), line.height()), start, "body#", "ink2")
        x += px(48)
        x += avatar(c, x, cy, row.initials) + px(10)
        text(c, QRectF(x, line.top(), right - x, line.height()), row.name, "bodyMedium")
        if row.where:
            below = QRectF(x, line.bottom() - px(4), inner.right() - x, px(18))
            text(c, below, row.where, "small", "ink2")


@dataclass(slots=True)
class BehindPainter:
    """Day, rep, behaviour and own words, requests met, paper."""

    theme: Theme
    as_of: date

    def is_heading(self, row: Heading | BehindRow) -> bool:
        return isinstance(row, Heading)

    def height(self, row: Heading | BehindRow, width: int) -> int:
        if isinstance(row, Heading):
            return self.theme.px(32)
        return self.theme.px(45)

    def name(self, row: Heading | BehindRow) -> str:
        return row.words if isinstance(row, Heading) else state.behind_sentence(row, self.as_of)

    def tip(self, row: Heading | BehindRow) -> str:
        return "" if isinstance(row, Heading) else row.words

    def paint(self, c: Canvas, rect: QRectF, row: Heading | BehindRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        paper = QRectF(inner.right() - px(PAPER), rect.top(), px(PAPER), rect.height())
        wide = inner.width() >= px(NARROW)
        kept = paper.translated(-px(KEPT), 0) if wide else paper
        kept.setWidth(px(KEPT))
        day = QRectF(inner.left(), rect.top(), px(DATE), rect.height())
        who = QRectF(day.right(), rect.top(), px(NAME) + px(34), rect.height())
        said = QRectF(who.right() + px(8), rect.top(), 0, rect.height())
        said.setRight((kept if wide else paper).left() - px(12))
        if isinstance(row, Heading):
            self._titles(c, (day, who, said, kept if wide else None, paper))
            return
        cy = rect.center().y()
        text(c, day, near_day(row.day, self.as_of), "body#", "ink2")
        x = who.left() + avatar(c, who.left(), cy, row.initials) + px(10)
        text(c, QRectF(x, who.top(), who.right() - x, who.height()), row.name, "bodyMedium")
        if row.focus is not None:
            said.setLeft(said.left() + mark(c, said.left(), cy, row.focus.value) + px(8))
        else:
            said.setLeft(said.left() + px(26))
        text(c, said, state.said_words(row), "body")
        if wide:
            bad = row.late > 0 and row.kept == 0
            text(c, kept, state.kept_words(row), "body#", "badText" if bad else "ink2")
        words, kind = state.paper_words(row.paper)
        tag(c, paper.left() + tag_width(c, words), cy, words, kind)

    def _titles(self, c: Canvas, areas: tuple[QRectF | None, ...]) -> None:
        titles = (_("Date"), _("Rep"), _("Said, in their words"), _("Asks kept"), _("Paper"))
        for area, title in zip(areas, titles, strict=True):
            if area is not None:
                text(c, area, title, "label", "ink2")
