"""Agreeing a request, or setting a requirement, beside the notes."""

from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from coachdesk.domain.errors import UserError
from coachdesk.services.balance import nudge_after
from coachdesk.services.history import done_words
from coachdesk.services.line_records import read_note
from coachdesk.services.own_words import accountability_steps
from coachdesk.services.talk_notes import (
    RequirementTerms,
    agree_noted_ask,
    join_thread,
    keep_requirement,
)
from coachdesk.ui.sessions.run_ask import AskComposer, RequirementSheet
from coachdesk.ui.sessions.run_context import RunningTalk, line_draft
from coachdesk.ui.sessions.run_state import Line
from coachdesk.views.talk_pages import AskedLine, NoteLine


class Asking(QObject):
    """The composer while one is open; says when the talk goes on after its line."""

    settled = Signal(object)  # Line: agreed, set, or kept unfinished
    taken_back = Signal(object)  # Line of a requirement that was not set

    def __init__(self, running: RunningTalk, page: QObject) -> None:
        super().__init__(page)
        self._running, self._page = running, page
        self._composer: AskComposer | RequirementSheet | None = None
        self._line: Line | None = None
        self._note_id: UUID | None = None

    def agree(self, note_id: UUID) -> None:
        """Ask how, by when and what help for a request that a line noted."""
        running = self._running
        note = running.note(note_id)
        line = next(line for line in running.lines if line.id == note_id)
        said = running.work.ask(read_note, running.session_id, line_draft(line))
        self.close()
        composer = AskComposer(
            running.work.theme,
            running.first_name,
            note.text,
            as_of=running.work.as_of,
            due=said.due,
            threads=self._joinable(note),
        )
        composer.agreed.connect(self._agreed)
        composer.put_off.connect(self._put_off)
        composer.joined.connect(self._joined)
        self._composer, self._line, self._note_id = composer, line, note_id
        running.frame.put_composer(composer)
        composer.show()
        composer.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def require(self, line: Line) -> None:
        """Ask on which request a requirement rests, or why the ladder is skipped."""
        running = self._running
        self.close()
        said = running.work.ask(read_note, running.session_id, line_draft(line))
        sheet = RequirementSheet(
            running.work.theme,
            line.text,
            as_of=running.work.as_of,
            due=said.due,
            lines=[asked for asked in running.talk.asked if asked.may_be_required],
            steps=running.work.ask(accountability_steps),
        )
        sheet.agreed.connect(self._set)
        sheet.put_off.connect(self._not_set)
        self._composer, self._line, self._note_id = sheet, line, None
        running.frame.put_composer(sheet)
        sheet.show()
        sheet.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_form(self, shown: bool) -> None:
        """The private form of a request, in sight only while the key is held."""
        if isinstance(self._composer, AskComposer):
            self._composer.show_form(shown)

    def close(self) -> None:
        """Take the composer away."""
        composer, self._composer = self._composer, None
        if composer is not None:
            composer.hide()
            composer.setParent(None)
            composer.deleteLater()

    def _joinable(self, note: NoteLine) -> list[AskedLine]:
        """Other subjects that are open or went unmet, and share a word with this one."""
        wanted = {word for word in note.text.casefold().split() if len(word) > 3}
        own = note.text.strip()[:60].casefold()
        return [
            line
            for line in self._running.talk.asked
            if line.subject.casefold() != own and wanted & set(line.subject.casefold().split())
        ]

    def _agreed(self) -> None:
        composer = self._composer
        if not isinstance(composer, AskComposer):
            return
        terms = composer.terms()
        if terms is None:
            return
        try:
            self._running.work.do(agree_noted_ask, self._note_id, terms, by=self._page)
        except UserError as refused:
            composer.refuse(refused)
            return
        self._put_off()

    def _put_off(self) -> None:
        self.close()
        self.settled.emit(self._line)

    def _joined(self, thread_id: UUID) -> None:
        if self._note_id is not None:
            self._running.work.do(join_thread, self._note_id, thread_id, by=self._page)
            self._running.reload()
            self.agree(self._note_id)

    def _set(self) -> None:
        sheet = self._composer
        if not isinstance(sheet, RequirementSheet) or self._line is None:
            return
        due = sheet.due()
        if due is None:
            return
        thread = sheet.subject.value()
        terms = RequirementTerms(
            how=sheet.how.text(),
            due_day=due,
            thread_id=UUID(thread) if thread else None,
            skip_reason="" if thread else sheet.reason.text(),
        )
        running = self._running
        try:
            running.work.do(
                keep_requirement,
                running.session_id,
                line_draft(self._line),
                terms,
                said="",
                by=self._page,
            )
        except UserError as refused:
            sheet.error.say(refused.message, refused.next_step)
            return
        said = done_words("keep_requirement")
        nudge = running.work.ask(nudge_after)
        running.work.say(f"{said}. {nudge}" if nudge else said, can_undo=True)
        running.frame.notes.close_editor()
        self._put_off()

    def _not_set(self) -> None:
        self.close()
        self.taken_back.emit(self._line)
