"""What reps should see the manager do: the list, and the monthly look at it (source 001)."""

from dataclasses import replace
from uuid import UUID

from coachdesk.domain import own_example_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.own_example import ModelLook, ModelPoint
from coachdesk.domain.playbook_vocabulary import Modelled
from coachdesk.language import gettext as _
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.own_example import ExamplePoint, OwnExample

MONTHS_SHOWN = 5


def own_example(reads: Snapshot) -> OwnExample:
    """The list as it stands, with the marks of this month and of those before."""
    points, looks = reads.find(ModelPoint), reads.find(ModelLook)
    month = rules.month_of(reads.as_of)
    now = next((look for look in looks if look.month == month), None)
    before = sorted((look for look in looks if look.month < month), key=lambda look: look.month)
    return OwnExample(
        month=month,
        points=tuple(
            _point(point, now, before[-MONTHS_SHOWN:]) for point in rules.standing(points)
        ),
        open=len(rules.unmarked(points, now, month=month)),
        most=rules.MOST,
    )


def _point(point: ModelPoint, now: ModelLook | None, before: list[ModelLook]) -> ExamplePoint:
    mark = None if now is None else next((m for m in now.marks if m.point_id == point.id), None)
    return ExamplePoint(
        id=point.id,
        text=point.text,
        found="" if mark is None else mark.found.value,
        note="" if mark is None else mark.note,
        before=tuple(
            (look.month, earlier.found.value)
            for look in before
            for earlier in look.marks
            if earlier.point_id == point.id
        ),
    )


def add_point(work: UnitOfWork, text: str) -> ModelPoint:
    """One more line of the list, at its end (E-EXA-01)."""
    points = work.find(ModelPoint)
    rules.refuse_more(points)
    last = max((point.sort_order for point in points), default=-1)
    return work.put(
        ModelPoint(
            id=work.new_id(ModelPoint),
            text=_said(text),
            sort_order=last + 1,
            added_day=work.as_of,
        )
    )


def word_point(work: UnitOfWork, id: Id[ModelPoint], text: str) -> ModelPoint:
    """The line in other words."""
    return work.put(replace(work.get(ModelPoint, id), text=_said(text)))


def drop_point(work: UnitOfWork, id: Id[ModelPoint]) -> None:
    """Off the list; one that was marked once is kept as ended, so that its months still tell."""
    point = work.get(ModelPoint, id)
    if any(mark.point_id == id for look in work.find(ModelLook) for mark in look.marks):
        work.put(replace(point, ended_on=work.as_of))
    else:
        work.remove(point)


def move_point(work: UnitOfWork, id: Id[ModelPoint], step: int) -> None:
    """One place up or down; at the end of the list nothing happens."""
    points = list(rules.standing(work.find(ModelPoint)))
    at = next(i for i, point in enumerate(points) if point.id == id)
    if not 0 <= at + step < len(points):
        return
    points[at], points[at + step] = points[at + step], points[at]
    for place, point in enumerate(points):
        if point.sort_order != place:
            work.put(replace(point, sort_order=place))


def mark_point(
    work: UnitOfWork, id: Id[ModelPoint], found: Modelled | None, note: str = ""
) -> ModelLook:
    """What the manager says of a point this month."""
    work.get(ModelPoint, id)
    month = rules.month_of(work.as_of)
    look = next((each for each in work.find(ModelLook, month=month)), None)
    if look is None:
        look = ModelLook(id=work.new_id(ModelLook), month=month, day=work.as_of)
    return work.put(rules.marked(replace(look, day=work.as_of), id, found, note))


def looks_due(reads: Snapshot) -> int:
    """How many points wait for this month's look."""
    month = rules.month_of(reads.as_of)
    now = next(iter(reads.find(ModelLook, month=month)), None)
    return len(rules.unmarked(reads.find(ModelPoint), now, month=month))


def first_point(reads: Snapshot) -> UUID | None:
    """Where the monthly look begins."""
    points = rules.standing(reads.find(ModelPoint))
    return points[0].id if points else None


def _said(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise InputError(_("The line is empty."), _("Say what they should see you do."))
    return words
