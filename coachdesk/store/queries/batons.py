"""Baton lines: the hand-offs that are under way, with the requests and shares that hang on them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, or_, select

from coachdesk.domain.ask_rules import UNCOUNTED
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.baton import Baton, baton_lines
from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.shares import Share
from coachdesk.domain.vocabulary import Asker, Gain, HandOffState, ShareState, Side
from coachdesk.store.codec import row_loader
from coachdesk.store.schema import hand_off
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.baton import BatonLine, HangingAsk, hanging_words, sentence

# A promise that ended stays in sight this long.
ENDED_DAYS = 30
_WAITING = tuple(state.value for state in (HandOffState.DRAFT, HandOffState.SET))
_MISSED = HandOffState.MISSED.value


@cache
def _under_way(of_one: bool) -> Select[Any]:
    c = hand_off.c
    after = bindparam("after", type_=c.met_day.type)
    statement = select(hand_off).where(
        or_(
            c.state.in_((*_WAITING, _MISSED)),
            and_(c.state.in_(("met", "met_late")), c.met_day > after),
            and_(c.state == HandOffState.CLOSED_UNMET.value, c.closed_day > after),
        )
    )
    if of_one:
        statement = statement.where(c.rep_id == bindparam("rep_id", type_=c.rep_id.type))
    return statement


def lines_under_way(reads: Snapshot, rep_id: UUID | None = None) -> list[BatonLine]:
    """Every promise under way, or that ended of late: broken ones first; of one rep if given."""
    found = _links(reads, rep_id)
    outcomes: defaultdict[UUID, dict[Side, Gain]] = defaultdict(dict)
    delivered = tuple(item.id for item in found if item.met_day is not None)
    for gain in reads.find(GainStatement, hand_off_id=delivered):
        if gain.hand_off_id is not None:
            outcomes[gain.hand_off_id][gain.side] = gain.outcome
    lines = baton_lines(found, outcomes, as_of=reads.as_of)
    return _shown(reads, [line for line in lines if not _is_past(line, reads.as_of)])


def _links(reads: Snapshot, rep_id: UUID | None) -> list[HandOff]:
    """Those under way, and what they continue however long ago it was delivered."""
    values: dict[str, Any] = {"after": reads.as_of - timedelta(days=ENDED_DAYS)}
    if rep_id is not None:
        values["rep_id"] = rep_id
    load = row_loader(HandOff)
    every = {
        item.id: item for item in map(load, reads.rows(_under_way(rep_id is not None), **values))
    }
    before = tuple(i.continues_id for i in every.values() if i.continues_id is not None)
    earlier = [item for item in reads.find(HandOff, id=before) if item.id not in every]
    return [*every.values(), *earlier]


def _is_past(line: Baton, as_of: date) -> bool:
    return line.is_over and (as_of - line.since).days > ENDED_DAYS


def _shown(reads: Snapshot, lines: Sequence[Baton]) -> list[BatonLine]:
    at_now = [line.at for line in lines]
    accounts = {
        each.id: each.name for each in reads.find(Account, id={at.account_id for at in at_now})
    }
    teams = {
        each.id: each.name for each in reads.find(PartnerTeam, id={at.team_id for at in at_now})
    }
    reps = {rep.id: rep for rep in reads.find(Rep, id={at.rep_id for at in at_now})}
    ids = tuple(link.id for line in lines for link in line.links)
    asks, shares = _hanging_asks(reads, ids), _shares(reads, ids)
    shown = []
    for line in lines:
        at, rep = line.at, reps[line.at.rep_id]
        record = BatonLine(
            id=at.id,
            rep_id=rep.id,
            rep_name=rep.first_name,
            initials=rep.initials,
            account_id=at.account_id,
            account=accounts[at.account_id],
            team_id=at.team_id,
            team=teams[at.team_id],
            what=at.expectation or at.need,
            reached=line.reached,
            holder=line.holder,
            since=line.since,
            held_days=line.held_days,
            agreed_days=line.agreed_days,
            due_day=at.due_day,
            breaks_at=line.breaks_at,
            links=len(line.links),
            asks=tuple(ask for link in line.links for ask in asks[link.id]),
            shares=sum(shares[link.id] for link in line.links),
        )
        shown.append(replace(record, words=sentence(record, reads.as_of)))
    return shown


def _hanging_asks(reads: Snapshot, ids: tuple[UUID, ...]) -> Mapping[UUID, list[HangingAsk]]:
    """The last request or requirement of each thread, by the hand-off it hangs on."""
    threads = reads.find(AskThread, hand_off_id=ids)
    own = tuple(thread.id for thread in threads)
    last: dict[UUID, Ask | Mandate] = {}
    for step in _in_order(reads.find(Ask, thread_id=own), reads.find(Mandate, thread_id=own)):
        last[step.thread_id] = step
    hanging: defaultdict[UUID, list[HangingAsk]] = defaultdict(list)
    for thread in threads:
        found = last.get(thread.id)
        if found is None or thread.hand_off_id is None:
            continue
        hanging[thread.hand_off_id].append(
            HangingAsk(
                subject=thread.subject,
                day=found.day,
                due_day=found.due_day,
                state=found.state,
                is_mine=thread.asker is Asker.MANAGER,
                is_requirement=isinstance(found, Mandate),
            )
        )
    return hanging


def _in_order(asks: Iterable[Ask], mandates: Iterable[Mandate]) -> list[Ask | Mandate]:
    """What counts of both, by day; a requirement follows the request of its day."""
    counted: list[Ask | Mandate] = [ask for ask in asks if ask.state not in UNCOUNTED]
    return sorted([*counted, *mandates], key=lambda step: (step.day, isinstance(step, Mandate)))


def _shares(reads: Snapshot, ids: tuple[UUID, ...]) -> Mapping[UUID, int]:
    counts: defaultdict[UUID, int] = defaultdict(int)
    for share in reads.find(Share, hand_off_id=ids, state=ShareState.GIVEN):
        if share.hand_off_id is not None:
            counts[share.hand_off_id] += 1
    return counts


def hanging_on(reads: Snapshot, id: UUID, rep_name: str) -> str:
    """What hangs on one hand-off, in words."""
    asks, shares = _hanging_asks(reads, (id,))[id], _shares(reads, (id,))[id]
    return hanging_words(tuple(asks), shares, rep_name, reads.as_of)
