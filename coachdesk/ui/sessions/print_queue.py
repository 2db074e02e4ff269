"""What waits for a printer: print it, save it as a PDF, or drop it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.vocabulary import QueueState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.documents import (
    Printed,
    form_brief,
    next_form_number,
    paper_of,
    record_summary,
    settle_queued,
    summary_brief,
    summary_file_name,
)
from coachdesk.services.drawing import draw_form, draw_summary, form_file_name, record_form
from coachdesk.services.waiting_prints import waiting_prints
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.paper_out import Departure, Document, PaperOut
from coachdesk.ui.parts.places import documents_folder, unused_path
from coachdesk.ui.parts.printing import Printers
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import print_day
from coachdesk.views.waiting_prints import WaitingPrint


class _WaitingPainter:
    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: WaitingPrint, width: int) -> int:
        return self._theme.px(36)

    def name(self, row: WaitingPrint) -> str:
        return f"{row.title}, {_detail(row)}"

    def tip(self, row: WaitingPrint) -> str:
        return row.title

    def paint(self, c: Canvas, rect: QRectF, row: WaitingPrint, look: RowLook) -> None:
        inner = rect.adjusted(c.theme.px(20), 0, -c.theme.px(20), 0)
        taken = text(c, inner, _detail(row), "small", "ink2", RIGHT)
        inner.setRight(inner.right() - taken - c.theme.px(12))
        text(c, inner, row.title)


def _detail(row: WaitingPrint) -> str:
    copies = ngettext("{n} copy", "{n} copies", row.copies).format(n=row.copies)
    return _("{copies}, since {day}").format(copies=copies, day=print_day(row.asked_day))


class PrintQueue(Overlay):
    """Enter prints the row, A all of them, S saves one in the documents folder, Del drops it."""

    def __init__(
        self, workplace: Workplace, window: QWidget, printers: Printers | None = None
    ) -> None:
        title = _("Waiting for a printer")
        super().__init__(workplace.theme, window, title, width=600)
        self._workplace = workplace
        theme = workplace.theme
        self.card.add(Text(theme, title, "title"), pad=(20, 18, 20, 8))
        self.empty = Text(theme, _("Nothing is waiting."), "body", "ink2")
        self._empty = self.card.add(self.empty, pad=(20, 0, 20, 16))
        self.list = Rows(theme, _WaitingPainter(theme), name=title, select=True)
        self.card.add(self.list)
        self.words = Text(theme, "", "small", "ink2", wrap=True)
        self._told = self.card.add(self.words, pad=(20, 8, 20, 10))
        self.card.add(self._build_foot())
        self.list.opened.connect(self._print)
        self.list.removed.connect(self._drop)
        self.list.on_key("S", self._save)
        self.list.on_key("A", self._print_from)
        workplace.hold_rows(self.list, "removed", "A")
        self._rest: list[UUID] = []
        self._seen: set[UUID] = set()
        self._out = PaperOut(workplace, self, printers=printers, instead=False)
        self.closed.connect(self._out.cancel)
        self._out.left.connect(self._gone)
        self._out.refused.connect(self._refuse)
        self._out.held.connect(self._hold)
        self._show()

    def ask(self) -> None:
        """Open it."""
        self.open_panel(self.list if self.list.rows() else self.close_button)
        self.fit()

    def _build_foot(self) -> Footer:
        theme = self._workplace.theme
        foot = Footer(theme)
        row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(8))
        self.drop_button = Button(theme, _("Drop"), hint="Del")
        self.save_button = Button(theme, _("Save PDF"), hint="S")
        self.close_button = Button(theme, _("Close"), hint="Esc")
        self.print_button = Button(theme, _("Print"), "primary", icon="printer", hint="Enter")
        row.addWidget(self.drop_button)
        row.addStretch(1)
        self.all_button = Button(theme, _("Print all"), hint="A")
        ways = (self.close_button, self.save_button, self.all_button, self.print_button)
        for button in ways:
            row.addWidget(button)
        self.close_button.clicked.connect(self.close_panel)
        self.print_button.clicked.connect(self._print_current)
        self.all_button.clicked.connect(self._print_all)
        self.save_button.clicked.connect(self._save_current)
        self.drop_button.clicked.connect(self._drop_current)
        self._workplace.hold(self.drop_button, self.all_button)
        return foot

    def _show(self, words: str = "") -> None:
        rows = self._workplace.ask(waiting_prints)
        self.list.set_rows(rows)
        if rows and not self.list.currentIndex().isValid():
            self.list.set_current(0)
        self._empty.setVisible(not rows)
        self.words.show_runs(words)
        self._told.setVisible(bool(words))
        for button in (self.print_button, self.all_button, self.save_button, self.drop_button):
            if rows:
                button.enable()
            else:
                button.disable(_("Nothing is waiting."))
        if not rows and self.isVisible():
            self.close_button.setFocus()
        self.fit()

    def _document(self, row: WaitingPrint) -> Document:
        ask, paper = self._workplace.ask, paper_of(self._workplace.desk)
        number, own = 0, self._workplace.desk.own_templates
        if row.session_id is not None:
            draw = partial(draw_summary, ask(summary_brief, row.session_id), paper, own)
            name = ask(summary_file_name, row.session_id)
        else:
            number = ask(next_form_number)
            draw = partial(draw_form, ask(form_brief, number, row.rep_id), paper, own)
            name = form_file_name(number)
        return Document(
            draw=draw,
            file_name=name,
            title=row.title,
            paper=paper,
            copies=row.copies,
            about=(row, number),
            seen=row.id in self._seen,
        )

    def _print(self, row: WaitingPrint) -> None:
        self._rest = []
        self._out.print(self._document(row), self.print_button)

    def _print_all(self) -> None:
        rows = self.list.rows()
        if rows:
            self._rest = [row.id for row in rows[1:]]
            self.list.set_current(0)
            self._out.print(self._document(rows[0]), self.all_button)

    def _print_from(self, _row: WaitingPrint) -> None:
        self._print_all()

    def _print_next(self) -> None:
        """The next of all, on the same printer; what was dropped meanwhile is passed over."""
        waiting = {row.id: row for row in self.list.rows()}
        while self._rest:
            row = waiting.get(self._rest.pop(0))
            if row is not None:
                self._out.print_next(self._document(row), self.all_button)
                return

    def _hold(self, document: Document, note: str) -> None:
        """Name what has no glyph before it is on paper; the second time it prints."""
        row, _number = document.about
        self._seen.add(row.id)
        self._rest = []
        self._show(_("{title}: {note} Enter prints it so.").format(title=row.title, note=note))
        at = next((n for n, known in enumerate(self.list.rows()) if known.id == row.id), 0)
        self.list.set_current(at)

    def _save(self, row: WaitingPrint) -> None:
        document = self._document(row)
        self._out.save_as(document, unused_path(documents_folder() / document.file_name))

    def _drop(self, row: WaitingPrint) -> None:
        self._settle(row, QueueState.DROPPED, _("Dropped; Ctrl+Z brings it back"))

    def _gone(self, departure: Departure) -> None:
        if self._workplace.why_not_write:  # it goes on waiting
            self._show(departure.words)
            return
        (row, number), drawn = departure.document.about, departure.drawn
        desk = self._workplace.desk
        if row.session_id is not None:
            printed = Printed(drawn.pdf, drawn.pages, departure.document.file_name)
            changes = record_summary(desk, row.session_id, printed, departure.means)
        else:
            changes = record_form(desk, row.rep_id, number, drawn.pdf, departure.means)
        self._workplace.tell(changes)
        self._settle(row, QueueState.PRINTED, departure.words)
        self._print_next()

    def _settle(self, row: WaitingPrint, state: QueueState, words: str) -> None:
        self._workplace.do(settle_queued, row.id, state, said=words)
        self._show(words)

    def _refuse(self, message: str, next_step: str) -> None:
        self._rest = []
        self._show(f"{message} {next_step}".strip())

    def _on_current(self, act: Callable[[WaitingPrint], None]) -> None:
        row = self.list.current_row()
        if row is not None:
            act(row)

    def _print_current(self) -> None:
        self._on_current(self._print)

    def _save_current(self) -> None:
        self._on_current(self._save)

    def _drop_current(self) -> None:
        self._on_current(self._drop)


class WaitingPrints:
    """Opens the list over a window."""

    def __init__(
        self, workplace: Workplace, window: QWidget, printers: Printers | None = None
    ) -> None:
        self._workplace, self._window, self._printers = workplace, window, printers

    def open(self) -> None:
        """Show what waits."""
        PrintQueue(self._workplace, self._window, self._printers).ask()

    def why_not(self) -> str:
        """Why there is nothing to open, or ""."""
        return "" if self._workplace.ask(waiting_prints) else _("Nothing waits for a printer.")


def print_queue_actions(queue: WaitingPrints) -> list[Action]:
    """The list of what waits, from every page."""
    return [
        Action(
            "print.waiting",
            _("Print what is waiting"),
            queue.open,
            "Ctrl+Shift+W",
            _("Paper"),
            queue.why_not,
        )
    ]
