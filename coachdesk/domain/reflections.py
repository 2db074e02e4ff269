"""The manager's own answer to one question a month about the own coaching."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Entity):
    """What the manager means to change, for the manager's eyes only; one a month.

    `month` is the first day of the month; the question stands as it was asked.
    """

    id: Id["Reflection"]
    month: date
    question: Annotated[str, Length(1, 160)]
    answer: Annotated[str, Length(1, 600)]
