"""Baton lines: one customer promise from need to all win, and who holds it now (seed 001).

A line is a hand-off, or several that continue each other. Its five stages are those of the chain:
a need, the customer's reason to meet, a partner who accepted, delivery, and all three won. Where
a line stands still past its day, it breaks at the stage that does not come about.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from coachdesk.domain.hand_off_rules import CLOSED, STALE_DRAFT_DAYS, is_stale_draft
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey, Gain, HandOffState, Side

# Days after delivery until silence about what the three got is a break.
ASK_ALL_DAYS = STALE_DRAFT_DAYS
_MET = (HandOffState.MET, HandOffState.MET_LATE)
Outcomes = Mapping[Side, Gain]


class Holder(StrEnum):
    """Who has the baton: the rep, the partner (offered or taken), or nobody any more."""

    REP = "rep"
    OFFERED = "offered"
    PARTNER = "partner"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baton:
    """One line as of one day.

    `links` are its hand-offs, first to last; `since` is the day the holder got it; `held_days` and
    `agreed_days` count from there, the latter to the date agreed with customer and partner.
    """

    links: tuple[HandOff, ...]
    reached: tuple[bool, bool, bool, bool, bool]
    holder: Holder
    since: date
    held_days: int
    agreed_days: int | None
    breaks_at: BehaviourKey | None

    @property
    def at(self) -> HandOff:
        """The hand-off the baton is at."""
        return self.links[-1]

    @property
    def is_over(self) -> bool:
        """Whether the promise was kept for all three, or given up."""
        return self.holder is Holder.ENDED

    @property
    def days_over(self) -> int:
        """Days past the date agreed, 0 if there is none or it has not passed."""
        return 0 if self.agreed_days is None else max(0, self.held_days - self.agreed_days)


def baton_lines(
    hand_offs: Iterable[HandOff], outcomes: Mapping[UUID, Outcomes], *, as_of: date
) -> list[Baton]:
    """Every line of these hand-offs: broken ones first, then by the date agreed, then the oldest.

    A hand-off the customer withdrew leaves its line; a line of which nothing is left is none.
    """
    found = [
        baton(links, outcomes.get(links[-1].id, {}), as_of=as_of) for links in chains(hand_offs)
    ]
    return sorted(found, key=lambda line: _urgency(line))


def chains(hand_offs: Iterable[HandOff]) -> list[tuple[HandOff, ...]]:
    """The hand-offs as lines, each first to last by what continues what."""
    every = {item.id: item for item in hand_offs if item.state is not HandOffState.WITHDRAWN}
    followed: dict[UUID, list[HandOff]] = {}
    for item in every.values():
        if item.continues_id in every and item.continues_id is not None:
            followed.setdefault(item.continues_id, []).append(item)
    first = [item for item in every.values() if item.continues_id not in every]
    return [tuple(_from(item, followed, set())) for item in first]


def _from(item: HandOff, followed: Mapping[UUID, list[HandOff]], seen: set[UUID]) -> list[HandOff]:
    """The item and all that goes on from it; of several, the newest comes last."""
    if item.id in seen:
        return []
    seen.add(item.id)
    line = [item]
    for after in sorted(followed.get(item.id, []), key=lambda other: other.created_day):
        line += _from(after, followed, seen)
    return line


def baton(links: Sequence[HandOff], outcomes: Outcomes, *, as_of: date) -> Baton:
    """The line of these hand-offs, with what the three got out of the last one."""
    at = links[-1]
    holder, since = _holder(at, outcomes)
    agreed = None
    if holder in (Holder.OFFERED, Holder.PARTNER) and at.due_day is not None:
        agreed = (at.due_day - since).days
    return Baton(
        links=tuple(links),
        reached=_reached(at, outcomes),
        holder=holder,
        since=since,
        held_days=max(0, (as_of - since).days),
        agreed_days=agreed,
        breaks_at=_breaks_at(at, outcomes, as_of),
    )


def _holder(at: HandOff, outcomes: Outcomes) -> tuple[Holder, date]:
    """Who has it, and since which day."""
    set_day = at.set_day or at.created_day
    match at.state:
        case HandOffState.DRAFT:
            return Holder.REP, at.value_day or at.created_day
        case HandOffState.SET if at.accepted_on is None:
            return Holder.OFFERED, set_day
        case HandOffState.SET | HandOffState.MISSED:
            return Holder.PARTNER, set_day
        case HandOffState.MET | HandOffState.MET_LATE if not _is_asked(outcomes):
            return Holder.REP, at.met_day or set_day
        case _:
            return Holder.ENDED, at.closed_day or at.met_day or set_day


def _is_asked(outcomes: Outcomes) -> bool:
    """Whether all three were asked what they got out of it."""
    return all(outcomes.get(side, Gain.UNKNOWN) is not Gain.UNKNOWN for side in Side)


def _reached(at: HandOff, outcomes: Outcomes) -> tuple[bool, bool, bool, bool, bool]:
    return (
        True,
        bool(at.value_reason.strip()),
        at.set_day is not None and (at.accepted_on is not None or at.state in CLOSED),
        at.state in _MET,
        at.state in _MET and all(outcomes.get(side) is Gain.WON for side in Side),
    )


def _breaks_at(at: HandOff, outcomes: Outcomes, as_of: date) -> BehaviourKey | None:
    """The stage a line that stands still has not reached; None while it moves."""
    _need, value, transition, follow_through, all_win = CHAIN
    if at.state is HandOffState.DRAFT:
        if not is_stale_draft(at, as_of=as_of):
            return None
        return transition if at.value_reason.strip() else value
    if at.state is HandOffState.SET:
        if at.due_day is None or as_of <= at.due_day:
            return None
        return transition if at.accepted_on is None else follow_through
    if at.state in (HandOffState.MISSED, HandOffState.CLOSED_UNMET):
        return follow_through
    if Gain.LOST in outcomes.values():
        return all_win
    waits = (as_of - (at.met_day or as_of)).days
    return all_win if waits > ASK_ALL_DAYS and not _is_asked(outcomes) else None


def _urgency(line: Baton) -> tuple[bool, bool, date, date]:
    due = line.at.due_day or date.max
    return (line.is_over, line.breaks_at is None, due, line.since)
