"""Planning a talk where none is planned: a day, and an hour if one is agreed."""

from gettext import gettext as _
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.services.talks import plan_talk
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace


class PlanSheet(Overlay):
    """One line: “Thu 10:30”; a refusal stands below it."""

    def __init__(self, workplace: Workplace, window: QWidget, rep_id: UUID, name: str) -> None:
        title = _("Plan a talk with {name}").format(name=name)
        super().__init__(workplace.theme, window, title, width=480)
        self._workplace, self._rep_id, self._name = workplace, rep_id, name
        theme = workplace.theme
        field = Field(theme, _("Thu 10:30, 24 Mar, in a week"), name=_("Day and hour"))
        field.returnPressed.connect(self.accept)
        self.day = Labeled(theme, _("Day and hour"), field)
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(12))
        stack.addWidget(Text(theme, title, "title"))
        stack.addWidget(self.day)
        self.card.add(stack, pad=(20, 16, 20, 16))
        footer = Footer(theme)
        row = QHBoxLayout(footer)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.addStretch(1)
        back = Button(theme, _("Leave it"), hint=_("Esc"))
        back.clicked.connect(self.close_panel)
        go = Button(theme, _("Plan it"), "primary", hint=_("Enter"))
        go.clicked.connect(self.accept)
        row.addWidget(back)
        row.addWidget(go)
        self.card.add(footer)
        self.open_panel(field)
        self.fit()

    def accept(self) -> None:
        """Plan it, or say in place why not."""
        try:
            day, start = parse_slot(self.day.field.text(), as_of=self._workplace.as_of)
            said = _("A talk with {name} is planned.").format(name=self._name)
            self._workplace.do(plan_talk, self._rep_id, day, start=start, said=said)
        except UserError as error:
            self.day.show_problem(f"{error.message} {error.next_step}".strip())
            self.fit()
            return
        self.close_panel()
