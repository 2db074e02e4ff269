"""The year of one rep on one page: seen first, then printed or saved; no list is kept of it."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.year_page import draw_year_page, year_file_name, year_page
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace


def year_sheet(workplace: Workplace, window: QWidget, rep_id: UUID) -> PageSheet:
    """Twelve months in counts and plans, for the rep and the manager."""
    page = PageOut(
        _("The year on one page"),
        _("Counts and plans of twelve months for both of you: nothing private, and no verdict."),
        partial(_read, workplace, rep_id),
        partial(_say, workplace),
    )
    return PageSheet(workplace, window, page)


def _read(workplace: Workplace, rep_id: UUID) -> PrintedPage:
    page = workplace.ask(year_page, rep_id)
    return PrintedPage(
        _("The year of {name}").format(name=page.rep),
        year_file_name(page.rep, workplace.as_of),
        partial(draw_year_page, page, own=workplace.desk.own_templates),
    )


def _say(workplace: Workplace, departure: Departure) -> None:
    workplace.say(departure.words)
