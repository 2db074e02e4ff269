"""The manager's own list as the Playbook shows it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplePoint:
    """One point; `found` and `note` are of this month, `before` the marks of earlier ones."""

    id: UUID
    text: str
    found: str
    note: str
    before: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnExample:
    """The list in its order; `open` counts the points without a mark this month."""

    month: date
    points: tuple[ExamplePoint, ...]
    open: int
    most: int
