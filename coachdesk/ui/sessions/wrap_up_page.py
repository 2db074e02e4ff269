"""The page after a talk: what prints is chosen, seen and taken along; the talk is closed."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import ReceivedMeans
from coachdesk.language import gettext as _
from coachdesk.services.documents import (
    paper_of,
    summary_brief,
)
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.drawing import Drawn, draw_summary
from coachdesk.services.talk_notes import print_line
from coachdesk.services.talk_pages import clash_line, prepare_page, wrap_up_page
from coachdesk.services.talks import receive_summary, unreceive_summary
from coachdesk.services.wrap_up import WrapUp, amend_wrap_up, keep_wrap_up, wrap_up_talk
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.parts.pdf_preview import PdfPreview
from coachdesk.ui.parts.printing import Printers
from coachdesk.ui.parts.talk_sheets import MoveSheet
from coachdesk.ui.sessions import wrap_up_state as states
from coachdesk.ui.sessions.settling import settle_layouts
from coachdesk.ui.sessions.wrap_up_direction import WrapUpDirection
from coachdesk.ui.sessions.wrap_up_foot import WrapUpFoot
from coachdesk.ui.sessions.wrap_up_paper import WrapUpPaper
from coachdesk.ui.sessions.wrap_up_state import PrintTick, WrapUpState
from coachdesk.ui.sessions.wrap_up_view import WrapUpView
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day

PLACE = "wrap up"
LEFT_SHARE, RIGHT_SHARE = 576, 568
SHEET_OF_WIDTH = 1.414


class WrapUpPage(QObject):
    """`open(session_id)` before the window shows it."""

    id = "wrap_up"
    icon = "message-square"
    key = ""
    nav = "today"
    full_bleed = False
    shows: frozenset[type] = frozenset(
        {
            *(CoachingSession, SessionNote, Commitment, Observation, Rating),
            *(Share, HandOff, PrintedDocument, Draft, CoachingPlan),
        }
    )

    def __init__(self, workplace: Workplace, *, printers: Printers | None = None) -> None:
        super().__init__()
        self.workplace = workplace
        self.title = _("Wrap up")
        self.session_id: UUID | None = None
        self.state: WrapUpState | None = None
        self.view: WrapUpView | None = None
        self.drawn: Drawn | None = None
        self._room = Room(0)
        self.widget: QWidget = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.widget)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self.paper = WrapUpPaper(self, printers)
        self.direction = WrapUpDirection(self)
        self._build_frame()

    def _build_frame(self) -> None:
        theme = self.workplace.theme
        left = QWidget()
        stack = QVBoxLayout(left)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self._scroll = ScrollPage(theme, self.title)
        self.foot = WrapUpFoot(theme)
        stack.addWidget(self._scroll, 1)
        stack.addWidget(self.foot)
        reads = self.workplace.reads_text
        self.preview = PdfPreview(theme, self.workplace.jobs, as_text=reads)
        self.preview.reading_chosen.connect(self.workplace.choose_reading)
        self._sides = (left, self.preview)
        for side, share in zip(self._sides, (LEFT_SHARE, RIGHT_SHARE), strict=True):
            policy = side.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Ignored)
            policy.setHorizontalStretch(share)
            side.setSizePolicy(policy)
            self._both.addWidget(side, share)
        self.foot.print_asked.connect(self.paper.print_copies)
        self.foot.save_asked.connect(self.paper.save_pdf)
        self.foot.copy_asked.connect(self.paper.copy_file)
        self.foot.later_asked.connect(self.paper.print_later)
        self.foot.more_asked.connect(self.paper.show_other_ways)
        self.foot.done_asked.connect(self.finish)
        self.workplace.hold(self.foot.later_button, self.foot.later_link)

    # --- the page protocol ----------------------------------------------------------------------

    def open(self, session_id: UUID) -> None:
        """Show another talk; what was typed when the program stopped is back."""
        if self.session_id is not None and self.session_id != session_id:
            self.leave()
        self.session_id, self.state, self.drawn = session_id, None, None
        self._read_state()
        found = self.workplace.ask(unsaved_at, PLACE, session_id)
        if found is not None and found.content:
            self.state = self.state.restored(found.content)
            if self.state.is_changed or self.state.rewording:
                self.workplace.say(_("What you were typing is back."))
        self._replace_view()
        self._show()

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
        for side in self._sides:
            self._both.removeWidget(side)
            side.hide()
            side.deleteLater()
        self._build_frame()
        if self.state is None:
            return
        self._replace_view()
        if self.drawn is not None:
            self.preview.show_document(self.drawn, paper_of(self.workplace.desk))
        self.reflow(self._room)
        self._show()

    def reflow(self, room: Room) -> None:
        """The preview goes under the left where there is little room."""
        self._room = room
        self.foot.set_short(room.width < 1500)
        self._place_preview()
        settle_layouts()

    def _place_preview(self) -> None:
        """Beside the left side, or below it inside what scrolls."""
        theme, preview = self.workplace.theme, self.preview
        if self._room.two_columns or not self._room.width or self.view is None:
            preview.setMinimumHeight(0)
            if preview.parentWidget() is not self.widget:
                self._both.addWidget(preview, RIGHT_SHARE)
        else:
            width = theme.px(self._room.content)
            preview.setMinimumHeight(round(width * SHEET_OF_WIDTH) + theme.px(40))
            if preview.parentWidget() is not self.view:
                self.view.take_in(preview)
        preview.show()

    def bring_preview_in_sight(self) -> None:
        """Where it stands below the rest, scroll to its top."""
        if self.preview.parentWidget() is self.view:
            top = self.preview.mapTo(self.view, QPoint()).y()
            self._scroll.verticalScrollBar().setValue(top)

    def _replace_view(self) -> None:
        """Other widgets at the left; the preview is kept."""
        self._both.addWidget(self.preview, RIGHT_SHARE)
        self.view = self._build_view()
        self._scroll.replace(self.view)
        self._place_preview()

    def leave(self) -> None:
        """Write what is unwritten, and draw no more."""
        self.paper.leave()
        self.write()

    def first_focus(self) -> QWidget | None:
        """The summary, or what can still be done."""
        if self.view is None:
            return None
        can_type = not (self.state.is_received or self.view.summary.isReadOnly())
        return self.view.summary if can_type else self.view.ticks

    # --- showing --------------------------------------------------------------------------------

    def _build_view(self) -> WrapUpView:
        view = WrapUpView(self.workplace.theme, self.state)
        view.ticked.connect(self._tick)
        view.summary_typed.connect(self._type_summary)
        view.tried_typed.connect(self._type_tried)
        view.next_typed.connect(self._type_next)
        view.settled.connect(self._settled)
        view.left.connect(self.write)
        view.buy_in_chosen.connect(self._choose_buy_in)
        view.move_asked.connect(self.move_next)
        view.receipt.received.connect(self._receive)
        view.receipt.taken_back.connect(self._take_back)
        hold, given = self.workplace.hold, view.receipt
        hold(view.summary, view.tried, view.next, view.take, view.move, view.buy_in)
        hold(given.day, given.signed, given.handed, given.reason, given.take)
        self.workplace.hold_rows(view.ticks, "ticked", "opened")
        self.direction.follow(view)
        return view

    def _read_state(self) -> None:
        page = self.workplace.ask(wrap_up_page, self.session_id)
        fresh = WrapUpState(page=page)
        self.state = fresh if self.state is None else fresh.restored(self.state.content())

    def _show(self) -> None:
        if self.view is None or self.state is None:
            return
        self.view.show_state(self.state)
        self.view.problem.say("")
        self._show_next()
        self.foot.show_state(self.state)
        if why := self.why_not_finish():
            self.foot.done_button.disable(why)
        else:
            self.foot.done_button.enable()
        self._draw()

    def _show_next(self) -> None:
        self.view.show_missing(self.state)
        try:
            day, start = self.state.next_slot()
            clash = None
            if day is not None and not self.state.page.next_is_planned:
                clash = self.workplace.ask(clash_line, self.session_id, day, start)
            self.view.show_next(states.next_note(self.state, clash))
        except InputError as refusal:
            self.view.show_next_problem(refusal)

    def _draw(self) -> None:
        desk = self.workplace.desk
        brief = self.workplace.ask(summary_brief, self.session_id)
        brief = states.as_it_will_print(brief, self.state)
        self.workplace.jobs.start(
            partial(draw_summary, brief, paper_of(desk), desk.own_templates),
            done=self._drawn,
            refused=self._not_drawn,
            topic="summary",
        )

    def _drawn(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.preview.show_document(drawn, paper_of(self.workplace.desk))

    def _not_drawn(self, refusal: UserError) -> None:
        self.refuse(refusal.message, refusal.next_step)

    def refuse(self, message: str, next_step: str = "") -> None:
        """Say above the buttons what was refused."""
        self.foot.show_words(f"{message} {next_step}".strip(), is_problem=True)

    # --- writing --------------------------------------------------------------------------------

    def write(self) -> bool:
        """Write what was typed as one change; False if it was refused."""
        if self.state is None or not self.state.is_changed or self.state.is_received:
            return True
        if (self.state.summary, self.state.tried) == (None, None) or self.state.too_long:
            self._show_next()
            return not self.state.too_long
        return self._keep(self.state.safe_choices())

    def _keep(self, choices: WrapUp) -> bool:
        keep = amend_wrap_up if self.state.is_wrapped_up else keep_wrap_up
        try:
            self.workplace.do(keep, self.session_id, choices, by=self)
        except UserError as refusal:
            self.view.problem.say(refusal.message, refusal.next_step)
            return False
        self._read_state()
        self.keep_draft()
        self._show()
        return True

    def keep_draft(self) -> None:
        """Keep what is typed, for when the program stops."""
        draft = unsaved_draft(PLACE, self.session_id, self.state.content(), self.workplace.as_of)
        if self.state.content() and not self.state.is_received:
            self.workplace.autosave(draft)
        else:
            self.workplace.forget(draft)

    def _settled(self) -> None:
        self.keep_draft()
        self._show_next()
        self._draw()

    def _type_summary(self, words: str) -> None:
        self.state = self.state.with_summary(words)
        self.view.summary_label.show_problem(self.state.too_long)

    def _type_tried(self, words: str) -> None:
        self.state = self.state.with_tried(words)

    def _type_next(self, words: str) -> None:
        self.state = self.state.with_next(words)

    def _tick(self, row: PrintTick) -> None:
        if self.state.is_received:
            self.refuse(_("The page was received."), _("Take the receipt back first."))
            return
        if row.is_line:
            self.workplace.do(print_line, row.id, print=not row.on, by=self)
            if self.state.is_wrapped_up:
                self._keep(self.state.safe_choices())
                return
            self._read_state()
            self._show()
            return
        left_out = self.state.page.left_out ^ {row.id}
        self._keep(self.state.safe_choices(left_out=tuple(sorted(left_out, key=str))))

    def _choose_buy_in(self, key: str) -> None:
        self._keep(self.state.safe_choices(buy_in=states.buy_in_of(key)))

    def why_not_move_next(self) -> str:
        """Why there is no next talk to move."""
        is_planned = self.state is not None and self.state.page.next_is_planned
        return "" if is_planned else _("No next talk is planned yet.")

    def move_next(self) -> None:
        """Ask for another day for the talk that is planned next."""
        planned = self.workplace.ask(prepare_page, self.state.page.next_id)
        MoveSheet(self.workplace, self.widget.window(), planned.brief.head)

    # --- closing --------------------------------------------------------------------------------

    def why_not_finish(self) -> str:
        """Why the talk cannot be closed; the way back from one that is closed stays open."""
        is_closed = self.state is not None and self.state.is_wrapped_up
        return "" if is_closed else self.workplace.why_not_write

    def finish(self) -> None:
        """Close the talk and make the next one; a talk that is closed goes back to Today."""
        if self.state.is_wrapped_up:
            if self.write():
                self.workplace.open_page("today")
            return
        try:
            choices = self.state.choices()
            if self.state.too_long:
                self.view.summary.setFocus()
                return
            self.workplace.do(
                wrap_up_talk, self.session_id, choices, said=self._done_words(choices), by=self
            )
        except InputError as refusal:
            self.view.show_next_problem(refusal)
            self.view.next.setFocus()
            return
        except UserError as refusal:
            self.view.problem.say(refusal.message, refusal.next_step)
            self._scroll.show_widget(self.view.problem)
            self.view.summary.setFocus()
            return
        kept = self.state.kept
        self.state = None
        self._read_state()
        self.state = replace(self.state, kept=kept)
        self.keep_draft()
        self._show()
        self.view.receipt.signed.setFocus()

    def _done_words(self, choices: WrapUp) -> str:
        if choices.next_day is None:
            return _("Wrapped up")
        day = near_day(choices.next_day, self.workplace.as_of)
        return _("Wrapped up, next one-on-one {day}").format(day=day)

    def _receive(self, day: object, means: ReceivedMeans) -> None:
        try:
            self.write()
            self.workplace.do(
                receive_summary, self.session_id, day, means, said=_("Receipt noted"), by=self
            )
        except UserError as refusal:
            self.view.receipt.show_problem(refusal)
            return
        self.read_again()
        self.keep_draft()

    def _take_back(self, reason: str) -> None:
        try:
            self.workplace.do(
                unreceive_summary, self.session_id, reason, said=_("Receipt taken back"), by=self
            )
        except UserError as refusal:
            self.refuse(refusal.message, refusal.next_step)
            self.view.receipt.reason.setFocus()
            return
        self.view.receipt.reason.clear()
        self.read_again()
