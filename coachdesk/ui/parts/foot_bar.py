"""The bar at the foot of a talk's page: a sentence, or what was refused, and the buttons."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coachdesk.ui.kit.canvas import Run, canvas, rule
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class FootBar(QWidget):
    """Does not scroll; buttons are added to `row`."""

    def __init__(
        self, theme: Theme, name: str, *, words_first: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme.px(56))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(*(theme.px(m) for m in (24, 8, 24, 8)))
        self.row.setSpacing(theme.px(8))
        self.words = Text(theme, "", "body", "ink2", wrap=True)
        self._quiet = ""
        if words_first:
            self.row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)

    def say(self, words: str) -> None:
        """The quiet sentence."""
        self._quiet = words
        self.words.show_runs(words)

    def refuse(self, message: str, next_step: str = "") -> None:
        """What was refused, in its place; empty brings the quiet sentence back."""
        said = f"{message} {next_step}".strip()
        if not said:
            self.words.show_runs(self._quiet)
            return
        self.words.show_runs([Run(said, "bodyMedium", "badText")])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rule(canvas(painter, self._theme), QRectF(0, 0, self.width(), 2))
