"""Where expectations stand with the team or one rep, in a fixed number of reads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, Select, bindparam, func, select, union

from coachdesk.domain import expectation_rules as rules
from coachdesk.domain.expectations import ExpectationAgreement
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.situation_words import SituationWords
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey, BuyIn, HandOffState
from coachdesk.store.column_types import id_from
from coachdesk.store.queries import people
from coachdesk.store.schema import account, hand_off, observation, rating
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.expectations import (
    ExpectationRow,
    LinkShare,
    Look,
    MissedEvent,
    SituationEntry,
    SituationPage,
)

Pair = tuple[UUID, str]
"""A rep and the key of a situation."""
_WELL = 4
_OPEN = (HandOffState.DRAFT, HandOffState.SET, HandOffState.MISSED)


@dataclass(frozen=True, slots=True)
class _Known:
    """All that says where expectations stand, by rep and situation."""

    as_of: date
    words: Mapping[str, SituationWords]
    agreements: Mapping[Pair, ExpectationAgreement]
    concerned: frozenset[Pair]
    missed: Mapping[Pair, Sequence[MissedEvent]]

    @classmethod
    def read(cls, reads: Snapshot, words: Mapping[str, SituationWords]) -> "_Known":
        since = reads.as_of - timedelta(days=rules.SEEN_DAYS)
        agreements = reads.find(ExpectationAgreement)
        missed: dict[Pair, list[MissedEvent]] = defaultdict(list)
        for row in reads.rows(_missed()):
            event = MissedEvent(day=date.fromisoformat(row.day), account=row.name or "")
            missed[id_from(row.rep_id), row.situation].append(event)
        pairs = reads.rows(_concerned(), since=since)
        return cls(
            as_of=reads.as_of,
            words=words,
            agreements={(each.rep_id, each.situation): each for each in agreements},
            concerned=frozenset((id_from(row.rep_id), row.situation) for row in pairs),
            missed=missed,
        )

    def row(self, rep: Rep, words: SituationWords) -> ExpectationRow:
        """One expectation with one rep."""
        pair = (rep.id, words.key)
        agreement = self.agreements.get(pair)
        events = self.missed.get(pair, ())
        days = [event.day for event in events]
        since = rules.missed_since(agreement, days) if agreement else ()
        return ExpectationRow(
            rep_id=rep.id,
            rep=rep.name,
            first_name=rep.first_name,
            initials=rep.initials,
            situation=words.key,
            title=words.title,
            standing=rules.standing(agreement, days, as_of=self.as_of),
            concerns=pair in self.concerned or agreement is not None,
            is_archived=words.is_archived,
            explained_day=agreement.explained_day if agreement else None,
            in_it_for_rep=agreement.in_it_for_rep if agreement else "",
            rep_words=agreement.rep_words if agreement else "",
            bought_in=agreement.bought_in if agreement else BuyIn.NOT_YET,
            inspected_how=agreement.inspected_how if agreement else "",
            inspect_every_days=agreement.inspect_every_days if agreement else None,
            words_changed=agreement is not None
            and agreement.explained_day is not None
            and agreement.version not in words.same_versions,
            looks=_looks(agreement),
            missed=tuple(event for event in events if event.day in since),
            next_look=rules.next_look(agreement) if agreement else None,
        )

    def rows(
        self, reps: Iterable[Rep], words: Iterable[SituationWords]
    ) -> tuple[ExpectationRow, ...]:
        """Every pair: what is to be talked about first, who works elsewhere last."""
        every = [self.row(rep, each) for each in words for rep in reps]
        return tuple(sorted(every, key=_talk_order))


def _talk_order(row: ExpectationRow) -> tuple[bool, int]:
    return (not row.concerns, rules.ORDER.index(row.standing))


def _looks(agreement: ExpectationAgreement | None) -> tuple[Look, ...]:
    if agreement is None:
        return ()
    looks = (
        Look(
            at=at,
            day=look.day,
            found=look.found,
            note=look.note,
            in_talk=look.session_id is not None,
        )
        for at, look in enumerate(agreement.inspections)
    )
    return tuple(sorted(looks, key=lambda look: (look.day, look.at), reverse=True))


def situation_entries(
    reads: Snapshot, words: Mapping[str, SituationWords]
) -> tuple[SituationEntry, ...]:
    """The situations in their order, those that are archived last."""
    known, reps = _Known.read(reads, words), _team(reads)
    entries = [
        SituationEntry(
            key=each.key,
            title=each.title,
            waiting=sum(known.row(rep, each).needs_talk for rep in reps),
            is_archived=each.is_archived,
        )
        for each in words.values()
    ]
    return tuple(sorted(entries, key=lambda entry: entry.is_archived))


def situation_page(
    reads: Snapshot,
    playbook: Playbook,
    words: Mapping[str, SituationWords],
    key: str,
    earlier: tuple[SituationWords, ...],
) -> SituationPage:
    """One situation with the team and the figures of its events."""
    known, window = _Known.read(reads, words), _window(reads)
    customers, events = times_used(reads, key)
    shown = words[key]
    return SituationPage(
        as_of=reads.as_of,
        words=shown,
        rows=known.rows(_team(reads), [shown]),
        links=_links(reads, playbook, shown, window),
        earlier=earlier,
        customers=customers,
        events=events,
        window_days=window,
    )


def times_used(reads: Snapshot, key: str) -> tuple[int, int]:
    """How many customers and events stand in a situation."""
    (row,) = reads.rows(_used(), situation=key)
    return row.customers, row.events


def rep_expectations(
    reads: Snapshot, words: Mapping[str, SituationWords], rep_id: UUID
) -> tuple[ExpectationRow, ...]:
    """The expectations that concern one rep: never agreed first, what is well last."""
    rep = next((rep for rep in people.reps_in_order(reads) if rep.id == rep_id), None)
    if rep is None:
        return ()
    rows = _Known.read(reads, words).rows([rep], words.values())
    return tuple(row for row in rows if row.concerns and not row.is_archived)


def _team(reads: Snapshot) -> list[Rep]:
    return [rep for rep in people.reps_in_order(reads) if rep.is_active(reads.as_of)]


def _window(reads: Snapshot) -> int:
    return people.workspace(reads).settings.level_window_days


def _links(
    reads: Snapshot, playbook: Playbook, words: SituationWords, window: int
) -> tuple[LinkShare, ...]:
    """The five links, then what else the situation asks for."""
    after = reads.as_of - timedelta(days=window)
    found: dict[BehaviourKey, list[int]] = defaultdict(lambda: [0, 0])
    for row in reads.rows(_rated(), situation=words.key, after=after, until=reads.as_of):
        counted = found[BehaviourKey(row.behaviour_key)]
        counted[0] += row.n if row.value >= _WELL else 0
        counted[1] += row.n
    keys = (*CHAIN, *(key for key in words.emphasis if key not in CHAIN))
    guides = (playbook.behaviours[key] for key in keys)
    return tuple(
        LinkShare(
            behaviour=guide.key,
            letter=guide.letter,
            title=guide.short_title,
            seen_when=guide.short_cue or (guide.cues[0] if guide.cues else ""),
            x=found[guide.key][0],
            n=found[guide.key][1],
            is_emphasised=guide.key in words.emphasis,
        )
        for guide in guides
    )


@cache
def _concerned() -> CompoundSelect[Any]:
    """Of own customers, of customers of open hand-offs, of events of the last half year."""
    since = bindparam("since", type_=observation.c.day.type)
    own = select(account.c.owner_rep_id.label("rep_id"), account.c.situation).where(
        account.c.owner_rep_id.is_not(None), account.c.situation.is_not(None)
    )
    handed = (
        select(hand_off.c.rep_id, account.c.situation)
        .join_from(hand_off, account, account.c.id == hand_off.c.account_id)
        .where(
            account.c.situation.is_not(None),
            hand_off.c.state.in_([state.value for state in _OPEN]),
        )
    )
    seen = select(observation.c.rep_id, observation.c.situation).where(
        observation.c.situation.is_not(None),
        observation.c.state == "saved",
        observation.c.day >= since,
    )
    return union(own, handed, seen)


@cache
def _missed() -> Select[Any]:
    return (
        select(observation.c.rep_id, observation.c.situation, observation.c.day, account.c.name)
        .join_from(observation, account, account.c.id == observation.c.account_id, isouter=True)
        .where(
            observation.c.situation.is_not(None),
            observation.c.state == "saved",
            observation.c.expectation_missed.is_(True),
        )
        .order_by(observation.c.day, observation.c.seq)
    )


@cache
def _rated() -> Select[Any]:
    day = observation.c.day
    parts = (rating.c.behaviour_key, rating.c.value)
    return (
        select(*parts, func.count().label("n"))
        .join_from(rating, observation, observation.c.id == rating.c.observation_id)
        .where(
            observation.c.state == "saved",
            observation.c.situation == bindparam("situation"),
            day > bindparam("after", type_=day.type),
            day <= bindparam("until", type_=day.type),
        )
        .group_by(*parts)
    )


@cache
def _used() -> Select[Any]:
    """How many customers and events stand in a situation."""
    key = bindparam("situation", type_=account.c.situation.type)
    customers = select(func.count()).where(account.c.situation == key).scalar_subquery()
    events = select(func.count()).where(observation.c.situation == key).scalar_subquery()
    return select(customers.label("customers"), events.label("events"))
