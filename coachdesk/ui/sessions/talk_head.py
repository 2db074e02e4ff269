"""The head of a talk's page: avatar, title, one line, and something at the right."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.ui.kit.canvas import canvas
from coachdesk.ui.kit.marks import avatar
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class Portrait(QWidget):
    """Initials in a circle of 44."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._initials = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_initials(self, initials: str) -> None:
        """Show whose page it is."""
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        avatar(canvas(painter, self._theme), 0, self.height() / 2, self._initials, 44)


class PageHead(QWidget):
    """Who, and one line; widgets added to `row` stand at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.px(12))
        self.portrait = Portrait(theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Text(theme, "", "page", elide=True)
        self.line = Text(theme, "", "body", "ink2", elide=True)
        words.addWidget(self.title)
        words.addWidget(self.line)
        self.row.addWidget(self.portrait)
        self.row.addLayout(words, 1)

    def show_talk(self, initials: str, title: str, line: str) -> None:
        """Show the head."""
        self.portrait.show_initials(initials)
        self.title.show_runs(title)
        self.line.show_runs(line)
