"""Writing a talk's lines: kept while they are typed, written when the caret leaves them."""

from datetime import time

from PySide6.QtCore import QObject, Signal

from coachdesk.domain.errors import UserError
from coachdesk.domain.talk_lines import leading_mark
from coachdesk.domain.talks import SessionNote
from coachdesk.domain.vocabulary import NoteMark, OwnerSide
from coachdesk.language import gettext as _
from coachdesk.language import within
from coachdesk.services.capture import vocabulary
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.line_records import LineDraft, read_note
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.talk_notes import (
    drop_line,
    keep_line,
    keep_lines,
)
from coachdesk.ui.sessions.run_context import RunningTalk, line_draft
from coachdesk.ui.sessions.run_state import Line, kept_content, line_from, next_order

PLACE = "talk line"


class Writing(QObject):
    """Carries out what the notes emit; a refusal stands below them and the words stay."""

    written = Signal()  # something in the talk changed
    ask_noted = Signal(object)  # note id of a request that is not agreed yet
    requirement_begun = Signal(object)  # Line

    def __init__(self, running: RunningTalk, page: QObject) -> None:
        super().__init__(page)
        self._running, self._page = running, page
        self._work, self._frame = running.work, running.frame
        notes = running.frame.notes
        notes.began.connect(self._begun)
        notes.finished.connect(self._finished)
        notes.left.connect(self.leave_line)
        notes.dropped.connect(self._dropped)
        notes.typed.connect(self._typed)
        notes.turned.connect(self._turned)
        notes.pasted.connect(self._pasted)

    def new_line(self) -> None:
        """Type a new last line."""
        self._frame.notes.edit(
            Line(order=next_order(self._frame.notes.lines), time=self._running_time())
        )

    def resume(self) -> None:
        """Type the line again that was being typed when the program stopped, else a new one."""
        kept = self._work.ask(unsaved_at, PLACE, self._running.session_id)
        if kept is None or kept.content is None:
            self.new_line()
            return
        line, caret = line_from(kept.content, self._running_time())
        self._frame.notes.edit(line, caret)
        self._frame.legend.say(_("This line was kept when Coachdesk stopped."))

    def go_on(self, line: Line) -> None:
        """The next line: the one below, or a new last one."""
        below = [other for other in self._frame.notes.lines if other.order > line.order]
        if below and not below[0].is_covered:
            self._frame.notes.edit(below[0])
        else:
            self.new_line()

    def leave_line(self, line: Line) -> None:
        """The caret went elsewhere: write the line; an empty one goes."""
        notes = self._frame.notes
        if not line.text.strip():
            notes.close_editor()
            if line.id is None:
                self.forget()
            else:
                self._dropped(line)
        elif line.mark is NoteMark.MANDATE and line.id is None:
            self._autosave(line, len(line.text))
        elif self._keep(line) is not None:
            notes.close_editor()
        else:
            self._autosave(line, len(line.text))

    def leave(self) -> None:
        """Write the line that is being typed, if one is."""
        active = self._frame.notes.active
        if active is not None:
            self.leave_line(active)

    def forget(self) -> None:
        """Nothing is being typed any more."""
        kept = self._work.ask(unsaved_at, PLACE, self._running.session_id)
        if kept is not None:
            self._work.forget(kept)

    def _running_time(self) -> time:
        return self._work.now.time().replace(second=0, microsecond=0, tzinfo=None)

    def _begun(self, keys: str) -> None:
        found = leading_mark(keys, self._work.ask(vocabulary))
        if found is None:
            return
        letter = ""
        if found.rating is not None and found.rating.behaviour is not None:
            letter = shipped_playbook().behaviours[found.rating.behaviour].letter
        self._frame.notes.take_mark(found, letter)
        self._frame.legend.refuse("")
        self._frame.legend.say(self._words_of(found.mark))

    def _words_of(self, mark: NoteMark) -> str:
        running = self._running
        if mark is NoteMark.MANDATE and not running.talk.may_require:
            return _("No request went unmet. Enter asks for the reason to skip the ladder.")
        words = {
            NoteMark.COMMITMENT: self._whose(OwnerSide.MANAGER),
            NoteMark.SHARE: _("Share: experience. Tab changes the kind."),
            NoteMark.ASK: _("Request. Enter asks how, by when and what help."),
            NoteMark.OBSERVATION: _("Observation. @ names a customer, # a partner."),
            NoteMark.PRIVATE: running.talk.private_notice
            or _("Private: covered when you leave it."),
            NoteMark.MANDATE: _("Requirement. Enter says on which request, and how it is checked."),
        }
        return words.get(mark, "")

    def _whose(self, owner: OwnerSide) -> str:
        name = self._running.first_name
        if owner is OwnerSide.REP:
            return _("{name}’s promise. Tab makes it yours.").format(name=name)
        return _("Your promise. Tab makes it {name}'s.").format(name=name)

    def _turned(self, line: Line) -> None:
        if line.mark is NoteMark.SHARE:
            title = within(shipped_playbook().shares[line.share_kind].title)
            self._frame.legend.say(_("Share: {kind}. Tab changes the kind.").format(kind=title))
        else:
            self._frame.legend.say(self._whose(line.owner or OwnerSide.MANAGER))

    def _typed(self, line: Line, caret: int) -> None:
        """Keep what is typed, outside the journal."""
        if not line.text.strip() and line.mark is NoteMark.NONE:
            self.forget()
            return
        self._autosave(line, caret)
        if line.mark in (NoteMark.COMMITMENT, NoteMark.ASK):
            said = self._work.ask(read_note, self._running.session_id, line_draft(line))
            self._frame.legend.refuse("" if said.due_error is None else str(said.due_error))

    def _autosave(self, line: Line, caret: int) -> None:
        self._work.autosave(
            unsaved_draft(
                PLACE,
                self._running.session_id,
                kept_content(line, caret),
                self._work.as_of,
                private=line.mark is NoteMark.PRIVATE,
            )
        )

    def _finished(self, line: Line) -> None:
        """Enter: write the line, then agree what it asks, or begin the next."""
        if not line.text.strip():
            return
        if line.mark is NoteMark.MANDATE and line.id is None:
            self.requirement_begun.emit(line)
            return
        note = self._keep(line)
        if note is None:
            return
        self._frame.notes.close_editor()
        self._frame.legend.show_rule(self._running.talk.may_require)
        if line.mark is NoteMark.ASK and self._running.note(note.id).is_unfinished:
            self.ask_noted.emit(note.id)
        else:
            self.go_on(line)

    def _pasted(self, paragraphs: tuple[str, ...]) -> None:
        """The line that was pasted into is written; further paragraphs become lines at the end.

        The last one is left to be gone on with. What is refused stays in the line, whole.
        """
        notes = self._frame.notes
        first = notes.active
        needs_terms = first is not None and first.mark is NoteMark.MANDATE and first.id is None
        if first is None or needs_terms or self._keep(first) is None:
            notes.editor.show_text(" ".join([notes.editor.words(), *paragraphs]))
            return
        notes.close_editor()
        *middle, last = paragraphs
        order = next_order(self._running.lines)
        drafts = [
            LineDraft(order=order + place, mark=NoteMark.NONE, text=words)
            for place, words in enumerate(middle)
        ]
        try:
            if drafts:
                session_id = self._running.session_id
                self._work.do(keep_lines, session_id, drafts, by=self._page)
        except UserError as refused:
            self._frame.legend.refuse(str(refused))
            last = " ".join(paragraphs)
        self._running.reload()
        notes.show_lines(self._running.lines)
        self.new_line()
        notes.editor.show_text(last)
        self.written.emit()

    def _keep(self, line: Line) -> SessionNote | None:
        """Write a line; a refusal stands below the notes and the words stay where they are."""
        try:
            note: SessionNote = self._work.do(
                keep_line, self._running.session_id, line_draft(line), by=self._page
            )
        except UserError as refused:
            self._frame.legend.refuse(str(refused))
            return None
        self._frame.legend.refuse("")
        self.forget()
        self._running.reload()
        shown = next((kept for kept in self._running.lines if kept.id == note.id), None)
        if shown is not None:
            self._frame.notes.replace_line(shown)
        self.written.emit()
        return note

    def _dropped(self, line: Line) -> None:
        if line.id is not None:
            self._work.do(drop_line, line.id, by=self._page, said=_("Line removed"))
        self.forget()
        self.show_again()

    def show_again(self) -> None:
        """Draw every line anew and type a new one."""
        self._running.reload()
        self._frame.notes.show_lines(self._running.lines)
        self.new_line()
        self.written.emit()
