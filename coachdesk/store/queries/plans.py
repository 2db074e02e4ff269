"""Coaching plans of a rep with the talks and ratings since they began; two reads, however many."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from coachdesk.domain import plan_rules
from coachdesk.domain.people import Settings
from coachdesk.domain.plan_rules import RatedDay
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.statistics import wilson
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.store.column_types import id_from
from coachdesk.store.schema import observation, rating
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.plans import PlanTalk, PlanView, TalkPlan

HeldOn = tuple[UUID, date]
"""A talk that was held: its id and its day."""


@cache
def _ratings() -> Select[Any]:
    day = observation.c.day
    return (
        select(day, observation.c.account_id, rating.c.behaviour_key, rating.c.value)
        .join_from(observation, rating, rating.c.observation_id == observation.c.id)
        .where(
            observation.c.state == "saved",
            observation.c.rep_id == bindparam("rep_id", type_=observation.c.rep_id.type),
            day > bindparam("after", type_=day.type),
            day <= bindparam("until", type_=day.type),
        )
    )


def ratings_of(
    reads: Snapshot, rep_id: UUID, *, after: date, until: date
) -> dict[BehaviourKey, list[RatedDay]]:
    """Counted ratings of a rep with after < day ≤ until, by behaviour."""
    found: dict[BehaviourKey, list[RatedDay]] = {}
    for row in reads.rows(_ratings(), rep_id=rep_id, after=after, until=until):
        account = None if row.account_id is None else id_from(row.account_id)
        rated = RatedDay(date.fromisoformat(row.day), row.value, account)
        found.setdefault(BehaviourKey(row.behaviour_key), []).append(rated)
    return found


def running_plans(reads: Snapshot, rep_ids: Collection[UUID]) -> dict[UUID, CoachingPlan]:
    """The plan of each rep who has one that goes on."""
    found = reads.find(CoachingPlan, rep_id=tuple(rep_ids), stop_reason=None)
    return {plan.rep_id: plan for plan in found}


def plan_views(
    reads: Snapshot,
    playbook: Playbook,
    settings: Settings,
    rep_id: UUID,
    held: Sequence[HeldOn],
) -> tuple[PlanView, ...]:
    """Every plan of a rep: the one that goes on, then those that ended, the newest first."""
    plans = reads.find(CoachingPlan, rep_id=rep_id)
    return _viewed(reads, playbook, settings, plans, held)


def talk_plan(
    reads: Snapshot,
    playbook: Playbook,
    settings: Settings,
    talk: CoachingSession,
    held: Sequence[HeldOn],
) -> TalkPlan | None:
    """The plan a talk belongs to, and which one-on-one of it the talk is."""
    plan = plan_rules.plan_of_talk(reads.find(CoachingPlan, rep_id=talk.rep_id), talk)
    if plan is None:
        return None
    (view,) = _viewed(reads, playbook, settings, [plan], held)
    before = [each for each in view.talks if each.session_id != talk.id and each.day <= talk.day]
    own = next((each.number for each in view.talks if each.session_id == talk.id), None)
    return TalkPlan(
        plan=view, number=own or len(before) + 1, tried=plan_rules.tried_in(plan, talk.id)
    )


def _viewed(
    reads: Snapshot,
    playbook: Playbook,
    settings: Settings,
    plans: Sequence[CoachingPlan],
    held: Sequence[HeldOn],
) -> tuple[PlanView, ...]:
    if not plans:
        return ()
    first = min(plan.start_day for plan in plans) - timedelta(days=1)
    ratings = ratings_of(reads, plans[0].rep_id, after=first, until=reads.as_of)
    views = [
        _view(playbook, settings, plan, ratings.get(plan.behaviour_key, []), held) for plan in plans
    ]
    return tuple(
        sorted(
            views,
            key=lambda v: (v.is_active, v.stopped_day or date.max, v.start_day),
            reverse=True,
        )
    )


def _view(
    playbook: Playbook,
    settings: Settings,
    plan: CoachingPlan,
    ratings: Sequence[RatedDay],
    held: Sequence[HeldOn],
) -> PlanView:
    guide = playbook.behaviours[plan.behaviour_key]
    since = plan_rules.since(plan, ratings)
    is_shown = since.n >= max(1, settings.min_events)
    bounds = wilson(x=since.x, n=since.n, certainty=settings.certainty) if is_shown else None
    return PlanView(
        id=plan.id,
        rep_id=plan.rep_id,
        behaviour=plan.behaviour_key,
        letter=guide.letter,
        title=guide.title,
        good_looks_like=plan.good_looks_like,
        start_day=plan.start_day,
        start_x=plan.start_x,
        start_n=plan.start_n,
        planned=plan.sessions_planned,
        talks=_talks(plan, held),
        x=since.x,
        n=since.n,
        least=settings.min_events,
        lo=bounds[0] if bounds else None,
        hi=bounds[1] if bounds else None,
        certainty=settings.certainty,
        suggests_reached=plan_rules.suggests_reached(since, settings),
        stop_reason=plan.stop_reason,
        stop_note=plan.stop_note,
        stopped_day=plan.stopped_day,
    )


def _talks(plan: CoachingPlan, held: Sequence[HeldOn]) -> tuple[PlanTalk, ...]:
    """Every talk held under the plan; an entry of one that is gone or cancelled stays unseen."""
    own = sorted(
        (each for each in held if plan_rules.covers(plan, plan.rep_id, each[1])),
        key=lambda each: each[1],
    )
    return tuple(
        PlanTalk(session_id=id, number=number, day=day, tried=plan_rules.tried_in(plan, id))
        for number, (id, day) in enumerate(own, 1)
    )
