"""The pages of one store, made once it is open."""

from functools import partial

from coachdesk.ui.batons.page import BatonsPage
from coachdesk.ui.first_run.page import FirstRunPage
from coachdesk.ui.insights.page import InsightsPage
from coachdesk.ui.joint_meetings.page import JointMeetingPage
from coachdesk.ui.one_on_ones.page import OneOnOnesPage
from coachdesk.ui.partner_team.page import PartnerTeamPage
from coachdesk.ui.partners.page import PartnersPage
from coachdesk.ui.peers.agreement_card import AgreementCard
from coachdesk.ui.peers.page import PeerPage
from coachdesk.ui.playbook.page import PlaybookPage
from coachdesk.ui.sessions.prepare_page import PreparePage
from coachdesk.ui.sessions.run_page import RunPage
from coachdesk.ui.sessions.wrap_up_page import WrapUpPage
from coachdesk.ui.shell.page import Page
from coachdesk.ui.shell.window import Window
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.soft_power.desk import SoftPowerDesk
from coachdesk.ui.soft_power.early_column import EarlyColumn
from coachdesk.ui.soft_power.team_card import SoftTeamCard
from coachdesk.ui.team.team_page import TeamPage
from coachdesk.ui.team.view import RepPage
from coachdesk.ui.today.view import TodayPage
from coachdesk.ui.visits.page import VisitPage


class Screens:
    """One of each page; the cards below the Partners board are put there."""

    def __init__(self, workplace: Workplace, window: Window) -> None:
        self.today, self.team = TodayPage(workplace), TeamPage(workplace)
        self.rep = RepPage(workplace)
        self.prepare, self.run = PreparePage(workplace), RunPage(workplace)
        self.wrap_up = WrapUpPage(workplace)
        self.one_on_ones = OneOnOnesPage(workplace)
        self.visit = VisitPage(workplace)
        self.batons = BatonsPage(workplace)
        self.soft_power = SoftPowerDesk(workplace, window)
        cards = [
            partial(SoftTeamCard, self.soft_power),
            partial(AgreementCard, workplace),
            partial(EarlyColumn, self.soft_power),
        ]
        self.partners = PartnersPage(workplace, cards)
        self.peer = PeerPage(workplace)
        self.joint_meeting = JointMeetingPage(workplace)
        self.partner_team = PartnerTeamPage(workplace)
        self.insights = InsightsPage(workplace)
        self.playbook = PlaybookPage(workplace)
        self.first_run = FirstRunPage(workplace)

    def every(self) -> list[Page]:
        """In the order of the navigation, then those that stand in none."""
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
            self.playbook,
            self.rep,
            *talk,
            *meetings,
            self.first_run,
        ]
