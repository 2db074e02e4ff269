"""The departments a team depends on, as chips; one of one's own words can be added."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import box, canvas, text
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

LONGEST_NAME = 60


class TeamChip(Ringed, QAbstractButton):
    """A partner team, with a tick when it is one of yours."""

    ring_radius = 6
    turned = Signal(str, bool)

    def __init__(self, theme: Theme, name: str, on: bool) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setText(name.replace("&", "&&"))
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Partner team {name}").format(name=name))
        self.toggled.connect(self._tell)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        width = round(self._theme.width(self._name, "smallMedium")) + 1
        return QSize(min(width, px(300)) + px(12) + px(14) + px(8) + px(12), px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c, px, on = canvas(painter, self._theme), self._theme.px, self.isChecked()
        fill = "accentSoft" if on else "sunk" if self.underMouse() else "panel"
        box(c, QRectF(self.rect()), 6, fill, None if on else "lineStrong")
        sign = "check" if on else "plus"
        icon(c, px(10), self.height() / 2 - px(7), sign, "accent" if on else "ink2", 14)
        area = QRectF(px(32), 0, self.width() - px(40), self.height())
        role = "smallMedium" if on else "small"
        text(c, area, self._name, role, "accent" if on else "ink2")

    def _tell(self, on: bool) -> None:
        self.update()
        self.turned.emit(self._name, on)


class PartnerTeams(QWidget):
    """The chips under their label, and a field for another name."""

    turned = Signal(str, bool)
    named = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chips: dict[str, TeamChip] = {}
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(6))
        label = _("Partner teams you depend on")
        stack.addWidget(Text(theme, label, "label", "ink2"))
        self._flow = Flow(theme, name=label)
        stack.addWidget(self._flow)
        self._other = _Other(theme)
        self._other.named.connect(self.named)
        stack.addWidget(self._other)

    def show_teams(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        """Offer these; without telling."""
        for name in names:
            if name not in self._chips:
                chip = TeamChip(self._theme, name, name in chosen)
                chip.turned.connect(self.turned)
                self._chips[name] = chip
                self._flow.add(chip)
                chip.show()
                QWidget.setTabOrder(chip, self._other)
        for name, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(name in chosen)
            chip.blockSignals(False)
            chip.update()


class _Other(Field):
    """Enter adds the team that is typed; so does leaving the field."""

    named = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Another team"), name=_("Another partner team; Enter adds it"))
        self.setMaxLength(LONGEST_NAME)
        self.left.connect(self._add)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._add()
            return
        super().keyPressEvent(event)

    def _add(self, _words: str = "") -> None:
        name = " ".join(self.text().split())
        if name:
            self.clear()
            self.named.emit(name)
