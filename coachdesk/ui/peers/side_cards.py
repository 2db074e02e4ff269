"""The right column: goals of both, promises since last time, and what the peer will be told."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.domain.partner_vocabulary import PeerMeetingState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.peers.rows import GoalPainter, NoticePainter, PromisePainter
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.peers import PeerMeetingPage


class SideCards(QWidget):
    """Three lists; the page connects what their rows do."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        theme = workplace.theme
        as_of = workplace.as_of
        self._goal_painter = GoalPainter(theme, as_of)
        self.goals = Rows(theme, self._goal_painter, name=_("Goals we both set"), select=True)
        self.add_goal = Button(theme, _("Add a goal"), small=True, icon="plus")
        self.goal_card = ListCard(
            theme,
            self.goals,
            title=_("Goals we both set"),
            right=self.add_goal,
            stays=True,
            none=_("No mutual goal agreed yet: start here."),
        )
        self._promise_painter = PromisePainter(theme, as_of)
        self.promises = Rows(
            theme, self._promise_painter, name=_("Since last time"), select=True, round_last=True
        )
        self.promise_card = ListCard(
            theme,
            self.promises,
            title=_("Since last time"),
            stays=True,
            none=_("Nothing was promised."),
        )
        self._notice_painter = NoticePainter(theme, as_of)
        self.notices = Rows(
            theme, self._notice_painter, name=_("Will tell"), select=True, round_last=True
        )
        self.notice_card = ListCard(
            theme,
            self.notices,
            title=_("Will tell"),
            right=_("coming, early"),
            stays=True,
            none=_("Nothing is known to be coming."),
        )
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(16))
        for card in (self.goal_card, self.promise_card, self.notice_card):
            stack.addWidget(card)
        stack.addStretch(1)
        workplace.hold(self.add_goal)
        workplace.hold_rows(self.goals, "opened")
        workplace.hold_rows(self.promises, "opened", "ticked")
        workplace.hold_rows(self.notices, "opened", "ticked")

    def show_page(self, page: PeerMeetingPage) -> None:
        """Show the three lists."""
        for painter in (self._goal_painter, self._promise_painter, self._notice_painter):
            painter.as_of = page.as_of
        self._goal_painter.manager = page.manager
        self._goal_painter.peer = page.first_name
        self.goal_card.fill(page.goals)
        met = page.due.last_met
        title = _("Promises") if met is None else _("Since {day}").format(day=short_day(met))
        self.promise_card.header.title.show_runs(title)
        self.promise_card.fill(page.promises)
        held = page.meeting.state is not PeerMeetingState.PLANNED
        words = _("Told {name}") if held else _("Will tell {name}")
        self.notice_card.header.title.show_runs(words.format(name=page.first_name))
        self.notice_card.fill(page.notices)
