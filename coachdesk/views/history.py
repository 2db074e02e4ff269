"""What was changed, in words."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change: what it was, whom it was about, and what became different.

    `n` is its number, `at` its moment in the local zone, `kind` is "do", "undo", "redo", "print",
    "erase" or "load". `is_undone` is true for a change that was taken back later.
    """

    n: int
    at: datetime
    kind: str
    what: str
    reps: tuple[str, ...]
    details: tuple[str, ...]
    is_undone: bool = False
