"""Builds the printed summary of one talk as of one day; nothing private is read here at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from gettext import gettext as _
from gettext import ngettext
from typing import Any
from uuid import UUID

from coachdesk.domain.ask_rules import UNCOUNTED, in_order
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.evidence import GainStatement, Observation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talk_rules import CLOSED
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import (
    CHAIN,
    QUALITIES,
    AskState,
    BehaviourKey,
    HandOffState,
    MandateState,
    NoteMark,
    OwnerSide,
    PromiseState,
    ShareState,
    Side,
    TalkState,
)
from coachdesk.services.printed_words import (
    ageing_words,
    ask_words,
    gain_words,
    mandate_words,
    promise_words,
    side_words,
)
from coachdesk.store.queries import evidence, people
from coachdesk.store.queries.talks import Held, held_before, in_time
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.briefs import (
    SECTION_FIELDS,
    ChainLine,
    EvidenceLine,
    GainLine,
    HandOffLine,
    MissLine,
    PromiseLine,
    RequestLine,
    ShareLine,
    SummaryBrief,
    TalkedAbout,
)
from coachdesk.views.dates import clock, long_day, print_day
from coachdesk.views.evidence import Event

WELL_SHOWN = 2
LOW = 3


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """The brief of a summary, and the ids of every record that it shows."""

    brief: SummaryBrief
    records: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class _Talk:
    """One talk with what its page is seen from: the day it is drawn for and the talk before."""

    reads: Snapshot
    playbook: Playbook
    space: Workspace
    rep: Rep
    talk: CoachingSession
    previous: Held | None
    following: CoachingSession | None
    day: date
    left_out: frozenset[object]
    accounts: Mapping[UUID, str]
    hand_offs: tuple[HandOff, ...]
    events: tuple[Event, ...]
    observations: tuple[Observation, ...]

    @property
    def since(self) -> date:
        return self.previous.day if self.previous else date.min

    def is_new(self, day: date | None) -> bool:
        """Whether a day lies after the talk before and not after this page's."""
        return day is not None and self.since < day <= self.day


def summary_page(reads: Snapshot, playbook: Playbook, session_id: UUID) -> SummaryPage:
    """The summary of one talk; before wrap-up it is a draft as of today."""
    page = _seen_from(reads, playbook, reads.get(CoachingSession, as_id(session_id)))
    records: list[UUID] = [page.talk.id]
    brief = _head(page)
    sections: dict[str, Any] = {
        "talked": _talked(page),
        **_promise_sections(page, records),
        **_evidence_sections(page, records),
        "behaviours": _chain(page),
        "qualities": _qualities(page),
        "hand_offs": _hand_offs(page, records),
        "misses": _misses(page),
        "requests": _requests(page, records),
        "shares": _shares(page, records),
        "gains": _gains(page, records),
        "rep_words": page.talk.rep_words,
        "next_time": True,
    }
    for number, name in SECTION_FIELDS.items():
        if number in page.left_out:
            sections[name] = False if name == "next_time" else None
    return SummaryPage(replace(brief, **sections), tuple(records))


def _seen_from(reads: Snapshot, playbook: Playbook, talk: CoachingSession) -> _Talk:
    rep = reads.get(Rep, talk.rep_id)
    own = reads.find(CoachingSession, rep_id=rep.id)
    held = held_before(reads, talk)
    ahead = [
        other
        for other in own
        if in_time(other) > in_time(talk) and other.state not in CLOSED and other.id != talk.id
    ]
    wrapped = talk.state is TalkState.WRAPPED_UP and talk.wrapped_up_on is not None
    day = talk.wrapped_up_on if wrapped and talk.wrapped_up_on else max(talk.day, reads.as_of)
    since = held[-1].day if held else date.min
    # What was seen after the talk belongs to the next page, also when this one is written later.
    recent = evidence.events(reads, playbook, after=since, until=talk.day, rep_id=rep.id)
    observed = {event.observation_id for event in recent}
    return _Talk(
        reads=reads,
        playbook=playbook,
        space=people.workspace(reads),
        rep=rep,
        talk=talk,
        previous=held[-1] if held else None,
        following=min(ahead, key=in_time, default=None),
        day=day,
        left_out=frozenset(talk.left_out),
        accounts=people.account_names(reads),
        hand_offs=tuple(reads.find(HandOff, rep_id=rep.id)),
        events=tuple(recent),
        observations=tuple(reads.find(Observation, id=observed)),
    )


def _head(page: _Talk) -> SummaryBrief:
    talk = page.talk
    begin = talk.start
    end = None
    if begin is not None:
        end = (datetime.combine(talk.day, begin) + timedelta(minutes=talk.minutes)).time()
    following = page.following
    return SummaryBrief(
        language=page.space.locale,
        company=page.space.company_name,
        rep=page.rep.name,
        manager=page.space.manager_name,
        day=long_day(talk.day),
        start=clock(begin) if begin else "",
        end=clock(end) if end else "",
        next_day=long_day(following.day) if following else "",
        next_start=clock(following.start) if following and following.start else "",
        draft=talk.state is not TalkState.WRAPPED_UP,
        version=_version(talk),
        code=f"S-{talk.day:%m%d}-{page.rep.initials}",
        since=print_day(page.previous.day) if page.previous else "",
    )


def _version(talk: CoachingSession) -> int:
    stored = (talk.summary_brief or {}).get("version", 1)
    return stored if isinstance(stored, int) else 1


def _talked(page: _Talk) -> TalkedAbout:
    talk = page.talk
    summary = talk.summary.strip() or " ".join(_printed_lines(page))
    key = talk.focus_behaviour_key
    if key is None:
        return TalkedAbout(summary=summary, expectation=talk.expectation)
    guide = page.playbook.behaviours[key]
    return TalkedAbout(
        summary=summary,
        focus_letter=guide.letter,
        focus_title=guide.title,
        expectation=talk.expectation,
    )


def _printed_lines(page: _Talk) -> list[str]:
    notes = page.reads.find(SessionNote, session_id=page.talk.id, mark=NoteMark.NONE)
    return [note.text for note in notes if note.print and note.id not in page.left_out]


def _promise_sections(page: _Talk, records: list[UUID]) -> dict[str, Any]:
    found = page.reads.find(Commitment, rep_id=page.rep.id)
    seen = [promise for promise in found if _is_on_page(page, promise)]
    seen.sort(key=lambda promise: (_closed_by(promise, page.day), promise.due_day, promise.text))
    records.extend(promise.id for promise in seen)
    return {
        name: tuple(_promise_line(page, p) for p in seen if p.owner_side is side)
        for name, side in (
            ("my_promises", OwnerSide.MANAGER),
            ("rep_promises", OwnerSide.REP),
        )
    }


def _is_on_page(page: _Talk, promise: Commitment) -> bool:
    if promise.agreed_day > page.day or promise.id in page.left_out:
        return False
    if not _closed_by(promise, page.day):
        return True
    return page.is_new(promise.closed_day)


def _closed_by(promise: Commitment, day: date) -> bool:
    return promise.closed_day is not None and promise.closed_day <= day


def _promise_line(page: _Talk, promise: Commitment) -> PromiseLine:
    closed = _closed_by(promise, page.day)
    state = promise.state if closed else PromiseState.OPEN
    return PromiseLine(
        text=promise.text,
        due=print_day(promise.due_day),
        state_word=promise_words(state, promise, page.day),
        closed=closed,
    )


def _evidence_sections(page: _Talk, records: list[UUID]) -> dict[str, Any]:
    """An observation prints once: in what went well, or in what to work on."""
    by_observation: dict[UUID, list[Event]] = {}
    for event in page.events:
        if event.observation_id not in page.left_out:
            by_observation.setdefault(event.observation_id, []).append(event)
    best = [_best(events) for events in by_observation.values()]
    went_well = [event for event in best if event is not None]
    printed = {event.observation_id for event in went_well[:WELL_SHOWN]}
    rest = [events for id, events in by_observation.items() if id not in printed]
    work_on = _to_work_on(rest, page.talk.focus_behaviour_key)
    low = {event.observation_id for event in work_on}
    went_well = [event for event in went_well if event.observation_id not in low]
    records.extend(event.observation_id for event in (*went_well, *work_on))
    return {
        "went_well": tuple(_evidence_line(event) for event in went_well),
        "work_on": tuple(_evidence_line(event) for event in work_on),
    }


def _best(events: Sequence[Event]) -> Event | None:
    good = [event for event in events if event.value >= evidence.WELL]
    return max(good, key=lambda event: event.value, default=None)


def _to_work_on(rest: Sequence[Sequence[Event]], focus: BehaviourKey | None) -> list[Event]:
    on_focus = [
        event
        for events in rest
        for event in events
        if event.behaviour is focus and event.value <= LOW
    ]
    if on_focus:
        return on_focus
    lowest = [min(events, key=lambda event: event.value) for events in rest]
    return [event for event in lowest if event.value <= LOW]


def _evidence_line(event: Event) -> EvidenceLine:
    return EvidenceLine(
        day=print_day(event.day),
        account=event.account,
        letter=event.letter,
        behaviour=event.behaviour_title,
        words=event.words,
        value=event.value,
    )


def _chain(page: _Talk) -> tuple[ChainLine, ...]:
    lines = _behaviour_lines(page, CHAIN)
    return lines if any(line.n for line in lines) else ()


def _qualities(page: _Talk) -> tuple[ChainLine, ...]:
    return tuple(line for line in _behaviour_lines(page, QUALITIES) if line.n)


def _behaviour_lines(page: _Talk, keys: Iterable[BehaviourKey]) -> tuple[ChainLine, ...]:
    settings = page.space.settings
    events = evidence.events(
        page.reads,
        page.playbook,
        after=page.day - timedelta(days=settings.level_window_days),
        until=page.day,
        rep_id=page.rep.id,
    )
    lines = []
    for key in keys:
        own = [event for event in events if event.behaviour is key]
        guide = page.playbook.behaviours[key]
        lines.append(
            ChainLine(
                letter=guide.letter,
                title=guide.title,
                x=sum(event.value >= evidence.WELL for event in own),
                n=len(own),
                missing=_missing_words(page, own),
                focus=key is page.talk.focus_behaviour_key,
            )
        )
    return tuple(lines)


def _missing_words(page: _Talk, own: Sequence[Event]) -> str:
    settings = page.space.settings
    accounts = len({event.account for event in own if event.account})
    weeks = len({event.day.isocalendar()[:2] for event in own})
    parts = []
    events_needed = settings.min_events - len(own)
    if events_needed > 0:
        parts.append(
            ngettext("{k} more observation", "{k} more observations", events_needed).format(
                k=events_needed
            )
        )
    accounts_needed = settings.min_accounts - accounts
    if accounts_needed > 0:
        parts.append(
            ngettext("{k} more account", "{k} more accounts", accounts_needed).format(
                k=accounts_needed
            )
        )
    weeks_needed = settings.min_weeks - weeks
    if weeks_needed > 0:
        parts.append(
            ngettext("{k} more week", "{k} more weeks", weeks_needed).format(k=weeks_needed)
        )
    return _("needs {parts}").format(parts=", ".join(parts)) if parts else ""


def _hand_offs(page: _Talk, records: list[UUID]) -> tuple[HandOffLine, ...]:
    found = [
        item
        for item in page.hand_offs
        if item.id not in page.left_out and _is_waiting(item, page.day)
    ]
    found.sort(key=lambda item: item.due_day or date.max)
    records.extend(item.id for item in found)
    teams = people.team_names(page.reads)
    return tuple(
        HandOffLine(
            account=page.accounts[item.account_id],
            team=teams[item.team_id],
            expectation=item.expectation,
            due=print_day(item.due_day) if item.due_day else "",
            ageing=ageing_words(item, page.day, page.space.settings),
        )
        for item in found
    )


def _is_waiting(item: HandOff, day: date) -> bool:
    """Set or missed on that day: set by then, and neither met nor closed yet."""
    if item.set_day is None or item.set_day > day or item.state is HandOffState.DRAFT:
        return False
    return not any(end is not None and end <= day for end in (item.met_day, item.closed_day))


def _misses(page: _Talk) -> tuple[MissLine, ...]:
    lines = []
    for item in page.hand_offs:
        if item.cause_code is None or item.id in page.left_out or not page.is_new(item.due_day):
            continue
        if item.due_day == page.day:
            continue
        lines.append(
            _miss_line(page, page.accounts[item.account_id], item.cause_code, item.cause_note)
        )
    for seen in page.observations:
        if seen.cause_code is None or seen.id in page.left_out:
            continue
        account = "" if seen.account_id is None else page.accounts[seen.account_id]
        lines.append(_miss_line(page, account, seen.cause_code, seen.cause_note))
    return tuple(lines)


def _miss_line(page: _Talk, account: str, cause: Any, note: str) -> MissLine:
    guide = page.playbook.causes[cause]
    words = f"{guide.title}: {note}" if note else guide.title
    return MissLine(account=account, cause=words, action=guide.ask_next)


def _requests(page: _Talk, records: list[UUID]) -> tuple[RequestLine, ...]:
    lines: list[tuple[date, RequestLine]] = []
    for thread in page.reads.find(AskThread, rep_id=page.rep.id):
        whole = in_order(
            page.reads.find(Ask, thread_id=thread.id), page.reads.find(Mandate, thread_id=thread.id)
        )
        counted = [ask for ask in whole.asks if ask.state not in UNCOUNTED]
        for number, ask in enumerate(counted, 1):
            if _is_told(page, ask):
                records.append(ask.id)
                lines.append((ask.day, _request_line(page, ask, number)))
        for mandate in whole.mandates:
            if _is_told(page, mandate):
                records.append(mandate.id)
                lines.append((mandate.day, _requirement_line(page, mandate)))
    lines.sort(key=lambda pair: pair[0])
    return tuple(line for _day, line in lines)


def _is_told(page: _Talk, step: Ask | Mandate) -> bool:
    """Open on the page's day, or closed since the talk before."""
    if step.day > page.day or step.id in page.left_out:
        return False
    if step.closed_day is None or step.closed_day > page.day:
        return True
    return page.is_new(step.closed_day)


def _request_line(page: _Talk, ask: Ask, number: int) -> RequestLine:
    closed = ask.closed_day is not None and ask.closed_day <= page.day
    return RequestLine(
        label=_("Request {n}").format(n=number),
        text=ask.text,
        how=ask.how,
        by_when=print_day(ask.due_day) if ask.due_day else "",
        help=_("none needed") if ask.help_none else ask.help,
        state_word=ask_words(ask.state if closed else AskState.OPEN),
    )


def _requirement_line(page: _Talk, mandate: Mandate) -> RequestLine:
    closed = mandate.closed_day is not None and mandate.closed_day <= page.day
    return RequestLine(
        label=_("Requirement"),
        text=mandate.what,
        checked_how=mandate.how,
        by_when=print_day(mandate.due_day),
        skip_reason=mandate.skip_reason if mandate.ladder_skipped else "",
        state_word=mandate_words(mandate.state if closed else MandateState.OPEN),
    )


def _shares(page: _Talk, records: list[UUID]) -> tuple[ShareLine, ...]:
    found = [
        share
        for share in page.reads.find(Share, rep_id=page.rep.id, state=ShareState.GIVEN, print=True)
        if page.is_new(share.day) and share.id not in page.left_out
    ]
    records.extend(share.id for share in found)
    return tuple(
        ShareLine(kind=page.playbook.shares[share.kind].title, text=share.text) for share in found
    )


def _gains(page: _Talk, records: list[UUID]) -> tuple[GainLine, ...]:
    lines = []
    for parent, day, account_id in _gain_parents(page):
        account = page.accounts.get(account_id, "") if account_id else ""
        if not page.is_new(day) or parent.id in page.left_out:
            continue
        field = "hand_off_id" if isinstance(parent, HandOff) else "observation_id"
        found = {g.side: g for g in page.reads.find(GainStatement, **{field: parent.id})}
        for side in Side:
            gain = found.get(side)
            if gain is None or gain.id in page.left_out:
                continue
            records.append(gain.id)
            lines.append(
                GainLine(
                    account=account,
                    side=side_words(side),
                    outcome=gain_words(gain.outcome),
                    words=gain.words,
                )
            )
    return tuple(lines)


def _gain_parents(
    page: _Talk,
) -> Iterable[tuple[HandOff | Observation, date | None, UUID | None]]:
    for item in page.hand_offs:
        yield item, item.met_day or item.closed_day, item.account_id
    for seen in page.observations:
        yield seen, seen.day, seen.account_id
