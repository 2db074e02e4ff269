"""Which questions were asked in talks, and where the customers of a talk stand."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select

from coachdesk.domain.hand_off_rules import CLOSED
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.question_proposals import Standing
from coachdesk.domain.talk_rules import AFTER
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import HandOffState, OpportunityResult, SelectionStage, TalkState
from coachdesk.store.column_types import id_from
from coachdesk.store.schema import coaching_session, observation
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.question_bank import Asked

RECENT_DAYS = 42
MOST_STANDINGS = 6
_UNDER_WAY = tuple(state for state in HandOffState if state not in CLOSED)


@cache
def _chosen() -> Select[Any]:
    talk = coaching_session.c
    return (
        select(talk.question_ids, talk.rep_id, talk.day)
        .where(talk.state.in_(sorted((*AFTER, TalkState.RUNNING))), talk.question_ids != "[]")
        .order_by(talk.day)
    )


def asked_in_talks(reads: Snapshot) -> dict[str, Asked]:
    """How often each question was asked, and of whom last; talks that took place count."""
    names: dict[UUID, str] = {rep.id: rep.first_name for rep in reads.find(Rep)}
    times: dict[str, int] = defaultdict(int)
    found = {}
    for ids, rep_id, day in map(tuple, reads.rows(_chosen())):
        for id in json.loads(ids):
            times[id] += 1
            found[id] = Asked(times[id], date.fromisoformat(day), names[id_from(rep_id)])
    return found


@cache
def _chosen_before() -> Select[Any]:
    talk = coaching_session.c
    return (
        select(talk.question_ids, talk.day)
        .where(
            talk.rep_id == bindparam("rep_id", type_=talk.rep_id.type),
            talk.id != bindparam("id", type_=talk.id.type),
            talk.day <= bindparam("until", type_=talk.day.type),
            talk.state.in_(sorted(AFTER)),
            talk.question_ids != "[]",
        )
        .order_by(talk.day)
    )


def asked_of(reads: Snapshot, talk: CoachingSession) -> dict[str, date]:
    """When this rep was asked each question last, in the talks held before this one."""
    found: dict[str, date] = {}
    rows = reads.rows(_chosen_before(), rep_id=talk.rep_id, id=talk.id, until=talk.day)
    for ids, day in map(tuple, rows):
        found |= dict.fromkeys(json.loads(ids), date.fromisoformat(day))
    return found


@cache
def _customers_seen() -> Select[Any]:
    event = observation.c
    return (
        select(event.account_id)
        .where(
            event.rep_id == bindparam("rep_id", type_=event.rep_id.type),
            event.day > bindparam("after", type_=event.day.type),
            event.state == "saved",
            event.account_id.is_not(None),
        )
        .group_by(event.account_id)
        .order_by(func.max(event.day).desc(), func.max(event.seq).desc())
    )


@dataclass(frozen=True, slots=True)
class _Deals:
    """Open opportunities by their customer and by themselves."""

    of_customer: dict[UUID, list[Opportunity]]
    by_id: dict[UUID, Opportunity]


def standings(reads: Snapshot, rep_id: UUID) -> tuple[Standing, ...]:
    """The customers this rep is busy with: of open hand-offs, of recent events, own ones.

    A customer stands where its open opportunity does, else where its own record says.
    """
    accounts: dict[UUID, Account] = {account.id: account for account in reads.find(Account)}
    deals = _deals(reads)
    found: list[Standing] = []
    for hand_off in reversed(reads.find(HandOff, rep_id=rep_id, state=_UNDER_WAY)):
        deal = deals.by_id.get(hand_off.opportunity_id) if hand_off.opportunity_id else None
        account = accounts[hand_off.account_id]
        if deal is not None and deal.selection_stage is not None:
            found.append(Standing(account.name, deal.selection_stage))
        else:
            found += _of(account, deals)
    after = reads.as_of - timedelta(days=RECENT_DAYS)
    for row in reads.rows(_customers_seen(), rep_id=rep_id, after=after):
        found += _of(accounts[id_from(row.account_id)], deals)
    for account in accounts.values():
        if account.owner_rep_id == rep_id:
            found += _of(account, deals)
    return tuple(dict.fromkeys(found))[:MOST_STANDINGS]


def customers_by_stage(reads: Snapshot) -> dict[SelectionStage, tuple[str, ...]]:
    """The names of the customers that stand at each stage, sorted."""
    deals, found = _deals(reads), defaultdict(set)
    for account in reads.find(Account):
        for standing in _of(account, deals):
            found[standing.stage].add(account.name)
    return {stage: tuple(sorted(names, key=str.casefold)) for stage, names in found.items()}


def _deals(reads: Snapshot) -> _Deals:
    of_customer: dict[UUID, list[Opportunity]] = defaultdict(list)
    by_id: dict[UUID, Opportunity] = {}
    for deal in reads.find(Opportunity, result=OpportunityResult.OPEN):
        by_id[deal.id] = deal
        of_customer[deal.account_id].append(deal)
    return _Deals(of_customer, by_id)


def _of(account: Account, deals: _Deals) -> Iterable[Standing]:
    stages = [deal.selection_stage for deal in deals.of_customer.get(account.id, ())]
    if not any(stages):
        stages = [account.selection_stage]
    return [Standing(account.name, stage) for stage in stages if stage is not None]
