"""One step of a hand-off at a time, as a small sheet below its row."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.hand_off_lines import parse_hand_off_line
from coachdesk.domain.vocabulary import Cause, Gain, HandOffState, Side
from coachdesk.services import hand_offs as commands
from coachdesk.services.capture import vocabulary
from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import ChoiceButton, Segmented
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.promises import HandOffRow

S = HandOffState
_STEPS = {
    S.DRAFT: ("set", "withdraw"),
    S.SET: ("accept", "meet", "miss", "withdraw"),
    S.MISSED: ("meet_late", "close_unmet", "withdraw"),
    S.MET: ("all_win",),
    S.MET_LATE: ("all_win",),
    S.CLOSED_UNMET: ("all_win",),
}


@dataclass(frozen=True, slots=True)
class StepInput:
    """What a step's sheet holds when Enter is pressed."""

    day: str
    words: str
    cause: str
    gains: dict[Side, Gain]


class StepSheet(QWidget):
    """Buttons for what can come next; the chosen one shows its fields, Enter does it."""

    done = Signal()

    def __init__(self, workplace: Workplace, row: HandOffRow) -> None:
        super().__init__()
        self._workplace, self._row = workplace, row
        theme = workplace.theme
        self._step = ""
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(*(theme.px(m) for m in (16, 10, 16, 12)))
        self._stack.setSpacing(theme.px(8))
        what = row.expectation or row.need
        self._stack.addWidget(Text(theme, what, "body", "ink2", wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        self.buttons: dict[str, Button] = {}
        for step in steps_of(row):
            button = Button(theme, step_title(step), small=True)
            button.setProperty("step", step)
            button.clicked.connect(self._chosen)
            self.buttons[step] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._stack.addLayout(buttons)
        self._fields = QWidget()
        self._stack.addWidget(self._fields)
        self._fields.hide()
        self.problem = Text(theme, "", "small", "badText", wrap=True)
        self.problem.hide()
        self._stack.addWidget(self.problem)
        self.setAccessibleName(_("Steps of {account}").format(account=row.account))

    def begin(self, step: str) -> None:
        """Show the fields of one step."""
        self._step = step
        theme, old = self._workplace.theme, self._fields
        self._fields = QWidget()
        line = QHBoxLayout(self._fields)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        self.day, self.words, self.cause = None, None, None
        self.gains: dict[Side, Segmented] = {}
        if step == "all_win":
            self._add_gains(line)
        if step == "miss":
            causes = [("", _("Cause?"))]
            causes += [(c.key.value, c.title) for c in shipped_playbook().causes.values()]
            self.cause = ChoiceButton(theme, causes, name=_("Cause"))
            line.addWidget(self.cause)
        if step in _WORDS:
            placeholder = _WORDS[step]()
            self.words = Field(theme, placeholder, name=placeholder)
            line.addWidget(self.words, 1)
        if step in ("accept", "meet", "meet_late", "withdraw"):
            self.day = Field(theme, _("Day"), name=_("Day"))
            self.day.setText(_("today"))
            line.addWidget(self.day, 1)
        self.go = Button(theme, step_title(step), "default", hint=_("Enter"))
        self.go.clicked.connect(self.accept)
        line.addWidget(self.go)
        self._stack.replaceWidget(old, self._fields)
        old.hide()
        old.deleteLater()
        first = self.words or self.day or self.cause
        if self.gains:
            line.addStretch(1)
        self._fields.show()
        self.problem.hide()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(first, Field):
                first.selectAll()

    def accept(self) -> None:
        """Do the step, or say in place why not."""
        given = StepInput(
            day=self.day.text() if self.day else "",
            words=self.words.text() if self.words else "",
            cause=self.cause.value() if self.cause else "",
            gains={side: Gain(s.value() or "unknown") for side, s in self.gains.items()},
        )
        try:
            do_step(self._workplace, self._row, self._step, given)
        except UserError as error:
            self.problem.show_runs(f"{error.message} {error.next_step}".strip())
            self.problem.show()
            return
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._step:
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> None:
        button = self.sender()
        if button is not None:
            self.begin(str(button.property("step")))

    def _add_gains(self, line: QHBoxLayout) -> None:
        theme = self._workplace.theme
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(6))
        options = [
            (Gain.WON.value, _("won")),
            (Gain.NEUTRAL.value, _("neutral")),
            (Gain.LOST.value, _("lost")),
            (Gain.UNKNOWN.value, _("unknown")),
        ]
        names = {
            Side.CUSTOMER: _("Customer"),
            Side.REP: self._row.rep_name,
            Side.PARTNER: _("Partner"),
        }
        for side, name in names.items():
            row = QHBoxLayout()
            label = Text(theme, name, "small", "ink2")
            label.setFixedWidth(theme.px(64))
            row.addWidget(label)
            self.gains[side] = Segmented(theme, options, Gain.UNKNOWN.value, name=name)
            row.addWidget(self.gains[side])
            row.addStretch(1)
            stack.addLayout(row)
        line.addLayout(stack)


def steps_of(row: HandOffRow) -> list[str]:
    """The steps that may come next; one that was accepted is not accepted again."""
    steps = list(_STEPS.get(row.state, ()))
    if row.accepted_on is not None and "accept" in steps:
        steps.remove("accept")
    return steps


def step_title(step: str) -> str:
    """The word on a step's button."""
    return {
        "set": _("Set"),
        "accept": _("Accepted"),
        "meet": _("Met"),
        "miss": _("Missed"),
        "meet_late": _("Met late"),
        "close_unmet": _("Not met"),
        "withdraw": _("Withdrawn"),
        "all_win": _("All win"),
    }[step]


_WORDS: dict[str, Callable[[], str]] = {
    "set": lambda: _("what the customer was told, person, by day"),
    "miss": lambda: _("a few words, if any"),
    "close_unmet": lambda: _("how it ended"),
    "withdraw": lambda: _("why the customer no longer wants it"),
}


def do_step(workplace: Workplace, row: HandOffRow, step: str, given: StepInput) -> None:
    """One command for one step; refusals are the caller's to show."""
    id: UUID = row.id
    said = _("{account}: {step}").format(account=row.account, step=step_title(step).lower())
    as_of = workplace.as_of

    def day() -> object:
        return parse_day(given.day, as_of=as_of, toward="past") if given.day.strip() else None

    if step == "set":
        line = parse_hand_off_line(f"> {given.words}", workplace.ask(vocabulary), as_of=as_of)
        workplace.do(commands.set_hand_off_line, id, line, said=said)
    elif step == "accept":
        workplace.do(commands.accept_hand_off, id, day(), said=said)
    elif step == "meet":
        workplace.do(commands.meet_hand_off, id, day(), said=said)
    elif step == "meet_late":
        workplace.do(commands.meet_hand_off_late, id, day(), said=said)
    elif step == "miss":
        cause = Cause(given.cause) if given.cause else None
        workplace.do(commands.miss_hand_off, id, cause, given.words, said=said)
    elif step == "close_unmet":
        workplace.do(commands.close_hand_off_unmet, id, given.words, said=said)
    elif step == "withdraw":
        workplace.do(commands.withdraw_hand_off, id, day(), given.words, said=said)
    else:
        workplace.do(commands.mark_all_win, id, given.gains, said=said)
