"""Right of the notes, below what is being agreed: what was asked already, and of whom."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coachdesk.domain.vocabulary import MandateState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import canvas
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.dates import near_day
from coachdesk.views.talk_pages import AskedLine, Run


class AskedList(QWidget):
    """What is not settled yet; nothing says how it was put."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(theme.px(6))

    def show_asked(self, talk: Run, as_of: date) -> None:
        """Show what is asked of the rep, then what the rep asks of others."""
        while self._stack.count():
            item = self._stack.takeAt(0)
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add(_("Already asked"), (*talk.asked, *talk.unfinished), as_of)
        others = _("{name} asks others").format(name=talk.brief.head.first_name)
        if talk.asked_of_others and self._stack.count():
            self._stack.addSpacing(self._theme.px(10))
        self._add(others, talk.asked_of_others, as_of)

    def _add(self, title: str, lines: Sequence[AskedLine], as_of: date) -> None:
        if lines:
            self._stack.addWidget(Text(self._theme, title, "label", "ink2"))
        for line in lines:
            self._stack.addWidget(_AskedRow(self._theme, line, as_of))


class _AskedRow(QWidget):
    """The subject, which request it is and by when; below it who is asked, where it is no rep."""

    def __init__(self, theme: Theme, line: AskedLine, as_of: date) -> None:
        super().__init__()
        self._theme = theme
        self._kind = "mandate" if isinstance(line.state, MandateState) else "ask"
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(28), theme.px(4), 0, theme.px(4))
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Text(theme, line.subject, elide=True), 0, 0)
        words = line.label
        if line.due_day is not None:
            words = _("{label}, {day}").format(label=line.label, day=near_day(line.due_day, as_of))
        grid.addWidget(Text(theme, words, "small#", f"{self._kind}Text"), 0, 1)
        if line.to:
            grid.addWidget(Text(theme, line.to, "small", "ink2", elide=True), 1, 0, 1, 2)
        said = (line.subject, words, line.to)
        self.setAccessibleName(", ".join(part for part in said if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self._theme.px(4) + self._theme.line("body") / 2
        mark(canvas(painter, self._theme), 0, middle, self._kind, 20)
