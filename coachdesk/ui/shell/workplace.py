"""What a screen works with: the desk, the jobs, and a word to the window."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import StoreError
from coachdesk.domain.evidence import Draft
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.history import done_words
from coachdesk.ui.kit.held import hold
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.jobs import Jobs
from coachdesk.views.changes import Changes
from coachdesk.views.search import Place


class Workplace(QObject):
    """One for all screens. They ask and do through it, and say where the person wants to go.

    A RuleError or InputError goes to the caller, who shows it where it happened; a StoreError is
    told to the window as well.
    """

    changed = Signal(object, object)  # Changes, the screen that asked
    said = Signal(str, bool)  # what was done, whether Undo is offered
    store_failed = Signal(object)  # StoreError
    saved = Signal()
    page_asked = Signal(str)
    rep_asked = Signal(object)  # rep id
    event_asked = Signal(object, object)  # rep id, observation id
    evidence_asked = Signal(object, str, int)  # rep id, behaviour, days
    record_asked = Signal(object, object)  # rep id, id of a request, share or requirement
    place_asked = Signal(object)  # Place of a record
    talks_asked = Signal(str)  # a rep's name
    talk_asked = Signal(object, str)  # session id, "prepare" | "run" | "wrap_up"
    visit_asked = Signal(object)  # visit id
    visit_plan_asked = Signal()
    peer_meeting_asked = Signal(object)  # meeting id
    joint_meeting_asked = Signal(object)  # joint meeting id
    capture_asked = Signal(str)  # a line to begin with
    inbox_asked = Signal(object)  # draft id
    history_asked = Signal(object, str)  # ids of a record and its parts, what it is called
    wordings_asked = Signal(object)  # the behaviour whose ratings are worded
    form_asked = Signal(object, str)  # rep id or None, first name

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme, self.jobs = desk, theme, jobs
        self.reads_text = False
        """Whether previews show a page's words instead of its picture, while the window is open."""
        self._unwritten: dict[UUID, Draft] = {}

    @property
    def as_of(self) -> date:
        """Today."""
        return self.desk.as_of

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.desk.now

    @property
    def why_not_write(self) -> str:
        """Why nothing can be changed; "" while it can be."""
        return _("The file is open for reading only.") if self.desk.store.read_only else ""

    def choose_reading(self, as_text: bool) -> None:
        """Every preview from now on shows words, or pictures."""
        self.reads_text = as_text

    def hold(self, *widgets: QWidget) -> None:
        """What writes rests while the store can only be read: buttons, fields, whole cards."""
        if why := self.why_not_write:
            for widget in widgets:
                hold(widget, why)

    def hold_rows(self, rows: Rows, *ways: str) -> None:
        """The ways of a list that write rest likewise; the others go on."""
        if why := self.why_not_write:
            rows.hold(why, *ways)
            rows.refused.connect(self.say)

    def ask(self, query: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Run a read on one snapshot: `ask(run_page, session_id)`."""
        return self.desk.ask(query, *args, **kwargs)

    def do(
        self,
        fn: Callable[..., Any],
        /,
        *args: Any,
        said: str | None = None,
        by: QObject | None = None,
        **kwargs: Any,
    ) -> Any:
        """Run a command, tell every screen what it touched, and say what was done.

        Without `said`, the command's own title is said of what it wrote; with an empty one the
        screen that asks says it, from the result.
        """
        try:
            outcome = self.desk.do(fn, *args, **kwargs)
        except StoreError as error:
            self.store_failed.emit(error)
            raise
        self.write_again()
        self.changed.emit(outcome.changes, by)
        if said is None and outcome.changes.ids:
            said = done_words(fn.__name__)
        if said:
            self.said.emit(said, True)
        return outcome.result

    def tell(self, changes: Changes, by: QObject | None = None) -> None:
        """Announce changes that were made past `do`: undo, a recorded print."""
        self.saved.emit()
        self.changed.emit(changes, by)

    def say(self, words: str, *, can_undo: bool = False) -> None:
        """A sentence in the bar at the bottom."""
        self.said.emit(words, can_undo)

    def autosave(self, draft: Draft) -> None:
        """Keep work being typed, outside the journal."""
        if self.why_not_write:  # nothing can be typed; what a page notes by itself is let go
            return
        self._unwritten[draft.id] = draft
        self.write_again()

    def write_again(self) -> None:
        """Write what was typed while the store did not take it; it is kept until it is written."""
        for draft_id, draft in tuple(self._unwritten.items()):
            try:
                self.desk.autosave(draft)
            except StoreError as error:
                self.store_failed.emit(error)
                return
            del self._unwritten[draft_id]
        self.saved.emit()

    def forget(self, draft: Draft) -> None:
        """Drop autosaved work that is saved by now."""
        self._unwritten.pop(draft.id, None)
        if self.why_not_write:
            return
        try:
            self.desk.drop_autosave(draft)
        except StoreError as error:
            self.store_failed.emit(error)

    def open_page(self, page_id: str) -> None:
        """Go to a page of the navigation."""
        self.page_asked.emit(page_id)

    def open_rep(self, rep_id: UUID) -> None:
        """Go to a rep's page."""
        self.rep_asked.emit(rep_id)

    def open_event(self, rep_id: UUID, observation_id: UUID) -> None:
        """Go to an event on its rep's page."""
        self.event_asked.emit(rep_id, observation_id)

    def open_evidence(self, rep_id: UUID, behaviour: str, window_days: int) -> None:
        """Go to the events of one behaviour on a rep's page."""
        self.evidence_asked.emit(rep_id, behaviour, window_days)

    def open_record(self, rep_id: UUID, record_id: UUID) -> None:
        """Go to a request, share or requirement on a rep's page, or show it in full."""
        self.record_asked.emit(rep_id, record_id)

    def open_place(self, place: Place) -> None:
        """Go to where a record is seen: a customer, a partner team, a hand-off."""
        self.place_asked.emit(place)

    def open_talks(self, name: str) -> None:
        """Go to the talks with a rep."""
        self.talks_asked.emit(name)

    def open_talk(self, session_id: UUID, step: str) -> None:
        """Go to a talk: its "prepare", "run" or "wrap_up"."""
        self.talk_asked.emit(session_id, step)

    def open_visit(self, visit_id: UUID) -> None:
        """Go to a joint visit."""
        self.visit_asked.emit(visit_id)

    def open_joint_meeting(self, meeting_id: UUID) -> None:
        """Go to a customer meeting with a partner."""
        self.joint_meeting_asked.emit(meeting_id)

    def plan_visit(self) -> None:
        """Ask with whom, where and when a joint visit is."""
        self.visit_plan_asked.emit()

    def open_peer_meeting(self, meeting_id: UUID) -> None:
        """Go to a meeting with a peer manager."""
        self.peer_meeting_asked.emit(meeting_id)
