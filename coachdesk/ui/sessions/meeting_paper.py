"""How the plan of a joint meeting leaves the program: on a printer, else as a PDF."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.documents import paper_of
from coachdesk.services.drawing import Drawn
from coachdesk.services.joint_paper import (
    JointPaper,
    draw_joint,
    joint_file_name,
    joint_paper,
    record_joint,
)
from coachdesk.ui.parts.paper_out import Departure, Document, PaperOut
from coachdesk.ui.parts.printing import Printers
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.briefs import Paper


class MeetingPaper(QObject):
    """Prints the plan of one meeting; without a printer it is saved."""

    def __init__(
        self, workplace: Workplace, parent: QObject, printers: Printers | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._version = 1
        self._out = PaperOut(workplace, self, printers=printers)
        self._out.left.connect(self._gone)
        self._out.refused.connect(self._refused)

    def print(self, meeting_id: UUID, below: QWidget) -> None:
        """Draw it as it stands now, and send it on its way."""
        work = self._workplace
        paper, size = work.ask(joint_paper, meeting_id), paper_of(work.desk)
        document = Document(
            draw=partial(self._draw, paper, size),
            file_name=work.ask(joint_file_name, meeting_id),
            title=_("Joint-meeting plan"),
            paper=size,
            about=meeting_id,
        )
        self._out.print(document, below)

    def _draw(self, paper: JointPaper, size: Paper) -> Drawn:
        drawn, self._version = draw_joint(paper, size, self._workplace.desk.own_templates)
        return drawn

    def _gone(self, departure: Departure) -> None:
        work, id = self._workplace, departure.document.about
        if not work.why_not_write and isinstance(id, UUID):
            content = departure.drawn.pdf
            work.tell(record_joint(work.desk, id, content, self._version, departure.means))
        work.say(departure.words)

    def _refused(self, message: str, next_step: str) -> None:
        self._workplace.say(f"{message} {next_step}".strip())
