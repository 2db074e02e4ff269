"""The plan of a joint meeting as PDF: one page; what does not fit is merged, never shrunk."""

from functools import partial
from pathlib import Path

from coachdesk.language import gettext as _
from coachdesk.reports.composition import Composition, compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import Template, drawn_with_own
from coachdesk.reports.render import Rendered
from coachdesk.reports.sheet import drawn, sheet_margins
from coachdesk.reports.typography import AREA_HEIGHT
from coachdesk.views.briefs import Paper
from coachdesk.views.joint_brief import NAME, JointBrief, limited
from coachdesk.views.print_limits import cut

# Attendees, messages and lines to write on that print, from what is meant to what always fits.
STEPS = ((8, 6, 4), (7, 6, 4), (6, 5, 3), (5, 4, 3), (4, 4, 2), (3, 3, 2), (2, 2, 2))


def render_joint_meeting(brief: JointBrief, paper: Paper, own: Path | None = None) -> Rendered:
    """One page for everyone of ours who attends."""
    register_fonts()
    return drawn_with_own("joint_meeting.xml", own, partial(_render, brief, paper))


def _render(brief: JointBrief, paper: Paper, template: Template) -> Rendered:
    for who, said, after in STEPS:
        composition = _compose(brief, template, who, said, after)
        if composition.plan.height <= AREA_HEIGHT:
            break
    title, about = _("Joint-meeting plan"), cut(brief.account, NAME)
    margins = sheet_margins(brief, title, about, brief.day, logo=template.style.logo)
    return drawn(brief, composition.story, margins, paper)


def _compose(brief: JointBrief, template: Template, who: int, said: int, after: int) -> Composition:
    found = limited(brief, who=who, said=said)
    document = template.fill(
        brief=found.brief,
        more_who=found.more_who,
        more_said=found.more_said,
        lines_after=after,
    )
    return compose(document, at_most={})
