"""The team's baton lines on one screen: what stands still at the left, what moves at the right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.shares import Share
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.batons import team_batons
from coachdesk.ui.batons.rows import BatonPainter, hanging
from coachdesk.ui.batons.sheets import AskAboutSheet, HangSheet, ShareAboutSheet
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.baton import BatonLine
from coachdesk.views.search import Place

ASK_KEY, SHARE_KEY, HANG_KEY, REP_KEY = "A", "S", "L", "G"


class BatonsPage(ScrollingPage):
    """Enter opens the hand-off a line is at; letters ask, share, and put a request to it."""

    id = "batons"
    shows = frozenset(
        {Account, Ask, AskThread, GainStatement, HandOff, Mandate, PartnerTeam, Rep, Share}
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Who has it now"), nav="partners")
        self._workplace = workplace
        self._room = Room(1360)
        self._lines: tuple[BatonLine, ...] = ()
        self.rebuild()

    def build(self) -> QWidget:
        """A line of words on the current row, and two lists."""
        theme = self.theme
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
        stack.setSpacing(theme.px(10))
        stack.addLayout(self._head())
        self._said = Text(theme, " ", "body", elide=True)
        stack.addWidget(self._said)
        self._columns = Columns(theme, shares=(50, 50))
        self.still = self._card(_("Stands still"), _("past its day, or nobody took it up"))
        self.moving = self._card(_("On its way"), _("next date agreed first"))
        for side, card in ((self._columns.left, self.still), (self._columns.right, self.moving)):
            side.addWidget(card)
            side.addStretch(1)
        stack.addWidget(self._columns)
        self._nothing = Card(theme, _("Nothing is on its way"))
        words = _("A need that a rep hands to a partner stands here until all three have won.")
        self._nothing.add(EmptyState(theme, _("Nobody holds a promise to a customer."), words))
        stack.addWidget(self._nothing)
        stack.addStretch(1)
        self._columns.set_two(self._room.two_columns)
        self._show()
        return content

    def refresh(self) -> None:
        """Read again; the current rows stay current."""
        self._lines = team_batons(self._workplace.desk)
        self._show()

    def reflow(self, room: Room) -> None:
        """Two lists side by side, or one under the other."""
        self._room = room
        self._columns.set_two(room.two_columns)
        self._stages.setVisible(room.halves)

    def first_focus(self) -> QWidget | None:
        """The list that has something."""
        return next((card.rows for card in (self.still, self.moving) if card.rows.rows()), None)

    def why_no_line(self) -> str:
        """Steps are about a line."""
        return "" if self._current() is not None else _("Nobody holds a promise to a customer.")

    def ask(self, _row: object = None) -> None:
        """Ask the rep for something about this promise."""
        if (line := self._current()) is not None:
            AskAboutSheet(self._workplace, self.widget.window(), line)

    def share(self, _row: object = None) -> None:
        """Give the rep something about this promise."""
        if (line := self._current()) is not None:
            ShareAboutSheet(self._workplace, self.widget.window(), line)

    def hang(self, _row: object = None) -> None:
        """Put a request that is there to this promise."""
        if (line := self._current()) is not None:
            HangSheet(self._workplace, self.widget.window(), line)

    def open_rep(self, _row: object = None) -> None:
        """Go to the rep."""
        if (line := self._current()) is not None:
            self._workplace.open_rep(line.rep_id)

    def open_hand_off(self, row: BatonLine) -> None:
        """Go to the hand-off the line is at."""
        self._workplace.open_place(Place("hand_off", row.id))

    def _head(self) -> QHBoxLayout:
        theme = self.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Text(theme, self.title, "page"))
        self._counts = Text(theme, "", "body#", "ink2")
        row.addWidget(self._counts)
        row.addStretch(1)
        stages = _("need · value · transition · follow-through · all win")
        self._stages = Text(theme, stages, "small", "ink2")
        if not self._room.halves:
            self._stages.hide()
        row.addWidget(self._stages)
        return row

    def _card(self, title: str, extra: str) -> ListCard:
        theme, work = self.theme, self._workplace
        rows = Rows(
            theme,
            BatonPainter(theme, work.as_of),
            name=title,
            select=True,
            ruled=False,
            round_last=True,
        )
        rows.opened.connect(self.open_hand_off)
        rows.moved_to.connect(self._say)
        for key, slot in (
            (ASK_KEY, self.ask),
            (SHARE_KEY, self.share),
            (HANG_KEY, self.hang),
            (REP_KEY, self.open_rep),
        ):
            rows.on_key(key, slot)
        work.hold_rows(rows, ASK_KEY, SHARE_KEY, HANG_KEY)
        Follow(self.widget, rows)
        return ListCard(theme, rows, title=title, extra=extra, right=" ", stays=True)

    def _show(self) -> None:
        still = [line for line in self._lines if line.breaks_at is not None]
        moving = [line for line in self._lines if line.breaks_at is None]
        for card, lines in ((self.still, still), (self.moving, moving)):
            card.fill(lines)
            card.say_right(str(len(lines)))
        n = len([line for line in self._lines if not line.is_over])
        counts = ngettext("{n} promise to a customer", "{n} promises to customers", n)
        self._counts.show_runs(counts.format(n=n))
        self._columns.setVisible(bool(self._lines))
        self._said.setVisible(bool(self._lines))
        self._nothing.setVisible(not self._lines)
        self._say(self._current())

    def _current(self) -> BatonLine | None:
        """The row the keys are on; else the first."""
        lists = [card.rows for card in (self.still, self.moving)]
        for rows in sorted(lists, key=lambda rows: not rows.hasFocus()):
            found = rows.current_row() or (rows.rows()[0] if rows.rows() else None)
            if isinstance(found, BatonLine):
                return found
        return None

    def _say(self, line: BatonLine | None) -> None:
        if line is None:
            return
        rest = hanging(line, self._workplace.as_of)
        parts = [Run(line.words, "body"), Run(f" · {line.what}", "body", "ink2")]
        if rest:
            parts.append(Run(f" · {rest}", "body", "ink2"))
        self._said.show_runs(parts)
