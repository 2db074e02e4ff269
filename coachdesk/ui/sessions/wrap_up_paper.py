"""How the page of a talk leaves the program, and how its preview is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachdesk.domain.vocabulary import DocumentKind
from coachdesk.language import gettext as _
from coachdesk.services.documents import (
    Printed,
    paper_of,
    queue_print,
    record_summary,
    summary_brief,
    summary_file_name,
)
from coachdesk.services.drawing import draw_summary
from coachdesk.ui.parts.other_ways import MAIL, SET_UP, drop_other_ways
from coachdesk.ui.parts.paper_out import Departure, Document, PaperOut
from coachdesk.ui.parts.printing import Printers
from coachdesk.ui.sessions import wrap_up_state as states

if TYPE_CHECKING:
    from coachdesk.ui.sessions.wrap_up_page import WrapUpPage

COPIES = 2


class WrapUpPaper(QObject):
    """Prints, saves, copies or puts aside the summary that the page shows."""

    def __init__(self, page: WrapUpPage, printers: Printers | None = None) -> None:
        super().__init__(page)
        self._page = page
        self._out = PaperOut(page.workplace, self, printers=printers)
        self._out.left.connect(self._gone)
        self._out.working.connect(self._working)
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

    def mail_draft(self) -> None:
        """Save a mail draft with the page attached."""
        document = self._document()
        if document is not None:
            self._out.mail(document, self._page.widget.window())

    def set_up_printer(self) -> None:
        """Print on a printer set up in the system's dialog."""
        document = self._document()
        if document is not None:
            self._out.set_up(document, self._page.widget.window())

    def show_other_ways(self) -> None:
        """The ways that have no button, in a list."""
        below = self._page.foot.more_button
        drop_other_ways(self._page.workplace.theme, below, self._go_another_way, copies=False)

    def _go_another_way(self, key: str) -> None:
        ways = {MAIL: self.mail_draft, SET_UP: self.set_up_printer}
        ways[key]()

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

    def read_as_text(self) -> None:
        """Show the words of the page, or the page again."""
        self._page.preview.turn_reading()
        self._page.bring_preview_in_sight()

    def leave(self) -> None:
        """What is still being drawn is not wanted any more."""
        self._out.cancel()

    def _document(self) -> Document | None:
        """The page as it stands now, to be drawn beside the window."""
        page = self._page
        if not page.write():
            return None
        brief = states.as_it_will_print(
            page.workplace.ask(summary_brief, page.session_id), page.state
        )
        paper = paper_of(page.workplace.desk)
        return Document(
            draw=partial(draw_summary, brief, paper, page.workplace.desk.own_templates),
            file_name=page.workplace.ask(summary_file_name, page.session_id),
            title=f"{page.title} {page.state.page.brief.head.name}",
            paper=paper,
            copies=COPIES,
            about=page.session_id,
        )

    def _gone(self, departure: Departure) -> None:
        """Remember it, also when another page is shown by now."""
        page, about = self._page, departure.document.about
        if not page.workplace.why_not_write:
            drawn, name = departure.drawn, departure.document.file_name
            printed = Printed(drawn.pdf, drawn.pages, name)
            changes = record_summary(page.workplace.desk, about, printed, departure.means)
            page.workplace.tell(changes, by=page)
        if page.session_id != about:
            page.workplace.say(departure.words)
            return
        page.read_again()
        page.foot.show_words(departure.words, path=departure.path, can_wait=departure.is_instead)

    def _working(self, share: float, words: str) -> None:
        self._page.foot.show_work(share, words)
