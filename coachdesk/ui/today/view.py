"""Today: open the laptop, know the next talk."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from coachdesk.domain.agreements import PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.own_example import ModelLook, ModelPoint
from coachdesk.domain.people import Account, Rep, Workspace
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.promises import Commitment
from coachdesk.domain.pursuits import PursuitDecision
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.capture import discard_draft
from coachdesk.services.pages import today as read_today
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.events import CapturedPainter
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.talk_steps import TalkSteps
from coachdesk.ui.parts.visit_rows import VisitPainter
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.today import state
from coachdesk.ui.today.brief import BriefCard
from coachdesk.ui.today.inbox_keys import InboxKeys
from coachdesk.ui.today.right_column import RightColumn
from coachdesk.ui.today.rows import InboxPainter, LaterPainter, UnfinishedPainter
from coachdesk.views.dates import clock, medium_day
from coachdesk.views.evidence import Event
from coachdesk.views.promises import PromiseRow
from coachdesk.views.talks import TalkHead
from coachdesk.views.today import InboxRow, LaterTalk, Today
from coachdesk.views.visits import VisitRow

MINUTE_MS = 60_000
CAPTURED_SHOWN = 5


class TodayPage(ScrollingPage):
    """The page of the day. `signals` tell what only the program can do."""

    id = "today"
    icon = "calendar"
    key = "1"
    shows = frozenset(
        {
            Account,
            AgendaItem,
            Ask,
            AskThread,
            CoachingPlan,
            CoachingSession,
            Commitment,
            Draft,
            EarlyAccessItem,
            HandOff,
            JointMeeting,
            JointVisit,
            Mandate,
            Observation,
            Opportunity,
            PeerAgreement,
            PeerMeeting,
            PeerUpdate,
            ModelLook,
            ModelPoint,
            PursuitDecision,
            Rating,
            Rep,
            Workspace,
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Today"))
        self._workplace = workplace
        self._today: Today = read_today(workplace.desk)
        self._ticked: dict[UUID, PromiseRow] = {}
        self._room = Room(1360)
        self._every_capture = False
        self._right: RightColumn | None = None
        self._brief: BriefCard | None = None
        self.signals = TodaySignals(self.widget)
        self.steps = TalkSteps(workplace, self.widget, self._next_head)
        self._past: TalkHead | None = None
        self._past_steps = TalkSteps(workplace, self.widget, self._past_head)
        self._minute = _Minute(self)
        self.rebuild()

    def build(self) -> QWidget:
        """The content for what is known now."""
        theme, today = self.theme, self._today
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
        stack.setSpacing(theme.px(14))
        self._make_lists()
        stack.addLayout(self._head())
        if not today.reps:
            self._since.hide()
            stack.addWidget(self._first_run())
            stack.addStretch(1)
            return content
        stack.addWidget(self._unfinished_card)
        self._columns = Columns(theme)
        stack.addWidget(self._columns, 1)
        self._brief = None
        self._next_place = QVBoxLayout()
        self._columns.left.addLayout(self._next_place)
        for card in (self._visits_card, self._later_card, self._inbox_card):
            self._columns.left.addWidget(card)
        self._columns.left.addWidget(self._captured_card)
        self._columns.left.addStretch(1)
        self._columns.right.addWidget(self._right)
        self._show()
        return content

    def refresh(self) -> None:
        """Read again; lists keep their place, an unchanged brief stays."""
        had_reps = bool(self._today.reps)
        self._today = read_today(self._workplace.desk)
        for row in self._today.promises:
            self._ticked.pop(row.id, None)
        if bool(self._today.reps) != had_reps:
            self.rebuild()
        elif had_reps:
            self._show()

    def reflow(self, room: Room) -> None:
        """Two columns or one; the brief's halves beside each other or not."""
        self._room = room
        if self._today.reps:
            self._columns.set_two(room.two_columns)
        if self._brief is not None:
            self._brief.set_halves(room.halves)

    def reveal(self, record_id: UUID) -> bool:
        """Put the keys on a promise or a request to somebody else; False if none is shown."""
        return self._right is not None and self._right.reveal(record_id)

    def leave(self) -> None:
        """Ticked promises are gone the next time."""
        self._ticked.clear()
        if self._today.reps:
            self._right.show_promises()

    def first_focus(self) -> QWidget | None:
        """The primary button, else capture."""
        if self._brief is not None:
            start = self._brief.start
            return start if start.isEnabled() else self._brief.prepare
        return None

    def minute_passed(self) -> None:
        """Times and “in 23 min” go on."""
        now = self._workplace.now
        self._clock.show_runs(clock(now.time()))
        if now.date() != self._today.now.date():
            self.refresh()
        elif self._brief is not None:
            self._brief.tick(now)

    def _next_head(self) -> TalkHead | None:
        talk = self._today.next_talk
        return None if talk is None else talk.head

    def _past_head(self) -> TalkHead | None:
        return self._past

    def _make_lists(self) -> None:
        theme, as_of = self.theme, self._today.now.date()
        self._unfinished = Rows(
            theme, UnfinishedPainter(theme), name=_("Talks not wrapped up"), round_last=True
        )
        self._unfinished_card = Card(theme, _("Talks not wrapped up"))
        self._unfinished_card.add(self._unfinished)
        self._visits = Rows(
            theme, VisitPainter(theme, as_of), name=_("Joint visits"), round_last=True
        )
        self._visits.opened.connect(self._open_visit)
        self._visits_card = ListCard(
            theme, self._visits, title=_("Joint visits"), extra=_("you watch, the rep leads")
        )
        self._later = Rows(theme, LaterPainter(theme), name=_("Later today"), round_last=True)
        self._later_card = ListCard(theme, self._later, title=_("Later today"), ruled=False)
        self._inbox = Rows(theme, InboxPainter(theme, as_of), name=_("Inbox"), round_last=True)
        keys = _("N V T F W, 1–5, R rep, Enter words, Del discards")
        self._inbox_keys = InboxKeys(self._workplace, self._inbox, self._today.reps)
        self._inbox_card = ListCard(theme, self._inbox, title=_("Inbox"), right=keys, ruled=False)
        self._captured = Rows(
            theme, CapturedPainter(theme, as_of), name=_("Captured"), round_last=True
        )
        self._more_captured = Button(theme, _("All evidence"), "link")
        self._captured_card = ListCard(
            theme, self._captured, title=_("Captured"), right=self._more_captured, ruled=False
        )
        old = self._right
        self._right = RightColumn(self._workplace, self._today, self._ticked)
        if old is not None:
            self._right.every_hand_off = old.every_hand_off
        for rows in (self._inbox, self._captured, *self._right.lists):
            Follow(self.widget, rows)
        self._connect()

    def _connect(self) -> None:
        self._unfinished.opened.connect(self._open_unfinished)
        self._later.opened.connect(self._open_later)
        self._inbox.opened.connect(self._complete)
        self._inbox.removed.connect(self._discard)
        self._captured.opened.connect(self._open_event)
        work = self._workplace
        work.hold_rows(self._inbox, "opened", "removed", *self._inbox_keys.keys)
        self._more_captured.clicked.connect(self._show_every_capture)

    def _head(self) -> QLayout:
        theme, now = self.theme, self._workplace.now
        stack, row = QVBoxLayout(), QHBoxLayout()
        stack.setSpacing(theme.px(2))
        row.setSpacing(theme.px(12))
        self._title = Text(theme, medium_day(now.date()), "page")
        self._counts = Text(theme, "", "body", "ink2", elide=True)
        self._clock = Text(theme, clock(now.time()), "body#", "ink2")
        row.addWidget(self._title)
        row.addWidget(self._counts, 1)
        row.addWidget(self._clock)
        self._since = Text(theme, "", "body", "ink2", wrap=True)
        stack.addLayout(row)
        stack.addWidget(self._since)
        return stack

    def _first_run(self) -> QWidget:
        theme = self.theme
        card = Card(theme, _("Begin"))
        add = Button(theme, _("Add a rep"), "primary", icon="user-plus")
        add.clicked.connect(self.signals.add_rep_asked)
        self._workplace.hold(add)
        words = _("A name is enough; everything else can come later.")
        card.add(EmptyState(theme, _("Who is on your team?"), words, add))
        sample = Button(theme, _("Explore the sample"))
        sample.clicked.connect(self.signals.sample_asked)
        words = _("An invented team, in a file of its own, to look around in.")
        card.add(EmptyState(theme, _("Or look first"), words, sample), rule=True, sunk=True)
        return card

    def _show(self) -> None:
        today = self._today
        now = self._workplace.now
        self._title.show_runs(medium_day(now.date()))
        self._clock.show_runs(clock(now.time()))
        self._counts.show_runs(state.head_words(today))
        self._since.setVisible(today.since is not None)
        if today.since is not None:
            self._since.show_runs(state.since_words(today.since, now.date()))
        self._show_next()
        self._unfinished.set_rows(today.unfinished)
        self._unfinished_card.setVisible(bool(today.unfinished))
        self._later_card.fill(today.later)
        self._visits_card.fill(today.visits)
        self._inbox_keys.reps = today.reps
        self._inbox_card.fill(today.inbox)
        n = len(today.inbox)
        self._inbox_card.say(
            ngettext("{n} line to complete", "{n} lines to complete", n).format(n=n)
        )
        self._show_captured()
        self._right.show_today(today)

    def _show_next(self) -> None:
        talk = self._today.next_talk
        if talk is not None and self._brief is not None:
            talk = state.in_old_order(talk, self._brief.brief)
        if self._brief is not None and self._brief.brief == talk:
            self._brief.tick(self._workplace.now)
            return
        focused = "" if self._brief is None else self._brief.focused_part()
        at = -1 if self._brief is None else self._brief.between.currentIndex().row()
        while (item := self._next_place.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._brief = None
        if talk is None:
            self._next_place.addWidget(self._nothing_next())
            return
        now = self._workplace.now
        card = BriefCard(self.theme, talk, now, folded=talk.head.day != now.date())
        card.set_halves(self._room.halves)
        card.prepare.clicked.connect(self.steps.prepare)
        card.start.clicked.connect(self.steps.start)
        card.batons.there.clicked.connect(self._open_batons)
        card.more.clicked.connect(self._open_more)
        card.between.ticked.connect(self._keep_between)
        card.between.opened.connect(self._open_rep)
        card.events.opened.connect(self._open_event)
        self._workplace.hold(card.start, card.more)
        self._workplace.hold_rows(card.between, "ticked")
        self._brief = card
        self._next_place.addWidget(card)
        if at >= 0:
            card.between.set_current(min(at, len(talk.promises) - 1))
        if focused:
            getattr(card, focused).setFocus()

    def _open_batons(self) -> None:
        self._workplace.open_page("batons")

    def _open_visit(self, row: VisitRow) -> None:
        if row.is_meeting:
            self._workplace.open_joint_meeting(row.id)
        else:
            self._workplace.open_visit(row.id)

    def _nothing_next(self) -> QWidget:
        card = Card(self.theme, _("Next one-on-one"))
        capture = Button(self.theme, _("Capture"), "primary", hint="Ctrl+N")
        capture.clicked.connect(self._capture)
        self._workplace.hold(capture)
        title = _("No talk is planned.")
        if state.is_empty(self._today):
            title = _("Nothing is due. Who did you watch this week?")
        card.add(EmptyState(self.theme, title, "", capture))
        return card

    def _show_captured(self) -> None:
        found = self._today.captured
        self._captured_card.fill(found if self._every_capture else found[:CAPTURED_SHOWN])
        words = ngettext("{n} in the last week", "{n} in the last week", len(found))
        self._captured_card.say(words.format(n=len(found)))
        self._more_captured.setVisible(len(found) > CAPTURED_SHOWN and not self._every_capture)
        self._more_captured.set_label(_("All {n}").format(n=len(found)))

    def _open_more(self) -> None:
        if self._brief is not None:
            self.steps.open_menu(self._brief.more)

    def _capture(self) -> None:
        self._workplace.capture_asked.emit("")

    def _show_every_capture(self) -> None:
        self._every_capture = True
        self._show_captured()
        self._captured.setFocus()

    def _open_unfinished(self, head: TalkHead) -> None:
        if head.state is TalkState.RUNNING:
            self._workplace.open_talk(head.session_id, "run")
        elif head.state is TalkState.HELD:
            self._workplace.open_talk(head.session_id, "wrap_up")
        else:
            self._past = head
            self._past_steps.open_menu(self._unfinished)

    def _open_later(self, row: LaterTalk) -> None:
        self._workplace.open_talk(row.head.session_id, "prepare")

    def _open_event(self, event: Event) -> None:
        self._workplace.open_event(event.rep_id, event.observation_id)

    def _open_rep(self, row: PromiseRow) -> None:
        self._workplace.open_rep(row.rep_id)

    def _complete(self, row: InboxRow) -> None:
        self._workplace.inbox_asked.emit(row.id)

    def _discard(self, row: InboxRow) -> None:
        self._workplace.do(discard_draft, row.id, said=_("Discarded from the Inbox."))

    def _keep_between(self, row: PromiseRow) -> None:
        self._right.keep(row)


class TodaySignals(QObject):
    """What the first-run page asks of the program."""

    add_rep_asked = Signal()
    sample_asked = Signal()


class _Minute(QTimer):
    """Goes on with the clock; a bound slot, freed with the page's widget."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__(page.widget)
        self._page = page
        self.timeout.connect(self._tick)
        self.start(MINUTE_MS)

    def _tick(self) -> None:
        self._page.minute_passed()
