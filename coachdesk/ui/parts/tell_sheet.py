"""What the customer was told to expect, by when, and who of the partner's stands for it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_phrases import Toward, parse_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.hand_off_rules import HINTS, LONGEST_HINT, Expectation
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace

# Writes it, and returns where the person goes then.
Tell = Callable[[Expectation, str], Callable[[], None]]


class TellSheet(Sheet):
    """Three answers are needed; the rest of the checklist unfolds, as hints."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        *,
        title: str,
        sentence: str,
        people: Sequence[str],
        tell: Tell,
    ) -> None:
        super().__init__(workplace, window, title, sentence, _("Set it"), width=560)
        self._tell = tell
        self._boxes: dict[Field, Labeled] = {}
        theme = workplace.theme
        self.told = self.add_line(
            _("What the customer was told to expect"), _("The result, not the activity")
        )
        self.due = self._day(_("By when"), _("Fri, 13 Mar, in two weeks"))
        known = ", ".join(people[:3])
        self.person = self._field(_("Responsible in the partner team"), known or _("A name"))
        self._side_by_side(self.due, self.person)
        self._more = Button(theme, _("The rest of the checklist"), "link")
        self._more.clicked.connect(self.unfold)
        self.body.addWidget(self._more)
        self._hints = QWidget()
        self._hint_stack = QVBoxLayout(self._hints)
        self._hint_stack.setContentsMargins(0, 0, 0, 0)
        self._hint_stack.setSpacing(theme.px(10))
        self.check = self._day(_("Day of the rep’s check"), _("before the due day"))
        self._hint_stack.addWidget(self._boxes[self.check])
        labels = hint_labels()
        self.hints = {key: self._field(labels[key], "") for key in HINTS}
        for field in self.hints.values():
            field.setMaxLength(LONGEST_HINT)
            self._hint_stack.addWidget(self._boxes[field])
        self._hints.hide()
        self.body.addWidget(self._hints)
        self.ask(self.told)

    def unfold(self) -> None:
        """Show the hints, and begin with the first."""
        self._more.hide()
        self._hints.show()
        self.fit()
        self.check.setFocus(Qt.FocusReason.TabFocusReason)

    def act(self) -> Callable[[], None]:
        hints = {key: field.text() for key, field in self.hints.items()}
        expectation = Expectation(
            text=self.told.text(),
            due_day=self._read(self.due),
            check_day=self._read(self.check),
            hints=hints,
        )
        return self._tell(expectation, self.person.text())

    def refuse(self, refusal: UserError | None) -> None:
        marked = any(box.problem.text() for box in self._boxes.values())
        super().refuse(None if marked else refusal)

    def _read(self, field: Field, toward: Toward = "future") -> date | None:
        box = self._boxes[field]
        box.show_problem("")
        if not field.text().strip():
            return None
        try:
            return parse_day(field.text(), as_of=self.workplace.as_of, toward=toward)
        except UserError as refused:
            box.show_problem(f"{refused.message} {refused.next_step}".strip())
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            raise

    def _field(self, label: str, example: str, icon: str = "") -> Field:
        field = Field(self.workplace.theme, example, name=label, icon=icon)
        field.setMaxLength(80 if not icon else 200)
        self._boxes[field] = Labeled(self.workplace.theme, label, field)
        return field

    def _day(self, label: str, example: str) -> Field:
        return self._field(label, example, "calendar")

    def _side_by_side(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.workplace.theme.px(12))
        for field in fields:
            row.addWidget(self._boxes[field], 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)


def hint_labels() -> dict[str, str]:
    """The checklist's other items, by their keys."""
    return {
        "X1": _("The need in one sentence that the customer confirmed"),
        "X5": _("First contact: how, and on which day"),
        "X6": _("What the partner does not promise"),
        "X7": _("What remains with the rep"),
        "X8": _("The sign by which all see that it is met"),
        "X10": _("Who tells the customer if the date moves"),
        "X11": _("What each of the three gains"),
        "X12": _("Documents and history handed over"),
    }
