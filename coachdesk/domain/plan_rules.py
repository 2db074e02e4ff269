"""When a coaching plan begins, what it holds, where it stands and how it ends (rules §11)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.errors import RuleError
from coachdesk.domain.people import Settings
from coachdesk.domain.plans import CoachingPlan, PlanSession
from coachdesk.domain.statistics import finding
from coachdesk.domain.talk_rules import AFTER
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import PlanStop, TalkState
from coachdesk.language import gettext as _

LEAST_PLANNED, MOST_PLANNED = 4, 6
WELL = 4
# Shorter than this is no reason that means anything a year later.
LEAST_REASON = 5
# A talk ahead, moved or cancelled has nothing that was tried.
_HAPPENING = frozenset({TalkState.RUNNING, *AFTER})


@dataclass(frozen=True, slots=True)
class RatedDay:
    """One rating of the plan's behaviour: when, how well, and at which customer."""

    day: date
    value: int
    account_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """Ratings of some time: x of n are 4 or 5, from so many customers and weeks."""

    x: int
    n: int
    accounts: int
    weeks: int


def is_active(plan: CoachingPlan) -> bool:
    """Whether the plan goes on."""
    return plan.stop_reason is None


def check_start(plans: Iterable[CoachingPlan]) -> None:
    """A rep has one plan at a time (E-PLA-02)."""
    if any(is_active(plan) for plan in plans):
        raise RuleError(
            "E-PLA-02", _("A coaching plan is running."), _("Stop the current plan first.")
        )


def reworded(plan: CoachingPlan, good_looks_like: str, planned: int) -> CoachingPlan:
    """Other words or another number of one-on-ones; where it began stays."""
    _check_active(plan)
    return replace(plan, good_looks_like=good_looks_like.strip(), sessions_planned=planned)


def with_tried(plan: CoachingPlan, talk: CoachingSession, tried: str) -> CoachingPlan:
    """With what was tried in a talk that took place under the plan; empty words take it out."""
    if not covers(plan, talk.rep_id, talk.day) or talk.state not in _HAPPENING:
        raise RuleError(
            "E-PLA-03",
            _("This talk is not part of the plan."),
            _("Note what was tried in a talk that was held while the plan runs."),
        )
    entry = PlanSession(session_id=talk.id, tried=tried.strip())
    known = {each.session_id for each in plan.sessions}
    if talk.id in known:
        entries = [entry if each.session_id == talk.id else each for each in plan.sessions]
    else:
        entries = [*plan.sessions, entry]
    return replace(plan, sessions=tuple(each for each in entries if each.tried))


def stopped(plan: CoachingPlan, reason: PlanStop | None, note: str, *, as_of: date) -> CoachingPlan:
    """Reached, changed or dropped; the last two say why in a few words (E-PLA-01)."""
    _check_active(plan)
    needs_words = reason is not PlanStop.REACHED
    if reason is None or (needs_words and len(note.strip()) < LEAST_REASON):
        raise RuleError("E-PLA-01", _("Say why the plan stops."), _("A few words are enough."))
    return replace(plan, stop_reason=reason, stop_note=note.strip(), stopped_day=as_of)


def covers(plan: CoachingPlan, rep_id: UUID, day: date) -> bool:
    """Whether a talk of that rep and day belongs to the plan."""
    last = plan.stopped_day or date.max
    return plan.rep_id == rep_id and plan.start_day <= day <= last


def plan_of_talk(plans: Sequence[CoachingPlan], talk: CoachingSession) -> CoachingPlan | None:
    """The plan a talk belongs to: the running one, before a talk; later the one of its day.

    Where one plan stopped and another began on that day, it is the one that holds its entry, else
    the one that runs.
    """
    over = talk.state in AFTER
    found = [
        plan for plan in plans if covers(plan, talk.rep_id, talk.day) and (over or is_active(plan))
    ]
    return max(
        found,
        key=lambda plan: (tried_in(plan, talk.id) != "", is_active(plan), plan.start_day),
        default=None,
    )


def tried_in(plan: CoachingPlan, session_id: UUID) -> str:
    """What was tried in a talk, if that was written."""
    return next((each.tried for each in plan.sessions if each.session_id == session_id), "")


def start_value(ratings: Iterable[RatedDay], day: date, window_days: int) -> tuple[int, int]:
    """x of n in the window that ends with the day the plan begins."""
    counted = _counted(r for r in ratings if day - timedelta(days=window_days) < r.day <= day)
    return counted.x, counted.n


def since(plan: CoachingPlan, ratings: Iterable[RatedDay]) -> Since:
    """Ratings after the day the plan began, to the day it stopped."""
    last = plan.stopped_day or date.max
    return _counted(r for r in ratings if plan.start_day < r.day <= last)


def suggests_reached(found: Since, settings: Settings) -> bool:
    """Whether the ratings since the start alone are a strength; the manager decides."""
    return (
        finding(
            x=found.x,
            n=found.n,
            accounts=found.accounts,
            weeks=found.weeks,
            target=settings.target_share,
            certainty=settings.certainty,
            min_events=settings.min_events,
            min_accounts=settings.min_accounts,
            min_weeks=settings.min_weeks,
        )
        == "strength"
    )


def _counted(ratings: Iterable[RatedDay]) -> Since:
    found = list(ratings)
    return Since(
        x=sum(rating.value >= WELL for rating in found),
        n=len(found),
        accounts=len({r.account_id for r in found if r.account_id is not None}),
        weeks=len({rating.day.isocalendar()[:2] for rating in found}),
    )


def _check_active(plan: CoachingPlan) -> None:
    if not is_active(plan):
        raise RuleError("E-PLA-04", _("This plan has ended."), _("Start a new one."))
