"""The manager's brief on paper: two pages at most; what is looked up later leaves first."""

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import fill_template
from coachdesk.reports.render import Rendered
from coachdesk.reports.sheet import drawn, sheet_margins
from coachdesk.views.briefs import Paper
from coachdesk.views.manager_brief import (
    EVIDENCE,
    HAND_OFFS,
    PROMISES,
    REQUESTS,
    ManagerBrief,
    limited,
)

FIRST = {"promises": PROMISES, "seen": EVIDENCE, "hand_offs": HAND_OFFS, "requests": REQUESTS}
# What is read at the table stays on page 1; what is looked up goes to the back.
LEAVING = tuple(
    (key, 0)
    for key in (
        *("hints", "notes", "known", "balance", "shifts", "labels", "requests", "hand_offs"),
        *("seen", "expectations"),
    )
)


def render_manager_brief(brief: ManagerBrief, paper: Paper) -> Rendered:
    """The brief as bytes."""
    register_fonts()
    short = limited(brief)
    document = fill_template("manager_brief.xml", brief=short)
    composition = compose(document, at_most=FIRST, leaving=LEAVING)
    title = _("Before your talk")
    margins = sheet_margins(
        short, title, short.rep, short.day, mark=_("Private – for the manager only")
    )
    return drawn(short, composition, margins, paper)
