"""Insights as a whole, kept until the store or the day changes."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from coachdesk.domain import balance_rules
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.opportunities import Activity, Opportunity
from coachdesk.domain.people import Account, Rep, Settings
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services import (
    balance,
    insight_activities,
    insight_conduct,
    insight_hand_offs,
    insight_levels,
    insight_opportunities,
    insight_series,
)
from coachdesk.services.deals import opportunities
from coachdesk.services.desk import Desk
from coachdesk.services.mirror import mirror
from coachdesk.services.playbook import benchmarks
from coachdesk.services.wordings import playbook_of
from coachdesk.store.journal import newest_entry
from coachdesk.store.queries import insights as rows
from coachdesk.store.queries import people
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.deals import OpportunityLine
from coachdesk.views.insights import HandOffSeen, Insights, Person, Series, Shift
from coachdesk.views.mirror import Mirror

T = TypeVar("T")
_BEGINNING = date.min


class InsightsKept:
    """Remembers figures of one store: the journal's newest entry says whether they still hold."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._mark: Hashable = None
        self._found: dict[Hashable, object] = {}

    def insights(self, *, window_days: int | None = None) -> Insights:
        """The page's figures as of today."""
        return self._keep(
            ("page", window_days), lambda: insights(self._desk, window_days=window_days)
        )

    def shifts(self) -> tuple[Shift, ...]:
        """Every cell whose ratings probably shifted; all ratings are read, so ask as a job."""
        return self._keep("shifts", lambda: self._desk.ask(shifts))

    def series(self, rep_id: UUID, behaviour: BehaviourKey) -> Series:
        """The ratings of one cell over time."""
        return self._keep((rep_id, behaviour), lambda: self._desk.ask(series_of, rep_id, behaviour))

    def mirror(self) -> Mirror:
        """The manager's own mirror as of today."""
        return self._keep("mirror", lambda: mirror(self._desk))

    def opportunities(self) -> tuple[OpportunityLine, ...]:
        """The list of opportunities as of today."""
        return self._keep("opportunities", lambda: opportunities(self._desk))

    def _keep(self, key: Hashable, make: Callable[[], T]) -> T:
        mark = (self._desk.ask(newest_entry), self._desk.as_of)
        if mark != self._mark:
            self._mark, self._found = mark, {}
        if key not in self._found:
            self._found[key] = make()
        found: T = self._found[key]  # type: ignore[assignment]
        return found


def insights(
    desk: Desk,
    *,
    until: date | None = None,
    window_days: int | None = None,
    rep_id: UUID | None = None,
) -> Insights:
    """All figures as of a day, of all reps who are on the team then or of one."""
    return desk.ask(_insights, until=until, window_days=window_days, rep_id=rep_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What was read for the page, before any figure is made of it."""

    last: date
    rep_id: UUID | None
    playbook: Playbook
    settings: Settings
    team: list[Rep]
    teams: list[list[Rep]]
    ratings: dict[rows.CellKey, list[rows.SeenRating]]
    labels: dict[rows.CellKey, LabelSnapshot]
    given: list[rows.Given]
    promises: list[Commitment]
    gains: insight_hand_offs.Gains
    hand_offs: list[HandOff]
    activities: list[Activity]
    accounts: dict[UUID, Account]
    opportunities: dict[UUID, Opportunity]
    partner_teams: list[tuple[UUID, str]]


def read_rows(
    reads: Snapshot, *, until: date | None, window_days: int | None, rep_id: UUID | None
) -> Rows:
    """Everything the figures rest on, in a fixed number of statements."""
    last = until or reads.as_of
    settings = people.workspace(reads).settings
    settings = replace(settings, level_window_days=window_days or settings.level_window_days)
    every = people.reps_in_order(reads)
    teams = [_team(every, day, rep_id) for _first, day in balance_rules.windows(last)]
    team = teams[0]
    ids = {rep.id for rep in team}
    widest = max(settings.level_window_days, 2 * settings.trend_window_days + 62)
    quarter = last - timedelta(days=insight_conduct.WINDOW_DAYS)
    year = insight_hand_offs.since(last)
    partners = sorted(people.team_names(reads).items(), key=lambda team: team[1].casefold())
    promises = rows.promises(reads, after=quarter, until=last)
    hand_offs = rows.hand_offs(reads, after=year, until=last)
    done = rows.activities(reads, after=year, until=last)
    return Rows(
        last=last,
        rep_id=rep_id,
        playbook=playbook_of(reads),
        settings=settings,
        team=team,
        teams=teams,
        ratings=rows.ratings(reads, after=last - timedelta(days=widest), until=last, rep_id=rep_id),
        labels=rows.newest_labels(reads, last),
        given=balance.year_given(reads, last),
        promises=[item for item in promises if item.rep_id in ids],
        gains=rows.gains(reads, after=year, until=last),
        hand_offs=[insight_hand_offs.as_of(item, last) for item in hand_offs if item.rep_id in ids],
        activities=[item for item in done if item.rep_id in ids],
        accounts={each.id: each for each in reads.find(Account)},
        opportunities={each.id: each for each in reads.find(Opportunity)},
        partner_teams=partners,
    )


def _insights(
    reads: Snapshot, *, until: date | None, window_days: int | None, rep_id: UUID | None
) -> Insights:
    return _figures(read_rows(reads, until=until, window_days=window_days, rep_id=rep_id))


def _figures(read: Rows) -> Insights:
    last, team, settings, sure = read.last, read.team, read.settings, read.settings.certainty
    cells = insight_levels.cells(team, read.playbook, settings, read.ratings, read.labels, last)
    chains = insight_levels.chains(team, cells)
    broken = {(chain.rep_id, chain.behaviour) for chain in chains}
    given = balance.tally(read.given, last)
    own = [
        item
        for item in read.opportunities.values()
        if read.rep_id in (None, read.accounts[item.account_id].owner_rep_id)
    ]
    return Insights(
        until=last,
        window_days=settings.level_window_days,
        certainty=sure,
        target_share=settings.target_share,
        people=_people(team),
        events=sum(cell.n for cell in cells),
        cells=tuple(
            replace(cell, is_break=(cell.rep_id, cell.behaviour) in broken) for cell in cells
        ),
        chains=tuple(chains),
        trends=tuple(insight_levels.trends(team, read.playbook, settings, read.ratings, last)),
        balance=balance.balance_of_all(
            given, [{rep.id for rep in then} for then in read.teams], sure
        ),
        balances=tuple(balance.balance_of(given, rep, sure) for rep in team),
        in_a_row=balance.requirements_in_a_row(read.given),
        promises=insight_conduct.promises(read.promises, None, last, sure),
        promises_by_rep=tuple(
            insight_conduct.promises(read.promises, rep, last, sure) for rep in team
        ),
        needs=insight_hand_offs.needs(read.hand_offs, read.gains, read.playbook, last),
        hand_offs=tuple(_hand_offs_seen(read)),
        waiting=insight_hand_offs.waiting(read.hand_offs, None, "", last, sure),
        waiting_by_team=tuple(
            insight_hand_offs.waiting(read.hand_offs, id, name, last, sure)
            for id, name in read.partner_teams
        ),
        activities=tuple(insight_activities.activities(read.activities, sure)),
        prepared=insight_activities.prepared(read.activities, sure),
        stages=tuple(
            insight_opportunities.stages(
                read.activities, read.opportunities, read.accounts, read.playbook, sure
            )
        ),
        decided=insight_opportunities.decided(
            own, after=insight_hand_offs.since(last), until=last, certainty=sure
        ),
        misses=insight_hand_offs.misses(read.hand_offs, settings, last),
        focus=tuple(insight_levels.focus_orders(team, cells, settings.target_share)),
        benchmarks=benchmarks()[1],
        benchmark_source=benchmarks()[0],
    )


def _hand_offs_seen(read: Rows) -> list[HandOffSeen]:
    return insight_hand_offs.seen(
        read.hand_offs,
        read.gains,
        read.last,
        reps={rep.id: rep.name for rep in read.team},
        accounts={id: account.name for id, account in read.accounts.items()},
        teams=dict(read.partner_teams),
    )


def _people(team: Sequence[Rep]) -> tuple[Person, ...]:
    """First names, with the initial of the last one where two share the first."""
    shared = Counter(rep.first_name for rep in team)
    return tuple(
        Person(
            id=rep.id,
            name=rep.name,
            first_name=f"{rep.first_name} {rep.last_name[:1]}".strip()
            if shared[rep.first_name] > 1
            else rep.first_name,
        )
        for rep in team
    )


def _team(every: Sequence[Rep], last: date, rep_id: UUID | None) -> list[Rep]:
    if rep_id is not None:
        return [rep for rep in every if rep.id == rep_id]
    return [rep for rep in every if rep.is_active(last)]


def series_of(
    reads: Snapshot, rep_id: UUID, behaviour: BehaviourKey, until: date | None = None
) -> Series:
    """The ratings of one cell over time, from its first rating on."""
    last = until or reads.as_of
    found = rows.ratings(reads, after=_BEGINNING, until=last, rep_id=rep_id)
    cell = (rep_id, behaviour)
    return insight_series.series(
        rep_id,
        behaviour,
        playbook_of(reads).behaviours[behaviour].title,
        found.get(cell, ()),
        rows.given(reads, after=_BEGINNING, until=last),
        rows.answered_shifts(reads).get(cell, frozenset()),
    )


def every_series(
    reads: Snapshot, until: date | None = None, rep_id: UUID | None = None
) -> list[Series]:
    """The series of every cell that has a rating, in the team's order."""
    last = until or reads.as_of
    found = rows.ratings(reads, after=_BEGINNING, until=last, rep_id=rep_id)
    given = rows.given(reads, after=_BEGINNING, until=last)
    answered = rows.answered_shifts(reads)
    guides = playbook_of(reads).behaviours
    return [
        insight_series.series(
            rep.id,
            key,
            guide.title,
            found[rep.id, key],
            given,
            answered.get((rep.id, key), frozenset()),
        )
        for rep in _team(people.reps_in_order(reads), last, rep_id)
        for key, guide in guides.items()
        if (rep.id, key) in found
    ]


def shifts(reads: Snapshot) -> tuple[Shift, ...]:
    """Every cell whose ratings probably shifted (§4), in the team's order."""
    answered = rows.answered_shifts(reads)
    found = {}
    for series in rows.every_rating(reads, reads.as_of):
        shift = insight_series.first_shift(series, answered.get(series.cell, frozenset()))
        if shift is not None:
            found[series.cell] = shift
    cells = (
        (rep.id, key)
        for rep in _team(people.reps_in_order(reads), reads.as_of, None)
        for key in BehaviourKey
    )
    return tuple(found[cell] for cell in cells if cell in found)
