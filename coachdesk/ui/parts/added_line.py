"""The line at the foot of a card that adds one more, with small words under it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class AddedLine(QWidget):
    """A field, what stands before it in the same row, and what is said of it."""

    def __init__(self, theme: Theme, field: Field, *before: QWidget) -> None:
        super().__init__()
        self.field, self.is_refused = field, False
        self._words = Text(theme, "", "small", "ink2", wrap=True)
        self._words.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for widget in before:
            row.addWidget(widget)
        row.addWidget(field, 1)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(theme.px(6))
        self._stack.addLayout(row)
        self._stack.addWidget(self._words)

    def add(self, below: QWidget) -> None:
        """Put one more thing under the line."""
        self._stack.addWidget(below)

    def say(self, words: str) -> None:
        """Small quiet words; "" takes them away."""
        self.is_refused = False
        self._words.show_runs(words)
        self._words.setVisible(bool(words))
        self.field.set_problem("")

    def refuse(self, refused: UserError) -> None:
        """Why not, and what to do; what was typed stays."""
        self.is_refused = True
        words = f"{refused.message} {refused.next_step}".strip()
        self._words.show_runs([Run(words, "small", "badText")])
        self._words.show()
        self.field.set_problem(words)
