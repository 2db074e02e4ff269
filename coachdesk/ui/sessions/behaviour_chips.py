"""The five links as chips, of which one is worked on; dashed ones have too few events yet."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import box, canvas, text
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.sessions.prepare_state import chip_sentence, chip_words
from coachdesk.views.evidence import LinkFigure


class BehaviourChip(Ringed, QAbstractButton):
    """One link: its letter and its count, or what is missing."""

    ring_radius = 6

    def __init__(self, theme: Theme, figure: LinkFigure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_figure(figure)

    def show_figure(self, figure: LinkFigure) -> None:
        """Show other counts."""
        self.figure = figure
        self._words = chip_words(figure)
        self.say_state()
        self.updateGeometry()
        self.update()

    def say_state(self) -> None:
        """Tell a screen reader what it is, and whether it is the chosen one."""
        self.setAccessibleName(chip_sentence(self.figure, self.isChecked()))

    def sizeHint(self) -> QSize:
        px = self._theme.px
        words = round(self._theme.width(self._words, "smallStrong")) + 1
        return QSize(px(6) + px(18) + px(7) + words + px(9), px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        on, px = self.isChecked(), self._theme.px
        ground = "accentSoft" if on else "sunk" if self.underMouse() else "panel"
        edge = None if on and self.figure.is_shown else "accent" if on else "lineStrong"
        dashed = not self.figure.is_shown
        box(c, QRectF(self.rect()), 6, ground, edge, dashed=dashed)
        cy = self.height() / 2
        mark(c, px(6), cy, self.figure.behaviour.value, 18)
        words = QRectF(px(31), 0, self.width() - px(31), self.height())
        text(c, words, self._words, "smallStrong" if on else "small", "accent" if on else "ink2")


class BehaviourChips(Flow):
    """One tab stop; arrows move the choice. `chosen` tells the behaviour's key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=_("One behaviour to work on"), parent=parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._chips: dict[str, BehaviourChip] = {}
        self._group.buttonToggled.connect(self._toggled)

    def show_figures(self, figures: Sequence[LinkFigure], chosen: str) -> None:
        """Show the links and which one is worked on, without telling."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for figure in figures:
            key = figure.behaviour.value
            if key not in self._chips:
                self._chips[key] = BehaviourChip(self._theme, figure, self)
                self._group.addButton(self._chips[key])
                self.add(self._chips[key])
                self._chips[key].show()
            self._chips[key].setChecked(key == chosen)
            self._chips[key].show_figure(figure)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._one_tab_stop()
        self.rearrange()

    @property
    def first(self) -> QWidget | None:
        """The chip that Tab reaches."""
        return self._group.checkedButton() or next(iter(self._chips.values()), None)

    def _one_tab_stop(self) -> None:
        stop = self.first
        for chip in self._chips.values():
            own = chip is stop
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)

    def _toggled(self, chip: QAbstractButton, on: bool) -> None:
        if isinstance(chip, BehaviourChip):
            chip.say_state()
            if on:
                self._one_tab_stop()
                self.chosen.emit(chip.figure.behaviour.value)
