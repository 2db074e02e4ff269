"""Talks and the briefs made for them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from coachdesk.domain.people import Rep, Settings
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talk_rules import AFTER, BEFORE
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import (
    CHAIN,
    BehaviourKey,
    BuyIn,
    PromiseState,
    TalkState,
    Whose,
)
from coachdesk.store.column_types import id_from
from coachdesk.store.queries import evidence, labels, plans
from coachdesk.store.queries.batons import lines_under_way
from coachdesk.store.queries.people import workspace
from coachdesk.store.queries.promises import mine_first, promise_row
from coachdesk.store.schema import coaching_session
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.evidence import Event, LinkFigure, break_of, proposed_focus
from coachdesk.views.insight_words import break_words
from coachdesk.views.plans import TalkPlan
from coachdesk.views.promises import PromiseRow
from coachdesk.views.talks import AgendaPart, LastWords, TalkBrief, TalkHead

EVENTS_SHOWN = 3
MOST_CARRIED = 4


def in_time(talk: CoachingSession) -> tuple[date, str]:
    """Sort key: by day, then by start; a talk without a start comes first."""
    return (talk.day, "" if talk.start is None else f"{talk.start:%H:%M}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What later talks need to know of one that was held."""

    id: UUID
    rep_id: UUID
    when: tuple[date, str]
    focus: BehaviourKey | None
    summary: str
    rep_words: str
    buy_in: BuyIn | None

    @property
    def day(self) -> date:
        """The day it was held."""
        return self.when[0]


@cache
def _held() -> Select[Any]:
    table = coaching_session
    return (
        select(
            table.c.id,
            table.c.rep_id,
            table.c.day,
            table.c.start,
            table.c.focus_behaviour_key,
            table.c.summary,
            table.c.rep_words,
            table.c.buy_in,
        )
        .where(
            table.c.rep_id.in_(bindparam("rep_ids", expanding=True, type_=table.c.rep_id.type)),
            table.c.state.in_(sorted(AFTER)),
        )
        .order_by(table.c.day, table.c.start)
    )


def held_talks(reads: Snapshot, rep_ids: Collection[UUID]) -> dict[UUID, list[Held]]:
    """Held talks of these reps, the newest last; without their pages and JSON."""
    found: dict[UUID, list[Held]] = {rep_id: [] for rep_id in rep_ids}
    for row in reads.rows(_held(), rep_ids=list(rep_ids)):
        focus, buy_in = row.focus_behaviour_key, row.buy_in
        held = Held(
            id=id_from(row.id),
            rep_id=id_from(row.rep_id),
            when=(date.fromisoformat(row.day), row.start or ""),
            focus=None if focus is None else BehaviourKey(focus),
            summary=row.summary,
            rep_words=row.rep_words,
            buy_in=None if buy_in is None else BuyIn(buy_in),
        )
        found[held.rep_id].append(held)
    return found


def held_before(reads: Snapshot, talk: CoachingSession) -> list[Held]:
    """Held talks of the same rep before this one, the newest last."""
    return before(held_talks(reads, [talk.rep_id])[talk.rep_id], talk)


def before(held: Sequence[Held], talk: CoachingSession) -> list[Held]:
    """Those of a rep's held talks that came before this one."""
    return [other for other in held if other.id != talk.id and other.when <= in_time(talk)]


def near_talks(reads: Snapshot) -> list[CoachingSession]:
    """Talks ahead, running or not wrapped up, and every one of today: never the whole past."""
    going = (*BEFORE, TalkState.RUNNING, TalkState.HELD)
    found = {talk.id: talk for talk in reads.find(CoachingSession, state=going)}
    found |= {talk.id: talk for talk in reads.find(CoachingSession, day=reads.as_of)}
    return list(found.values())


def talk_head(talk: CoachingSession, rep: Rep, last_day: date | None) -> TalkHead:
    """The head line of a talk."""
    return TalkHead(
        session_id=talk.id,
        rep_id=rep.id,
        name=rep.name,
        first_name=rep.first_name,
        initials=rep.initials,
        day=talk.day,
        start=talk.start,
        minutes=talk.minutes,
        state=talk.state,
        last_day=last_day,
    )


def head_of(reads: Snapshot, session_id: UUID) -> TalkHead:
    """The head line of one talk, with the day of the talk before it."""
    talk = reads.get(CoachingSession, as_id(session_id))
    past = before(held_talks(reads, [talk.rep_id])[talk.rep_id], talk)
    return talk_head(talk, reads.get(Rep, talk.rep_id), past[-1].day if past else None)


def next_talk(talks: Sequence[CoachingSession], as_of: date) -> CoachingSession | None:
    """The earliest talk of today not started, also when its hour has passed, else the next."""
    ahead = [talk for talk in talks if talk.state in BEFORE and talk.day >= as_of]
    return min(ahead, key=in_time, default=None)


def last_words(held: Sequence[Held]) -> LastWords | None:
    """The rep's last words that were written, with their day."""
    for talk in reversed(held):
        if talk.rep_words.strip():
            return LastWords(text=talk.rep_words, day=talk.day)
    return None


def talk_brief(
    reads: Snapshot, playbook: Playbook, session_id: UUID, *, event_limit: int = EVENTS_SHOWN
) -> TalkBrief:
    """The brief of one talk, in a fixed number of reads; it holds no private text."""
    talk = reads.get(CoachingSession, as_id(session_id))
    rep = reads.get(Rep, talk.rep_id)
    settings = workspace(reads).settings
    every = held_talks(reads, [rep.id])[rep.id]
    held = before(every, talk)
    previous = held[-1] if held else None
    figures = evidence.figures(reads, playbook, settings, [rep.id])[rep.id]
    found = labels.words_of(reads, [rep.id])[rep.id]
    broken = break_of(figures, found)
    plan = plans.talk_plan(reads, playbook, settings, talk, [(h.id, h.day) for h in every])
    planned = None if plan is None else plan.plan.behaviour
    focus = focus_of(talk, previous, figures, found, planned)
    return TalkBrief(
        head=talk_head(talk, rep, previous.day if previous else None),
        last_words=last_words(held),
        last_summary=previous.summary if previous else "",
        promises=tuple(promises_between(reads, rep, previous.day if previous else None)),
        focus=next((figure for figure in figures if figure.behaviour is focus), None),
        focus_note=_focus_note(talk, focus, playbook, plan),
        break_words=_break_words(broken, focus, playbook),
        focus_events=tuple(_focus_events(reads, playbook, settings, rep.id, focus)[:event_limit]),
        figures=figures,
        agenda=tuple(agenda_parts(reads, talk)),
        is_first_talk=previous is None,
        plan=plan,
        batons=tuple(line for line in lines_under_way(reads, rep.id) if not line.is_over),
    )


def focus_of(
    talk: CoachingSession,
    previous: Held | None,
    figures: Sequence[LinkFigure],
    labels_of_rep: Mapping[BehaviourKey, str],
    planned: BehaviourKey | None = None,
) -> BehaviourKey | None:
    """The chosen behaviour, else the link of the coaching plan, else the one a brief proposes."""
    if talk.focus_behaviour_key is not None:
        return talk.focus_behaviour_key
    if planned in CHAIN:
        return planned
    last = previous.focus if previous else None
    broken = break_of(figures, labels_of_rep)
    return proposed_focus(last if last in CHAIN else None, figures, broken[0] if broken else None)


def _break_words(
    broken: tuple[BehaviourKey, float] | None, focus: BehaviourKey | None, playbook: Playbook
) -> str:
    """The break point in a sentence, where it is what the brief is about."""
    if broken is None or broken[0] is not focus:
        return ""
    return break_words(playbook.behaviours[broken[0]].title, broken[1], [])


def _focus_note(
    talk: CoachingSession, focus: BehaviourKey | None, playbook: Playbook, found: TalkPlan | None
) -> str:
    if talk.expectation:
        return talk.expectation
    if found is not None and found.plan.behaviour is focus:
        return found.plan.good_looks_like
    return "" if focus is None else playbook.behaviours[focus].definition


def _focus_events(
    reads: Snapshot,
    playbook: Playbook,
    settings: Settings,
    rep_id: UUID,
    focus: BehaviourKey | None,
) -> list[Event]:
    after = reads.as_of - timedelta(days=settings.level_window_days)
    found = evidence.events(reads, playbook, after=after, until=reads.as_of, rep_id=rep_id)
    return [event for event in found if event.behaviour is focus]


def promises_between(reads: Snapshot, rep: Rep, since: date | None) -> list[PromiseRow]:
    """Promises of both sides that are open, or were closed since the last talk; mine first."""
    found = reads.find(Commitment, rep_id=rep.id)
    return sorted(
        (
            promise_row(promise, rep)
            for promise in found
            if promise.state is PromiseState.OPEN
            or (
                promise.closed_day is not None and since is not None and promise.closed_day >= since
            )
        ),
        key=mine_first,
    )


def agenda_parts(reads: Snapshot, talk: CoachingSession) -> list[AgendaPart]:
    """The agenda in its order."""
    items = reads.find(AgendaItem, session_id=talk.id)
    carried = _times_carried(reads, items)
    return [
        AgendaPart(
            id=item.id,
            text=item.text,
            minutes=item.minutes,
            is_reps=item.whose is Whose.REP,
            ticked=item.ticked,
            kind=item.kind.value,
            carried=carried[item.id],
        )
        for item in items
    ]


def _times_carried(reads: Snapshot, items: Sequence[AgendaItem]) -> dict[UUID, int]:
    """How often each point was passed on; one more read for each talk further back, few in all."""
    times: dict[UUID, int] = {item.id: 0 for item in items}
    back: dict[UUID, UUID] = {i.id: i.carried_from_id for i in items if i.carried_from_id}
    for _step in range(MOST_CARRIED):
        if not back:
            break
        for id in back:
            times[id] += 1
        earlier: dict[UUID, AgendaItem] = {
            item.id: item for item in reads.find(AgendaItem, id=set(back.values()))
        }
        back = {
            id: was
            for id, origin in back.items()
            if (was := earlier[origin].carried_from_id) is not None
        }
    return times


def unfinished(
    talks: Sequence[CoachingSession], reps: Mapping[UUID, Rep], as_of: date
) -> list[TalkHead]:
    """Talks that were started, held or missed, and not wrapped up."""
    return [
        talk_head(talk, reps[talk.rep_id], None)
        for talk in sorted(talks, key=in_time)
        if talk.state in (TalkState.RUNNING, TalkState.HELD)
        or (talk.state in BEFORE and talk.day < as_of)
    ]


def running(reads: Snapshot) -> CoachingSession | None:
    """The talk that is running, if one is."""
    found = reads.find(CoachingSession, state=TalkState.RUNNING)
    return found[0] if found else None
