"""What activities led to, and whether preparing goes with it (statistics §12)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from coachdesk.domain.statistics.shares import CERTAINTY, wilson

MIN_WITH_OUTCOME = 8
OUTCOMES = ("advanced", "held", "back", "none_recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Difference of two shares (-1 to 1), the first minus the second, with its range."""

    diff: float
    lo: float
    hi: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """Activities of one kind, how many have an outcome, and how many of those advanced.

    `rate` (advanced of those with an outcome, 0-1) and its range are None below eight outcomes.
    """

    count: int
    with_outcome: int
    advanced: int
    rate: float | None
    wilson: list[float] | None
    without_outcome_share: float


def newcombe(
    *, a1: int, m1: int, a2: int, m2: int, certainty: float = CERTAINTY
) -> Difference | None:
    """Return the difference of the shares a1 of m1 and a2 of m2; None if either is of none.

    Source: Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10.
    """
    first = wilson(x=a1, n=m1, certainty=certainty)
    second = wilson(x=a2, n=m2, certainty=certainty)
    if first is None or second is None:
        return None
    p1, p2 = a1 / m1, a2 / m2
    (l1, u1), (l2, u2) = first, second
    return Difference(
        diff=p1 - p2,
        lo=p1 - p2 - hypot(p1 - l1, u2 - p2),
        hi=p1 - p2 + hypot(u1 - p1, p2 - l2),
    )


def activity_table(
    *, rows: Sequence[Mapping[str, str]], certainty: float = CERTAINTY
) -> dict[str, ActivityRow]:
    """Return one row per kind for activities `{kind, outcome}`, kinds in alphabetical order.

    An outcome is "advanced", "held", "back" or "none_recorded". Range: Wilson.
    """
    outcomes: dict[str, list[str]] = {}
    for row in rows:
        if row["outcome"] not in OUTCOMES:
            raise ValueError(f"{row['outcome']!r} is none of {', '.join(OUTCOMES)}")
        outcomes.setdefault(row["kind"], []).append(row["outcome"])
    return {kind: _row(outcomes[kind], certainty) for kind in sorted(outcomes)}


def _row(outcomes: Sequence[str], certainty: float) -> ActivityRow:
    count, none = len(outcomes), outcomes.count("none_recorded")
    advanced, known = outcomes.count("advanced"), count - none
    shown = known >= MIN_WITH_OUTCOME
    return ActivityRow(
        count=count,
        with_outcome=known,
        advanced=advanced,
        rate=advanced / known if shown else None,
        wilson=wilson(x=advanced, n=known, certainty=certainty) if shown else None,
        without_outcome_share=none / count,
    )
