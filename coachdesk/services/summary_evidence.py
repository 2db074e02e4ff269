"""What was seen, on the printed page: what went well, what to work on, how often, and gains."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coachdesk.domain.evidence import GainStatement, Observation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Settings
from coachdesk.domain.vocabulary import (
    CHAIN,
    QUALITIES,
    BehaviourKey,
    Label,
    Side,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services import insight_levels
from coachdesk.services.printed_words import (
    gain_words,
    side_words,
)
from coachdesk.services.summary_context import TalkPage
from coachdesk.store.queries import evidence, insights, labels
from coachdesk.views.briefs import (
    ChainLine,
    EvidenceLine,
    GainLine,
    MissLine,
)
from coachdesk.views.dates import print_day
from coachdesk.views.evidence import Event
from coachdesk.views.label_words import printed_label

WELL_SHOWN = 2
LOW = 3


def evidence_sections(page: TalkPage, records: list[UUID]) -> dict[str, Any]:
    """An observation prints once: in what went well, or in what to work on."""
    by_observation: dict[UUID, list[Event]] = {}
    for event in page.events:
        if event.observation_id not in page.left_out:
            by_observation.setdefault(event.observation_id, []).append(event)
    best = [_best(events) for events in by_observation.values()]
    went_well = [event for event in best if event is not None]
    # A list that is too long prints its first entries and how many more there are.
    shown = WELL_SHOWN if len(went_well) <= WELL_SHOWN else WELL_SHOWN - 1
    printed = {event.observation_id for event in went_well[:shown]}
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
        self_value=event.self_value,
    )


def chain(page: TalkPage) -> tuple[ChainLine, ...]:
    """The five links, or nothing while nothing was observed."""
    lines = _behaviour_lines(page, CHAIN)
    return lines if any(line.n for line in lines) else ()


def qualities(page: TalkPage) -> tuple[ChainLine, ...]:
    """The qualities that were observed at all."""
    return tuple(line for line in _behaviour_lines(page, QUALITIES) if line.n)


def _behaviour_lines(page: TalkPage, keys: Iterable[BehaviourKey]) -> tuple[ChainLine, ...]:
    settings = page.space.settings
    events = evidence.events(
        page.reads,
        page.playbook,
        after=page.day - timedelta(days=settings.level_window_days),
        until=page.day,
        rep_id=page.rep.id,
    )
    found = _labels(page)
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
                missing=missing_words(settings, own),
                label=found.get(key, ""),
                is_found=found.get(key, "") not in ("", printed_label(Label.NOT_ENOUGH, "")),
                focus=key is page.talk.focus_behaviour_key,
            )
        )
    return tuple(lines)


def _labels(page: TalkPage) -> dict[BehaviourKey, str]:
    """The label of the newest month by the page's day, with its trend where there is one."""
    newest = labels.newest(page.reads, [page.rep.id], page.day)
    if not newest:
        return {}
    settings = page.space.settings
    # Two windows, looked at on two first days of a month.
    after = page.day - timedelta(days=2 * settings.trend_window_days + 62)
    known = insights.ratings(page.reads, after=after, until=page.day, rep_id=page.rep.id)
    trends = insight_levels.trends([page.rep], page.playbook, settings, known, page.day)
    risen = {trend.behaviour: trend.label for trend in trends}
    return {
        key: printed_label(snapshot.label, risen.get(key, ""))
        for (_rep, key), snapshot in newest.items()
    }


def missing_words(settings: Settings, own: Sequence[Event]) -> str:
    """What is missing before a label can be found: observations, accounts, weeks."""
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


def misses(page: TalkPage) -> tuple[MissLine, ...]:
    """Missed expectations since the talk before, with their causes."""
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


def _miss_line(page: TalkPage, account: str, cause: Any, note: str) -> MissLine:
    guide = page.playbook.causes[cause]
    words = f"{guide.title}: {note}" if note else guide.title
    return MissLine(account=account, cause=words, action=guide.ask_next)


def gains(page: TalkPage, records: list[UUID]) -> tuple[GainLine, ...]:
    """How customer, rep and partner came out of what was finished since the talk before."""
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
    page: TalkPage,
) -> Iterable[tuple[HandOff | Observation, date | None, UUID | None]]:
    for item in page.hand_offs:
        yield item, item.met_day or item.closed_day, item.account_id
    for seen in page.observations:
        yield seen, seen.day, seen.account_id
