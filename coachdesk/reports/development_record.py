"""The development record on paper: what was seen stays on page 1, what is written leaves first."""

from functools import partial
from pathlib import Path

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import Template, drawn_with_own
from coachdesk.reports.render import Rendered
from coachdesk.reports.sheet import drawn, sheet_margins
from coachdesk.views.briefs import Paper
from coachdesk.views.development_record import (
    REQUESTS_ON_THE_FIRST_PAGE,
    DevelopmentRecord,
    limited,
)

# Of two pages the second is for writing: what stands there has room.
ON_THE_SECOND = ("gains", "activities", "next", "rep_view", "reading", "received")
# From the end, so that both pages together are read in the order of the record.
LEAVING = tuple(
    (key, 0) for key in (*reversed(ON_THE_SECOND), "requests", "promises", "hand_offs", "changed")
)


def render_development_record(
    record: DevelopmentRecord, paper: Paper, own: Path | None = None
) -> Rendered:
    """The record as bytes."""
    register_fonts()
    return drawn_with_own("development_record.xml", own, partial(_render, record, paper))


def _render(record: DevelopmentRecord, paper: Paper, template: Template) -> Rendered:
    short = limited(record)
    document = template.fill(record=short)
    first = {"requests": REQUESTS_ON_THE_FIRST_PAGE}
    composition = compose(document, at_most=first, leaving=LEAVING)
    if composition.plan.moved:
        first |= dict.fromkeys(ON_THE_SECOND, 0)
        composition = compose(document, at_most=first, leaving=LEAVING)
    title = _("Development record")
    margins = sheet_margins(short, title, short.rep, short.quarter, logo=template.style.logo)
    return drawn(short, composition, margins, paper)
