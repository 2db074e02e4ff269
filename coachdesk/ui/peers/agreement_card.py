"""What is agreed with a partner team’s manager: goals, promises of both, what works, problems."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.agreements import PeerAgreement
from coachdesk.domain.day_names import short_day
from coachdesk.domain.partner_vocabulary import AgreementState, ContributionSide
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.pages import team_agreement
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.peers import state
from coachdesk.ui.peers.goal_sheet import GoalSheet
from coachdesk.ui.peers.goal_steps import open_goal_sheet
from coachdesk.ui.peers.rows import GoalPainter
from coachdesk.ui.peers.sheets import AddPeerSheet, MeetSheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.peers import TeamAgreement

OPEN = (AgreementState.ACTIVE, AgreementState.AGREED, AgreementState.PROPOSED, AgreementState.DRAFT)


class AgreementCard(Card):
    """`show_team` reads it; Enter on a goal opens its sheet, the buttons meet and agree.

    A team without a peer manager asks for a name first.
    """

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        super().__init__(theme, _("Agreement"))
        self._workplace = workplace
        self._shown: TeamAgreement | None = None
        wide = self.sizePolicy()
        wide.setHorizontalStretch(31)  # two columns of words stand in it
        self.setSizePolicy(wide)
        self.header = SectionHeader(theme, _("Agreement"), right=" ", yields=True)
        self.add(self.header)
        self._painter = GoalPainter(theme, workplace.as_of)
        self.goals = Rows(theme, self._painter, name=_("Goals we both set"), select=True)
        self.goals.opened.connect(self._open_goal)
        self._list = self.add(self.goals, rule=True)
        self._none = Text(theme, "", "body", "ink2", wrap=True)
        self._none_place = self.add(self._none, rule=True, pad=(16, 10, 16, 10))
        self._pairs = [self._pair(), self._pair()]
        self._path_words = Text(theme, "", "body", wrap=True)
        path = QVBoxLayout()
        path.setSpacing(theme.px(4))
        path.addWidget(Text(theme, _("When there is a problem"), "label", "ink2"))
        path.addWidget(self._path_words)
        self._path_place = self.add(path, rule=True, pad=(16, 10, 16, 12))
        self.meet = Button(theme, _("Meet"), small=True, icon="calendar")
        self.agree = Button(theme, _("Add a goal"), small=True, icon="plus")
        self.meet.clicked.connect(self._meet)
        self.agree.clicked.connect(self._agree)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.meet)
        row.addWidget(self.agree)
        row.addStretch(1)
        self.add(row, rule=True, pad=(16, 10, 16, 12))
        workplace.hold(self.agree)
        workplace.hold_rows(self.goals, "opened")

    @property
    def widget(self) -> QWidget:
        """What stands below the board."""
        return self

    def show_team(self, team_id: UUID | None) -> None:
        """Read what is agreed with this team, and show it; nothing of all teams together."""
        self.setVisible(team_id is not None)
        if team_id is None:
            return
        shown = self._shown = team_agreement(self._workplace.desk, team_id)
        first = shown.peer_name.partition(" ")[0]
        title = _("Agreement with {name}").format(name=shown.peer_name)
        self.header.title.show_runs(title if shown.peer_name else _("Agreement"))
        self.header.right.show_runs(self._right(shown))
        goals = [goal for goal in shown.goals if goal.state in OPEN]
        self._painter.as_of, self._painter.peer = shown.as_of, first
        self._painter.manager = shown.manager
        self.goals.set_rows(goals)
        self._list.setVisible(bool(goals))
        nobody = _("No peer manager is known: add a name.")
        self._none.show_runs(
            _("No mutual goal agreed yet: start here.") if shown.peer_id else nobody
        )
        self._none_place.setVisible(not goals)
        self._show_parts(shown, goals, first)
        self.meet.setVisible(shown.peer_id is not None)
        self.meet.set_label(_("Meet {name}").format(name=first))
        self.agree.set_label(_("Add a goal") if shown.peer_id else _("Add a peer manager"))

    def _show_parts(self, shown: TeamAgreement, goals: list[PeerAgreement], first: str) -> None:
        running = next((g for g in goals if g.state is AgreementState.ACTIVE), None)
        own, theirs = (
            "\n".join(
                part.text for goal in goals for part in goal.contributions if part.side is side
            )
            for side in ContributionSide
        )
        title = _("{name} commits to").format(name=first)
        self._fill(0, (_("I commit to"), own), (title, theirs))
        works = "" if running is None else running.works
        change = "" if running is None else running.change
        self._fill(1, (_("Working"), works), (_("Needs to change"), change))
        path = next((goal.problem_path for goal in goals if goal.problem_path), "")
        open_ = ngettext("{n} problem is open.", "{n} problems are open.", shown.problems)
        words = f"{path} {open_.format(n=shown.problems)}" if shown.problems else path
        self._path_words.show_runs(words)
        self._path_place.setVisible(bool(words.strip()))

    def _right(self, shown: TeamAgreement) -> list[Run]:
        """“28 Jan · review tomorrow”."""
        due = shown.due
        if due is None:
            return []
        late = due.is_time and due.last_met is not None and shown.ahead is None
        parts = [] if due.last_met is None else [short_day(due.last_met)]
        if shown.ahead is not None:
            parts.append(_("meeting {day}").format(day=near_day(shown.ahead.day, shown.as_of)))
        elif due.last_met is None:
            parts.append(_("not met yet"))
        else:
            parts = [state.time_words(due)] if late else [state.rhythm_words(due)]
        return [Run(" · ".join(parts), "small", "warnText" if late else "ink2")]

    def _pair(self) -> tuple[QWidget, list[tuple[Text, Text]]]:
        theme = self._workplace.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        halves = []
        for _side in range(2):
            label = Text(theme, "", "label", "ink2", elide=True)
            words = Text(theme, "", "body", wrap=True)
            stack = QVBoxLayout()
            stack.setSpacing(theme.px(4))
            stack.addWidget(label)
            stack.addWidget(words)
            stack.addStretch(1)
            row.addLayout(stack, 1)
            halves.append((label, words))
        return self.add(row, rule=True, pad=(16, 10, 16, 12)), halves

    def _fill(self, at: int, *pairs: tuple[str, str]) -> None:
        place, halves = self._pairs[at]
        for (label, words), (title, content) in zip(halves, pairs, strict=True):
            label.show_runs(title)
            words.show_runs(content or _("nothing yet"))
        place.setVisible(any(content for _title, content in pairs))

    def _open_goal(self, goal: PeerAgreement) -> None:
        shown = self._shown
        if shown is not None:
            first = shown.peer_name.partition(" ")[0]
            open_goal_sheet(self._workplace, self.window(), goal, first, shown.manager)

    def _meet(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.ahead is not None:
            self._workplace.open_peer_meeting(shown.ahead.id)
        else:
            MeetSheet(self._workplace, self.window(), f"{shown.peer_name}, {shown.team}")

    def _agree(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.peer_id is None:
            AddPeerSheet(self._workplace, self.window(), shown.team_id, shown.team)
        else:
            first = shown.peer_name.partition(" ")[0]
            GoalSheet(self._workplace, self.window(), shown.peer_id, first)
