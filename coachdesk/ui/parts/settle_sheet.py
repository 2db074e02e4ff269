"""Settling something open: the steps that are allowed now, and the fields of the chosen one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_phrases import Toward, parse_day
from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.ui.kit.choices import Check, ChoiceButton, Segmented
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace


class Kind(Enum):
    """What a part of a step is answered with."""

    WORDS = "words"
    DAY = "day"
    TICK = "tick"
    ONE_OF = "one of"
    LISTED = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One field; parts of the same `key` keep what was typed when the step changes.

    A tick with `text` is ticked from the start. `says` gives the quiet words below a line, asked
    again whenever a line of the step changes.
    """

    key: str
    label: str
    kind: Kind = Kind.WORDS
    text: str = ""
    placeholder: str = ""
    options: tuple[tuple[str, str], ...] = ()
    longest: int = 200
    is_half: bool = False
    says: "Callable[[Answers], str] | None" = None


Answer = Field | Check | Segmented | ChoiceButton


class Answers:
    """What the fields of a step hold; a day that is none is marked at its field."""

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self._widgets: dict[str, Answer] = {}
        self._boxes: dict[str, Labeled] = {}
        self._said: list[tuple[Text, Callable[[Answers], str]]] = []

    def words(self, key: str) -> str:
        """A line, trimmed; or the key of what was chosen."""
        widget = self._widgets[key]
        if isinstance(widget, Segmented | ChoiceButton):
            return widget.value()
        return widget.text().strip()

    def is_ticked(self, key: str) -> bool:
        """Whether a box is ticked."""
        widget = self._widgets[key]
        return isinstance(widget, Check) and widget.isChecked()

    def day(self, key: str, toward: Toward) -> date:
        """The day a line says; InputError, shown at its field, for what is none."""
        box = self._boxes[key]
        box.show_problem("")
        try:
            return parse_day(self.words(key), as_of=self._as_of, toward=toward)
        except UserError as refused:
            box.show_problem(f"{refused.message} {refused.next_step}".strip())
            box.field.setFocus(Qt.FocusReason.OtherFocusReason)
            raise

    def day_or_none(self, key: str, toward: Toward) -> date | None:
        """The day a line says; None for an empty line."""
        self._boxes[key].show_problem("")
        return self.day(key, toward) if self.words(key) else None

    def peek_day(self, key: str, toward: Toward) -> date | None:
        """The day a line says so far; None for none, nothing is marked."""
        try:
            return parse_day(self.words(key), as_of=self._as_of, toward=toward)
        except UserError:
            return None

    def say(self, words: Text, says: "Callable[[Answers], str]") -> None:
        """Keep these words true to what is typed; `say_all` once every field is there."""
        self._said.append((words, says))

    def say_all(self) -> None:
        """Ask again what is said below the fields."""
        for words, says in self._said:
            said = says(self)
            words.show_runs(said)
            words.setVisible(bool(said))

    def first_empty(self) -> Field | None:
        """The first line that says nothing yet."""
        fields = (widget for widget in self._widgets.values() if isinstance(widget, Field))
        return next((field for field in fields if not field.text().strip()), None)

    def put(self, part: Part, widget: Answer, box: Labeled | None) -> None:
        """Remember the widget of a part."""
        self._widgets[part.key] = widget
        if box is not None:
            self._boxes[part.key] = box

    def is_marked(self) -> bool:
        """Whether a field says already what is wrong."""
        return any(box.problem.text() for box in self._boxes.values())

    def typed(self) -> dict[str, str]:
        """Everything written so far, by part."""
        return {k: w.text() for k, w in self._widgets.items() if isinstance(w, Field)}


@dataclass(frozen=True, slots=True)
class Step:
    """What can become of it now: its word, the verb of the button, its fields, and the deed.

    `leads_to` is where the person goes then.
    """

    title: str
    verb: str
    parts: tuple[Part, ...]
    do: Callable[[Answers], object]
    hint: str = ""
    leads_to: Callable[[], None] | None = None


class SettleSheet(Sheet):
    """Left and Right choose the step, Tab walks its fields, Enter does it."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        title: str,
        sentence: str,
        steps: Sequence[Step],
    ) -> None:
        super().__init__(workplace, window, title, sentence, steps[0].verb, width=520)
        self._steps = tuple(steps)
        theme = workplace.theme
        options = [(str(n), step.title) for n, step in enumerate(steps)]
        self.steps = Segmented(theme, options, "0", name=_("What became of it"))
        row = QHBoxLayout()
        row.addWidget(self.steps)
        row.addStretch(1)
        self.body.addLayout(row)
        self._hint = Text(theme, "", "small", "ink2", wrap=True)
        self.body.addWidget(self._hint)
        self._answered = QWidget()
        self.body.addWidget(self._answered)
        self.answers = Answers(workplace.as_of)
        self._kept: dict[str, str] = {}
        self._show_step()
        self.steps.chosen.connect(self._step_chosen)
        first = self.steps.findChildren(QAbstractButton)[0]
        self.ask(first)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self) -> None:
        """Go to the first line to fill: who comes here to complete it chooses no step."""
        field = self.answers.first_empty()
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def act(self) -> Callable[[], None] | None:
        step = self._step()
        step.do(self.answers)
        return step.leads_to

    def refuse(self, refusal: UserError | None) -> None:
        super().refuse(None if self.answers.is_marked() else refusal)

    def _step(self) -> Step:
        return self._steps[int(self.steps.value() or 0)]

    def _step_chosen(self, _key: str) -> None:
        self._kept.update(self.answers.typed())
        self._show_step()
        self.refuse(None)

    def _show_step(self) -> None:
        step, old = self._step(), self._answered
        self.act_button.set_label(step.verb)
        self._hint.show_runs(step.hint)
        self._hint.setVisible(bool(step.hint))
        self.answers = Answers(self.workplace.as_of)
        self._answered = QWidget()
        stack = QVBoxLayout(self._answered)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(self._theme.px(10))
        half: QHBoxLayout | None = None
        for part in step.parts:
            widget = self._widget_of(part)
            if not part.is_half:
                half = None
                stack.addWidget(widget)
                continue
            if half is None or half.count() == 2:
                half = QHBoxLayout()
                half.setSpacing(self._theme.px(12))
                stack.addLayout(half)
            half.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self.answers.say_all()
        self.body.replaceWidget(old, self._answered)
        self._answered.setVisible(bool(step.parts))
        old.hide()
        old.deleteLater()

    def _widget_of(self, part: Part) -> QWidget:
        theme = self._theme
        if part.kind is Kind.TICK:
            tick = Check(theme, part.label, on=bool(part.text))
            self.answers.put(part, tick, None)
            return tick
        if part.kind is Kind.ONE_OF:
            chosen = Segmented(theme, part.options, part.text, name=part.label)
            self.answers.put(part, chosen, None)
            return Labeled(theme, part.label, chosen)
        if part.kind is Kind.LISTED:
            listed = ChoiceButton(theme, part.options, part.text, name=part.label)
            self.answers.put(part, listed, None)
            return Labeled(theme, part.label, listed)
        icon = "calendar" if part.kind is Kind.DAY else ""
        field = Field(theme, part.placeholder, name=part.label, icon=icon)
        field.setMaxLength(part.longest)
        field.setText(self._kept.get(part.key, part.text))
        field.setCursorPosition(0)
        box = Labeled(theme, part.label, field)
        self.answers.put(part, field, box)
        field.textChanged.connect(self._line_changed)
        if part.says is not None:
            words = Text(theme, "", "small", "ink2", wrap=True)
            box.layout().addWidget(words)
            self.answers.say(words, part.says)
        return box

    def _line_changed(self, _text: str) -> None:
        self.answers.say_all()
        self.fit()
