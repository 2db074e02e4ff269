"""The early-access sheet: seen first, then printed or saved, and the team counts as told."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.early_access import tell_notices
from coachdesk.services.early_sheet import (
    draw_early,
    early_brief,
    early_file_name,
    record_early,
)
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace


def early_sheet(
    workplace: Workplace, window: QWidget, team_id: UUID, telling: tuple[UUID, ...] = ()
) -> PageSheet:
    """What may be coming for a team; what is in `telling` is told once the sheet is out."""
    page = PageOut(
        _("Early-access sheet"),
        _("What may be coming, the hand-offs they have, and our questions: nothing private."),
        partial(_read, workplace, team_id),
        partial(_record, workplace, team_id, telling),
    )
    return PageSheet(workplace, window, page)


def _read(workplace: Workplace, team_id: UUID) -> PrintedPage:
    brief = workplace.ask(early_brief, team_id)
    return PrintedPage(
        _("Early-access sheet for {team}").format(team=brief.team),
        early_file_name(brief.team, workplace.as_of),
        partial(draw_early, brief, own=workplace.desk.own_templates),
    )


def _record(
    workplace: Workplace, team_id: UUID, telling: tuple[UUID, ...], departure: Departure
) -> None:
    if not workplace.why_not_write:
        pdf = departure.drawn.pdf
        workplace.tell(record_early(workplace.desk, team_id, pdf, departure.means))
        if telling:
            workplace.do(tell_notices, telling, said="")
    workplace.say(departure.words, can_undo=bool(telling) and not workplace.why_not_write)
