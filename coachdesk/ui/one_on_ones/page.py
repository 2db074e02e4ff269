"""One-on-ones: what is ahead, day by day, and what is behind, searchable."""

from functools import partial

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.asks import Ask
from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.domain.visits import JointVisit
from coachdesk.language import gettext as _
from coachdesk.services.pages import one_on_ones, talk_head
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.filter_chip import FilterChip
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.one_on_ones import state
from coachdesk.ui.one_on_ones.rows import AheadPainter, BehindPainter
from coachdesk.ui.one_on_ones.sheets import CalendarSheet, TalkSheet
from coachdesk.ui.one_on_ones.state import Heading
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.places import documents_folder
from coachdesk.ui.parts.talk_sheets import HoldSheet
from coachdesk.ui.parts.talk_steps import TalkSteps
from coachdesk.ui.parts.visit_rows import VisitPainter
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.one_on_ones import AheadRow, BehindRow, OneOnOnes, Which
from coachdesk.views.talks import TalkHead
from coachdesk.views.visits import VisitRow

AT_FIRST, MORE = 60, 200
HEAD_LINE = 880


class OneOnOnesPage(ScrollingPage):
    """Enter prepares a talk ahead and reopens the wrap-up of one behind."""

    id = "one_on_ones"
    icon = "message-square"
    key = "3"
    shows = frozenset(
        {
            Account,
            AgendaItem,
            Ask,
            CoachingSession,
            JointMeeting,
            JointVisit,
            PrintedDocument,
            Rep,
            SessionNote,
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("One-on-ones"))
        self._workplace = workplace
        self._which, self._typed, self._most = Which.EVERY, "", AT_FIRST
        self._room = Room(1360)
        # Read when it is first shown: a store that opens waits for Today alone.
        self._page = OneOnOnes(as_of=workplace.as_of)
        self._names: list[str] = []
        self.steps = TalkSteps(workplace, self.widget, self._current_head)
        self.rebuild()

    def build(self) -> QWidget:
        """Two cards, or a sentence where there is no talk yet."""
        theme = self.theme
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
        stack.setSpacing(theme.px(14))
        stack.addLayout(self._head())
        self._columns = Columns(theme, shares=(31, 69))
        self._columns.left.addWidget(self._ahead_card())
        self._columns.left.addWidget(self._make_visits())
        self._columns.left.addStretch(1)
        self._columns.right.addWidget(self._behind_card())
        self._columns.right.addStretch(1)
        self._nothing = Card(theme, _("One-on-ones"))
        first = Button(theme, _("Plan a talk"), hint="Ctrl+T")
        first.clicked.connect(self.plan)
        self._workplace.hold(first)
        words = _("Day and hour are enough; the preparation takes three minutes.")
        self._nothing.add(EmptyState(theme, _("Plan the first talk."), words, first))
        stack.addWidget(self._columns)
        stack.addWidget(self._nothing)
        stack.addStretch(1)
        self._columns.set_two(self._room.two_columns)
        self._show()
        return content

    def refresh(self) -> None:
        """Read again; what was typed and chosen stays."""
        self._read()
        self._show()

    def reflow(self, room: Room) -> None:
        """Two columns or one."""
        self._room = room
        self._columns.set_two(room.two_columns)
        self._fit_head()

    def first_focus(self) -> QWidget | None:
        """The list that has something."""
        if self._ahead.rows():
            return self._ahead
        return self._behind if self._behind.rows() else None

    def plan(self) -> None:
        """Ask with whom and when."""
        TalkSheet(self._workplace, self.widget.window(), self._names)

    def calendar(self) -> None:
        """Ask where the calendar file goes."""
        CalendarSheet(self._workplace, self.widget.window(), documents_folder())

    def find(self) -> None:
        """The keys go to the search field."""
        self.field.setFocus()
        self.field.selectAll()

    def show_typed(self, typed: str) -> None:
        """The talks behind that hold these words."""
        self._which = Which.EVERY
        self.field.setText(typed)
        self.refresh()

    def _read(self) -> None:
        self._page = one_on_ones(
            self._workplace.desk, typed=self._typed, which=self._which, most=self._most
        )
        self._names = [row.name.split()[0] for row in (*self._page.ahead, *self._page.behind)][:1]

    def _head(self) -> QBoxLayout:
        theme = self.theme
        left, right = QHBoxLayout(), QHBoxLayout()
        for row in (left, right):
            row.setSpacing(theme.px(8))
        left.addWidget(Text(theme, _("One-on-ones"), "page"))
        left.addSpacing(theme.px(12))
        self._chips = {which: FilterChip(theme) for which in Which}
        for which, chip in self._chips.items():
            chip.clicked.connect(partial(self._choose, which))
            left.addWidget(chip)
        left.addStretch(1)
        self._calendar_button = Button(theme, _("Calendar file"), icon="file")
        self._calendar_button.clicked.connect(self.calendar)
        self._visit_button = Button(theme, _("Joint visit"), icon="users")
        self._visit_button.clicked.connect(self._workplace.plan_visit)
        self._plan_button = Button(theme, _("Plan a talk"), "primary", icon="plus", hint="Ctrl+T")
        self._plan_button.clicked.connect(self.plan)
        self._workplace.hold(self._visit_button, self._plan_button)
        for button in (self._calendar_button, self._visit_button, self._plan_button):
            right.addWidget(button)
        right.addStretch(0)
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.setSpacing(theme.px(10))
        self._head_row.addLayout(left, 1)
        self._head_row.addLayout(right)
        self._head_buttons = right
        self._fit_head()
        return self._head_row

    def _fit_head(self) -> None:
        """The buttons stand beside the title, or below it at the left."""
        direction = QBoxLayout.Direction
        beside = self._room.content >= HEAD_LINE
        self._head_row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        right = self._head_buttons
        right.setStretch(right.count() - 1, 0 if beside else 1)

    def _ahead_card(self) -> Card:
        theme = self.theme
        card = Card(theme, _("Ahead"))
        self._ahead_header = SectionHeader(theme, _("Ahead"), right=" ")
        card.add(self._ahead_header)
        self._ahead_painter = AheadPainter(theme, self._workplace.as_of)
        self._ahead = Rows(
            theme, self._ahead_painter, name=_("Ahead"), select=True, round_last=True
        )
        self._ahead.opened.connect(self._open_ahead)
        self._follow_ahead = Follow(self.widget, self._ahead)
        card.add(self._ahead, rule=True)
        self._none_ahead = card.add(
            Text(theme, _("No talk is planned."), "body", "ink2"), rule=True, pad=(16, 12, 16, 12)
        )
        return card

    def _make_visits(self) -> Card:
        theme = self.theme
        self._visit_painter = VisitPainter(theme, self._workplace.as_of)
        self._visits = Rows(theme, self._visit_painter, name=_("Joint visits"), round_last=True)
        self._visits.opened.connect(self._open_visit)
        self._visits_card = ListCard(
            theme, self._visits, title=_("Joint visits and meetings"), extra=_("held")
        )
        return self._visits_card

    def _open_visit(self, row: VisitRow) -> None:
        if row.is_meeting:
            self._workplace.open_joint_meeting(row.id)
        else:
            self._workplace.open_visit(row.id)

    def _behind_card(self) -> Card:
        theme = self.theme
        card = Card(theme, _("Behind"))
        self.field = Field(
            theme, _("Words, names, customers"), name=_("Find in the talks behind"), icon="search"
        )
        self.field.setFixedWidth(theme.px(220))
        self.field.setText(self._typed)
        self.field.textChanged.connect(self._search)
        self._behind_header = SectionHeader(theme, _("Behind"), extra=" ", right=self.field)
        card.add(self._behind_header)
        self._behind_painter = BehindPainter(theme, self._workplace.as_of)
        self._behind = Rows(
            theme, self._behind_painter, name=_("Behind"), select=True, round_last=True
        )
        self._behind.opened.connect(self._open_behind)
        self._follow_behind = Follow(self.widget, self._behind)
        card.add(self._behind, rule=True)
        self._none_behind = card.add(
            Text(theme, _("No talk fits."), "body", "ink2"), rule=True, pad=(16, 12, 16, 12)
        )
        self._older = Button(theme, _("Show older"), "link")
        self._older.clicked.connect(self._show_older)
        self._older_row = card.add(self._older, rule=True, pad=(16, 8, 16, 8))
        return card

    def _show(self) -> None:
        page = self._page
        self._columns.setVisible(page.has_talks)
        self._nothing.setVisible(not page.has_talks)
        counts = {
            Which.EVERY: 0,
            Which.NOT_WRAPPED_UP: page.not_wrapped_up,
            Which.NOT_PRINTED: page.not_printed,
        }
        for which, chip in self._chips.items():
            words, on = state.chip_words(which, counts[which]), which is self._which
            spoken = _("{words}, chosen").format(words=words) if on else words
            chip.show_words(words, on=on, name=spoken)
        self._ahead_painter.as_of = self._behind_painter.as_of = page.as_of
        self._visit_painter.as_of = page.as_of
        self._visits_card.fill(page.visits)
        self._ahead.set_rows(state.by_day(page.ahead, page.as_of))
        self._none_ahead.setVisible(not page.ahead)
        self._behind.set_rows([Heading(_("Columns")), *page.behind] if page.behind else [])
        self._none_behind.setVisible(not page.behind)
        self._behind_header.extra.show_runs(state.count_words(page.count))
        self._older_row.setVisible(page.count > len(page.behind))

    def _choose(self, which: Which) -> None:
        self._which = which
        self.refresh()

    def _search(self, typed: str) -> None:
        self._typed = typed
        self.refresh()

    def _show_older(self) -> None:
        self._most += MORE
        self.refresh()

    def _current_head(self) -> TalkHead | None:
        row = self._ahead.current_row() if self._ahead.hasFocus() else None
        if isinstance(row, AheadRow) and not (row.is_visit or row.is_meeting):
            return talk_head(self._workplace.desk, row.id)
        return None

    def _open_ahead(self, row: AheadRow) -> None:
        if row.is_meeting:
            self._workplace.open_joint_meeting(row.id)
        elif row.is_visit:
            self._workplace.open_visit(row.id)
        else:
            self._workplace.open_talk(row.id, "prepare")

    def _open_behind(self, row: BehindRow) -> None:
        step = state.opens(row)
        if step == "held":
            head = talk_head(self._workplace.desk, row.id)
            HoldSheet(self._workplace, self.widget.window(), head)
        else:
            self._workplace.open_talk(row.id, step)
