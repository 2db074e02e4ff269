"""How many hand-offs go on from each stage of the chain to the next (statistics §9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coachdesk.domain.statistics.shares import CERTAINTY, wilson

STAGES = 5
MIN_REACHED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """From stage `step` to the next: `num` of `den` went on; shown from eight on.

    `rate` (0-1) and its range are None where nobody settled.
    """

    step: int
    num: int
    den: int
    rate: float | None
    wilson: list[float] | None
    shown: bool


def conversion(
    *, handoffs: Sequence[Mapping[str, int]], certainty: float = CERTAINTY
) -> list[Conversion]:
    """Return the four steps of the chain for hand-offs `{stage, settled}`.

    `stage` is 1-5 (0 where no need is recorded: it counts nowhere), `settled` says whether it
    ended there. Who may still go on is left out of the next step's denominator. Range: Wilson.
    """
    stages = [(handoff["stage"], bool(handoff["settled"])) for handoff in handoffs]
    for stage, _settled in stages:
        if not 0 <= stage <= STAGES:
            raise ValueError(f"stage is {stage}; the chain has {STAGES}")
    return [_step(k, stages, certainty) for k in range(1, STAGES)]


def _step(k: int, stages: Sequence[tuple[int, bool]], certainty: float) -> Conversion:
    num = sum(stage > k for stage, _settled in stages)
    den = num + sum(stage == k and settled for stage, settled in stages)
    return Conversion(
        step=k,
        num=num,
        den=den,
        rate=num / den if den else None,
        wilson=wilson(x=num, n=den, certainty=certainty),
        shown=den >= MIN_REACHED,
    )
