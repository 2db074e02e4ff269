"""Insights as a page on paper, saved where the manager says."""

from pathlib import Path

from coachdesk.services.desk import Desk
from coachdesk.services.documents import paper_of
from coachdesk.services.saved_files import write_named
from coachdesk.store.queries.people import workspace
from coachdesk.views.dates import long_day
from coachdesk.views.insights import Insights


def save_insights(desk: Desk, found: Insights, path: Path) -> None:
    """Write the page; it is the manager's own, so it counts as no document of a rep's."""
    from coachdesk.reports.insights_page import render_insights

    space = desk.ask(workspace)
    pdf = render_insights(
        found,
        company=space.company_name,
        language=space.locale,
        day=long_day(found.until),
        paper=paper_of(desk),
    )
    write_named(desk, path, pdf)
