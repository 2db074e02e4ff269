"""All screens on one store: made once it is open, connected to each other and to the window."""

import getpass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from coachdesk.domain.documents import PrintQueueItem
from coachdesk.domain.errors import StoreError, UserError
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.talks import CoachingSession
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.documents import print_queue
from coachdesk.services.history import describe
from coachdesk.services.languages import speak_language
from coachdesk.services.opening import is_same_team, whose_store
from coachdesk.services.own_words import speak_own_words
from coachdesk.services.pages import frame, has_workspace, running_talk
from coachdesk.services.people import ensure_workspace
from coachdesk.services.search import search_desk
from coachdesk.ui.batons.actions import baton_actions
from coachdesk.ui.capture.actions import CaptureDesk, capture_actions
from coachdesk.ui.exchange.actions import exchange_actions
from coachdesk.ui.first_run.actions import first_run_actions
from coachdesk.ui.history.panel import HistoryDesk
from coachdesk.ui.insights.actions import deal_actions, insight_actions
from coachdesk.ui.insights.deals import Deals
from coachdesk.ui.joint_meetings.actions import joint_meeting_actions
from coachdesk.ui.one_on_ones.actions import one_on_one_actions
from coachdesk.ui.partner_team.actions import partner_team_actions
from coachdesk.ui.partners.actions import partner_actions
from coachdesk.ui.parts.ask_actions import ask_actions
from coachdesk.ui.peers.actions import peer_actions
from coachdesk.ui.playbook.actions import playbook_actions
from coachdesk.ui.screens import Screens
from coachdesk.ui.sessions.meeting_paper import MeetingPaper
from coachdesk.ui.sessions.prepare_actions import prepare_actions
from coachdesk.ui.sessions.print_queue import WaitingPrints, print_queue_actions
from coachdesk.ui.sessions.wrap_up_actions import wrap_up_actions
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.jobs import Jobs
from coachdesk.ui.shell.nav import NavRep
from coachdesk.ui.shell.palette import nothing_to_search
from coachdesk.ui.shell.problems import StoreDialog
from coachdesk.ui.shell.window import Window
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.soft_power.actions import soft_power_actions
from coachdesk.ui.team.actions import rep_actions
from coachdesk.ui.team.team_actions import team_actions
from coachdesk.ui.templates.actions import template_actions
from coachdesk.ui.today.actions import today_actions
from coachdesk.ui.visits.actions import visit_actions
from coachdesk.ui.ways import Ways
from coachdesk.ui.wordings.actions import WordingsDesk, wording_actions
from coachdesk.ui.wordings.languages import language_actions
from coachdesk.views.changes import Changes
from coachdesk.views.dates import near_day
from coachdesk.views.today import NavRep as NavRepView

_FRAME = frozenset({Rep, CoachingSession, PrintQueueItem})
_WORDED: frozenset[type] = frozenset({Workspace})


class Office(QObject):
    """Opens the screens on a store and closes them; says and shows what was changed."""

    sample_asked = Signal()
    own_asked = Signal()
    writing_asked = Signal()
    discard_asked = Signal()
    store_asked = Signal(object)  # Path of a store to open
    place_asked = Signal(object)  # Path of a store to begin
    language_changed = Signal()

    def __init__(self, window: Window, jobs: Jobs, desk: Desk) -> None:
        super().__init__()
        self._window, self._desk = window, desk
        if not desk.store.read_only and not has_workspace(desk):
            desk.load(ensure_workspace, getpass.getuser())
        self._whose = desk.ask(whose_store)
        self.workplace = Workplace(desk, window.theme, jobs, self)
        self.screens = Screens(self.workplace, window)
        self.ways = Ways(self.workplace, window, self.screens)
        self._meeting_paper = MeetingPaper(self.workplace, self)
        self._capture = CaptureDesk(self.workplace, window)
        self._waiting = WaitingPrints(self.workplace, window)
        self._wordings = WordingsDesk(self.workplace, window)
        self._deals = Deals(self.workplace, window, self.ways.activity_in_sight)
        self._history = HistoryDesk(self.workplace, window)
        self._actions = self._all_actions()
        self._from_window: list[tuple[SignalInstance, Any]] = [
            (window.rep_opened, self.ways.open_rep),
            (window.hit_opened, self.ways.open_hit),
            (window.capture_asked, self._capture.open_empty),
            (window.undo_asked, self.undo),
            (window.add_rep_asked, self.ways.add_rep),
            (window.own_team_asked, self._ask_own),
            (window.retry_asked, self._retry),
            (window.writing_asked, self._ask_writing),
            (window.waiting_asked, self._waiting.open),
        ]
        self._connect()

    def _connect(self) -> None:
        for signal, slot in self._from_window:
            signal.connect(slot)
        work = self.workplace
        work.changed.connect(self._changed)
        work.said.connect(self._say)
        work.saved.connect(self._saved)
        work.store_failed.connect(self.store_failed)
        self.screens.joint_meeting.signals.print_asked.connect(self._meeting_paper.print)
        self.screens.today.signals.sample_asked.connect(self.sample_asked)
        first_run = self.screens.first_run.signals
        first_run.sample_asked.connect(self.sample_asked)
        first_run.store_asked.connect(self.store_asked)
        first_run.place_asked.connect(self.place_asked)

    def _all_actions(self) -> list[Action]:
        """What can be done on this store, in the words in use."""
        window = self._window
        return [
            *self._own_actions(),
            *capture_actions(self._capture),
            *ask_actions(self.workplace, window),
            *wording_actions(self._wordings),
            *language_actions(self.workplace),
            *today_actions(self.screens.today),
            *one_on_one_actions(self.screens.one_on_ones),
            *team_actions(self.screens.team),
            *baton_actions(self.screens.batons, self.ways.show_batons),
            *partner_actions(self.screens.partners),
            *soft_power_actions(self.screens.soft_power, self.screens.partners.id),
            *partner_team_actions(
                self.screens.partner_team, self.ways.choose_team, self.ways.why_no_team
            ),
            *insight_actions(self.screens.insights),
            *deal_actions(self._deals, self.screens.insights.id),
            *playbook_actions(self.screens.playbook, window),
            *visit_actions(self.screens.visit, self.ways.plan_visit),
            *peer_actions(self.screens.peer, self.workplace, window),
            *joint_meeting_actions(self.screens.joint_meeting, self.ways.plan_joint_meeting),
            *rep_actions(self.screens.rep),
            *prepare_actions(self.screens.prepare),
            *self.screens.run.actions(),
            *wrap_up_actions(self.screens.wrap_up),
            *first_run_actions(self.screens.first_run),
            *print_queue_actions(self._waiting),
            *exchange_actions(self.workplace, window, self.ways.add_list),
            *template_actions(self.workplace, window),
        ]

    def begin(self) -> None:
        """Put the pages into the window; a talk that was running is shown again."""
        self._window.set_pages(self.screens.every(), self._actions, read=[self.screens.today])
        self._window.set_saved(True)
        self._window.set_search(partial(search_desk, self._desk))
        self._window.set_reading(self.workplace.why_not_write)
        self._show_frame()
        going_on = running_talk(self._desk)
        if going_on is not None and not self._desk.store.read_only:
            self.ways.open_talk(going_on, "run")
        else:
            self._window.show_page("first_run" if self._is_first_run() else "today")

    def _is_first_run(self) -> bool:
        """Whether this is the person's own store and nobody is in it yet."""
        shown = frame(self._desk)
        return not (shown.reps or shown.is_sample or self._desk.store.read_only)

    def close(self) -> None:
        """Let go of the window, then of the store: nothing asks it once it is closed."""
        self.leave_window()
        self._desk.close()

    def leave_window(self) -> Desk:
        """Let go of the window alone; the store stays open for who comes next."""
        self._window.put_away()
        for signal, slot in self._from_window:
            signal.disconnect(slot)
        self._window.registry.remove(self._actions)
        self._window.set_search(nothing_to_search)
        self._window.set_pages([])
        for timer in (timer for owner in self._owners() for timer in owner.findChildren(QTimer)):
            timer.stop()
        self.workplace.jobs.drain()
        self.deleteLater()
        return self._desk

    def _owners(self) -> list[QObject]:
        """Whatever may hold a clock of its own: the pages and what they show."""
        pages = self.screens.every()
        return [page.widget for page in pages] + [p for p in pages if isinstance(p, QObject)]

    def undo(self) -> None:
        """Take the last change back, also one from before a restart."""
        self._invert(self._desk.undo, _("Undone: {what}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._invert(self._desk.redo, _("Done again: {what}"))

    def show_history(self) -> None:
        """What was changed: about the rep in sight, else everything."""
        in_sight = self._window.current is self.screens.rep
        self._history.open(self.screens.rep.who if in_sight else None)

    def _invert(self, invert: Any, words: str) -> None:
        try:
            undone, changes = invert()
        except StoreError as error:
            self.store_failed(error)
            return
        except UserError as refused:
            self._window.say(str(refused), can_undo=False)
            return
        what = self._desk.ask(describe, undone, changes)
        self.workplace.tell(changes)
        self._window.say(words.format(what=what), can_undo=False)

    def _own_actions(self) -> list[Action]:
        edit, team = _("Edit"), _("Team")
        changes = (
            ("edit.undo", _("Undo the last change"), self.undo, "Ctrl+Z", edit),
            ("edit.redo", _("Redo what was undone"), self.redo, "Ctrl+Shift+Z", edit),
            ("team.add", _("Add a rep"), self.ways.add_rep, "Ctrl+Shift+R", team),
            ("team.add_many", _("Add several reps"), self.ways.add_several, "", team),
        )
        undo, redo, *adding = [Action(*parts, writes=True) for parts in changes]
        return [
            undo,
            redo,
            Action("edit.history", _("Show what was changed"), self.show_history, "Ctrl+H", edit),
            *adding,
            Action(
                "store.sample",
                _("Explore the sample team"),
                self._ask_sample,
                "",
                team,
                self._why_no_sample,
            ),
            Action(
                "store.discard",
                _("Throw the sample team away"),
                self._ask_discard,
                "",
                team,
                self._why_no_discard,
                writes=True,
            ),
        ]

    # What happened

    def _changed(self, changes: Changes, by: object) -> None:
        self._window.on_changes(changes, by)
        if changes.touch(_FRAME):
            self._show_frame()
        if not changes.touch(_WORDED):
            return
        if self._desk.ask(speak_language):
            self.language_changed.emit()
        elif self._desk.ask(speak_own_words):
            self._say_all_anew()

    def _say_all_anew(self) -> None:
        """Another word for a rep stands everywhere at once, undo included."""
        self._actions = self._all_actions()
        self._window.registry.reword(self._actions)
        self._window.refresh_all()
        self._window.rebuild()

    def _show_frame(self) -> None:
        shown = frame(self._desk)
        self._window.set_sample(shown.is_sample)
        self._window.set_waiting(len(self._desk.ask(print_queue)))
        self._window.set_reps([_nav_rep(rep, self._desk) for rep in shown.reps])

    def _say(self, words: str, can_undo: bool) -> None:
        self._window.say(words, can_undo=can_undo)

    def _saved(self) -> None:
        self._window.set_saved(True)

    def store_failed(self, error: StoreError) -> None:
        """Say once what is so and what is safe; reading alone is no failure."""
        if error.code == "read_only":
            self._window.say(f"{error.message} {error.next_step}", can_undo=False)
            return
        self._window.set_saved(False)
        if not any(dialog.isVisible() for dialog in self._window.findChildren(StoreDialog)):
            dialog = StoreDialog(self._window.theme, error, self._window)
            dialog.retry.connect(self._retry)
            dialog.show()

    def _retry(self) -> None:
        """Write again what is unwritten: it was kept, or leaving a page writes it."""
        try:
            if self._desk.is_gone:
                self._desk.reopen(partial(is_same_team, self._whose))
                self._window.refresh_all()
            self.workplace.write_again()
            current = self._window.current
            if current is not None:
                current.leave()
                current.refresh()
        except StoreError as error:
            self.store_failed(error)

    def _ask_writing(self) -> None:
        self.writing_asked.emit()

    def _ask_own(self) -> None:
        self.own_asked.emit()

    def _ask_sample(self) -> None:
        self.sample_asked.emit()

    def _ask_discard(self) -> None:
        self.discard_asked.emit()

    def _why_no_sample(self) -> str:
        return _("This is the sample team.") if frame(self._desk).is_sample else ""

    def _why_no_discard(self) -> str:
        return "" if frame(self._desk).is_sample else _("This is your own team.")


def _nav_rep(rep: NavRepView, desk: Desk) -> NavRep:
    when = ""
    if rep.next_day is not None:
        today = rep.next_day == desk.as_of
        when = rep.next_start if today and rep.next_start else near_day(rep.next_day, desk.as_of)
    return NavRep(id=rep.id, name=rep.name, initials=rep.initials, when=when)
