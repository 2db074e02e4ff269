"""The development record on paper: what was seen stays on page 1, what is written leaves first."""

from coachdesk.language import gettext as _
from coachdesk.reports.composition import compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.markup import fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.render import Rendered, joined, page_words
from coachdesk.reports.scripts import missing_characters, without_controls
from coachdesk.views.briefs import Paper
from coachdesk.views.development_record import (
    REQUESTS_ON_THE_FIRST_PAGE,
    DevelopmentRecord,
    limited,
)
from coachdesk.views.print_limits import NAME_CHARACTERS, cut, texts_of

# Of two pages the second is for writing: what stands there has room.
ON_THE_SECOND = ("gains", "activities", "next", "rep_view", "reading", "received")
# From the end, so that both pages together are read in the order of the record.
LEAVING = tuple(
    (key, 0) for key in (*reversed(ON_THE_SECOND), "requests", "promises", "hand_offs", "changed")
)


def render_development_record(record: DevelopmentRecord, paper: Paper) -> Rendered:
    """The record as bytes."""
    register_fonts()
    short = limited(record)
    document = fill_template("development_record.xml", record=short)
    first = {"requests": REQUESTS_ON_THE_FIRST_PAGE}
    composition = compose(document, at_most=first, leaving=LEAVING)
    if composition.plan.moved:
        first |= dict.fromkeys(ON_THE_SECOND, 0)
        composition = compose(document, at_most=first, leaving=LEAVING)
    title = _("Development record")
    margins = Margins(
        title=without_controls(f"{title}: {short.rep}, {short.quarter}"),
        language=short.language,
        header_left=joined(cut(short.company, NAME_CHARACTERS), title),
        header_right=joined(short.rep, short.quarter),
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
