"""What comes next with an interview: close a sheet, take the second one, decide, erase."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.views.dates import long_day, near_day
from coachdesk.views.interview_words import blank_words
from coachdesk.views.interviews import InterviewPage, SheetShown


class CloseCard(Card):
    """How much is written on the open sheet, and the step that closes it."""

    close_asked = Signal()
    drop_asked = Signal()

    def __init__(self, theme: Theme, sheet: SheetShown) -> None:
        super().__init__(theme, _("Close this sheet"))
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(8))
        self._words = Text(theme, " ", "body", wrap=True)
        stack.addWidget(self._words)
        rest = _("A closed sheet is not changed any more, so that nobody fits it to the other.")
        stack.addWidget(Text(theme, rest, "small", "ink2", wrap=True))
        self.problem = Text(theme, " ", "small", "badText", wrap=True)
        self.problem.hide()
        stack.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.button = Button(theme, _("Close this sheet"), "primary")
        self.button.clicked.connect(self.close_asked)
        row.addWidget(self.button)
        self.drop = Button(theme, _("Take this sheet away"))
        self.drop.clicked.connect(self.drop_asked)
        if sheet.order == 1:
            self.drop.hide()
        row.addWidget(self.drop)
        row.addStretch(1)
        stack.addLayout(row)
        self.add(stack, pad=(16, 14, 16, 14))
        self.show_sheet(sheet)

    def show_sheet(self, sheet: SheetShown) -> None:
        """Say how far it is."""
        words = _("{n} of {of} questions have notes.")
        said = words.format(n=sheet.answered, of=len(sheet.answers))
        blanks = blank_words(sheet) if sheet.answered else ""
        self._words.show_runs(f"{said} {blanks}".strip())

    def refuse(self, words: str) -> None:
        """Say why it is not closed."""
        self.problem.show_runs(words)
        self.problem.setHidden(not words)


class SecondCard(Card):
    """How the other interviewer's sheet comes in, once the first one is closed."""

    paper_asked = Signal()
    file_asked = Signal()
    blank_asked = Signal()

    def __init__(self, theme: Theme, page: InterviewPage) -> None:
        super().__init__(theme, _("Second interviewer"))
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(8))
        stack.addWidget(Text(theme, _("Second interviewer"), "bodyStrong"))
        words = _("Both sheets are seen side by side once the second is closed as well.")
        if not page.can_take_second:
            words = _("Close the first sheet first; both are compared afterwards.")
        stack.addWidget(Text(theme, words, "body", "ink2", wrap=True))
        flow = Flow(theme, gap=8, name=_("Second interviewer"))
        self.paper = Button(theme, _("Type it from paper…"))
        self.file = Button(theme, _("Read it from a file…"))
        self.blank = Button(theme, _("Save a blank file…"))
        self.paper.clicked.connect(self.paper_asked)
        self.file.clicked.connect(self.file_asked)
        self.blank.clicked.connect(self.blank_asked)
        for button in (self.paper, self.file, self.blank):
            flow.add(button)
        if not page.can_take_second:
            self.paper.disable(words)
            self.file.disable(words)
        stack.addWidget(flow)
        self.add(stack, pad=(16, 14, 16, 14))


class DecisionCard(Card):
    """The decision in words, the day of erasing beside it, and erasing itself."""

    decided = Signal(str)
    day_typed = Signal(str)
    erase_asked = Signal()

    def __init__(self, theme: Theme, page: InterviewPage, as_of: date) -> None:
        super().__init__(theme, _("Decision"))
        self._as_of = as_of
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(8))
        stack.addWidget(Text(theme, _("Decision"), "bodyStrong"))
        self.field = SentenceField(theme, _("In a few words, and why"), name=_("Decision"))
        self.field.left.connect(self._left)
        self.field.entered.connect(self.write)
        stack.addWidget(self.field)
        self.problem = Text(theme, " ", "small", "badText", wrap=True)
        self.problem.hide()
        stack.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self.day = Field(theme, _("in 6 months"), name=_("Erase on"), icon="calendar")
        self.day.left.connect(self._day_left)
        self.day.returnPressed.connect(self.write_day)
        self.labeled = Labeled(theme, _("Erase everything about this candidate on"), self.day)
        self.labeled.setFixedWidth(theme.px(300))
        row.addWidget(self.labeled)
        row.addStretch(1)
        self.erase = Button(theme, _("Erase now…"), "danger")
        self.erase.clicked.connect(self.erase_asked)
        row.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignBottom)
        stack.addLayout(row)
        self._note = Text(theme, " ", "small", "ink2", wrap=True)
        stack.addWidget(self._note)
        self.add(stack, pad=(16, 14, 16, 14))
        self.show_page(page)

    def show_page(self, page: InterviewPage) -> None:
        """Show what is stored; what is being typed stays."""
        self.field.keep_up(page.decision)
        self.field.setReadOnly(not page.can_decide)
        if not page.can_decide:
            self.field.setToolTip(_("Close the open sheet first."))
        self._shown = long_day(page.erase_on)
        if not self.day.hasFocus() or not self.day.isModified():
            self.day.setText(self._shown)
        self._note.show_runs(_when(page, self._as_of))
        self.refuse("")
        self.labeled.show_problem("")

    def write(self) -> None:
        """Tell the decision, if it is another one."""
        if self.field.is_changed and not self.field.isReadOnly():
            self.decided.emit(self.field.toPlainText())

    def write_day(self) -> None:
        """Tell the day, if another one was typed."""
        if self.day.text().strip() != self._shown and not self.day.isReadOnly():
            self.day_typed.emit(self.day.text())

    def refuse(self, words: str) -> None:
        """Say why the decision was not taken."""
        self.field.set_problem(words)
        self.problem.show_runs(words)
        self.problem.setHidden(not words)

    def _left(self, _words: str) -> None:
        self.write()

    def _day_left(self, _words: str) -> None:
        self.write_day()


def _when(page: InterviewPage, as_of: date) -> str:
    if page.is_due:
        return _("This day has come. Nothing is erased until you say so.")
    if not page.can_decide:
        return _("The decision comes after the evidence: close the open sheet first.")
    if page.decided_on is None:
        return _("Six months after the decision, unless you set another day.")
    decided = near_day(page.decided_on, as_of)
    return _("Decided {day}. Nothing is erased until you say so.").format(day=decided)
