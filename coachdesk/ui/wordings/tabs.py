"""The nine behaviours side by side, of which one is worded."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import box, canvas, text
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.wordings import Wording

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class _Tab(Ringed, QAbstractButton):
    """One behaviour with its mark; a dot says that some of its words are the manager's own."""

    ring_radius = 6
    stepped = Signal(object, int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording: Wording | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def key(self) -> BehaviourKey | None:
        """The behaviour it stands for."""
        return None if self._wording is None else self._wording.key

    def show_wording(self, wording: Wording, on: bool) -> None:
        """Show whose words it has and whether it is the chosen one."""
        self._wording = wording
        self.setChecked(on)
        whose = "" if wording.is_shipped else _("in your words")
        parts = (wording.title, whose, _("chosen") if on else "")
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px, title = self._theme.px, self._wording.short_title if self._wording else ""
        own = px(12) if self._wording and not self._wording.is_shipped else 0
        words = round(self._theme.width(title, "smallStrong")) + 1
        return QSize(px(31) + words + own + px(9), px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.stepped.emit(self, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._wording is None:
            return
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, on, cy = self._theme.px, self.isChecked(), self.height() / 2
        ground = "accentSoft" if on else "sunk" if self.underMouse() else "panel"
        box(c, QRectF(self.rect()), 6, ground, "accent" if on else "lineStrong")
        mark(c, px(6), cy, self._wording.key.value, 18)
        words = QRectF(px(31), 0, self.width() - px(31), self.height())
        role, color = ("smallStrong", "accent") if on else ("small", "ink2")
        taken = text(c, words, self._wording.short_title, role, color)
        if not self._wording.is_shipped:
            dot = QRectF(words.left() + taken + px(6), cy - px(3), px(6), px(6))
            box(c, dot, 3, "accent")


class BehaviourTabs(Flow):
    """One tab stop; arrows move the choice. `chosen` tells the behaviour."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, name=_("Behaviours"))
        self._theme = theme
        self._tabs: list[_Tab] = []

    @property
    def first(self) -> QWidget:
        """The tab that Tab reaches."""
        return next((tab for tab in self._tabs if tab.isChecked()), self._tabs[0])

    def show_wordings(self, wordings: Sequence[Wording], chosen: BehaviourKey) -> None:
        """Show every behaviour, and which one is chosen, without telling."""
        while len(self._tabs) < len(wordings):
            tab = _Tab(self._theme, self)
            tab.clicked.connect(self._clicked)
            tab.stepped.connect(self._step)
            self._tabs.append(tab)
            self.add(tab)
        for tab, wording in zip(self._tabs, wordings, strict=True):
            own = wording.key is chosen
            tab.show_wording(wording, own)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)
        self.rearrange()

    def _clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, _Tab):
            self.chosen.emit(tab.key)

    def _step(self, tab: _Tab, by: int) -> None:
        at = min(max(self._tabs.index(tab) + by, 0), len(self._tabs) - 1)
        self._tabs[at].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(self._tabs[at].key)
