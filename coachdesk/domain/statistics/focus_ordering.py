"""Where coaching may help most, for the manager's eyes only (statistics §6).

Never stored, never printed; the estimates are not shown. Symbols: x = events rated 4 or 5 and
n = rated events of one rep and one behaviour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coachdesk.domain.statistics.arguments import check_counts, check_target
from coachdesk.domain.statistics.levels import TARGET_SHARE

MIN_REPS = 3
FAR_BELOW = 0.10
_MOST_BETWEEN = 0.99
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class EmpiricalBayes:
    """Shares drawn towards their common mean, in the order of the reps with data.

    `gamma` (0-0.99) is how much of the spread is more than chance; `M` how many events the mean
    is worth, None if gamma is 0.
    """

    mean: float
    gamma: float
    M: float | None
    est: list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusGroups:
    """Names in three groups, alphabetical inside each."""

    first: list[str]
    also: list[str]
    steady: list[str]


def eb(*, reps: Sequence[Sequence[int]]) -> EmpiricalBayes | None:
    """Estimate the share of each rep `[x, n]` with n >= 1; None below three such reps.

    Source: Kleinman, JASA 68 (1973) 46-54; Casella, Am. Statistician 39 (1985) 83-87.
    """
    for x, n in reps:
        check_counts(x, n)
    known = [(x, n) for x, n in reps if n > 0]
    if len(known) < MIN_REPS:
        return None
    events = sum(n for _x, n in known)
    mean = sum(x for x, _n in known) / events
    gamma = _spread_beyond_chance(known, events, mean)
    if gamma == 0.0:
        return EmpiricalBayes(mean=mean, gamma=0.0, M=None, est=[mean] * len(known))
    worth = 1.0 / gamma - 1.0
    return EmpiricalBayes(
        mean=mean,
        gamma=gamma,
        M=worth,
        est=[(x + worth * mean) / (n + worth) for x, n in known],
    )


def focus_groups(
    *, reps: Sequence[tuple[str, int, int]], target: float = TARGET_SHARE
) -> FocusGroups | None:
    """Sort the reps `[name, x, n]` with data into three groups; None below three such reps.

    `first`: estimates more than 0.10 below the target; `also`: below it; `steady`: the others.
    """
    check_target(target)
    found = eb(reps=[(x, n) for _name, x, n in reps])
    if found is None:
        return None
    groups: tuple[list[str], list[str], list[str]] = ([], [], [])
    names = [name for name, _x, n in reps if n > 0]
    for name, estimate in zip(names, found.est, strict=True):
        reached = sum(estimate >= bound - _ROUNDING for bound in (target - FAR_BELOW, target))
        groups[reached].append(name)
    first, also, steady = (sorted(group, key=_alphabetical) for group in groups)
    return FocusGroups(first=first, also=also, steady=steady)


def _spread_beyond_chance(known: Sequence[tuple[int, int]], events: int, mean: float) -> float:
    """Gamma, 0 to 0.99: the share of the spread between reps that chance does not explain."""
    others = len(known) - 1
    possible = events - sum(n * n for _x, n in known) / events - others
    if possible <= 0.0 or mean in (0.0, 1.0):
        return 0.0
    spread = sum(n * (x / n - mean) ** 2 for x, n in known)
    return min(_MOST_BETWEEN, max(0.0, (spread / (mean * (1.0 - mean)) - others) / possible))


def _alphabetical(name: str) -> tuple[str, str]:
    return name.casefold(), name
