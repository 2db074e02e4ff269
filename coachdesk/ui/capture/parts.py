"""What the capture overlay paints: the six parts, and the five anchors."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.domain.playbook import BehaviourGuide
from coachdesk.language import gettext as _
from coachdesk.ui.capture.state import Understood
from coachdesk.ui.kit.canvas import CENTER, Canvas, Run, box, canvas, runs, text
from coachdesk.ui.kit.marks import avatar, mark, rating_dots
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines

SHARES = (25, 22, 14, 20, 24, 11)


class UnderstoodRow(QWidget):
    """Rep, Behaviour, Rating, Customer, Partner, When: each under its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_parts(Understood())

    def show_parts(self, parts: Understood) -> None:
        """Show what was understood now."""
        self.parts = parts
        self.setAccessibleName(parts.sentence())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px = self._theme.px
        titles = (_("Rep"), _("Behaviour"), _("Rating"), _("Customer"), _("Partner"), _("When"))
        painters = (
            self._rep,
            self._behaviour,
            self._rating,
            self._account,
            self._partner,
            self._day,
        )
        x = 0.0
        for title, paint, width in zip(titles, painters, self._widths(), strict=True):
            text(c, QRectF(x, 0, width, px(16)), title, "small", "ink2")
            paint(c, QRectF(x, px(20), width - px(8), px(22)))
            x += width

    def _widths(self) -> list[float]:
        """Equal gaps where the words fit; else shares of the whole."""
        px, parts, strong = self._theme.px, self.parts, self._theme.width
        team = strong(f"  {parts.team}", "body") if parts.partner else 0.0
        natural = [
            px(30) + strong(parts.rep, "bodyStrong"),
            px(28) + strong(parts.behaviour or _("Private"), "bodyStrong"),
            px(64.0),
            strong(parts.account or _("Customer"), "bodyStrong"),
            strong(parts.partner or parts.team or _("Partner"), "bodyStrong") + team,
            strong(parts.day or _("When"), "bodyStrong"),
        ]
        gap = (self.width() - sum(natural)) / (len(natural) - 1)
        if gap >= px(12):
            return [width + gap for width in natural[:-1]] + [natural[-1] + px(8)]
        return [self.width() * share / sum(SHARES) for share in SHARES]

    def _rep(self, c: Canvas, area: QRectF) -> None:
        if not self.parts.rep:
            self._nothing(c, area)
            return
        side = avatar(c, area.left(), area.center().y(), self.parts.initials, on=True)
        self._value(c, area.adjusted(side + c.theme.px(6), 0, 0, 0), self.parts.rep)

    def _behaviour(self, c: Canvas, area: QRectF) -> None:
        if self.parts.private:
            side = mark(c, area.left(), area.center().y(), "private")
            self._value(c, area.adjusted(side + c.theme.px(6), 0, 0, 0), _("Private"))
        elif self.parts.kind:
            side = mark(c, area.left(), area.center().y(), self.parts.kind)
            self._value(c, area.adjusted(side + c.theme.px(8), 0, 0, 0), self.parts.behaviour)
        else:
            self._nothing(c, area)

    def _rating(self, c: Canvas, area: QRectF) -> None:
        if self.parts.private:
            self._nothing(c, area)
            return
        rating_dots(c, area.left(), area.center().y(), self.parts.value)

    def _account(self, c: Canvas, area: QRectF) -> None:
        self._value(c, area, self.parts.account)

    def _partner(self, c: Canvas, area: QRectF) -> None:
        if self.parts.partner:
            team = Run(f"  {self.parts.team}", "body", "ink2")
            runs(c, area, [Run(self.parts.partner, "bodyStrong"), team])
        else:
            self._value(c, area, self.parts.team)

    def _day(self, c: Canvas, area: QRectF) -> None:
        self._value(c, area, self.parts.day)

    def _value(self, c: Canvas, area: QRectF, words: str) -> None:
        if words:
            text(c, area, words, "bodyStrong")
        else:
            self._nothing(c, area)

    def _nothing(self, c: Canvas, area: QRectF) -> None:
        text(c, area, "–", "body", "muted")


@dataclass(frozen=True, slots=True)
class Anchor:
    """One rating with what it looks like."""

    id: int
    name: str
    words: str


def anchors_of(guide: BehaviourGuide, names: dict[int, str]) -> list[Anchor]:
    """The five anchors of a behaviour, the best first."""
    return [Anchor(n, names[n], guide.anchors[n]) for n in sorted(guide.anchors, reverse=True)]


@dataclass(slots=True)
class AnchorPainter:
    """A figure in a box, the short name, the sentence; the chosen one is tinted."""

    theme: Theme
    chosen: int | None = None
    sunk: bool = False

    def height(self, row: Anchor, width: int) -> int:
        lines = len(self._lines(row, width))
        return self.theme.px(14) + lines * self.theme.line("body")

    def name(self, row: Anchor) -> str:
        chosen = _("chosen") if row.id == self.chosen else ""
        parts = (str(row.id), row.name, row.words, chosen)
        return ", ".join(part for part in parts if part)

    def paint(self, c: Canvas, rect: QRectF, row: Anchor, look: RowLook) -> None:
        px, on = c.theme.px, row.id == self.chosen
        if on:
            c.p.fillRect(rect, c.theme.c("accentSoft"))
        top = rect.top() + px(7)
        square = QRectF(rect.left() + px(20), top, px(20), px(20))
        box(c, square, 5, "accent" if on else "panel", None if on else "lineStrong")
        text(c, square, str(row.id), "smallStrong", "onAccent" if on else "ink2", CENTER)
        title = QRectF(square.right() + px(14), top, px(90), px(20))
        text(c, title, row.name, "bodyStrong" if on else "bodyMedium")
        area = QRectF(rect.left() + px(WORDS), top, rect.width() - px(WORDS + 20), px(20))
        paint_lines(c, area, self._lines(row, round(rect.width())), "body", "ink2")

    def _lines(self, row: Anchor, width: int) -> list[str]:
        return broken(self.theme, row.words, "body", width - self.theme.px(WORDS + 20), 3)


WORDS = 150
