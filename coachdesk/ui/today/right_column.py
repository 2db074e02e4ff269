"""Right of the next talk: promises due, what is asked of others, hand-offs that are getting old."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.errors import RuleError
from coachdesk.language import gettext as _
from coachdesk.services.promises import keep_promise
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.coming_rows import ComingPainter
from coachdesk.ui.parts.hand_offs import HandOffPainter, longest_days
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.other_asks import OtherAsksCard
from coachdesk.ui.parts.promise_rows import OpenPromise, OpenPromisePainter
from coachdesk.ui.parts.promise_steps import open_promise_sheet
from coachdesk.ui.parts.promises import promise_line
from coachdesk.ui.parts.reveal import put_keys_on
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.today import state
from coachdesk.ui.today.again_card import AgainCard
from coachdesk.views.promises import HandOffRow, PromiseRow
from coachdesk.views.search import Place
from coachdesk.views.soft_power import ComingRow
from coachdesk.views.today import Today

HAND_OFFS_SHOWN = 5
COMING_SHOWN = 5


class RightColumn(QWidget):
    """`ticked` are the promises kept while one looks; `every_hand_off` shows all of them."""

    def __init__(self, workplace: Workplace, today: Today, ticked: dict[UUID, PromiseRow]) -> None:
        super().__init__()
        self._workplace, self._today, self._ticked = workplace, today, ticked
        self.every_hand_off = False
        theme = workplace.theme
        promises = Rows(theme, OpenPromisePainter(theme), name=_("Promises due"), round_last=True)
        self._promises = ListCard(theme, promises, title=_("Promises due"), right=_("yours first"))
        promises.ticked.connect(self._keep)
        promises.opened.connect(self._settle)
        workplace.hold_rows(promises, "ticked", "opened")
        self._others = OtherAsksCard(workplace, _("You ask others"))
        self._make_hand_offs()
        self._make_coming()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(16))
        self._again = AgainCard(workplace)
        self._cards = (self._promises, self._others, self._hand_offs, self._coming, self._again)
        for card in self._cards:
            stack.addWidget(card)
        stack.addStretch(1)

    @property
    def lists(self) -> tuple[Rows, ...]:
        """Its lists in the order of reading."""
        return tuple(card.rows for card in self._cards)

    def reveal(self, record_id: UUID) -> bool:
        """Put the keys on a promise or a request to somebody else; False if none is shown."""
        return put_keys_on((self._promises.rows, self._others.rows), record_id)

    def show_today(self, today: Today) -> None:
        """Show the day as it is now."""
        self._today = today
        self.show_promises()
        self._others.show_asks(today.own_asks)
        self._show_hand_offs()
        self._coming.fill(today.coming[:COMING_SHOWN])
        self._again.fill(today.again)

    def show_promises(self) -> None:
        """Promises due, with those ticked since the page was opened."""
        as_of = self._today.now.date()
        rows = state.with_ticked(self._today.promises, self._ticked)
        lines = [promise_line(row, as_of, done=row.id in self._ticked) for row in rows]
        self._promises.fill(lines)

    def keep(self, row: PromiseRow) -> None:
        """The promise is kept; its row stays struck until the page is left."""
        if row.id in {known.id for known in self._today.promises}:
            self._ticked[row.id] = row
        try:
            self._workplace.do(keep_promise, row.id, said=_kept_words(row))
        except RuleError as error:
            self._ticked.pop(row.id, None)
            self._workplace.say(f"{error.message} {error.next_step}".strip())

    def _make_hand_offs(self) -> None:
        theme, title = self._workplace.theme, _("Hand-offs getting old")
        self._aging = HandOffPainter(theme)
        rows = Rows(theme, self._aging, name=title, round_last=True)
        since = _("days since expectation was set")
        self._hand_offs = ListCard(theme, rows, title=title, right=since)
        self._more = Button(theme, "", "link")
        self._more_row = self._hand_offs.add(self._more, rule=True, pad=(16, 8, 16, 8))
        rows.opened.connect(self._open_hand_off)
        self._more.clicked.connect(self._show_every_hand_off)

    def _make_coming(self) -> None:
        theme, title = self._workplace.theme, _("What’s coming")
        painter = ComingPainter(theme, self._workplace.as_of, with_team=True)
        rows = Rows(theme, painter, name=title, round_last=True)
        self._coming = ListCard(theme, rows, title=title, right=_("next two weeks"))
        rows.opened.connect(self._open_notice)

    def _open_notice(self, row: ComingRow) -> None:
        self._workplace.open_place(Place("notice", row.id))

    def _show_hand_offs(self) -> None:
        found = self._today.hand_offs
        self._aging.longest = longest_days(found)
        self._hand_offs.fill(found if self.every_hand_off else found[:HAND_OFFS_SHOWN])
        left = len(found) - HAND_OFFS_SHOWN
        self._more_row.setVisible(left > 0 and not self.every_hand_off)
        self._more.set_label(_("{n} more").format(n=left))

    def _show_every_hand_off(self) -> None:
        self.every_hand_off = True
        self._show_hand_offs()
        self._hand_offs.rows.setFocus()

    def _open_hand_off(self, row: HandOffRow) -> None:
        self._workplace.open_place(Place("hand_off", row.id))

    def _row_of(self, line: OpenPromise) -> PromiseRow | None:
        return next((row for row in self._today.promises if row.id == line.id), None)

    def _keep(self, line: OpenPromise) -> None:
        row = self._row_of(line)
        if row is not None:
            self.keep(row)

    def _settle(self, line: OpenPromise) -> None:
        row = self._row_of(line)
        if row is not None:
            open_promise_sheet(self._workplace, self.window(), row, row.rep_name)


def _kept_words(row: PromiseRow) -> str:
    if row.is_mine:
        return _("Kept: {what}").format(what=row.text)
    return _("{name} kept: {what}").format(name=row.rep_name, what=row.text)
