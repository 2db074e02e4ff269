"""What a calendar file says of a talk."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Appointment:
    """A talk ahead: with whom, when, how long."""

    id: UUID
    name: str
    day: date
    start: time | None
    minutes: int
