"""Why expectations were missed, and how old open ones are (statistics §13)."""

from collections.abc import Sequence
from dataclasses import dataclass

from coachdesk.domain.statistics.arguments import check_count
from coachdesk.domain.vocabulary import Cause, HandOffState

DUE_SOON_DAYS = 3
STALE_DAYS = 14
MIN_MISSES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """How many misses each of the five causes has, and whether the partner note is due."""

    counts: dict[str, int]
    partner_note: bool


def causes(*, causes: Sequence[str]) -> Causes:
    """Count missed expectations by cause code, every code named also at 0.

    `partner_note` says that more than half lie with partner capacity, from four misses on.
    """
    codes = [code.value for code in Cause]
    unknown = sorted(set(causes) - set(codes))
    if unknown:
        raise ValueError(f"{', '.join(unknown)}: a cause is one of {', '.join(codes)}")
    counts = {code: causes.count(code) for code in codes}
    n = len(causes)
    partner = counts[Cause.PARTNER_CAPACITY.value]
    return Causes(counts=counts, partner_note=n >= MIN_MISSES and 2 * partner > n)


def ageing(
    *,
    state: str,
    due_in_days: int,
    due_soon_days: int = DUE_SOON_DAYS,
    stale_days: int = STALE_DAYS,
) -> str | None:
    """Return the age word of a hand-off in state "set"; None in every other state.

    "on_track", "due_soon", "overdue" or "stale"; `due_in_days` is negative past the due day.
    Source: rules §5.
    """
    check_count("due_soon_days", due_soon_days)
    check_count("stale_days", stale_days)
    if state != HandOffState.SET:
        return None
    if due_in_days > due_soon_days:
        return "on_track"
    if due_in_days >= 0:
        return "due_soon"
    return "overdue" if -due_in_days <= stale_days else "stale"
