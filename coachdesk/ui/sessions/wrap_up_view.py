"""The page after a talk as widgets: what prints at the left, the very page at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Field, Labeled, TextArea
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import ErrorInPlace, IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.sessions import wrap_up_state as states
from coachdesk.ui.sessions.direction_card import DirectionCard
from coachdesk.ui.sessions.prepare_state import buy_in_options, buy_in_was
from coachdesk.ui.sessions.receipt_card import ReceiptCard
from coachdesk.ui.sessions.talk_head import PageHead
from coachdesk.ui.sessions.wrap_up_rows import PrintTickPainter, StaysPainter
from coachdesk.ui.sessions.wrap_up_state import NextLine, WrapUpState

PAGE = (24, 20, 24, 20)
TRIED_CHARACTERS = 200


class WrapUpView(QWidget):
    """Shows a `WrapUpState`; its signals are what the person does."""

    ticked = Signal(object)
    summary_typed = Signal(str)
    tried_typed = Signal(str)
    next_typed = Signal(str)
    settled = Signal()
    left = Signal()
    buy_in_chosen = Signal(str)
    move_asked = Signal()

    def __init__(self, theme: Theme, state: WrapUpState) -> None:
        super().__init__()
        self._theme = theme
        self._offer = ""
        stack = self._stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in PAGE))
        stack.setSpacing(theme.px(16))
        self.head = PageHead(theme)
        stack.addWidget(self.head)
        self.problem = ErrorInPlace(theme)
        stack.addWidget(self.problem)
        self.receipt = ReceiptCard(theme)
        stack.addWidget(self.receipt)
        stack.addWidget(self._build_prints())
        self.direction = DirectionCard(theme)
        stack.addWidget(self.direction)
        stack.addWidget(self._build_plan())
        stack.addWidget(self._build_next(state))
        stack.addWidget(self._build_missing())
        stack.addStretch(1)
        self.show_state(state)

    # --- building -----------------------------------------------------------------------------

    def _build_prints(self) -> Card:
        theme = self._theme
        card = Card(theme, _("Will print"))
        self.how = Text(theme, _("untick to leave out"), "small", "ink2")
        card.add(SectionHeader(theme, _("Will print"), right=self.how))
        self.summary = TextArea(
            theme,
            _("One or two sentences; else the ticked lines print"),
            name=_("What we talked about"),
            lines=2,
            most=8,
        )
        self.summary_label = Labeled(theme, _("The talk in a sentence or two"), self.summary)
        card.add(self.summary_label, pad=(16, 0, 16, 8))
        self._tick_painter = PrintTickPainter(theme)
        self.ticks = Rows(theme, self._tick_painter, name=_("Will print"), ruled=False)
        card.add(self.ticks, pad=(0, 0, 0, 8))
        stays = Text(theme, _("Stays with you, never prints"), "label", "ink2")
        self._stays_head = card.add(stays, rule=True, sunk=True, pad=(16, 8, 16, 2))
        self.stays = Rows(
            theme, StaysPainter(theme), name=_("Stays with you"), ruled=False, hover=""
        )
        self._stays_rows = card.add(self.stays, sunk=True, pad=(0, 0, 0, 6))
        self.ticks.ticked.connect(self.ticked)
        self.ticks.opened.connect(self.ticked)
        self.summary.textChanged.connect(self._summary_typed)
        self.summary.settled.connect(self._settle)
        self.summary.left.connect(self._leave)
        return card

    def _build_plan(self) -> Card:
        theme = self._theme
        self._plan = Card(theme, _("Coaching plan"))
        self.tried = Field(theme, _("One line; it stays with you"), name=_("What was tried"))
        self.tried.setMaxLength(TRIED_CHARACTERS)
        self.tried_label = Labeled(theme, _("What was tried"), self.tried)
        self._plan.add(self.tried_label, pad=(16, 12, 16, 14))
        self.tried.textEdited.connect(self.tried_typed)
        self.tried.settled.connect(self._settle)
        self.tried.left.connect(self._leave)
        return self._plan

    def _build_next(self, state: WrapUpState) -> Card:
        theme = self._theme
        card = Card(theme, _("Next one-on-one and buy-in"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addLayout(self._build_next_date(), 1)
        row.addLayout(self._build_buy_in(state))
        card.add(row, pad=(16, 12, 16, 14))
        return card

    def _build_next_date(self) -> QVBoxLayout:
        theme = self._theme
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(4))
        self.next = Field(theme, _("no talk planned"), name=_("Next one-on-one"), icon="calendar")
        self.next_label = Labeled(theme, _("Next one-on-one"), self.next)
        stack.addWidget(self.next_label)
        self.note = Text(theme, "", "small", "ink2", wrap=True)
        self.take = Button(theme, "", "link")
        self.move = Button(theme, _("Move it"), "link")
        below = QHBoxLayout()
        below.setSpacing(theme.px(10))
        below.addWidget(self.note, 1)
        below.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.move, 0, Qt.AlignmentFlag.AlignTop)
        stack.addLayout(below)
        stack.addStretch(1)
        self.next.textEdited.connect(self.next_typed)
        self.next.settled.connect(self._settle)
        self.next.left.connect(self._leave)
        self.take.clicked.connect(self._take_offer)
        self.move.clicked.connect(self.move_asked)
        return stack

    def _build_buy_in(self, state: WrapUpState) -> QVBoxLayout:
        theme = self._theme
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(4))
        title = _("{name}’s buy-in today").format(name=state.page.brief.head.first_name)
        stack.addWidget(Text(theme, title, "label", "ink2"))
        self.buy_in = Segmented(theme, buy_in_options(), name=title)
        holder = QHBoxLayout()
        holder.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        holder.addWidget(self.buy_in)
        holder.addStretch(1)
        stack.addLayout(holder)
        self.was = Text(theme, "", "small", "ink2", elide=True)
        stack.addWidget(self.was)
        stack.addStretch(1)
        self.buy_in.chosen.connect(self.buy_in_chosen)
        return stack

    def _build_missing(self) -> QWidget:
        theme = self._theme
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        row.setSpacing(theme.px(8))
        self.missing_icon = IconLabel(theme, "check", "good")
        self.missing = Text(theme, "", "body", "ink", wrap=True)
        row.addWidget(self.missing_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.missing, 1)
        return holder

    def take_in(self, preview: QWidget) -> None:
        """Where there is little room the preview stands below everything."""
        self._stack.addWidget(preview)

    # --- showing ------------------------------------------------------------------------------

    def show_state(self, state: WrapUpState) -> None:
        """Show it all; what is being typed stays as it is."""
        page, locked = state.page, state.is_received
        head = page.brief.head
        self.head.show_talk(head.initials, states.title(state), states.when_line(state))
        self.receipt.show_state(state)
        self._tick_painter.locked = locked
        self.how.show_runs(_("locked") if locked else _("untick to leave out"))
        self.ticks.set_rows(states.print_ticks(state))
        stays = states.stays_rows(state)
        self.stays.set_rows(stays)
        self._stays_head.setVisible(bool(stays))
        self._stays_rows.setVisible(bool(stays))
        self.direction.show_looks(state.looks, state.rewording)
        self._show_fields(state)
        self.buy_in.set_value(page.buy_in.value if page.buy_in else "")
        self.buy_in.setEnabled(not locked)
        self.was.show_runs(buy_in_was(page.buy_in_last))

    def show_missing(self, state: WrapUpState) -> None:
        """What goes on without an answer, and what a side still lacks."""
        words, is_well = states.missing_line(state)
        self.missing_icon.show_icon(
            "check" if is_well else "triangle-alert", "good" if is_well else "warn"
        )
        self.missing.show_runs(words)

    def _show_fields(self, state: WrapUpState) -> None:
        locked = state.is_received
        if self.summary.toPlainText() != state.summary_text and not self.summary.hasFocus():
            self.summary.setPlainText(state.summary_text)
        self.summary.setReadOnly(locked)
        self.summary.setEnabled(not locked)
        self.summary_label.show_problem(state.too_long)
        words = states.plan_label(state)
        self._plan.setVisible(bool(words))
        self.tried_label.label.show_runs(words)
        if not self.tried.hasFocus() and self.tried.text() != state.tried_text:
            self.tried.setText(state.tried_text)
        self.tried.setEnabled(not locked)
        if not self.next.hasFocus() and self.next.text() != state.next_words:
            self.next.setText(state.next_words)
        fixed = state.page.next_is_planned or state.is_wrapped_up
        self.next.setReadOnly(fixed)
        self.next.setEnabled(not fixed)
        self.move.setVisible(state.page.next_is_planned)

    def show_next(self, note: NextLine) -> None:
        """What stands below the next date."""
        self.next_label.show_problem("")
        color = "warnText" if note.state == "warn" else "ink2"
        self.note.show_runs([Run(note.words, "small", color)])
        self.note.show()
        self._offer = f"{note.offer:%H:%M}" if note.offer else ""
        self.take.set_label(_("Take {time}").format(time=self._offer))
        self.take.setVisible(bool(self._offer))

    def show_next_problem(self, refusal: InputError) -> None:
        """Why the next date is no day."""
        self.next_label.show_problem(f"{refusal.message} {refusal.next_step}".strip())
        self.note.hide()
        self.take.hide()

    # --- what the person does -------------------------------------------------------------------

    def _summary_typed(self) -> None:
        self.summary_typed.emit(self.summary.toPlainText())

    def _take_offer(self) -> None:
        day = self.next.text().rsplit(",", 1)[0]
        words = f"{day}, {self._offer}"
        self.next.setText(words)
        self.next_typed.emit(words)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, _words: str) -> None:
        self.settled.emit()

    def _leave(self, _words: str) -> None:
        self.left.emit()
