"""Insights as a whole, kept until the store or the day changes."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services import (
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
from coachdesk.views.insights import Insights, Person, Series, Shift
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


def _insights(
    reads: Snapshot,
    *,
    until: date | None,
    window_days: int | None,
    rep_id: UUID | None,
) -> Insights:
    last, playbook = until or reads.as_of, playbook_of(reads)
    settings = people.workspace(reads).settings
    settings = replace(settings, level_window_days=window_days or settings.level_window_days)
    team = _team(reads, last, rep_id)
    ids = {rep.id for rep in team}
    widest = max(settings.level_window_days, 2 * settings.trend_window_days + 62)
    ratings = rows.ratings(reads, after=last - timedelta(days=widest), until=last, rep_id=rep_id)
    given = [
        item
        for item in rows.given(
            reads, after=last - timedelta(days=insight_conduct.WINDOW_DAYS), until=last
        )
        if item.rep_id in ids
    ]
    kept = [
        item
        for item in rows.promises(
            reads, after=last - timedelta(days=insight_conduct.WINDOW_DAYS), until=last
        )
        if item.rep_id in ids
    ]
    year = insight_hand_offs.since(last)
    gains = rows.gains(reads, after=year, until=last)
    hand_offs = [
        insight_hand_offs.as_of(item, last)
        for item in rows.hand_offs(reads, after=year, until=last)
        if item.rep_id in ids
    ]
    done = [item for item in rows.activities(reads, after=year, until=last) if item.rep_id in ids]
    accounts: dict[UUID, Account] = {each.id: each for each in reads.find(Account)}
    possible: dict[UUID, Opportunity] = {each.id: each for each in reads.find(Opportunity)}
    partner_teams = sorted(people.team_names(reads).items(), key=lambda team: team[1].casefold())
    labels = rows.newest_labels(reads, last)
    cells = insight_levels.cells(team, playbook, settings, ratings, labels, last)
    chains = insight_levels.chains(team, cells)
    broken = {(chain.rep_id, chain.behaviour) for chain in chains}
    sure = settings.certainty
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
        trends=tuple(insight_levels.trends(team, playbook, settings, ratings, last)),
        balance=insight_conduct.balance(given, None, sure),
        balances=tuple(insight_conduct.balance(given, rep.id, sure) for rep in team),
        promises=insight_conduct.promises(kept, None, last, sure),
        promises_by_rep=tuple(insight_conduct.promises(kept, rep, last, sure) for rep in team),
        needs=insight_hand_offs.needs(hand_offs, gains, playbook, last),
        waiting=insight_hand_offs.waiting(hand_offs, None, "", last, sure),
        waiting_by_team=tuple(
            insight_hand_offs.waiting(hand_offs, id, name, last, sure) for id, name in partner_teams
        ),
        activities=tuple(insight_activities.activities(done, sure)),
        prepared=insight_activities.prepared(done, sure),
        stages=tuple(insight_opportunities.stages(done, possible, accounts, playbook, sure)),
        decided=insight_opportunities.decided(
            [
                item
                for item in possible.values()
                if rep_id in (None, accounts[item.account_id].owner_rep_id)
            ],
            after=year,
            until=last,
            certainty=sure,
        ),
        misses=insight_hand_offs.misses(hand_offs, settings, last),
        focus=tuple(insight_levels.focus_orders(team, cells, settings.target_share)),
        benchmarks=benchmarks()[1],
        benchmark_source=benchmarks()[0],
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


def _team(reads: Snapshot, last: date, rep_id: UUID | None) -> list[Rep]:
    every = people.reps_in_order(reads)
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
        for rep in _team(reads, last, rep_id)
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
    cells = ((rep.id, key) for rep in _team(reads, reads.as_of, None) for key in BehaviourKey)
    return tuple(found[cell] for cell in cells if cell in found)
