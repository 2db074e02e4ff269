"""A quiet amber strip: what should be settled before the meeting. It never stands in the way."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.joint_meeting_rules import Hint
from coachdesk.ui.kit.canvas import box, canvas
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class HintStrip(QWidget):
    """The hints of one part of the page, a line each; hidden while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(m) for m in (10, 6, 10, 6)))
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel(theme, "triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Text(theme, "", "small", "warnText", wrap=True)
        row.addWidget(self._words, 1)
        self.hide()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Say these, or nothing."""
        words = "\n".join(hint.words for hint in hints)
        self._words.show_runs(words)
        self.setAccessibleName(words)
        self.setVisible(bool(hints))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(canvas(painter, self._theme), QRectF(self.rect()), 6, "warnSoft")
