"""Fills Today in a fixed number of reads."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.evidence import Draft
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.partner_vocabulary import JointMeetingState
from coachdesk.domain.people import Rep, Settings
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    DraftSource,
    DraftState,
    HandOffState,
    PromiseState,
    TalkState,
    WorkspaceKind,
)
from coachdesk.store.queries import evidence, labels, ladders, people, plans, promises, talks
from coachdesk.store.queries.joint_meetings import meeting_rows
from coachdesk.store.queries.soft_power import coming_soon
from coachdesk.store.queries.talks import Held
from coachdesk.store.queries.visits import planned_visits
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.evidence import Event, LinkFigure
from coachdesk.views.promises import HandOffRow, PromiseRow
from coachdesk.views.today import Frame, InboxRow, LaterTalk, NavRep, Since, Today
from coachdesk.views.visits import VisitRow

CAPTURED_DAYS = 7
PROMISE_DAYS = 7
PROMISES_SHOWN = 6
HAND_OFFS_SHOWN = 3
COMING_DAYS = 14
_KEPT = (PromiseState.KEPT, PromiseState.KEPT_LATE)
_OPEN_HAND_OFFS = (HandOffState.SET, HandOffState.MISSED)


def today(reads: Snapshot, playbook: Playbook) -> Today:
    """The whole page as of the snapshot's moment."""
    space = people.workspace(reads)
    team = people.reps_in_order(reads)
    reps: dict[UUID, Rep] = {rep.id: rep for rep in team}
    every_talk = talks.near_talks(reads)
    next_one = talks.next_talk(every_talk, reads.as_of)
    open_now = promises.open_promises(reads, reps)
    hand_offs = _hand_offs(reads, reps, space.settings)
    of_today = [talk for talk in every_talk if talk.day == reads.as_of and _is_on(talk)]
    near = {talk.rep_id for talk in (*of_today, *([next_one] if next_one else []))}
    figures = evidence.figures(reads, playbook, space.settings, near)
    held, found = talks.held_talks(reads, near), labels.words_of(reads, near)
    return Today(
        now=reads.now,
        is_sample=space.kind is WorkspaceKind.SAMPLE,
        manager_name=space.manager_name,
        reps=tuple(nav_reps(team, every_talk, reads.as_of)),
        talks_today=len(of_today),
        my_promises_today=sum(p.is_mine and p.due_day == reads.as_of for p in open_now),
        next_talk=None if next_one is None else talks.talk_brief(reads, playbook, next_one.id),
        since=_since(reads, playbook, held, next_one, open_now, hand_offs),
        later=tuple(
            _later(of_today, next_one, reps, figures, held, found, plans.running_plans(reads, near))
        ),
        visits=tuple(_visits_now(reads)),
        unfinished=tuple(talks.unfinished(every_talk, reps, reads.as_of)),
        inbox=tuple(inbox(reads, reps, space.settings.comment_min_chars)),
        captured=tuple(_captured(reads, playbook)),
        promises=tuple(_due(open_now, reads.as_of)[:PROMISES_SHOWN]),
        own_asks=tuple(ladders.own_asks(reads)),
        hand_offs=tuple(_getting_old(hand_offs)),
        coming=coming_soon(reads, days=COMING_DAYS),
    )


def _visits_now(reads: Snapshot) -> list[VisitRow]:
    """Visits and joint meetings of today, and earlier ones of which nobody said what they were."""
    planned = [*planned_visits(reads), *meeting_rows(reads, state=JointMeetingState.PLANNED)]
    due = [row for row in planned if row.day <= reads.as_of]
    return sorted(due, key=lambda row: (row.day, f"{row.start or ''}"))


def frame(reads: Snapshot) -> Frame:
    """The team in the navigation, and whose store this is."""
    space = people.workspace(reads)
    team = people.reps_in_order(reads)
    return Frame(
        is_sample=space.kind is WorkspaceKind.SAMPLE,
        manager_name=space.manager_name,
        reps=tuple(nav_reps(team, talks.near_talks(reads), reads.as_of)),
    )


def nav_reps(
    team: Sequence[Rep], every_talk: Sequence[CoachingSession], as_of: date
) -> list[NavRep]:
    """Active reps with their next talks, in the manager's order."""
    found = []
    for rep in team:
        if not rep.is_active(as_of):
            continue
        ahead = talks.next_talk([t for t in every_talk if t.rep_id == rep.id], as_of)
        found.append(
            NavRep(
                id=rep.id,
                name=rep.name,
                initials=rep.initials,
                next_day=ahead.day if ahead else None,
                next_start=f"{ahead.start:%H:%M}" if ahead and ahead.start else "",
                next_session_id=ahead.id if ahead else None,
            )
        )
    return found


def _is_on(talk: CoachingSession) -> bool:
    return talk.state not in (TalkState.MOVED, TalkState.CANCELLED)


def _hand_offs(reads: Snapshot, reps: Mapping[UUID, Rep], settings: Settings) -> list[HandOffRow]:
    return promises.hand_off_rows(
        reads.find(HandOff, state=_OPEN_HAND_OFFS),
        reps=reps,
        accounts=people.account_names(reads),
        teams=people.team_names(reads),
        people=people.person_names(reads),
        settings=settings,
        as_of=reads.as_of,
    )


def _getting_old(rows: Sequence[HandOffRow]) -> list[HandOffRow]:
    """Rows not on track, oldest due first, filled to three by the next due."""
    waiting = [row for row in rows if row.state is HandOffState.SET]
    late = [row for row in waiting if row.ageing != "on_track"]
    rest = [row for row in waiting if row.ageing == "on_track"]
    return late + rest[: max(0, HAND_OFFS_SHOWN - len(late))]


def _due(rows: Sequence[PromiseRow], as_of: date) -> list[PromiseRow]:
    last = as_of + timedelta(days=PROMISE_DAYS)
    return [row for row in rows if row.due_day <= last]


def _captured(reads: Snapshot, playbook: Playbook) -> list[Event]:
    after = reads.as_of - timedelta(days=CAPTURED_DAYS)
    return evidence.events(reads, playbook, after=after, until=reads.as_of)


def _later(
    of_today: Sequence[CoachingSession],
    next_one: CoachingSession | None,
    reps: Mapping[UUID, Rep],
    figures: Mapping[UUID, Sequence[LinkFigure]],
    held: Mapping[UUID, Sequence[Held]],
    found_labels: Mapping[UUID, Mapping[BehaviourKey, str]],
    running: Mapping[UUID, CoachingPlan],
) -> list[LaterTalk]:
    found = []
    for talk in sorted(of_today, key=talks.in_time):
        if talk.state not in (TalkState.PLANNED, TalkState.PREPARED) or talk is next_one:
            continue
        past = talks.before(held[talk.rep_id], talk)
        last, own = past[-1] if past else None, figures[talk.rep_id]
        plan = running.get(talk.rep_id)
        planned = None if plan is None else plan.behaviour_key
        focus = talks.focus_of(talk, last, own, found_labels[talk.rep_id], planned)
        figure = next((f for f in figures[talk.rep_id] if f.behaviour is focus), None)
        last_day = past[-1].day if past else None
        found.append(
            LaterTalk(head=talks.talk_head(talk, reps[talk.rep_id], last_day), focus=figure)
        )
    return found


def inbox(reads: Snapshot, reps: Mapping[UUID, Rep], least: int) -> list[InboxRow]:
    """What waits to be completed, newest first; private words stay covered."""
    found = reads.find(Draft, state=DraftState.WAITING)
    rows = [
        InboxRow(
            id=draft.id,
            day=draft.day,
            text="" if draft.private else (draft.comment or draft.raw),
            rep_name="" if draft.rep_id is None else reps[draft.rep_id].first_name,
            missing=missing_parts(draft, least),
            behaviour=None if draft.private else draft.behaviour_key,
            value=None if draft.private else draft.value,
            is_private=draft.private,
        )
        for draft in found
        if draft.source is not DraftSource.UNSAVED
    ]
    return sorted(rows, key=lambda row: row.day, reverse=True)


def missing_parts(draft: Draft, least: int) -> tuple[str, ...]:
    """Names of the parts a draft still lacks to become an observation."""
    parts = []
    if draft.rep_id is None:
        parts.append("rep")
    if draft.private:
        return tuple(parts)
    if draft.behaviour_key is None:
        parts.append("behaviour")
    if draft.value is None:
        parts.append("rating")
    if len(draft.comment.strip()) < least:
        parts.append("comment")
    return tuple(parts)


def _since(
    reads: Snapshot,
    playbook: Playbook,
    held: Mapping[UUID, Sequence[Held]],
    next_one: CoachingSession | None,
    open_now: Sequence[PromiseRow],
    hand_offs: Sequence[HandOffRow],
) -> Since | None:
    """What changed with the next rep since the last talk; None before the first."""
    if next_one is None:
        return None
    past = talks.before(held[next_one.rep_id], next_one)
    if not past:
        return None
    since = past[-1].day
    rated = evidence.events(reads, playbook, after=since, until=reads.as_of, rep_id=next_one.rep_id)
    mine = [row for row in open_now if row.rep_id == next_one.rep_id]
    closed = reads.find(Commitment, rep_id=next_one.rep_id, state=_KEPT)
    due = [
        row
        for row in hand_offs
        if row.rep_id == next_one.rep_id and row.state is HandOffState.SET and row.due_day
    ]
    return Since(
        day=since,
        observations=len({event.observation_id for event in rated}),
        rated=len(rated),
        rated_well=sum(event.value >= evidence.WELL for event in rated),
        promises_kept=sum(p.closed_day is not None and p.closed_day > since for p in closed),
        promises_overdue=sum(row.due_day < reads.as_of for row in mine),
        next_due_account=due[0].account if due else "",
        next_due_day=due[0].due_day if due else None,
    )
