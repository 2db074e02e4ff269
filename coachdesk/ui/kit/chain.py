"""The partnering chain: five links with a share and its range, or with what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.bars import pips, range_bar
from coachdesk.ui.kit.canvas import Canvas, Run, box, canvas, hairline, paragraph, runs, text
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.marks import hue, mark
from coachdesk.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """One link: events rated 4 or 5 of those rated, and the 90 % range (fractions 0-1).

    `short` is the title where there is little room.
    `low` and `high` are None below the threshold; then `needed` says how many events there must be.
    `label` and the `reason` for it stand below; `is_found` says that it is a label that holds.
    """

    kind: str
    title: str
    met: int
    rated: int
    low: float | None
    high: float | None
    needed: int = 6
    short: str = ""
    breaks: bool = False
    label: str = ""
    reason: str = ""
    is_found: bool = False

    @property
    def is_enough(self) -> bool:
        return self.low is not None and self.high is not None

    def sentence(self) -> str:
        """What a screen reader says."""
        if not self.is_enough:
            said = _("{title}, not enough evidence, {n} of {of} events").format(
                title=self.title, n=self.rated, of=self.needed
            )
            return f"{said}, {self.reason or self._needs()}"
        said = _("{title}, {met} of {rated} rated 4 or 5, range {low} to {high} percent").format(
            title=self.title,
            met=self.met,
            rated=self.rated,
            low=_percent(self.low),
            high=_percent(self.high),
        )
        if self.label:
            said += f", {self.label}, {self.reason}"
        return said + (_(", chain breaks here") if self.breaks else "")

    def _needs(self) -> str:
        return _("needs {n} more").format(n=self.needed - self.rated)


class ChainLink(Ringed, QAbstractButton):
    """One link as a button; the chain moves the focus between its links."""

    ring_radius = 6

    def __init__(self, theme: Theme, link: LinkFigures, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.link = theme, link
        self.setAccessibleName(link.sentence())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(158 if self.link.reason else 108))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHAIN_KEYS:
            event.ignore()  # the chain moves the focus; a button would walk to any neighbour
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, width = self._theme.px, float(self.width())
        mark(c, 0, px(18), self.link.kind)
        head = QRectF(px(26), px(8), width - px(26), px(20))
        title = self.link.title
        if self._theme.width(title, "bodyStrong") > head.width():
            title = self.link.short or title
        text(c, head, title, "bodyStrong", "accent" if self.underMouse() else "ink")
        if self.link.is_enough:
            self._paint_share(c, width)
        else:
            self._paint_missing(c, width)

    def _paint_share(self, c: Canvas, width: float) -> None:
        px, link = self._theme.px, self.link
        share = link.met / link.rated
        figure, counts = _("{share}%").format(share=_percent(share)), _("{met} of {rated}")
        counts = "  " + counts.format(met=link.met, rated=link.rated)
        theme = self._theme
        fits = theme.width(figure, "figure#") + theme.width(counts, "body#") <= width
        parts = [
            Run(figure, "figure#" if fits else "page#", "badText" if link.breaks else "ink"),
            Run(counts, "body#" if fits else "small#", "ink2"),
        ]
        runs(c, QRectF(0, px(30), width, px(36)), parts)
        bar = QRectF(0, px(70), width - px(16), px(12))
        range_bar(c, bar, link.low or 0.0, link.high or 0.0, share, hue(link.kind))
        words = _("range {low}–{high} %").format(low=_percent(link.low), high=_percent(link.high))
        text(c, QRectF(0, px(86), width, px(16)), words, "small#", "ink2")
        if link.label:
            area = QRectF(0, px(108), width, px(16))
            text(c, area, link.label, "smallStrong", "ink" if link.is_found else "ink2")
            paragraph(c, area.translated(0, px(16)), link.reason, "small#", "ink2")

    def _paint_missing(self, c: Canvas, width: float) -> None:
        px, link = self._theme.px, self.link
        more = _("needs {n} more").format(n=link.needed - link.rated)
        counts = _("{n} of {of} events").format(n=link.rated, of=link.needed)
        words, below = _("Not enough evidence"), counts if link.reason else f"{counts} · {more}"
        theme = self._theme
        if theme.width(words, "title") > width or theme.width(below, "small#") > width:
            words, below = more, counts
        text(c, QRectF(0, px(38), width, px(20)), words, "title", "ink2")
        fit = min(22.0, (width - px(8)) * 100 / self._theme.zoom / link.needed - 4)
        pips(c, 0, px(76), link.rated, link.needed, hue(link.kind), width=fit)
        text(c, QRectF(0, px(86), width, px(16)), below, "small#", "ink2")
        if link.reason:
            area = QRectF(0, px(108), width, px(16))
            paragraph(c, area, link.reason, "small#", "ink2", most=3)


class Chain(QWidget):
    """The links side by side, or in two rows of three and two where the page is narrow.

    One tab stop: Left and Right move, Enter chooses.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._links: list[ChainLink] = []
        self._columns = 5
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(32))
        self._grid.setVerticalSpacing(theme.px(8))
        self.setAccessibleName(_("Partnering chain"))

    def show_links(self, links: Sequence[LinkFigures]) -> None:
        """Show these links in chain order."""
        at = next((i for i, link in enumerate(self._links) if link.hasFocus()), -1)
        for old in self._links:
            old.hide()
            old.deleteLater()
        self._links = [ChainLink(self._theme, link, parent=self) for link in links]
        self._arrange()
        for button in self._links:
            button.clicked.connect(self._clicked)
            button.show()
        self._stop_at(max(at, 0))
        if at >= 0 and self._links:
            self._links[at].setFocus()

    def set_columns(self, columns: int) -> None:
        """How many links stand in a row: 5, or 3 where the page is narrow."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def links(self) -> tuple[ChainLink, ...]:
        """The buttons, in chain order."""
        return tuple(self._links)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(event.key())
        at = next((i for i, link in enumerate(self._links) if link.hasFocus()), -1)
        if at >= 0 and step:
            to = min(max(at + step, 0), len(self._links) - 1)
            self._stop_at(to)
            self._links[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._links[at].click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        for left, right in pairwise(self._links):
            if left.y() == right.y():
                self._paint_joint(c, (left.geometry().right() + right.x()) / 2 - 4, left, right)

    def _arrange(self) -> None:
        for i in range(5):
            self._grid.setColumnStretch(i, 1 if i < self._columns else 0)
        for i, button in enumerate(self._links):
            self._grid.addWidget(button, i // self._columns, i % self._columns)
        self.update()

    def _paint_joint(self, c: Canvas, x: float, left: ChainLink, right: ChainLink) -> None:
        px, top = self._theme.px, left.y()
        breaks = right.link.breaks
        pen = QPen(c.theme.c("bad" if breaks else "line"), hairline(c.p))
        if not (left.link.is_enough and right.link.is_enough):
            pen.setDashPattern([2, 3])
        c.p.setPen(pen)
        x = round(x) + hairline(c.p) / 2
        c.p.drawLine(QLineF(x, top, x, top + left.height()))
        side = px(22)
        ring = QRectF(round(x - side / 2), top + px(7), side, side)
        box(c, ring, 99, "panel", "bad" if breaks else "lineStrong")
        name, color = ("break", "bad") if breaks else ("chevron-right", "ink3")
        size = 14 if breaks else 12
        inset = (side - px(size)) / 2
        icon(c, ring.left() + inset, ring.top() + inset, name, color, size)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, ChainLink):
            self._stop_at(self._links.index(button))
            self.chosen.emit(button.link.kind)

    def _stop_at(self, at: int) -> None:
        for i, link in enumerate(self._links):
            link.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if i == at else Qt.FocusPolicy.ClickFocus
            )


def _percent(share: float | None) -> int:
    return round(100 * (share or 0.0))


_CHAIN_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
