"""A printed page: seen first, then printed or saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.documents import paper_of
from coachdesk.services.drawing import Drawn
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.other_ways import COPY, MAIL, SET_UP, drop_other_ways, why_not_mail
from coachdesk.ui.parts.paper_out import Departure, Document, PaperOut
from coachdesk.ui.parts.pdf_preview import PdfPreview
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.briefs import Paper


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page ready to be drawn: its name for a printer, its file's name, and how it is drawn."""

    name: str
    file_name: str
    draw: Callable[[Paper], Drawn]


@dataclass(frozen=True, slots=True)
class Versions:
    """The spans of time a page can be about, each with how it is read; the last is shown first."""

    name: str
    spans: Sequence[tuple[str, Callable[[], PrintedPage]]]


@dataclass(frozen=True, slots=True)
class PageOut:
    """What the sheet says of a page, how the page is read, and what is done once it is out.

    With `later` it can be put aside for a place with a printer; what `is_private` is never mailed.
    """

    title: str
    words: str
    read: Callable[[], PrintedPage]
    left: Callable[[Departure], None]
    later: Callable[[], None] | None = None
    is_private: bool = False
    versions: Versions | None = None


COPY_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PageSheet(Overlay):
    """Enter prints, Ctrl+S saves, Ctrl+E drafts a mail; what is refused is said in its foot."""

    def __init__(self, workplace: Workplace, window: QWidget, page: PageOut) -> None:
        super().__init__(workplace.theme, window, page.title, width=760, top=40)
        self._workplace, self._ground, self._page = workplace, window, page
        self._paper = paper_of(workplace.desk)
        self._printed: PrintedPage | None = None
        self._drawn: Drawn | None = None
        theme = workplace.theme
        self.card.add(Text(theme, page.title, "title"), pad=(20, 16, 20, 4))
        self.card.add(Text(theme, page.words, "body", "ink2", wrap=True), pad=(20, 0, 20, 10))
        self.versions = self._build_versions()
        reads = workplace.reads_text
        self.preview = PdfPreview(theme, workplace.jobs, should_fit=False, as_text=reads)
        self.preview.reading_chosen.connect(workplace.choose_reading)
        self.preview.setMinimumHeight(max(theme.px(240), window.height() - theme.px(330)))
        self.card.add(self.preview, stretch=1)
        self.card.add(self._build_foot())
        self._out = PaperOut(workplace, self)
        self._out.left.connect(self._gone)
        self._out.refused.connect(self._refuse)

    def ask(self) -> None:
        """Open it and draw the page."""
        self.open_panel(self.print_button)
        self.fit()
        self._read(self._page.read)

    def _read(self, read: Callable[[], PrintedPage]) -> None:
        self._drawn = None
        try:
            self._printed = read()
        except UserError as refusal:
            self._refuse(refusal.message, refusal.next_step)
            return
        self._workplace.jobs.start(
            partial(self._printed.draw, self._paper),
            done=self._show,
            refused=self._not_drawn,
            topic="page",
        )

    def _build_versions(self) -> Segmented | None:
        found = self._page.versions
        if found is None:
            return None
        options = [(str(place), label) for place, (label, _read) in enumerate(found.spans)]
        chooser = Segmented(self._workplace.theme, options, options[-1][0], name=found.name)
        chooser.chosen.connect(self._choose_version)
        row = QHBoxLayout()
        row.addWidget(chooser)
        row.addStretch(1)
        self.card.add(row, pad=(20, 0, 20, 10))
        return chooser

    def _choose_version(self, key: str) -> None:
        if self._page.versions is not None:
            self._read(self._page.versions.spans[int(key)][1])

    def print_page(self) -> None:
        """Print it."""
        if self._drawn is not None:
            self._out.print(self._document(), self.print_button)

    def save_page(self) -> None:
        """Save it as a PDF; the path is asked for in a sheet of its own."""
        if self._drawn is not None:
            self._leave_for(PaperOut.save)

    def mail_page(self) -> None:
        """Save it as a mail draft, likewise; what is private goes into no mail."""
        if why := why_not_mail(is_private=self._page.is_private):
            self._refuse(why, "")
        elif self._drawn is not None:
            self._leave_for(PaperOut.mail)

    def copy_page(self) -> None:
        """Put the PDF on the clipboard as a file."""
        if self._drawn is not None:
            self._out.copy(self._document())

    def set_up_printer(self) -> None:
        """Print on a printer set up in the system's dialog."""
        if self._drawn is not None:
            self._out.set_up(self._document(), self)

    def show_other_ways(self) -> None:
        """The ways that have no button, in a list."""
        ways = self._go_another_way
        private = self._page.is_private
        drop_other_ways(self._workplace.theme, self.more_button, ways, is_private=private)

    def _go_another_way(self, key: str) -> None:
        ways = {COPY: self.copy_page, MAIL: self.mail_page, SET_UP: self.set_up_printer}
        ways[key]()

    def _leave_for(self, way: Callable[[PaperOut, Document, QWidget], None]) -> None:
        document, left = self._document(), self._page.left
        self.close_panel()
        # The sheet is freed now; the way out lives with the window.
        out = PaperOut(self._workplace, self._ground)
        out.left.connect(left)
        way(out, document, self._ground)

    def print_later(self) -> None:
        """Put it aside for a place with a printer."""
        if self._page.later is not None and self.later_button.isEnabled():
            self._page.later()
            self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() == Qt.Key.Key_T:
            self.preview.turn_reading()
        elif control and event.key() == Qt.Key.Key_S:
            self.save_page()
        elif control and event.key() == Qt.Key.Key_P:
            self.print_page()
        elif control and event.key() == Qt.Key.Key_L:
            self.print_later()
        elif control and event.key() == Qt.Key.Key_E:
            self.mail_page()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == COPY_MODIFIERS:
            self.copy_page()
        else:
            super().keyPressEvent(event)

    def _build_foot(self) -> Footer:
        theme = self._workplace.theme
        foot = Footer(theme)
        row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(8))
        self.words = Text(theme, "", "small", "ink2", wrap=True)
        self.close_button = Button(theme, _("Not now"), hint="Esc")
        self.later_button = Button(theme, _("Print later"), hint="Ctrl+L")
        self.more_button = Button(theme, _("Other ways"), icon="more-horizontal")
        self.save_button = Button(theme, _("Save PDF"), hint="Ctrl+S")
        self.print_button = Button(theme, _("Print"), "primary", icon="printer", hint="Enter")
        row.addWidget(self.words, 1)
        ways = (self.later_button, self.more_button, self.save_button, self.print_button)
        for button in (self.close_button, *ways):
            row.addWidget(button)
        if self._page.later is None:
            self.later_button.hide()
        self.later_button.clicked.connect(self.print_later)
        self._workplace.hold(self.later_button)
        self.close_button.clicked.connect(self.close_panel)
        self.more_button.clicked.connect(self.show_other_ways)
        self.save_button.clicked.connect(self.save_page)
        self.print_button.clicked.connect(self.print_page)
        return foot

    def _document(self) -> Document:
        assert self._drawn is not None
        assert self._printed is not None
        return Document(
            draw=partial(_as_drawn, self._drawn),
            file_name=self._printed.file_name,
            title=self._printed.name,
            paper=self._paper,
        )

    def _show(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self.preview.show_document(drawn, self._paper)

    def _gone(self, departure: Departure) -> None:
        self._page.left(departure)
        self.close_panel()

    def _not_drawn(self, refusal: UserError) -> None:
        self._refuse(refusal.message, refusal.next_step)

    def _refuse(self, message: str, next_step: str) -> None:
        self.words.show_runs(f"{message} {next_step}".strip())
        self.fit()


def _as_drawn(drawn: Drawn) -> Drawn:
    """The page in the preview is the one that leaves."""
    return drawn
