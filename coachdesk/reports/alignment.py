"""The alignment page of two managers on paper: one page, whole entries roll if they must."""

from functools import partial
from pathlib import Path

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import Template, drawn_with_own
from coachdesk.reports.render import Rendered
from coachdesk.reports.sheet import drawn, sheet_margins
from coachdesk.views.alignment_brief import GOALS, PARTS, AlignmentBrief, limited
from coachdesk.views.briefs import Paper

AT_MOST = {"goals": GOALS, "parts": PARTS, "steps": PARTS}
LEAVING = (("coming", 0), ("steps", 2), ("parts", 2), ("expected", 2), ("steps", 0), ("goals", 2))


def render_alignment(brief: AlignmentBrief, paper: Paper, own: Path | None = None) -> Rendered:
    """The page as bytes."""
    register_fonts()
    return drawn_with_own("alignment.xml", own, partial(_render, brief, paper))


def _render(brief: AlignmentBrief, paper: Paper, template: Template) -> Rendered:
    short = limited(brief)
    document = template.fill(brief=short)
    composition = compose(document, at_most=AT_MOST, leaving=LEAVING)
    title = _("Alignment of two managers")
    margins = sheet_margins(short, title, short.team, short.day, logo=template.style.logo)
    return drawn(short, composition, margins, paper)
