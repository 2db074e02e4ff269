"""Documents as PDF: a brief and a paper size in, bytes out; the same brief gives the same bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

from coachdesk.language import gettext as _
from coachdesk.reports.composition import Composition, compose
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.form import form_story
from coachdesk.reports.house_style import Logo
from coachdesk.reports.layout import length_in_line
from coachdesk.reports.markup import Template, drawn_with_own, fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.scripts import missing_characters, printable, without_controls
from coachdesk.views.briefs import FormBrief, Paper, SummaryBrief
from coachdesk.views.print_limits import (
    ENTRIES,
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

    `moved` names the sections of which entries went to page 2, in page order, and `overleaf` holds
    their titles; `long_lines` are the whole texts that were shortened, or, when nothing was and
    page 2 is needed all the same, the longest ones. `missing` are the characters that print as a
    question mark; `template_fault` says what is wrong with a template or style of the person's that
    was not used.
    """

    pdf: bytes
    pages: int
    moved: tuple[str, ...] = ()
    overleaf: tuple[str, ...] = ()
    long_lines: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    template_fault: str = ""

    def with_fault(self, fault: str) -> Self:
        """The same, with why the person's own template or style was left aside."""
        return replace(self, template_fault=fault) if fault else self


def render_summary(brief: SummaryBrief, paper: Paper, own: Path | None = None) -> Rendered:
    """The coaching-session summary for the rep: one page, two if it must be."""
    register_fonts()
    return drawn_with_own("summary.xml", own, partial(_summary, brief, paper))


def _summary(brief: SummaryBrief, paper: Paper, template: Template) -> Rendered:
    limited = limit_summary(brief, length=length_in_line)
    composition = _compose(template, limited, [limited.brief.rep_words or ""])
    if set(composition.plan.moved) - BACK_PAGE:
        parts = split_rep_words(limited.brief.rep_words or "")
        composition = _compose(template, limited, parts)
    margins = _summary_margins(limited.brief, template.style.logo)
    pdf, pages = build_pdf(composition.story, margins, paper)
    moved = composition.plan.moved
    is_too_long = pages > 1 and bool(set(moved) - BACK_PAGE)
    long_lines = limited.long_lines or (longest_texts(limited.brief) if is_too_long else ())
    missing = missing_characters(texts_of(limited.brief))
    return Rendered(
        pdf=pdf,
        pages=pages,
        moved=moved,
        overleaf=composition.overleaf,
        long_lines=long_lines,
        missing=missing,
    )


def render_form(brief: FormBrief, paper: Paper, own: Path | None = None) -> Rendered:
    """The blank observation form: six rows on page 1, the anchors in full on page 2.

    Page 1 is read back by its places, so that it is ours in any case.
    """
    register_fonts()
    return drawn_with_own("form_anchors.xml", own, partial(_form, limit_form(brief), paper))


def _form(brief: FormBrief, paper: Paper, template: Template) -> Rendered:
    parts = [*fill_template("form.xml", brief=brief), *template.fill(brief=brief)]
    made = _("Coachdesk · form {code} · made {day}").format(code=brief.form_code, day=brief.made_on)
    margins = Margins(
        title=_("Observation form {code}").format(code=brief.form_code),
        language=brief.language,
        header_left=joined(brief.company, _("Observation form")),
        header_right=joined(brief.rep, brief.day),
        header_mark="",
        footer_left=printable(made),
        footer_right=page_words(brief.version, ""),
        logo=template.style.logo,
    )
    pdf, pages = build_pdf(lambda: form_story(parts), margins, paper)
    return Rendered(pdf=pdf, pages=pages, missing=missing_characters(texts_of(brief)))


def _compose(
    template: Template, limited: LimitedSummary, rep_words_parts: Sequence[str]
) -> Composition:
    document = template.fill(
        brief=limited.brief,
        more={**dict.fromkeys(ENTRIES, 0), **limited.more},
        rep_words_parts=[part for part in rep_words_parts if part],
    )
    at_most = {"requests": REQUESTS_ON_THE_FIRST_PAGE} | dict.fromkeys(BACK_PAGE, 0)
    if len(rep_words_parts) > 1:
        at_most["rep_words"] = 1
    return compose(document, at_most=at_most)


def _summary_margins(brief: SummaryBrief, logo: Logo | None) -> Margins:
    title = _("Coaching-session summary")
    return Margins(
        title=without_controls(f"{title}: {brief.rep}, {brief.day}"),
        language=brief.language,
        header_left=joined(cut(brief.company, NAME_CHARACTERS), title),
        header_right=joined(brief.rep, brief.day),
        header_mark=_("Draft") if brief.draft else "",
        footer_left=_("Prepared with Coachdesk from dated observations"),
        footer_right=page_words(brief.version, brief.code),
        logo=logo,
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
