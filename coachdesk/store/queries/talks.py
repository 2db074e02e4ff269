"""Talks and the briefs made for them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.people import Rep, Settings
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talk_rules import AFTER, BEFORE
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey, PromiseState, TalkState, Whose
from coachdesk.store.queries import evidence
from coachdesk.store.queries.people import workspace
from coachdesk.store.queries.promises import mine_first, promise_row
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.evidence import Event, LinkFigure, proposed_focus
from coachdesk.views.promises import PromiseRow
from coachdesk.views.talks import AgendaPart, LastWords, TalkBrief, TalkHead

EVENTS_SHOWN = 3


def in_time(talk: CoachingSession) -> tuple[date, str]:
    """Sort key: by day, then by start; a talk without a start comes first."""
    return (talk.day, "" if talk.start is None else talk.start.isoformat())


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


def next_talk(talks: Sequence[CoachingSession], as_of: date) -> CoachingSession | None:
    """The earliest talk of today not started, also when its hour has passed, else the next."""
    ahead = [talk for talk in talks if talk.state in BEFORE and talk.day >= as_of]
    return min(ahead, key=in_time, default=None)


def held_before(talks: Sequence[CoachingSession], talk: CoachingSession) -> list[CoachingSession]:
    """Held talks of the same rep before this one, the newest last."""
    return sorted(
        (
            other
            for other in talks
            if other.rep_id == talk.rep_id
            and other.id != talk.id
            and other.state in AFTER
            and in_time(other) <= in_time(talk)
        ),
        key=in_time,
    )


def last_words(held: Sequence[CoachingSession]) -> LastWords | None:
    """The rep's last words that were written, with their day."""
    for talk in reversed(held):
        if talk.rep_words.strip():
            return LastWords(text=talk.rep_words, day=talk.day)
    return None


def talk_brief(
    reads: Snapshot, playbook: Playbook, session_id: UUID, *, event_limit: int = EVENTS_SHOWN
) -> TalkBrief:
    """The brief of one talk, in a fixed number of reads; it holds no private text."""
    from coachdesk.store.snapshot import as_id

    talk = reads.get(CoachingSession, as_id(session_id))
    rep = reads.get(Rep, talk.rep_id)
    settings = workspace(reads).settings
    held = held_before(reads.find(CoachingSession, rep_id=rep.id), talk)
    previous = held[-1] if held else None
    figures = evidence.figures(reads, playbook, settings, [rep.id])[rep.id]
    focus = focus_of(talk, previous, figures)
    return TalkBrief(
        head=talk_head(talk, rep, previous.day if previous else None),
        last_words=last_words(held),
        last_summary=previous.summary if previous else "",
        promises=tuple(promises_between(reads, rep, previous.day if previous else None)),
        focus=next((figure for figure in figures if figure.behaviour is focus), None),
        focus_note=_focus_note(talk, focus, playbook),
        focus_events=tuple(_focus_events(reads, playbook, settings, rep.id, focus)[:event_limit]),
        figures=figures,
        agenda=tuple(agenda_parts(reads, talk)),
        is_first_talk=previous is None,
    )


def focus_of(
    talk: CoachingSession, previous: CoachingSession | None, figures: Sequence[LinkFigure]
) -> BehaviourKey | None:
    """The chosen behaviour, else the one a brief proposes."""
    if talk.focus_behaviour_key is not None:
        return talk.focus_behaviour_key
    last = previous.focus_behaviour_key if previous else None
    return proposed_focus(last if last in CHAIN else None, figures)


def _focus_note(talk: CoachingSession, focus: BehaviourKey | None, playbook: Playbook) -> str:
    if talk.expectation:
        return talk.expectation
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
    return [
        AgendaPart(
            id=item.id,
            text=item.text,
            minutes=item.minutes,
            is_reps=item.whose is Whose.REP,
            ticked=item.ticked,
            kind=item.kind.value,
        )
        for item in reads.find(AgendaItem, session_id=talk.id)
    ]


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
