"""Scrolling: a quiet bar of 10 and the page that scrolls while the bars of the window stay."""

from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from coachdesk.ui.kit.canvas import box, canvas
from coachdesk.ui.kit.focus import RING_GROUND
from coachdesk.ui.kit.theme import Theme

_ORIGIN = QPoint(0, 0)


class ScrollBar(QScrollBar):
    """A thumb without arrows; darker under the mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        return QSize(10, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        color = "control" if self.isSliderDown() or self.underMouse() else "lineStrong"
        thumb = QRectF(2, slider.top() + 2, self.width() - 4, max(20, slider.height() - 4))
        box(canvas(painter, self._theme), thumb, 99, color)


class LaidBar(ScrollBar):
    """Lies over the right edge of a scrolling area in place of its own bar, which never shows.

    It is in sight only when there is something to scroll; content does not move when it appears.
    """

    def __init__(self, theme: Theme, area: QAbstractScrollArea, *, inset: int = 0) -> None:
        super().__init__(theme, area)
        self._area, self._inset = area, inset
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The area's own bar is asked for each time: a reference kept to it can lose its object.
        own = area.verticalScrollBar()
        own.rangeChanged.connect(self._range_changed)
        own.valueChanged.connect(self._follow)
        self.valueChanged.connect(self._move_own)
        area.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            area, inset = self._area, self._inset
            self.setGeometry(area.width() - 10 - inset, inset, 10, area.height() - 2 * inset)
        return False

    def _range_changed(self, _low: int, _high: int) -> None:
        self._follow()
        self.setVisible(self.maximum() > self.minimum())
        self.raise_()

    def _follow(self) -> None:
        """Stand where the area stands, and say nothing: an echo would set the area back.

        One change of it can come while another is told, so its state is read, not what was told.
        """
        if not shiboken6.isValid(self._area):
            return  # a freed area lets go of its content after its bar
        own = self._area.verticalScrollBar()
        with QSignalBlocker(self):
            self.setPageStep(own.pageStep())
            self.setSingleStep(own.singleStep())
            self.setRange(own.minimum(), own.maximum())
            self.setValue(own.value())

    def _move_own(self, value: int) -> None:
        if shiboken6.isValid(self._area):
            self._area.verticalScrollBar().setValue(value)


@runtime_checkable
class HasCurrentArea(Protocol):
    """A widget whose keys stand on a part of it."""

    def current_area(self) -> QRect:
        """That part, in the widget's own coordinates."""


class ScrollPage(QScrollArea):
    """A page that scrolls down only; rings of its widgets lie on its content.

    The bar lies over the page's padding: content does not move when it appears.
    """

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        *,
        content: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = LaidBar(theme, self)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.replace(content)

    def replace(self, content: QWidget) -> None:
        """Show other content; the old is freed and the scroll position stays."""
        at = self.verticalScrollBar().value()
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        content.setProperty(RING_GROUND, True)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setValue(at)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Qt has scrolled to the caret by then; the whole of the stop is to be seen."""
        moved = super().focusNextPrevChild(forwards)
        now = QApplication.focusWidget()
        content = self.widget()
        if moved and now is not None and content is not None and content.isAncestorOf(now):
            self.follow(now)
        return moved

    def shows(self, widget: QWidget) -> bool:
        """Whether the widget can be seen whole, or the part of it that has the keys."""
        view = self.viewport()
        return view.rect().contains(part_with_keys(widget).translated(widget.mapTo(view, _ORIGIN)))

    def show_widget(self, widget: QWidget, margin: int = 24) -> None:
        """Scroll until the whole widget can be seen, or its caret where it is taller than that."""
        content, room = self.widget(), self.viewport().height() - widget.height()
        if content is None or room < 0:
            self.ensureWidgetVisible(widget, 0, margin)
            return
        half = widget.height() // 2
        at = widget.mapTo(content, QPoint(0, half))
        self.ensureVisible(0, at.y(), 0, half + min(margin, room // 2))

    def follow(self, now: QWidget) -> None:
        """Show the widget that has the keys; of a list or a chart, the part that has them."""
        content, part = self.widget(), part_with_keys(now)
        if content is None or part == now.rect():
            self.show_widget(now)
            return
        at = now.mapTo(content, part.topLeft())
        high = max(part.height(), 1)
        self.ensureVisible(0, at.y() + high // 2, 0, high // 2 + 24)


def part_with_keys(widget: QWidget) -> QRect:
    """The current row of a list, the current figure of a chart, else the whole widget."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return widget.visualRect(widget.currentIndex())
    if isinstance(widget, HasCurrentArea):
        return widget.current_area()
    return widget.rect()
