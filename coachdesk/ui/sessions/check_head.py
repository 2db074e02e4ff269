"""The head of one of the five checks: its number that becomes a tick, a title, and quiet words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from coachdesk.ui.kit.canvas import CENTER, box, canvas, text
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.sessions.prepare_state import CHECKS, check_sentence

INDENT = 44  # where a section's content begins: 16 of padding, the badge, 8


class CheckBadge(Ringed, QAbstractButton):
    """A circle with a number; ticked when the check was made. Space marks it."""

    ring_radius = 12

    def __init__(self, theme: Theme, check: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._check = theme, check
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_done(False)

    def show_done(self, done: bool) -> None:
        """Show it made or open, without telling."""
        self.blockSignals(True)
        self.setChecked(done)
        self.blockSignals(False)
        self.setAccessibleName(check_sentence(self._check, done))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(20), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        side = self._theme.px(20)
        whole = QRectF(0, (self.height() - side) / 2, side, side)
        if not self.isChecked():
            box(c, whole, 99, "bg" if self.underMouse() else None, "control")
            number = str(CHECKS.index(self._check) + 1)
            text(c, whole, number, "label", "ink2", CENTER)
            return
        box(c, whole, 99, "accent")
        u = side / 20
        path = QPainterPath(QPointF(whole.left() + 6.2 * u, whole.top() + 10.3 * u))
        path.lineTo(whole.left() + 8.9 * u, whole.top() + 13 * u)
        path.lineTo(whole.left() + 13.8 * u, whole.top() + 7.4 * u)
        pen = QPen(self._theme.c("onAccent"), 1.6 * u)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


class LockButton(Ringed, QAbstractButton):
    """Opens the private line of a check; its colour says that one is kept."""

    ring_radius = 5

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._kept = theme, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_kept(self, kept: bool, sentence: str) -> None:
        """Whether there is a private line, and what a screen reader says."""
        self._kept = kept
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(22), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        side = self._theme.px(14)
        if self.underMouse():
            box(c, QRectF(self.rect()), 5, "bg")
        x, y = round((self.width() - side) / 2), round((self.height() - side) / 2)
        icon(c, x, y, "lock", "accent" if self._kept else "ink3", 14)


class CheckHead(QWidget):
    """Badge, title, words at the right, and the lock; `toggled` tells a person's mark."""

    toggled = Signal(str, bool)
    lock_pressed = Signal(str)

    def __init__(
        self, theme: Theme, check: str, title: str, right: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.check = check
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(m) for m in (16, 14, 12, 6)))
        row.setSpacing(theme.px(8))
        self.badge = CheckBadge(theme, check)
        self.title = Text(theme, title, "bodyStrong", elide=True)
        self.right = Text(theme, right, "small", "ink2")
        self.lock = LockButton(theme)
        row.addWidget(self.badge)
        row.addWidget(self.title, 1)
        row.addWidget(self.right)
        row.addWidget(self.lock)
        self.badge.toggled.connect(self._tell)
        self.lock.clicked.connect(self._press)

    def _tell(self, on: bool) -> None:
        self.toggled.emit(self.check, on)

    def _press(self) -> None:
        self.lock_pressed.emit(self.check)


class Gate(QWidget):
    """Five short bars, “3 of 5”, and the time that is left; grey once it is over."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done, self._left, self._of = 0, "3:00", "3:00"
        self._is_over, self._short = False, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_progress(
        self, done: int, left: str, of: str, *, is_over: bool, sentences: tuple[str, str]
    ) -> None:
        """`sentences` are the count and what is left, in words."""
        before = (self._done, self._left, self._is_over)
        self._done, self._left, self._of, self._is_over = done, left, of, is_over
        self._count, self._rest = sentences
        if before != (done, left, is_over) or not self.accessibleName():
            self.setAccessibleName(f"{self._count}, {left} {self._rest}")
            self.update()

    def set_short(self, short: bool) -> None:
        """Where there is little room the bars go; the count says the same."""
        self._short = short
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(190 if self._short else 348), self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, theme = self._theme.px, self._theme
        cy = self.height() / 2
        width, gap, height = px(28), px(4), px(4)
        tail = theme.width(self._rest, "small#")
        figure = theme.width(self._of, "page#")
        start = self.width() - tail - px(12) - figure - px(16)
        bars = 0 if self._short else 5
        start -= theme.width(self._count, "small#") + px(16) + bars * (width + gap) - gap
        x = float(round(start))
        for i in range(bars):
            area = QRectF(x, round(cy - height / 2), width, height)
            box(c, area, 99, "accent" if i < self._done else "lineStrong")
            x += width + gap
        x += px(16) - gap
        line = QRectF(x, 0, self.width(), self.height())
        x += text(c, line, self._count, "small#", "ink2") + px(16)
        area = QRectF(x, 0, figure, self.height())
        text(c, area, self._left, "page#", "ink3" if self._is_over else "ink")
        x += figure + px(12)
        text(c, QRectF(x, 0, tail + 1, self.height()), self._rest, "small#", "ink2")
