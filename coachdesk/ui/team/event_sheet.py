"""Changing an event: other words, or a dated correction once the rep has the page in hand."""

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import RuleError, UserError
from coachdesk.services.evidence import amend_comment, correct_observation
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.fields import TextArea
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.evidence import Event

RECEIVED = "E-OBS-10"


class EventSheet(Overlay):
    """The words of one event; `correction` begins a dated line below the original instead."""

    def __init__(
        self, workplace: Workplace, window: QWidget, event: Event, correction: str | None = None
    ) -> None:
        super().__init__(workplace.theme, window, _("Edit the event"), width=600)
        self._workplace, self._event = workplace, event
        self._corrects = correction is not None
        theme = workplace.theme
        self.words = TextArea(theme, _("What was seen or heard"), name=_("Words"), lines=4, most=10)
        self.words.setPlainText(event.comment if correction is None else correction)
        self.words.moveCursor(self.words.textCursor().MoveOperation.End)
        self._title = Text(theme, "", wrap=False)
        self._below = Text(theme, "", "body", "ink2", wrap=True)
        self.problem = Text(theme, "", "small", "badText", wrap=True)
        self.problem.hide()
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(8))
        for widget in (self._title, self._below, self.words, self.problem):
            stack.addWidget(widget)
        self.card.add(stack, pad=(20, 16, 20, 16))
        footer = Footer(theme)
        row = QHBoxLayout(footer)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.addStretch(1)
        back = Button(theme, _("Leave it"), hint=_("Esc"))
        back.clicked.connect(self.close_panel)
        self.go = Button(theme, _("Save"), "primary", hint="Ctrl+Enter")
        self.go.clicked.connect(self.accept)
        row.addWidget(back)
        row.addWidget(self.go)
        self.card.add(footer)
        self._name()
        self.open_panel(self.words)
        self.fit()

    def accept(self) -> None:
        """Write it; an event in a received page turns to a correction, with nothing lost."""
        words = self.words.toPlainText()
        name = self._event.rep_name
        try:
            if self._corrects:
                said = _("Correction added for {name}").format(name=name)
                self._do(correct_observation, words, said)
            else:
                said = _("Changed for {name}").format(name=name)
                self._do(amend_comment, words, said)
        except RuleError as error:
            if error.code == RECEIVED and not self._corrects:
                self._turn_to_correction(error)
                return
            self._refuse(error)
            return
        except UserError as error:
            self._refuse(error)
            return
        self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def _do(self, command: object, words: str, said: str) -> None:
        self._workplace.do(command, self._event.observation_id, words, said=said)

    def _turn_to_correction(self, error: RuleError) -> None:
        self._corrects = True
        self._name()
        self._refuse(error)

    def _refuse(self, error: UserError) -> None:
        self.problem.show_runs(f"{error.message} {error.next_step}".strip())
        self.problem.show()
        self.fit()

    def _name(self) -> None:
        title = _("Add a correction") if self._corrects else _("Edit the event")
        day = near_day(self._event.day, self._workplace.as_of)
        head = f"   {self._event.behaviour_title} · {day}"
        self._title.show_runs([Run(title, "title"), Run(head, "small", "ink2")])
        self._below.setVisible(self._corrects)
        self._below.show_runs(
            _(
                "{name} has a page with this event. The original stays; this line is dated today."
            ).format(name=self._event.rep_name)
        )
        self.go.set_label(_("Add it") if self._corrects else _("Save"))
