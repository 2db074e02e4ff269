"""The bar above the page: where to capture, where to search; and the strip of the sample team."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import canvas, rule
from coachdesk.ui.kit.fields import FieldLook
from coachdesk.ui.kit.marks import tag, tag_width
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class TopBar(QWidget):
    """Two fields that open their overlays; they look like fields and take no text."""

    capture_asked = Signal()
    command_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        px = theme.px
        self.setFixedHeight(px(52))
        self.setAccessibleName(_("Capture and search"))
        words = _(
            "Capture what you saw: Priya transition 4 Clear hand-off to Dana @Northwind #creative"
        )
        self.capture = FieldLook(
            theme, words, icon="plus", hint="Ctrl+N", name=_("Capture what you saw"), parent=self
        )
        self.command = FieldLook(
            theme,
            _("Search or run a command"),
            icon="search",
            hint="Ctrl+K",
            name=_("Search or run a command"),
            parent=self,
        )
        self.command.setFixedWidth(px(264))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.setSpacing(px(12))
        row.addWidget(self.capture, 1)
        row.addWidget(self.command)
        self.capture.clicked.connect(self.capture_asked)
        self.command.clicked.connect(self.command_asked)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rule(canvas(painter, self._theme), QRectF(0, self.height() - 1, self.width(), 2))


class ReadingStrip(QWidget):
    """Says on every page that nothing can be changed, and why one may try again."""

    writing_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        px = theme.px
        self.setFixedHeight(px(32))
        words = _("Open for reading only. Look around; nothing can be changed here.")
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.setSpacing(px(8))
        row.addWidget(IconLabel(theme, "lock", "ink2", 14))
        row.addWidget(Text(theme, words, "small", "ink2", elide=True), 1)
        self.again = Button(theme, _("Open for changes"), "link")
        self.again.clicked.connect(self.writing_asked)
        row.addWidget(self.again)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.c("accentSoft"))


class SampleStrip(QWidget):
    """Says that this is the sample team's file, on every page."""

    leave_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        px = theme.px
        self.setFixedHeight(px(32))
        self._word = _("Sample")
        words = _("An invented team, in a file of its own. Nothing here is yours.")
        self.setAccessibleName(f"{self._word}. {words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24) + px(60), 0, px(24), 0)
        row.addWidget(Text(theme, words, "small", "ink2", elide=True), 1)
        self.leave = Button(theme, _("Start with your own team"), "link")
        self.leave.clicked.connect(self.leave_asked)
        row.addWidget(self.leave)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        painter.fillRect(self.rect(), self._theme.c("warnSoft"))
        right = self._theme.px(24) + tag_width(c, self._word)
        tag(c, right, self.height() / 2, self._word, "quiet")
