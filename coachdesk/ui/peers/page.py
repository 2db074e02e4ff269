"""The page of a meeting with a peer manager: prepared, run by its agenda, and kept."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

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
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.pages import peer_meeting_page
from coachdesk.services.peer_record import record_text
from coachdesk.services.promises import keep_promise
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import LEFT, RIGHT, Run
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.foot_bar import FootBar
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.parts.promise_steps import open_promise_sheet
from coachdesk.ui.parts.signs import Initials
from coachdesk.ui.peers import state
from coachdesk.ui.peers.agenda_card import AgendaCard
from coachdesk.ui.peers.alignment_sheet import alignment_sheet
from coachdesk.ui.peers.goal_sheet import GoalSheet
from coachdesk.ui.peers.goal_steps import open_goal_sheet
from coachdesk.ui.peers.record_card import RecordCard
from coachdesk.ui.peers.rows import ItemRow
from coachdesk.ui.peers.sheets import MeetingDaySheet, SolvedSheet
from coachdesk.ui.peers.side_cards import SideCards
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.peers import DecisionRow, NoticeRow, PeerMeetingPage, ProblemRow
from coachdesk.views.promises import PromiseRow

WIDE = 620
PLACE, DECISION, PROBLEM = "peer meeting", "peer meeting decision", "peer meeting problem"


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
        self._restore()
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
            self._record.typed = typed
            self._open_lines()
            self._show()
            self._agenda.items.set_current(max(0, at))

    def reflow(self, room: Room) -> None:
        """Three columns, two, or one."""
        self._room = room
        self._outer.set_two(room.two_columns)
        wide = room.content >= WIDE
        self._inner.set_two(wide)
        way = QBoxLayout.Direction
        self._words.setDirection(way.LeftToRight if wide else way.TopToBottom)
        for line in (self._when, self._rhythm):
            line.set_align(RIGHT if wide else LEFT)
        if wide:
            self.foot.say(_("Saved as you type. The agreement changes only when you both say so."))
        else:
            self.foot.say(_("Saved as you type."))

    def leave(self) -> None:
        """Write what is unwritten."""
        self._decision_kept.keep()
        self._problem_kept.keep()
        self._record.people.keep_typed()
        self._write()

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
        self._decision_kept.done()
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
        stack.addLayout(self._head())
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

    def _head(self) -> QHBoxLayout:
        theme = self.theme
        self._crumb = Text(theme, "", "small", "ink2", elide=True)
        self._title = Text(theme, "", "page", elide=True)
        self._when = Text(theme, "", "body", align=RIGHT)
        self._rhythm = Text(theme, "", "small", "ink2", align=RIGHT)
        names, days = QVBoxLayout(), QVBoxLayout()
        for column, widgets in (
            (names, (self._crumb, self._title)),
            (days, (self._when, self._rhythm)),
        ):
            column.setSpacing(theme.px(2))
            for widget in widgets:
                column.addWidget(widget)
        self.print_button = Button(theme, _("Print agenda"), icon="printer")
        self.print_button.clicked.connect(self.print_agenda)
        self._more = Button(theme, "", icon="more-horizontal")
        self._more.setAccessibleName(_("What else can become of the meeting"))
        self._more.clicked.connect(self._open_more)
        self._workplace.hold(self._more)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self._sign = Initials(theme, "")
        row.addWidget(self._sign)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addLayout(names, 1)
        self._words.addLayout(days)
        row.addLayout(self._words, 1)
        row.addWidget(self.print_button)
        row.addWidget(self._more)
        return row

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
        agenda.items.moved_to.connect(self._item_changed)
        agenda.items.ticked.connect(self._tick_item)
        agenda.items.opened.connect(self._enter_item)
        agenda.problems.opened.connect(self._solve)
        agenda.line.returnPressed.connect(self._note_problem)
        record.settled.connect(self._keep_typed)
        record.left.connect(self._write)
        record.timed.connect(self._time_item)
        record.line.returnPressed.connect(self.add_decision)
        record.decisions.removed.connect(self._remove_decision)
        side.add_goal.clicked.connect(self.add_goal)
        side.goals.opened.connect(self._open_goal)
        side.promises.opened.connect(self._open_promise)
        side.promises.ticked.connect(self._keep_promise)
        side.notices.ticked.connect(self._tick_notice)
        side.notices.opened.connect(self._tick_notice)
        self._decision_kept = KeptLine(
            work, record.line, DECISION, placeholder=_("Who, what, by when")
        )
        self._problem_kept = KeptLine(
            work, agenda.line, PROBLEM, placeholder=_("A problem that came up")
        )
        work.hold(*record.fields, agenda.line)
        work.hold_rows(agenda.items, "ticked")
        work.hold_rows(agenda.problems, "opened")
        work.hold_rows(record.decisions, "removed")

    # Showing

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        meeting = page.meeting
        self._crumb.show_runs(_("Partners / {team}").format(team=page.team))
        self._title.show_runs(_("Meet {name}").format(name=page.name))
        self._sign.show_initials(page.initials)
        minutes = state.minutes_words(meeting.minutes)
        self._when.show_runs(
            [Run(state.when_words(page), "bodyStrong"), Run(f"  {minutes}", "body", "ink2")]
        )
        due = state.time_words(page.due) or state.rhythm_words(page.due)
        planned = meeting.state is PeerMeetingState.PLANNED
        self._rhythm.show_runs(due if planned else state.state_words(meeting.state))
        self._agenda.show_page(page)
        self._side.show_page(page)
        self._show_item()
        self._more.setVisible(planned)
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

    def _restore(self) -> None:
        page = self._page
        assert page is not None
        kept = self._workplace.ask(unsaved_at, PLACE, page.meeting.id)
        content = {} if kept is None else dict(kept.content or {})
        self._record.typed = {key: str(words) for key, words in content.items() if "." in key}
        if self._record.typed:
            self._workplace.say(_("What you were typing is back."))
        self._open_lines()

    def _open_lines(self) -> None:
        if self._page is not None:
            self._decision_kept.open(self._page.meeting.id)
            self._problem_kept.open(self._page.meeting.id)

    def _keep_typed(self) -> None:
        if self._page is not None:
            content = dict(self._record.typed)
            day = self._workplace.as_of
            self._workplace.autosave(unsaved_draft(PLACE, self._page.meeting.id, content, day))

    def _write(self) -> None:
        """What was typed as one change; words that are too long stay, with the reason."""
        page = self._page
        typed = dict(self._record.changed())
        if page is None or not typed or self._workplace.why_not_write:
            return
        said = []
        for topic in {PeerTopic(key.partition(".")[0]) for key in typed}:
            before = page.said.get(topic)
            words = {
                field: typed.get(
                    f"{topic.value}.{field}", "" if before is None else getattr(before, field)
                )
                for field in ("text", "peer_text")
            }
            said.append(commands.Said(topic=topic, **words))
        try:
            self._workplace.do(commands.record_topics, page.meeting.id, *said, said="", by=None)
        except UserError as refused:
            self._record.say(f"{refused.message} {refused.next_step}".strip())
            self._keep_typed()
            return
        self._record.say("")
        self._record.typed = {}
        draft = unsaved_draft(PLACE, page.meeting.id, {}, self._workplace.as_of)
        self._workplace.forget(draft)

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
        self._problem_kept.done()

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

    def _open_more(self) -> None:
        choices = [
            Choice("move", _("Move"), "Ctrl+Shift+M"),
            Choice("cancel", _("Cancel"), "Ctrl+Shift+X"),
        ]
        name = _("What else can become of the meeting")
        popup = Popup(self.theme, choices, name=name, parent=self._more)
        popup.chosen.connect(self._chosen)
        popup.drop_from(self._more)

    def _chosen(self, what: str) -> None:
        {"move": self.move, "cancel": self.cancel}[what]()

    def _leave_what_is_gone(self) -> None:
        if self._page is None:
            self._workplace.open_page("today")

    def _try(self, command: object, *args: object, **kwargs: object) -> object:
        try:
            return self._workplace.do(command, *args, **kwargs)
        except UserError as refused:
            self._workplace.say(f"{refused.message} {refused.next_step}".strip())
            return None
