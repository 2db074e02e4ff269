"""What belongs to a customer or a rep, as rows that lead there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.views.search import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """One record: what it is, its words, its day, and where it is seen."""

    id: UUID
    title: str
    words: str
    day: date | None
    place: Place
