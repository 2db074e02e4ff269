"""How the page of a talk leaves the program, and how its preview is looked at."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachdesk.domain.vocabulary import DocumentKind, PrintMeans
from coachdesk.services.documents import (
    Printed,
    paper_of,
    queue_print,
    record_summary,
    summary_brief,
    summary_file_name,
)
from coachdesk.services.drawing import draw_summary
from coachdesk.ui.sessions import wrap_up_state as states
from coachdesk.ui.sessions.paper_out import Document, PaperOut

if TYPE_CHECKING:
    from coachdesk.ui.sessions.wrap_up_page import WrapUpPage

COPIES = 2


class WrapUpPaper(QObject):
    """Prints, saves, copies or puts aside the summary that the page shows."""

    def __init__(self, page: WrapUpPage) -> None:
        super().__init__(page)
        self._page = page
        self._out = PaperOut(page.workplace, self)
        self._out.left.connect(self._gone)
        self._out.refused.connect(page.refuse)

    def print_copies(self) -> None:
        """Two copies: one for each of you."""
        document = self._document()
        if document is not None:
            self._out.print(document, self._page.foot.print_button)

    def save_pdf(self) -> None:
        """Save the page as a PDF."""
        document = self._document()
        if document is not None:
            self._out.save(document, self._page.widget.window())

    def copy_file(self) -> None:
        """Put the PDF on the clipboard."""
        document = self._document()
        if document is not None:
            self._out.copy(document)

    def print_later(self) -> None:
        """Put the page aside for a place with a printer."""
        if self._page.write():
            self._page.workplace.do(
                queue_print,
                kind=DocumentKind.SUMMARY,
                session_id=self._page.session_id,
                copies=COPIES,
                said=_("Waits for a printer"),
                by=self._page,
            )

    def fit_preview(self) -> None:
        """Show the whole page."""
        self._page.preview.show_fit()

    def enlarge_preview(self) -> None:
        """Show the page larger."""
        self._page.preview.zoom_by(1)

    def reduce_preview(self) -> None:
        """Show the page smaller."""
        self._page.preview.zoom_by(-1)

    def _document(self) -> Document | None:
        """The page as it stands now; drawn at once when the preview is not there yet."""
        if not self._page.write():
            return None
        brief = self._page.workplace.ask(summary_brief, self._page.session_id)
        paper = paper_of(self._page.workplace.desk)
        self._page.drawn = draw_summary(states.as_it_will_print(brief, self._page.state), paper)
        return Document(
            pdf=self._page.drawn.pdf,
            file_name=self._page.workplace.ask(summary_file_name, self._page.session_id),
            title=f"{self._page.title} {self._page.state.page.brief.head.name}",
            paper=paper,
            copies=COPIES,
        )

    def _gone(self, means: PrintMeans, content: bytes, words: str, path: object) -> None:
        pages = self._page.drawn.pages if self._page.drawn else 1
        printed = Printed(content, pages, "")
        record_summary(self._page.workplace.desk, self._page.session_id, printed, means)
        self._page.read_again()
        self._page.foot.show_words(words, path=path)
