"""The manager's own list: what it holds in a month, and whether the month was looked at."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from coachdesk.domain.errors import RuleError
from coachdesk.domain.own_example import ModelLook, ModelMark, ModelPoint
from coachdesk.domain.playbook_vocabulary import Modelled
from coachdesk.language import gettext as _

MOST = 7


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def standing(points: Iterable[ModelPoint]) -> tuple[ModelPoint, ...]:
    """The points of the list as it is now, in the manager's order."""
    found = (point for point in points if point.ended_on is None)
    return tuple(sorted(found, key=lambda p: (p.sort_order, p.added_day, str(p.id))))


def refuse_more(points: Iterable[ModelPoint]) -> None:
    """A list that is looked at in a minute is short (E-EXA-01)."""
    if len(standing(points)) >= MOST:
        raise RuleError(
            "E-EXA-01",
            _("Your list has {n} points.").format(n=MOST),
            _("Take one off it before you add another."),
        )


def unmarked(
    points: Iterable[ModelPoint], look: ModelLook | None, *, month: date
) -> tuple[ModelPoint, ...]:
    """Points that stood before the month ended and have no mark in it."""
    marked = set() if look is None else {mark.point_id for mark in look.marks}
    return tuple(
        point
        for point in standing(points)
        if month_of(point.added_day) <= month and point.id not in marked
    )


def marked(look: ModelLook, point_id: object, found: Modelled | None, note: str) -> ModelLook:
    """The look with one point marked; None takes the mark off."""
    rest = tuple(mark for mark in look.marks if mark.point_id != point_id)
    if found is None:
        return replace(look, marks=rest)
    made = ModelMark(point_id=point_id, found=found, note=note.strip())  # type: ignore[arg-type]
    return replace(look, marks=(*rest, made))
