"""Documents as PDF: a brief and a paper size in, bytes out; the same brief gives the same bytes."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coachdesk.language import gettext as _
from coachdesk.reports.composition import Composition, compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.form import form_story
from coachdesk.reports.layout import length_in_line
from coachdesk.reports.markup import fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.scripts import missing_characters, printable, without_controls
from coachdesk.views.briefs import FormBrief, Paper, SummaryBrief
from coachdesk.views.print_limits import (
    NAME_CHARACTERS,
    REQUESTS_ON_THE_FIRST_PAGE,
    LimitedSummary,
    cut,
    limit_form,
    limit_summary,
    longest_texts,
    split_rep_words,
    texts_of,
)

BACK_PAGE = frozenset({"rules"})
"""What stands on the back of the summary, however much room the front has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A document on paper: its bytes and pages, and what the person should know before printing.

    `moved` names the brief's fields of which entries went to page 2, in page order; `long_lines`
    are the whole texts that were shortened, or, when nothing was and page 2 is needed all the same,
    the longest ones. `missing` are the characters that print as a question mark.
    """

    pdf: bytes
    pages: int
    moved: tuple[str, ...] = ()
    long_lines: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def render_summary(brief: SummaryBrief, paper: Paper) -> Rendered:
    """The coaching-session summary for the rep: one page, two if it must be."""
    register_fonts()
    limited = limit_summary(brief, length=length_in_line)
    composition = _compose(limited, [limited.brief.rep_words or ""])
    if set(composition.plan.moved) - BACK_PAGE:
        composition = _compose(limited, split_rep_words(limited.brief.rep_words or ""))
    pdf, pages = build_pdf(composition.story, _summary_margins(limited.brief), paper)
    moved = composition.plan.moved
    is_too_long = pages > 1 and bool(set(moved) - BACK_PAGE)
    long_lines = limited.long_lines or (longest_texts(limited.brief) if is_too_long else ())
    missing = missing_characters(texts_of(limited.brief))
    return Rendered(pdf=pdf, pages=pages, moved=moved, long_lines=long_lines, missing=missing)


def render_form(brief: FormBrief, paper: Paper) -> Rendered:
    """The blank observation form: six rows on page 1, the anchors in full on page 2."""
    register_fonts()
    brief = limit_form(brief)
    document = fill_template("form.xml", brief=brief)
    made = _("Coachdesk · form {code} · made {day}").format(code=brief.form_code, day=brief.made_on)
    margins = Margins(
        title=_("Observation form {code}").format(code=brief.form_code),
        language=brief.language,
        header_left=joined(brief.company, _("Observation form")),
        header_right=joined(brief.rep, brief.day),
        header_mark="",
        footer_left=printable(made),
        footer_right=page_words(brief.version, ""),
    )
    pdf, pages = build_pdf(lambda: form_story(document), margins, paper)
    return Rendered(pdf=pdf, pages=pages, missing=missing_characters(texts_of(brief)))


def _compose(limited: LimitedSummary, rep_words_parts: Sequence[str]) -> Composition:
    document = fill_template(
        "summary.xml",
        brief=limited.brief,
        more=defaultdict(int, limited.more),
        rep_words_parts=[part for part in rep_words_parts if part],
    )
    at_most = {"requests": REQUESTS_ON_THE_FIRST_PAGE} | dict.fromkeys(BACK_PAGE, 0)
    if len(rep_words_parts) > 1:
        at_most["rep_words"] = 1
    return compose(document, at_most=at_most)


def _summary_margins(brief: SummaryBrief) -> Margins:
    title = _("Coaching-session summary")
    return Margins(
        title=without_controls(f"{title}: {brief.rep}, {brief.day}"),
        language=brief.language,
        header_left=joined(cut(brief.company, NAME_CHARACTERS), title),
        header_right=joined(brief.rep, brief.day),
        header_mark=_("Draft") if brief.draft else "",
        footer_left=_("Prepared with Coachdesk from dated observations"),
        footer_right=page_words(brief.version, brief.code),
    )


def page_words(version: int, code: str) -> Callable[[int, int], str]:
    """“Page 1 of 2 · version 3”, for the footer."""

    def words(page: int, pages: int) -> str:
        numbered = _("Page {page} of {pages}").format(page=page, pages=pages)
        return joined(numbered, _("version {n}").format(n=version), code)

    return words


def joined(*parts: str) -> str:
    """What is there of the parts, with dots between."""
    return " · ".join(printable(part) for part in parts if part)
