"""One anchor to be worded: its figure, its sentence, how often it was given."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import CENTER, Run, box, canvas, text
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.views.rating_words import EXPECTED, field_name, given_words
from coachdesk.views.wordings import AnchorWording, Wording

SIGN_WIDTH = 96


class _Sign(QWidget):
    """The figure in its box, and the short name beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._anchor = theme, None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_anchor(self, anchor: AnchorWording) -> None:
        """Show another figure."""
        self._anchor = anchor
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SIGN_WIDTH), self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._anchor is None:
            return
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, expected = c.theme.px, self._anchor.value == EXPECTED
        square = QRectF(0, px(7), px(20), px(20))
        box(c, square, 5, "accent" if expected else "panel", None if expected else "lineStrong")
        ink = "onAccent" if expected else "ink2"
        text(c, square, str(self._anchor.value), "smallStrong", ink, CENTER)
        name = QRectF(px(30), px(7), self.width() - px(30), px(20))
        text(c, name, self._anchor.name, "bodyMedium")


class AnchorRow(QWidget):
    """`worded` tells the value and its new sentence, `reset` the value to bring back."""

    worded = Signal(int, str)
    typed = Signal(int, str)
    reset = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._value = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._sign = _Sign(theme)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(2))
        self.field = SentenceField(theme, _("What you would see or hear"))
        self.field.left.connect(self._left)
        self.field.entered.connect(self.write)
        self.field.settled.connect(self._settled)
        stack.addWidget(self.field)
        below = QHBoxLayout()
        below.setSpacing(theme.px(12))
        self._given = Text(theme, "", "small", "ink2", elide=True)
        self._problem = Text(theme, "", "small", "badText", wrap=True)
        self._problem.hide()
        self.back = Button(theme, _("Reset"), "link")
        self.back.clicked.connect(self._reset)
        below.addWidget(self._given, 1)
        below.addWidget(self.back)
        stack.addWidget(self._problem)
        stack.addLayout(below)
        row.addLayout(stack, 1)

    @property
    def value(self) -> int:
        """Which of the five it is."""
        return self._value

    def show_anchor(self, wording: Wording, anchor: AnchorWording) -> None:
        """Show what is stored."""
        self._value = anchor.value
        self._sign.show_anchor(anchor)
        self.field.show_stored(anchor.words)
        self.field.setAccessibleName(field_name(wording, anchor))
        self.refuse(None)
        runs = [Run(given_words(anchor), "small", "ink2")]
        if anchor.value == EXPECTED:
            runs.append(Run("   " + _("expected"), "smallMedium", "accent"))
        self._given.show_runs(runs)
        self.back.setVisible(not anchor.is_shipped)
        name = _("Reset {n} to the shipped words").format(n=anchor.value)
        self.back.setAccessibleName(name)

    def refuse(self, refusal: UserError | None) -> None:
        """Say below the field why the sentence was not taken; None takes it back."""
        words = "" if refusal is None else str(refusal)
        self.field.set_problem(words)
        self._problem.show_runs(words)
        self._problem.setVisible(bool(words))

    def write(self) -> None:
        """Tell the sentence, if it is another one."""
        if self.field.is_changed and not self.field.isReadOnly():
            self.worded.emit(self._value, self.field.toPlainText())

    def _left(self, _words: str) -> None:
        self.write()

    def _settled(self, words: str) -> None:
        self.typed.emit(self._value, words if self.field.is_changed else "")

    def _reset(self) -> None:
        self.reset.emit(self._value)
