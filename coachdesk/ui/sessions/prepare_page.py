"""The page before a talk: reads, writes, counts the three minutes."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.stage_wordings import StageWording
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, BuyIn, TalkState
from coachdesk.language import gettext as _
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.promises import keep_promise
from coachdesk.services.talk_pages import prepare_page
from coachdesk.services.talk_questions import questions_for
from coachdesk.services.talks import TalkPreparation, prepare_talk
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.parts.dropping import FileDrop
from coachdesk.ui.parts.expectation_list import EXPECTATION_KINDS, ExpectationList
from coachdesk.ui.parts.foot_bar import FootBar
from coachdesk.ui.parts.tell_list import TELL_KINDS, TellList
from coachdesk.ui.sessions import prepare_state as states
from coachdesk.ui.sessions.agenda_changes import AgendaChanges
from coachdesk.ui.sessions.prepare_requests import TOPIC_KEY
from coachdesk.ui.sessions.prepare_rows import Promised
from coachdesk.ui.sessions.prepare_state import PrepareState, Ticked
from coachdesk.ui.sessions.prepare_view import PrepareView
from coachdesk.ui.sessions.prepare_ways import PrepareWays
from coachdesk.ui.sessions.private_lines import PrivateLines
from coachdesk.ui.sessions.request_ways import RequestWays
from coachdesk.ui.sessions.settling import settle_layouts
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.evidence import Event

PLACE = "prepare"


class PreparePage(QObject):
    """`open(session_id)` before the window shows it. `second_ms` is a second, shorter in tests."""

    id = "prepare"
    icon = "message-square"
    key = ""
    nav = "today"
    full_bleed = False
    shows: frozenset[type] = frozenset(
        {
            *(CoachingSession, AgendaItem, Commitment, Observation, Rating),
            *(PrivateNote, Draft, CoachingPlan, AskThread, Ask, Mandate),
            *(PlaybookQuestion, StageWording),
            *EXPECTATION_KINDS,
            *TELL_KINDS,
        }
    )

    def __init__(self, workplace: Workplace, *, second_ms: int = 1000) -> None:
        super().__init__()
        self.workplace = workplace
        self.title = _("Prepare")
        self.session_id: UUID | None = None
        self.state: PrepareState | None = None
        self.view: PrepareView | None = None
        self._room = Room(0)
        self._just_kept: frozenset[object] = frozenset()
        self._seconds: dict[UUID, int] = {}
        self._read = 0
        self.widget: QWidget = QWidget()
        stack = QVBoxLayout(self.widget)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self._scroll = ScrollPage(workplace.theme, self.title)
        self.ways = PrepareWays(self)
        self._drop = FileDrop(self.widget)
        self._drop.dropped.connect(self.ways.read_form)
        stack.addWidget(self._scroll, 1)
        self.foot = self._build_foot()
        stack.addWidget(self.foot)
        self._agenda, self._private = AgendaChanges(self), PrivateLines(self)
        self._requests = RequestWays(self)
        self._second = QTimer(self)
        self._second.setInterval(second_ms)
        self._second.timeout.connect(self._tick)

    # --- the page protocol ----------------------------------------------------------------------

    def open(self, session_id: UUID) -> None:
        """Show another talk; what was typed when the program stopped is back."""
        if self.session_id is not None and self.session_id != session_id:
            self.leave()
        self.session_id, self.state, self._read = session_id, None, 0
        self._just_kept = frozenset()
        self._read_state()
        self._restore()
        self.rebuild()

    def refresh(self) -> None:
        """Read again and show."""
        if self.session_id is not None:
            self.read_again()

    def read_again(self) -> None:
        """After a change of our own."""
        self._read_state()
        self._show()

    def rebuild(self) -> None:
        """Make the widgets again at the current zoom."""
        old = self.foot
        self.foot = self._build_foot()
        layout = self.widget.layout()
        layout.replaceWidget(old, self.foot)
        old.hide()
        old.deleteLater()
        if self.state is None:
            return
        self.view = self._build_view(self.state)
        self._scroll.replace(self.view)
        self.view.reflow(self._room)
        self._show()

    def reflow(self, room: Room) -> None:
        """Arrange for a width."""
        self._room = room
        if self.view is not None:
            self.view.reflow(room)
            settle_layouts()
        if not self.workplace.why_not_write:  # reading on is noted
            self._second.start()

    def leave(self) -> None:
        """Write what is unwritten; the minutes stand still while another page is shown."""
        self._second.stop()
        if self.view is not None:
            for line in self.view.private.values():
                if line.is_open:
                    line.field.clearFocus()
        self.write()
        self._just_kept = frozenset()

    def first_focus(self) -> QWidget | None:
        """The first check."""
        if self.view is None:
            return None
        badge = self.view.heads["last_time"].badge
        return badge if badge.isEnabled() else self.form

    # --- building and showing -------------------------------------------------------------------

    def _build_foot(self) -> FootBar:
        theme = self.workplace.theme
        foot = FootBar(theme, _("Start"))
        foot.say(_("You can start any time. Open checks stay open and nothing blocks you."))
        self.form = Button(theme, _("Print form"), icon="printer")
        self.brief = Button(theme, _("Print brief"), icon="lock")
        self.start = Button(theme, _("Start the talk"), "primary", hint="Ctrl+Enter")
        foot.row.addWidget(self.brief)
        foot.row.addWidget(self.form)
        foot.row.addWidget(self.start)
        self.form.clicked.connect(self.ways.print_form)
        self.brief.clicked.connect(self.ways.print_brief)
        self.start.clicked.connect(self.ways.start_talk)
        self.workplace.hold(self.start)
        return foot

    def _build_view(self, state: PrepareState) -> PrepareView:
        view = PrepareView(self.workplace.theme, state)
        view.marked.connect(self._mark)
        view.promise_ticked.connect(self._keep_promise)
        view.batons.there.clicked.connect(self._open_batons)
        view.event_opened.connect(self._open_event)
        view.requests.opened.connect(self._requests.open)
        view.requests.topic_asked.connect(self._requests.make_topic)
        view.focus_chosen.connect(self._choose_focus)
        view.question_ticked.connect(self._tick_question)
        view.question_written.connect(self._write_question)
        view.from_bank.clicked.connect(self.ways.choose_question)
        view.typed.connect(self._type)
        view.settled.connect(self._autosave)
        view.left.connect(self.write)
        view.buy_in_chosen.connect(self._choose_buy_in)
        view.lock_pressed.connect(self._private.open)
        view.menu.clicked.connect(self.ways.open_menu)
        view.agenda.moved.connect(self._agenda.move)
        view.agenda.removed.connect(self._agenda.remove)
        view.agenda.timed.connect(self._agenda.time)
        view.agenda.worded.connect(self._agenda.word)
        view.agenda.added.connect(self._agenda.add)
        for line in view.private.values():
            line.settled.connect(self._private.autosave)
            line.left.connect(self._private.keep)
        self.tell = TellList(self.workplace)
        view.put_to_tell(self.tell)
        self.expected = ExpectationList(self.workplace)
        view.put_expectations(self.expected)
        self._hold(view)
        return view

    def _open_batons(self) -> None:
        self.workplace.open_page("batons")

    def _hold(self, view: PrepareView) -> None:
        """What cannot be used while the store can only be read."""
        card, hold = view.expectation, self.workplace.hold
        hold(
            view.menu,
            view.chips,
            view.write_own,
            view.from_bank,
            view.agenda,
            card.buy_in,
            *card.typed_in,
        )
        hold(*(part for head in view.heads.values() for part in (head.badge, head.lock)))
        for rows in (view.promises, view.questions):
            self.workplace.hold_rows(rows, "ticked", "opened")
        self.workplace.hold_rows(view.requests.asked, "opened")
        self.workplace.hold_rows(view.requests.others, "opened", "hit", TOPIC_KEY)

    def _read_state(self) -> None:
        page = self.workplace.ask(prepare_page, self.session_id)
        offered = self.workplace.ask(questions_for, self.session_id, page.focus)
        old = self.state
        if old is None:
            self.state = PrepareState(page=page, offered=offered)
            return
        fresh = PrepareState(page=page, offered=offered)
        self.state = fresh.restored(old.content())

    def _restore(self) -> None:
        found = self.workplace.ask(unsaved_at, PLACE, self.session_id)
        if found is not None and found.content and self.state is not None:
            self.state = self.state.restored(found.content)
            if self.state.is_changed:
                self.workplace.say(_("What you were typing is back."))

    def _show(self) -> None:
        if self.view is None or self.state is None:
            return
        self.view.show_state(self.state, self._just_kept)
        self.expected.show_rep(self.state.head.rep_id, self.session_id)
        self.tell.show_rep(self.state.head.rep_id)
        self._show_gate()
        before = self.state.head.state in (TalkState.PLANNED, TalkState.PREPARED)
        if before:
            self.start.set_label(_("Start the talk"))
        elif self.state.head.state is TalkState.RUNNING:
            self.start.set_label(_("Back to the talk"))
        else:
            self.start.set_label(_("Open the wrap-up"))
        self.foot.refuse("")

    def _show_gate(self) -> None:
        if self.view is None or self.state is None or self.session_id is None:
            return
        used = self._seconds.get(self.session_id, 0)
        left = max(0, states.GATE_SECONDS - used)
        whole = states.countdown(states.GATE_SECONDS)
        self.view.gate.show_progress(
            self.state.done,
            states.countdown(left),
            whole,
            is_over=left == 0,
            sentences=(
                _("{n} of {of}").format(n=self.state.done, of=len(states.CHECKS)),
                _("left of {whole}").format(whole=whole),
            ),
        )

    def _tick(self) -> None:
        if self.state is None or self.view is None or self.session_id is None:
            return
        if not self.widget.isVisible() or not self.widget.isActiveWindow():
            return
        self._seconds[self.session_id] = self._seconds.get(self.session_id, 0) + 1
        self._read_on()
        self._show_gate()

    def _read_on(self) -> None:
        """Reading goes from check to check: the first open one in sight fills after 3 s."""
        viewport = self._scroll.viewport()
        reading = next(
            (
                check
                for check in states.CHECKS
                if not self.state.is_checked(check) and self.view.in_sight(check, viewport)
            ),
            "",
        )
        if not reading:
            self._read = 0
            return
        self._read += 1
        if self._read >= states.READING_SECONDS:
            self._read = 0
            self.state = self.state.with_check(reading, True)
            self.view.show_checks(self.state)
            self._autosave()

    # --- writing --------------------------------------------------------------------------------

    def write(self) -> bool:
        """Write what was typed and read since as one change; False if it was refused."""
        if self.state is None or not self.state.is_changed:
            return True
        before = self.state
        if (
            before.preparation()
            != PrepareState(page=before.page, offered=before.offered).preparation()
        ):
            return self._store(before.preparation())
        return True

    def _store(self, preparation: TalkPreparation, *, said: str = "") -> bool:
        try:
            self.workplace.do(prepare_talk, self.session_id, preparation, said=said, by=self)
        except UserError as refusal:
            self.foot.refuse(refusal.message, refusal.next_step)
            return False
        self._read_state()
        self._drop_draft()
        self._show()
        return True

    def _drop_draft(self) -> None:
        if self.state.is_changed:
            self._autosave()
        else:
            self.workplace.forget(self._draft())

    def _draft(self) -> Draft:
        return unsaved_draft(PLACE, self.session_id, self.state.content(), self.workplace.as_of)

    def _autosave(self) -> None:
        if self.state is not None and self.state.is_changed:
            self.workplace.autosave(self._draft())

    def _type(self, name: str, words: str) -> None:
        self.state = self.state.typed(name, words)
        if name in ("expectation", "seen_how"):
            self.view.show_problem(self.state)
        if name in self.state.texts:
            self.use("expectation")

    def use(self, check: str) -> None:
        """A check that is used is made."""
        if not self.state.is_checked(check):
            self.state = self.state.with_check(check, True)
            self.view.show_checks(self.state)
            self._show_gate()

    def _mark(self, check: str, on: bool) -> None:
        self.state = self.state.with_check(check, on)
        self._read = 0
        self.write()

    def _choose_focus(self, key: str) -> None:
        self.use("behaviour")
        self._store(self.state.with_focus(BehaviourKey(key)))

    def _choose_buy_in(self, key: str) -> None:
        self.use("expectation")
        self._store(self.state.with_buy_in(BuyIn(key)))

    def _tick_question(self, row: Ticked) -> None:
        self.use("questions")
        self._ask(self.state.with_question(row.id, not row.on))

    def _write_question(self, words: str) -> None:
        self.use("questions")
        self._ask(self.state.with_own_question(words))

    def _ask(self, preparation: TalkPreparation) -> None:
        try:
            self.workplace.do(prepare_talk, self.session_id, preparation, by=self)
        except UserError as refusal:
            self.view.show_question_problem(f"{refusal.message} {refusal.next_step}".strip())
            return
        self.view.show_question_problem("")
        self._read_state()
        self._drop_draft()
        self._show()

    def _keep_promise(self, row: Promised) -> None:
        if not row.is_open:
            self.workplace.say(_("It is settled. Ctrl+Z takes the last change back."))
            return
        self.use("promises")
        try:
            self.workplace.do(keep_promise, row.id, said=_("Promise kept"), by=self)
        except UserError as refusal:
            self.foot.refuse(refusal.message, refusal.next_step)
            return
        self._just_kept |= {row.id}
        self.read_again()

    def _open_event(self, event: Event) -> None:
        self.workplace.open_event(event.rep_id, event.observation_id)

    def add_point(self) -> None:
        """Type another point of the agenda."""
        if self.view is not None:
            self.view.agenda.type_new()

    def write_question(self) -> None:
        """Type a question of one's own."""
        if self.view is not None:
            self.view.type_own()

    def take_question(self, id: str) -> None:
        """A question of the bank that was not proposed."""
        self.use("questions")
        self._ask(self.state.with_question(id, True))
        self.view.show_question(id)
        self._scroll.show_widget(self.view.questions)
