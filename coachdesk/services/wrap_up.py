"""Wrapping up: what prints, what comes next, and the talk is closed."""

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from coachdesk.domain import talk_rules
from coachdesk.domain.entity import Id
from coachdesk.domain.people import Rep
from coachdesk.domain.plan_rules import plan_of_talk, tried_in, with_tried
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.domain.vocabulary import AgendaKind, BuyIn, NoteMark, TalkState, Whose
from coachdesk.services.agendas import MOST_POINTS, add_own_point, add_reps_point, reps_point_title
from coachdesk.services.documents import store_summary
from coachdesk.services.talk_notes import print_line
from coachdesk.services.talks import plan_talk, planned_after
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUp:
    """What the five minutes after a talk decide; without `next_day` no talk follows.

    `tried` is for the coaching plan the talk belongs to; None leaves it as it is.
    """

    summary: str
    left_out: tuple[int | UUID, ...]
    buy_in: BuyIn | None
    next_day: date | None
    next_start: time | None
    tried: str | None = None


def keep_wrap_up(work: UnitOfWork, id: Id[CoachingSession], choices: WrapUp) -> CoachingSession:
    """Write what was chosen so far; the preview is drawn from it."""
    talk = work.get(CoachingSession, id)
    talk_rules.refuse_received(talk)
    _tick_shares(work, id, choices.left_out)
    _note_tried(work, talk, choices.tried)
    return work.put(
        replace(
            talk,
            summary=choices.summary.strip(),
            left_out=choices.left_out,
            buy_in=choices.buy_in,
        )
    )


def _note_tried(work: UnitOfWork, talk: CoachingSession, tried: str | None) -> None:
    """What was tried goes to the plan; a plan that was stopped meanwhile stays as it is."""
    if tried is None:
        return
    plan = plan_of_talk(work.find(CoachingPlan, rep_id=talk.rep_id), talk)
    if plan is not None and tried_in(plan, talk.id) != tried.strip():
        work.put(with_tried(plan, talk, tried))


def _tick_shares(
    work: UnitOfWork, id: Id[CoachingSession], left_out: tuple[int | UUID, ...]
) -> None:
    """A share prints only if it is ticked: the choice stands in the share itself."""
    for note in work.find(SessionNote, session_id=id, mark=NoteMark.SHARE):
        is_ticked = note.created_id not in left_out
        if note.print != is_ticked:
            print_line(work, note.id, print=is_ticked)


def amend_wrap_up(work: UnitOfWork, id: Id[CoachingSession], choices: WrapUp) -> CoachingSession:
    """Change what a wrapped-up talk prints; a page that was printed gets a new version."""
    keep_wrap_up(work, id, choices)
    return store_summary(work, id)


def wrap_up_talk(work: UnitOfWork, id: Id[CoachingSession], choices: WrapUp) -> CoachingSession:
    """Close the talk: the next one is made, what was not talked about is carried to it."""
    talk = keep_wrap_up(work, id, choices)
    if talk.state is TalkState.RUNNING:
        talk = talk_rules.ended(talk, work.now)
    lines = [
        note.text
        for note in work.find(SessionNote, session_id=id)
        if note.mark is not NoteMark.PRIVATE
    ]
    closed = work.put(talk_rules.wrapped_up(talk, lines, as_of=work.as_of))
    following = planned_after(work, closed)
    if following is None and choices.next_day is not None:
        following = plan_talk(
            work,
            closed.rep_id,
            choices.next_day,
            start=choices.next_start,
            minutes=closed.minutes,
        )
    if following is not None:
        _carry(work, closed, following)
    return store_summary(work, closed.id)


def _carry(work: UnitOfWork, talk: CoachingSession, following: CoachingSession) -> None:
    """Offer the points of either side that were not talked about to the next talk."""
    there = work.find(AgendaItem, session_id=following.id)
    carried = {item.carried_from_id for item in there}
    usual = reps_point_title(work.get(Rep, talk.rep_id))
    room = MOST_POINTS - len(there)
    for item in work.find(AgendaItem, session_id=talk.id):
        if room == 0:
            return
        is_reps = item.whose is Whose.REP and item.kind is AgendaKind.REP
        is_own = item.whose is Whose.MANAGER and item.kind is AgendaKind.OTHER
        is_open = not item.ticked and item.id not in carried and item.text != usual
        if is_open and (is_reps or is_own):
            add = add_reps_point if is_reps else add_own_point
            added = add(work, following.id, item.text)
            work.put(replace(added, carried_from_id=item.id, minutes=item.minutes))
            room -= 1
