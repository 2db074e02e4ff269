"""The states of a joint visit, as a table, and what each step asks for (rules §6)."""

from dataclasses import replace
from datetime import date, time

from coachdesk.domain.errors import RuleError
from coachdesk.domain.people import Rep
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import VisitState
from coachdesk.language import gettext as _

S = VisitState
# Which event leads from which states; what is not listed is refused.
STEPS: dict[str, frozenset[VisitState]] = {
    "hold": frozenset({S.PLANNED}),
    "look_back": frozenset({S.HELD}),
    "observe": frozenset({S.HELD}),
    "prepare": frozenset({S.PLANNED}),
    "move": frozenset({S.PLANNED}),
    "cancel": frozenset({S.PLANNED}),
}


def check_step(visit: JointVisit, step: str) -> None:
    """Refuse a step that this state does not allow (E-VIS-03, E-VIS-04)."""
    if visit.state in STEPS[step]:
        return
    if visit.state is S.CANCELLED:
        raise RuleError("E-VIS-03", _("This visit was cancelled."), _("Plan a new one."))
    if visit.state is S.PLANNED:
        raise RuleError(
            "E-VIS-04", _("This visit has not been held yet."), _("Enter it as held first.")
        )
    raise RuleError(
        "E-VIS-04", _("This visit was held already."), _("Change what you both saw instead.")
    )


def check_plan(rep: Rep, day: date, *, as_of: date) -> None:
    """A visit is planned with an active rep, for today or later (E-VIS-01)."""
    if day < as_of or not rep.is_active(day):
        raise RuleError("E-VIS-01", _("Plan a visit for today or later, or enter it as held."))


def held(visit: JointVisit, day: date, *, as_of: date) -> JointVisit:
    """Held on a day that has come (E-VIS-02)."""
    check_step(visit, "hold")
    check_held_day(day, as_of=as_of)
    return replace(visit, state=S.HELD, day=day)


def check_held_day(day: date, *, as_of: date) -> None:
    """A visit was held today or before (E-VIS-02)."""
    if day > as_of:
        raise RuleError(
            "E-VIS-02", _("This visit lies in the future."), _("Enter it once it has been held.")
        )


def moved(visit: JointVisit, rep: Rep, day: date, start: time | None, *, as_of: date) -> JointVisit:
    """Planned for another day, today or later."""
    check_step(visit, "move")
    check_plan(rep, day, as_of=as_of)
    return replace(visit, day=day, start=start)


def cancelled(visit: JointVisit) -> JointVisit:
    """Cancelled for good."""
    check_step(visit, "cancel")
    return replace(visit, state=S.CANCELLED)
