"""The page before a talk as widgets: five checks at the left and right, the agenda, the footer."""

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.language import quoted
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.marks import hue
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.baton_lines import BatonLines
from coachdesk.ui.parts.quiet_fields import QuietField
from coachdesk.ui.sessions import prepare_state as states
from coachdesk.ui.sessions.agenda_editor import AgendaEditor
from coachdesk.ui.sessions.behaviour_chips import BehaviourChips
from coachdesk.ui.sessions.check_head import INDENT, CheckHead, Gate
from coachdesk.ui.sessions.expectation_card import ExpectationCard
from coachdesk.ui.sessions.prepare_requests import PrepareRequests
from coachdesk.ui.sessions.prepare_rows import (
    EventPainter,
    PromisedPainter,
    QuestionPainter,
    promised,
)
from coachdesk.ui.sessions.prepare_state import PrepareState
from coachdesk.ui.sessions.private_line import PrivateLine
from coachdesk.ui.sessions.talk_head import PageHead
from coachdesk.ui.shell.page import Room
from coachdesk.views.requests import topic_words

PAGE = (24, 20, 24, 24)
BATONS_SHOWN = 3


class PrepareView(QWidget):
    """Shows a `PrepareState`; its signals are what the person does."""

    marked = Signal(str, bool)
    promise_ticked = Signal(object)
    event_opened = Signal(object)
    focus_chosen = Signal(str)
    question_ticked = Signal(object)
    question_written = Signal(str)
    typed = Signal(str, str)
    settled = Signal()
    left = Signal()
    buy_in_chosen = Signal(str)
    lock_pressed = Signal(str)

    def __init__(self, theme: Theme, state: PrepareState) -> None:
        super().__init__()
        self._theme, self._room = theme, Room(1360)
        self.heads: dict[str, CheckHead] = {}
        self.private: dict[str, PrivateLine] = {}
        self._sections: dict[str, list[QWidget]] = {}
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in PAGE))
        stack.setSpacing(theme.px(20))
        stack.addWidget(self._build_head())
        self.columns = Columns(theme)
        stack.addWidget(self.columns, 1)
        self.columns.left.addWidget(self._build_left(state), 1)
        self.agenda = AgendaEditor(theme)
        self.columns.right.addWidget(self.agenda)
        self.columns.right.addWidget(self._build_right(state), 1)
        self.show_state(state, frozenset())

    # --- building -----------------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        self.head = PageHead(self._theme)
        self.gate = Gate(self._theme)
        self.menu = Button(
            self._theme, "", "plain", icon="more-horizontal", small=True, name=_("More")
        )
        self.head.row.addWidget(self.gate)
        self.head.row.addWidget(self.menu)
        return self.head

    def _build_left(self, state: PrepareState) -> Card:
        name = state.head.first_name
        card = Card(self._theme, _("Checks before the talk"))
        self._begin(card, "last_time", _("What {name} said last time").format(name=name), False)
        self._put(card, "last_time", self._build_last_time())
        self._begin(card, "promises", _("Promises, both sides"))
        self._put(card, "promises", self._build_promises())
        self.requests = PrepareRequests(self._theme, name)
        self._put(card, "promises", self.requests)
        self._begin(card, "behaviour", _("One behaviour to work on"))
        self._put(card, "behaviour", self._build_behaviour(state))
        self._begin(card, "questions", _("Questions to ask"))
        self._put(card, "questions", self._build_questions())
        return card

    def put_expectations(self, card: QWidget) -> None:
        """Show what is expected of the rep between the agenda and the words of this talk."""
        self.columns.right.insertWidget(1, card)

    def put_to_tell(self, card: QWidget) -> None:
        """Show what is to be told below the words of this talk."""
        self.columns.right.insertWidget(2, card)

    def _begin(self, card: Card, check: str, title: str, rule: bool = True) -> None:
        head = CheckHead(self._theme, check, title)
        head.toggled.connect(self.marked)
        head.lock_pressed.connect(self.lock_pressed)
        self.heads[check] = head
        self.private[check] = PrivateLine(self._theme, check, states.check_names()[check])
        card.add(head, rule=rule)
        card.add(self.private[check])
        self._sections[check] = [head]

    def _put(self, card: Card, check: str, content: QWidget) -> None:
        card.add(content)
        self._sections[check].append(content)

    def _build_last_time(self) -> QWidget:
        self.words = Text(self._theme, "", "lead", wrap=True)
        self.summary = Text(self._theme, "", "body", "ink2", wrap=True)
        self.prepared = Text(self._theme, "", "body", wrap=True)
        return self._indented(self.words, self.summary, self.prepared, bottom=14)

    def _build_promises(self) -> QWidget:
        self.promises = Rows(
            self._theme, PromisedPainter(self._theme), name=_("Promises, yours first"), ruled=False
        )
        self.no_promise = Text(self._theme, _("No promise is open."), "body", "ink2")
        self.promises.ticked.connect(self.promise_ticked)
        self.promises.opened.connect(self.promise_ticked)
        self.batons = BatonLines(self._theme, BATONS_SHOWN)
        return self._flush(self.promises, self._inset(self.no_promise), self._inset(self.batons))

    def _build_behaviour(self, state: PrepareState) -> QWidget:
        self.chips = BehaviourChips(self._theme)
        self.chips.chosen.connect(self.focus_chosen)
        self.plan = Text(self._theme, "", "small", "ink2", wrap=True)
        self.missing = Text(self._theme, "", "small", "ink2", wrap=True)
        self.events = Rows(
            self._theme,
            EventPainter(self._theme, state.page.now.date()),
            name=_("Newest events"),
            ruled=False,
        )
        self.events.opened.connect(self.event_opened)
        return self._flush(self._inset(self.chips, self.plan, self.missing), self.events)

    def _build_questions(self) -> QWidget:
        self.questions = Rows(
            self._theme, QuestionPainter(self._theme), name=_("Questions"), ruled=False
        )
        self.questions.ticked.connect(self.question_ticked)
        self.questions.opened.connect(self.question_ticked)
        self.write_own = Button(self._theme, _("Write your own"), "link", icon="plus")
        self.from_bank = Button(self._theme, _("Choose from the bank"), "link", icon="search")
        self.own = QuietField(
            self._theme, _("Your question, in your words"), name=_("Your own question"), most=200
        )
        self.own.hide()
        self.question_problem = Text(self._theme, "", "small", "badText", wrap=True)
        self.question_problem.hide()
        self.write_own.clicked.connect(self.type_own)
        self.own.left.connect(self._own_left)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(20))
        row.addWidget(self.write_own)
        row.addWidget(self.own, 1)
        row.addWidget(self.from_bank)
        row.addStretch(0)
        self.stages = Text(self._theme, " ", "small", "ink2", wrap=True)
        self._stage_lines = self._inset(self.stages)
        return self._flush(
            self._stage_lines, self.questions, self._inset(beside, self.question_problem)
        )

    def _build_right(self, state: PrepareState) -> Card:
        name = state.head.first_name
        self.expectation = ExpectationCard(self._theme, name)
        self._begin(self.expectation, "expectation", _("Expectation and buy-in"), False)
        self.heads["expectation"].right.show_runs(_("in {name}’s words").format(name=name))
        self._put(self.expectation, "expectation", self.expectation.body)
        self.expectation.typed.connect(self.typed)
        self.expectation.settled.connect(self.settled)
        self.expectation.left.connect(self.left)
        self.expectation.buy_in_chosen.connect(self.buy_in_chosen)
        return self.expectation

    def _indented(self, *widgets: QWidget, bottom: int = 8) -> QWidget:
        holder = QWidget()
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(
            self._theme.px(INDENT), 0, self._theme.px(16), self._theme.px(bottom)
        )
        stack.setSpacing(self._theme.px(4))
        for widget in widgets:
            stack.addWidget(widget)
        return holder

    def _inset(self, *widgets: QWidget) -> QWidget:
        return self._indented(*widgets, bottom=6)

    def _flush(self, *widgets: QWidget) -> QWidget:
        holder = QWidget()
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(0, 0, 0, self._theme.px(10))
        stack.setSpacing(0)
        for widget in widgets:
            stack.addWidget(widget)
        return holder

    # --- showing ------------------------------------------------------------------------------

    def show_state(self, state: PrepareState, just_kept: frozenset[object]) -> None:
        """Show it all; what is being typed stays as it is."""
        brief = state.page.brief
        self._state = state
        self._show_head()
        self._show_checks(state)
        self._show_last_time(state)
        as_of = state.page.now.date()
        self.promises.set_rows(
            [
                promised(row, state.head.first_name, as_of, row.id in just_kept)
                for row in brief.promises
                if row.id not in state.page.as_requests
            ]
        )
        self.no_promise.parentWidget().setVisible(not brief.promises)
        self.batons.show_lines(brief.batons)
        self.batons.parentWidget().setVisible(bool(brief.batons))
        self.heads["promises"].right.show_runs(_("say yours first"))
        page, topic = state.page, partial(topic_words, state.head.first_name)
        self.requests.show_requests(page.asks, page.rep_asks, brief.agenda, as_of, topic)
        self._show_behaviour(state)
        self.stages.show_runs("\n".join(state.offered.stage_lines))
        self._stage_lines.setVisible(bool(state.offered.stage_lines))
        self.questions.set_rows(states.question_rows(state))
        self.heads["questions"].right.show_runs(_("pick up to three · from your playbook"))
        self._show_agenda(state)
        self.expectation.show_texts(state)

    def _show_head(self) -> None:
        state, short = self._state, not self._room.two_columns
        line = states.when_line(state, short=short)
        self.head.show_talk(state.head.initials, states.title(state), line)

    def show_checks(self, state: PrepareState) -> None:
        """Show only which checks were made."""
        self._show_checks(state)

    def show_problem(self, state: PrepareState) -> None:
        """Say where a text is over its limit."""
        self.expectation.show_problem(state)

    def show_question_problem(self, problem: str) -> None:
        """Why a question could not be taken; empty when all is well."""
        self.question_problem.show_runs(problem)
        self.question_problem.setVisible(bool(problem))

    def show_question(self, id: str) -> None:
        """Put the keys on a question."""
        self.questions.setFocus(Qt.FocusReason.TabFocusReason)
        for at, row in enumerate(self.questions.rows()):
            if row.id == id:
                self.questions.set_current(at)

    def _show_checks(self, state: PrepareState) -> None:
        for check, head in self.heads.items():
            head.badge.show_done(state.is_checked(check))
            what = states.check_names()[check]
            kept = check in state.page.private_checks
            sentence = (
                _("Open the private line, {what}, one is kept")
                if kept
                else _("Write a private line, {what}")
            ).format(what=what)
            head.lock.show_kept(kept, sentence)

    def _show_last_time(self, state: PrepareState) -> None:
        brief = state.page.brief
        self.heads["last_time"].right.show_runs(states.last_time_day(state))
        if brief.is_first_talk:
            self.words.show_runs(_("First talk. Ask what a good month looks like."))
        elif brief.last_words is not None:
            self.words.show_runs(quoted(brief.last_words.text))
        else:
            name = state.head.first_name
            self.words.show_runs(_("No words of {name} are written down yet.").format(name=name))
        self.summary.show_runs(brief.last_summary)
        self.summary.setVisible(bool(brief.last_summary))
        written = state.page.rep_words
        self.prepared.show_runs(_("Before this talk: {words}").format(words=quoted(written)))
        self.prepared.setVisible(bool(written))

    def _show_behaviour(self, state: PrepareState) -> None:
        brief = state.page.brief
        focus = state.page.focus
        self.chips.show_figures(brief.figures, focus.value if focus else "")
        plan = states.plan_note(state)
        self.plan.show_runs(plan)
        self.plan.setVisible(bool(plan))
        note = states.focus_note(state)
        self.missing.show_runs(note)
        self.missing.setVisible(bool(note))
        self.events.set_rows(brief.focus_events)
        self.heads["behaviour"].right.show_runs(state.page.why_focus)

    def _show_agenda(self, state: PrepareState) -> None:
        parts = state.page.brief.agenda
        focus = state.page.focus
        colors = [
            "accent"
            if part.is_reps
            else hue(focus.value)
            if part.kind == "behaviour" and focus
            else "control"
            for part in parts
        ]
        self.agenda.show_agenda(parts, [states.point_words(state, part) for part in parts], colors)
        words, over = states.minutes_words(state)
        self.agenda.show_sum(words, over=over)

    def reflow(self, room: Room) -> None:
        """Arrange for a width."""
        self._room = room
        self.columns.set_two(room.two_columns)
        self.gate.set_short(not room.halves)
        self._show_head()

    def in_sight(self, check: str, viewport: QWidget) -> bool:
        """Whether a check's content can be read now."""
        seen = viewport.rect()
        for part in self._sections[check]:
            area = QRect(part.mapTo(viewport, part.rect().topLeft()), part.size())
            if area.height() and seen.intersects(area):
                return True
        return False

    # --- what the person does -------------------------------------------------------------------

    def type_own(self) -> None:
        """Open the field for a question of one's own."""
        self.write_own.hide()
        self.from_bank.hide()
        self.own.clear()
        self.own.show()
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own_left(self, words: str) -> None:
        if self.own.isHidden():
            return
        self.own.hide()
        self.write_own.show()
        self.from_bank.show()
        if words.strip():
            self.question_written.emit(words)
