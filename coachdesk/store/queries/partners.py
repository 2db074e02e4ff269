"""Fills the Partners page in a fixed number of reads: what is open, and the last 90 days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, or_, select

from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_off_rules import BoardColumn, board_column, is_stale_draft
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.partner_vocabulary import NoticeState
from coachdesk.domain.people import PartnerTeam, Rep, Settings
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.domain.vocabulary import Gain, HandOffState, Side
from coachdesk.store.codec import row_loader
from coachdesk.store.queries import people
from coachdesk.store.queries.promises import hand_off_rows
from coachdesk.store.schema import hand_off
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.partners import CLOSED_DAYS, BoardCard, Closed, PartnersPage, TeamChip

_OPEN = (HandOffState.DRAFT, HandOffState.SET, HandOffState.MISSED)
_MET = (HandOffState.MET, HandOffState.MET_LATE)


def partners_page(reads: Snapshot, team_id: UUID | None = None) -> PartnersPage:
    """The board as of the snapshot's moment."""
    names = _Names.read(reads)
    teams = reads.find(PartnerTeam, active=True)
    delivered = _delivered(reads, reads.as_of - timedelta(days=CLOSED_DAYS))
    gains = _gains(reads, delivered)
    found = [*reads.find(HandOff, state=_OPEN), *delivered]
    cards = [
        *names.cards(found, people.workspace(reads).settings, reads.as_of),
        *_notices(reads, names),
    ]
    asked = {id for id, outcomes in gains.items() if _is_asked(outcomes)}
    shown = [card for card in cards if card.id not in asked]
    counts: dict[UUID, int] = {}
    for card in shown:
        counts[card.team_id] = counts.get(card.team_id, 0) + 1
    here = [card for card in cards if team_id in (None, card.team_id)]
    return PartnersPage(
        as_of=reads.as_of,
        team_id=team_id,
        teams=tuple(
            TeamChip(id=team.id, name=team.name, count=counts.get(team.id, 0))
            for team in sorted(teams, key=lambda team: (-counts.get(team.id, 0), team.name))
        ),
        columns=_columns(card for card in here if card.id not in asked),
        closed=_closed([card for card in here if card.id in asked], gains),
    )


def _columns(cards: Iterable[BoardCard]) -> dict[BoardColumn, tuple[BoardCard, ...]]:
    found: dict[BoardColumn, list[BoardCard]] = {column: [] for column in BoardColumn}
    for card in sorted(cards, key=_in_order):
        found[card.column].append(card)
    return {column: tuple(some) for column, some in found.items()}


def _in_order(card: BoardCard) -> tuple[bool, date, str]:
    """Oldest due first; what is announced stands before needs without a day."""
    is_draft = card.state is HandOffState.DRAFT
    return (is_draft, card.first_day, card.account)


def _is_asked(outcomes: Mapping[Side, Gain]) -> bool:
    return any(outcome is not Gain.UNKNOWN for outcome in outcomes.values())


def _closed(cards: list[BoardCard], gains: Mapping[UUID, Mapping[Side, Gain]]) -> Closed:
    others = tuple(
        card for card in cards if any(gains[card.id].get(side) is not Gain.WON for side in Side)
    )
    return Closed(count=len(cards), all_won=len(cards) - len(others), others=others)


def _gains(reads: Snapshot, found: Iterable[HandOff]) -> dict[UUID, dict[Side, Gain]]:
    known: dict[UUID, dict[Side, Gain]] = {}
    for gain in reads.find(GainStatement, hand_off_id=[item.id for item in found]):
        if gain.hand_off_id is not None:
            known.setdefault(gain.hand_off_id, {})[gain.side] = gain.outcome
    return known


@cache
def _recent() -> Select[Any]:
    """Delivered or given up since a day; what was withdrawn is not on the board."""
    table, since = hand_off.c, bindparam("since", type_=hand_off.c.met_day.type)
    met = table.state.in_([state.value for state in _MET]) & (table.met_day >= since)
    unmet = (table.state == HandOffState.CLOSED_UNMET.value) & (table.closed_day >= since)
    return select(hand_off).where(or_(met, unmet))


def _delivered(reads: Snapshot, since: date) -> list[HandOff]:
    kind: Any = HandOff
    load = row_loader(kind)
    return [load(row) for row in reads.rows(_recent(), since=since)]


def _notices(reads: Snapshot, names: "_Names") -> list[BoardCard]:
    return [
        BoardCard(
            id=item.id,
            column=BoardColumn.COMING,
            rep_id=item.rep_id,
            rep_name=names.reps[item.rep_id].name,
            initials=names.reps[item.rep_id].initials,
            account_id=item.account_id,
            account=names.accounts[item.account_id],
            team_id=item.team_id,
            team=names.teams[item.team_id],
            what=item.what,
            first_day=item.earliest,
            told_day=item.told_day,
        )
        for item in reads.find(EarlyAccessItem, state=NoticeState.OPEN)
    ]


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is who, read once."""

    reps: Mapping[UUID, Rep]
    accounts: Mapping[UUID, str]
    teams: Mapping[UUID, str]
    people: Mapping[UUID, str]

    @classmethod
    def read(cls, reads: Snapshot) -> "_Names":
        return cls(
            {rep.id: rep for rep in reads.find(Rep)},
            people.account_names(reads),
            people.team_names(reads),
            people.person_names(reads),
        )

    def cards(self, found: list[HandOff], settings: Settings, as_of: date) -> list[BoardCard]:
        """Hand-offs as cards."""
        rows = hand_off_rows(
            found,
            reps=self.reps,
            accounts=self.accounts,
            teams=self.teams,
            people=self.people,
            settings=settings,
            as_of=as_of,
        )
        by_id = {row.id: row for row in rows}
        made = []
        for item in found:
            column = board_column(item)
            if column is None:
                continue
            row, rep = by_id[item.id], self.reps[item.rep_id]
            ended = item.met_day or item.closed_day
            until = ended if column is BoardColumn.DELIVERED and ended else as_of
            made.append(
                BoardCard(
                    id=item.id,
                    column=column,
                    rep_id=item.rep_id,
                    rep_name=rep.name,
                    initials=rep.initials,
                    account_id=item.account_id,
                    account=row.account,
                    team_id=item.team_id,
                    team=row.team,
                    what=item.expectation or item.need,
                    first_day=item.due_day or item.created_day,
                    hand_off=row,
                    is_stale_draft=is_stale_draft(item, as_of=as_of),
                    age_days=None if item.set_day is None else (until - item.set_day).days,
                    span_days=row.span_days,
                )
            )
        return made
