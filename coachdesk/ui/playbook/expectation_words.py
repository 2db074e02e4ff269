"""The words of one situation, edited in place: Enter writes, Esc brings the words before back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.expectations import MOST_EXPECTED
from coachdesk.domain.situation_words import SituationWords
from coachdesk.language import gettext as _
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.states import ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.stored_area import SentenceField

# With a field’s own inset, words stand where those of other cards do.
PAD = (8, 12, 8, 8)


class WordsCard(Card):
    """`worded` tells what changed by its name; an emptied expected behaviour goes."""

    worded = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("What you expect"))
        self._theme = theme
        self.principle = self._field(_("The one sentence behind it"), _("Guiding principle"))
        self.expected = [
            self._field(
                _("Add what you would see a rep do"),
                _("Expected behaviour {n}").format(n=n),
            )
            for n in range(1, MOST_EXPECTED + 1)
        ]
        self.compete = self._field(_("What may be competed for, and how"), _("Where to compete"))
        self.collaborate = self._field(_("What is shared, and by when"), _("Where to collaborate"))
        self.fields = (self.principle, *self.expected, self.compete, self.collaborate)
        self.add(self._labelled(self.principle), pad=PAD)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(self._label(_("What I expect of each rep")))
        for field in self.expected:
            lines.addWidget(self._alone(field))
        self.add(lines, rule=True, pad=PAD)
        sides = QHBoxLayout()
        sides.setSpacing(theme.px(12))
        for field in (self.compete, self.collaborate):
            sides.addLayout(self._labelled(field), 1)
        self.add(sides, rule=True, pad=PAD)
        self.problem = ErrorInPlace(theme)
        self._refused = self.add(self.problem, rule=True, pad=(16, 10, 16, 12))
        self._refused.hide()

    def show_words(self, words: SituationWords) -> None:
        """Show what is stored; what is being typed stays."""
        lines = (*words.expected, *[""] * MOST_EXPECTED)[:MOST_EXPECTED]
        stored = (words.principle, *lines, words.compete, words.collaborate)
        for field, text in zip(self.fields, stored, strict=True):
            is_typed = field.hasFocus() and field.is_changed
            if not is_typed or _one_line(field) == text:
                field.show_stored(text)
        # One empty line waits for the next behaviour.
        for n, field in enumerate(self.expected):
            field.parentWidget().setHidden(n > len(words.expected))

    def write(self) -> None:
        """Tell what is typed and not written."""
        for field in self.fields:
            self._write(field)

    def refuse(self, refusal: UserError | None) -> None:
        """Say why words were not taken; None takes it back."""
        if refusal is not None:
            self.problem.say(refusal.message, refusal.next_step)
        self._refused.setHidden(refusal is None)

    def _field(self, example: str, name: str) -> SentenceField:
        field = SentenceField(self._theme, example, name=name, quiet=True)
        field.left.connect(self._left)
        field.entered.connect(self._entered)
        return field

    def _label(self, words: str) -> QVBoxLayout:
        inset = QVBoxLayout()
        inset.setContentsMargins(self._theme.px(8), 0, 0, 0)
        inset.addWidget(Text(self._theme, words, "label", "ink2"))
        return inset

    def _labelled(self, field: SentenceField) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(0)
        stack.addLayout(self._label(field.accessibleName()))
        stack.addWidget(field)
        stack.addStretch(1)
        return stack

    def _alone(self, field: SentenceField) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)
        return line

    def _left(self, _words: str) -> None:
        field = self.sender()
        if isinstance(field, SentenceField):
            self._write(field)

    def _entered(self) -> None:
        """Write the line and go on to the next one."""
        field = self.sender()
        if not isinstance(field, SentenceField):
            return
        self._write(field)
        if field in self.expected and not field.is_changed:
            at = self.expected.index(field) + 1
            if field.stored and at < MOST_EXPECTED:
                self.expected[at].setFocus()

    def _write(self, field: SentenceField) -> None:
        if not field.is_changed or field.isReadOnly():
            return
        typed = _one_line(field)
        if field in self.expected:
            lines = [each.stored for each in self.expected]
            lines[self.expected.index(field)] = typed
            self.worded.emit({"expected": [line for line in lines if line]})
        elif field is self.principle:
            self.worded.emit({"principle": typed})
        elif field is self.compete:
            self.worded.emit({"compete": typed})
        else:
            self.worded.emit({"collaborate": typed})


def _one_line(field: SentenceField) -> str:
    return " ".join(field.toPlainText().split())
