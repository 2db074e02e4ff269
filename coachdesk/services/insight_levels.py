"""How often each behaviour is done well, whether that changes, and where the chain breaks."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from coachdesk.domain.evaluation import (
    Label,
    Reason,
    evaluate,
    evaluate_trend,
    evaluation_days,
    trend_label_of,
)
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.people import Rep, Settings
from coachdesk.domain.playbook import BehaviourGuide, Playbook
from coachdesk.domain.statistics import break_point, focus_groups, p_weakest, wilson
from coachdesk.domain.statistics.weakest_link import MIN_EVENTS_EACH
from coachdesk.domain.vocabulary import CHAIN, Finding
from coachdesk.store.queries.insights import CellKey, SeenRating
from coachdesk.views import insight_words as words
from coachdesk.views.insights import Cell, Chain, FocusOrder, Trend

Ratings = Mapping[CellKey, Sequence[SeenRating]]
Labels = Mapping[CellKey, LabelSnapshot]
_REASONS = {
    Finding.NOT_ENOUGH: Reason.MISSING,
    Finding.UNCLEAR: Reason.INCLUDES_TARGET,
}


def cells(
    team: Sequence[Rep],
    playbook: Playbook,
    settings: Settings,
    ratings: Ratings,
    labels: Labels,
    until: date,
) -> list[Cell]:
    """One cell a rep and behaviour, reps in the team's order, behaviours in the playbook's."""
    return [
        cell(rep, guide, settings, ratings.get((rep.id, guide.key), ()), labels, until)
        for rep in team
        for guide in playbook.behaviours.values()
    ]


def cell(
    rep: Rep,
    guide: BehaviourGuide,
    settings: Settings,
    ratings: Sequence[SeenRating],
    labels: Labels,
    until: date,
) -> Cell:
    """The figure of one cell, with the label of its newest monthly evaluation."""
    found = evaluate(ratings, until, settings)
    counts = found.counts
    is_shown = counts.n >= settings.min_events
    bounds = wilson(x=counts.x, n=counts.n, certainty=settings.certainty) if is_shown else None
    lo, hi = bounds or (None, None)
    snapshot = labels.get((rep.id, guide.key))
    return Cell(
        rep_id=rep.id,
        behaviour=guide.key,
        letter=guide.letter,
        title=guide.title,
        short_title=guide.short_title,
        evaluation=found,
        lo=lo,
        hi=hi,
        label="" if snapshot is None else snapshot.label.value,
        label_words="" if snapshot is None else snapshot_words(snapshot),
        settings=settings,
    )


def snapshot_words(snapshot: LabelSnapshot) -> str:
    """A stored label with its reason, under the settings it was made with."""
    reason = _REASONS.get(snapshot.finding)
    if reason is None:
        is_label = snapshot.label.value in ("Strength", "Focus")
        reason = Reason.TWICE_IN_A_ROW if is_label else Reason.SEEN_ONCE
    settings = snapshot.settings
    return words.label_words(
        Label(snapshot.label.value, reason),
        lo=snapshot.lo,
        hi=snapshot.hi,
        target=settings.target_share,
        missing=words.lacking(
            events=max(0, settings.min_events - snapshot.n),
            accounts=max(0, settings.min_accounts - snapshot.accounts),
            weeks=max(0, settings.min_weeks - snapshot.weeks),
        ),
    )


def chains(team: Sequence[Rep], found: Sequence[Cell]) -> list[Chain]:
    """Where each rep's chain probably breaks (statistics §8)."""
    return [chain([cell for cell in found if cell.rep_id == rep.id]) for rep in team]


def chain(of_rep: Sequence[Cell]) -> Chain:
    """The break of one rep's chain, from the cells of the five links."""
    links = [next(cell for cell in of_rep if cell.behaviour is key) for key in CHAIN]
    pairs = [(cell.x, cell.n) for cell in links]
    lacking = [(cell.title, MIN_EVENTS_EACH - cell.n) for cell in links if cell.n < MIN_EVENTS_EACH]
    chances = None if lacking else tuple(p_weakest(cells=pairs))
    named = None if lacking else break_point(cells=pairs, labels=[cell.label for cell in links])
    at = None if named is None else CHAIN.index(named)
    chance = None if at is None or chances is None else chances[at]
    return Chain(
        rep_id=links[0].rep_id,
        cells=tuple(pairs),
        chances=chances,
        behaviour=named,
        chance=chance,
        words=words.break_words(None if at is None else links[at].title, chance, lacking),
    )


def trends(
    team: Sequence[Rep], playbook: Playbook, settings: Settings, ratings: Ratings, until: date
) -> list[Trend]:
    """Whether each share has risen (§2); a label needs the newest two first days of a month."""
    months = evaluation_days(date(until.year - 1, until.month, 1), until)[-2:]
    found = []
    for rep in team:
        for guide in playbook.behaviours.values():
            own = ratings.get((rep.id, guide.key), ())
            now = evaluate_trend(own, until, settings)
            monthly = [
                evaluate_trend(own, day, settings, recorded_until=day).finding for day in months
            ]
            found.append(
                Trend(
                    rep_id=rep.id,
                    behaviour=guide.key,
                    evaluation=now,
                    label=trend_label_of(monthly[0], monthly[1]).word,
                )
            )
    return found


def focus_orders(team: Sequence[Rep], found: Sequence[Cell], target: float) -> list[FocusOrder]:
    """The private groups of each link (§6): never stored, never printed, no number at a name."""
    names: dict[UUID, str] = {rep.id: rep.name for rep in team}
    orders = []
    for key in CHAIN:
        of_link = [cell for cell in found if cell.behaviour is key]
        groups = focus_groups(
            reps=[(names[cell.rep_id], cell.x, cell.n) for cell in of_link], target=target
        )
        title = of_link[0].title if of_link else ""
        orders.append(
            FocusOrder(behaviour=key, title=title, groups=groups, words=words.focus_words(groups))
        )
    return orders
