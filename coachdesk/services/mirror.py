"""The manager's own mirror: what the own coaching looks like, and one answer a month about it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from coachdesk.domain import mirror_rules, plan_rules
from coachdesk.domain.calendar import Days, in_ranges
from coachdesk.domain.people import Rep
from coachdesk.domain.plan_rules import RatedDay
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.reflections import Reflection
from coachdesk.domain.talk_rules import AFTER
from coachdesk.domain.vocabulary import PlanStop, TalkState, WhoAsked
from coachdesk.services import insight_conduct
from coachdesk.services.desk import Desk
from coachdesk.services.drafts import NAMESPACE
from coachdesk.services.playbook import shipped_playbook
from coachdesk.store.queries import insights as insight_rows
from coachdesk.store.queries import mirror as rows
from coachdesk.store.queries import people
from coachdesk.store.queries.mirror import TalkSeen
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.mirror import Answer, EndedPlan, Mirror, MirrorRow
from coachdesk.views.mirror_questions import question_of

WINDOW_DAYS, PLAN_DAYS = 91, 365
ASKED = (WhoAsked.MANAGER, WhoAsked.REP, WhoAsked.OTHER, None)


def answer_reflection(work: UnitOfWork, month: date, answer: str) -> Reflection | None:
    """The answer to the question of this month, in place of the one before; "" takes it back."""
    mirror_rules.check_month(month, as_of=work.as_of)
    words = answer.strip()
    before = next(iter(work.find(Reflection, month=month)), None)
    mirror_rules.check_answer(words, before)
    if before is not None and not words:
        work.remove(before)
        return None
    if before is not None:
        return work.put(replace(before, answer=words))
    return work.put(
        Reflection(
            id=work.new_id(Reflection), month=month, question=question_of(month), answer=words
        )
    )


def unwritten_answer(month: date) -> UUID:
    """What an answer that is being typed is kept about."""
    return uuid5(NAMESPACE, f"reflection/{month.isoformat()}")


def mirror(desk: Desk) -> Mirror:
    """The mirror as of today."""
    return desk.ask(_mirror)


def _mirror(reads: Snapshot) -> Mirror:
    until = reads.as_of
    after = until - timedelta(days=WINDOW_DAYS)
    month = mirror_rules.month_of(until)
    space = people.workspace(reads)
    every = people.reps_in_order(reads)
    team = [rep for rep in every if rep.is_active(until)]
    ids = {rep.id for rep in team}
    promises = insight_conduct.promises(
        [p for p in insight_rows.promises(reads, after=after, until=until) if p.rep_id in ids],
        None,
        until,
        space.settings.certainty,
    )
    talks = rows.talks(reads, after=after, until=until)
    last, seen = rows.last_talks(reads, until), rows.seen_since(reads, month, until)
    names: dict[UUID, str] = {rep.id: rep.name for rep in every}
    answers = rows.reflections(reads)
    own = next((each for each in answers if each.month == month), None)
    return Mirror(
        until=until,
        window_days=WINDOW_DAYS,
        rows=tuple(
            _row(
                rep,
                [talk for talk in talks if talk.rep_id == rep.id],
                last.get(rep.id),
                space.away,
                until,
                has_evidence=rep.id in seen,
            )
            for rep in team
        ),
        promises=promises.mine,
        overdue=promises.mine_overdue,
        plans=tuple(
            _plan(plan, ratings, names[plan.rep_id])
            for plan, ratings in rows.ended_plans(
                reads, after=until - timedelta(days=PLAN_DAYS), until=until
            )
        ),
        month=month,
        question=question_of(month) if own is None else own.question,
        answer="" if own is None else own.answer,
        earlier=tuple(
            Answer(month=each.month, question=each.question, answer=each.answer)
            for each in answers
            if each.month < month
        ),
    )


def _row(
    rep: Rep,
    talks: Sequence[TalkSeen],
    last: date | None,
    away: Sequence[Days],
    until: date,
    *,
    has_evidence: bool,
) -> MirrorRow:
    held = [talk for talk in talks if talk.state in AFTER]
    days = mirror_rules.days_without(rep, last, until, away)
    return MirrorRow(
        id=rep.id,
        name=rep.name,
        first_name=rep.first_name,
        held=len(held),
        moved=_asked(talks, TalkState.MOVED),
        cancelled=_asked(talks, TalkState.CANCELLED),
        minutes=sum(talk.minutes for talk in held),
        days=days,
        rhythm_days=rep.session_rhythm_days,
        has_talks=last is not None,
        is_skipped=mirror_rules.is_skipped(rep, days),
        is_away=in_ranges(until, rep.away),
        has_evidence=has_evidence,
    )


def _asked(talks: Sequence[TalkSeen], state: TalkState) -> tuple[tuple[WhoAsked | None, int], ...]:
    counts = Counter(talk.who_asked for talk in talks if talk.state is state)
    return tuple((who, counts[who]) for who in ASKED if counts[who])


def _plan(plan: CoachingPlan, ratings: Sequence[RatedDay], name: str) -> EndedPlan:
    since = plan_rules.since(plan, ratings)
    return EndedPlan(
        id=plan.id,
        rep_id=plan.rep_id,
        name=name,
        title=shipped_playbook().behaviours[plan.behaviour_key].title,
        how=plan.stop_reason or PlanStop.DROPPED,
        day=plan.stopped_day or plan.start_day,
        start_x=plan.start_x,
        start_n=plan.start_n,
        x=since.x,
        n=since.n,
        note=plan.stop_note,
    )
