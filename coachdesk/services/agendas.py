"""The agenda of a one-on-one: the usual points, those of each side, their order and their ticks."""

from dataclasses import dataclass, replace

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.people import Rep
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import AgendaKind, Whose
from coachdesk.language import gettext as _
from coachdesk.store.unit_of_work import UnitOfWork

MOST_POINTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDraft:
    """One point of an agenda as it is typed; without an id it is new."""

    id: Id[AgendaItem] | None = None
    whose: Whose
    kind: AgendaKind = AgendaKind.OTHER
    text: str
    minutes: int = 0


def usual_agenda(work: UnitOfWork, talk: CoachingSession, rep: Rep) -> None:
    """The rep's own point first; a third of the time each for it and for the behaviour."""
    third = max(5, round(talk.minutes / 3 / 5) * 5)
    rest = max(0, talk.minutes - 2 * third)
    points = (
        (Whose.REP, AgendaKind.REP, reps_point_title(rep), third),
        (Whose.MANAGER, AgendaKind.PROMISES, _("Last time and promises, mine first"), rest // 2),
        (Whose.MANAGER, AgendaKind.BEHAVIOUR, _("One behaviour"), third),
        (Whose.MANAGER, AgendaKind.NEXT, _("Agree what happens next"), rest - rest // 2),
    )
    for order, (whose, kind, text, minutes) in enumerate(points, 1):
        work.put(
            AgendaItem(
                id=work.new_id(AgendaItem),
                session_id=talk.id,
                order=order,
                whose=whose,
                kind=kind,
                text=text,
                minutes=minutes,
            )
        )


def reps_point_title(rep: Rep) -> str:
    """What the rep's first point is called until something is written there."""
    return _("{name}’s agenda").format(name=rep.first_name)


def set_agenda(work: UnitOfWork, id: Id[CoachingSession], points: tuple[AgendaDraft, ...]) -> None:
    """Write the agenda in this order; the rep's point stays first and cannot be removed."""
    if not points or points[0].whose is not Whose.REP:
        raise RuleError("E-SES-12", _("The rep’s agenda comes first."), _("Move it back up."))
    old = {item.id: item for item in work.find(AgendaItem, session_id=id)}
    kept = {point.id for point in points if point.id is not None}
    for item in old.values():
        if item.id not in kept:
            work.remove(item)
    for order, point in enumerate(points, 1):
        known = old.get(point.id) if point.id is not None else None
        fresh = known or AgendaItem(
            id=work.new_id(AgendaItem),
            session_id=id,
            order=order,
            whose=point.whose,
            kind=point.kind,
            text=point.text.strip(),
        )
        work.put(replace(fresh, order=order, text=point.text.strip(), minutes=point.minutes))


def add_reps_point(work: UnitOfWork, id: Id[CoachingSession], text: str) -> AgendaItem:
    """Another point of the rep's, after the rep's last one."""
    items = _with_room(work, id)
    place = 1 + sum(item.whose is Whose.REP for item in items)
    for item in items:
        if item.order >= place:
            work.put(replace(item, order=item.order + 1))
    return work.put(
        AgendaItem(
            id=work.new_id(AgendaItem),
            session_id=id,
            order=place,
            whose=Whose.REP,
            kind=AgendaKind.REP,
            text=text.strip(),
        )
    )


def add_own_point(work: UnitOfWork, id: Id[CoachingSession], text: str) -> AgendaItem:
    """Another point of the manager's, before the last one: what is agreed next."""
    items = _with_room(work, id)
    last = max((item.order for item in items), default=0)
    for item in items:
        if item.order == last and item.kind is AgendaKind.NEXT:
            work.put(replace(item, order=last + 1))
            last -= 1
    return work.put(
        AgendaItem(
            id=work.new_id(AgendaItem),
            session_id=id,
            order=last + 1,
            whose=Whose.MANAGER,
            text=text.strip(),
        )
    )


def _with_room(work: UnitOfWork, id: Id[CoachingSession]) -> list[AgendaItem]:
    """The points of an agenda that holds one more."""
    items = work.find(AgendaItem, session_id=id)
    if len(items) >= MOST_POINTS:
        raise RuleError(
            "E-SES-14",
            _("An agenda holds {n} points.").format(n=MOST_POINTS),
            _("Take one out, or join two."),
        )
    return items


def tick_point(work: UnitOfWork, id: Id[AgendaItem], *, ticked: bool) -> AgendaItem:
    """Mark a point as talked about, or not."""
    return work.put(replace(work.get(AgendaItem, id), ticked=ticked))
