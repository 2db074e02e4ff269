"""What each screen reads: one call, one snapshot, one frozen record."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services.again import look_again
from coachdesk.services.desk import Desk
from coachdesk.services.rep_chain import whole_rep_page
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import evidence, ladders
from coachdesk.store.queries import joint_meetings as meeting_queries
from coachdesk.store.queries import one_on_ones as one_on_one_queries
from coachdesk.store.queries import peers as peer_queries
from coachdesk.store.queries import people as people_queries
from coachdesk.store.queries import talks as talk_queries
from coachdesk.store.queries import team as team_queries
from coachdesk.store.queries import today as today_queries
from coachdesk.store.queries import visits as visit_queries
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.evidence import LinkFigure
from coachdesk.views.joint_meetings import JointMeetingPage
from coachdesk.views.one_on_ones import OneOnOnes, Which
from coachdesk.views.peers import PeerMeetingPage, TeamAgreement, TimeToMeet
from coachdesk.views.rep import AskRow, RepPage
from coachdesk.views.talks import TalkBrief, TalkHead
from coachdesk.views.team import TeamPage
from coachdesk.views.today import Frame, Today
from coachdesk.views.visits import VisitPage

T = TypeVar("T")


def _with_playbook(reads: Snapshot, query: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """A query that shows words of the playbook, in the wording in force."""
    return query(reads, playbook_of(reads), *args, **kwargs)


def today(desk: Desk) -> Today:
    """What Today shows."""
    return desk.ask(_today)


def _today(reads: Snapshot) -> Today:
    shown = _with_playbook(reads, today_queries.today)
    return replace(shown, again=look_again(reads))


def rep_page(desk: Desk, rep_id: UUID, *, window_days: int | None = None) -> RepPage:
    """What a rep's page shows."""
    return desk.ask(whole_rep_page, rep_id, window_days=window_days)


def asks_of_others(desk: Desk, rep_id: UUID | None = None) -> tuple[AskRow, ...]:
    """What a rep, or else the manager, asks of customers, peers, departments, the own manager."""
    if rep_id is None:
        return tuple(desk.ask(ladders.own_asks))
    return tuple(desk.ask(ladders.rep_asks, rep_id))


def asks_of(desk: Desk, rep_id: UUID) -> tuple[AskRow, ...]:
    """What the manager asks of one rep."""
    return tuple(desk.ask(ladders.ask_rows, rep_id))


def one_on_ones(
    desk: Desk, *, typed: str = "", which: Which = Which.EVERY, most: int = 60
) -> OneOnOnes:
    """What the One-on-ones page shows."""
    return desk.ask(one_on_one_queries.one_on_ones, typed=typed, which=which, most=most)


def team_page(desk: Desk) -> TeamPage:
    """What the Team page shows."""
    return desk.ask(_with_playbook, team_queries.team_page)


def visit_page(desk: Desk, visit_id: UUID) -> VisitPage:
    """What the page of a joint visit shows."""
    return desk.ask(_with_playbook, visit_queries.visit_page, visit_id)


def joint_meeting_page(desk: Desk, meeting_id: UUID) -> JointMeetingPage:
    """What the page of a joint meeting shows."""
    return desk.ask(_with_playbook, meeting_queries.joint_meeting_page, meeting_id)


def figures_of(desk: Desk, rep_id: UUID) -> Mapping[BehaviourKey, LinkFigure]:
    """How often each of the nine behaviours was done well, in the level window."""
    found = desk.ask(_figures, rep_id)
    return {figure.behaviour: figure for figure in found}


def _figures(reads: Snapshot, rep_id: UUID) -> tuple[LinkFigure, ...]:
    settings = workspace(reads).settings
    playbook = playbook_of(reads)
    every = tuple(playbook.behaviours)
    return evidence.figures(reads, playbook, settings, [rep_id], keys=every)[rep_id]


def talk_head(desk: Desk, session_id: UUID) -> TalkHead:
    """The head line of one talk."""
    return desk.ask(talk_queries.head_of, session_id)


def talk_brief(desk: Desk, session_id: UUID) -> TalkBrief:
    """The brief of one talk; it holds no private text."""
    return desk.ask(_with_playbook, talk_queries.talk_brief, session_id)


def frame(desk: Desk) -> Frame:
    """What the window's frame shows: the team with its next talks, and whose store this is."""
    return desk.ask(today_queries.frame)


def running_talk(desk: Desk) -> UUID | None:
    """The talk that was running when the program stopped, if there is one."""
    found = desk.ask(talk_queries.running)
    return None if found is None else found.id


def has_workspace(desk: Desk) -> bool:
    """Whether the store was set up; one that was just made was not."""
    return bool(desk.ask(people_queries.workspaces))


def peer_meeting_page(desk: Desk, meeting_id: UUID) -> PeerMeetingPage:
    """What the page of a meeting with a peer manager shows."""
    return desk.ask(peer_queries.peer_meeting_page, meeting_id)


def team_agreement(desk: Desk, team_id: UUID) -> TeamAgreement:
    """What is agreed with the manager of a partner team."""
    return desk.ask(peer_queries.team_agreement, team_id)


def time_to_meet(desk: Desk) -> list[TimeToMeet]:
    """Peer managers whom one has not met for too long."""
    return desk.ask(peer_queries.time_to_meet)
