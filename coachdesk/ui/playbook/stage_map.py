"""The six stages side by side: what the customer does, and the own funnel stage below it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.domain.playbook import StageGuide
from coachdesk.domain.vocabulary import SelectionStage
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Canvas, box, canvas, rule, text, upright
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped

HEIGHT, HEAD, PAD = 92, 56, 12


class StageMap(QWidget):
    """A click shows a stage; with the keys the own list at the left does."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._guides: tuple[StageGuide, ...] = ()
        self._current: SelectionStage | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, guides: Sequence[StageGuide], current: SelectionStage) -> None:
        """Show the stages, one of them tinted."""
        self._guides, self._current = tuple(guides), current
        words = _("{customer}: {own}")
        said = (words.format(customer=g.title, own=g.funnel_stage) for g in self._guides)
        self.setAccessibleName(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(HEIGHT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._guides:
            at = int(event.position().x() // self._width())
            if 0 <= at < len(self._guides):
                self.chosen.emit(self._guides[at].key.value)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        whole = QRectF(self.rect())
        box(c, whole, 10, "panel")
        for n, guide in enumerate(self._guides):
            cell = QRectF(n * self._width(), 0, self._width(), whole.height())
            self._paint_stage(c, cell, guide)
            if n:
                upright(c, cell.left(), 0, whole.height())
        rule(c, QRectF(0, self._theme.px(HEAD), whole.width(), 2))
        box(c, whole, 10, None, "line")

    def _paint_stage(self, c: Canvas, cell: QRectF, guide: StageGuide) -> None:
        px, on = c.theme.px, guide.key is self._current
        if on:
            box(c, cell.adjusted(2, 2, -2, -2), 8, "accentSoft")
        inner = cell.adjusted(px(PAD), px(8), -px(PAD) // 2, 0)
        wrapped(c, inner, guide.title, "bodyStrong" if on else "body", "accent" if on else "ink")
        below = QRectF(inner.left(), px(HEAD), inner.width(), cell.height() - px(HEAD))
        text(c, below, guide.funnel_stage, "small", "accent" if on else "ink2")

    def _width(self) -> float:
        return self.width() / max(1, len(self._guides))
