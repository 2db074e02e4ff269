"""Choosing: a tick, one of a few side by side, one of a list behind a chip."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from coachdesk.ui.kit.canvas import CENTER, box, canvas, snapped, text, upright
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.marks import check, chip
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.theme import Theme


class Check(Ringed, QCheckBox):
    """A checkbox with words; Space ticks."""

    ring_radius = 4

    def __init__(
        self,
        theme: Theme,
        label: str,
        on: bool = False,
        *,
        name: str = "",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._label, self._role = theme, label, role
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(name or label)
        self.setChecked(on)

    def show_words(self, label: str) -> None:
        """Say something else beside the box."""
        self._label = label
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._theme.px(16)
        if self._label:
            width += self._theme.px(8) + round(self._theme.width(self._label, self._role)) + 1
        return QSize(width, self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        side = check(c, 0, self.height() / 2, self.isChecked(), faint=not self.isEnabled())
        x = side + self._theme.px(8)
        area = QRectF(x, 0, self.width() - x, self.height())
        text(c, area, self._label, self._role, "ink" if self.isEnabled() else "ink3")


class _Segment(Ringed, QAbstractButton):
    stepped = Signal(object, int)

    def __init__(self, theme: Theme, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._label = theme, label
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        width = round(self._theme.width(self._label, "smallStrong")) + 2 * self._theme.px(11)
        return QSize(width, self._theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.stepped.emit(self, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        on = self.isChecked()
        role, color = ("smallStrong", "accent") if on else ("small", "ink2")
        if not self.isEnabled():
            color = "ink3"
        elif self.underMouse() and not on:
            color = "ink"
        text(c, QRectF(self.rect()), self._label, role, color, CENTER)


class Segmented(QWidget):
    """One of a few; a single tab stop, arrows move inside. `chosen` tells a person's choice."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._keys: dict[str, _Segment] = {}
        for key, label in options:
            segment = _Segment(theme, label, self)
            segment.setAccessibleName(f"{name}, {label}")
            self._group.addButton(segment)
            self._keys[key] = segment
            segment.stepped.connect(self._step)
            row.addWidget(segment)
        self.set_value(value)
        self._group.buttonToggled.connect(self._toggled)

    def value(self) -> str:
        """The key of the chosen option, empty when none is."""
        return next((key for key, seg in self._keys.items() if seg.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling; an unknown key clears the choice."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for key, segment in self._keys.items():
            segment.setChecked(key == value)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._one_tab_stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        whole = QRectF(self.rect())
        box(c, whole, 7, "panel")
        segments = list(self._keys.values())
        for segment in segments:
            if segment.isChecked():
                painter.save()
                painter.setClipRect(snapped(painter, QRectF(segment.geometry())))
                box(c, whole, 7, "accentSoft")
                painter.restore()
        for segment in segments[1:]:
            upright(c, segment.x(), 0, self.height(), "line")
        box(c, whole, 7, None, "lineStrong")

    @property
    def stop(self) -> QWidget:
        """The segment that Tab reaches."""
        return self._group.checkedButton() or next(iter(self._keys.values()))

    def _one_tab_stop(self) -> None:
        stop = self._group.checkedButton() or next(iter(self._keys.values()), None)
        for segment in self._keys.values():
            own = segment is stop
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)

    def _step(self, segment: _Segment, by: int) -> None:
        """Choose the neighbour; Qt's own arrows need a choice to begin with."""
        segments = list(self._keys.values())
        at = min(max(segments.index(segment) + by, 0), len(segments) - 1)
        segments[at].setFocus(Qt.FocusReason.TabFocusReason)
        segments[at].setChecked(True)

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        self.update()
        if on:
            self._one_tab_stop()
            self.chosen.emit(self.value())


class ChoiceButton(Ringed, QAbstractButton):
    """A chip with a chevron that opens a list; `chosen` tells the key."""

    ring_radius = 6
    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self._options = dict(options)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_list)
        self.set_value(value)

    def value(self) -> str:
        """The chosen key."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without telling."""
        self._value = value
        self.setAccessibleName(f"{self._name}, {self._label()}")
        self.updateGeometry()
        self.update()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the value stays."""
        self._options = dict(options)
        self.set_value(self._value)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        text_width = round(self._theme.width(self._label(), "small")) + 1
        return QSize(text_width + 2 * px(8) + px(18), px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        if event.key() in keys and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def open_list(self) -> None:
        """Show the choices below the chip."""
        choices = [
            Choice(key, label, on=key == self._value) for key, label in self._options.items()
        ]
        popup = Popup(self._theme, choices, name=self._name, parent=self)
        popup.chosen.connect(self._picked)
        popup.drop_from(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        chip(c, QRectF(self.rect()), self._label(), self.isDown(), arrow=True)

    def _label(self) -> str:
        return self._options.get(self._value, "")

    def _picked(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)


_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
