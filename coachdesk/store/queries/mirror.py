"""Reads what the manager's own mirror is made of: one statement each, whatever the rows."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select

from coachdesk.domain.plan_rules import RatedDay
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.reflections import Reflection
from coachdesk.domain.talk_rules import AFTER
from coachdesk.domain.vocabulary import TalkState, WhoAsked
from coachdesk.store.column_types import id_from
from coachdesk.store.schema import coaching_plan, coaching_session, observation, rating
from coachdesk.store.snapshot import Snapshot

_HELD = tuple(sorted(AFTER))


@dataclass(frozen=True, slots=True)
class TalkSeen:
    """What the mirror needs of a talk that was held, moved or cancelled."""

    rep_id: UUID
    state: TalkState
    minutes: int
    who_asked: WhoAsked | None


@cache
def _talks() -> Select[Any]:
    talk = coaching_session.c
    kind = talk.day.type
    return select(
        talk.rep_id, talk.state, talk.minutes, talk.started_at, talk.ended_at, talk.who_asked
    ).where(
        talk.state.in_((*_HELD, TalkState.MOVED, TalkState.CANCELLED)),
        talk.day > bindparam("after", type_=kind),
        talk.day <= bindparam("until", type_=kind),
    )


def talks(reads: Snapshot, *, after: date, until: date) -> list[TalkSeen]:
    """Talks with after < day ≤ until that are behind; minutes as they went, else as planned."""
    found = []
    for row in reads.rows(_talks(), after=after, until=until):
        rep, state, minutes, started, ended, who = tuple(row)
        if started is not None and ended is not None:
            minutes = _between(started, ended)
        asked = None if who is None else WhoAsked(who)
        found.append(TalkSeen(id_from(rep), TalkState(state), minutes, asked))
    return found


def _between(started: str, ended: str) -> int:
    taken = datetime.fromisoformat(ended) - datetime.fromisoformat(started)
    return round(taken.total_seconds() / 60)


@cache
def _last_talks() -> Select[Any]:
    talk = coaching_session.c
    return (
        select(talk.rep_id, func.max(talk.day))
        .where(talk.state.in_(_HELD), talk.day <= bindparam("until", type_=talk.day.type))
        .group_by(talk.rep_id)
    )


def last_talks(reads: Snapshot, until: date) -> dict[UUID, date]:
    """The day of the last talk held with each rep."""
    rows = reads.rows(_last_talks(), until=until)
    return {id_from(rep): date.fromisoformat(str(day)) for rep, day in map(tuple, rows)}


@cache
def _seen() -> Select[Any]:
    day = observation.c.day
    return (
        select(observation.c.rep_id)
        .where(
            observation.c.state == "saved",
            day >= bindparam("first", type_=day.type),
            day <= bindparam("until", type_=day.type),
        )
        .distinct()
    )


def seen_since(reads: Snapshot, first: date, until: date) -> set[UUID]:
    """Reps with an event that counts from that day on."""
    return {id_from(row.rep_id) for row in reads.rows(_seen(), first=first, until=until)}


@cache
def _plan_ratings() -> Select[Any]:
    """Ratings of the behaviour of a plan that ended, while the plan ran."""
    plan, seen = coaching_plan.c, observation.c
    after = bindparam("after", type_=plan.stopped_day.type)
    return (
        select(plan.id, seen.day, seen.account_id, rating.c.value)
        .join_from(coaching_plan, observation, seen.rep_id == plan.rep_id)
        .join(
            rating,
            (rating.c.observation_id == seen.id) & (rating.c.behaviour_key == plan.behaviour_key),
        )
        .where(
            seen.state == "saved",
            plan.stopped_day > after,
            seen.day > plan.start_day,
            seen.day <= plan.stopped_day,
        )
    )


def ended_plans(
    reads: Snapshot, *, after: date, until: date
) -> list[tuple[CoachingPlan, list[RatedDay]]]:
    """Plans stopped with after < day ≤ until, the newest first, with what was rated meanwhile."""
    ratings: dict[UUID, list[RatedDay]] = {}
    for row in reads.rows(_plan_ratings(), after=after):
        plan, day, account, value = tuple(row)
        rated = RatedDay(
            date.fromisoformat(day), value, None if account is None else id_from(account)
        )
        ratings.setdefault(id_from(plan), []).append(rated)
    found = [
        (plan.stopped_day, plan)
        for plan in reads.find(CoachingPlan)
        if plan.stopped_day is not None and after < plan.stopped_day <= until
    ]
    found.sort(key=lambda each: each[0], reverse=True)
    return [(plan, ratings.get(plan.id, [])) for _day, plan in found]


def reflections(reads: Snapshot) -> list[Reflection]:
    """Every answer, the newest month first."""
    return sorted(reads.find(Reflection), key=lambda each: each.month, reverse=True)
