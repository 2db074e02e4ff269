"""Pages onto a printer; the print support of Qt is imported only when something is printed."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from coachdesk.domain.errors import InputError
from coachdesk.views.briefs import Paper
from coachdesk.views.page_image import PageImage

DOTS_PER_INCH = 300
INCHES_WIDE = {"A4": 8.27, "Letter": 8.5}


def pixels_wide(paper: Paper) -> int:
    """How wide a page is drawn for a printer."""
    return round(INCHES_WIDE[paper] * DOTS_PER_INCH)


def printer_names() -> tuple[str, ...]:
    """The printers of this machine, the default one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names = list(QPrinterInfo.availablePrinterNames())
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: (name != default, names.index(name))))


def print_on(name: str, pages: Sequence[PageImage], paper: Paper, copies: int, title: str) -> None:
    """Print on a printer by its name; InputError when it does not take the pages."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setCopyCount(copies)
    printer.setDocName(title)
    draw_on(printer, pages, paper)


def draw_on(printer: Any, pages: Sequence[PageImage], paper: Paper) -> None:
    """Draw the pages, edge to edge, on a printer that is set up (InputError)."""
    size = QPageSize.PageSizeId.Letter if paper == "Letter" else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise _not_printed()
    try:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for i, page in enumerate(pages):
            if i and not printer.newPage():
                raise _not_printed()
            whole = QRectF(painter.viewport())
            painter.drawImage(whole, image_of(page))
    finally:
        painter.end()


def image_of(page: PageImage) -> QImage:
    """A page as Qt draws it; it keeps its own pixels."""
    shared = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return shared.copy()


def _not_printed() -> InputError:
    return InputError(_("The printer did not take the page."), _("Save the PDF instead."))
