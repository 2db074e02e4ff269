"""One partner team: its people, what it opened for us, what it knows and what it can do."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.evidence import Observation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.marketing import AccountIntelligenceAnswer, Capability, WarmIntroduction
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.language import gettext as _
from coachdesk.services.partners import partner_team_page, team_of, teams_by_name
from coachdesk.services.playbook import account_guide
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partner_team.answers_sheet import AnswersSheet
from coachdesk.ui.partner_team.introductions_card import NEW_KEY as INTRODUCE_KEY
from coachdesk.ui.partner_team.introductions_card import IntroductionsCard
from coachdesk.ui.partner_team.knowledge_card import NEW_KEY as ANSWER_KEY
from coachdesk.ui.partner_team.knowledge_card import KnowledgeCard
from coachdesk.ui.partner_team.lines_card import LinesCard
from coachdesk.ui.partner_team.people_card import PeopleCard
from coachdesk.ui.partner_team.sheets import NewIntroductionSheet
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import PartnerTeamPage as Record
from coachdesk.views.search import Place


class PartnerTeamPage(ScrollingPage):
    """The page of the partner team that was opened last; the first by name before that."""

    id = "partner_team"
    shows = frozenset(
        {
            Account,
            AccountIntelligenceAnswer,
            Capability,
            Contact,
            HandOff,
            JointMeeting,
            Observation,
            PartnerPerson,
            PartnerTeam,
            PeerManager,
            PrivateNote,
            Rep,
            WarmIntroduction,
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Partner team"), nav="partners")
        self._workplace = workplace
        self._room = Room(1360)
        self.team_id: UUID | None = None
        self._page: Record | None = None
        self._people: PeopleCard | None = None
        self._revealed: Rows | None = None
        self.rebuild()

    def open(self, id: UUID) -> bool:
        """Show a team, or the team of what is named, with the keys on it; False if it is gone."""
        team_id: UUID | None = self._workplace.ask(team_of, id)
        if team_id is None:
            return False
        if team_id != self.team_id:
            self.team_id = team_id
            self.widget.verticalScrollBar().setValue(0)  # type: ignore[attr-defined]
        self.refresh()
        for card in (self.people, self.introductions, self.lines):
            if card.reveal(id):
                self._revealed = card.rows
        return True

    def build(self) -> QWidget:
        """The head, and four cards in two columns."""
        theme, work = self.theme, self._workplace
        if self._people is not None:
            self._people.keep_typed()
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
        stack.setSpacing(theme.px(14))
        stack.addLayout(self._head())
        self._columns = Columns(theme, shares=(11, 9))
        self.people = self._people = PeopleCard(work)
        self.introductions = IntroductionsCard(work)
        self.knowledge = KnowledgeCard(work, account_guide().rules[-1])
        self.lines = LinesCard(work)
        self.introductions.new_asked.connect(self.introduce)
        self.knowledge.new_asked.connect(self.answer)
        for side, cards in (
            (self._columns.left, (self.people, self.introductions)),
            (self._columns.right, (self.knowledge, self.lines)),
        ):
            for card in cards:
                side.addWidget(card)
                Follow(self.widget, card.rows)  # type: ignore[arg-type]
                card.rows.on_key(INTRODUCE_KEY, self._introduce_from)
                card.rows.on_key(ANSWER_KEY, self._answer_from)
                work.hold_rows(card.rows, INTRODUCE_KEY, ANSWER_KEY)
            side.addStretch(1)
        stack.addWidget(self._columns)
        stack.addStretch(1)
        self._columns.set_two(self._room.two_columns)
        self._show()
        return content

    def refresh(self) -> None:
        """Read again; a team that is gone gives its place to the first by name."""
        desk = self._workplace.desk
        if self.team_id is None:
            teams = self._workplace.ask(teams_by_name)
            self.team_id = teams[0][0] if teams else None
        self._page = None if self.team_id is None else partner_team_page(desk, self.team_id)
        if self._page is None:
            was_shown, self.team_id = self.team_id is not None, None
            if was_shown:
                QTimer.singleShot(0, self._leave_who_is_gone)
            return
        self.title = self._page.name
        self._show()

    def reflow(self, room: Room) -> None:
        """Two columns or one."""
        self._room = room
        self._columns.set_two(room.two_columns)

    def leave(self) -> None:
        """What was typed is kept."""
        self.people.keep_typed()

    def first_focus(self) -> QWidget | None:
        """What was looked for, else the people, else the first thing to add."""
        found, self._revealed = self._revealed, None
        if found is not None:
            return found
        return self.people.rows if self.people.rows.rows() else self.people.line

    def why_no_team(self) -> str:
        """Without a team there is nothing to add to."""
        return "" if self._page is not None else _("There is no partner team yet.")

    def introduce(self) -> None:
        """Note an introduction by this team."""
        if self._page is not None:
            done = self._show_introduction
            NewIntroductionSheet(self._workplace, self.widget.window(), self._page, done)

    def answer(self) -> None:
        """Put the four questions about a customer to this team."""
        if self._page is not None:
            done = self._show_customer
            AnswersSheet(self._workplace, self.widget.window(), self._page, done=done)

    def _introduce_from(self, _row: object) -> None:
        self.introduce()

    def _answer_from(self, _row: object) -> None:
        self.answer()

    def _show_introduction(self, id: UUID) -> None:
        self.introductions.reveal(id)

    def _show_customer(self, id: UUID) -> None:
        self.knowledge.reveal(id)

    def _leave_who_is_gone(self) -> None:
        if self.team_id is None:
            self._workplace.open_page("partners")

    def _to_board(self) -> None:
        self._workplace.open_page("partners")

    def _to_name(self) -> None:
        if self._page is not None:
            self._workplace.open_place(Place("name", self._page.team_id))

    def _head(self) -> QHBoxLayout:
        theme = self.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self._title = Text(theme, " ", "page", elide=True)
        self._rests = Text(theme, "", "body", "ink2")
        row.addWidget(self._title)
        row.addWidget(self._rests)
        row.addStretch(1)
        board = Button(theme, _("Hand-offs"), icon="partners", name=_("To the hand-offs"))
        board.clicked.connect(self._to_board)
        names = Button(theme, _("Name, merge, delete"), "link")
        names.clicked.connect(self._to_name)
        row.addWidget(names, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(board)
        return row

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        self._title.show_runs(page.name)
        self._rests.show_runs("" if page.is_active else _("at rest: no new hand-offs"))
        for card in (self.people, self.introductions, self.knowledge, self.lines):
            card.show_page(page)
