"""The manager's brief on paper: two pages at most; what is looked up later leaves first."""

from functools import partial
from pathlib import Path

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import Template, drawn_with_own
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


def render_manager_brief(brief: ManagerBrief, paper: Paper, own: Path | None = None) -> Rendered:
    """The brief as bytes."""
    register_fonts()
    return drawn_with_own("manager_brief.xml", own, partial(_render, brief, paper))


def _render(brief: ManagerBrief, paper: Paper, template: Template) -> Rendered:
    short = limited(brief)
    document = template.fill(brief=short)
    composition = compose(document, at_most=FIRST, leaving=LEAVING)
    title = _("Before your talk")
    mark = _("Private – for the manager only")
    margins = sheet_margins(short, title, short.rep, short.day, mark=mark, logo=template.style.logo)
    return drawn(short, composition, margins, paper)
