"""The interview's pages: seen first, then printed or saved; no list is kept of them."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.interview_files import sheet_file_name
from coachdesk.services.interview_pages import interview_page
from coachdesk.services.interview_prints import (
    draw_guide,
    draw_record,
    guide_brief,
    record_brief,
    record_file_name,
)
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace


def guide_sheet(workplace: Workplace, window: QWidget, interview_id: UUID | None) -> PageSheet:
    """The blank sheet, for one candidate or for any."""
    page = PageOut(
        _("Blank interview sheet"),
        _("One for each interviewer: notes first, then ring a figure."),
        partial(_read_guide, workplace, interview_id),
        partial(_say, workplace),
    )
    return PageSheet(workplace, window, page)


def record_sheet(workplace: Workplace, window: QWidget, interview_id: UUID) -> PageSheet:
    """What the interviewers wrote, from closed sheets."""
    page = PageOut(
        _("Interview record"),
        _("What each interviewer wrote, question by question, and the decision. No sum."),
        partial(_read_record, workplace, interview_id),
        partial(_say, workplace),
    )
    return PageSheet(workplace, window, page)


def _read_guide(workplace: Workplace, interview_id: UUID | None) -> PrintedPage:
    brief = workplace.ask(guide_brief, interview_id)
    code = brief.code or _("sheet")
    name = f"{sheet_file_name(code, workplace.as_of)}-blank.pdf"
    return PrintedPage(_("Interview sheet"), name, partial(draw_guide, brief))


def _read_record(workplace: Workplace, interview_id: UUID) -> PrintedPage:
    brief = workplace.ask(record_brief, interview_id)
    name = record_file_name(workplace.ask(interview_page, interview_id))
    return PrintedPage(_("Interview record"), name, partial(draw_record, brief))


def _say(workplace: Workplace, departure: Departure) -> None:
    workplace.say(departure.words)
