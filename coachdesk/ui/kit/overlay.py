"""Panels over the page: a darkened picture of the window, and a card of its own on top.

The scrim grabs the window once and paints it opaquely: a translucent one would repaint the whole
page at every keystroke.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from coachdesk.ui.kit.canvas import box, canvas
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.theme import Theme

INK = QColor("#1F2328")
SHARE = 0.34


class Scrim(QWidget):
    """Covers the window with its own darkened picture; `pressed` when the dark is clicked."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        window.installEventFilter(self)

    def cover(self) -> None:
        """Take the picture and lie over the window."""
        self.hide()
        self._picture = self._window.grab()
        painter = QPainter(self._picture)
        shade = QColor(INK)
        shade.setAlphaF(SHARE)
        painter.fillRect(self._picture.rect(), shade)
        painter.end()
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.cover()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)


class Overlay(Ringed, QWidget):
    """A card over the scrim; Esc or a click outside closes, Tab stays inside.

    Put content into `card`. `closed` comes once; then the overlay frees itself and the focus goes
    back to where it was. Where there is only something to read, the panel itself has the keys.
    """

    closed = Signal()
    ring_radius = 10

    def __init__(
        self, theme: Theme, window: QWidget, name: str, *, width: int = 760, top: int = 76
    ) -> None:
        self._scrim = Scrim(window)
        super().__init__(self._scrim)
        self._theme, self._width, self._top = theme, width, top
        self._before: QWidget | None = None
        self._open = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.card = Card(theme, name)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.card)
        self._scrim.pressed.connect(self.close_panel)
        self._scrim.installEventFilter(self)

    def open_panel(self, focus: QWidget | None = None) -> None:
        """Show it; `focus` gets the keys, else the first widget inside."""
        self._before = QApplication.focusWidget()
        self._open = True
        self._scrim.cover()
        self._place()
        self.show()
        stops = self._stops()
        first = focus or (stops[0] if stops else self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Close without doing anything."""
        if not self._open:
            return
        self._open = False
        self._scrim.hide()
        before = self._before
        # A page that was built anew meanwhile has freed the widget.
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self._scrim.deleteLater()

    def fit(self) -> None:
        """Take the height the content wants, at once: by itself Qt needs a few rounds of events."""
        for widget in self.findChildren(QWidget):
            if widget.layout() is not None:
                widget.updateGeometry()
        if self._open:
            self._place()
            for widget in (self, *self.findChildren(QWidget)):
                if widget.layout() is not None:
                    widget.layout().activate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._open:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._open:
            self._place()
        return handled

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        target = stops[(at + (1 if forward else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        """What Tab visits inside, in order; of an exclusive group the chosen one."""
        found, step = [], self.nextInFocusChain()
        unseen = set(self.findChildren(QWidget))  # the chain goes on through the whole window
        while unseen and step is not self:
            is_open = step in unseen and step.isVisibleTo(self) and step.isEnabled()
            unseen.discard(step)
            if is_open and step.focusPolicy() & Qt.FocusPolicy.TabFocus and not _unchosen(step):
                found.append(step)
            step = step.nextInFocusChain()
        return found

    def _place(self) -> None:
        room = self._scrim.size()
        width = min(self._theme.px(self._width), room.width() - 2 * self._theme.px(24))
        top = min(self._theme.px(self._top), max(self._theme.px(16), room.height() // 8))
        layout = self.layout()
        wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else -1
        height = wanted if wanted > 0 else layout.sizeHint().height()
        height = min(height, room.height() - top - self._theme.px(16))
        self.setGeometry((room.width() - width) // 2, top, width, height)


def _unchosen(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive():
        return False
    chosen = group.checkedButton()
    return chosen is not None and chosen is not widget


class Footer(QWidget):
    """The quiet ground under an overlay's buttons, with its bottom corners rounded."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        area = QRectF(self.rect()).adjusted(1, 0, -1, -1)
        painter.setClipRect(area)
        box(c, area.adjusted(0, -self._theme.px(20), 0, 0), 9, "side")
