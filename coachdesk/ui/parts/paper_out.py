"""The ways a document leaves: on a printer, as a file, on the clipboard, in a mail draft.

Whatever takes time, drawing and handing over to a printer, runs beside the window. Drawing can be
cancelled; what a printer has been given cannot, so that its record is never lost.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import PrintMeans
from coachdesk.language import gettext as _
from coachdesk.services.drawing import Drawn, draw_pages, mail_draft, save_file
from coachdesk.services.saved_files import write_named
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.parts.clipboard_file import private_folder, put_on_clipboard
from coachdesk.ui.parts.places import documents_folder, unused_path
from coachdesk.ui.parts.printing import Printers, PrintSettings, SystemPrinters, pixels_wide
from coachdesk.ui.parts.save_sheet import FileForm, SaveSheet, as_pdf
from coachdesk.ui.shell.jobs import Token
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.briefs import Paper
from coachdesk.views.page_image import PageImage
from coachdesk.views.print_notes import missing_note, template_note

MORE = "\0more"  # no printer is called that


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document on its way out: how it is drawn, and what it is `about` (a talk's id).

    One that is not `seen` is held back from the printer while a character has no glyph.
    """

    draw: Callable[[], Drawn]
    file_name: str
    title: str
    paper: Paper
    copies: int = 1
    about: object = None
    seen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """A drawn document, with its pages as pictures when a printer wants them."""

    drawn: Drawn
    pages: tuple[PageImage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A document that is out: by which means, as what, and where its file is."""

    document: Document
    drawn: Drawn
    means: PrintMeans
    words: str
    path: Path | None = None
    is_instead: bool = False


class PaperOut(QObject):
    """`left` comes once a document is out; `working` says what is being done, "" at rest.

    Without a printer, or when it refuses, the PDF is saved `instead`, unless that is not wanted.
    """

    left = Signal(object)  # Departure
    refused = Signal(str, str)
    held = Signal(object, str)  # Document, which characters would print as “?”
    working = Signal(float, str)

    def __init__(
        self,
        workplace: Workplace,
        parent: QObject,
        *,
        printers: Printers | None = None,
        instead: bool = True,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._instead = workplace, instead
        self._printers = printers or SystemPrinters()
        self._ticket = 0
        self._settings: PrintSettings | None = None

    def print(self, document: Document, below: QWidget) -> None:
        """Print on the only printer, or on the one chosen from a list below the button."""
        names = self._printers.names()
        if not names:
            self._not_taken(document, _("No printer is set up on this laptop."))
        elif len(names) == 1:
            self.print_on(document, names[0])
        else:
            choices = [Choice(name, name, on=i == 0) for i, name in enumerate(names)]
            choices.append(Choice(MORE, _("Printer settings…")))
            popup = Popup(self._workplace.theme, choices, name=_("Printers"), parent=below)
            popup.chosen.connect(partial(self._printer_chosen, document, below))
            popup.drop_from(below)

    def print_next(self, document: Document, below: QWidget) -> None:
        """Print on the printer that took the one before."""
        if self._settings is None:
            self.print(document, below)
            return
        settings = replace(
            self._settings, copies=document.copies, title=document.title, paper=document.paper
        )
        self._print_with(document, settings)

    def print_on(self, document: Document, name: str) -> None:
        """Draw the pages beside the window, then send them to the printer of that name."""
        settings = PrintSettings(
            name=name, copies=document.copies, title=document.title, paper=document.paper
        )
        self._print_with(document, settings)

    def set_up(self, document: Document, window: QWidget) -> None:
        """Print on a printer set up in the system's own dialog."""
        if not self._printers.names():
            self._not_taken(document, _("No printer is set up on this laptop."))
            return
        settings = PrintSettings(copies=document.copies, title=document.title, paper=document.paper)
        self._printers.ask(window, settings, partial(self._set_up, document))

    def save(self, document: Document, window: QWidget) -> None:
        """Ask where, and save; it is drawn while the person types the path."""
        self._save_from(document, window, as_pdf())

    def mail(self, document: Document, window: QWidget) -> None:
        """Ask where, and save a mail draft with the document attached."""
        draft = FileForm(
            title=_("Save as a mail draft"),
            suffix=".eml",
            names=_("Mail (*.eml)"),
            content=partial(_mail_of, document),
            opens=_("Open it in the mail program"),
        )
        self._save_from(document, window, draft)

    def _save_from(self, document: Document, window: QWidget, form: FileForm) -> None:
        theme, write = self._workplace.theme, partial(write_named, self._workplace.desk)
        sheet = SaveSheet(theme, window, document.file_name, form, write)
        sheet.saved.connect(partial(self._saved, document))
        sheet.closed.connect(self.cancel)
        self._start(document, 0, partial(_give, sheet), sheet.refuse)
        sheet.ask()

    def save_as(self, document: Document, path: Path) -> None:
        """Save under a name that is known."""
        self._start(document, 0, partial(self._save, document, path))

    def copy(self, document: Document) -> None:
        """Put the PDF on the clipboard as a file in a private folder."""
        self._start(document, 0, partial(self._copy, document))

    def cancel(self) -> None:
        """The person went elsewhere: what is still being drawn is not wanted any more."""
        self._workplace.jobs.cancel(self._ticket)
        self.working.emit(0.0, "")

    def _start(
        self,
        document: Document,
        wide: int,
        then: Callable[[Sheets], None],
        refuse: Callable[[UserError], None] | None = None,
    ) -> None:
        self.cancel()
        self.working.emit(0.0, _("Drawing the page"))
        self._ticket = self._workplace.jobs.start(
            partial(_draw, document, wide),
            done=partial(self._go_on, then),
            refused=refuse or self._refuse,
            progress=self._tell,
        )

    def _go_on(
        self,
        then: Callable[[Sheets], None],
        sheets: Sheets,
    ) -> None:
        self.working.emit(0.0, "")
        then(sheets)

    def _tell(self, share: float, words: str) -> None:
        self.working.emit(share, words)

    def _refuse(self, refusal: UserError) -> None:
        self.working.emit(0.0, "")
        self.refused.emit(refusal.message, refusal.next_step)

    def _printer_chosen(self, document: Document, below: QWidget, name: str) -> None:
        if name == MORE:
            self.set_up(document, below.window())
        else:
            self.print_on(document, name)

    def _set_up(self, document: Document, printer: object) -> None:
        settings = PrintSettings(
            copies=document.copies, title=document.title, paper=document.paper, printer=printer
        )
        self._print_with(document, settings)

    def _print_with(self, document: Document, settings: PrintSettings) -> None:
        self._settings = settings
        self._start(document, pixels_wide(document.paper), partial(self._send, document, settings))

    def _send(
        self,
        document: Document,
        settings: PrintSettings,
        sheets: Sheets,
    ) -> None:
        drawn = sheets.drawn
        if drawn.missing and not document.seen:
            self.held.emit(document, missing_note(drawn.missing))
            return
        self.working.emit(0.9, _("Sending to the printer"))
        self._workplace.jobs.start(
            partial(self._printers.send, settings, sheets.pages),
            done=partial(self._sent, document, drawn, settings.name),
            refused=partial(self._not_sent, document),
        )

    def _sent(self, document: Document, drawn: Drawn, name: str, _answer: object) -> None:
        words = _("Sent to {printer}").format(printer=name) if name else _("Sent to the printer")
        self._gone(document, drawn, PrintMeans.PRINT, words)

    def _not_sent(self, document: Document, refusal: UserError) -> None:
        self.working.emit(0.0, "")
        self._not_taken(document, refusal.message)

    def _not_taken(self, document: Document, why: str) -> None:
        """No printer took it: a file is better than nothing, where it was asked for now."""
        if not self._instead:
            self.refused.emit(why, _("It keeps waiting; S saves the PDF."))
            return
        path = unused_path(documents_folder() / document.file_name)
        self._start(document, 0, partial(self._save_instead, document, path, why))

    def _save_instead(
        self,
        document: Document,
        path: Path,
        why: str,
        sheets: Sheets,
    ) -> None:
        words = _("{why} Saved as PDF instead: {name}").format(why=why, name=path.name)
        self._save(document, path, sheets, words=words, is_instead=True)

    def _save(
        self,
        document: Document,
        path: Path,
        sheets: Sheets,
        *,
        words: str = "",
        is_instead: bool = False,
    ) -> None:
        drawn = sheets.drawn
        try:
            write_named(self._workplace.desk, path, drawn.pdf)
        except UserError as refusal:
            self._refuse(refusal)
            return
        said = words or _("Saved as {name}").format(name=path.name)
        self._gone(document, drawn, PrintMeans.FILE, said, path, is_instead=is_instead)

    def _saved(self, document: Document, drawn: Drawn, path: Path) -> None:
        words = _("Saved as {name}").format(name=path.name)
        self._gone(document, drawn, PrintMeans.FILE, words, path)

    def _copy(self, document: Document, sheets: Sheets) -> None:
        drawn = sheets.drawn
        path = private_folder() / document.file_name
        try:
            save_file(path, drawn.pdf)
        except UserError as refusal:
            self._refuse(refusal)
            return
        put_on_clipboard(path)
        words = _("The file is on the clipboard: paste it into a message or a folder.")
        self._gone(document, drawn, PrintMeans.CLIPBOARD, words)

    def _gone(
        self,
        document: Document,
        drawn: Drawn,
        means: PrintMeans,
        words: str,
        path: Path | None = None,
        *,
        is_instead: bool = False,
    ) -> None:
        self.working.emit(0.0, "")
        words = f"{words} {template_note(drawn.template_fault)}".strip()
        self.left.emit(
            Departure(
                document=document,
                drawn=drawn,
                means=means,
                words=words,
                path=path,
                is_instead=is_instead,
            )
        )


def _draw(document: Document, wide: int, token: Token) -> Sheets:
    """In the worker; `wide` is how many pixels a printer wants, 0 for none."""
    token.report(0.1, _("Drawing the page"))
    drawn = document.draw()
    token.report(0.5, _("Drawing the page"))
    pages = draw_pages(drawn.pdf, wide) if wide else ()
    token.report(0.8, _("Drawing the page"))
    return Sheets(drawn=drawn, pages=pages)


def _mail_of(document: Document, drawn: Drawn) -> bytes:
    return mail_draft(drawn.pdf, document.file_name)


def _give(sheet: SaveSheet, sheets: Sheets) -> None:
    sheet.give(sheets.drawn)
