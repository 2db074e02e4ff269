"""Coaching plans: begun with the value of that day, reworded, filled talk by talk, stopped."""

from datetime import timedelta
from uuid import UUID

from coachdesk.domain import plan_rules
from coachdesk.domain.entity import Id
from coachdesk.domain.people import Rep
from coachdesk.domain.people_rules import check_on_team
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, PlanStop
from coachdesk.store.queries.people import workspace
from coachdesk.store.queries.plans import ratings_of
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


def start_plan(
    work: UnitOfWork,
    rep_id: Id[Rep],
    behaviour: BehaviourKey,
    good_looks_like: str,
    planned: int = plan_rules.LEAST_PLANNED,
) -> CoachingPlan:
    """A plan from today on; its start value is counted now and never again."""
    check_on_team(work.get(Rep, rep_id), work.as_of)
    plan_rules.check_start(work.find(CoachingPlan, rep_id=rep_id))
    x, n = start_value(work, rep_id, behaviour)
    return work.put(
        CoachingPlan(
            id=work.new_id(CoachingPlan),
            rep_id=rep_id,
            behaviour_key=behaviour,
            good_looks_like=good_looks_like.strip(),
            start_day=work.as_of,
            start_x=x,
            start_n=n,
            sessions_planned=planned,
        )
    )


def start_value(reads: Snapshot, rep_id: UUID, behaviour: BehaviourKey) -> tuple[int, int]:
    """Where a plan that began today would begin: x of n in the level window."""
    window = workspace(reads).settings.level_window_days
    after = reads.as_of - timedelta(days=window)
    found = ratings_of(reads, rep_id, after=after, until=reads.as_of).get(behaviour, ())
    return plan_rules.start_value(found, reads.as_of, window)


def reword_plan(
    work: UnitOfWork, id: Id[CoachingPlan], good_looks_like: str, planned: int
) -> CoachingPlan:
    """Other words for what good looks like, or another number of one-on-ones."""
    return work.put(plan_rules.reworded(work.get(CoachingPlan, id), good_looks_like, planned))


def note_tried(
    work: UnitOfWork, id: Id[CoachingPlan], session_id: Id[CoachingSession], tried: str
) -> CoachingPlan:
    """What was tried in one talk of the plan; empty words take it out."""
    talk = work.get(CoachingSession, session_id)
    return work.put(plan_rules.with_tried(work.get(CoachingPlan, id), talk, tried))


def stop_plan(
    work: UnitOfWork, id: Id[CoachingPlan], reason: PlanStop | None, note: str = ""
) -> CoachingPlan:
    """The end of a plan today: reached, changed or dropped."""
    plan = work.get(CoachingPlan, id)
    return work.put(plan_rules.stopped(plan, reason, note, as_of=work.as_of))
