"""The form for a rep to fill in: seen first, then saved to be sent, or printed."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.preparations import (
    PreparationForm,
    draw_preparation,
    new_preparation,
    record_preparation,
)
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace


def preparation_sheet(
    workplace: Workplace, window: QWidget, rep_id: UUID, first_name: str
) -> PageSheet:
    """The form for one rep's next talk; its number counts once the form has left the program."""
    shown: list[PreparationForm] = []
    page = PageOut(
        _("A form for {name} to fill in").format(name=first_name),
        _("Save it and send it. When it comes back, “Read a filled-in form” shows it row by row."),
        partial(_read, workplace, rep_id, shown),
        partial(_record, workplace, shown),
    )
    return PageSheet(workplace, window, page)


def _read(workplace: Workplace, rep_id: UUID, shown: list[PreparationForm]) -> PrintedPage:
    form = workplace.ask(new_preparation, rep_id)
    shown[:] = [form]
    return PrintedPage(
        _("Preparation of {name}").format(name=form.brief.rep),
        form.file_name,
        partial(draw_preparation, form.brief),
    )


def _record(workplace: Workplace, shown: list[PreparationForm], departure: Departure) -> None:
    pdf, (form,) = departure.drawn.pdf, shown
    workplace.tell(record_preparation(workplace.desk, form, pdf, departure.means))
    workplace.say(departure.words)
