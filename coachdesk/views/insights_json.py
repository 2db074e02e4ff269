"""Insights as JSON has it: one object a figure, with its inputs, n, range and sentence.

Shares, probabilities and ranges are unrounded fractions 0-1. `value` and `interval` are null where
`shown` is false: then `wording` says what is missing. Figures stand in the team's order.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from uuid import UUID

from coachdesk.domain.statistics import ActivityRow
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.views.balance import Balance
from coachdesk.views.insights import (
    Cell,
    Chain,
    ChainOfNeeds,
    Insights,
    Promises,
    Series,
    Trend,
    Waiting,
)

Fields = dict[str, object]


def insights_fields(found: Insights, series: Sequence[Series]) -> Fields:
    """The whole answer: how it was made, then every figure."""
    return {
        "until": found.until.isoformat(),
        "window_days": found.window_days,
        "certainty": found.certainty,
        "target_share": found.target_share,
        "figures": list(_figures(found, series)),
    }


def _figures(found: Insights, series: Sequence[Series]) -> Iterator[Fields]:
    names: dict[UUID, str] = {person.id: person.name for person in found.people}
    for cell in found.cells:
        yield _level(cell, names)
    for trend in found.trends:
        yield _trend(trend, names)
    for one in series:
        yield from _series(one, names)
    for chain in found.chains:
        yield _break(chain, names)
    for balance in (found.balance, *found.balances):
        yield _balance(balance, names)
    for promises in (found.promises, *found.promises_by_rep):
        yield _promises(promises, names)
    yield from _needs(found.needs)
    for waiting in (found.waiting, *found.waiting_by_team):
        yield _waiting(waiting)
    yield from _activities(found)
    yield _figure(
        "misses",
        inputs={"causes": found.misses.causes.counts, "open_by_age": dict(found.misses.ages)},
        n=found.misses.n,
        value={
            "partner_note": found.misses.causes.partner_note,
            "oldest_open_days": found.misses.oldest_days,
        },
        wording=found.misses.words,
    )
    for benchmark in found.benchmarks:
        yield _figure(
            "published_figure",
            inputs={"topic": benchmark.topic, "source": found.benchmark_source},
            n=None,
            value={
                "world_class_pct": benchmark.world_class_pct,
                "comparison_pct": benchmark.comparison_pct,
            },
            wording=benchmark.words,
        )


def _figure(
    figure: str,
    *,
    inputs: Mapping[str, object],
    n: int | None,
    wording: str,
    rep: str | None = None,
    behaviour: BehaviourKey | None = None,
    value: object = None,
    interval: object = None,
    shown: bool = True,
) -> Fields:
    return {
        "figure": figure,
        "rep": rep,
        "behaviour": None if behaviour is None else behaviour.value,
        "inputs": dict(inputs),
        "n": n,
        "value": value if shown else None,
        "interval": interval if shown else None,
        "shown": shown,
        "wording": wording,
    }


def _level(cell: Cell, names: Mapping[UUID, str]) -> Fields:
    found, counts = cell.evaluation, cell.evaluation.counts
    fields = _figure(
        "share",
        rep=names[cell.rep_id],
        behaviour=cell.behaviour,
        inputs={"x": counts.x, "n": counts.n, "accounts": counts.accounts, "weeks": counts.weeks},
        n=counts.n,
        value=counts.x / counts.n if counts.n else None,
        interval=[cell.lo, cell.hi],
        shown=cell.is_shown,
        wording=cell.words,
    )
    return fields | {
        "jeffreys": None if found.lo is None else [found.lo, found.hi],
        "finding": found.finding,
        "fewest_further": found.further,
        "missing": asdict(found.missing),
        "label": cell.label or None,
        "label_wording": cell.label_words or None,
    }


def _trend(trend: Trend, names: Mapping[UUID, str]) -> Fields:
    found = trend.evaluation
    fields = _figure(
        "trend",
        rep=names[trend.rep_id],
        behaviour=trend.behaviour,
        inputs={
            "x1": found.earlier.x,
            "n1": found.earlier.n,
            "x2": found.later.x,
            "n2": found.later.n,
        },
        n=found.earlier.n + found.later.n,
        value=found.rise,
        shown=found.rise is not None,
        wording=trend.words,
    )
    return fields | {"finding": found.finding, "label": trend.label}


def _series(one: Series, names: Mapping[UUID, str]) -> Iterator[Fields]:
    ratings = [point.value for point in one.ratings]
    common = {"rep": names[one.rep_id], "behaviour": one.behaviour}
    yield _figure(
        "smoothed_rating",
        **common,  # type: ignore[arg-type]
        inputs={"ratings": ratings, "weight": 0.3},
        n=len(ratings),
        value=one.smoothed[-1] if one.smoothed else None,
        shown=len(ratings) >= 3,
        wording=one.words,
    )
    yield _figure(
        "change_signal",
        **common,  # type: ignore[arg-type]
        inputs={"ratings": ratings},
        n=len(ratings),
        value=None
        if one.shift is None
        else {
            "direction": one.shift.direction,
            "start": one.shift.start.day.isoformat(),
            "seen": one.shift.seen.day.isoformat(),
        },
        shown=one.cusum is not None,
        wording=one.shift_words,
    )
    if one.change is not None:
        test = one.change.test
        yield _figure(
            "before_after",
            **common,  # type: ignore[arg-type]
            inputs={
                "day": one.change.day.isoformat(),
                "before": list(one.change.before),
                "after": list(one.change.after),
            },
            n=len(one.change.before) + len(one.change.after),
            value=None if test is None else asdict(test),
            shown=test is not None,
            wording=one.change.words,
        )


def _break(chain: Chain, names: Mapping[UUID, str]) -> Fields:
    return _figure(
        "break_point",
        rep=names[chain.rep_id],
        behaviour=chain.behaviour,
        inputs={"cells": [list(cell) for cell in chain.cells]},
        n=sum(n for _x, n in chain.cells),
        value=None if chain.chances is None else list(chain.chances),
        shown=chain.chances is not None,
        wording=chain.words,
    )


def _balance(balance: Balance, names: Mapping[UUID, str]) -> Fields:
    style = balance.style
    fields = _figure(
        "style_balance",
        rep=None if balance.rep_id is None else names[balance.rep_id],
        inputs={"ask": balance.ask, "share": balance.share, "mandate": balance.mandate},
        n=balance.n,
        value=None if style is None else {"mean": style.mean, "p_ask_most": balance.p_ask},
        interval=None if style is None else style.interval,
        shown=style is not None,
        wording=balance.words,
    )
    history = [
        {
            "from": window.first_day.isoformat(),
            "until": window.last_day.isoformat(),
            "ask": window.ask,
            "share": window.share,
            "mandate": window.mandate,
        }
        for window in balance.history
    ]
    return fields | {"history": history}


def _promises(promises: Promises, names: Mapping[UUID, str]) -> Fields:
    sides = {
        "manager": (promises.mine, promises.mine_overdue),
        "rep": (promises.reps, promises.reps_overdue),
    }
    return _figure(
        "promises_kept",
        rep=None if promises.rep_id is None else names[promises.rep_id],
        inputs={
            side: {
                "kept": rate.kept,
                "late": rate.late,
                "broken": rate.broken,
                "overdue": overdue,
            }
            for side, (rate, overdue) in sides.items()
        },
        n=promises.mine.n + promises.reps.n,
        value={side: rate.rate for side, (rate, _overdue) in sides.items()},
        interval={side: rate.jeffreys for side, (rate, _overdue) in sides.items()},
        shown=promises.mine.shown or promises.reps.shown,
        wording=promises.words,
    )


def _needs(needs: ChainOfNeeds) -> Iterator[Fields]:
    for step in needs.steps:
        yield _figure(
            "stage_conversion",
            behaviour=step.at,
            inputs={
                "step": step.figure.step,
                "num": step.figure.num,
                "den": step.figure.den,
                "customer_changed": needs.customer_changed,
            },
            n=step.figure.den,
            value=step.figure.rate,
            interval=step.figure.wilson,
            shown=step.figure.shown,
            wording=step.words,
        )


def _waiting(waiting: Waiting) -> Fields:
    curve = waiting.curve
    fields = _figure(
        "time_to_met",
        inputs={"hand_offs": waiting.n, "met": waiting.met, "open": waiting.still_open},
        n=waiting.n,
        value=None
        if curve is None
        else {
            "median_days": curve.median,
            "met_by": {str(day): share for day, share in waiting.met_by},
            "curve": [asdict(row) for row in curve.rows],
        },
        shown=curve is not None,
        wording=waiting.words,
    )
    return fields | {"team": waiting.team or None}


def _activities(found: Insights) -> Iterator[Fields]:
    for figure in found.activities:
        yield _outcomes("activity_outcome", figure.row, figure.words) | {"kind": figure.kind}
    for stage in found.stages:
        fields = _outcomes("activity_by_stage", stage.row, stage.words)
        yield fields | {"stage": stage.stage or None}
    ended = found.decided
    yield _figure(
        "opportunities_decided",
        inputs={
            "won": ended.won,
            "lost": ended.lost,
            "no_decision": ended.no_decision,
            "open": ended.still_open,
        },
        n=ended.n,
        value={"won_share": ended.rate, "median_days": ended.median_days},
        interval=[ended.lo, ended.hi],
        shown=ended.rate is not None,
        wording=ended.words,
    )
    pair, difference = found.prepared, found.prepared.difference
    yield _figure(
        "prepared_difference",
        inputs={"a1": pair.a1, "m1": pair.m1, "a2": pair.a2, "m2": pair.m2},
        n=pair.m1 + pair.m2,
        value=None if difference is None else difference.diff,
        interval=None if difference is None else [difference.lo, difference.hi],
        shown=difference is not None,
        wording=pair.words,
    )


def _outcomes(figure: str, row: ActivityRow, wording: str) -> Fields:
    """What one group of activities led to."""
    fields = _figure(
        figure,
        inputs={
            "count": row.count,
            "with_outcome": row.with_outcome,
            "advanced": row.advanced,
        },
        n=row.with_outcome,
        value=row.rate,
        interval=row.wilson,
        shown=row.rate is not None,
        wording=wording,
    )
    return fields | {"without_outcome_share": row.without_outcome_share}
