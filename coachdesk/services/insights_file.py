"""Insights as a page on paper, saved where the manager says."""

from gettext import gettext as _
from pathlib import Path

from coachdesk.domain.errors import InputError
from coachdesk.services.desk import Desk
from coachdesk.services.documents import paper_of
from coachdesk.services.saved_files import refuse_store
from coachdesk.store.files import write_atomically
from coachdesk.store.queries.people import workspace
from coachdesk.views.dates import long_day
from coachdesk.views.insights import Insights


def save_insights(desk: Desk, found: Insights, path: Path) -> None:
    """Write the page; it is the manager's own, so it counts as no document of a rep's."""
    from coachdesk.reports.insights_page import render_insights

    refuse_store(desk, path)
    space = desk.ask(workspace)
    pdf = render_insights(
        found,
        company=space.company_name,
        language=space.locale,
        day=long_day(found.until),
        paper=paper_of(desk),
    )
    try:
        write_atomically(path, pdf)
    except OSError as error:
        raise InputError(
            _("“{file}” could not be written: {reason}.").format(
                file=path.name, reason=error.strerror or type(error).__name__
            ),
            _("Choose another place; what was there stays."),
            code="file",
        ) from error
