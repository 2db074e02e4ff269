"""The blank observation form: seen first, then printed, saved, or put aside for a printer."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import DocumentKind
from coachdesk.language import gettext as _
from coachdesk.services.documents import form_brief, next_form_number, paper_of, queue_print
from coachdesk.services.drawing import Drawn, draw_form, form_file_name, record_form
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.paper_out import Departure, Document, PaperOut
from coachdesk.ui.parts.pdf_preview import PdfPreview
from coachdesk.ui.shell.workplace import Workplace


class FormSheet(Overlay):
    """Its number counts once the form has left the program. Enter prints, Ctrl+S saves."""

    def __init__(
        self, workplace: Workplace, window: QWidget, rep_id: UUID | None, name: str = ""
    ) -> None:
        title = _("Observation form for {name}").format(name=name) if name else ""
        super().__init__(workplace.theme, window, title or _("Observation form"), width=760, top=40)
        self._workplace, self._ground, self._rep_id = workplace, window, rep_id
        self._title = title or _("Observation form")
        self._number = workplace.ask(next_form_number)
        self._paper = paper_of(workplace.desk)
        self._drawn: Drawn | None = None
        theme = workplace.theme
        self.card.add(Text(theme, self._title, "title"), pad=(20, 16, 20, 4))
        words = _("Six rows to fill by hand; the code line brings them back by quick capture.")
        self.card.add(Text(theme, words, "body", "ink2", wrap=True), pad=(20, 0, 20, 10))
        self.preview = PdfPreview(theme, workplace.jobs, should_fit=False)
        self.preview.setMinimumHeight(max(theme.px(240), window.height() - theme.px(330)))
        self.card.add(self.preview, stretch=1)
        self.card.add(self._build_foot())
        self._out = PaperOut(workplace, self)
        self._out.left.connect(self._gone)
        self._out.refused.connect(self._refuse)

    def ask(self) -> None:
        """Open it and draw the form."""
        self.open_panel(self.print_button)
        self.fit()
        brief = self._workplace.ask(form_brief, self._number, self._rep_id)
        self._workplace.jobs.start(
            partial(draw_form, brief, self._paper),
            done=self._show,
            refused=self._not_drawn,
            topic="form",
        )

    def print_form(self) -> None:
        """Print it."""
        if self._drawn is not None:
            self._out.print(self._document(), self.print_button)

    def save_form(self) -> None:
        """Save it as a PDF; the path is asked for in a sheet of its own."""
        if self._drawn is not None:
            document = self._document()
            self.close_panel()
            # The sheet is freed now; the way out lives with the window.
            out = PaperOut(self._workplace, self._ground)
            out.left.connect(partial(_record, self._workplace, self._rep_id, self._number))
            out.save(document, self._ground)

    def print_later(self) -> None:
        """Put it aside for a place with a printer."""
        if not self.later_button.isEnabled():
            return
        self._workplace.do(
            queue_print, kind=DocumentKind.FORM, rep_id=self._rep_id, said=_("Waits for a printer")
        )
        self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_S:
            self.save_form()
        elif control and event.key() == Qt.Key.Key_P:
            self.print_form()
        elif control and event.key() == Qt.Key.Key_L:
            self.print_later()
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
        self.save_button = Button(theme, _("Save PDF"), hint="Ctrl+S")
        self.print_button = Button(theme, _("Print"), "primary", icon="printer", hint="Enter")
        row.addWidget(self.words, 1)
        for button in (self.close_button, self.later_button, self.save_button, self.print_button):
            row.addWidget(button)
        self.close_button.clicked.connect(self.close_panel)
        self.later_button.clicked.connect(self.print_later)
        self._workplace.hold(self.later_button)
        self.save_button.clicked.connect(self.save_form)
        self.print_button.clicked.connect(self.print_form)
        return foot

    def _document(self) -> Document:
        assert self._drawn is not None
        return Document(
            draw=partial(_as_drawn, self._drawn),
            file_name=form_file_name(self._number),
            title=self._title,
            paper=self._paper,
        )

    def _show(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self.preview.show_document(drawn, self._paper)

    def _gone(self, departure: Departure) -> None:
        _record(self._workplace, self._rep_id, self._number, departure)
        self.close_panel()

    def _not_drawn(self, refusal: UserError) -> None:
        self._refuse(refusal.message, refusal.next_step)

    def _refuse(self, message: str, next_step: str) -> None:
        self.words.show_runs(f"{message} {next_step}".strip())
        self.fit()


def _as_drawn(drawn: Drawn) -> Drawn:
    """The form in the preview is the one that leaves."""
    return drawn


def _record(workplace: Workplace, rep_id: UUID | None, number: int, departure: Departure) -> None:
    if not workplace.why_not_write:
        pdf = departure.drawn.pdf
        workplace.tell(record_form(workplace.desk, rep_id, number, pdf, departure.means))
    workplace.say(departure.words)
