"""Where a person can go from anywhere: a page, and what is to be opened there."""

from uuid import UUID

from PySide6.QtCore import QObject

from coachdesk.domain.vocabulary import ActivityKind
from coachdesk.language import gettext as _
from coachdesk.services.partners import teams_by_name
from coachdesk.services.search import record_text
from coachdesk.ui.insights.deal_sheets import Start
from coachdesk.ui.joint_meetings.sheets import PlanMeetingSheet
from coachdesk.ui.partner_team.sheets import TeamSheet
from coachdesk.ui.parts.add_rep import AddRep
from coachdesk.ui.parts.record_panel import RecordPanel
from coachdesk.ui.screens import Screens
from coachdesk.ui.sessions.form_sheet import FormSheet
from coachdesk.ui.shell.window import Window
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.visits.sheets import PlanVisitSheet
from coachdesk.views.search import Hit, Place


class Ways(QObject):
    """Opens pages and asks what their plans need; hears where the screens want to go."""

    def __init__(self, workplace: Workplace, window: Window, screens: Screens) -> None:
        super().__init__(workplace)
        self._workplace, self._window, self._screens = workplace, window, screens
        work = workplace
        work.page_asked.connect(window.show_page)
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
        work.form_asked.connect(self.open_form)
        screens.joint_meeting.signals.place_asked.connect(self.open_place)
        screens.today.signals.add_rep_asked.connect(self.add_rep)
        screens.team.signals.add_rep_asked.connect(self.add_rep)

    def open_rep(self, rep_id: UUID) -> None:
        """A rep's page."""
        self._screens.rep.open(rep_id)
        self._window.show_page("rep", rep_id)

    def open_event(self, rep_id: UUID, observation_id: UUID) -> None:
        """An event on its rep's page."""
        self._screens.rep.open(rep_id, observation_id)
        self._window.show_page("rep", rep_id)

    def open_evidence(self, rep_id: UUID, behaviour: str, window_days: int) -> None:
        """The events of one behaviour on a rep's page."""
        self._screens.rep.open_evidence(rep_id, behaviour, window_days)
        self._window.show_page("rep", rep_id)

    def open_record(self, rep_id: UUID, record_id: UUID) -> None:
        """A request, share or requirement on its rep's page."""
        self.open_place(Place("record", record_id, rep_id))

    def open_talk(self, session_id: UUID, step: str) -> None:
        """A talk's page: prepare, run or wrap_up."""
        page = {
            "prepare": self._screens.prepare,
            "run": self._screens.run,
            "wrap_up": self._screens.wrap_up,
        }[step]
        page.open(session_id)
        self._window.show_page(page.id)

    def open_talks(self, name: str) -> None:
        """The talks with a rep."""
        self._screens.one_on_ones.show_typed(name)
        self._window.show_page("one_on_ones")

    def show_batons(self) -> None:
        """Who holds every promise to a customer."""
        self._window.show_page("batons")

    def choose_team(self) -> None:
        """Ask which partner team to open."""
        TeamSheet(
            self._workplace, self._window, self._workplace.desk.ask(teams_by_name), self._open_team
        )

    def _open_team(self, team_id: UUID) -> None:
        self.open_place(Place("partner_team", team_id))

    def why_no_team(self) -> str:
        return "" if self._workplace.desk.ask(teams_by_name) else _("There is no partner team yet.")

    def open_visit(self, visit_id: UUID) -> None:
        """A joint visit's page."""
        self._screens.visit.open(visit_id)
        self._window.show_page("visit")

    def open_peer_meeting(self, meeting_id: UUID) -> None:
        """The page of a meeting with a peer manager."""
        self._screens.peer.open(meeting_id)
        self._window.show_page(self._screens.peer.id)

    def plan_visit(self) -> None:
        """Ask with whom, where and when; of the rep in sight if there is one."""
        in_sight = self._screens.rep.who if self._window.current is self._screens.rep else None
        PlanVisitSheet(self._workplace, self._window, in_sight[1] if in_sight else "")

    def open_joint_meeting(self, meeting_id: UUID) -> None:
        """A joint meeting's page."""
        self._screens.joint_meeting.open(meeting_id)
        self._window.show_page("joint_meeting")

    def plan_joint_meeting(self) -> None:
        """Ask for customer, rep, partner team and day; of the rep in sight if there is one."""
        in_sight = self._screens.rep.who if self._window.current is self._screens.rep else None
        PlanMeetingSheet(self._workplace, self._window, in_sight[1] if in_sight else "")

    def activity_in_sight(self) -> Start:
        """What an activity noted now is about: the visit, the hand-off or the rep in sight."""
        if self._window.current is self._screens.visit and self._screens.visit.shown is not None:
            seen = self._screens.visit.shown
            return Start(
                rep=seen.rep_name,
                account=seen.account,
                day=min(seen.day, seen.as_of),
                kind=ActivityKind.VISIT,
                prepared=any(choice.is_chosen for choice in seen.watch),
            )
        if self._window.current is not self._screens.rep or self._screens.rep.who is None:
            return Start()
        given = self._screens.rep.hand_off
        if given is not None:
            return Start(rep=given.rep_name, account=given.account, kind=ActivityKind.INTRODUCTION)
        return Start(rep=self._screens.rep.title)

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
                if not self._screens.rep.reveal(place.id):
                    self._show_record(place.id)
            case Place(page="name"):
                self._window.show_page("team")
                self._screens.team.open_name(place.id)
            case Place(page="visit"):
                self.open_visit(place.id)
            case Place(page="hand_off"):
                self._window.show_page("partners")
                if not self._screens.partners.reveal(place.id):
                    self._show_record(place.id)
            case Place(page="joint_meeting"):
                self.open_joint_meeting(place.id)
            case Place(page="peer_meeting"):
                self.open_peer_meeting(place.id)
            case Place(page="partners"):
                self._window.show_page("partners")
                self._screens.partners.choose_team(place.id)
            case Place(page="notice"):
                self._window.show_page("partners")
                if not self._screens.soft_power.change_called(place.id):
                    self._show_record(place.id)
            case Place(page="partner_team"):
                if self._screens.partner_team.open(place.id):
                    self._window.show_page("partner_team")
                else:
                    self._show_record(place.id)
            case Place(page="opportunity"):
                self._window.show_page("insights")
                if not self._screens.insights.reveal_opportunity(place.id):
                    self._show_record(place.id)
            case Place(page="playbook"):
                if self._screens.playbook.reveal(place.id):
                    self._window.show_page("playbook")
                else:
                    self._show_record(place.id)
            case Place(page="own"):
                self._window.show_page("today")
                if not self._screens.today.reveal(place.id):
                    self._show_record(place.id)
            case Place(page="inbox"):
                self._window.show_page("today")
                self._workplace.inbox_asked.emit(place.id)
            case Place(rep_id=UUID() as rep_id):
                self.open_rep(rep_id)

    def _show_record(self, id: UUID) -> None:
        """A record that no list shows any more, in full."""
        record = self._workplace.desk.ask(record_text, id)
        if record is not None:
            RecordPanel(self._workplace, self._window, record)

    def open_form(self, rep_id: UUID | None, name: str) -> None:
        """The blank form of a rep, or of anyone."""
        FormSheet(self._workplace, self._window, rep_id, name).ask()

    def add_rep(self) -> None:
        """Ask for a name."""
        AddRep(self._workplace, self._window)

    def add_several(self) -> None:
        """The page of the first run, for a list of names."""
        self._screens.first_run.show_team()
        self._window.show_page("first_run")

    def add_list(self, text: str) -> None:
        """The same page, with the lines of a list."""
        self.add_several()
        self._screens.first_run.take_list(text)
