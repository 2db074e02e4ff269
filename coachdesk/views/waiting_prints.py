"""Pages that wait for a printer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPrint:
    """One page to print later: a talk's summary (`session_id`) or an observation form."""

    id: UUID
    title: str
    asked_day: date
    copies: int
    session_id: UUID | None
    rep_id: UUID | None
