"""The development record of a rep's last quarter: seen first, then printed or saved."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.development_record import (
    development_record,
    draw_development_record,
    record_development_record,
    record_file_name,
)
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace


def development_record_sheet(workplace: Workplace, window: QWidget, rep_id: UUID) -> PageSheet:
    """The quarter that ended last, with lines for what the two of you write together."""
    page = PageOut(
        _("Development record"),
        _("For the two of you: the last quarter, nothing private, and lines to fill in together."),
        partial(_read, workplace, rep_id),
        partial(_record, workplace, rep_id),
    )
    return PageSheet(workplace, window, page)


def _read(workplace: Workplace, rep_id: UUID) -> PrintedPage:
    record = workplace.ask(development_record, rep_id)
    return PrintedPage(
        _("Development record of {name}").format(name=record.rep),
        record_file_name(record.rep, workplace.as_of),
        partial(draw_development_record, record, own=workplace.desk.own_templates),
    )


def _record(workplace: Workplace, rep_id: UUID, departure: Departure) -> None:
    if not workplace.why_not_write:
        pdf = departure.drawn.pdf
        workplace.tell(record_development_record(workplace.desk, rep_id, pdf, departure.means))
    workplace.say(departure.words)
