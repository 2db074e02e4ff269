"""When a rep went without a talk for too long, and which month an own answer belongs to."""

from collections.abc import Iterable
from datetime import date, timedelta

from coachdesk.domain.calendar import Days
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.people import Rep
from coachdesk.domain.reflections import Reflection
from coachdesk.language import gettext as _

RHYTHMS = 2
_ONE_DAY = timedelta(days=1)


def days_here(first: date, last: date, away: Iterable[Days]) -> int:
    """Days from `first` to `last`, both included, on which nobody of the two was away."""
    left = (last - first).days + 1
    reached = first - _ONE_DAY
    for begins, ends in sorted(away):
        begins, ends = max(begins, reached + _ONE_DAY), min(ends, last)
        if begins <= ends:
            left -= (ends - begins).days + 1
            reached = ends
    return max(0, left)


def days_without(rep: Rep, last_talk: date | None, until: date, away: Iterable[Days]) -> int | None:
    """Days here since the last talk, or since the rep joined; None where neither is known."""
    joined = next((start for start, end in rep.employed if end is None or until <= end), None)
    since = max((day for day in (last_talk, joined) if day is not None), default=None)
    if since is None:
        return None
    return days_here(since + _ONE_DAY, until, [*rep.away, *away])


def is_skipped(rep: Rep, days: int | None) -> bool:
    """Whether no talk was held for longer than twice the rep's rhythm."""
    return days is not None and days > RHYTHMS * rep.session_rhythm_days


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def check_month(month: date, *, as_of: date) -> None:
    """An answer is written and reworded while its month lasts (E-MIR-01)."""
    if month != month_of(as_of):
        raise RuleError(
            "E-MIR-01",
            _("That month is over; its answer stays as it is."),
            _("Answer the question of this month."),
        )


def check_answer(answer: str, before: Reflection | None) -> None:
    """Nothing can be taken back that is not there."""
    if not answer and before is None:
        raise InputError(_("There is no answer yet."), _("A sentence is enough."))
