"""The plan of a joint meeting as PDF: one page; what does not fit is merged, never shrunk."""

from coachdesk.language import gettext as _
from coachdesk.reports.composition import Composition, compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import fill_template
from coachdesk.reports.render import Rendered
from coachdesk.reports.sheet import drawn, sheet_margins
from coachdesk.reports.typography import AREA_HEIGHT
from coachdesk.views.briefs import Paper
from coachdesk.views.joint_brief import NAME, JointBrief, limited
from coachdesk.views.print_limits import cut

# Attendees, messages and lines to write on that print, from what is meant to what always fits.
STEPS = ((8, 6, 4), (7, 6, 4), (6, 5, 3), (5, 4, 3), (4, 4, 2), (3, 3, 2), (2, 2, 2))


def render_joint_meeting(brief: JointBrief, paper: Paper) -> Rendered:
    """One page for everyone of ours who attends."""
    register_fonts()
    for who, said, after in STEPS:
        composition = _compose(brief, who, said, after)
        if composition.plan.height <= AREA_HEIGHT:
            break
    margins = sheet_margins(brief, _("Joint-meeting plan"), cut(brief.account, NAME), brief.day)
    return drawn(brief, composition.story, margins, paper)


def _compose(brief: JointBrief, who: int, said: int, after: int) -> Composition:
    found = limited(brief, who=who, said=said)
    document = fill_template(
        "joint_meeting.xml",
        brief=found.brief,
        more_who=found.more_who,
        more_said=found.more_said,
        lines_after=after,
    )
    return compose(document, at_most={})
