"""Right of a rep's evidence: asks, promises, hand-offs, shares, usefulness and private notes."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.errors import RuleError
from coachdesk.language import gettext as _
from coachdesk.services.coaching_topics import coach_ask
from coachdesk.services.links import meetings_of_rep
from coachdesk.services.promises import keep_promise
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.link_rows import LinkRows
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.other_asks import OtherAsksCard
from coachdesk.ui.parts.promise_rows import OpenPromise, OpenPromisePainter
from coachdesk.ui.parts.promise_steps import open_promise_sheet
from coachdesk.ui.parts.promises import promise_line
from coachdesk.ui.parts.reveal import put_keys_on
from coachdesk.ui.parts.settle_sheet import Answers, Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.ask_card import AskCard
from coachdesk.ui.team.hand_offs import HandOffsCard
from coachdesk.ui.team.private import PrivateNotes
from coachdesk.ui.team.share_card import ShareCard
from coachdesk.ui.team.state import kept_words
from coachdesk.ui.team.usefulness import UsefulnessLine
from coachdesk.ui.team.works_with import WorksWithCard
from coachdesk.views.dates import near_day
from coachdesk.views.promises import PromiseRow
from coachdesk.views.rep import AskRow
from coachdesk.views.rep import RepPage as RepRecord


class RightColumn(QWidget):
    """The cards of what is open between the two; `ticked` are promises kept while one looks."""

    def __init__(self, workplace: Workplace, ticked: dict[UUID, PromiseRow]) -> None:
        super().__init__()
        self._workplace, self._ticked = workplace, ticked
        self._page: RepRecord | None = None
        theme = workplace.theme
        self.asks = AskCard(workplace)
        self.others = OtherAsksCard(workplace, _("Asks others"), self._topic_steps)
        self.promises = Rows(theme, OpenPromisePainter(theme), name=_("Promises"), round_last=True)
        self.promises.ticked.connect(self._keep)
        self.promises.opened.connect(self._settle_promise)
        workplace.hold_rows(self.promises, "ticked", "opened")
        self._promises_card = ListCard(
            theme, self.promises, title=_("Promises"), right=" ", stays=True
        )
        self.hand_offs = HandOffsCard(workplace)
        self.shares = ShareCard(workplace)
        self.partners = WorksWithCard(workplace)
        title = _("Joint meetings")
        self._meetings = ListCard(theme, LinkRows(workplace, title), title=title)
        self._useful = UsefulnessLine(theme)
        self.private = PrivateNotes(workplace)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(16))
        for card in (
            self.asks,
            self.others,
            self._promises_card,
            self.hand_offs,
            self.partners,
            self._meetings,
            self.shares,
            self._useful,
            self.private,
        ):
            stack.addWidget(card)
        stack.addStretch(1)

    def show_page(self, page: RepRecord) -> None:
        """Show this rep."""
        self._page = page
        self.asks.show_page(page)
        title = _("{name} asks others").format(name=page.first_name)
        self.others.header.title.show_runs(title)
        self.others.show_asks(page.rep_asks, (page.rep_id, page.first_name))
        self.show_promises()
        self.hand_offs.show_page(page)
        self.shares.show_page(page)
        self.partners.show_page(page)
        self._meetings.fill(meetings_of_rep(self._workplace.desk, page.rep_id))
        self._useful.show_page(page)
        self.private.show_page(page)

    def show_promises(self) -> None:
        """Open promises, and those ticked since the page was opened."""
        page = self._page
        if page is None:
            return
        as_of = self._workplace.as_of
        rows = {row.id: row for row in (*self._ticked.values(), *page.promises)}
        order = sorted(rows.values(), key=lambda row: (not row.is_mine, row.due_day, row.text))
        lines = [promise_line(row, as_of, done=row.id in self._ticked) for row in order]
        self._promises_card.say_right(kept_words(page))
        self._promises_card.fill(lines)

    def reveal(self, record_id: UUID) -> bool:
        """Put the keys on a request, promise, hand-off or share; False if none is shown."""
        return put_keys_on(self.lists, record_id)

    @property
    def lists(self) -> tuple[Rows, ...]:
        """Its lists in the order of reading."""
        return (
            self.asks.rows,
            self.others.rows,
            self.promises,
            self.hand_offs.rows,
            self.partners.rows,
            self._meetings.rows,
            self.shares.rows,
        )

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later."""
        for card in (self.asks, self.hand_offs, self.shares, self.private):
            card.keep_typed()

    def _topic_steps(self, row: AskRow) -> tuple[Step, ...]:
        """Coaching it is a topic of the next one-on-one."""
        talk = None if self._page is None else self._page.next_talk
        if talk is None:
            return ()
        words = _("It becomes a point of the talk {day}.")
        hint = words.format(day=near_day(talk.day, self._workplace.as_of))
        put = partial(self._make_topic, talk.session_id, row.thread_id)
        return (Step(_("Talk about it"), _("Put it on the agenda"), (), put, hint),)

    def _make_topic(self, session_id: UUID, thread_id: UUID, _given: Answers) -> None:
        item = self._workplace.do(coach_ask, session_id, thread_id, said="")
        self._workplace.say(_("On the agenda: {what}").format(what=item.text), can_undo=True)

    def _settle_promise(self, line: OpenPromise) -> None:
        page, row = self._page, self._promise_of(line)
        if page is not None and row is not None:
            open_promise_sheet(self._workplace, self.window(), row, page.first_name)

    def _promise_of(self, line: OpenPromise) -> PromiseRow | None:
        rows = () if self._page is None else self._page.promises
        return next((row for row in rows if row.id == line.id), None)

    def _keep(self, line: OpenPromise) -> None:
        row = self._promise_of(line)
        if row is None:
            return
        self._ticked[row.id] = row
        said = _("Kept: {what}") if row.is_mine else _("{name} kept: {what}")
        try:
            words = said.format(name=row.rep_name, what=row.text)
            self._workplace.do(keep_promise, row.id, said=words)
        except RuleError as error:
            self._ticked.pop(row.id, None)
            self._workplace.say(f"{error.message} {error.next_step}".strip())
