"""What Today asks to be looked at again: a peer manager not met for long, a pursuit to decide."""

from dataclasses import dataclass
from uuid import UUID

from coachdesk.views.search import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainRow:
    """One line, with where it is looked at; `reason` is why now."""

    id: UUID
    title: str
    about: str
    reason: str
    place: Place
