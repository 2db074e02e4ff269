"""The page of a joint visit: before, on the way, in the car."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import InputError, RuleError, UserError
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import SpeaksFirst, VisitState
from coachdesk.language import gettext as _
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.evidence import void_observation
from coachdesk.services.pages import visit_page
from coachdesk.services.visits import (
    cancel_visit,
    hold_visit,
    look_back,
    note_on_visit,
    prepare_visit,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.move_or_cancel import MoveOrCancel
from coachdesk.ui.parts.seen_part import SeenPart
from coachdesk.ui.parts.seen_rows import seen_words
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.visits import state
from coachdesk.ui.visits.before_card import BeforeCard
from coachdesk.ui.visits.car_card import CarCard
from coachdesk.ui.visits.sheets import VisitDaySheet
from coachdesk.views.evidence import Event
from coachdesk.views.visits import VisitPage as VisitRecord

PLACE, LINE = "visit", "visit line"


class VisitPage(ScrollingPage):
    """Ctrl+Enter says that the visit took place, then that it is done."""

    id = "visit"
    shows = frozenset({Draft, JointVisit, Observation, PartnerTeam, Rating, Rep})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Joint visit"), "one_on_ones")
        self._workplace = workplace
        self._page: VisitRecord | None = None
        self._room = Room(1360)
        self.rebuild()

    def open(self, visit_id: UUID) -> None:
        """Show a visit; what was typed there and not written comes back."""
        self._page = visit_page(self._workplace.desk, visit_id)
        self._seen.kept.open(visit_id)
        self._show()

    @property
    def shown(self) -> VisitRecord | None:
        """The visit that is open."""
        return self._page

    def build(self) -> QWidget:
        """Two columns: before and seen, then the car."""
        theme, px = self.theme, self.theme.px
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(px(24), px(20), px(24), px(24))
        stack.setSpacing(px(14))
        stack.addLayout(self._head())
        self._columns = Columns(theme, shares=(58, 42))
        self._before = BeforeCard(theme)
        self._before.changed.connect(self._prepare)
        self._car = CarCard(theme)
        self._car.settled.connect(self._keep_typed)
        self._car.left.connect(self._write)
        self._columns.left.addWidget(self._before)
        self._columns.left.addWidget(self._seen_card())
        self._columns.left.addStretch(1)
        self._columns.right.addWidget(self._car)
        self._columns.right.addStretch(1)
        stack.addWidget(self._columns)
        stack.addStretch(1)
        self._columns.set_two(self._room.two_columns)
        self._workplace.hold(self._before, *self._car.fields)
        if self._page is not None:
            self._seen.kept.open(self._page.id)
            self._show()
        return content

    def refresh(self) -> None:
        """Read again; a visit whose plan was undone is left."""
        if self._page is None:
            return
        try:
            self._page = visit_page(self._workplace.desk, self._page.id)
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
        """The line while something can be noted, else the primary button."""
        if self._page is not None and self._seen.line.isEnabled():
            return self._seen.line
        return self.primary

    def step(self) -> None:
        """It took place; or, once it did, done."""
        page = self._page
        if page is None:
            return
        if page.state is not VisitState.PLANNED:
            self._write()
            self._workplace.open_rep(page.rep_id)
        elif page.day == page.as_of:
            self._workplace.do(hold_visit, page.id, said=_("The visit took place."))
            self._seen.line.setFocus()
        else:
            self._day_sheet(held=True)

    def move(self) -> None:
        """Ask for another day."""
        self._day_sheet(held=False)

    def cancel(self) -> None:
        """No visit this time; Ctrl+Z brings it back."""
        if self._page is not None:
            self._try(cancel_visit, self._page.id, said=_("The visit was cancelled."))

    def form(self) -> None:
        """The blank form for the visit."""
        if self._page is not None:
            self._workplace.form_asked.emit(self._page.rep_id, self._page.first_name)

    def why_not_planned(self) -> str:
        """Why it can no longer be moved or cancelled."""
        is_planned = self._page is not None and self._page.state is VisitState.PLANNED
        return "" if is_planned else _("The visit is not ahead any more.")

    def _leave_what_is_gone(self) -> None:
        """To the talks and visits, unless another visit is shown by now."""
        if self._page is None:
            self._workplace.open_page("one_on_ones")

    def _head(self) -> QHBoxLayout:
        theme = self.theme
        self._title = Text(theme, "", "page", elide=True)
        self._about = Text(theme, "", "body", "ink2", elide=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._form_button = Button(theme, _("Print the form"), icon="printer")
        self._form_button.clicked.connect(self.form)
        self.primary = Button(theme, _("It took place"), "primary", hint="Ctrl+Enter")
        self.primary.clicked.connect(self.step)
        self._more = MoveOrCancel(theme, _("What else can become of the visit"))
        self._more.move_asked.connect(self.move)
        self._more.cancel_asked.connect(self.cancel)
        self._workplace.hold(self.primary, self._more)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addLayout(words, 1)
        for button in (self._form_button, self.primary, self._more):
            row.addWidget(button)
        return row

    def _seen_card(self) -> Card:
        theme = self.theme
        card = Card(theme, _("Seen"))
        self._seen_header = SectionHeader(theme, _("Seen"), right=" ")
        card.add(self._seen_header)
        seen = self._seen = SeenPart(self._workplace, LINE)
        seen.line.returnPressed.connect(self._note)
        seen.rows.opened.connect(self._open_event)
        seen.rows.removed.connect(self._void)
        box = QVBoxLayout()
        box.setSpacing(theme.px(6))
        box.addWidget(seen.line)
        box.addWidget(seen.problem)
        card.add(box, pad=(16, 4, 16, 12))
        self._seen_list = card.add(seen.rows, rule=True)
        return card

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        title = _("Joint visit with {name}").format(name=page.rep_name)
        self._title.show_runs(title)
        self._about.show_runs(state.about_words(page))
        is_planned = page.state is VisitState.PLANNED
        self.primary.set_label(_("It took place") if is_planned else _("Done"))
        self._more.setVisible(is_planned)
        self._before.show_page(page, may_change=is_planned)
        why_not, waiting = state.why_not_seen(page), page.waiting
        self._seen.show_events(page.events, waiting=waiting, why_not=why_not, as_of=page.as_of)
        self._seen_list.setVisible(bool(page.events))
        count = len({event.observation_id for event in page.events})
        self._seen_header.right.show_runs(seen_words(count))
        not_yet = "" if page.state is VisitState.HELD else _("once the visit took place")
        self._car.show_page(page, self._typed_before(page), why_not=not_yet)

    def _typed_before(self, page: VisitRecord) -> dict[str, object]:
        kept = self._workplace.ask(unsaved_at, PLACE, page.id)
        content = {} if kept is None else dict(kept.content or {})
        return {key: content[key] for key in self._car.typed() if key in content}

    def _keep_typed(self) -> None:
        page = self._page
        if page is not None:
            draft = unsaved_draft(PLACE, page.id, self._car.typed(), self._workplace.as_of)
            self._workplace.autosave(draft)

    def _write(self) -> None:
        """The fields as one change; a share that is none stays in its field, with the reason."""
        page = self._page
        if page is None or page.state is not VisitState.HELD:
            return
        problem = self._car.check_share()
        self._car.refuse(problem, share=bool(problem))
        if problem:
            self._keep_typed()
            return
        said = self._car.said()
        stored = [getattr(page, key) for key in state.TEXTS]
        same = [getattr(said, key).strip() for key in state.TEXTS] == stored
        if same and said.talk_share_pct == page.talk_share_pct:
            return
        try:
            self._workplace.do(look_back, page.id, said, by=None)
        except UserError as refused:
            self._car.refuse(f"{refused.message} {refused.next_step}".strip())
            self._keep_typed()
            return
        self._workplace.forget(unsaved_draft(PLACE, page.id, {}, self._workplace.as_of))

    def _prepare(self) -> None:
        if self._page is not None:
            self._try(
                prepare_visit,
                self._page.id,
                watch=self._before.watch,
                speaks_first=SpeaksFirst(self._before.speaks.value()),
                team_id=self._before.team_id,
            )

    def _note(self) -> None:
        page, typed = self._page, self._seen.line.text()
        if page is None or not typed.strip():
            return
        try:
            captured = self._workplace.do(note_on_visit, page.id, typed, said="")
        except UserError as refused:
            self._seen.say(f"{refused.message} {refused.next_step}".strip(), "badText")
            return
        self._seen.kept.done()
        saved = isinstance(captured.record, Observation)
        words = _("Saved for {name}") if saved else _("Waits in the Inbox of Today")
        self._workplace.say(words.format(name=page.first_name), can_undo=True)

    def _open_event(self, event: Event) -> None:
        self._workplace.open_event(event.rep_id, event.observation_id)

    def _void(self, event: Event) -> None:
        reason = _("Noted by mistake on the visit")
        said = _("The event no longer counts.")
        self._try(void_observation, event.observation_id, reason, said=said)

    def _day_sheet(self, *, held: bool) -> None:
        page = self._page
        if page is not None and not self.why_not_planned():
            window = self.widget.window()
            VisitDaySheet(self._workplace, window, page.id, page.first_name, held=held)

    def _try(self, command: object, *args: object, **kwargs: object) -> None:
        try:
            self._workplace.do(command, *args, **kwargs)
        except RuleError as refused:
            self._workplace.say(f"{refused.message} {refused.next_step}".strip())
