"""The ratings of one link over time: a filled dot is a 4 or a 5, the dashed line is expected."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import CENTER, RIGHT, Canvas, canvas, hairline, text
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.marks import hue
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.evidence import Event

EXPECTED, LEFT_EDGE, STEP = 4, 20, 20


class StripChart(Ringed, QWidget):
    """One dot an event; a click or the arrows choose one, which selects its row."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._events: tuple[Event, ...] = ()
        self._as_of = date.min
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_events(self, events: Sequence[Event], as_of: date) -> None:
        """Show these ratings of one link, oldest first."""
        self._events = tuple(sorted(events, key=lambda event: event.day))
        self._as_of, self._at = as_of, -1
        title = self._events[0].behaviour_title if self._events else ""
        self.setAccessibleName(_("{title}, ratings over time").format(title=title))
        points = [
            _("{day} rated {n}").format(day=short_day(e.day), n=e.value) for e in self._events
        ]
        self.setAccessibleDescription("; ".join(points))
        self.update()

    def select(self, rating_id: object) -> None:
        """Mark the dot of a row."""
        self._at = next((i for i, e in enumerate(self._events) if e.rating_id == rating_id), -1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(5 * STEP + 32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(event.key())
        if step and self._events:
            self._choose(min(max(self._at + step, 0), len(self._events) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        reach, pos = self._theme.px(12), event.position()
        points = [self._point(e) for e in self._events]
        near = [(QLineF(pos, point).length(), i) for i, point in enumerate(points)]
        if near and min(near)[0] <= reach:
            self._choose(min(near)[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        self._grid(c)
        self._days(c)
        px = self._theme.px
        for i, item in enumerate(self._events):
            color, point = c.theme.c(hue(item.behaviour.value)), self._point(item)
            full = item.value >= EXPECTED
            painter.setPen(QPen(color, px(2)) if not full else Qt.PenStyle.NoPen)
            painter.setBrush(color if full else c.theme.c("panel"))
            radius = px(5) + (1 if full else 0)
            painter.drawEllipse(point, radius, radius)
            if i == self._at:
                painter.setPen(QPen(c.theme.c("ink2"), px(1)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(point, px(9), px(9))

    def _grid(self, c: Canvas) -> None:
        px, right = c.theme.px, self._right()
        for value in range(1, 6):
            y = self._y(value)
            text(c, QRectF(0, y - px(8), px(12), px(16)), str(value), "small#", "ink2")
            pen = QPen(c.theme.c("line"), hairline(c.p))
            if value == EXPECTED:
                pen = QPen(c.theme.c("accent"), hairline(c.p))
                pen.setDashPattern([3, 3])
            c.p.setPen(pen)
            c.p.drawLine(QLineF(px(LEFT_EDGE), y, right, y))
        area = QRectF(right, self._y(EXPECTED) - px(8), self.width() - right, px(16))
        text(c, area, _("4 = expected"), "caption", "accent", RIGHT)

    def _days(self, c: Canvas) -> None:
        px, free = c.theme.px, -1e9
        for item in self._events:
            x, words = self._point(item).x(), short_day(item.day)
            wide = c.theme.width(words, "small#")
            left = min(max(x - wide / 2, px(LEFT_EDGE)), self.width() - wide)
            if left > free:
                area = QRectF(left, self._y(1) + px(12), wide + 1, px(16))
                text(c, area, words, "small#", "ink2", CENTER)
                free = left + wide + px(10)

    def _right(self) -> float:
        """Where the lines end and the word for the expected one begins."""
        return self.width() - self._theme.width(_("4 = expected"), "caption") - self._theme.px(8)

    def _y(self, value: int) -> float:
        return float(self._theme.px(10) + (5 - value) * self._theme.px(STEP))

    def _point(self, item: Event) -> QPointF:
        px = self._theme.px
        first = self._events[0].day
        whole = max(1, (self._as_of - first).days)
        room = self._right() - px(LEFT_EDGE + 24)
        return QPointF(
            px(LEFT_EDGE + 12) + room * (item.day - first).days / whole, self._y(item.value)
        )

    def _choose(self, at: int) -> None:
        self._at = at
        self.update()
        self.chosen.emit(self._events[at].rating_id)
