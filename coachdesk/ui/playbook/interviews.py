"""The section “Interview guide”: the guide, the candidates, and one candidate's interview."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.interviews import GuideQuestion, Interview, InterviewSheet
from coachdesk.domain.playbook_vocabulary import GuideItem
from coachdesk.language import gettext as _
from coachdesk.services import interviews as commands
from coachdesk.services.interview_pages import interview_page, interviews
from coachdesk.ui.playbook.interview_answers import BESIDE, AnswerCard
from coachdesk.ui.playbook.interview_candidate import BOTH, MARGINS, Candidate, first_view, shape_of
from coachdesk.ui.playbook.interview_guide import GuideCard
from coachdesk.ui.playbook.interview_overview import Overview
from coachdesk.ui.playbook.interview_paper import guide_sheet, record_sheet
from coachdesk.ui.playbook.interview_sheets import (
    BlankFile,
    CandidateSheet,
    EraseSheet,
    SecondFromFile,
    SecondSheet,
)
from coachdesk.ui.playbook.section import Section, Side, SideRow
from coachdesk.ui.playbook.side_list import WIDTH
from coachdesk.ui.shell.page import Room
from coachdesk.views.dates import near_day
from coachdesk.views.interview_words import state_words
from coachdesk.views.interviews import CandidateRow, InterviewPage, Interviews

GUIDE = "guide"


class InterviewGuide(Section):
    """Candidates stand in the order of their days; two sheets are apart until both are closed."""

    id = "interviews"
    shows = frozenset({GuideQuestion, Interview, InterviewSheet})

    _read: Interviews | None = None
    _page: InterviewPage | None = None
    _chosen, _view = GUIDE, ""
    _shown: Overview | Candidate | None = None
    _was_wide = True

    @property
    def title(self) -> str:
        return _("Interview guide")

    def count(self) -> str:
        return str(len(GuideItem))

    def side(self) -> Side | None:
        """The guide, then the candidates, the newest first."""
        candidates = () if self._read is None else self._read.candidates
        as_of = self.workplace.as_of
        rows = [
            SideRow(
                str(row.id), row.code, state_words(row) if row.is_due else near_day(row.day, as_of)
            )
            for row in reversed(candidates)
        ]
        return Side(
            title=_("Interviews"),
            rows=(SideRow(GUIDE, _("The guide")), *rows),
            current=self._chosen,
            add="" if self.workplace.why_not_write else _("New interview"),
            foot=_("Kept apart from reps. To be erased six months after the decision."),
        )

    def choose(self, id: str) -> None:
        """Show the guide, or a candidate."""
        self._chosen, self._view = id, ""
        self._load()
        self.host.show_section()

    def add(self) -> None:
        """Ask for the candidate’s code."""
        self._load()
        code = self._read.next_code if self._read is not None else ""
        CandidateSheet(self.workplace, self.host.window(), self.show_candidate, code=code)

    def refresh(self) -> None:
        """Read again; what is being typed stays while the page keeps its shape."""
        self._load()
        if not self.is_built:
            return
        if isinstance(self._shown, Overview) and self._page is None and self._read is not None:
            self._shown.show_read(self._read)
        elif (
            isinstance(self._shown, Candidate)
            and self._page is not None
            and self._shown.shape == shape_of(self._page, self._view)
        ):
            self._shown.show_page(self._page)
        else:
            self.host.show_section()

    def _load(self) -> None:
        self._read = self.workplace.ask(interviews)
        known = {str(row.id) for row in self._read.candidates}
        if self._chosen not in known:
            self._chosen = GUIDE
        self._page = None
        if self._chosen != GUIDE:
            self._page = self.workplace.ask(interview_page, UUID(self._chosen))
            self._view = self._view_of(self._page)

    def build(self) -> QWidget:
        """The guide's page, or the candidate's."""
        self._was_wide = self._is_wide()
        if self._page is not None:
            self._shown = self._build_candidate(self._page)
        else:
            assert self._read is not None
            self._shown = self._build_overview(self._read)
        return self._shown.content

    def reflow(self, room: Room) -> None:
        if self._is_wide() is not self._was_wide:
            self.host.show_section()

    def leave(self) -> None:
        """What is being typed is written."""
        if self._shown is not None:
            self._shown.write()

    def first_focus(self) -> QWidget | None:
        match self._shown:
            case Candidate():
                return self._shown.first
            case Overview():
                return self._shown.cards[0].question
        return None

    def reveal(self, id: UUID) -> bool:
        """Show a candidate's interview, if it is one."""
        self._read = self.workplace.ask(interviews)
        if id not in {row.id for row in self._read.candidates}:
            return False
        self.choose(str(id))
        return True

    def show_candidate(self, id: UUID) -> None:
        """Show one, with the keys where it goes on."""
        self.choose(str(id))
        self._focus()

    def show_guide(self) -> None:
        """Show the questions, with the keys in the first."""
        self.choose(GUIDE)
        self._focus()

    # Building

    def _build_overview(self, read: Interviews) -> Overview:
        made = Overview(self, read)
        made.new.clicked.connect(self.add)
        made.print.clicked.connect(self._print_guide)
        made.rows.opened.connect(self._open_row)
        self.workplace.hold(made.new)
        for card in made.cards:
            card.worded.connect(self._word)
            card.reset.connect(self._reset)
            self.workplace.hold(card.question, card.good, card.back)
        return made

    def _build_candidate(self, page: InterviewPage) -> Candidate:
        made = Candidate(self, page, self._view)
        hold = self.workplace.hold
        made.edit.clicked.connect(self.show_guide)
        made.change.clicked.connect(self._change)
        made.paper.clicked.connect(self._print_record if page.can_decide else self._print_guide)
        hold(made.change)
        if made.views is not None:
            made.views.chosen.connect(self._show_view)
        for card in made.cards:
            card.noted.connect(self._note)
            card.rated.connect(self._rate)
            hold(card.field, card.boxes)
        if made.close is not None:
            made.close.close_asked.connect(self._close_sheet)
            made.close.drop_asked.connect(self._drop_sheet)
            hold(made.close.button, made.close.drop)
        if made.second is not None:
            made.second.paper_asked.connect(self._second_from_paper)
            made.second.file_asked.connect(self._second_from_file)
            made.second.blank_asked.connect(self._save_blank)
            hold(made.second.paper, made.second.file)
        made.decision.decided.connect(self._decide)
        made.decision.day_typed.connect(self._set_day)
        made.decision.erase_asked.connect(self._erase)
        hold(made.decision.field, made.decision.day, made.decision.erase)
        return made

    def _view_of(self, page: InterviewPage) -> str:
        """The view that was chosen while there is one, else where the work goes on."""
        there = {str(sheet.order) for sheet in page.sheets} | ({BOTH} if page.compared else set())
        return self._view if self._view in there else first_view(page)

    def _is_wide(self) -> bool:
        return self.host.room.content - WIDTH - MARGINS >= BESIDE

    def _focus(self) -> None:
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.host.scroll_to(first)

    # The guide

    def _word(self, card: GuideCard) -> None:
        words = {"question": card.question.toPlainText(), "good": card.good.toPlainText()}
        said = _("Kept; interviews before keep the words that were asked")
        self._do(card.refuse, commands.reword_guide_question, card.item, said=said, **words)

    def _reset(self, card: GuideCard) -> None:
        self._do(card.refuse, commands.reset_guide_question, card.item)
        card.question.setFocus()

    def _open_row(self, row: CandidateRow) -> None:
        self.show_candidate(row.id)

    def _print_guide(self) -> None:
        about = None if self._page is None else self._page.id
        guide_sheet(self.workplace, self.host.window(), about).ask()

    # One candidate

    @property
    def _candidate(self) -> Candidate:
        assert isinstance(self._shown, Candidate)
        return self._shown

    def _show_view(self, view: str) -> None:
        self.leave()
        self._view = view
        self.host.show_section()
        views = self._candidate.views
        if views is not None:
            views.stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _note(self, card: AnswerCard) -> None:
        notes = card.field.toPlainText()
        self._do(card.refuse, commands.note_answer, card.sheet_id, card.item, notes, said="")

    def _rate(self, card: AnswerCard, value: int | None) -> None:
        self._do(card.refuse, commands.rate_answer, card.sheet_id, card.item, value, said="")

    def _close_sheet(self) -> None:
        shown = self._candidate
        assert shown.close is not None
        said = _("The sheet is closed and stays as it is")
        if self._do(shown.close.refuse, commands.close_sheet, shown.sheet.id, said=said):
            self._view = ""
            self.choose(self._chosen)
            self._focus()

    def _drop_sheet(self) -> None:
        shown = self._candidate
        assert shown.close is not None
        if self._do(shown.close.refuse, commands.drop_second_sheet, shown.sheet.id):
            self._focus()

    def _second_from_paper(self) -> None:
        page = self._candidate.page
        SecondSheet(self.workplace, self.host.window(), page, self.show_candidate)

    def _second_from_file(self) -> None:
        page = self._candidate.page
        SecondFromFile(self.workplace, self.host.window(), page, self.show_candidate)

    def _save_blank(self) -> None:
        BlankFile(self.workplace, self.host.window(), self._candidate.page)

    def _change(self) -> None:
        page = self._candidate.page
        CandidateSheet(
            self.workplace, self.host.window(), self.show_candidate, code=page.code, known=page
        )

    def _print_record(self) -> None:
        record_sheet(self.workplace, self.host.window(), self._candidate.page.id).ask()

    def _decide(self, words: str) -> None:
        shown = self._candidate
        command = commands.decide_on_candidate
        self._do(shown.decision.refuse, command, shown.page.id, words)

    def _set_day(self, typed: str) -> None:
        shown = self._candidate
        show = shown.decision.labeled.show_problem
        try:
            day = parse_day(typed, as_of=self.workplace.as_of, toward="future")
        except UserError as refusal:
            show(str(refusal))
            return
        self._do(show, commands.set_erase_day, shown.page.id, day)

    def _erase(self) -> None:
        page = self._candidate.page
        EraseSheet(self.workplace, self.host.window(), page, self.show_guide)

    def _do(
        self,
        refuse: Callable[[str], None],
        command: Callable[..., object],
        *given: object,
        **named: object,
    ) -> bool:
        """Run a command; what is refused is said in its place."""
        try:
            self.workplace.do(command, *given, **named)
        except UserError as refusal:
            refuse(str(refusal))
            return False
        return True
