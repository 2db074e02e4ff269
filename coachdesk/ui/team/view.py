"""One rep: the whole story, from the chain to the private notes."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep, Workspace
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.language import gettext as _
from coachdesk.services.pages import rep_page
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.columns import LEFT_SHARE, RIGHT_SHARE, Columns
from coachdesk.ui.kit.popup import Popup
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.expectation_list import EXPECTATION_KINDS, ExpectationList
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.talk_steps import RepSteps
from coachdesk.ui.parts.tell_list import TELL_KINDS, TellList
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.asking import AskingSteps
from coachdesk.ui.team.chain_card import ChainCard
from coachdesk.ui.team.evidence import EvidenceCard
from coachdesk.ui.team.head import RepHead
from coachdesk.ui.team.paper_steps import PaperSteps
from coachdesk.ui.team.plan_card import PlanCard
from coachdesk.ui.team.plan_steps import PlanSteps
from coachdesk.ui.team.rep_steps import PersonSteps, Who
from coachdesk.ui.team.right_column import RightColumn
from coachdesk.views.dates import near_day
from coachdesk.views.promises import HandOffRow, PromiseRow
from coachdesk.views.rep import RepPage as RepRecord
from coachdesk.views.talks import TalkHead

MINUTE_MS = 60_000


class RepPage(ScrollingPage):
    """The page of the rep that was opened last."""

    id = "rep"
    shows = frozenset(
        {
            Account,
            Ask,
            AskThread,
            BehaviourDefinition,
            CoachingPlan,
            CoachingSession,
            Commitment,
            GainStatement,
            HandOff,
            JointMeeting,
            JointVisit,
            LabelSnapshot,
            Mandate,
            Observation,
            PartnerPerson,
            PartnerTeam,
            PrivateNote,
            Rating,
            Rep,
            SelfRating,
            Share,
            Workspace,
            *EXPECTATION_KINDS,
            *TELL_KINDS,
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Rep"), nav="")
        self._workplace = workplace
        self._rep_id: UUID | None = None
        self._page: RepRecord | None = None
        self._ticked: dict[UUID, PromiseRow] = {}
        self._room = Room(1360)
        self._head: RepHead | None = None
        self._right: RightColumn | None = None
        self.steps = RepSteps(workplace, self.widget, self._next_head, self._who)
        self.person = PersonSteps(workplace, self.widget, self._person, workplace.open_rep)
        self.plan = PlanSteps(workplace, self.widget, self._record)
        self.asking = AskingSteps(workplace, self.widget, self._record, self._right_column)
        self.paper = PaperSteps(workplace, self.widget, self._record)
        self._to_event = False
        self._minute = QTimer(self.widget)
        self._minute.timeout.connect(self.minute_passed)
        self._minute.start(MINUTE_MS)
        self.rebuild()

    def open(self, rep_id: UUID, observation_id: UUID | None = None) -> None:
        """Show a rep; with an event, unfold it and put the keys on it."""
        if rep_id != self._rep_id:
            self._rep_id = rep_id
            self._ticked.clear()
            self.widget.verticalScrollBar().setValue(0)
        self.refresh()
        if observation_id is not None:
            self._evidence.reveal(observation_id)
            self._to_event = True
            QTimer.singleShot(0, self._follow.show_current)

    def open_evidence(self, rep_id: UUID, behaviour: str, window_days: int) -> None:
        """Show the events of one behaviour of a rep, with the keys on them."""
        self.open(rep_id)
        self._evidence.show_only(behaviour, window_days)
        self._to_event = True

    def reveal(self, record_id: UUID) -> bool:
        """Put the keys on an event, request, promise, hand-off or share; False if none is shown."""
        if self._page is None:
            return False
        if any(event.observation_id == record_id for event in self._page.events):
            self._evidence.reveal(record_id)
            QTimer.singleShot(0, self._follow.show_current)
            return True
        if self._plan_card.reveal(record_id):
            return True
        return self._right is not None and self._right.reveal(record_id)

    @property
    def who(self) -> tuple[UUID, str] | None:
        """The rep that is open: id and first name."""
        return None if self._page is None else (self._page.rep_id, self._page.first_name)

    @property
    def hand_off(self) -> HandOffRow | None:
        """The hand-off that has the keys."""
        rows = None if self._right is None else self._right.hand_offs.rows
        row = rows.current_row() if rows is not None and rows.hasFocus() else None
        return row if isinstance(row, HandOffRow) else None

    def build(self) -> QWidget:
        """The content of the rep that is open; an empty page before the first."""
        theme = self.theme
        self._keep_typed()
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
        stack.setSpacing(theme.px(14))
        self._head_place = QVBoxLayout()
        self._head = None
        stack.addLayout(self._head_place)
        self._banner = _Banner(workplace=self._workplace)
        stack.addWidget(self._banner)
        self._chain = ChainCard(self._workplace)
        self._chain.chosen.connect(self._link_chosen)
        self._chain.all_asked.connect(self._see_link)
        self._chain.set_room(self._room.content)
        stack.addWidget(self._chain)
        self._columns = Columns(theme)
        stack.addWidget(self._columns, 1)
        self._evidence = EvidenceCard(self._workplace)
        self._evidence.filtered.connect(self._filtered)
        self._follow = Follow(self.widget, self._evidence.rows)
        self._columns.left.addWidget(self._evidence)
        self._plan_card = PlanCard(self._workplace, self.plan)
        self._plan_card.evidence_asked.connect(self._evidence.show_link)
        self._columns.left.addWidget(self._plan_card)
        self._columns.left.addStretch(1)
        self._right = RightColumn(self._workplace, self._ticked)
        self._columns.right.addWidget(self._right)
        self._expected = ExpectationList(self._workplace)
        self._tell = TellList(self._workplace)
        for card in (self._expected, self._tell):
            Follow(self.widget, card.rows)
            self._columns.right.addWidget(card)
        self._columns.right.addStretch(1)
        for rows in (self._evidence.rows, *self._right.lists):
            self.asking.take_keys(rows)
        if self._page is not None:
            self._show()
        return content

    def refresh(self) -> None:
        """Read again and show."""
        if self._rep_id is None:
            return
        window = self._evidence.filter.window
        try:
            self._page = rep_page(self._workplace.desk, self._rep_id, window_days=window)
        except InputError:  # merged into another entry, or taken back
            self._rep_id = None
            QTimer.singleShot(0, self._leave_who_is_gone)
            return
        self.title = self._page.name
        for row in self._page.promises:
            self._ticked.pop(row.id, None)
        self._show()

    def reflow(self, room: Room) -> None:
        """Two columns or one; the chain in one row or two."""
        self._room = room
        self._columns.set_two(room.two_columns)
        self._chain.set_room(room.content)
        self._evidence.set_room(_left_width(room))
        if self._head is not None:
            self._head.set_room(room.content)

    def leave(self) -> None:
        """Ticked promises are gone the next time; what was typed is kept."""
        self._keep_typed()
        self._ticked.clear()
        if self._right is not None:
            self._right.show_promises()

    def first_focus(self) -> QWidget | None:
        """The evidence where an event was opened, else the primary button, or the menu."""
        if self._to_event or self._evidence.rows.hasFocus():
            self._to_event = False
            return self._evidence.rows
        if self._head is not None:
            buttons = (self._head.start, self._head.prepare)
            return next((button for button in buttons if button.isEnabled()), self._head.more)
        return None

    def minute_passed(self) -> None:
        """“in 23 min” goes on."""
        if self._head is not None:
            self._head.tick(self._workplace.now)

    def _leave_who_is_gone(self) -> None:
        """To the team, unless somebody else is shown by now."""
        if self._rep_id is None:
            self._page = None
            self._workplace.open_page("team")

    def _keep_typed(self) -> None:
        if self._right is not None:
            self._right.keep_typed()

    def _next_head(self) -> TalkHead | None:
        return None if self._page is None else self._page.next_talk

    def _who(self) -> tuple[UUID, str] | None:
        page = self._page
        if page is None or page.left_on is not None:
            return None
        return page.rep_id, page.first_name

    def _record(self) -> RepRecord | None:
        return self._page

    def _right_column(self) -> RightColumn | None:
        return self._right

    def _person(self) -> Who | None:
        page = self._page
        if page is None:
            return None
        return Who(page.rep_id, page.first_name, is_here=page.left_on is None)

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        self._show_head(page)
        self._banner.show_page(page)
        self._evidence.show_page(page)
        self._plan_card.show_page(page)
        self._chain.show_page(page)
        self._chain.show_filter(self._evidence.filter.link)
        if self._right is not None:
            self._right.show_page(page)
        self._expected.show_rep(page.rep_id, None)
        self._tell.show_rep(page.rep_id)

    def _show_head(self, page: RepRecord) -> None:
        old = self._head
        focus = old is not None and old.start.hasFocus()
        head = RepHead(self._workplace, page)
        head.prepare.clicked.connect(self.steps.prepare)
        head.start.clicked.connect(self.steps.start)
        head.more.clicked.connect(self._open_more)
        if page.next_talk is None:
            head.prepare.set_label(_("Plan a talk"))
            self._workplace.hold(head.prepare)
        if page.left_on is not None:
            why = _("{name} has left the team.").format(name=page.first_name)
            for button in (head.prepare, head.start):
                button.disable(why)
        self._workplace.hold(head.start, head.more)
        if old is not None:
            self._head_place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._head_place.addWidget(head)
        self._head = head
        head.set_room(self._room.content)
        head.setVisible(True)
        if focus:
            head.start.setFocus()

    def _open_more(self) -> None:
        if self._head is not None:
            talk = self.steps.choices() if self._next_head() else []
            choices = [*talk, *self.paper.choices(), *self.person.choices()]
            name = _("What else can become of the talk and the rep")
            popup = Popup(self.theme, choices, name=name, parent=self._head.more)
            popup.chosen.connect(self._more_chosen)
            popup.drop_from(self._head.more)

    def _more_chosen(self, key: str) -> None:
        if self.paper.run(key):
            return
        steps = self.steps if key in {c.key for c in self.steps.choices()} else self.person
        steps.run(key)

    def _link_chosen(self, link: str) -> None:
        self._evidence.choose_link(link)

    def _see_link(self, link: str) -> None:
        self._evidence.show_link(link)
        QTimer.singleShot(0, self._follow.show_current)

    def _filtered(self) -> None:
        """Another window has other figures."""
        self._chain.show_filter(self._evidence.filter.link)
        if self._page is not None and self._evidence.filter.window != self._page.window_days:
            self.refresh()


class _Banner(Card):
    """Says that a rep has left, since when, and what is kept."""

    def __init__(self, *, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Left the team"), sunk=True)
        self._workplace = workplace
        theme = workplace.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self._words = Text(theme, "", wrap=True)
        row.addWidget(IconLabel(theme, "ban", "ink2"))
        row.addWidget(self._words, 1)
        self.add(row, pad=(16, 10, 16, 10))
        self.hide()

    def show_page(self, page: RepRecord) -> None:
        """Shown only for someone who left."""
        self.setVisible(page.left_on is not None)
        if page.left_on is not None:
            words = _("{name} left the team {day}. Evidence, talks and promises are kept.")
            day = near_day(page.left_on, self._workplace.as_of)
            self._words.show_runs(words.format(name=page.first_name, day=day))


def _left_width(room: Room) -> int:
    """How wide the left column is, in effective pixels."""
    if not room.two_columns:
        return room.content
    return round(room.content * LEFT_SHARE / (LEFT_SHARE + RIGHT_SHARE))
