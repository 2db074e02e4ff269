"""What reps should see the manager do with partners and peers, looked at once a month."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length, check_limits
from coachdesk.domain.playbook_vocabulary import Modelled


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPoint(Entity):
    """One line of the manager's list, in the manager's words (source 001, fundamental two)."""

    id: Id["ModelPoint"]
    text: Annotated[str, Length(1, 200)]
    sort_order: Annotated[int, Between(0, 1000)] = 0
    added_day: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelMark:
    """What the manager said of one point in one month."""

    point_id: Id[ModelPoint]
    found: Modelled
    note: Annotated[str, Length(0, 200)] = ""

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLook(Entity):
    """The monthly look at the list; `month` is the first day of the month."""

    id: Id["ModelLook"]
    month: date
    day: date
    marks: tuple[ModelMark, ...] = ()
