"""The pages of the very PDF that prints, drawn beside the window."""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, quoted
from coachdesk.services.drawing import Drawn, draw_pages, read_pages
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run, canvas, hairline, snapped
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.focus import RING_GROUND
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.printing import image_of
from coachdesk.ui.parts.reading_area import ReadingArea
from coachdesk.ui.shell.jobs import Jobs
from coachdesk.views.briefs import Paper
from coachdesk.views.page_image import PageImage
from coachdesk.views.print_limits import missing_note, page_note, template_note

HEIGHT_OF_WIDTH = {"A4": 297 / 210, "Letter": 11 / 8.5}
ZOOMS = (1.0, 1.25, 1.5, 2.0, 2.5)
PAD, GAP = 20, 16
READ_KEY = "Alt+T"
READ_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)


class _Pages(QWidget):
    """The sheets, one under the other; the last picture stays until the next is there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.images: tuple[QImage, ...] = ()
        self.count, self.sheet = 1, QSize(1, 1)
        self._held: QPoint | None = None

    def arrange(self, sheet: QSize, count: int, room: QSize) -> None:
        """Take the size of the sheets, centred in the room."""
        self.sheet, self.count = sheet, count
        pad, gap = self._theme.px(PAD), self._theme.px(GAP)
        height = count * sheet.height() + (count - 1) * gap + 2 * pad
        self.resize(max(room.width(), sheet.width() + 2 * pad), max(room.height(), height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        x = (self.width() - self.sheet.width()) // 2
        y = float(self._theme.px(PAD))
        for i in range(self.count):
            area = snapped(painter, QRectF(x, y, self.sheet.width(), self.sheet.height()))
            painter.fillRect(area, Qt.GlobalColor.white)
            if i < len(self.images):
                painter.drawImage(area, self.images[i])
            thin = hairline(painter)
            painter.setPen(Qt.PenStyle.NoPen)
            edge = c.theme.c("lineStrong")
            for side in (
                QRectF(area.left(), area.top(), area.width(), thin),
                QRectF(area.left(), area.bottom() - thin, area.width(), thin),
                QRectF(area.left(), area.top(), thin, area.height()),
                QRectF(area.right() - thin, area.top(), thin, area.height()),
            ):
                painter.fillRect(side, edge)
            y += self.sheet.height() + self._theme.px(GAP)


class _View(QScrollArea):
    """Scrolls by wheel, arrows and dragging; has no bars, the whole page fits unless zoomed."""

    resized = Signal()

    def __init__(self, pages: _Pages) -> None:
        super().__init__()
        self._held: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pages)
        pages.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        now = event.position().toPoint()
        self.pan(self._held - now)
        self._held = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def pan(self, by: QPoint) -> None:
        """Move what is in sight."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())


class PdfPreview(QWidget):
    """`show_document` draws a PDF; “Fit” shows whole pages, − and + zoom, dragging moves.

    T, or the button, shows the document's words instead, and the pages again.
    """

    reading_chosen = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        *,
        should_fit: bool = True,
        as_text: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.as_text = as_text
        self._theme, self._jobs, self._should_fit = theme, jobs, should_fit
        self._pdf, self._paper, self._count = b"", "A4", 1
        self._zoom, self._asked = 1.0, 0
        self.drawn: Drawn | None = None
        self._raw: tuple[PageImage, ...] = ()
        self.setAccessibleName(_("Preview"))
        self.setProperty(RING_GROUND, True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addLayout(self._build_top())
        self.long_lines = Text(theme, "", "small", "warnText", wrap=True)
        self.long_lines.setContentsMargins(0, 0, 0, 0)
        self.missing = Text(theme, "", "small", "warnText", wrap=True)
        self.missing.setContentsMargins(0, 0, 0, 0)
        self.missing.hide()
        self._long_row = QHBoxLayout()
        self._long_row.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self._long_row.addWidget(self.long_lines)
        stack.addLayout(self._long_row)
        missing_row = QHBoxLayout()
        missing_row.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        missing_row.addWidget(self.missing)
        stack.addLayout(missing_row)
        self._pages = _Pages(theme)
        self._view = _View(self._pages)
        self._view.resized.connect(self._draw)
        stack.addWidget(self._view, 1)
        stack.addWidget(self._build_text(), 1)
        self._show_reading()
        self._say()

    def _build_top(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setContentsMargins(*(theme.px(m) for m in (20, 8, 20, 0)))
        row.setSpacing(theme.px(12))
        self.words = Text(theme, "", "body#", "ink2", elide=True)
        self.fit_words = Text(theme, "", "small", "ink2", elide=True)
        self.zoom = Segmented(
            theme, [("out", "−"), ("fit", _("Fit")), ("in", "+")], "fit", name=_("Zoom")
        )
        self.zoom.chosen.connect(self._zoomed)
        self.read_button = Button(theme, "", small=True)
        self.read_button.setToolTip(READ_KEY)
        self.read_button.clicked.connect(self.turn_reading)
        row.addWidget(self.words, 1)
        row.addWidget(self.fit_words)
        row.addWidget(self.read_button)
        row.addWidget(self.zoom)
        return row

    def _build_text(self) -> QWidget:
        self._words = QWidget()
        row = QHBoxLayout(self._words)
        row.setContentsMargins(*(self._theme.px(m) for m in (20, 12, 20, 16)))
        self.text = ReadingArea(self._theme)
        row.addWidget(self.text)
        return self._words

    def turn_reading(self) -> None:
        """The words instead of the pages, or the pages again; the keys follow."""
        self.as_text = not self.as_text
        self._show_reading()
        self._draw()
        (self.text if self.as_text else self.read_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self.reading_chosen.emit(self.as_text)

    def _show_reading(self) -> None:
        self.read_button.set_label(_("Show the page") if self.as_text else _("Read as text"))
        self._words.setVisible(self.as_text)
        self._view.setVisible(not self.as_text)
        self.zoom.setVisible(not self.as_text)

    def show_document(self, drawn: Drawn, paper: Paper) -> None:
        """Show another document; the old pages stay until the new ones are drawn."""
        self.drawn, self._pdf, self._paper = drawn, drawn.pdf, paper
        self._count = drawn.pages
        self._say()
        self._draw()

    @property
    def images(self) -> tuple[QImage, ...]:
        """The pages as they are shown."""
        return self._pages.images

    def show_fit(self) -> None:
        """Whole pages."""
        self._set_zoom(1.0)

    def zoom_by(self, steps: int) -> None:
        """Nearer or farther by steps."""
        at = min(max(ZOOMS.index(self._zoom) + steps, 0), len(ZOOMS) - 1)
        self._set_zoom(ZOOMS[at])

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and event.modifiers() in READ_MODIFIERS:
            self.turn_reading()
            return
        step = self._theme.px(40)
        by = {
            Qt.Key.Key_Up: QPoint(0, -step),
            Qt.Key.Key_Down: QPoint(0, step),
            Qt.Key.Key_PageUp: QPoint(0, -step * 8),
            Qt.Key.Key_PageDown: QPoint(0, step * 8),
        }.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        self._view.pan(by)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.c("side"))

    def _zoomed(self, key: str) -> None:
        if key == "fit":
            self.show_fit()
        else:
            self.zoom_by(1 if key == "in" else -1)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self.zoom.set_value("fit" if zoom == 1.0 else "")
        self._draw()

    def _say(self) -> None:
        page = ngettext("page 1 of {n}", "pages 1 to {n}", self._count).format(n=self._count)
        # What goes to page 2 is said beside it, and needs the room.
        is_told = self._should_fit and self._count > 1
        words = _("Preview · {paper}") if is_told else _("Preview · {paper} · {page}")
        self.words.show_runs(words.format(paper=self._paper, page=page))
        self.setAccessibleName(
            _("Preview, {page}").format(
                page=ngettext("page 1 of {n}", "pages 1 to {n}", self._count).format(n=self._count)
            )
        )
        drawn = self.drawn
        if drawn is None:
            return
        notes = (missing_note(drawn.missing), template_note(drawn.template_fault))
        self.missing.show_runs([Run(" ".join(filter(None, notes)), "small", "warnText")])
        self.missing.setVisible(any(notes))
        if not self._should_fit:
            self.fit_words.show_runs(_("front and back") if drawn.pages == 2 else "")
            self.long_lines.hide()
            return
        fits = drawn.pages <= 1
        words = _("fits the page") if fits else page_note(drawn.pages, drawn.moved)
        role, color = ("small", "ink2") if fits else ("smallStrong", "warnText")
        self.fit_words.show_runs([Run(words, role, color)])
        self.long_lines.setVisible(bool(drawn.long_lines))
        if drawn.long_lines:
            lines = " · ".join(quoted(_shown(line)) for line in drawn.long_lines)
            told = _("Shortened on paper: {lines}") if fits else _("To shorten: {lines}")
            self.long_lines.show_runs([Run(told.format(lines=lines), "small", color)])

    def _sheet(self) -> QSize:
        room, pad = self._view.viewport().size(), self._theme.px(PAD)
        tall = HEIGHT_OF_WIDTH[self._paper]
        width = min(room.width() - 2 * pad, (room.height() - 2 * pad) / tall)
        width = max(width, self._theme.px(160)) * self._zoom
        return QSize(round(width), round(width * tall))

    def _draw(self) -> None:
        if not self._pdf:
            return
        if self.as_text:
            self._jobs.start(
                partial(read_pages, self._pdf),
                done=self.text.show_text,
                refused=self._failed,
                topic=f"text of {id(self)}",
            )
            return
        if not self._view.viewport().height():
            return
        sheet = self._sheet()
        self._pages.arrange(sheet, self._count, self._view.viewport().size())
        wide = round(sheet.width() * self.devicePixelRatioF())
        self._jobs.start(
            partial(draw_pages, self._pdf, wide),
            done=self._arrived,
            refused=self._failed,
            topic=f"pages of {id(self)}",
        )

    def _arrived(self, pages: tuple[PageImage, ...]) -> None:
        self._pages.images = tuple(image_of(page) for page in pages)
        self._pages.update()

    def _failed(self, refusal: UserError) -> None:
        self.fit_words.show_runs([Run(refusal.message, "smallStrong", "badText")])


def _shown(line: str) -> str:
    return line if len(line) <= 44 else line[:43].rstrip() + "…"
