"""One candidate's page: a sheet to write on, or both side by side, then the decision."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.text import Text
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.interview_answers import AnswerCard
from coachdesk.ui.playbook.interview_steps import CloseCard, DecisionCard, SecondCard
from coachdesk.ui.playbook.interview_tables import ComparedCard
from coachdesk.ui.playbook.section import Section
from coachdesk.ui.playbook.side_list import WIDTH
from coachdesk.views.dates import near_day
from coachdesk.views.interview_words import blank_words
from coachdesk.views.interviews import InterviewPage, SheetShown

BOTH = "both"
MARGINS = 48


class Candidate:
    """Made from what was read; `show_page` brings it up to date where the `shape` is the same."""

    def __init__(self, section: Section, page: InterviewPage, view: str) -> None:
        self._section, self.page, self.view = section, page, view
        self.shape = shape_of(page, view)
        self.cards: tuple[AnswerCard, ...] = ()
        self.close: CloseCard | None = None
        self.second: SecondCard | None = None
        theme = section.theme
        self.edit = Button(theme, _("Edit questions"))
        self.change = Button(theme, _("Change…"), name=_("Change code, position or day"))
        self.paper = Button(theme, _("Blank sheet"), icon="printer")
        if page.can_decide:
            self.paper = Button(theme, _("Print record"), icon="printer")
        title = _("Interview guide, {code}").format(code=page.code)
        words = _about(page, section.workplace.as_of)
        head = section_head(section, title, words, self.change, self.edit, self.paper)
        self.content, stack = section_page(section, head)
        self.views = self._views(stack)
        if view == BOTH:
            self._compare(stack)
        else:
            self._write_on(stack, page.sheets[int(view) - 1])
        if len(page.sheets) == 1:
            self.second = SecondCard(theme, page)
            stack.addWidget(self.second)
        self.decision = DecisionCard(theme, page, section.workplace.as_of)
        stack.addWidget(self.decision)
        stack.addStretch(1)

    def show_page(self, page: InterviewPage) -> None:
        """Show other notes and ratings in the same widgets."""
        self.page = page
        if self.view != BOTH:
            sheet = page.sheets[int(self.view) - 1]
            for card, answer in zip(self.cards, sheet.answers, strict=True):
                card.show_answer(answer)
            if self.close is not None:
                self.close.show_sheet(sheet)
        self.decision.show_page(page)

    def write(self) -> None:
        """What is being typed is written."""
        for card in self.cards:
            card.write()
        self.decision.write()
        self.decision.write_day()

    @property
    def first(self) -> QWidget:
        """The first question without notes, else the next step."""
        if self.close is not None:
            empty = (card.field for card in self.cards if not card.field.toPlainText())
            return next(empty, self.close.button)
        if self.second is not None and self.page.can_take_second:
            return self.second.paper
        return self.decision.field

    @property
    def sheet(self) -> SheetShown:
        """The sheet that is written on."""
        return self.page.sheets[int(self.view) - 1]

    def _views(self, stack: QVBoxLayout) -> Segmented | None:
        page, theme = self.page, self._section.theme
        if len(page.sheets) < 2:
            return None
        options = [(str(sheet.order), sheet.interviewer) for sheet in page.sheets]
        if page.compared:
            options.append((BOTH, _("Side by side")))
        row = QHBoxLayout()
        views = Segmented(theme, options, self.view, name=_("Which sheet"))
        row.addWidget(views)
        row.addStretch(1)
        stack.addLayout(row)
        return views

    def _write_on(self, stack: QVBoxLayout, sheet: SheetShown) -> None:
        theme, width = self._section.theme, self._width()
        self.cards = tuple(AnswerCard(theme, sheet, answer, width) for answer in sheet.answers)
        for card in self.cards:
            stack.addWidget(card)
        if sheet.is_open:
            self.close = CloseCard(theme, sheet)
            stack.addWidget(self.close)
        elif blank_words(sheet):
            stack.addWidget(Text(theme, blank_words(sheet), "small", "ink2", wrap=True))

    def _compare(self, stack: QVBoxLayout) -> None:
        theme, page = self._section.theme, self.page
        for row in page.compared:
            stack.addWidget(ComparedCard(theme, row, page.sheets, self._width()))
        for sheet in page.sheets:
            if words := blank_words(sheet):
                stack.addWidget(Text(theme, words, "small", "ink2", wrap=True))

    def _width(self) -> int:
        return self._section.host.room.content - WIDTH - MARGINS


def first_view(page: InterviewPage) -> str:
    """The open sheet; with both closed both; else the first."""
    if page.open_sheet is not None:
        return str(page.open_sheet.order)
    return BOTH if page.compared else "1"


def shape_of(page: InterviewPage, view: str) -> tuple[object, ...]:
    """What the page is built by; while it is the same, words are shown in place."""
    sheets = tuple((sheet.id, sheet.interviewer, sheet.closed_day) for sheet in page.sheets)
    questions = tuple(a.question for sheet in page.sheets for a in sheet.answers)
    return (page.id, view, page.code, page.position, page.day, sheets, questions)


def _about(page: InterviewPage, as_of: date) -> str:
    parts = [page.position, near_day(page.day, as_of)]
    for sheet in page.sheets:
        said = _("{name}: open")
        if sheet.closed_day is not None:
            said = _("{name}: closed {day}")
        day = near_day(sheet.closed_day, as_of) if sheet.closed_day else ""
        parts.append(said.format(name=sheet.interviewer, day=day))
    return " · ".join(part for part in parts if part)
