"""Planning a talk where none is planned: a day, and an hour if one is agreed."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.language import gettext as _
from coachdesk.services.talks import plan_talk
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace


class PlanSheet(Sheet):
    """One line: “Thu 10:30”."""

    def __init__(self, workplace: Workplace, window: QWidget, rep_id: UUID, name: str) -> None:
        title = _("Plan a talk with {name}").format(name=name)
        super().__init__(workplace, window, title, "", _("Plan it"))
        self._rep_id, self._name = rep_id, name
        examples = _("Thu 10:30, 24 Mar, in a week")
        self.when = self.add_line(_("Day and hour"), examples, icon="calendar")
        self.ask(self.when)

    def act(self) -> None:
        day, start = parse_slot(self.when.text(), as_of=self.workplace.as_of)
        said = _("A talk with {name} is planned.").format(name=self._name)
        self.workplace.do(plan_talk, self._rep_id, day, start=start, said=said)
