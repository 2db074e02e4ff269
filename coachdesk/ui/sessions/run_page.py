"""The page during a talk: eyes on the person, one line at a time."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.domain.vocabulary import NoteMark, TalkState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.agendas import add_reps_point, tick_point
from coachdesk.services.self_ratings import (
    OwnRating,
    events_to_rate,
    manager_name,
    rate_own_events,
)
from coachdesk.services.talk_notes import private_line
from coachdesk.services.talks import end_talk, keep_reps_words
from coachdesk.ui.parts.expectation_list import (
    ANEW_KEY,
    EXPECTATION_KINDS,
    EXPECTATIONS_KEY,
    ExpectationList,
)
from coachdesk.ui.sessions.run_asking import Asking
from coachdesk.ui.sessions.run_context import RunningTalk
from coachdesk.ui.sessions.run_left_open import LeftOpen
from coachdesk.ui.sessions.run_lines import NoteLines
from coachdesk.ui.sessions.run_state import Line
from coachdesk.ui.sessions.run_turned import Turned
from coachdesk.ui.sessions.run_view import RunFrame
from coachdesk.ui.sessions.run_writing import Writing
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace

TICK_MS = 1000


class RunPage(QObject):
    """One running talk at a time; `open` shows it."""

    id, icon, key, nav = "run", "message-square", "", "today"
    full_bleed = True
    shows = frozenset(
        {
            *(CoachingSession, SessionNote, AgendaItem, Ask, AskThread),
            *(Commitment, Observation, Draft, Share),
            *EXPECTATION_KINDS,
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work, self.title = workplace, _("Talk")
        self.widget = QStackedWidget()
        self.widget.setAccessibleName(_("One-on-one"))
        self._room = Room(1360)
        self._running: RunningTalk | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._build()

    def _build(self) -> None:
        theme = self._work.theme
        while self.widget.count():
            self._frame.notes.editor.rest()
            old = self.widget.widget(0)
            self.widget.removeWidget(old)
            old.deleteLater()
        self._frame = RunFrame(theme, NoteLines(theme, self._private_words))
        self._turned = Turned(theme)
        self.widget.addWidget(self._frame)
        self.widget.addWidget(self._turned)
        self._frame.side.ticked.connect(self._point_ticked)
        self._frame.side.added.connect(self._point_added)
        self._frame.top.wrap_up.clicked.connect(self.wrap_up)
        self._frame.leave_asked.connect(self.step_out)
        self._turned.done.connect(self._turned_back)
        self._turned.ratings.rated.connect(self._own_rated)
        self.expected = ExpectationList(self._work)
        self._frame.put_expectations(self.expected)
        self._work.hold(self._frame.notes, self._frame.side, self._frame.top.wrap_up)
        self._frame.legend.setVisible(not self._work.why_not_write)

    def open(self, session_id: UUID) -> None:
        """Show a talk; the line that was being typed when the program stopped is typed again."""
        self._build()
        self._frame.reflow(self._room)
        self._begin(session_id)
        self._timer.start()
        if not self._work.why_not_write:
            self._writing.resume()
            self._ask_about_left_open()

    def _begin(self, session_id: UUID) -> None:
        self._running = RunningTalk(self._work, self._frame, session_id)
        self._writing = Writing(self._running, self)
        self._asking = Asking(self._running, self)
        self._writing.written.connect(self._show_counts)
        self._writing.ask_noted.connect(self._asking.agree)
        self._writing.requirement_begun.connect(self._asking.require)
        self._asking.settled.connect(self._asking_settled)
        self._asking.taken_back.connect(self._frame.notes.edit)
        self._frame.notes.show_lines(self._running.lines)
        self._frame.legend.show_rule(self._running.talk.may_require)
        self.refresh()

    # What the window asks of a page

    def refresh(self) -> None:
        """Read again; the line being typed stays as it is."""
        running = self._running
        if running is None:
            return
        running.reload()
        frame = self._frame
        frame.top.show_talk(running.talk)
        frame.side.show_talk(running.talk, running.current_point())
        self.expected.show_rep(running.talk.brief.head.rep_id, running.session_id)
        active = frame.notes.active
        shown = {line.id for line in frame.notes.lines if line.id is not None}
        if shown != {line.id for line in running.lines}:
            frame.notes.show_lines(running.lines)
            if active is not None and active.id is None:
                frame.notes.edit(active)
        for line in running.lines:
            if active is None or active.order != line.order:
                frame.notes.replace_line(line)
        self._show_counts()
        self._tick()

    def rebuild(self) -> None:
        """Make the widgets again: the zoom has changed."""
        running = self._running
        if running is None:
            self._build()
            return
        self._writing.leave()
        self._build()
        self._frame.reflow(self._room)
        self._begin(running.session_id)
        if not self._work.why_not_write:
            self._writing.new_line()

    def reflow(self, room: Room) -> None:
        """Arrange for this width."""
        self._room = room
        self._frame.reflow(room)

    def leave(self) -> None:
        """Another page will be shown: write the line, stop the clock."""
        if self._running is not None:
            self._writing.leave()
        self._frame.notes.editor.rest()
        self._timer.stop()
        QApplication.instance().removeEventFilter(self)
        self._frame.notes.hold_open(False)

    def first_focus(self) -> QWidget | None:
        """The line being typed; the talk itself where none can be."""
        QApplication.instance().installEventFilter(self)
        if self._running is not None:
            self._timer.start()
        if self._work.why_not_write:
            return self._frame
        if self._running is not None and self._frame.notes.active is None:
            self._writing.new_line()
        return self._frame.notes.editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_F9:
            return False
        is_held = event.type() == QEvent.Type.KeyPress
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if not event.isAutoRepeat():
                self._frame.notes.hold_open(is_held)
                if self._running is not None:
                    self._asking.show_form(is_held)
            return True
        return False

    # The parts

    def _private_words(self, line: Line) -> str:
        words: str = self._work.ask(private_line, line.id)
        return words

    def _asking_settled(self, line: Line) -> None:
        self._writing.forget()
        self.refresh()
        self._writing.go_on(line)

    def _show_counts(self) -> None:
        running = self._running
        if running is None:
            return
        self._frame.asked.show_asked(running.talk, self._work.as_of)
        marks = [note.mark for note in running.talk.notes]
        asks, shares = marks.count(NoteMark.ASK), marks.count(NoteMark.SHARE)
        promises = marks.count(NoteMark.COMMITMENT)
        parts = [
            ngettext("{n} request", "{n} requests", asks).format(n=asks),
            ngettext("{n} share", "{n} shares", shares).format(n=shares),
            ngettext("{n} promise", "{n} promises", promises).format(n=promises),
        ]
        words = _("This talk so far: {parts}. Esc leaves, all is saved.")
        self._frame.tally.show_runs(words.format(parts=" · ".join(parts)))

    def _point_ticked(self, item_id: UUID, on: bool) -> None:
        self._work.do(tick_point, item_id, ticked=on, by=self)
        self.refresh()

    def _point_added(self, words: str) -> None:
        if self._running is None:
            return
        try:
            self._work.do(add_reps_point, self._running.session_id, words, by=self)
        except UserError as refused:
            self._frame.legend.refuse(str(refused))
            return
        self.refresh()

    def _tick(self) -> None:
        running = self._running
        if running is None:
            return
        talk = running.talk
        seconds = int((self._work.now - (talk.started_at or talk.now)).total_seconds())
        self._frame.top.clock.show_time(seconds, talk.minutes)
        timed, current = running.timed_points(), running.current_point()
        before = sum(part.minutes for part in timed[:current])
        now = timed[current].minutes if timed else 1
        share = min(1.0, max(0.04, (seconds / 60 - before) / max(1, now)))
        first = _("{name}’s agenda").format(name=running.first_name)
        shown = [replace(part, text=first) if part.is_reps else part for part in timed]
        self._frame.top.progress.show_parts(shown, current, share)

    # What a person can do

    def next_point(self) -> None:
        """Tick the current point of the agenda and go on to the next."""
        if self._running is not None and self._running.timed_points():
            point = self._running.timed_points()[self._running.current_point()]
            self._point_ticked(point.id, True)

    def wrap_up(self) -> None:
        """End the talk and go to its wrap-up."""
        running = self._running
        if running is None:
            return
        self._writing.leave()
        if running.talk.state is TalkState.RUNNING:
            self._work.do(end_talk, running.session_id, by=self)
            running.reload()
        self._work.open_talk(running.session_id, "wrap_up")

    def step_out(self) -> None:
        """Leave the talk open and go to Today."""
        self._work.open_page("today")

    def turn_laptop(self) -> None:
        """Show the rep one field alone, or take it back."""
        running = self._running
        if running is None:
            return
        if self.widget.currentWidget() is self._turned:
            self._turned.finish()
            return
        self._writing.leave()
        running.reload()
        talk, manager = running.talk, self._work.ask(manager_name)
        asked = self._work.ask(events_to_rate, running.session_id)
        self._turned.begin(running.first_name, talk.rep_words, talk.rep_usefulness, asked, manager)
        self._work.say("")  # the bar may name a rating of the manager's
        self.widget.setCurrentWidget(self._turned)
        self._turned.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own_rated(self, given: tuple[OwnRating, ...]) -> None:
        self._work.do(rate_own_events, given, said="", by=self)

    def _turned_back(self, words: str, useful: int | None) -> None:
        if self._running is None:
            return
        try:
            self._work.do(keep_reps_words, self._running.session_id, words, useful, by=self)
        except UserError as refused:
            self._frame.legend.refuse(str(refused))
        self.widget.setCurrentWidget(self._frame)
        self._writing.new_line()

    def go_to_expectations(self) -> None:
        """The expectations that concern the rep, and from there back to the notes."""
        if self._running is None:
            return
        if self.expected.rows.hasFocus():
            self._writing.new_line()
            return
        self._writing.leave()
        self.expected.go_to(self._running.first_name)

    def _ask_about_left_open(self) -> None:
        """A talk still running the next day asks what it was."""
        running = self._running
        if running is None or running.talk.state is not TalkState.RUNNING:
            return
        started = running.talk.started_at
        if started is None:
            return
        if started.astimezone(self._work.now.tzinfo).date() < self._work.as_of:
            until = started + timedelta(minutes=running.talk.minutes)
            window = self.widget.window()
            LeftOpen(self._work, window, running.session_id, started, until).open_panel()

    def actions(self) -> list[Action]:
        """What can be done on this page."""
        talk, page = _("Talk"), self.id
        asked = (
            ("wrap_up", _("Wrap up the talk"), self.wrap_up, "Ctrl+Return"),
            ("next_point", _("Go to the next agenda point"), self.next_point, "Ctrl+."),
            ("turn", _("Turn the laptop to the rep"), self.turn_laptop, "F8"),
        )
        return [
            *(
                Action(f"run.{id}", title, run, keys, talk, page=page, writes=True)
                for id, title, run, keys in asked
            ),
            Action(
                "run.expectations",
                _("Go to the expectations"),
                self.go_to_expectations,
                EXPECTATIONS_KEY,
                talk,
                page=page,
            ),
            Action(
                "run.agree",
                _("Agree the expectation anew"),
                None,
                ANEW_KEY,
                talk,
                page=page,
                writes=True,
            ),
            Action("run.leave", _("Leave the talk open"), None, "Escape", talk, page=page),
            Action("run.hold", _("Hold to read private lines"), None, "F9", talk, page=page),
        ]
