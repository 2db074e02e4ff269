"""Joint visits for their page and for the lists that name them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import DraftState, VisitState
from coachdesk.store.queries import evidence, people
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.visits import VisitPage, VisitRow, WatchChoice

VISIT = "joint_visit_id"


def visit_page(reads: Snapshot, playbook: Playbook, visit_id: UUID) -> VisitPage:
    """The whole page as of the snapshot's moment."""
    visit = reads.get(JointVisit, as_id(visit_id))
    rep = reads.get(Rep, visit.rep_id)
    seen: set[UUID] = {o.id for o in reads.find(Observation, joint_visit_id=visit.id)}
    events = evidence.events(
        reads,
        playbook,
        after=visit.day - timedelta(days=1),
        until=visit.day,
        rep_id=visit.rep_id,
    )
    return VisitPage(
        id=visit.id,
        as_of=reads.as_of,
        rep_id=rep.id,
        rep_name=rep.name,
        first_name=rep.first_name,
        initials=rep.initials,
        account=reads.get(Account, visit.account_id).name,
        day=visit.day,
        start=visit.start,
        state=visit.state,
        watch=_watch(reads, playbook, visit),
        speaks_first=visit.speaks_first,
        team_id=visit.team_id,
        teams=tuple((team.id, team.name) for team in _teams(reads)),
        rep_saw=visit.rep_saw,
        manager_saw=visit.manager_saw,
        keep=visit.keep,
        change=visit.change,
        talk_share_pct=visit.talk_share_pct,
        events=tuple(event for event in events if event.observation_id in seen),
        waiting=sum(
            (draft.content or {}).get(VISIT) == str(visit.id)
            for draft in reads.find(Draft, state=DraftState.WAITING, rep_id=visit.rep_id)
        ),
    )


def _watch(reads: Snapshot, playbook: Playbook, visit: JointVisit) -> tuple[WatchChoice, ...]:
    settings = people.workspace(reads).settings
    keys = tuple(playbook.behaviours)
    figures = evidence.figures(reads, playbook, settings, [visit.rep_id], keys=keys)[visit.rep_id]
    return tuple(
        WatchChoice(
            behaviour=figure.behaviour,
            title=figure.title,
            cues=playbook.behaviours[figure.behaviour].cues,
            x=figure.x,
            n=figure.n,
            is_chosen=figure.behaviour in visit.watch_keys,
        )
        for figure in figures
    )


def _teams(reads: Snapshot) -> Sequence[PartnerTeam]:
    return sorted(reads.find(PartnerTeam, active=True), key=lambda team: team.name)


def visit_rows(reads: Snapshot, **equals: Any) -> list[VisitRow]:
    """Visits whose fields equal the values, in the order of time, with how much was seen."""
    visits = reads.find(JointVisit, **equals)
    if not visits:
        return []
    reps: dict[UUID, Rep] = {rep.id: rep for rep in reads.find(Rep)}
    customers = people.account_names(reads)
    seen = reads.find(Observation, joint_visit_id=[visit.id for visit in visits])
    rows = [
        VisitRow(
            id=visit.id,
            rep_id=visit.rep_id,
            name=reps[visit.rep_id].name,
            initials=reps[visit.rep_id].initials,
            account=customers.get(visit.account_id, ""),
            day=visit.day,
            start=visit.start,
            events=sum(observation.joint_visit_id == visit.id for observation in seen),
        )
        for visit in visits
    ]
    return sorted(rows, key=lambda row: (row.day, f"{row.start or ''}"))


def planned_visits(reads: Snapshot) -> list[VisitRow]:
    """Visits that have not taken place."""
    return visit_rows(reads, state=VisitState.PLANNED)
