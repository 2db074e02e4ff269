"""Documents drawn for the window: plain data in, so that it may run beside it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from coachdesk.domain.paper import form_code
from coachdesk.domain.vocabulary import DocumentKind, PrintMeans
from coachdesk.services.desk import Desk
from coachdesk.services.documents import record_print
from coachdesk.store.files import write_atomically
from coachdesk.views.briefs import FormBrief, Paper, SummaryBrief
from coachdesk.views.changes import Changes
from coachdesk.views.page_image import PageImage

if TYPE_CHECKING:
    from coachdesk.reports.render import Rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A document as it will print, with what the person should know before printing it.

    `moved` names what went to page 2, `overleaf` holds its titles, `long_lines` are the texts to
    shorten, `missing` the characters that print as a question mark; `template_fault` says why the
    person's own template or style was left aside.
    """

    pdf: bytes
    pages: int
    moved: tuple[str, ...] = ()
    overleaf: tuple[str, ...] = ()
    long_lines: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    template_fault: str = ""


def drawn(done: "Rendered") -> Drawn:
    """What the window is told of a rendered document."""
    return Drawn(
        pdf=done.pdf,
        pages=done.pages,
        moved=done.moved,
        overleaf=done.overleaf,
        long_lines=done.long_lines,
        missing=done.missing,
        template_fault=done.template_fault,
    )


def draw_summary(brief: SummaryBrief, paper: Paper, own: Path | None = None) -> Drawn:
    """The summary on paper, with the person's own template from the folder `own`."""
    from coachdesk.reports.render import render_summary

    return drawn(render_summary(brief, paper, own))


def draw_form(brief: FormBrief, paper: Paper, own: Path | None = None) -> Drawn:
    """The observation form on paper; its number counts once `record_form` was called."""
    from coachdesk.reports.render import render_form

    return drawn(render_form(brief, paper, own))


def draw_pages(pdf: bytes, pixels_wide: int) -> tuple[PageImage, ...]:
    """Every page of a document as a picture of that width (device pixels)."""
    from coachdesk.reports.preview import page_images

    return page_images(pdf, pixels_wide=pixels_wide)


def read_pages(pdf: bytes) -> str:
    """A document's words, in the order in which they are read."""
    from coachdesk.reports.reading import text_of

    return text_of(pdf)


def mail_draft(pdf: bytes, file_name: str) -> bytes:
    """A mail that was not sent yet, with the document attached and no address."""
    from coachdesk.reports.mail_draft import mail_draft as draft

    return draft(pdf, file_name)


def record_form(
    desk: Desk, rep_id: UUID | None, number: int, content: bytes, means: PrintMeans
) -> Changes:
    """Remember that a form with that number left the program; what that touched."""
    return desk.do_print(
        record_print,
        kind=DocumentKind.FORM,
        means=means,
        content=content,
        rep_id=rep_id,
        form_number=number,
    ).changes


def form_file_name(number: int) -> str:
    """The file name of a form, with its code."""
    return f"observation-form-{form_code(number=number)}.pdf"


def save_file(path: Path, content: bytes) -> None:
    """Write a document where the person said, whole or not at all (InputError)."""
    write_atomically(path, content)
