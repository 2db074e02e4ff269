"""How long expectations take until they are met (statistics §11, Kaplan-Meier)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt
from typing import TypeVar

from coachdesk.domain.statistics.arguments import check_certainty, check_same_length
from coachdesk.domain.statistics.shares import CERTAINTY, normal_quantile
from coachdesk.domain.vocabulary import HandOffState

MIN_HAND_OFFS = 8
MIN_MET = 4
_HALF = 0.5 + 1e-12

Day = TypeVar("Day", date, int)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurvivalRow:
    """One day on which expectations were met.

    `t` in days, `at_risk` still waiting before it, `met` on it; `S` the share (0-1) still waiting
    after it with its range, None where S is 0.
    """

    t: int
    at_risk: int
    met: int
    S: float
    lo: float | None
    hi: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival:
    """The curve, and the day by which half were met (None: not reached)."""

    rows: list[SurvivalRow]
    median: int | None


def km(*, days: Sequence[int], met: Sequence[int], certainty: float = CERTAINTY) -> Survival | None:
    """Return the curve of hand-offs still waiting; None without hand-offs.

    `days` from the set day on, `met` 1, or 0 where the wait was still open (censored). Who was met
    leaves before who is censored on the same day. Range: Greenwood, log-log. Source: Kaplan and
    Meier, JASA 53 (1958) 457-481; Kalbfleisch and Prentice, Statistical Analysis of Failure Time
    Data, ch. 1.
    """
    _check(days, met)
    check_certainty(certainty)
    if not days:
        return None
    z = normal_quantile(certainty)
    rows: list[SurvivalRow] = []
    waiting, greenwood = 1.0, 0.0
    for t in sorted({day for day, event in zip(days, met, strict=True) if event}):
        at_risk = sum(day >= t for day in days)
        events = sum(day == t and bool(event) for day, event in zip(days, met, strict=True))
        waiting *= 1.0 - events / at_risk
        if events < at_risk:
            greenwood += events / (at_risk * (at_risk - events))
        lo, hi = _log_log_range(waiting, z * sqrt(greenwood))
        rows.append(SurvivalRow(t=t, at_risk=at_risk, met=events, S=waiting, lo=lo, hi=hi))
    median = next((row.t for row in rows if row.S <= _HALF), None)
    return Survival(rows=rows, median=median)


def km_met_by(*, days: Sequence[int], met: Sequence[int], at: Sequence[int]) -> list[float | None]:
    """Return the share (0-1) met by each day of `at`; None for each without hand-offs."""
    curve = km(days=days, met=met)
    if curve is None:
        return [None for _day in at]
    return [1.0 - min((row.S for row in curve.rows if row.t <= day), default=1.0) for day in at]


def km_input(
    *,
    state: str,
    set_day: Day,
    met_day: Day | None = None,
    closed_day: Day | None = None,
    today: Day,
) -> list[int]:
    """Return `[days, met]` of one hand-off whose expectation was set, for `km`.

    Days are dates or day numbers. A hand-off closed unmet waits on as "not met", so that failures
    do not shorten the time; a withdrawn one stops on the day it was withdrawn (`closed_day`).
    """
    match state:
        case HandOffState.MET | HandOffState.MET_LATE:
            end, event = met_day, 1
        case HandOffState.WITHDRAWN:
            end, event = closed_day, 0
        case HandOffState.SET | HandOffState.MISSED | HandOffState.CLOSED_UNMET:
            end, event = today, 0
        case _:
            raise ValueError(f"a hand-off in state {state!r} waits for nothing")
    if end is None:
        raise ValueError(f"a hand-off in state {state!r} has a day it ended")
    days = _number(end) - _number(set_day)
    if days < 0:
        raise ValueError(f"the wait ends {-days} days before it begins")
    return [days, event]


def _number(day: date | int) -> int:
    return day.toordinal() if isinstance(day, date) else day


def _log_log_range(waiting: float, spread: float) -> tuple[float | None, float | None]:
    if not 0.0 < waiting < 1.0:
        return None, None
    reach = spread / log(waiting)
    ends = (waiting ** exp(reach), waiting ** exp(-reach))
    return min(ends), max(ends)


def _check(days: Sequence[int], met: Sequence[int]) -> None:
    check_same_length(days, met)
    if any(day < 0 for day in days):
        raise ValueError("a wait has 0 days or more")
    if any(event not in (0, 1) for event in met):
        raise ValueError("met is 1 or 0")
