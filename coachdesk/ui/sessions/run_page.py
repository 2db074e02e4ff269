"""The page during a talk: eyes on the person, one line at a time."""

from dataclasses import replace
from datetime import timedelta
from gettext import gettext as _
from gettext import ngettext
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talk_lines import leading_mark
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.domain.vocabulary import NoteMark, OwnerSide, TalkState
from coachdesk.services.capture import vocabulary
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.talk_notes import (
    LineDraft,
    RequirementTerms,
    agree_noted_ask,
    drop_line,
    join_thread,
    keep_line,
    keep_requirement,
    private_line,
    read_note,
)
from coachdesk.services.talk_pages import run_page
from coachdesk.services.talks import add_reps_point, end_talk, keep_reps_words, tick_point
from coachdesk.ui.sessions.run_ask import AskComposer, RequirementSheet
from coachdesk.ui.sessions.run_left_open import LeftOpen
from coachdesk.ui.sessions.run_lines import NoteLines
from coachdesk.ui.sessions.run_state import Line, kept_content, line_from, lines_of, next_order
from coachdesk.ui.sessions.run_turned import Turned
from coachdesk.ui.sessions.run_view import RunFrame
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.talk_pages import AskedLine, NoteLine, Run
from coachdesk.views.talks import AgendaPart

PLACE = "talk line"
TICK_MS = 1000


class RunPage(QObject):
    """One running talk; what is typed is kept every two seconds and written line by line."""

    id, icon, key, nav = "run", "message-square", "", "today"
    full_bleed = True
    shows = frozenset(
        {
            *(CoachingSession, SessionNote, AgendaItem, Ask, AskThread),
            *(Commitment, Observation, Draft, Share),
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work, self.title = workplace, _("Talk")
        self.widget: QStackedWidget = QStackedWidget()
        self.widget.setAccessibleName(_("One-on-one"))
        self._session: UUID | None = None
        self._talk: Run | None = None
        self._composer: AskComposer | RequirementSheet | None = None
        self._composed: tuple[NoteLine | None, Line] | None = None
        self._room = Room(1360)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._frame: RunFrame | None = None
        self._turned: Turned | None = None
        self._build()

    # The window's side

    def _build(self) -> None:
        theme = self._work.theme
        while self.widget.count():
            old = self.widget.widget(0)
            self.widget.removeWidget(old)
            old.deleteLater()
        notes = NoteLines(theme, self._private_words)
        self._frame, self._turned = RunFrame(theme, notes), Turned(theme)
        self._composer = None
        self.widget.addWidget(self._frame)
        self.widget.addWidget(self._turned)
        notes.began.connect(self._mark_begun)
        notes.finished.connect(self._line_finished)
        notes.left.connect(self._line_left)
        notes.dropped.connect(self._line_dropped)
        notes.typed.connect(self._line_typed)
        notes.turned.connect(self._line_turned)
        self._frame.side.ticked.connect(self._point_ticked)
        self._frame.side.added.connect(self._point_added)
        self._frame.top.wrap_up.clicked.connect(self.wrap_up)
        self._turned.done.connect(self._turned_back)

    def open(self, session_id: UUID) -> None:
        """Show a talk; the line that was being typed when the program stopped is typed again."""
        self._session = session_id
        self._close_composer()
        self.refresh()
        self._frame.notes.show_lines(lines_of(self._talk.notes))
        self._resume()
        self._timer.start()
        self._tick()
        self._ask_about_left_open()

    def refresh(self) -> None:
        """Read again; the line being typed stays as it is."""
        if self._session is None:
            return
        self._talk = self._work.ask(run_page, self._session)
        frame = self._frame
        frame.top.show_talk(self._talk)
        frame.side.show_talk(self._talk, self._current_point())
        frame.asked.show_lines(self._asked_shown(), self._work.as_of)
        frame.legend.show_rule(self._talk.may_require)
        frame.tally.show_runs(self._tally())
        for line in lines_of(self._talk.notes):
            active = frame.notes.active
            if active is None or active.order != line.order:
                frame.notes.replace_line(line)
        self._tick()

    def rebuild(self) -> None:
        """Make the widgets again: the zoom has changed."""
        active = self._frame.notes.active if self._frame is not None else None
        self._build()
        self._frame.reflow(self._room)
        if self._session is not None:
            self.refresh()
            self._frame.notes.show_lines(lines_of(self._talk.notes))
            if active is not None:
                self._frame.notes.edit(active)
            else:
                self._edit_new()

    def reflow(self, room: Room) -> None:
        """Arrange for this width."""
        self._room = room
        self._frame.reflow(room)

    def leave(self) -> None:
        """Another page will be shown: write the line, stop the clock."""
        active = self._frame.notes.active
        if active is not None:
            self._line_left(active)
        self._timer.stop()
        QApplication.instance().removeEventFilter(self)
        self._frame.notes.hold_open(False)

    def first_focus(self) -> QWidget | None:
        """The line being typed."""
        QApplication.instance().installEventFilter(self)
        if self._session is not None and not self._timer.isActive():
            self._timer.start()
        if self._frame.notes.active is None and self._session is not None:
            self._edit_new()
        return self._frame.notes.editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F9
            and not event.isAutoRepeat()
        ):
            is_held = event.type() == QEvent.Type.KeyPress
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._frame.notes.hold_open(is_held)
                if isinstance(self._composer, AskComposer):
                    self._composer.show_form(is_held)
        return False

    # Lines

    def _private_words(self, line: Line) -> str:
        return self._work.ask(private_line, line.id)

    def _edit_new(self) -> None:
        lines = self._frame.notes.lines
        line = Line(
            order=next_order(lines),
            time=self._work.now.time().replace(second=0, microsecond=0, tzinfo=None),
        )
        self._frame.notes.edit(line)

    def _resume(self) -> None:
        kept = self._work.ask(unsaved_at, PLACE, self._session)
        if kept is None or kept.content is None:
            self._edit_new()
            return
        now = self._work.now.time().replace(second=0, microsecond=0, tzinfo=None)
        line, caret = line_from(kept.content, now)
        self._frame.notes.edit(line, caret)
        self._frame.legend.say(_("This line was kept when Coachdesk stopped."))

    def _mark_begun(self, keys: str) -> None:
        names = self._work.ask(vocabulary)
        found = leading_mark(keys, names)
        if found is None:
            return
        letter = ""
        if found.rating is not None and found.rating.behaviour is not None:
            letter = shipped_playbook().behaviours[found.rating.behaviour].letter
        self._frame.notes.take_mark(found, letter)
        self._frame.legend.refuse("")
        self._say_of_mark(found.mark)

    def _say_of_mark(self, mark: NoteMark) -> None:
        name = self._talk.brief.head.first_name
        words = {
            NoteMark.COMMITMENT: _("Your promise. Tab makes it {name}'s.").format(name=name),
            NoteMark.SHARE: _("Share: experience. Tab changes the kind."),
            NoteMark.ASK: _("Request. Enter asks how, by when and what help."),
            NoteMark.OBSERVATION: _("Observation. @ names a customer, # a partner."),
            NoteMark.PRIVATE: self._talk.private_notice or _("Private: covered when you leave it."),
        }
        if mark is NoteMark.MANDATE:
            if self._talk.may_require:
                words[mark] = _("Requirement. Enter says on which request and how it is checked.")
            else:
                words[mark] = _(
                    "No request went unmet. Enter asks for the reason to skip the ladder."
                )
        self._frame.legend.say(words.get(mark, ""))

    def _line_turned(self, line: Line) -> None:
        if line.mark is NoteMark.SHARE:
            title = shipped_playbook().shares[line.share_kind].title
            self._frame.legend.say(_("Share: {kind}. Tab changes the kind.").format(kind=title))
            return
        name = self._talk.brief.head.first_name
        if line.owner is OwnerSide.REP:
            self._frame.legend.say(_("{name}'s promise. Tab makes it yours.").format(name=name))
        else:
            self._frame.legend.say(_("Your promise. Tab makes it {name}'s.").format(name=name))

    def _line_typed(self, line: Line, caret: int) -> None:
        """Keep what is typed, outside the journal."""
        if not line.text.strip() and line.mark is NoteMark.NONE:
            self._forget()
            return
        content = kept_content(line, caret)
        is_private = line.mark is NoteMark.PRIVATE
        self._work.autosave(
            unsaved_draft(PLACE, self._session, content, self._work.as_of, private=is_private)
        )
        if line.mark in (NoteMark.COMMITMENT, NoteMark.ASK):
            self._say_due(line)

    def _say_due(self, line: Line) -> None:
        said = self._work.ask(read_note, self._session, _draft(line))
        if said.due_error is not None:
            self._frame.legend.refuse(str(said.due_error))
        else:
            self._frame.legend.refuse("")

    def _forget(self) -> None:
        kept = self._work.ask(unsaved_at, PLACE, self._session)
        if kept is not None:
            self._work.forget(kept)

    def _line_finished(self, line: Line) -> None:
        """Enter: write the line, then agree what it asks, or begin the next."""
        if not line.text.strip():
            return
        if line.mark is NoteMark.MANDATE and line.id is None:
            self._open_requirement(line)
            return
        written = self._keep(line)
        if written is None:
            return
        self._frame.notes.close_editor()
        self._frame.legend.show_rule(self._talk.may_require)
        if line.mark is NoteMark.ASK and self._is_unfinished(written.id):
            self._open_composer(written.id)
        else:
            self._go_on(line)

    def _go_on(self, line: Line) -> None:
        """The next line: the one below, or a new last one."""
        below = [other for other in self._frame.notes.lines if other.order > line.order]
        if below and not below[0].is_covered:
            self._frame.notes.edit(below[0])
        else:
            self._edit_new()

    def _line_left(self, line: Line) -> None:
        """The caret went elsewhere: write the line, or drop an empty new one."""
        notes = self._frame.notes
        if line.id is None and not line.text.strip():
            notes.close_editor()
            self._forget()
            return
        if line.id is not None and not line.text.strip() and line.mark is not NoteMark.PRIVATE:
            notes.close_editor()
            self._line_dropped(line)
            return
        if line.mark is NoteMark.MANDATE and line.id is None:
            return
        if self._keep(line) is not None:
            notes.close_editor()

    def _keep(self, line: Line) -> SessionNote | None:
        """Write a line; a refusal stands below the notes and the words stay where they are."""
        try:
            written = self._work.do(keep_line, self._session, _draft(line), by=self)
        except UserError as refused:
            self._frame.legend.refuse(str(refused))
            return None
        self._frame.legend.refuse("")
        self._forget()
        self._talk = self._work.ask(run_page, self._session)
        shown = next((n for n in lines_of(self._talk.notes) if n.id == written.id), None)
        if shown is not None:
            self._frame.notes.replace_line(shown)
        self._frame.tally.show_runs(self._tally())
        self._frame.asked.show_lines(self._asked_shown(), self._work.as_of)
        return written

    def _line_dropped(self, line: Line) -> None:
        if line.id is not None:
            self._work.do(drop_line, line.id, by=self, said=_("Line removed"))
        self._forget()
        self._talk = self._work.ask(run_page, self._session)
        self._frame.notes.show_lines(lines_of(self._talk.notes))
        self._edit_new()
        self.refresh()

    def _is_unfinished(self, note_id: UUID) -> bool:
        return any(note.id == note_id and note.is_unfinished for note in self._talk.notes)

    # Requests and requirements

    def _open_composer(self, note_id: UUID) -> None:
        note = next(note for note in self._talk.notes if note.id == note_id)
        line = next(line for line in lines_of(self._talk.notes) if line.id == note_id)
        said = self._work.ask(read_note, self._session, _draft(line))
        self._close_composer()
        composer = AskComposer(
            self._work.theme,
            self._talk.brief.head.first_name,
            note.text,
            as_of=self._work.as_of,
            due=said.due,
            threads=self._joinable(note),
        )
        composer.agreed.connect(self._ask_agreed)
        composer.put_off.connect(self._ask_put_off)
        composer.joined.connect(self._ask_joined)
        self._composer, self._composed = composer, (note, line)
        self._frame.put_composer(composer)
        composer.show()
        composer.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def _joinable(self, note: NoteLine) -> list[AskedLine]:
        """Other subjects that are open or went unmet, and share a word with this one."""
        wanted = {word for word in note.text.casefold().split() if len(word) > 3}
        return [
            line
            for line in self._talk.asked
            if line.subject.casefold() != note.text.strip()[:60].casefold()
            and wanted & set(line.subject.casefold().split())
        ]

    def _asked_shown(self) -> list[AskedLine]:
        return [line for line in self._talk.asked if line.due_day is not None]

    def _ask_agreed(self) -> None:
        composer = self._composer
        if not isinstance(composer, AskComposer) or self._composed is None:
            return
        terms = composer.terms()
        note, line = self._composed
        if terms is None or note is None:
            return
        try:
            self._work.do(agree_noted_ask, note.id, terms, by=self)
        except UserError as refused:
            composer.refuse(refused)
            return
        self._after_composer(line)

    def _ask_put_off(self) -> None:
        line = self._composed[1] if self._composed is not None else None
        self._after_composer(line)

    def _ask_joined(self, thread_id: UUID) -> None:
        if self._composed is None or self._composed[0] is None:
            return
        note = self._composed[0]
        self._work.do(join_thread, note.id, thread_id, by=self)
        self._talk = self._work.ask(run_page, self._session)
        self._open_composer(note.id)

    def _open_requirement(self, line: Line) -> None:
        self._close_composer()
        said = self._work.ask(read_note, self._session, _draft(line))
        sheet = RequirementSheet(
            self._work.theme,
            line.text,
            as_of=self._work.as_of,
            due=said.due,
            lines=[asked for asked in self._talk.asked if asked.may_be_required],
        )
        sheet.agreed.connect(self._requirement_set)
        sheet.put_off.connect(self._requirement_put_off)
        self._composer, self._composed = sheet, (None, line)
        self._frame.put_composer(sheet)
        sheet.show()
        sheet.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def _requirement_set(self) -> None:
        sheet = self._composer
        if not isinstance(sheet, RequirementSheet) or self._composed is None:
            return
        due = sheet.due()
        if due is None:
            return
        line = self._composed[1]
        thread = sheet.subject.value()
        terms = RequirementTerms(
            how=sheet.how.text(),
            due_day=due,
            thread_id=UUID(thread) if thread else None,
            skip_reason="" if thread else sheet.reason.text(),
        )
        try:
            self._work.do(keep_requirement, self._session, _draft(line), terms, by=self)
        except UserError as refused:
            sheet.error.say(refused.message, refused.next_step)
            return
        self._frame.notes.close_editor()
        self._forget()
        self._after_composer(line)

    def _requirement_put_off(self) -> None:
        """Back to the line: it is not written until it is set."""
        line = self._composed[1] if self._composed is not None else None
        self._close_composer()
        if line is not None:
            self._frame.notes.edit(line)

    def _after_composer(self, line: Line | None) -> None:
        self._close_composer()
        self._talk = self._work.ask(run_page, self._session)
        shown = {note.order for note in self._frame.notes.lines}
        if any(note.order not in shown for note in self._talk.notes):
            self._frame.notes.show_lines(lines_of(self._talk.notes))
        self.refresh()
        if line is not None:
            self._go_on(line)
        else:
            self._edit_new()

    def _close_composer(self) -> None:
        composer, self._composer, self._composed = self._composer, None, None
        if composer is not None:
            composer.hide()
            composer.setParent(None)
            composer.deleteLater()

    # Agenda and clock

    def _timed(self) -> list[AgendaPart]:
        return [part for part in self._talk.brief.agenda if part.minutes > 0]

    def _current_point(self) -> int:
        for at, part in enumerate(self._timed()):
            if not part.ticked:
                return at
        return max(0, len(self._timed()) - 1)

    def next_point(self) -> None:
        """Tick the current point of the agenda and go on to the next."""
        timed = self._timed()
        if timed:
            self._point_ticked(timed[self._current_point()].id, True)

    def _point_ticked(self, item_id: UUID, on: bool) -> None:
        self._work.do(tick_point, item_id, ticked=on, by=self)
        self.refresh()

    def _point_added(self, words: str) -> None:
        try:
            self._work.do(add_reps_point, self._session, words, by=self)
        except UserError as refused:
            self._frame.legend.refuse(str(refused))
            return
        self.refresh()

    def _tick(self) -> None:
        if self._talk is None:
            return
        talk = self._talk
        started = talk.started_at or talk.now
        seconds = int((self._work.now - started).total_seconds())
        self._frame.top.clock.show_time(seconds, talk.minutes)
        timed, current = self._timed(), self._current_point()
        before = sum(part.minutes for part in timed[:current])
        share = 0.0
        if timed:
            share = (seconds / 60 - before) / max(1, timed[current].minutes)
        name = talk.brief.head.first_name
        titles = [_("{name}'s agenda").format(name=name) if p.is_reps else p.text for p in timed]
        shown = [replace(p, text=title) for p, title in zip(timed, titles, strict=True)]
        self._frame.top.progress.show_parts(shown, current, min(1.0, max(0.04, share)))

    def _tally(self) -> str:
        """What this talk holds so far."""
        marks = [note.mark for note in self._talk.notes]
        asks, shares = marks.count(NoteMark.ASK), marks.count(NoteMark.SHARE)
        promises = marks.count(NoteMark.COMMITMENT)
        parts = [
            ngettext("{n} request", "{n} requests", asks).format(n=asks),
            ngettext("{n} share", "{n} shares", shares).format(n=shares),
            ngettext("{n} promise", "{n} promises", promises).format(n=promises),
        ]
        return _("This talk so far: {parts}. Esc leaves, all is saved.").format(
            parts=" · ".join(parts)
        )

    # Ways out

    def wrap_up(self) -> None:
        """End the talk and go to its wrap-up."""
        active = self._frame.notes.active
        if active is not None:
            self._line_left(active)
        if self._talk.state is TalkState.RUNNING:
            self._work.do(end_talk, self._session, by=self)
        self._work.open_talk(self._session, "wrap_up")

    def step_out(self) -> None:
        """Leave the talk open and go to Today."""
        self._work.open_page("today")

    def turn_laptop(self) -> None:
        """Show the rep one field alone, or take it back."""
        if self.widget.currentWidget() is self._turned:
            self._turned.finish()
            return
        active = self._frame.notes.active
        if active is not None:
            self._line_left(active)
        talk = self._work.ask(run_page, self._session)
        self._turned.begin(talk.brief.head.first_name, talk.rep_words, talk.rep_usefulness)
        self.widget.setCurrentWidget(self._turned)
        self._turned.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned_back(self, words: str, useful: int | None) -> None:
        try:
            self._work.do(keep_reps_words, self._session, words, useful, by=self)
        except UserError as refused:
            self._frame.legend.refuse(str(refused))
        self.widget.setCurrentWidget(self._frame)
        self._edit_new()

    def _ask_about_left_open(self) -> None:
        """A talk still running the next day asks what it was."""
        talk = self._talk
        started = talk.started_at
        if talk.state is not TalkState.RUNNING or started is None:
            return
        if started.astimezone(self._work.now.tzinfo).date() >= self._work.as_of:
            return
        until = started + timedelta(minutes=talk.minutes)
        asking = LeftOpen(self._work, self.widget.window(), self._session, started, until)
        asking.open_panel()

    def actions(self) -> list[Action]:
        """What can be done on this page."""
        page = self.id
        return [
            Action(
                "run.wrap_up",
                _("Wrap up the talk"),
                self.wrap_up,
                "Ctrl+Return",
                _("Talk"),
                page=page,
            ),
            Action(
                "run.next_point",
                _("Go to the next agenda point"),
                self.next_point,
                "Ctrl+.",
                _("Talk"),
                page=page,
            ),
            Action(
                "run.turn",
                _("Turn the laptop to the rep"),
                self.turn_laptop,
                "F8",
                _("Talk"),
                page=page,
            ),
            Action(
                "run.leave",
                _("Leave the talk open"),
                self.step_out,
                "Escape",
                _("Talk"),
                page=page,
            ),
            Action("run.hold", _("Hold to read private lines"), None, "F9", _("Talk"), page=page),
        ]


def _draft(line: Line) -> LineDraft:
    return LineDraft(
        id=line.id,
        order=line.order,
        mark=line.mark,
        text=line.text,
        rating=line.rating,
        owner=line.owner,
        share_kind=line.share_kind,
    )
