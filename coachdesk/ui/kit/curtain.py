"""The curtain before private notes: words exist on screen only while the button is held."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run, box, canvas, upright
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class _Stripes(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(theme.px(72))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(72), self._theme.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        for i in range(10):
            color = "lineStrong" if i % 3 else "control"
            upright(c, i * self._theme.px(7), 1, self.height() - 1, color)


class _Notes(QWidget):
    """The held-open notes, over the page above the curtain; freed on release."""

    def __init__(self, theme: Theme, notes: Sequence[str], ground: QWidget) -> None:
        super().__init__(ground)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in (16, 12, 16, 12)))
        stack.setSpacing(theme.px(8))
        for note in notes:
            stack.addWidget(Text(theme, note, wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(canvas(painter, self._theme), QRectF(self.rect()), 10, "panel", "control")


class Curtain(Card):
    """Covered private notes; holding the button (or Space on it) shows what `reveal` returns.

    A second screen keeps it shut: the rep may be looking.
    """

    def __init__(
        self,
        theme: Theme,
        count: int,
        reveal: Callable[[], Sequence[str]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, sunk=True, parent=parent)
        self._reveal, self._notes = reveal, None
        self._words = Text(theme, "", wrap=False)
        self._below = Text(theme, _("Never printed or shared"), "small", "ink2", elide=True)
        self.button = Button(theme, _("Hold to show"), small=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        words.addWidget(self._words)
        words.addWidget(self._below)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel(theme, "lock", "ink2"))
        row.addLayout(words, 1)
        row.addWidget(_Stripes(theme))
        row.addWidget(self.button)
        self.add(row, pad=(16, 0, 16, 0))
        self.button.pressed.connect(self._open)
        self.button.released.connect(self._shut)
        screens = QGuiApplication.instance()
        screens.screenAdded.connect(self._screens_changed)
        screens.screenRemoved.connect(self._screens_changed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """How many notes lie behind."""
        self._count = count
        words = ngettext("{n} private note", "{n} private notes", count).format(n=count)
        self._words.show_runs([Run(words, "bodyStrong")])
        self._name()
        self._screens_changed()

    @property
    def is_open(self) -> bool:
        """Whether words are on the screen now."""
        return self._notes is not None

    def _name(self) -> None:
        state = _("shown") if self.is_open else _("covered")
        name = _("Private notes, {n}, {state}").format(n=self._count, state=state)
        self.setAccessibleName(name)

    def _open(self) -> None:
        ground = self.window()
        self._notes = _Notes(self._theme, self._reveal(), ground)
        width = self.width()
        height = self._notes.layout().totalHeightForWidth(width)
        if height <= 0:
            height = self._notes.sizeHint().height()
        corner = self.mapTo(ground, QPoint(0, 0))
        top = max(0, corner.y() - height - self._theme.px(8))
        self._notes.setGeometry(corner.x(), top, width, height)
        self._notes.raise_()
        self._notes.show()
        self._name()

    def _shut(self) -> None:
        if self._notes is None:
            return
        self._notes.hide()
        self._notes.deleteLater()
        self._notes = None
        self._name()

    def _screens_changed(self, _screen: object = None) -> None:
        if len(QGuiApplication.screens()) > 1:
            self._shut()
            self.button.disable(_("A second screen is connected."))
        elif not self._count:
            self.button.disable(_("There is no private note."))
        else:
            self.button.enable()

    def hideEvent(self, event) -> None:
        self._shut()
        super().hideEvent(event)
