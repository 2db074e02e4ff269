"""The early-access sheet on paper: one page; what may be coming rolls if it must."""

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.render import Rendered, joined, page_words
from coachdesk.reports.scripts import missing_characters, without_controls
from coachdesk.views.briefs import Paper
from coachdesk.views.early_brief import COMING, EarlyBrief, limited
from coachdesk.views.print_limits import NAME_CHARACTERS, cut, texts_of

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


def render_early_access(brief: EarlyBrief, paper: Paper) -> Rendered:
    """The sheet as bytes."""
    register_fonts()
    short = limited(brief)
    document = fill_template("early_access.xml", brief=short)
    composition = compose(document, at_most={"coming": COMING}, leaving=LEAVING)
    title = _("Early-access sheet")
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
