"""Partners: hand-offs by state, one partner team or all; below it what is known of the team."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.agreements import PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.language import gettext as _
from coachdesk.services.partners import hand_off_page, partners_page
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.filter_chip import FilterChip
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partners.board import Board
from coachdesk.ui.partners.card_row import CardRow, MakeCard
from coachdesk.ui.partners.hand_off_panel import HandOffPanel
from coachdesk.ui.partners.moves import Moves
from coachdesk.ui.partners.others_panel import OthersPanel
from coachdesk.ui.partners.sheets import AddTeamSheet, NewHandOffSheet
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.hand_off_page import HandOffPage
from coachdesk.views.partners import BoardCard
from coachdesk.views.partners import PartnersPage as Record


class PartnersPage(ScrollingPage):
    """Enter opens a card; Ctrl+Left and Ctrl+Right, or the mouse, move it.

    `makers` make the cards below the board, anew whenever the page is built.
    """

    id = "partners"
    icon = "partners"
    key = "4"
    shows = frozenset(
        {
            Account,
            Commitment,
            EarlyAccessItem,
            GainStatement,
            HandOff,
            PartnerPerson,
            PartnerTeam,
            PeerAgreement,
            PeerManager,
            PeerMeeting,
            PeerUpdate,
            Rep,
            RequestTriage,
        }
    )

    def __init__(self, workplace: Workplace, makers: Sequence[MakeCard] = ()) -> None:
        super().__init__(workplace.theme, _("Partners"))
        self._workplace, self._makers = workplace, makers
        self._room = Room(1360)
        self.team_id: UUID | None = None
        # Read when it is first shown: a store that opens waits for Today alone.
        self._page = Record.empty(workplace.as_of)
        self._moves = Moves(workplace, self._window, self.reveal_on_board)
        self.rebuild()

    def build(self) -> QWidget:
        """The head, the board or a sentence, and the cards of the team."""
        theme = self.theme
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
        stack.setSpacing(theme.px(14))
        stack.addLayout(self._head())
        self._board = Board(
            self._workplace,
            self.widget,  # type: ignore[arg-type]
            open_card=self.open_card,
            move=self._moves.move,
            show_others=self.show_others,
            keys={"H": self._plan, "T": self._turn},
        )
        stack.addWidget(self._board)
        self._make_empty()
        stack.addWidget(self._no_team)
        stack.addWidget(self._no_card)
        self._cards = CardRow(theme, self._makers)
        stack.addWidget(self._cards)
        stack.addStretch(1)
        self.reflow(self._room)
        self._show()
        return content

    def refresh(self) -> None:
        """Read again; the chosen team stays, as long as it is there."""
        desk = self._workplace.desk
        self._page = partners_page(desk, self.team_id)
        if self.team_id not in (None, *(team.id for team in self._page.teams)):
            self.team_id = None
            self._page = partners_page(desk)
        self._show()

    def reflow(self, room: Room) -> None:
        """Columns and cards as there is room."""
        self._room = room
        self._board.reflow(room.content)
        self._cards.set_side_by_side(room.two_columns)

    def first_focus(self) -> QWidget | None:
        """The first column that holds a card."""
        cards = self._board.current_list()
        return cards if cards is not None else self._add if not self._page.teams else None

    def new_hand_off(self) -> None:
        """Ask for a hand-off, to the chosen team."""
        teams = [(team.id, team.name) for team in self._page.teams]
        NewHandOffSheet(self._workplace, self._window(), teams, self.team_id, self.reveal_on_board)

    def add_team(self) -> None:
        """Ask for a partner team, and show it."""
        AddTeamSheet(self._workplace, self._window(), self.choose_team)

    def choose_team(self, team_id: UUID | None, _checked: bool = False) -> None:
        """Show the board of one team; None is all of them."""
        self.team_id = team_id
        self.refresh()

    def next_team(self) -> None:
        """The next chip, after the last one all teams again."""
        ids = [None, *(team.id for team in self._page.teams)]
        self.choose_team(ids[(ids.index(self.team_id) + 1) % len(ids)])

    def _plan(self, _card: BoardCard) -> None:
        self.new_hand_off()

    def _turn(self, _card: BoardCard) -> None:
        self.next_team()
        target = self._board.current_list() or self._chip_of[self.team_id]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def open_card(self, card: BoardCard) -> None:
        """The panel of a hand-off; a notice asks at once what the customer was told."""
        if card.hand_off is None:
            self._moves.tell(card)
            return
        page = hand_off_page(self._workplace.desk, card.id)
        if page is not None:
            self._open_panel(page)

    def show_others(self) -> None:
        """The closed ones in which not all three won."""
        OthersPanel(self._workplace, self._window(), self._page, self.open_card)

    def why_no_others(self) -> str:
        """Why there is none to show."""
        return "" if self._page.closed.others else _("In every one that closed all three won.")

    def reveal_on_board(self, id: UUID) -> None:
        """Put the keys on a card; all teams are shown where it is another team's."""
        if self._board.show_card(id) or self.team_id is None:
            return
        every = partners_page(self._workplace.desk).columns.values()
        if any(card.id == id for cards in every for card in cards):
            self.choose_team(None)
            self._board.show_card(id)

    def reveal(self, id: UUID) -> bool:
        """Open a hand-off, its card current where it has one; False for one that is gone."""
        page = hand_off_page(self._workplace.desk, id)
        if page is None:
            return False
        self.reveal_on_board(id)
        self._open_panel(page)
        return True

    def _open_panel(self, page: HandOffPage) -> None:
        HandOffPanel(
            self._workplace,
            self._window(),
            page,
            tell=partial(self._moves.tell_hand_off, page),
            reveal=self.reveal_on_board,
            deliver=self._moves.deliver,
        )

    def _window(self) -> QWidget:
        return self.widget.window()

    def _head(self) -> QHBoxLayout:
        theme = self.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Text(theme, _("Partners"), "page"), 0, Qt.AlignmentFlag.AlignTop)
        self._chips = Flow(theme, gap=8, name=_("Partner teams"))
        self._chip_of: dict[UUID | None, FilterChip] = {}
        row.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        self._new = Button(theme, _("Hand-off"), icon="plus", hint="H", name=_("New hand-off"))
        self._new.clicked.connect(self.new_hand_off)
        self._workplace.hold(self._new)
        row.addWidget(self._new, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _make_empty(self) -> None:
        theme = self.theme
        self._no_team, self._no_card = Card(theme, _("Partners")), Card(theme, _("Partners"))
        self._add = Button(theme, _("Add team"), "primary", icon="plus")
        self._add.clicked.connect(self.add_team)
        first = Button(theme, _("New hand-off"), "primary", hint="H")
        first.clicked.connect(self.new_hand_off)
        self._workplace.hold(self._add, first)
        team = _("A department your customers meet through you: its name is enough.")
        self._no_team.add(EmptyState(theme, _("Which team do you need most?"), team, self._add))
        words = _("A need one of your customers has, and the team that can meet it.")
        self._no_card.add(EmptyState(theme, _("Nothing is handed off."), words, first))

    def _show(self) -> None:
        page = self._page
        self._show_chips()
        has_any = bool(page.count or page.closed.count)
        self._no_team.setVisible(not page.teams)
        self._no_card.setVisible(bool(page.teams) and not has_any)
        self._board.setVisible(bool(page.teams) and has_any)
        self._new.setVisible(bool(page.teams) and has_any)
        self._board.show_page(page)
        self._cards.show_team(self.team_id)
        self._cards.setVisible(bool(page.teams) and bool(self._cards.cards))

    def _show_chips(self) -> None:
        every = [(None, _("All teams"), self._page.count)]
        every += [(team.id, team.name, team.count) for team in self._page.teams]
        for id, name, count in every:
            if id not in self._chip_of:
                chip = self._chip_of[id] = FilterChip(self.theme)
                chip.clicked.connect(partial(self.choose_team, id))
                self._chips.add(chip)
            words, on = f"{name} {count}", id == self.team_id
            spoken = _("{words}, chosen").format(words=words) if on else words
            self._chip_of[id].show_words(words, on=on, name=spoken)
        known = {id for id, _name, _count in every}
        for id, chip in self._chip_of.items():
            chip.setVisible(id in known and bool(self._page.teams))
        self._chips.rearrange()
