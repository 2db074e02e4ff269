"""The page of a joint meeting: planned, printed, held, and what was said there."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.joint_meetings import BuyerMessage, JointMeeting
from coachdesk.domain.parties import Contact
from coachdesk.domain.partner_vocabulary import JointMeetingState
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import BuyingRole, SelectionStage
from coachdesk.language import gettext as _
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.evidence import void_observation
from coachdesk.services.joint_meetings import (
    MeetingPlan,
    cancel_joint_meeting,
    change_joint_meeting,
    hold_joint_meeting,
    note_on_meeting,
    promise_next_step,
)
from coachdesk.services.pages import joint_meeting_page
from coachdesk.ui.joint_meetings import state
from coachdesk.ui.joint_meetings.meeting_head import MeetingHead
from coachdesk.ui.joint_meetings.people_card import PeopleCard
from coachdesk.ui.joint_meetings.said_card import SaidCard
from coachdesk.ui.joint_meetings.sheets import BuyerMessageSheet, MeetingDaySheet
from coachdesk.ui.joint_meetings.word_cards import (
    BeforeCard,
    NextCard,
    PurposeCard,
    SaidAfterCard,
    WordsCard,
    words_of,
)
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.parts.seen_part import SeenPart
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.evidence import Event
from coachdesk.views.joint_meetings import JointMeetingPage as MeetingRecord
from coachdesk.views.search import Place

PLACE, LINE = "joint meeting", "joint meeting line"


class MeetingSignals(QObject):
    """Where a person wants to go from the page, and the page that is to be printed."""

    place_asked = Signal(object)
    print_asked = Signal(object, object)  # meeting id, the button it drops from


class JointMeetingPage(ScrollingPage):
    """Saves as it is typed. Ctrl+Enter says that it took place, then that it is done."""

    id = "joint_meeting"
    shows = frozenset(
        {Account, BuyerMessage, Commitment, Contact, Draft, JointMeeting, Observation}
        | {PartnerPerson, PartnerTeam, Rating, Rep}
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Joint meeting"), "one_on_ones")
        self._workplace = workplace
        self.signals = MeetingSignals()
        self._page: MeetingRecord | None = None
        self._room = Room(1360)
        self.rebuild()

    @property
    def shown(self) -> MeetingRecord | None:
        """The meeting that is open."""
        return self._page

    def open(self, meeting_id: UUID) -> None:
        """Show a meeting; what was typed there and not written comes back."""
        # What is being typed belongs to the meeting before: it is written, and never taken along.
        typing = QApplication.focusWidget()
        if typing is not None and self.widget.isAncestorOf(typing):
            typing.clearFocus()
        self._page = joint_meeting_page(self._workplace.desk, meeting_id)
        self._seen.kept.open(meeting_id)
        self._show()

    def build(self) -> QWidget:
        """Left what is planned, right what comes next, before and afterwards."""
        theme, px, work = self.theme, self.theme.px, self._workplace
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(px(24), px(20), px(24), px(24))
        stack.setSpacing(px(14))
        self._head = MeetingHead(theme)
        stack.addWidget(self._head)
        self._columns = Columns(theme, shares=(62, 38))
        self.purpose, self.people, self.said = PurposeCard(work), PeopleCard(work), SaidCard(work)
        self.next, self.before, self.after = NextCard(work), BeforeCard(work), SaidAfterCard(work)
        for card in (self.purpose, self.people, self.said):
            self._columns.left.addWidget(card)
        for card in (self.next, self.before, self.after):
            self._columns.right.addWidget(card)
        self._columns.left.addStretch(1)
        self._columns.right.addStretch(1)
        self._seen = SeenPart(work, LINE)
        self.after.add_below(self._seen.line)
        self.after.add_below(self._seen.problem)
        self._seen_list = self.after.add(self._seen.rows, rule=True)
        self._connect()
        stack.addWidget(self._columns)
        stack.addStretch(1)
        self._columns.set_two(self._room.two_columns)
        if self._page is not None:
            self._seen.kept.open(self._page.id)
            self._show()
        return content

    def _connect(self) -> None:
        head = self._head
        head.stage.chosen.connect(self._stage_chosen)
        head.more.move_asked.connect(self.move)
        head.more.cancel_asked.connect(self.cancel)
        for button, act in (
            (head.print_button, self.print),
            (head.primary, self.step),
            (head.account, self._to_account),
            (head.rep, self._to_rep),
            (head.team, self._to_team),
        ):
            button.clicked.connect(act)
        self._workplace.hold(head.primary, head.more, head.stage)
        self._seen.line.returnPressed.connect(self._note)
        self._seen.rows.opened.connect(self._open_event)
        self._seen.rows.removed.connect(self._void)
        for card in self._word_cards():
            card.settled.connect(self._keep_typed)
            card.left.connect(self._write)
        for lines in (self.people.lines, self.said.lines):
            lines.settled.connect(self._keep_typed)
            lines.left.connect(self._write)
        self.people.message_asked.connect(self._ask_message)
        self.next.promise_asked.connect(self.promise)

    def refresh(self) -> None:
        """Read again; a meeting whose plan was undone is left."""
        if self._page is None:
            return
        try:
            self._page = joint_meeting_page(self._workplace.desk, self._page.id)
        except InputError:
            self._page = None
            QTimer.singleShot(0, self._leave_what_is_gone)
            return
        self._show()

    def reflow(self, room: Room) -> None:
        """Two columns or one."""
        self._room = room
        self._columns.set_two(room.two_columns)

    def leave(self) -> None:
        """Write what is unwritten."""
        self._seen.kept.keep()
        self._write()

    def first_focus(self) -> QWidget | None:
        """What the meeting is for; once it took place, the line for what was seen."""
        if self._page is not None and self._page.state is JointMeetingState.HELD:
            return self._seen.line
        return self.purpose.fields["J1"]

    # What can be done

    def step(self) -> None:
        """It took place; or, once it did, done."""
        page = self._page
        if page is None:
            return
        self._write()
        if page.state is not JointMeetingState.PLANNED:
            self._workplace.open_rep(page.rep_id)
        elif page.day == page.as_of:
            self._workplace.do(hold_joint_meeting, page.id, said=_("The meeting took place."))
            self._seen.line.setFocus()
        else:
            self._day_sheet(held=True)

    def print(self) -> None:
        """The page for everyone of ours who attends."""
        if self._page is not None:
            self._write()
            self.signals.print_asked.emit(self._page.id, self._head.print_button)

    def note(self) -> None:
        """Go to the line for what was seen."""
        self._seen.line.setFocus()

    def why_no_note(self) -> str:
        """Why nothing can be noted of it; "" while it can be."""
        return "" if self._page is None else state.why_not_seen(self._page)

    def move(self) -> None:
        """Ask for another day."""
        self._day_sheet(held=False)

    def cancel(self) -> None:
        """No meeting this time; Ctrl+Z brings it back."""
        if self._page is not None:
            said = _("The meeting was cancelled.")
            self._try(partial(self._workplace.do, cancel_joint_meeting, self._page.id, said=said))

    def promise(self) -> None:
        """The next step becomes a promise of the one who takes it."""
        if self._page is not None:
            self._write()
            self._try(partial(self._workplace.do, promise_next_step, self._page.id))

    def why_not_planned(self) -> str:
        """Why it can no longer be moved or cancelled."""
        is_planned = self._page is not None and self._page.state is JointMeetingState.PLANNED
        return "" if is_planned else _("The meeting is not ahead any more.")

    def _word_cards(self) -> tuple[WordsCard, ...]:
        return (self.purpose, self.next, self.before, self.after)

    # Showing

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        self._head.show_page(page)
        self._show_plan(page)
        why_not, waiting = state.why_not_seen(page), page.waiting
        self._seen.show_events(page.events, waiting=waiting, why_not=why_not, as_of=page.as_of)
        self._seen_list.setVisible(bool(page.events))

    def _show_plan(self, page: MeetingRecord) -> None:
        content = self._typed_before(page)
        plan = state.typed_plan(state.plan_of(page), content)
        day = str(content.get("day_typed", state.day_words(page)))
        words = words_of(plan, day)
        self.purpose.show_page(page, words)
        self.people.show_page(page, plan.attendees if content else None)
        self.said.show_page(page, plan.messages if content else None)
        self.next.show_page(page, words)
        self.before.show_page(page, words)
        is_over = page.state is JointMeetingState.HELD
        self.after.show_page(page, words, "" if is_over else _("once it took place"))
        for card in (*self._word_cards(), self.people, self.said):
            card.setEnabled(page.state is not JointMeetingState.CANCELLED)

    def _typed_before(self, page: MeetingRecord) -> dict[str, object]:
        kept = self._workplace.ask(unsaved_at, PLACE, page.id)
        return {} if kept is None else dict(kept.content or {})

    # Writing

    def _typed(self, page: MeetingRecord) -> tuple[MeetingPlan, str]:
        """The plan as it stands in the fields, and what is wrong with the day."""
        words: dict[str, str] = {}
        for card in self._word_cards():
            words |= card.words()
        day, problem = page.next_step_day, ""
        typed = words.pop("day").strip()
        if typed != state.day_words(page):
            try:
                day = parse_day(typed, as_of=page.as_of, toward="future") if typed else None
            except InputError as refused:
                problem = f"{refused.message} {refused.next_step}"
        answers = {key: words[key].strip() for key in state.ANSWERS}
        kept = {key: text for key, text in page.checklist.items() if key not in answers}
        plan = MeetingPlan(
            stage=page.stage,
            attendees=self.people.lines.values(),
            messages=self.said.messages(),
            checklist={**kept, **{key: text for key, text in answers.items() if text}},
            next_step_day=day,
            aligned_before=self.before.aligned.isChecked(),
            **{name: words[name].strip() for name in state.TEXTS},
        )
        return plan, problem

    def _keep_typed(self) -> None:
        page = self._page
        if page is not None:
            plan, _problem = self._typed(page)
            content = state.content_of(plan, self.next.words()["day"])
            self._workplace.autosave(unsaved_draft(PLACE, page.id, content, page.as_of))

    def _write(self) -> None:
        """Everything typed as one change; what cannot be kept stays, with the reason below it."""
        page = self._page
        if page is None or page.state is JointMeetingState.CANCELLED:
            return
        if self._workplace.why_not_write:
            return
        plan, problem = self._typed(page)
        self.next.labels["day"].show_problem(problem)
        if plan == state.plan_of(page):
            if not problem:
                self._workplace.forget(unsaved_draft(PLACE, page.id, {}, page.as_of))
            return
        try:
            self._workplace.do(change_joint_meeting, page.id, plan, said="", by=self.signals)
        except UserError as refused:
            self.purpose.labels["J1"].show_problem(f"{refused.message} {refused.next_step}".strip())
            self._keep_typed()
            return
        self.purpose.labels["J1"].show_problem("")
        if not problem:
            self._workplace.forget(unsaved_draft(PLACE, page.id, {}, page.as_of))
        self.refresh()

    def _stage_chosen(self, key: str) -> None:
        page = self._page
        if page is None:
            return
        stage = SelectionStage(key) if key else None
        plan, _problem = self._typed(page)
        changed = MeetingPlan(**{**_fields(plan), "stage": stage})
        self._try(partial(self._workplace.do, change_joint_meeting, page.id, changed))

    def _note(self) -> None:
        page, typed = self._page, self._seen.line.text()
        if page is None or not typed.strip():
            return
        self._write()
        try:
            captured = self._workplace.do(note_on_meeting, page.id, typed, said="")
        except UserError as refused:
            self._seen.say(f"{refused.message} {refused.next_step}".strip(), "badText")
            return
        self._seen.kept.done()
        saved = isinstance(captured.record, Observation)
        words = _("Saved for {name}") if saved else _("Waits in the Inbox of Today")
        self._workplace.say(words.format(name=page.first_name), can_undo=True)

    # Ways

    def _ask_message(self, role: BuyingRole) -> None:
        page = self._page
        if page is None:
            return
        if page.stage is None:
            self._workplace.say(_("Choose where the customer stands first."))
            self._head.stage.setFocus()
            return
        known = next((each.message for each in page.attendees if each.buying_role is role), "")
        BuyerMessageSheet(self._workplace, self.widget.window(), page, role, known)

    def _to_account(self) -> None:
        if self._page is not None:
            self.signals.place_asked.emit(Place("name", self._page.account_id))

    def _to_team(self) -> None:
        if self._page is not None:
            self.signals.place_asked.emit(Place("name", self._page.team_id))

    def _to_rep(self) -> None:
        if self._page is not None:
            self._workplace.open_rep(self._page.rep_id)

    def _open_event(self, event: Event) -> None:
        self._workplace.open_event(event.rep_id, event.observation_id)

    def _void(self, event: Event) -> None:
        reason, said = _("Noted by mistake in the meeting"), _("The event no longer counts.")
        self._try(
            partial(self._workplace.do, void_observation, event.observation_id, reason, said=said)
        )

    def _leave_what_is_gone(self) -> None:
        if self._page is None:
            self._workplace.open_page("one_on_ones")

    def _day_sheet(self, *, held: bool) -> None:
        if self._page is not None and not self.why_not_planned():
            MeetingDaySheet(self._workplace, self.widget.window(), self._page, held=held)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as refused:
            self._workplace.say(f"{refused.message} {refused.next_step}".strip())


def _fields(plan: MeetingPlan) -> dict[str, object]:
    return {name: getattr(plan, name) for name in MeetingPlan.__slots__}
