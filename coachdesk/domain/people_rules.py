"""Who is on the team when, who is away, and what of two that were one is kept."""

from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from datetime import date, timedelta
from typing import TypeVar

from coachdesk.domain.day_names import short_day
from coachdesk.domain.entity import Entity
from coachdesk.domain.errors import RuleError
from coachdesk.domain.names import fold
from coachdesk.domain.people import Days, Employment, Rep
from coachdesk.domain.vocabulary import TeamKind
from coachdesk.language import gettext as _

E = TypeVar("E", bound=Entity)
_ONE_DAY = timedelta(days=1)


def last_day(rep: Rep) -> date | None:
    """The last day on the team, if one is entered for the newest time."""
    return rep.employed[-1][1] if rep.employed else None


def check_on_team(rep: Rep, day: date) -> None:
    """Refuse what is said of a day on which the rep was not on the team (E-OBS-12)."""
    if not rep.is_active(day):
        raise RuleError(
            "E-OBS-12",
            _("{name} was not on the team that day.").format(name=rep.first_name),
            _("Check the date, or the days in the team."),
        )


def left(rep: Rep, day: date, *, known_since: date) -> Rep:
    """Off the team after that day; `known_since` begins the time where no beginning is entered."""
    spans = rep.employed or ((min(known_since, day), None),)
    start = spans[-1][0]
    if day < start:
        raise RuleError(
            "E-REP-01",
            _("{name} joined on {day}.").format(name=rep.first_name, day=_full(start)),
            _("Enter a last day on or after it."),
        )
    return replace(rep, employed=(*spans[:-1], (start, day)))


def came_back(rep: Rep, day: date) -> Rep:
    """On the team again from that day on; a gap of no day is none."""
    end = last_day(rep)
    if end is None:
        raise RuleError(
            "E-REP-02",
            _("{name} is on the team.").format(name=rep.first_name),
            _("Enter that {name} left first.").format(name=rep.first_name),
        )
    if day <= end:
        raise RuleError(
            "E-REP-03",
            _("{name} was on the team until {day}.").format(name=rep.first_name, day=_full(end)),
            _("Enter a later day."),
        )
    return replace(rep, employed=united_spans((*rep.employed, (day, None))))


def joined(rep: Rep, day: date | None) -> Rep:
    """The first day on the team; none means always, as long as nobody left."""
    if not rep.employed:
        return rep if day is None else replace(rep, employed=((day, None),))
    start, end = rep.employed[0]
    if day is None:
        return replace(rep, employed=()) if rep.employed == ((start, None),) else rep
    if end is not None and end < day:
        raise RuleError(
            "E-REP-04",
            _("{name} left on {day}.").format(name=rep.first_name, day=_full(end)),
            _("Enter a first day on or before it."),
        )
    return replace(rep, employed=((day, end), *rep.employed[1:]))


def united_spans(spans: Iterable[Employment]) -> tuple[Employment, ...]:
    """In order, with those that overlap or follow each other without a gap joined."""
    found: list[Employment] = []
    for start, end in sorted(spans, key=lambda span: span[0]):
        if found and (found[-1][1] is None or start <= found[-1][1] + _ONE_DAY):
            before = found[-1][1]
            later = None if before is None or end is None else max(before, end)
            found[-1] = (found[-1][0], later)
        else:
            found.append((start, end))
    return tuple(found)


def with_days(away: Iterable[Days], first: date, last: date) -> tuple[Days, ...]:
    """Away on these days too, in order, with ranges that touch joined (E-AWY-01)."""
    if last < first:
        raise RuleError(
            "E-AWY-01",
            _("The last day away comes before the first."),
            _("Enter the days the other way round."),
        )
    return united_away(away, ((first, last),))


def without_days(away: Iterable[Days], days: Days) -> tuple[Days, ...]:
    """Away no more on that range."""
    return tuple(period for period in away if period != days)


def filled(kept: E, lost: E) -> E:
    """What the kept one says, and what only the lost one says."""
    found = {}
    for field in fields(kept):
        old, other = getattr(kept, field.name), getattr(lost, field.name)
        if field.default is not MISSING and _says_nothing(old) and not _says_nothing(other):
            found[field.name] = other
    return replace(kept, **found)


def _says_nothing(value: object) -> bool:
    is_blank = isinstance(value, str) and not value.strip()
    return is_blank or value is None or value == () or value is TeamKind.OTHER


def one_rep(kept: Rep, lost: Rep) -> Rep:
    """Two entries of one person: times united, "always" stays always; a slot is taken whole."""
    slotless = kept.slot_weekday is None and kept.slot_time is None
    slot = lost if slotless and not _says_nothing(lost.slot_weekday) else kept
    is_same_name = fold(kept.first_name) == fold(lost.first_name)
    always = not kept.employed or not lost.employed
    return replace(
        filled(kept, lost),
        last_name=kept.last_name or (lost.last_name if is_same_name else ""),
        employed=() if always else united_spans((*kept.employed, *lost.employed)),
        away=united_away(kept.away, lost.away),
        slot_weekday=slot.slot_weekday,
        slot_time=slot.slot_time,
        slot_minutes=slot.slot_minutes,
    )


def united_away(one: Iterable[Days], other: Iterable[Days]) -> tuple[Days, ...]:
    """The days away of both."""
    united = united_spans((*one, *other))
    return tuple((start, end) for start, end in united if end is not None)


def _full(day: date) -> str:
    return _("{day} {year}").format(day=short_day(day), year=day.year)
