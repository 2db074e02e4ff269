"""The manager's brief on paper: two pages at most; what is looked up later leaves first."""

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.render import Rendered, joined, page_words
from coachdesk.reports.scripts import missing_characters, without_controls
from coachdesk.views.briefs import Paper
from coachdesk.views.manager_brief import (
    EVIDENCE,
    HAND_OFFS,
    PROMISES,
    REQUESTS,
    ManagerBrief,
    limited,
)
from coachdesk.views.print_limits import NAME_CHARACTERS, cut, texts_of

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
    margins = Margins(
        title=without_controls(f"{title}: {short.rep}, {short.day}"),
        language=short.language,
        header_left=joined(cut(short.company, NAME_CHARACTERS), title),
        header_right=joined(short.rep, short.day),
        header_mark=_("Private – for the manager only"),
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
