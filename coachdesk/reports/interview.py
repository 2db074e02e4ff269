"""The interview on paper: the blank sheet, and the record of closed sheets."""

from xml.etree.ElementTree import Element

from coachdesk.language import gettext as _
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.interview_layout import flowing
from coachdesk.reports.markup import fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.render import Rendered, joined, page_words
from coachdesk.reports.scripts import missing_characters, without_controls
from coachdesk.views.briefs import Paper
from coachdesk.views.interview_brief import GuideBrief, RecordBrief
from coachdesk.views.print_limits import NAME_CHARACTERS, cut, texts_of


def render_guide(brief: GuideBrief, paper: Paper) -> Rendered:
    """The blank sheet: three questions to a page, with lines to write on."""
    return _rendered(brief, "interview_guide.xml", _("Interview sheet"), paper)


def render_record(brief: RecordBrief, paper: Paper) -> Rendered:
    """What the interviewers wrote, question by question, and the decision."""
    return _rendered(brief, "interview_record.xml", _("Interview record"), paper)


def _rendered(brief: GuideBrief | RecordBrief, template: str, title: str, paper: Paper) -> Rendered:
    register_fonts()
    document: Element = fill_template(template, brief=brief)
    margins = Margins(
        title=without_controls(joined(title, brief.code, brief.day)),
        language=brief.language,
        header_left=joined(cut(brief.company, NAME_CHARACTERS), title),
        header_right=joined(brief.code, brief.day),
        header_mark="",
        footer_left=_("Prepared with Coachdesk · notes first, rating second, no sum"),
        footer_right=page_words(1, ""),
    )
    pdf, pages = build_pdf(flowing(document), margins, paper)
    return Rendered(pdf=pdf, pages=pages, missing=missing_characters(texts_of(brief)))
