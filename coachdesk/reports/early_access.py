"""The early-access sheet on paper: one page; what may be coming rolls if it must."""

from functools import partial
from pathlib import Path

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import Template, drawn_with_own
from coachdesk.reports.render import Rendered
from coachdesk.reports.sheet import drawn, sheet_margins
from coachdesk.views.briefs import Paper
from coachdesk.views.early_brief import COMING, EarlyBrief, limited

LEAVING = (
    ("able", 2),
    ("wanted", 2),
    ("coming", 6),
    ("expected", 3),
    ("coming", 3),
    ("questions", 2),
    ("wanted", 0),
    ("able", 0),
    ("changed", 2),
    ("expected", 0),
)


def render_early_access(brief: EarlyBrief, paper: Paper, own: Path | None = None) -> Rendered:
    """The sheet as bytes."""
    register_fonts()
    return drawn_with_own("early_access.xml", own, partial(_render, brief, paper))


def _render(brief: EarlyBrief, paper: Paper, template: Template) -> Rendered:
    short = limited(brief)
    document = template.fill(brief=short)
    composition = compose(document, at_most={"coming": COMING}, leaving=LEAVING)
    title = _("Early-access sheet")
    margins = sheet_margins(short, title, short.team, short.day, logo=template.style.logo)
    return drawn(short, composition, margins, paper)
