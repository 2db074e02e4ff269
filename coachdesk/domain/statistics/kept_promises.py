"""Promises kept, the same way for both sides (statistics §10)."""

from collections.abc import Sequence
from dataclasses import dataclass

from coachdesk.domain.statistics.shares import CERTAINTY, jeffreys

MIN_DUE_PROMISES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRate:
    """How many due promises were kept on time; rate and range only from five on (`shown`)."""

    kept: int
    late: int
    broken: int
    n: int
    rate: float | None
    jeffreys: list[float] | None
    shown: bool


def kept_rate(*, states: Sequence[str], certainty: float = CERTAINTY) -> KeptRate:
    """Return the promises kept on time; open, withdrawn and void ones do not count.

    `states` are those of one side's promises due in the last 91 days. `rate` is a share 0-1;
    it and its range are None below five.
    """
    kept, late, broken = (states.count(state) for state in ("kept", "kept_late", "broken"))
    n = kept + late + broken
    shown = n >= MIN_DUE_PROMISES
    return KeptRate(
        kept=kept,
        late=late,
        broken=broken,
        n=n,
        rate=kept / n if shown else None,
        jeffreys=jeffreys(x=kept, n=n, certainty=certainty) if shown else None,
        shown=shown,
    )
