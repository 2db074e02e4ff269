"""The team in the manager's order: who is next, what was seen, what is due, who is away."""

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep, Workspace
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import CoachingSession
from coachdesk.language import gettext as _
from coachdesk.services import people
from coachdesk.services.pages import team_page
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team import team_state as state
from coachdesk.ui.team.double_line import DoubleLine
from coachdesk.ui.team.merge_sheet import MergeSheet
from coachdesk.ui.team.name_sheets import NameSheet, open_names
from coachdesk.ui.team.rep_sheets import AwaySheet
from coachdesk.ui.team.rep_steps import PersonSteps, Who, rep_choices, rep_names
from coachdesk.ui.team.team_rows import (
    AwayPainter,
    LeftPainter,
    NamePainter,
    NotSeenPainter,
    TableHead,
    TeamPainter,
)
from coachdesk.views.team import AwayRow, Double, LeftRow, NameRow, NotSeen, TeamRow
from coachdesk.views.team import TeamPage as TeamRecord

ACCOUNTS_SHOWN, THREE_CARDS, HEAD_LINE = 4, 880, 680
ANYONE = ""


class TeamSignals(QObject):
    """What the page asks of the program."""

    add_rep_asked = Signal()


class TeamPage(ScrollingPage):
    """The page “Team”."""

    id = "team"
    icon = "users"
    key = "2"
    shows = frozenset(
        {
            Account,
            CoachingSession,
            Commitment,
            HandOff,
            Observation,
            PartnerPerson,
            PartnerTeam,
            Rating,
            Rep,
            Workspace,
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Team"))
        self._workplace = workplace
        # Read when it is first shown: a store that opens waits for Today alone.
        self._page = TeamRecord(now=workplace.now)
        self._room = Room(1360)
        self._unfolded = False
        self._form_for: tuple[UUID, str] | None = None
        self._dismissed: set[frozenset[UUID]] = set()
        self.signals = TeamSignals(self.widget)
        self.steps = PersonSteps(workplace, self.widget, self._who)
        self.rebuild()

    def build(self) -> QWidget:
        """The content for what is known now."""
        theme, page = self.theme, self._page
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
        stack.setSpacing(theme.px(16))
        stack.addLayout(self._head())
        self._make_table()
        if not page.rows and not page.left:
            for button in (self._forms, self._add):
                button.hide()
            stack.addWidget(self._empty())
            stack.addStretch(1)
            return content
        self.double_line = DoubleLine(self._workplace)
        self.double_line.merge.clicked.connect(self._merge_double)
        self._workplace.hold(self.double_line.merge)
        self.double_line.dismiss.clicked.connect(self._dismiss_double)
        stack.addWidget(self.double_line)
        stack.addWidget(self._table)
        stack.addLayout(self._cards())
        stack.addStretch(1)
        self._show()
        return content

    def refresh(self) -> None:
        """Read again; lists keep their place."""
        had_reps = self._has_reps()
        self._page = team_page(self._workplace.desk)
        if self._has_reps() != had_reps:
            self.rebuild()
            self.reflow(self._room)
        elif had_reps:
            self._show()

    def reflow(self, room: Room) -> None:
        """Three cards beside each other, or one under the other."""
        self._room = room
        direction = QBoxLayout.Direction
        wide = room.content >= HEAD_LINE
        self._head_row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        buttons = self._head_buttons
        buttons.setStretch(buttons.count() - 1, 0 if wide else 1)  # below the title: at the left
        if self._has_reps():
            beside = room.content >= THREE_CARDS
            self._below.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def first_focus(self) -> QWidget | None:
        """The team."""
        return self.rows if self._has_reps() and self._page.rows else None

    # The rep that the keys are on

    def _who(self) -> Who | None:
        left = self.left.current_row() if self._keys_on.list is self.left else None
        if left is not None:
            return Who(left.id, left.first_name, is_here=False)
        row = self.rows.current_row() or next(iter(self._page.rows), None)
        if row is None:
            return None
        return Who(row.id, row.first_name, is_here=True)

    def _has_reps(self) -> bool:
        return bool(self._page.rows or self._page.left)

    # What stands where

    def _head(self) -> QBoxLayout:
        theme = self.theme
        words, buttons = QHBoxLayout(), QHBoxLayout()
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.setSpacing(theme.px(12))
        words.setSpacing(theme.px(12))
        buttons.setSpacing(theme.px(8))
        self._count = Text(theme, "", "body", "ink2", elide=True)
        words.addWidget(Text(theme, _("Team"), "page"))
        words.addWidget(self._count, 1)
        self._forms = Button(theme, _("Blank forms"), icon="printer")
        self._add = Button(theme, _("Add a rep"), "primary", icon="plus")
        self._forms.clicked.connect(self.choose_form)
        self._add.clicked.connect(self.signals.add_rep_asked)
        self._workplace.hold(self._add)
        buttons.addWidget(self._forms)
        buttons.addWidget(self._add)
        buttons.addStretch(0)
        self._head_row.addLayout(words, 1)
        self._head_row.addLayout(buttons)
        self._head_buttons = buttons
        return self._head_row

    def _make_table(self) -> None:
        theme, as_of = self.theme, self._page.now.date()
        self.rows = Rows(
            theme, TeamPainter(theme, as_of), name=_("Team"), select=True, round_last=True
        )
        self.left = Rows(
            theme, LeftPainter(theme, as_of), name=_("Not on the team now"), round_last=True
        )
        for rows in (self.rows, self.left):
            rows.opened.connect(self._open_rep)
            rows.on_key("E", self._edit)
            self._workplace.hold_rows(rows, "E", "Alt+Up", "Alt+Down")
            Follow(self.widget, rows)
        self._keys_on = _LastList(self.rows, self.left)
        self.rows.on_key("Alt+Up", self._move_up)
        self.rows.on_key("Alt+Down", self._move_down)
        self._table = Card(theme, _("Team"))
        self._table.add(TableHead(theme))
        self._table.add(self.rows, rule=True)
        self._fold = Button(theme, "", "link")
        self._fold.clicked.connect(self._toggle_left)
        line = QHBoxLayout()
        line.addWidget(self._fold)
        line.addStretch(1)
        self._fold_row = self._table.add(line, rule=True, sunk=True, pad=(16, 8, 16, 8))
        self._left_row = self._table.add(self.left, rule=True)

    def _cards(self) -> QBoxLayout:
        theme, as_of = self.theme, self._page.now.date()
        self.not_seen = Rows(
            theme, NotSeenPainter(theme, as_of), name=_("Not seen lately"), round_last=True
        )
        self.not_seen.opened.connect(self._open_rep)
        no_event = _("no event in 3 weeks")
        self._not_seen_card = ListCard(
            theme,
            self.not_seen,
            title=_("Not seen lately"),
            right=no_event,
            stays=True,
            none=_("Everyone was seen in the last three weeks."),
        )
        self._all_accounts = Button(theme, _("All customers"), "link")
        self._all_accounts.clicked.connect(self.open_customers)
        self.accounts = Rows(theme, NamePainter(theme), name=_("Customers"))
        self.accounts.opened.connect(self._open_name)
        self._workplace.hold_rows(self.accounts, "opened")
        self._accounts_card = ListCard(
            theme,
            self.accounts,
            title=_("Customers"),
            right=self._all_accounts,
            stays=True,
            none=_("“@Name” in a captured line makes a customer."),
        )
        self._all_partners = Button(theme, _("Partner teams and their people"), "link")
        self._all_partners.clicked.connect(self.open_partners)
        line = QHBoxLayout()
        line.addWidget(self._all_partners)
        line.addStretch(1)
        self._accounts_card.add(line, rule=True, pad=(16, 8, 16, 10))
        self._add_days = Button(theme, _("Add days"), "link")
        self._add_days.clicked.connect(self.add_days)
        self.away = Rows(theme, AwayPainter(theme, as_of), name=_("Away"), round_last=True)
        self.away.opened.connect(self._change_days)
        self.away.removed.connect(self._remove_days)
        self._workplace.hold(self._add_days)
        self._workplace.hold_rows(self.away, "opened", "removed")
        self._away_card = ListCard(
            theme,
            self.away,
            title=_("Away"),
            right=self._add_days,
            stays=True,
            none=_("Nobody is away."),
        )
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(theme.px(16))
        for card in (self._not_seen_card, self._accounts_card, self._away_card):
            self._below.addWidget(card, 1)
        return self._below

    def _empty(self) -> QWidget:
        card = Card(self.theme, _("No reps yet"))
        add = Button(self.theme, _("Add a rep"), "primary", icon="user-plus")
        add.clicked.connect(self.signals.add_rep_asked)
        self._workplace.hold(add)
        words = _("A name is enough; everything else can come later.")
        card.add(EmptyState(self.theme, _("No reps yet"), words, add))
        return card

    def _show(self) -> None:
        page = self._page
        self._count.show_runs(state.head_words(page))
        self.rows.set_rows(page.rows)
        self._show_left()
        self._not_seen_card.fill(page.not_seen)
        most = sorted(page.accounts, key=lambda row: -row.events)[:ACCOUNTS_SHOWN]
        self._accounts_card.fill(most)
        self._all_accounts.set_label(_("All {n}").format(n=len(page.accounts)))
        self._all_accounts.setVisible(bool(page.accounts))
        self._away_card.fill(page.away)
        self.double_line.show_double(self._double())

    def _show_left(self) -> None:
        page = self._page
        self._unfolded = self._unfolded and bool(page.left)
        self.left.set_rows(page.left)
        self._fold_row.setVisible(bool(page.left))
        self._left_row.setVisible(bool(page.left) and self._unfolded)
        words = state.folded_words(page)
        self._fold.set_label(_("{n}: hide").format(n=words) if self._unfolded else words)
        self._table.update()

    # What is done

    def _open_rep(self, row: TeamRow | LeftRow | NotSeen) -> None:
        self._workplace.open_rep(row.id)

    def _edit(self, _row: object) -> None:
        self.steps.edit()

    def _move_up(self, row: TeamRow) -> None:
        self._move(row, -1)

    def _move_down(self, row: TeamRow) -> None:
        self._move(row, 1)

    def _move(self, row: TeamRow, by: int) -> None:
        self._workplace.do(people.move_rep, row.id, by)

    def _toggle_left(self) -> None:
        self._unfolded = not self._unfolded
        self._show_left()
        if self._unfolded:
            self.left.setFocus()

    def add_days(self) -> None:
        """Days away of anyone."""
        AwaySheet(self._workplace, self.widget.window(), rep_choices(self._page))

    def _change_days(self, row: AwayRow) -> None:
        choices = rep_choices(self._page)
        AwaySheet(self._workplace, self.widget.window(), choices, row.rep_id, row)

    def _remove_days(self, row: AwayRow) -> None:
        days = (row.first, row.last)
        said = _("Not away on these days")
        self._workplace.do(people.remove_days_away, row.rep_id, days, said=said)

    def open_customers(self) -> None:
        """Every customer by name, and the people there."""
        names = (*self._page.accounts, *self._page.contacts)
        self._names(_("Customers and their people"), names)

    def open_partners(self) -> None:
        """Every partner team with its people."""
        self._names(_("Partner teams and their people"), self._page.partners)

    def _names(self, title: str, rows: tuple[NameRow, ...]) -> None:
        open_names(self._workplace, self.widget.window(), title, rows, self._page)

    def open_name(self, id: UUID) -> None:
        """The sheet of one customer, partner team, or person of either."""
        rows = (*self._page.accounts, *self._page.contacts, *self._page.partners)
        row = next((row for row in rows if row.id == id), None)
        if row is not None:
            self._open_name(row)

    def _open_name(self, row: NameRow) -> None:
        NameSheet(self._workplace, self.widget.window(), row, self._page)

    def choose_form(self) -> None:
        """The blank form for a rep, or for anyone."""
        choices = [Choice(ANYONE, _("For anyone"))]
        choices += [Choice(str(row.id), row.name) for row in self._page.rows]
        popup = Popup(self.theme, choices, name=_("Blank forms"), parent=self._forms)
        popup.chosen.connect(self._open_form)
        popup.drop_from(self._forms)

    def _open_form(self, key: str) -> None:
        row = next((row for row in self._page.rows if str(row.id) == key), None)
        # The list has to be gone before the sheet takes its picture of the window.
        self._form_for = None if row is None else (row.id, row.first_name)
        QTimer.singleShot(0, self._ask_form)

    def _ask_form(self) -> None:
        rep_id, name = self._form_for or (None, "")
        self._workplace.form_asked.emit(rep_id, name)

    def _double(self) -> Double | None:
        """The first pair that was not called two."""
        for double in self._page.doubles:
            if frozenset((double.one_id, double.other_id)) not in self._dismissed:
                return double
        return None

    def _merge_double(self) -> None:
        double, page = self._double(), self._page
        if double is None:
            return
        known = {"rep": rep_names(page), "account": page.accounts, "team": page.partners}
        rows = {row.id: row for row in known[double.kind]}
        one, other = rows[double.one_id], rows[double.other_id]
        MergeSheet(self._workplace, self.widget.window(), one, tuple(rows.values()), other)

    def _dismiss_double(self) -> None:
        double = self._double()
        if double is not None:
            self._dismissed.add(frozenset((double.one_id, double.other_id)))
            self.double_line.show_double(self._double())


class _LastList(QObject):
    """Which of the two lists had the keys last: the palette takes them away."""

    def __init__(self, *lists: Rows) -> None:
        super().__init__(lists[0])
        self.list = lists[0]
        for one in lists:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Rows):
            self.list = watched
        return False
