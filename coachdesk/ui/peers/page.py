"""The page of a meeting with a peer manager: prepared, run by its agenda, and kept."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.agreements import (
    PeerAgendaItem,
    PeerAgreement,
    PeerMeeting,
    PeerUpdate,
)
from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.evidence import Draft
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import PeerMeetingState, PeerTopic
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.domain.vocabulary import PromiseState
from coachdesk.language import gettext as _
from coachdesk.services import peer_meetings as commands
from coachdesk.services.pages import peer_meeting_page
from coachdesk.services.peer_record import record_text
from coachdesk.services.promises import keep_promise
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.parts.foot_bar import FootBar
from coachdesk.ui.parts.promise_steps import open_promise_sheet
from coachdesk.ui.peers import state
from coachdesk.ui.peers.agenda_card import AgendaCard
from coachdesk.ui.peers.alignment_sheet import alignment_sheet
from coachdesk.ui.peers.goal_sheet import GoalSheet
from coachdesk.ui.peers.goal_steps import open_goal_sheet
from coachdesk.ui.peers.meeting_head import MeetingHead
from coachdesk.ui.peers.record_card import RecordCard
from coachdesk.ui.peers.rows import ItemRow
from coachdesk.ui.peers.sheets import MeetingDaySheet, SolvedSheet
from coachdesk.ui.peers.side_cards import SideCards
from coachdesk.ui.peers.typed_record import TypedRecord
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.peers import DecisionRow, NoticeRow, PeerMeetingPage, ProblemRow
from coachdesk.views.promises import PromiseRow

WIDE = 620


class PeerPage:
    """Up and Down change the item; what is typed is kept, and written on leaving its field."""

    id = "peer_meeting"
    icon = ""
    key = ""
    nav = "partners"
    full_bleed = False
    shows = frozenset(
        {
            *(Commitment, Draft, EarlyAccessItem, PartnerTeam, PeerAgreement, PeerManager),
            *(PeerMeeting, PeerUpdate, PrivateNote, Rep),
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        self.title = _("Meeting with a peer manager")
        self.theme, self._workplace = workplace.theme, workplace
        self._page: PeerMeetingPage | None = None
        self._room = Room(1360)
        self.widget: QWidget = QWidget()
        stack = QVBoxLayout(self.widget)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self._scroll = ScrollPage(workplace.theme, self.title)
        stack.addWidget(self._scroll, 1)
        self.foot = self._build_foot()
        stack.addWidget(self.foot)
        self._scroll.replace(self._build())

    # The page protocol

    def open(self, meeting_id: UUID) -> None:
        """Show a meeting; what was typed there and not written comes back."""
        if self._page is not None and self._page.meeting.id != meeting_id:
            self.leave()
        self._page = peer_meeting_page(self._workplace.desk, meeting_id)
        self._typed.restore(self._page)
        self._agenda.items.set_rows([])
        self._show()

    @property
    def shown(self) -> PeerMeetingPage | None:
        """The meeting that is open."""
        return self._page

    def refresh(self) -> None:
        """Read again; a meeting whose plan was undone is left."""
        if self._page is None:
            return
        try:
            self._page = peer_meeting_page(self._workplace.desk, self._page.meeting.id)
        except InputError:
            self._page = None
            QTimer.singleShot(0, self._leave_what_is_gone)
            return
        self._show()

    def rebuild(self) -> None:
        """Make the widgets again, at the zoom and in the words in use."""
        typed = dict(self._record.changed())
        at = self._agenda.items.currentIndex().row()
        old = self.foot
        self.foot = self._build_foot()
        self.widget.layout().replaceWidget(old, self.foot)
        old.hide()
        old.deleteLater()
        self._scroll.replace(self._build())
        if self._page is not None:
            self._typed.take_over(self._page, typed)
            self._show()
            self._agenda.items.set_current(max(0, at))

    def reflow(self, room: Room) -> None:
        """Three columns, two, or one."""
        self._room = room
        self._outer.set_two(room.two_columns)
        wide = room.content >= WIDE
        self._inner.set_two(wide)
        self._head.set_wide(wide)
        if wide:
            self.foot.say(_("Saved as you type. The agreement changes only when you both say so."))
        else:
            self.foot.say(_("Saved as you type."))

    def leave(self) -> None:
        """Write what is unwritten."""
        self._typed.leave()

    def first_focus(self) -> QWidget | None:
        """The agenda."""
        return self._agenda.items

    # What a person does

    def go(self, by: int) -> None:
        """To the next item or the one before; who was typing goes on typing there."""
        rows = self._agenda.items
        at = rows.currentIndex().row() + by
        if not 0 <= at < len(rows.rows()):
            return
        typing = not rows.hasFocus()
        rows.setFocus()
        rows.set_current(at)
        if typing:
            self._enter_item(rows.current_row())

    def add_decision(self) -> None:
        """Keep the line as a decision, or put the keys there."""
        page, line = self._page, self._record.line
        if page is None:
            return
        if not line.text().strip():
            line.setFocus()
            return
        try:
            who, words, day = state.read_decision(
                line.text(), page.first_name, as_of=page.as_of, usual=page.usual_day
            )
            self._workplace.do(commands.decide, page.meeting.id, who, words, day)
        except UserError as refused:
            self._record.added.refuse(refused)
            line.setFocus()
            return
        self._record.added.say("")
        self._typed.decision.done()
        line.setFocus()

    def step(self) -> None:
        """It took place and both agreed; or, once it did, plan the next one."""
        page = self._page
        if page is None:
            return
        self.leave()
        if page.meeting.state is PeerMeetingState.PLANNED:
            words = _("Held and kept with its figures.")
            running = any(goal.state.value == "active" for goal in page.goals)
            said = _("Agreed: the goal has a new version.") if running else words
            self._try(commands.hold_peer_meeting, page.meeting.id, said=said)
        else:
            self.plan_next()

    def plan_next(self) -> None:
        """The next meeting, on the day the rhythm leads to."""
        page = self._page
        if page is None:
            return
        self.leave()
        made = self._try(
            commands.plan_peer_meeting, page.meeting.peer_manager_id, said=_("Planned.")
        )
        if made is not None:
            self._workplace.open_peer_meeting(made.id)

    def print_agenda(self) -> None:
        """The page for both managers: seen, printed or saved."""
        if self._page is not None:
            self.leave()
            alignment_sheet(self._workplace, self.widget.window(), self._page.meeting.team_id).ask()

    def copy_record(self) -> None:
        """The record as plain text on the clipboard, without names of reps."""
        if self._page is not None:
            self.leave()
            text = self._workplace.ask(record_text, self._page.meeting.id)
            QGuiApplication.clipboard().setText(text)
            self._workplace.say(_("The record is on the clipboard, without anything private."))

    def move(self) -> None:
        """Ask for another day."""
        if self._page is not None and not self.why_not_planned():
            MeetingDaySheet(self._workplace, self.widget.window(), self._page)

    def cancel(self) -> None:
        """No meeting this time; Ctrl+Z brings it back."""
        if self._page is not None and not self.why_not_planned():
            said = _("The meeting was cancelled.")
            self._try(commands.cancel_peer_meeting, self._page.meeting.id, said=said)

    def add_goal(self) -> None:
        """Write down a goal with this peer manager."""
        if self._page is not None:
            peer_id, name = self._page.meeting.peer_manager_id, self._page.first_name
            GoalSheet(self._workplace, self.widget.window(), peer_id, name)

    def why_not_planned(self) -> str:
        """Why it can no longer be moved or cancelled."""
        ahead = self._page and self._page.meeting.state is PeerMeetingState.PLANNED
        return "" if ahead else _("The meeting is not ahead any more.")

    # Building

    def _build(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(px(24), px(20), px(24), px(24))
        stack.setSpacing(px(14))
        self._head = MeetingHead(theme)
        stack.addWidget(self._head)
        self._agenda, self._record = AgendaCard(theme), RecordCard(self._workplace)
        self._side = SideCards(self._workplace)
        self._inner = Columns(theme, shares=(36, 64))
        self._inner.left.addWidget(self._agenda, 1)
        self._inner.right.addWidget(self._record, 1)
        self._outer = Columns(theme, shares=(72, 28))
        self._outer.left.addWidget(self._inner, 1)
        self._outer.right.addWidget(self._side, 1)
        stack.addWidget(self._outer, 1)
        self._connect()
        self.reflow(self._room)
        return content

    def _build_foot(self) -> FootBar:
        theme = self.theme
        foot = FootBar(theme, _("What becomes of the meeting"))
        self.copy = Button(theme, _("Copy record"), icon="copy")
        self.primary = Button(theme, _("Agreed, update agreement"), "primary")
        self.copy.clicked.connect(self.copy_record)
        self.primary.clicked.connect(self.step)
        self._workplace.hold(self.primary)
        foot.row.addWidget(self.copy)
        foot.row.addWidget(self.primary)
        return foot

    def _connect(self) -> None:
        work, agenda, record, side = self._workplace, self._agenda, self._record, self._side
        self._typed = TypedRecord(work, agenda, record)
        self._head.print_button.clicked.connect(self.print_agenda)
        self._head.more.move_asked.connect(self.move)
        self._head.more.cancel_asked.connect(self.cancel)
        agenda.items.moved_to.connect(self._item_changed)
        agenda.items.ticked.connect(self._tick_item)
        agenda.items.opened.connect(self._enter_item)
        agenda.problems.opened.connect(self._solve)
        agenda.line.returnPressed.connect(self._note_problem)
        record.timed.connect(self._time_item)
        record.line.returnPressed.connect(self.add_decision)
        record.decisions.removed.connect(self._remove_decision)
        side.add_goal.clicked.connect(self.add_goal)
        side.goals.opened.connect(self._open_goal)
        side.promises.opened.connect(self._open_promise)
        side.promises.ticked.connect(self._keep_promise)
        side.notices.ticked.connect(self._tick_notice)
        side.notices.opened.connect(self._tick_notice)
        work.hold(self._head.more, *record.fields, agenda.line)
        work.hold_rows(agenda.items, "ticked")
        work.hold_rows(agenda.problems, "opened")
        work.hold_rows(record.decisions, "removed")

    # Showing

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        meeting = page.meeting
        self._typed.show_page(page)
        self._head.show_page(page)
        self._agenda.show_page(page)
        self._side.show_page(page)
        self._show_item()
        planned = meeting.state is PeerMeetingState.PLANNED
        running = any(goal.state.value == "active" for goal in page.goals)
        before = _("Agreed, update agreement") if running else _("Held, keep the record")
        self.primary.set_label(before if planned else _("Plan the next meeting"))
        self.copy.set_label(_("Copy record for {name}").format(name=page.first_name))
        is_off = meeting.state is PeerMeetingState.CANCELLED
        for widget in (*self._record.fields, self._agenda.line):
            widget.setEnabled(not is_off)

    def _show_item(self) -> None:
        row: ItemRow | None = self._agenda.items.current_row()
        if self._page is not None and row is not None:
            self._record.show_item(self._page, PeerTopic(row.id))

    def _item_changed(self, _row: ItemRow) -> None:
        self._record.changed()
        self._show_item()

    def _enter_item(self, _row: ItemRow) -> None:
        """Enter goes into the first field of the item."""
        fields = (*self._record.areas, self._record.people.line)
        first = next((field for field in fields if field.isVisible()), None)
        if first is not None:
            first.setFocus()

    # Writing

    def _tick_item(self, row: ItemRow) -> None:
        self._change_item(row.id, row.minutes, not row.done)

    def _time_item(self, topic: str, minutes: int) -> None:
        row = next((row for row in self._agenda.items.rows() if row.id == topic), None)
        if row is not None and row.minutes != minutes:
            self._change_item(topic, minutes, row.done)

    def _change_item(self, topic: str, minutes: int, done: bool) -> None:
        if self._page is not None:
            item = PeerAgendaItem(topic=PeerTopic(topic), minutes=minutes, done=done)
            self._try(commands.change_agenda_item, self._page.meeting.id, item, said="")

    def _remove_decision(self, row: DecisionRow) -> None:
        if self._page is not None:
            id = self._page.meeting.id
            self._try(commands.remove_decision, id, row.text, row.day)

    def _note_problem(self) -> None:
        page, line = self._page, self._agenda.line
        if page is None or not line.text().strip():
            return
        try:
            self._workplace.do(commands.note_problem, page.meeting.id, line.text())
        except UserError as refused:
            self._agenda.added.refuse(refused)
            return
        self._agenda.added.say("")
        self._typed.problem.done()

    def _solve(self, row: ProblemRow) -> None:
        SolvedSheet(self._workplace, self.widget.window(), row)

    def _open_goal(self, goal: PeerAgreement) -> None:
        page = self._page
        if page is not None:
            open_goal_sheet(
                self._workplace, self.widget.window(), goal, page.first_name, page.manager
            )

    def _open_promise(self, row: PromiseRow) -> None:
        page = self._page
        if page is not None and row.state is PromiseState.OPEN:
            open_promise_sheet(self._workplace, self.widget.window(), row, page.first_name)

    def _keep_promise(self, row: PromiseRow) -> None:
        if row.state is PromiseState.OPEN:
            self._try(keep_promise, row.id)

    def _tick_notice(self, row: NoticeRow) -> None:
        if self._page is not None:
            id = self._page.meeting.id
            self._try(commands.tick_to_tell, id, row.id, tell=not row.is_ticked, said="")

    def _leave_what_is_gone(self) -> None:
        if self._page is None:
            self._workplace.open_page("today")

    def _try(self, command: object, *args: object, **kwargs: object) -> object:
        try:
            return self._workplace.do(command, *args, **kwargs)
        except UserError as refused:
            self._workplace.say(f"{refused.message} {refused.next_step}".strip())
            return None
