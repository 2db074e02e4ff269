"""Sheets around a meeting: with whom, on which other day, how a problem was solved."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.domain.vocabulary import Party
from coachdesk.language import gettext as _
from coachdesk.services import peer_meetings as commands
from coachdesk.services.agreements import add_peer_manager
from coachdesk.services.parties import enter_peer_manager, party_names
from coachdesk.services.peer_meetings import meeting_and_due
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.peers import state
from coachdesk.ui.peers.goal_sheet import GoalSheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import clock, near_day, print_day
from coachdesk.views.peers import PeerMeetingPage, ProblemRow

MINUTES = (("30", "30"), ("45", "45"), ("60", "60"), ("90", "90"))


class _PeerSheet(Sheet):
    """`who` is the field; below it stands who is meant, or who there is."""

    def add_peer(self, typed: str) -> None:
        self.who = self.add_line(
            _("With"), _("A name, or the team’s: Mei, Integration"), typed, icon="users"
        )
        self._known = Text(self.workplace.theme, "", "small", "ink2", wrap=True)
        self.body.addWidget(self._known)
        self.who.textChanged.connect(self._look)

    def peer(self) -> PeerManager:
        """Who is meant; somebody new is entered with the team after a comma."""
        found: PeerManager = self.workplace.do(enter_peer_manager, self.who.text(), said="")
        return found

    def peer_changed(self, peer: PeerManager | None) -> None:
        """Somebody else is meant now, or nobody that is known."""

    def _look(self, typed: str) -> None:
        peer = None
        if not typed.strip():
            names = self.workplace.ask(party_names, Party.PEER_MANAGER)
            words = "; ".join(names) or _("Nobody yet: type a name and, after a comma, the team.")
        else:
            try:
                peer, words = self.workplace.ask(commands.peer_meant, typed)
            except InputError as unclear:
                words = f"{unclear.message} {unclear.next_step}"
        self._known.show_runs(words)
        self.peer_changed(peer)
        self.fit()


class MeetSheet(_PeerSheet):
    """Meet a peer manager: the meeting that is planned opens, else one is planned."""

    def __init__(self, workplace: Workplace, window: QWidget, typed: str = "") -> None:
        title, sentence = _("Meet a peer manager"), _("Your peer’s agenda comes first.")
        super().__init__(workplace, window, title, sentence, _("Plan it"), width=520)
        self._planned: PeerManager | None = None
        self.add_peer(typed)
        self.when = self.add_line(_("Day and hour"), _("Wed 14:00, 24 Mar"), icon="calendar")
        self.minutes = self.add_one_of(_("Minutes"), list(MINUTES))
        self.minutes.set_value("45")
        self._look(typed)
        self.ask(self.who)

    def act(self) -> Callable[[], None]:
        work = self.workplace
        peer = self.peer()
        ahead, _due = work.ask(meeting_and_due, peer.id)
        if ahead is not None and not self.when.text().strip():
            return partial(work.open_peer_meeting, ahead.id)
        day, start = None, None
        if self.when.text().strip():
            day, start = parse_slot(self.when.text(), as_of=work.as_of)
        minutes = int(self.minutes.value() or 45)
        meeting = work.do(
            commands.plan_peer_meeting, peer.id, day, start, minutes, said=_("Planned.")
        )
        return partial(work.open_peer_meeting, meeting.id)

    def peer_changed(self, peer: PeerManager | None) -> None:
        hint = _("Wed 14:00, 24 Mar")
        verb = _("Plan it")
        if peer is not None:
            ahead, due = self.workplace.ask(meeting_and_due, peer.id)
            day = near_day(due.next_day, self.workplace.as_of)
            hint = _("{day}, by your rhythm").format(day=day)
            if ahead is not None:
                at = "" if ahead.start is None else f" {clock(ahead.start)}"
                hint = _("planned: {day}").format(day=print_day(ahead.day) + at)
                verb = _("Open it")
            rhythm = state.time_words(due) or state.rhythm_words(due)
            self._known.show_runs(f"{peer.name} · {rhythm}")
        self.when.set_placeholder(hint)
        self.act_button.set_label(verb)


class GoalWithSheet(_PeerSheet):
    """With whom a goal is agreed; then its words."""

    def __init__(self, workplace: Workplace, window: QWidget, typed: str = "") -> None:
        title = _("Agree on a goal with a peer manager")
        super().__init__(workplace, window, title, "", _("Write the goal"), width=520)
        self._ground = window
        self.add_peer(typed)
        self._look(typed)
        self.ask(self.who)

    def act(self) -> Callable[[], None]:
        peer = self.peer()
        return partial(GoalSheet, self.workplace, self._ground, peer.id, peer.first_name)


class AddPeerSheet(Sheet):
    """The manager of a partner team, by name."""

    def __init__(self, workplace: Workplace, window: QWidget, team_id: UUID, team: str) -> None:
        title = _("Who manages {team}?").format(team=team)
        super().__init__(workplace, window, title, "", _("Add"))
        self._team_id = team_id
        self.name = self.add_line(_("Name"), _("Mei Tanaka"), icon="user-plus")
        self.ask(self.name)

    def act(self) -> None:
        self.workplace.do(add_peer_manager, self._team_id, self.name.text())


class MeetingDaySheet(Sheet):
    """Another day for a meeting."""

    def __init__(self, workplace: Workplace, window: QWidget, page: PeerMeetingPage) -> None:
        title = _("Move the meeting with {name}").format(name=page.first_name)
        super().__init__(workplace, window, title, "", _("Move it"))
        self._meeting = page.meeting
        self.when = self.add_line(_("New day and hour"), _("Thu 14:00"), icon="calendar")
        self.minutes = self.add_one_of(_("Minutes"), list(MINUTES))
        self.minutes.set_value(str(page.meeting.minutes))
        self.ask(self.when)

    def act(self) -> None:
        work = self.workplace
        day, start = parse_slot(self.when.text(), as_of=work.as_of)
        minutes = int(self.minutes.value() or self._meeting.minutes)
        said = _("The meeting was moved to {day}.").format(day=near_day(day, work.as_of))
        work.do(commands.move_peer_meeting, self._meeting.id, day, start, minutes, said=said)


class SolvedSheet(Sheet):
    """How a problem was solved, and whether the agreed way was followed."""

    def __init__(self, workplace: Workplace, window: QWidget, row: ProblemRow) -> None:
        super().__init__(workplace, window, _("Solved"), row.text, _("Solved"))
        self._id = row.id
        self.solution = self.add_line(_("How it was solved"))
        self.followed = self.add_one_of(
            _("As agreed"), [("yes", _("As agreed")), ("no", _("Another way"))]
        )
        self.followed.set_value("yes")
        self.ask(self.solution)

    def act(self) -> None:
        followed = self.followed.value() != "no"
        self.workplace.do(
            commands.solve_problem, self._id, self.solution.text(), path_followed=followed
        )
