"""The manager's own brief before a talk: seen first, then printed or saved; it is private."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.manager_brief import (
    brief_file_name,
    draw_manager_brief,
    manager_brief,
    record_manager_brief,
)
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace


def brief_sheet(workplace: Workplace, window: QWidget, session_id: UUID) -> PageSheet:
    """What the manager takes along to one talk."""
    page = PageOut(
        _("Your brief"),
        _("For you alone: your private lines and notes are on it, and each page says so."),
        partial(_read, workplace, session_id),
        partial(_record, workplace, session_id),
        is_private=True,
    )
    return PageSheet(workplace, window, page)


def _read(workplace: Workplace, session_id: UUID) -> PrintedPage:
    brief = workplace.ask(manager_brief, session_id)
    return PrintedPage(
        _("Private brief for {name}").format(name=brief.rep),
        brief_file_name(brief.rep, workplace.as_of),
        partial(draw_manager_brief, brief, own=workplace.desk.own_templates),
    )


def _record(workplace: Workplace, session_id: UUID, departure: Departure) -> None:
    if not workplace.why_not_write:
        pdf = departure.drawn.pdf
        workplace.tell(record_manager_brief(workplace.desk, session_id, pdf, departure.means))
    workplace.say(departure.words)
