"""What is asked of a rep: the rows with their ladder, and a line to ask for something."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coachdesk.domain.ask_lines import read_ask_line
from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.asks import note_ask
from coachdesk.services.own_words import ready_subjects
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.added_line import AddedLine
from coachdesk.ui.parts.ask_rows import AskPainter
from coachdesk.ui.parts.ask_steps import open_ask_sheet
from coachdesk.ui.parts.ask_talk import Talk
from coachdesk.ui.parts.clarity_line import ClarityLine
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.offering_field import OfferingField
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.balance_words import quiet_words, usual_words
from coachdesk.views.rep import AskRow
from coachdesk.views.rep import RepPage as RepRecord

PLACE = "ask line"
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def talk_with(page: RepRecord) -> Talk:
    """The manager asks this rep."""
    return Talk(page.first_name, page.asks, page.rep_id)


def lead_words(page: RepRecord) -> str:
    """“13 weeks: 5 requests, 3 shares, 1 requirement”; nothing before the first."""
    if page.balance is None or not page.balance.n:
        return ""
    words = (quiet_words(page.balance), usual_words(page.balance))
    return " · ".join(part for part in words if part)


class AskField(OfferingField):
    """Enter notes it, Ctrl+Enter goes on to agree it, Down offers subjects."""

    completed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        offered = partial(workplace.ask, ready_subjects)
        super().__init__(workplace.theme, offered, _("Ready subjects"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._completes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._completes(event):
            super().keyPressEvent(event)
        elif self.text().strip():
            self.completed.emit()

    def _completes(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in ENTER_KEYS
        return is_enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class AskCard(ListCard):
    """Enter on a row opens its steps; Enter in the line notes a request to agree later."""

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        rows = Rows(theme, AskPainter(theme, workplace.as_of), name=_("Open asks"))
        super().__init__(
            theme, rows, title=_("Open asks"), right=_("the form is private"), stays=True
        )
        self._workplace = workplace
        self._page: RepRecord | None = None
        rows.opened.connect(self.settle)
        workplace.hold_rows(rows, "opened")
        self._leads = Text(theme, "", "small", "ink2", wrap=True)
        self._lead_row = self.add(self._leads, rule=True, pad=(16, 8, 16, 8))
        self.line = AskField(workplace)
        self._kept = KeptLine(workplace, self.line, PLACE, placeholder="")
        self._below = AddedLine(theme, self.line)
        self._clarity = ClarityLine(theme)
        self._below.add(self._clarity)
        self._section: QWidget = self.add(self._below, rule=True, pad=(12, 10, 12, 10))
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._note)
        self.line.completed.connect(self._complete)
        workplace.hold(self.line)

    def show_page(self, page: RepRecord) -> None:
        """Show what is asked of this rep."""
        words = _("Ask {name} for something").format(name=page.first_name)
        if self._page is None or self._page.rep_id != page.rep_id:
            self._kept.open(page.rep_id)
            self._typed(self.line.text())
        self.line.set_placeholder(words)
        self.line.setAccessibleName(words)
        self._page = page
        self._section.setVisible(page.left_on is None)
        self.say_none(_("Nothing is asked of {name}.").format(name=page.first_name))
        self.fill(page.asks)
        words = lead_words(page)
        self._leads.show_runs(words)
        self._lead_row.setVisible(bool(words))

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later."""
        self._kept.keep()

    def settle(self, row: AskRow) -> None:
        """The steps of one row."""
        if self._page is not None:
            open_ask_sheet(self._workplace, self.window(), talk_with(self._page), row)

    def _typed(self, text: str) -> None:
        self._below.say("")
        asked = read_ask_line(text, as_of=self._workplace.as_of)
        # Its day may follow when the two agree: a line alone is not blamed for lacking one.
        self._clarity.show_for(asked.what, has_day=True)

    def _note(self) -> UUID | None:
        page, text = self._page, self.line.text().strip()
        if page is None or not text:
            return None
        try:
            said = _("Noted, unfinished: {what}").format(what=text)
            noted = self._workplace.do(note_ask, rep_id=page.rep_id, text=text, said=said)
        except UserError as refused:
            self._below.refuse(refused)
            return None
        self._kept.done()
        self._typed("")
        return noted.id

    def _complete(self) -> None:
        noted = self._note()
        row = next((row for row in self.rows.rows() if row.id == noted), None)
        if row is not None and self._page is not None:
            talk = talk_with(self._page)
            open_ask_sheet(self._workplace, self.window(), talk, row).begin()
