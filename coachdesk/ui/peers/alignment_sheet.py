"""The page for both managers: seen first, then printed or saved."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.alignment import (
    alignment_brief,
    alignment_file_name,
    draw_alignment,
    record_alignment,
)
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace


def alignment_sheet(workplace: Workplace, window: QWidget, team_id: UUID) -> PageSheet:
    """The agenda of a team's two managers."""
    page = PageOut(
        _("Agenda for both of you"),
        _("Counts of the two teams only: nothing about single reps, nothing private."),
        partial(_read, workplace, team_id),
        partial(_record, workplace, team_id),
    )
    return PageSheet(workplace, window, page)


def _read(workplace: Workplace, team_id: UUID) -> PrintedPage:
    brief = workplace.ask(alignment_brief, team_id)
    return PrintedPage(
        _("Alignment with {peer}").format(peer=brief.peer),
        alignment_file_name(brief.team, workplace.as_of),
        partial(draw_alignment, brief, own=workplace.desk.own_templates),
    )


def _record(workplace: Workplace, team_id: UUID, departure: Departure) -> None:
    if not workplace.why_not_write:
        pdf = departure.drawn.pdf
        workplace.tell(record_alignment(workplace.desk, team_id, pdf, departure.means))
    workplace.say(departure.words)
