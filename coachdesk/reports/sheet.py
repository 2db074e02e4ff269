"""What the sheets beside summary and form have alike: margins, and how they become bytes."""

from collections.abc import Callable, Sequence
from typing import Protocol

from reportlab.platypus import Flowable

from coachdesk.language import gettext as _
from coachdesk.reports.composition import Composition
from coachdesk.reports.house_style import Logo
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.render import Rendered, joined, page_words
from coachdesk.reports.scripts import missing_characters, without_controls
from coachdesk.views.briefs import Paper
from coachdesk.views.print_limits import NAME_CHARACTERS, cut, texts_of


class Sheet(Protocol):
    """A brief as far as its margins need it."""

    @property
    def language(self) -> str: ...

    @property
    def company(self) -> str: ...

    @property
    def version(self) -> int: ...


def sheet_margins(
    brief: Sheet, title: str, about: str, day: str, *, mark: str = "", logo: Logo | None = None
) -> Margins:
    """Company and title at the left, whom and when it is about at the right, pages below."""
    return Margins(
        title=without_controls(f"{title}: {about}, {day}"),
        language=brief.language,
        header_left=joined(cut(brief.company, NAME_CHARACTERS), title),
        header_right=joined(about, day),
        header_mark=mark,
        footer_left=_("Prepared with Coachdesk from dated observations"),
        footer_right=page_words(brief.version, ""),
        logo=logo,
    )


def drawn(
    brief: Sheet,
    story: Composition | Callable[[], Sequence[Flowable]],
    margins: Margins,
    paper: Paper,
) -> Rendered:
    """The sheet as bytes, with what moved to page 2 and what cannot be printed."""
    moved: tuple[str, ...] = ()
    overleaf: tuple[str, ...] = ()
    if isinstance(story, Composition):
        moved, overleaf, story = story.plan.moved, story.overleaf, story.story
    pdf, pages = build_pdf(story, margins, paper)
    return Rendered(
        pdf=pdf,
        pages=pages,
        moved=moved,
        overleaf=overleaf,
        missing=missing_characters(texts_of(brief)),
    )
