"""Fills the cards of a partner team in a fixed number of reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, bindparam, or_, select

from coachdesk.domain import early_access_rules as early
from coachdesk.domain import soft_power_rules as rules
from coachdesk.domain.agreements import PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.entity import Entity
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import NoticeState, PeerTopic, TriageDecision
from coachdesk.domain.people import PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.soft_power_rules import WINDOW_DAYS, Known, Quality, TeamFigures, Work
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import Cause, HandOffState
from coachdesk.store.codec import row_loader
from coachdesk.store.queries import people
from coachdesk.store.queries.talks import next_talk
from coachdesk.store.schema import BY_KIND, hand_off
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.soft_power import (
    ComingRow,
    EvidenceRow,
    LateRep,
    NextGood,
    QualityRow,
    RequestRow,
    SoftPower,
    TeamCard,
)

E = TypeVar("E", bound=Entity)
SETTLED_DAYS = 42
LATE_QUESTION = "Q-n07"
_FAILED = (HandOffState.MISSED, HandOffState.MET_LATE, HandOffState.CLOSED_UNMET)


def soft_power(reads: Snapshot, playbook: Playbook, team_id: UUID | None = None) -> SoftPower:
    """The cards as of the snapshot's moment."""
    names, as_of = _Names.read(reads), reads.as_of
    known = _known(reads)
    notices = [item for each in known.values() for item in each.notices]
    requests = [item for each in known.values() for item in each.requests]
    here = known.get(team_id) if team_id is not None else None
    found = None if here is None else rules.figures(here, as_of=as_of)
    return SoftPower(
        as_of=as_of,
        team=None if here is None or found is None else _team(reads, here, found, names),
        teams=tuple((id, each.team.name) for id, each in known.items() if each.team.active),
        coming=tuple(
            coming_row(item, names.rep_of, names.accounts, names.teams, as_of)
            for item in sorted(notices, key=lambda item: (item.earliest, item.id))
            if team_id in (None, item.team_id) and _is_shown(item)
        ),
        requests=tuple(
            _request(item, names)
            for item in sorted(requests, key=_open_first)
            if team_id in (None, item.team_id) and _is_near(item, as_of)
        ),
        late=_late(reads, known, team_id, playbook, names),
    )


def coming_soon(reads: Snapshot, *, days: int) -> tuple[ComingRow, ...]:
    """What may begin within so many days, in any team; what is not told stands first."""
    last = reads.as_of + timedelta(days=days)
    open_ones = reads.find(EarlyAccessItem, state=NoticeState.OPEN)
    soon = [item for item in open_ones if item.earliest <= last]
    if not soon:
        return ()
    names = _Names.read(reads)
    rows = [
        coming_row(item, names.rep_of, names.accounts, names.teams, reads.as_of) for item in soon
    ]
    return tuple(sorted(rows, key=lambda row: (not row.is_untold, row.earliest, row.account)))


def coming_row(
    item: EarlyAccessItem,
    reps: Mapping[UUID, Rep],
    accounts: Mapping[UUID, str],
    teams: Mapping[UUID, str],
    as_of: date,
) -> ComingRow:
    """A notice with the names of those it is about."""
    return ComingRow(
        id=item.id,
        team_id=item.team_id,
        team=teams[item.team_id],
        rep_id=item.rep_id,
        rep=reps[item.rep_id].name,
        account=accounts[item.account_id],
        what=item.what,
        reason=item.reason,
        question=item.question,
        skills=item.skills,
        unknown=item.unknown,
        likelihood_pct=item.likelihood_pct,
        size=item.size,
        earliest=item.earliest,
        latest=item.latest,
        priority=item.priority,
        answer=item.answer,
        next_update=item.next_update,
        told_day=item.told_day,
        state=item.state,
        is_changed=early.is_changed(item),
        is_untold=early.needs_telling(item),
        is_late=early.is_late_to_tell(item, as_of=as_of),
    )


def _is_shown(item: EarlyAccessItem) -> bool:
    return item.state is NoticeState.OPEN or early.needs_telling(item)


def _open_first(item: RequestTriage) -> tuple[bool, int, UUID]:
    return (item.handed_on is not None, -(item.handed_on or item.day).toordinal(), item.id)


def _is_near(item: RequestTriage, as_of: date) -> bool:
    waits = item.handed_on is None and item.decision is not TriageDecision.NOT
    return waits or (as_of - (item.handed_on or item.day)).days <= SETTLED_DAYS


@cache
def _set_since() -> Select[Any]:
    return select(hand_off).where(
        hand_off.c.set_day >= bindparam("since", type_=hand_off.c.set_day.type)
    )


@cache
def _notices_since() -> Select[Any]:
    """Open, not told as they stand, or told within two windows: an older one announces nothing."""
    table = BY_KIND[EarlyAccessItem].table
    since = bindparam("since", type_=table.c.told_day.type)
    is_open = table.c.state == NoticeState.OPEN.value
    return select(table).where(
        or_(is_open, table.c.told_day >= since, table.c.changed_day.is_not(None))
    )


@cache
def _requests_since() -> Select[Any]:
    table = BY_KIND[RequestTriage].table
    since = bindparam("since", type_=table.c.day.type)
    return select(table).where(or_(table.c.handed_on.is_(None), table.c.handed_on >= since))


def _load(reads: Snapshot, kind: type[E], statement: Select[Any], since: date) -> list[E]:
    known: Any = kind
    load = row_loader(known)
    return [load(row) for row in reads.rows(statement, since=since)]


def _known(reads: Snapshot) -> dict[UUID, Known]:
    """What is known of every team, from the window on."""
    since = reads.as_of - timedelta(days=WINDOW_DAYS)
    hand_offs = _by_team(_load(reads, HandOff, _set_since(), since))
    before = since - timedelta(days=WINDOW_DAYS)
    notices = _by_team(_load(reads, EarlyAccessItem, _notices_since(), before))
    requests = _by_team(_load(reads, RequestTriage, _requests_since(), before))
    mates = _by_team(reads.find(PartnerPerson))
    return {
        team.id: Known(
            team=team,
            people=mates.get(team.id, ()),
            hand_offs=hand_offs.get(team.id, ()),
            requests=requests.get(team.id, ()),
            notices=notices.get(team.id, ()),
        )
        for team in sorted(reads.find(PartnerTeam), key=lambda team: team.name)
    }


def _by_team(found: Iterable[Any]) -> dict[UUID, list[Any]]:
    sorted_: dict[UUID, list[Any]] = {}
    for item in found:
        sorted_.setdefault(item.team_id, []).append(item)
    return sorted_


def _team(reads: Snapshot, known: Known, found: TeamFigures, names: "_Names") -> TeamCard:
    team = known.team
    return TeamCard(
        id=team.id,
        name=team.name,
        initials=_initials(team.name),
        people=tuple(person.name for person in known.people),
        measured_on=team.measured_on,
        heard_on=team.heard_on,
        notice_wanted=found.notice_wanted,
        median_notice=found.median_notice,
        judged=found.judged,
        agreed=found.agreed,
        used=found.used,
        qualities=tuple(
            QualityRow(
                quality=figure.quality,
                x=figure.x,
                n=figure.n,
                needs=figure.needs,
                quarters=figure.quarters,
                evidence=tuple(
                    names.evidence(figure.quality, work, good)
                    for work, good in reversed(figure.evidence)
                ),
            )
            for figure in found.all
        ),
        next_good=_next_good(known, found.weakest.quality, names),
        blamed=_blamed(reads, known),
    )


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[:1].isalnum()]
    if len(words) > 1:
        return (words[0][0] + words[1][0]).upper()
    return name.strip()[:2].upper()


def _next_good(known: Known, quality: Quality, names: "_Names") -> NextGood:
    """From the weakest quality: whom to ask, about which customer, or how many wait."""
    open_ones = [h for h in known.hand_offs if h.state is HandOffState.SET]
    by_id = {person.id: person for person in known.people}
    match quality:
        case Quality.EMPATHY:
            met = [by_id[h.partner_person_id] for h in open_ones if h.partner_person_id in by_id]
            unheard = [p for p in (*met, *known.people) if not p.value_we_know.strip()]
            return NextGood(quality=quality, person=unheard[0].name if unheard else "")
        case Quality.EARLY_ACCESS:
            untold = sum(early.needs_telling(item) for item in known.notices)
            return NextGood(quality=quality, count=untold)
        case Quality.QUALIFIED_WORK:
            waits = [r for r in known.requests if r.decision is None and r.handed_on is None]
            return NextGood(quality=quality, count=len(waits))
        case Quality.VOICE:
            unasked = [h for h in open_ones if not h.way_asked]
            for item in sorted(unasked, key=lambda h: (h.due_day or date.max, h.id)):
                person = by_id.get(item.partner_person_id) if item.partner_person_id else None
                return NextGood(
                    quality=quality,
                    person="" if person is None else person.name,
                    account=names.accounts[item.account_id],
                    hand_off_id=item.id,
                )
    return NextGood(quality=quality)


def _blamed(reads: Snapshot, known: Known) -> int:
    """Expectations missed for want of their capacity, and problems with them that are open."""
    missed = sum(
        item.state in _FAILED and item.cause_code is Cause.PARTNER_CAPACITY
        for item in known.hand_offs
    )
    id = known.team.id
    agreed = {item.id for item in reads.find(PeerAgreement, team_id=id)}
    met = {item.id for item in reads.find(PeerMeeting, team_id=id)}
    peers = {item.id for item in reads.find(PeerManager, team_id=id)}
    problems = reads.find(PeerUpdate, topic=PeerTopic.PROBLEM, solved_day=None)
    return missed + sum(
        item.agreement_id in agreed or item.meeting_id in met or item.peer_manager_id in peers
        for item in problems
    )


def _request(item: RequestTriage, names: "_Names") -> RequestRow:
    return RequestRow(
        id=item.id,
        team_id=item.team_id,
        team=names.teams[item.team_id],
        rep_id=item.rep_id,
        rep=names.rep_of[item.rep_id].name,
        account="" if item.account_id is None else names.accounts[item.account_id],
        request=item.request,
        reason=item.reason,
        urgent=item.urgent,
        important=item.important,
        decision=item.decision,
        day=item.day,
        handed_on=item.handed_on,
        went_unsorted=early.went_unsorted(item),
        verdict=item.partner_verdict,
        is_agreed=rules.agrees(item.decision, item.partner_verdict),
        way_asked=item.way_asked,
        way_used=item.way_used,
    )


def _late(
    reads: Snapshot,
    known: Mapping[UUID, Known],
    team_id: UUID | None,
    playbook: Playbook,
    names: "_Names",
) -> tuple[LateRep, ...]:
    """Reps of the team, if one is chosen, whose last requests to any team came late."""
    every: list[tuple[Work, int]] = []
    of_team: set[UUID] = set()
    for id, each in known.items():
        reached = rules.works(each, as_of=reads.as_of)
        every += [(work, rules.notice_wanted(each.team)) for work in reached]
        if team_id in (None, id):
            of_team |= {work.rep_id for work in reached}
    question = playbook.question(LATE_QUESTION)
    late = {
        rep: found
        for rep, found in rules.late_reps(every).items()
        if rep in of_team and names.rep_of[rep].is_active(reads.as_of)
    }
    talks: dict[UUID, list[CoachingSession]] = {}
    for talk in reads.find(CoachingSession, rep_id=list(late)):
        talks.setdefault(talk.rep_id, []).append(talk)
    rows = []
    for rep_id, found in late.items():
        rep, planned = names.rep_of[rep_id], next_talk(talks.get(rep_id, ()), reads.as_of)
        row = LateRep(
            rep_id=rep_id,
            rep=rep.name,
            first_name=rep.first_name,
            late=len(found),
            of=min(rules.LAST_FEW, sum(work.rep_id == rep_id for work, _wanted in every)),
            question="" if question is None else question.text,
            talk_id=None if planned is None else planned.id,
        )
        rows.append((row, max(work.day for work in found)))
    rows.sort(key=lambda pair: (-pair[0].late, -pair[1].toordinal(), pair[0].rep))
    return tuple(row for row, _day in rows)


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is who, read once."""

    rep_of: Mapping[UUID, Rep]
    accounts: Mapping[UUID, str]
    teams: Mapping[UUID, str]

    @classmethod
    def read(cls, reads: Snapshot) -> "_Names":
        reps: dict[UUID, Rep] = {rep.id: rep for rep in reads.find(Rep)}
        return cls(reps, people.account_names(reads), people.team_names(reads))

    def evidence(self, quality: Quality, work: Work, good: bool) -> EvidenceRow:
        """One piece of work behind a figure."""
        return EvidenceRow(
            id=work.id,
            quality=quality,
            is_request=work.is_request,
            good=good,
            day=work.day,
            rep_id=work.rep_id,
            rep=self.rep_of[work.rep_id].name,
            account="" if work.account_id is None else self.accounts[work.account_id],
            what=work.what,
            notice_days=work.notice_days,
            asked=work.asked,
            used=work.used,
            decision=work.decision,
            verdict=work.verdict,
        )
