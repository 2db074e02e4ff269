"""All screens on one store: made once it is open, connected to each other and to the window."""

import getpass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from coachdesk.domain.documents import PrintQueueItem
from coachdesk.domain.errors import StoreError, UserError
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import ActivityKind
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.documents import print_queue
from coachdesk.services.history import describe
from coachdesk.services.opening import is_same_team, whose_store
from coachdesk.services.own_words import speak_own_words
from coachdesk.services.pages import frame, has_workspace, running_talk
from coachdesk.services.partners import teams_by_name
from coachdesk.services.people import ensure_workspace
from coachdesk.services.search import record_text, search_desk
from coachdesk.ui.batons.actions import baton_actions
from coachdesk.ui.batons.page import BatonsPage
from coachdesk.ui.capture.actions import CaptureDesk, capture_actions
from coachdesk.ui.exchange.actions import exchange_actions
from coachdesk.ui.first_run.actions import first_run_actions
from coachdesk.ui.first_run.page import FirstRunPage
from coachdesk.ui.history.panel import HistoryDesk
from coachdesk.ui.insights.actions import deal_actions, insight_actions
from coachdesk.ui.insights.deal_sheets import Start
from coachdesk.ui.insights.deals import Deals
from coachdesk.ui.insights.page import InsightsPage
from coachdesk.ui.joint_meetings.actions import joint_meeting_actions
from coachdesk.ui.joint_meetings.page import JointMeetingPage
from coachdesk.ui.joint_meetings.sheets import PlanMeetingSheet
from coachdesk.ui.one_on_ones.actions import one_on_one_actions
from coachdesk.ui.one_on_ones.page import OneOnOnesPage
from coachdesk.ui.partner_team.actions import partner_team_actions
from coachdesk.ui.partner_team.page import PartnerTeamPage
from coachdesk.ui.partner_team.sheets import TeamSheet
from coachdesk.ui.partners.actions import partner_actions
from coachdesk.ui.partners.page import PartnersPage
from coachdesk.ui.parts.add_rep import AddRep
from coachdesk.ui.parts.ask_actions import ask_actions
from coachdesk.ui.parts.record_panel import RecordPanel
from coachdesk.ui.peers.actions import peer_actions
from coachdesk.ui.peers.agreement_card import AgreementCard
from coachdesk.ui.peers.page import PeerPage
from coachdesk.ui.sessions.form_sheet import FormSheet
from coachdesk.ui.sessions.meeting_paper import MeetingPaper
from coachdesk.ui.sessions.prepare_actions import prepare_actions
from coachdesk.ui.sessions.prepare_page import PreparePage
from coachdesk.ui.sessions.print_queue import WaitingPrints, print_queue_actions
from coachdesk.ui.sessions.run_page import RunPage
from coachdesk.ui.sessions.wrap_up_actions import wrap_up_actions
from coachdesk.ui.sessions.wrap_up_page import WrapUpPage
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.jobs import Jobs
from coachdesk.ui.shell.nav import NavRep
from coachdesk.ui.shell.page import Page
from coachdesk.ui.shell.palette import nothing_to_search
from coachdesk.ui.shell.problems import StoreDialog
from coachdesk.ui.shell.window import Window
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.soft_power.actions import soft_power_actions
from coachdesk.ui.soft_power.desk import SoftPowerDesk
from coachdesk.ui.soft_power.early_column import EarlyColumn
from coachdesk.ui.soft_power.team_card import SoftTeamCard
from coachdesk.ui.team.actions import rep_actions
from coachdesk.ui.team.team_actions import team_actions
from coachdesk.ui.team.team_page import TeamPage
from coachdesk.ui.team.view import RepPage
from coachdesk.ui.today.actions import today_actions
from coachdesk.ui.today.view import TodayPage
from coachdesk.ui.visits.actions import visit_actions
from coachdesk.ui.visits.page import VisitPage
from coachdesk.ui.visits.sheets import PlanVisitSheet
from coachdesk.ui.wordings.actions import WordingsDesk, wording_actions
from coachdesk.views.changes import Changes
from coachdesk.views.dates import near_day
from coachdesk.views.search import Hit, Place
from coachdesk.views.today import NavRep as NavRepView

_FRAME = frozenset({Rep, CoachingSession, PrintQueueItem})
_WORDED: frozenset[type] = frozenset({Workspace})


class Office(QObject):
    """Makes the pages of a store, shows them, and goes where a person wants to go."""

    sample_asked = Signal()
    own_asked = Signal()
    writing_asked = Signal()
    discard_asked = Signal()
    store_asked = Signal(object)  # Path of a store to open
    place_asked = Signal(object)  # Path of a store to begin

    def __init__(self, window: Window, jobs: Jobs, desk: Desk) -> None:
        super().__init__()
        self._window, self._desk = window, desk
        if not desk.store.read_only and not has_workspace(desk):
            desk.load(ensure_workspace, getpass.getuser())
        self._whose = desk.ask(whose_store)
        self.workplace = Workplace(desk, window.theme, jobs, self)
        self.today, self.team = TodayPage(self.workplace), TeamPage(self.workplace)
        self.rep = RepPage(self.workplace)
        self.prepare, self.run = PreparePage(self.workplace), RunPage(self.workplace)
        self.wrap_up = WrapUpPage(self.workplace)
        self.one_on_ones = OneOnOnesPage(self.workplace)
        self.visit = VisitPage(self.workplace)
        self.batons = BatonsPage(self.workplace)
        self.soft_power = SoftPowerDesk(self.workplace, window)
        cards = [
            partial(SoftTeamCard, self.soft_power),
            partial(AgreementCard, self.workplace),
            partial(EarlyColumn, self.soft_power),
        ]
        self.partners = PartnersPage(self.workplace, cards)
        self.peer = PeerPage(self.workplace)
        self.joint_meeting = JointMeetingPage(self.workplace)
        self._meeting_paper = MeetingPaper(self.workplace, self)
        self.partner_team = PartnerTeamPage(self.workplace)
        self.insights = InsightsPage(self.workplace)
        self.first_run = FirstRunPage(self.workplace)
        self._capture = CaptureDesk(self.workplace, window)
        self._waiting = WaitingPrints(self.workplace, window)
        self._wordings = WordingsDesk(self.workplace, window)
        self._deals = Deals(self.workplace, window, self._activity_in_sight)
        self._history = HistoryDesk(self.workplace, window)
        self._actions = self._all_actions()
        self._from_window: list[tuple[SignalInstance, Any]] = [
            (window.rep_opened, self.open_rep),
            (window.hit_opened, self.open_hit),
            (window.capture_asked, self._capture.open_empty),
            (window.undo_asked, self.undo),
            (window.add_rep_asked, self.add_rep),
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
        work.page_asked.connect(self._window.show_page)
        work.rep_asked.connect(self.open_rep)
        work.event_asked.connect(self.open_event)
        work.evidence_asked.connect(self.open_evidence)
        work.record_asked.connect(self.open_record)
        work.place_asked.connect(self.open_place)
        work.talk_asked.connect(self.open_talk)
        work.talks_asked.connect(self.open_talks)
        work.visit_asked.connect(self.open_visit)
        work.visit_plan_asked.connect(self.plan_visit)
        work.peer_meeting_asked.connect(self.open_peer_meeting)
        work.joint_meeting_asked.connect(self.open_joint_meeting)
        self.joint_meeting.signals.place_asked.connect(self.open_place)
        self.joint_meeting.signals.print_asked.connect(self._meeting_paper.print)
        work.form_asked.connect(self.open_form)
        self.today.signals.add_rep_asked.connect(self.add_rep)
        self.today.signals.sample_asked.connect(self.sample_asked)
        self.team.signals.add_rep_asked.connect(self.add_rep)
        first_run = self.first_run.signals
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
            *today_actions(self.today),
            *one_on_one_actions(self.one_on_ones),
            *team_actions(self.team),
            *baton_actions(self.batons, self.show_batons),
            *partner_actions(self.partners),
            *soft_power_actions(self.soft_power, self.partners.id),
            *partner_team_actions(self.partner_team, self.choose_team, self._why_no_team),
            *insight_actions(self.insights),
            *deal_actions(self._deals, self.insights.id),
            *visit_actions(self.visit, self.plan_visit),
            *peer_actions(self.peer, self.workplace, window),
            *joint_meeting_actions(self.joint_meeting, self.plan_joint_meeting),
            *rep_actions(self.rep),
            *prepare_actions(self.prepare),
            *self.run.actions(),
            *wrap_up_actions(self.wrap_up),
            *first_run_actions(self.first_run),
            *print_queue_actions(self._waiting),
            *exchange_actions(self.workplace, window, self.add_list),
        ]

    def begin(self) -> None:
        """Put the pages into the window; a talk that was running is shown again."""
        self._window.set_pages(self._pages(), self._actions, read=[self.today])
        self._window.set_saved(True)
        self._window.set_search(partial(search_desk, self._desk))
        self._window.set_reading(self.workplace.why_not_write)
        self._show_frame()
        going_on = running_talk(self._desk)
        if going_on is not None and not self._desk.store.read_only:
            self.open_talk(going_on, "run")
        else:
            self._window.show_page("first_run" if self._is_first_run() else "today")

    def _is_first_run(self) -> bool:
        """Whether this is the person's own store and nobody is in it yet."""
        shown = frame(self._desk)
        return not (shown.reps or shown.is_sample or self._desk.store.read_only)

    def close(self) -> None:
        """Let go of the window, then of the store: nothing asks it once it is closed."""
        self._window.put_away()
        for signal, slot in self._from_window:
            signal.disconnect(slot)
        self._window.registry.remove(self._actions)
        self._window.set_search(nothing_to_search)
        self._window.set_pages([])
        for timer in (timer for owner in self._owners() for timer in owner.findChildren(QTimer)):
            timer.stop()
        self.workplace.jobs.drain()
        self._desk.close()
        self.deleteLater()

    def _pages(self) -> list[Page]:
        talk = [self.prepare, self.run, self.wrap_up]
        meetings = [self.visit, self.joint_meeting, self.peer]
        return [
            self.today,
            self.team,
            self.one_on_ones,
            self.partners,
            self.batons,
            self.partner_team,
            self.insights,
            self.rep,
            *talk,
            *meetings,
            self.first_run,
        ]

    def _owners(self) -> list[QObject]:
        """Whatever may hold a clock of its own: the pages and what they show."""
        pages = self._pages()
        return [page.widget for page in pages] + [p for p in pages if isinstance(p, QObject)]

    # Ways

    def open_rep(self, rep_id: UUID) -> None:
        """A rep's page."""
        self.rep.open(rep_id)
        self._window.show_page("rep", rep_id)

    def open_event(self, rep_id: UUID, observation_id: UUID) -> None:
        """An event on its rep's page."""
        self.rep.open(rep_id, observation_id)
        self._window.show_page("rep", rep_id)

    def open_evidence(self, rep_id: UUID, behaviour: str, window_days: int) -> None:
        """The events of one behaviour on a rep's page."""
        self.rep.open_evidence(rep_id, behaviour, window_days)
        self._window.show_page("rep", rep_id)

    def open_record(self, rep_id: UUID, record_id: UUID) -> None:
        """A request, share or requirement on its rep's page."""
        self.open_place(Place("record", record_id, rep_id))

    def open_talk(self, session_id: UUID, step: str) -> None:
        """A talk's page: prepare, run or wrap_up."""
        page = {"prepare": self.prepare, "run": self.run, "wrap_up": self.wrap_up}[step]
        page.open(session_id)
        self._window.show_page(page.id)

    def open_talks(self, name: str) -> None:
        """The talks with a rep."""
        self.one_on_ones.show_typed(name)
        self._window.show_page("one_on_ones")

    def show_batons(self) -> None:
        """Who holds every promise to a customer."""
        self._window.show_page("batons")

    def choose_team(self) -> None:
        """Ask which partner team to open."""
        TeamSheet(self.workplace, self._window, self._desk.ask(teams_by_name), self._open_team)

    def _open_team(self, team_id: UUID) -> None:
        self.open_place(Place("partner_team", team_id))

    def _why_no_team(self) -> str:
        return "" if self._desk.ask(teams_by_name) else _("There is no partner team yet.")

    def open_visit(self, visit_id: UUID) -> None:
        """A joint visit's page."""
        self.visit.open(visit_id)
        self._window.show_page("visit")

    def open_peer_meeting(self, meeting_id: UUID) -> None:
        """The page of a meeting with a peer manager."""
        self.peer.open(meeting_id)
        self._window.show_page(self.peer.id)

    def plan_visit(self) -> None:
        """Ask with whom, where and when; of the rep in sight if there is one."""
        in_sight = self.rep.who if self._window.current is self.rep else None
        PlanVisitSheet(self.workplace, self._window, in_sight[1] if in_sight else "")

    def open_joint_meeting(self, meeting_id: UUID) -> None:
        """A joint meeting's page."""
        self.joint_meeting.open(meeting_id)
        self._window.show_page("joint_meeting")

    def plan_joint_meeting(self) -> None:
        """Ask for customer, rep, partner team and day; of the rep in sight if there is one."""
        in_sight = self.rep.who if self._window.current is self.rep else None
        PlanMeetingSheet(self.workplace, self._window, in_sight[1] if in_sight else "")

    def _activity_in_sight(self) -> Start:
        """What an activity noted now is about: the visit, the hand-off or the rep in sight."""
        if self._window.current is self.visit and self.visit.shown is not None:
            seen = self.visit.shown
            return Start(
                rep=seen.rep_name,
                account=seen.account,
                day=min(seen.day, seen.as_of),
                kind=ActivityKind.VISIT,
                prepared=any(choice.is_chosen for choice in seen.watch),
            )
        if self._window.current is not self.rep or self.rep.who is None:
            return Start()
        given = self.rep.hand_off
        if given is not None:
            return Start(rep=given.rep_name, account=given.account, kind=ActivityKind.INTRODUCTION)
        return Start(rep=self.rep.title)

    def open_hit(self, hit: Hit) -> None:
        """Where a record that was found is seen."""
        self.open_place(hit.place)

    def open_place(self, place: Place) -> None:
        """A page, and what is to be opened there."""
        match place:
            case Place(page="talk"):
                self.open_talk(place.id, place.step)
            case Place(page="event" | "record", rep_id=UUID() as rep_id):
                self.open_rep(rep_id)
                if not self.rep.reveal(place.id):
                    self._show_record(place.id)
            case Place(page="name"):
                self._window.show_page("team")
                self.team.open_name(place.id)
            case Place(page="visit"):
                self.open_visit(place.id)
            case Place(page="hand_off"):
                self._window.show_page("partners")
                if not self.partners.reveal(place.id):
                    self._show_record(place.id)
            case Place(page="joint_meeting"):
                self.open_joint_meeting(place.id)
            case Place(page="peer_meeting"):
                self.open_peer_meeting(place.id)
            case Place(page="partners"):
                self._window.show_page("partners")
                self.partners.choose_team(place.id)
            case Place(page="notice"):
                self._window.show_page("partners")
                if not self.soft_power.change_called(place.id):
                    self._show_record(place.id)
            case Place(page="partner_team"):
                if self.partner_team.open(place.id):
                    self._window.show_page("partner_team")
                else:
                    self._show_record(place.id)
            case Place(page="opportunity"):
                self._window.show_page("insights")
                if not self.insights.reveal_opportunity(place.id):
                    self._show_record(place.id)
            case Place(page="own"):
                self._window.show_page("today")
                if not self.today.reveal(place.id):
                    self._show_record(place.id)
            case Place(page="inbox"):
                self._window.show_page("today")
                self.workplace.inbox_asked.emit(place.id)
            case Place(rep_id=UUID() as rep_id):
                self.open_rep(rep_id)

    def _show_record(self, id: UUID) -> None:
        """A record that no list shows any more, in full."""
        record = self._desk.ask(record_text, id)
        if record is not None:
            RecordPanel(self.workplace, self._window, record)

    def open_form(self, rep_id: UUID | None, name: str) -> None:
        """The blank form of a rep, or of anyone."""
        FormSheet(self.workplace, self._window, rep_id, name).ask()

    def add_rep(self) -> None:
        """Ask for a name."""
        AddRep(self.workplace, self._window)

    def add_several(self) -> None:
        """The page of the first run, for a list of names."""
        self.first_run.show_team()
        self._window.show_page("first_run")

    def add_list(self, text: str) -> None:
        """The same page, with the lines of a list."""
        self.add_several()
        self.first_run.take_list(text)

    def undo(self) -> None:
        """Take the last change back, also one from before a restart."""
        self._invert(self._desk.undo, _("Undone: {what}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._invert(self._desk.redo, _("Done again: {what}"))

    def show_history(self) -> None:
        """What was changed: about the rep in sight, else everything."""
        in_sight = self._window.current is self.rep
        self._history.open(self.rep.who if in_sight else None)

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
            ("team.add", _("Add a rep"), self.add_rep, "Ctrl+Shift+R", team),
            ("team.add_many", _("Add several reps"), self.add_several, "", team),
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
        if changes.touch(_WORDED) and self._desk.ask(speak_own_words):
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
