"""Fills the Team page in a fixed number of reads."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from coachdesk.domain.doubles import likely_doubles
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep, Workspace
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.vocabulary import BehaviourKey, HandOffState, TalkState
from coachdesk.store.column_types import id_from
from coachdesk.store.queries import evidence, people, promises, talks
from coachdesk.store.queries.visits import planned_visits
from coachdesk.store.schema import coaching_session, observation
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.promises import PromiseRow
from coachdesk.views.team import (
    DUE_DAYS,
    NOT_SEEN_DAYS,
    AwayRow,
    Double,
    LeftRow,
    NameRow,
    NotSeen,
    PromisesDue,
    TeamPage,
    TeamRow,
    Watch,
    WorkingOn,
)

WATCH_DAYS = 21


def team_page(reads: Snapshot, playbook: Playbook) -> TeamPage:
    """The whole page as of the snapshot's moment."""
    space, team = people.workspace(reads), people.reps_in_order(reads)
    here = [rep for rep in team if rep.is_active(reads.as_of)]
    names = people.account_names(reads)
    rows = _team_rows(reads, playbook, space, team, here)
    watches = _watches(reads, names, people.team_names(reads))
    accounts, partners = _accounts(reads, team), _partners(reads)
    return TeamPage(
        now=reads.now,
        rows=tuple(rows),
        left=tuple(_left(rep, reads.as_of) for rep in team if rep not in here),
        not_seen=tuple(_not_seen(rows, watches, reads.as_of)),
        away=tuple(_away(space, here, reads.as_of)),
        accounts=tuple(accounts),
        contacts=tuple(_contacts(reads, accounts)),
        partners=tuple(partners),
        doubles=tuple(_doubles(team, accounts, partners)),
    )


def _team_rows(
    reads: Snapshot, playbook: Playbook, space: Workspace, team: Sequence[Rep], here: Sequence[Rep]
) -> list[TeamRow]:
    near = talks.near_talks(reads)
    figures = evidence.figures(reads, playbook, space.settings, [rep.id for rep in here])
    focus, seen = _focus(reads, playbook), _last_seen(reads)
    due = _due(promises.open_promises(reads, {rep.id: rep for rep in team}), reads.as_of)
    rows = []
    for rep in here:
        ahead = talks.next_talk([talk for talk in near if talk.rep_id == rep.id], reads.as_of)
        rows.append(
            TeamRow(
                id=rep.id,
                name=rep.name,
                first_name=rep.first_name,
                initials=rep.initials,
                role=rep.role,
                next_talk=None if ahead is None else talks.talk_head(ahead, rep, None),
                figures=figures[rep.id],
                working_on=focus.get(rep.id),
                promises=due.get(rep.id, PromisesDue()),
                last_seen=seen.get(rep.id),
            )
        )
    return rows


@cache
def _focused() -> Select[Any]:
    table = coaching_session
    return (
        select(table.c.rep_id, table.c.focus_behaviour_key, table.c.expectation)
        .where(
            table.c.focus_behaviour_key.is_not(None),
            table.c.state.not_in([TalkState.MOVED, TalkState.CANCELLED]),
        )
        .order_by(table.c.day, table.c.start)
    )


def _focus(reads: Snapshot, playbook: Playbook) -> dict[UUID, WorkingOn]:
    """The focus of each rep's newest talk that has one."""
    found = {}
    for row in reads.rows(_focused()):
        key = BehaviourKey(row.focus_behaviour_key)
        found[id_from(row.rep_id)] = WorkingOn(
            behaviour=key, title=playbook.behaviours[key].title, expectation=row.expectation
        )
    return found


@cache
def _newest() -> Select[Any]:
    return (
        select(observation.c.rep_id, func.max(observation.c.day).label("day"))
        .where(observation.c.state == "saved")
        .group_by(observation.c.rep_id)
    )


def _last_seen(reads: Snapshot) -> dict[UUID, date]:
    return {id_from(row.rep_id): date.fromisoformat(row.day) for row in reads.rows(_newest())}


def _due(rows: Sequence[PromiseRow], as_of: date) -> dict[UUID, PromisesDue]:
    """What is over, mine of today, and the next due day within the week, for each rep."""
    found = {}
    for rep_id in {row.rep_id for row in rows if row.rep_id is not None}:
        own = [row for row in rows if row.rep_id == rep_id]
        ahead = [row.due_day for row in own if 0 <= (row.due_day - as_of).days <= DUE_DAYS]
        found[rep_id] = PromisesDue(
            over=sum(row.due_day < as_of for row in own),
            mine_today=sum(row.is_mine and row.due_day == as_of for row in own),
            next_day=min(ahead, default=None),
        )
    return found


def _left(rep: Rep, as_of: date) -> LeftRow:
    ahead = [start for start, _end in rep.employed if start > as_of]
    past = [end for _start, end in rep.employed if end is not None and end < as_of]
    return LeftRow(
        id=rep.id,
        name=rep.name,
        first_name=rep.first_name,
        initials=rep.initials,
        role=rep.role,
        left_on=max(past, default=None),
        joins_on=min(ahead, default=None),
    )


def _watches(
    reads: Snapshot, accounts: Mapping[UUID, str], teams: Mapping[UUID, str]
) -> dict[UUID, Watch]:
    """The next day with a date at a customer's, for each rep: a joint visit, or a hand-off."""
    last = reads.as_of + timedelta(days=WATCH_DAYS)
    found: dict[UUID, Watch] = {}
    for item in reads.find(HandOff, state=HandOffState.SET):
        for day, is_check in ((item.check_day, True), (item.due_day, False)):
            known = found.get(item.rep_id)
            if day is None or not reads.as_of <= day <= last or (known and known.day <= day):
                continue
            found[item.rep_id] = Watch(
                rep_id=item.rep_id,
                day=day,
                account=accounts[item.account_id],
                team=teams[item.team_id],
                is_check=is_check,
            )
    for visit in planned_visits(reads):
        known = found.get(visit.rep_id)
        if reads.as_of <= visit.day <= last and (known is None or visit.day <= known.day):
            found[visit.rep_id] = Watch(
                rep_id=visit.rep_id,
                day=visit.day,
                account=visit.account,
                team="",
                is_check=False,
                is_visit=True,
            )
    return found


def _not_seen(rows: Sequence[TeamRow], watches: Mapping[UUID, Watch], as_of: date) -> list[NotSeen]:
    """In the team's order: never sorted by how long."""
    found = []
    for row in rows:
        days = None if row.last_seen is None else (as_of - row.last_seen).days
        if days is None or days > NOT_SEEN_DAYS:
            found.append(
                NotSeen(
                    id=row.id,
                    name=row.name,
                    initials=row.initials,
                    days=days,
                    watch=watches.get(row.id),
                )
            )
    return found


def _away(space: Workspace, here: Sequence[Rep], as_of: date) -> list[AwayRow]:
    """Days away that are not over, the earliest first; the manager's own among them."""
    rows = [
        AwayRow(rep_id=None, name="", initials="", first=first, last=last)
        for first, last in space.away
    ]
    for rep in here:
        for first, last in rep.away:
            rows.append(
                AwayRow(rep_id=rep.id, name=rep.name, initials=rep.initials, first=first, last=last)
            )
    return sorted((row for row in rows if row.last >= as_of), key=lambda row: (row.first, row.name))


@cache
def _events_at() -> Select[Any]:
    return (
        select(observation.c.account_id, func.count().label("n"))
        .where(observation.c.state == "saved", observation.c.account_id.is_not(None))
        .group_by(observation.c.account_id)
    )


def _accounts(reads: Snapshot, team: Sequence[Rep]) -> list[NameRow]:
    """Customers by name, with their owner and how often somebody was seen there."""
    owners: dict[UUID | None, str] = {rep.id: rep.name for rep in team}
    events = {id_from(row.account_id): row.n for row in reads.rows(_events_at())}
    rows = [
        NameRow(
            id=account.id,
            kind="account",
            name=account.name,
            of=owners.get(account.owner_rep_id, ""),
            of_id=account.owner_rep_id,
            events=events.get(account.id, 0),
        )
        for account in reads.find(Account)
    ]
    return sorted(rows, key=lambda row: row.name.casefold())


def _contacts(reads: Snapshot, accounts: Sequence[NameRow]) -> list[NameRow]:
    """People at customers, by name."""
    names = {row.id: row.name for row in accounts}
    rows = [
        NameRow(
            id=each.id,
            kind="contact",
            name=each.name,
            of=names[each.account_id],
            of_id=each.account_id,
        )
        for each in reads.find(Contact)
    ]
    return sorted(rows, key=lambda row: row.name.casefold())


def _partners(reads: Snapshot) -> list[NameRow]:
    """Partner teams by name, each followed by its manager and its people."""
    found: list[NameRow] = []
    teams = sorted(reads.find(PartnerTeam), key=lambda team: team.name.casefold())
    every = sorted(reads.find(PartnerPerson), key=lambda person: person.name.casefold())
    peers = reads.find(PeerManager)
    for team in teams:
        found.append(NameRow(id=team.id, kind="team", name=team.name))
        found += [
            NameRow(id=p.id, kind="peer", name=p.name, of=team.name, of_id=team.id)
            for p in peers
            if p.team_id == team.id
        ]
        found += [
            NameRow(id=p.id, kind="person", name=p.name, of=team.name, of_id=team.id)
            for p in every
            if p.team_id == team.id
        ]
    return found


def _doubles(
    team: Sequence[Rep], accounts: Sequence[NameRow], partners: Sequence[NameRow]
) -> list[Double]:
    """What was probably typed twice, people first."""
    known: list[tuple[str, dict[UUID, str]]] = [
        ("rep", {rep.id: rep.name for rep in team}),
        ("account", {row.id: row.name for row in accounts}),
        ("team", {row.id: row.name for row in partners if row.kind == "team"}),
    ]
    return [
        Double(kind=kind, one_id=one, one=names[one], other_id=other, other=names[other])
        for kind, names in known
        for one, other in likely_doubles(names)
    ]
