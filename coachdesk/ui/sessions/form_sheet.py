"""The blank observation form: seen first, then printed, saved, or put aside for a printer."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.vocabulary import DocumentKind
from coachdesk.language import gettext as _
from coachdesk.services.documents import form_brief, next_form_number, queue_print
from coachdesk.services.drawing import draw_form, form_file_name, record_form
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace


class FormSheet(PageSheet):
    """Its number counts once the form has left the program."""

    def __init__(
        self, workplace: Workplace, window: QWidget, rep_id: UUID | None, name: str = ""
    ) -> None:
        title = _("Observation form for {name}").format(name=name) if name else ""
        title = title or _("Observation form")
        number = workplace.ask(next_form_number)
        page = PageOut(
            title,
            _("Six rows to fill by hand; the code line brings them back by quick capture."),
            partial(_read, workplace, rep_id, number, title),
            partial(_record, workplace, rep_id, number),
            partial(_put_aside, workplace, rep_id),
        )
        super().__init__(workplace, window, page)


def _read(workplace: Workplace, rep_id: UUID | None, number: int, title: str) -> PrintedPage:
    brief = workplace.ask(form_brief, number, rep_id)
    return PrintedPage(
        title, form_file_name(number), partial(draw_form, brief, own=workplace.desk.own_templates)
    )


def _put_aside(workplace: Workplace, rep_id: UUID | None) -> None:
    waits = _("Waits for a printer")
    workplace.do(queue_print, kind=DocumentKind.FORM, rep_id=rep_id, said=waits)


def _record(workplace: Workplace, rep_id: UUID | None, number: int, departure: Departure) -> None:
    if not workplace.why_not_write:
        pdf = departure.drawn.pdf
        workplace.tell(record_form(workplace.desk, rep_id, number, pdf, departure.means))
    workplace.say(departure.words)
