"""The ask ladder and the agenda bar: where a thing stands, as a short row of boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.bars import pips
from coachdesk.ui.kit.buttons import plain_tip
from coachdesk.ui.kit.canvas import Canvas, box, canvas, text
from coachdesk.ui.kit.theme import Theme

STEPS = 4
PIP_WIDTH, PIP_GAP = 16, 3


def ladder(c: Canvas, x: float, cy: float, step: int, *, mandate: bool = False) -> float:
    """The steps of an ask, `step` from 1; a mandate fills all. Returns the width."""
    of = max(STEPS, step)
    n, color = (of, "mandate") if mandate else (step, "ask")
    return pips(c, x, cy, n, of, color, width=PIP_WIDTH, gap=PIP_GAP)


class AskLadder(QWidget):
    """Steps and their word; each step shows its date under the mouse.

    `dates` are words for the steps taken so far, in order.
    """

    def __init__(
        self,
        theme: Theme,
        step: int,
        word: str,
        *,
        mandate: bool = False,
        dates: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._step, self._word = theme, step, word
        self._mandate, self._dates = mandate, tuple(dates)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join((word, *dates)))

    def sizeHint(self) -> QSize:
        px = self._theme.px
        of = max(STEPS, self._step)
        width = of * px(PIP_WIDTH) + (of - 1) * px(PIP_GAP) + px(12)
        return QSize(width + round(self._theme.width(self._word, "body")) + 1, px(20))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos().x() // (self._theme.px(PIP_WIDTH) + self._theme.px(PIP_GAP))
            if at < len(self._dates):
                QToolTip.showText(event.globalPos(), plain_tip(self._dates[at]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        x = ladder(c, 0, self.height() / 2, self._step, mandate=self._mandate)
        x += self._theme.px(12)
        color = "mandateText" if self._mandate else "askText"
        text(c, QRectF(x, 0, self.width() - x, self.height()), self._word, "body", color)


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One item of the agenda and its planned minutes."""

    minutes: int
    title: str


class AgendaBar(QWidget):
    """The agenda as boxes as wide as their minutes; the current one is tinted."""

    pressed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        parts: Sequence[AgendaPart] = (),
        *,
        current: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_parts(parts, current)

    def show_parts(self, parts: Sequence[AgendaPart], current: int = 0) -> None:
        """Show these items; `current` is an index, -1 for none."""
        self._parts, self._current = tuple(parts), current
        spoken = [_("{n} minutes {title}").format(n=p.minutes, title=p.title) for p in parts]
        self.setAccessibleName(_("Agenda: {items}").format(items=", ".join(spoken)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if at >= 0:
            self.pressed.emit(at)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(event.pos())
            if at >= 0:
                QToolTip.showText(event.globalPos(), plain_tip(self._label(at)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        for i, area in enumerate(self._areas()):
            on = i == self._current
            box(c, area, 5, "accentSoft" if on else "panel", None if on else "line")
            pad = self._theme.px(8)
            inner = area.adjusted(pad, 0, -pad / 2, 0)
            text(c, inner, self._label(i), "small#", "ink" if on else "ink2")

    def _label(self, at: int) -> str:
        return f"{self._parts[at].minutes} {self._parts[at].title}"

    def _areas(self) -> list[QRectF]:
        gap = self._theme.px(3)
        total = sum(max(part.minutes, 1) for part in self._parts)
        room = self.width() - gap * (len(self._parts) - 1)
        areas, x = [], 0.0
        for part in self._parts:
            width = room * max(part.minutes, 1) / total
            areas.append(QRectF(x, 0, width, self.height()))
            x += width + gap
        return areas

    def _at(self, pos: QPoint) -> int:
        for i, area in enumerate(self._areas()):
            if area.contains(pos):
                return i
        return -1
