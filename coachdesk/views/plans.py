"""A coaching plan as screens, files and paper show it: where it stands, in words built once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.vocabulary import BehaviourKey, PlanStop
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import near_day, print_day


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTalk:
    """One one-on-one of a plan, counted from 1; `tried` is empty where nothing was written."""

    session_id: UUID
    number: int
    day: date
    tried: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """One plan: where it began, the talks held since, and the figure since its first day.

    `x` of `n` ratings since are 4 or 5; `lo` and `hi` bound that share (0–1) at `certainty`, None
    below `least` ratings. `suggests_reached`: these ratings alone are a strength.
    """

    id: UUID
    rep_id: UUID
    behaviour: BehaviourKey
    letter: str
    title: str
    good_looks_like: str
    start_day: date
    start_x: int
    start_n: int
    planned: int
    talks: tuple[PlanTalk, ...]
    x: int
    n: int
    least: int
    lo: float | None
    hi: float | None
    certainty: float
    suggests_reached: bool
    stop_reason: PlanStop | None
    stop_note: str
    stopped_day: date | None

    @property
    def is_active(self) -> bool:
        """Whether it goes on."""
        return self.stop_reason is None

    @property
    def is_used_up(self) -> bool:
        """Whether every planned one-on-one was held and it goes on still."""
        return self.is_active and len(self.talks) >= self.planned

    @property
    def needs(self) -> int:
        """How many more ratings a range needs."""
        return max(0, self.least - self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPlan:
    """A plan as one talk sees it: the `number` of this talk among those planned."""

    plan: PlanView
    number: int
    tried: str


def count_words(plan: PlanView) -> str:
    """ "4 of 5 one-on-ones"."""
    return _("{k} of {n} one-on-ones").format(k=len(plan.talks), n=plan.planned)


def number_words(found: TalkPlan) -> str:
    """ "one-on-one 4 of 5"."""
    return _("one-on-one {k} of {n}").format(k=found.number, n=found.plan.planned)


def start_words(plan: PlanView) -> str:
    """ "1 of 7 at the start", or that nothing was rated then."""
    if not plan.start_n:
        return _("nothing rated at the start")
    return _("{x} of {n} at the start").format(x=plan.start_x, n=plan.start_n)


def since_words(plan: PlanView) -> str:
    """ "since then 4 of 6 (range 35–88 % at 90 % certainty)", or what is missing."""
    if not plan.n:
        return ngettext(
            "since then nothing rated yet, needs {needs}",
            "since then nothing rated yet, needs {needs}",
            plan.needs,
        ).format(needs=plan.needs)
    if plan.lo is None or plan.hi is None:
        return ngettext(
            "since then {x} of {n}, needs {needs} more",
            "since then {x} of {n}, needs {needs} more",
            plan.needs,
        ).format(x=plan.x, n=plan.n, needs=plan.needs)
    return _("since then {x} of {n} (range {lo}–{hi} % at {certainty} % certainty)").format(
        x=plan.x,
        n=plan.n,
        lo=round(100 * plan.lo),
        hi=round(100 * plan.hi),
        certainty=round(100 * plan.certainty),
    )


def figures_words(plan: PlanView) -> str:
    """ "Rated 4 or 5: 1 of 7 at the start, since then 2 of 3, needs 3 more"."""
    return _("Rated 4 or 5: {start}, {since}").format(
        start=start_words(plan), since=since_words(plan)
    )


def line_words(found: TalkPlan) -> str:
    """The plan in one line, as a brief shows it."""
    return _("Coaching plan on {behaviour}, {number}. {figures}.").format(
        behaviour=found.plan.title, number=number_words(found), figures=figures_words(found.plan)
    )


def last_tried_words(found: TalkPlan) -> str:
    """What was tried in the newest talk before this one that says so; empty without any."""
    tried = [talk.tried for talk in found.plan.talks if talk.number < found.number and talk.tried]
    return _("Tried last: “{tried}”").format(tried=tried[-1]) if tried else ""


def page_words(found: TalkPlan, focus: BehaviourKey | None) -> str:
    """The plan on the rep's printed page: which one-on-one of it this was, and since when.

    Where another behaviour is in focus the plan's own is named.
    """
    since = print_day(found.plan.start_day)
    if focus is found.plan.behaviour:
        return _("{number} of the coaching plan since {day}").format(
            number=number_words(found), day=since
        )
    return _("{number} of the coaching plan on {behaviour} since {day}").format(
        number=number_words(found), behaviour=found.plan.title, day=since
    )


def stop_words(reason: PlanStop) -> str:
    """How a plan ended."""
    return {
        PlanStop.REACHED: _("reached"),
        PlanStop.CHANGED: _("changed"),
        PlanStop.DROPPED: _("dropped"),
    }[reason]


def ended_words(plan: PlanView, as_of: date) -> str:
    """ "reached 14 Feb, 4 of 5 one-on-ones"; empty while it goes on."""
    if plan.stop_reason is None or plan.stopped_day is None:
        return ""
    return _("{how} {day}, {count}").format(
        how=stop_words(plan.stop_reason),
        day=near_day(plan.stopped_day, as_of),
        count=count_words(plan),
    )


def question_words(plan: PlanView) -> str:
    """What the plan asks of the manager now; empty when nothing. It never stops by itself."""
    if not plan.is_active:
        return ""
    if plan.suggests_reached:
        return _("The ratings since the start say “reached”. Stop the plan, or go on?")
    if plan.is_used_up:
        return _("All {n} one-on-ones are used. Stop the plan, or go on?").format(n=plan.planned)
    return ""
