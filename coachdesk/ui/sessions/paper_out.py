"""The ways a document leaves the program: on a printer, as a file, on the clipboard, or later."""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import partial
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import PrintMeans
from coachdesk.services.drawing import draw_pages, save_file
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.sessions.printing import pixels_wide, print_on, printer_names
from coachdesk.ui.sessions.save_sheet import SaveSheet, documents_folder
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.briefs import Paper
from coachdesk.views.page_image import PageImage


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A drawn document on its way out."""

    pdf: bytes
    file_name: str
    title: str
    paper: Paper
    copies: int = 1


class PaperOut(QObject):
    """`left` comes once a document is out: how, its bytes, a sentence, and its file or None."""

    left = Signal(object, bytes, str, object)
    refused = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._printing: tuple[Document, str] | None = None

    def print(self, document: Document, below: QWidget) -> None:
        """Print on the only printer, or on the one chosen from a list below the button."""
        names = printer_names()
        if not names:
            self.refused.emit(
                _("No printer is set up on this laptop."), _("Save the PDF, or print later.")
            )
        elif len(names) == 1:
            self.print_on(document, names[0])
        else:
            choices = [Choice(name, name, on=i == 0) for i, name in enumerate(names)]
            popup = Popup(self._workplace.theme, choices, name=_("Printers"), parent=below)
            popup.chosen.connect(partial(self.print_on, document))
            popup.drop_from(below)

    def print_on(self, document: Document, name: str) -> None:
        """Draw the pages beside the window, then send them to a printer."""
        self._printing = (document, name)
        self._workplace.jobs.start(
            partial(draw_pages, document.pdf, pixels_wide(document.paper)),
            done=self._send,
            refused=self._not_drawn,
            topic="printing",
        )

    def save(self, document: Document, window: QWidget) -> None:
        """Ask where, and save."""
        sheet = SaveSheet(self._workplace.theme, window, document.pdf, document.file_name)
        sheet.saved.connect(partial(self._saved, document))
        sheet.ask()

    def save_as(self, document: Document, path: Path) -> None:
        """Save under a name that is known."""
        try:
            save_file(path, document.pdf)
        except UserError as refusal:
            self.refused.emit(refusal.message, refusal.next_step)
            return
        self._saved(document, path)

    def copy(self, document: Document) -> None:
        """Put the PDF on the clipboard as a file in a private folder."""
        path = _private_folder() / document.file_name
        try:
            save_file(path, document.pdf)
        except UserError as refusal:
            self.refused.emit(refusal.message, refusal.next_step)
            return
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path))])
        QGuiApplication.clipboard().setMimeData(content)
        words = _("The file is on the clipboard: paste it into a message or a folder.")
        self.left.emit(PrintMeans.CLIPBOARD, document.pdf, words, None)

    def _saved(self, document: Document, path: Path) -> None:
        words = _("Saved as {name}").format(name=path.name)
        self.left.emit(PrintMeans.FILE, document.pdf, words, path)

    def _send(self, pages: tuple[PageImage, ...]) -> None:
        assert self._printing is not None
        document, name = self._printing
        try:
            print_on(name, pages, document.paper, document.copies, document.title)
        except UserError:
            self._save_instead(document)
            return
        words = _("Sent to {printer}").format(printer=name)
        self.left.emit(PrintMeans.PRINT, document.pdf, words, None)

    def _save_instead(self, document: Document) -> None:
        path = documents_folder() / document.file_name
        try:
            save_file(path, document.pdf)
        except UserError as refusal:
            self.refused.emit(refusal.message, refusal.next_step)
            return
        words = _("The printer did not take it. Saved as PDF instead: {name}").format(
            name=path.name
        )
        self.left.emit(PrintMeans.FILE, document.pdf, words, path)

    def _not_drawn(self, refusal: UserError) -> None:
        self.refused.emit(refusal.message, refusal.next_step)


def show_in_folder(path: Path) -> None:
    """Open the folder of a file in the system's file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _private_folder() -> Path:
    """A folder only the person can read, gone when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="coachdesk-"))
    atexit.register(_forget_folder, folder)
    return folder


def _forget_folder(folder: Path) -> None:
    """The copies go with the program, and so does the clipboard's word of them.

    Qt would free it after Python has ended, and crash.
    """
    if QGuiApplication.instance() is not None and QGuiApplication.clipboard().ownsClipboard():
        QGuiApplication.clipboard().clear()
    shutil.rmtree(folder, ignore_errors=True)
