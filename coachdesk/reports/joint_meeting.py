"""The plan of a joint meeting as PDF: one page; what does not fit is merged, never shrunk."""

from coachdesk.language import gettext as _
from coachdesk.reports.composition import Composition, compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.render import Rendered, joined, page_words
from coachdesk.reports.scripts import missing_characters, without_controls
from coachdesk.reports.typography import AREA_HEIGHT
from coachdesk.views.briefs import Paper
from coachdesk.views.joint_brief import NAME, JointBrief, limited
from coachdesk.views.print_limits import cut, texts_of

# Attendees, messages and lines to write on that print, from what is meant to what always fits.
STEPS = ((8, 6, 4), (7, 6, 4), (6, 5, 3), (5, 4, 3), (4, 4, 2), (3, 3, 2), (2, 2, 2))


def render_joint_meeting(brief: JointBrief, paper: Paper) -> Rendered:
    """One page for everyone of ours who attends."""
    register_fonts()
    for who, said, after in STEPS:
        composition = _compose(brief, who, said, after)
        if composition.plan.height <= AREA_HEIGHT:
            break
    pdf, pages = build_pdf(composition.story, _margins(brief), paper)
    return Rendered(pdf=pdf, pages=pages, missing=missing_characters(texts_of(brief)))


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


def _margins(brief: JointBrief) -> Margins:
    title = _("Joint-meeting plan")
    return Margins(
        title=without_controls(f"{title}: {cut(brief.account, NAME)}, {brief.day}"),
        language=brief.language,
        header_left=joined(cut(brief.company, NAME), title),
        header_right=joined(cut(brief.account, NAME), brief.day),
        header_mark="",
        footer_left=_("Prepared with Coachdesk from dated observations"),
        footer_right=page_words(brief.version, ""),
    )
