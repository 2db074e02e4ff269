"""The alignment page of two managers on paper: one page, whole entries roll if they must."""

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.render import Rendered, joined, page_words
from coachdesk.reports.scripts import missing_characters, without_controls
from coachdesk.views.alignment_brief import GOALS, PARTS, AlignmentBrief, limited
from coachdesk.views.briefs import Paper
from coachdesk.views.print_limits import NAME_CHARACTERS, cut, texts_of

AT_MOST = {"goals": GOALS, "parts": PARTS, "steps": PARTS}
LEAVING = (("coming", 0), ("steps", 2), ("parts", 2), ("expected", 2), ("steps", 0), ("goals", 2))


def render_alignment(brief: AlignmentBrief, paper: Paper) -> Rendered:
    """The page as bytes."""
    register_fonts()
    short = limited(brief)
    document = fill_template("alignment.xml", brief=short)
    composition = compose(document, at_most=AT_MOST, leaving=LEAVING)
    title = _("Alignment of two managers")
    margins = Margins(
        title=without_controls(f"{title}: {short.team}, {short.day}"),
        language=short.language,
        header_left=joined(cut(short.company, NAME_CHARACTERS), title),
        header_right=joined(short.team, short.day),
        header_mark="",
        footer_left=_("Prepared with Coachdesk from dated observations"),
        footer_right=page_words(short.version, ""),
    )
    pdf, pages = build_pdf(composition.story, margins, paper)
    return Rendered(
        pdf=pdf,
        pages=pages,
        moved=composition.plan.moved,
        missing=missing_characters(texts_of(short)),
    )
