"""Pages onto a printer; the print support of Qt is imported only when something is printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.views.briefs import Paper
from coachdesk.views.page_image import PageImage

DOTS_PER_INCH = 300
INCHES_WIDE = {"A4": 8.27, "Letter": 8.5}


def pixels_wide(paper: Paper) -> int:
    """How wide a page is drawn for a printer."""
    return round(INCHES_WIDE[paper] * DOTS_PER_INCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSettings:
    """What a printer should do: the one of that `name`, or a `printer` the person set up."""

    paper: Paper
    copies: int
    title: str
    name: str = ""
    printer: Any = None


class Printers(Protocol):
    """The printers there are."""

    def names(self) -> tuple[str, ...]:
        """Their names, the usual one first."""
        ...

    def ask(
        self, window: QWidget, settings: PrintSettings, chosen: Callable[[object], None]
    ) -> None:
        """Let the person set one up, beginning with the settings; `chosen` gets it."""
        ...

    def send(self, settings: PrintSettings, pages: Sequence[PageImage]) -> None:
        """Print the pages, in the worker; InputError when the printer does not take them."""
        ...


class SystemPrinters:
    """The printers of this machine."""

    def names(self) -> tuple[str, ...]:
        """Their names, the default one first."""
        from PySide6.QtPrintSupport import QPrinterInfo

        names = list(QPrinterInfo.availablePrinterNames())
        default = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(names, key=lambda name: (name != default, names.index(name))))

    def ask(
        self, window: QWidget, settings: PrintSettings, chosen: Callable[[object], None]
    ) -> None:
        """The system's own dialog; it does not stop the window."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(settings.title)
        printer.setCopyCount(settings.copies)
        printer.setPageSize(_page_size(settings.paper))
        dialog = QPrintDialog(printer, window)
        dialog.accepted.connect(partial(chosen, printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def send(self, settings: PrintSettings, pages: Sequence[PageImage]) -> None:
        """Print on the printer that was set up, else on the one of that name."""
        printer = settings.printer
        if printer is None:
            from PySide6.QtPrintSupport import QPrinter

            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setPrinterName(settings.name)
            printer.setCopyCount(settings.copies)
            printer.setDocName(settings.title)
        draw_on(printer, pages, settings.paper)


def draw_on(printer: Any, pages: Sequence[PageImage], paper: Paper) -> None:
    """Draw the pages, edge to edge, on a printer that is set up (InputError)."""
    printer.setPageSize(_page_size(paper))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    wanted = _range_of(printer, pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise _not_printed()
    try:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for i, page in enumerate(wanted):
            if i and not printer.newPage():
                raise _not_printed()
            whole = QRectF(painter.viewport())
            painter.drawImage(whole, image_of(page))
    finally:
        painter.end()


def _page_size(paper: Paper) -> QPageSize:
    is_letter = paper == "Letter"
    return QPageSize(QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4)


def _range_of(printer: Any, pages: Sequence[PageImage]) -> Sequence[PageImage]:
    """The pages chosen in the system's dialog; all of them where none was."""
    first, last = printer.fromPage(), printer.toPage()
    return (pages[first - 1 : last] if first > 0 else pages) or pages


def image_of(page: PageImage) -> QImage:
    """A page as Qt draws it; it keeps its own pixels."""
    shared = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return shared.copy()


def _not_printed() -> InputError:
    return InputError(_("The printer did not take the page."), _("Save the PDF instead."))
