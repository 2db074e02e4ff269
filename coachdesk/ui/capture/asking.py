"""What the line leaves open, with the answers beside it; and the keys of the overlay."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.reading import Question
from coachdesk.language import gettext as _
from coachdesk.ui.capture.state import Choice
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import canvas, text
from coachdesk.ui.kit.key_words import key_words
from coachdesk.ui.kit.marks import key_hint, tag, tag_width
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

MOST_ANSWERS = 4


class Asking(QWidget):
    """One row a question: who or what is meant, its answers, and what happens without one."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(theme.px(6))
        self._shown: tuple[tuple[Question, ...], tuple[Choice, ...]] = ((), ())

    def ask(self, questions: Sequence[Question], choices: Sequence[Choice]) -> None:
        """Show these questions; the numbers of the answers run through."""
        shown = (tuple(questions), tuple(choices))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._stack.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()
        numbers = {id(choice): n for n, choice in enumerate(choices, 1)}
        answers = {
            question: list(found) for question, found in groupby(choices, lambda c: c.question)
        }
        for question in questions:
            self._stack.addWidget(self._row(question, answers.get(question, []), numbers))
        self.setAccessibleName(", ".join(_title(question) for question in questions))

    def _row(
        self, question: Question, answers: Sequence[Choice], numbers: dict[int, int]
    ) -> QWidget:
        theme, holder = self._theme, QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(_Tag(theme, _title(question)))
        for choice in answers[:MOST_ANSWERS]:
            number = numbers[id(choice)]
            name = _("{label}, instead of {typed}").format(label=choice.label, typed=question.text)
            button = Button(theme, choice.label, small=True, hint=f"Alt+{number}", name=name)
            button.clicked.connect(_Told(button, self.chosen.emit, choice).tell)
            row.addWidget(button)
        if not answers:
            words = _("“{typed}” is not known here; the words stay in the line.")
            row.addWidget(Text(theme, words.format(typed=question.text), "small", "ink2"))
        row.addStretch(1)
        return holder


class _Told(QWidget):
    """Carries an answer with its button, and goes with it."""

    def __init__(self, button: Button, tell: Callable[[object], None], choice: Choice) -> None:
        super().__init__(button)
        self._tell, self._choice = tell, choice
        self.hide()

    def tell(self) -> None:
        """The button was pressed."""
        self._tell(self._choice)


class _Tag(QWidget):
    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = round(self._theme.width(self._words, "smallMedium")) + self._theme.px(12)
        return QSize(width, self._theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        tag(c, tag_width(c, self._words), self.height() / 2, self._words, "warn")


class Keys(QWidget):
    """Keys with what they do, side by side; the last are left out where there is no room."""

    def __init__(self, theme: Theme, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme, self._keys = theme, tuple((key_words(key), does) for key, does in keys)
        self.setAccessibleName("; ".join(f"{key} {does}" for key, does in keys))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, x = self._theme.px, 0.0
        for key, does in self._keys:
            wide = round(self._theme.width(key, "caption")) + 2 * px(5)
            words = self._theme.width(does, "small")
            if x + wide + px(6) + words > self.width():
                return
            key_hint(c, x + wide, self.height() / 2, key)
            x += wide + px(6)
            text(c, QRectF(x, 0, words + 1, self.height()), does, "small", "ink2")
            x += words + px(16)


def _title(question: Question) -> str:
    return {
        "rep": _("Rep?"),
        "account": _("Customer?"),
        "partner": _("Partner?"),
        "person": _("Person?"),
        "form": _("Form?"),
    }[question.kind]


def capture_keys() -> list[tuple[str, str]]:
    """The keys of the line that nobody would guess."""
    return [
        (_("Tab"), _("next part")),
        ("p", _("first makes it private")),
        ("Ctrl+Z", _("after saving")),
    ]
