"""What Insights shows and why, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from coachdesk.domain.day_names import short_day
from coachdesk.domain.numbers import decimal
from coachdesk.domain.vocabulary import CHAIN, QUALITIES, BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.balance_words import row_words
from coachdesk.views.chart_conduct import most_asked_words
from coachdesk.views.deals import OpportunityLine
from coachdesk.views.insight_words import percent, span
from coachdesk.views.insights import (
    ActivityFigure,
    FocusOrder,
    Insights,
    Shift,
    StageFigure,
    Trend,
)

WINDOWS = (91, 182, 365)
LINKS, SOFT = "links", "qualities"
BY_REP, OVER_TIME = "rep", "time"
GROUPS = {LINKS: CHAIN, SOFT: QUALITIES}


@dataclass(frozen=True, slots=True)
class Worth:
    """Something worth a question: it opens the ratings of one cell."""

    rep_id: UUID
    behaviour: BehaviourKey
    who: str
    title: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A title between rows."""

    words: str


def opportunity_rows(lines: Sequence[OpportunityLine]) -> list[Heading | OpportunityLine]:
    """Open ones under their title, then those of a year that ended."""
    found: list[Heading | OpportunityLine] = []
    for title, own in (
        (_("Open, by the customer’s stage"), [line for line in lines if line.is_open]),
        (_("Ended in the last year"), [line for line in lines if not line.is_open]),
    ):
        if own:
            found += [Heading(title), *own]
    return found


def prepared_word(prepared: bool) -> str:
    """Whether an activity was prepared."""
    return _("prepared") if prepared else _("not prepared")


def window_words(days: int) -> str:
    """How a window is called."""
    return _("Year") if days == 365 else _("{n} days").format(n=days)


def subtitle(found: Insights) -> str:
    """How much the figures rest on, and until when."""
    reps = ngettext("{n} rep", "{n} reps", len(found.people)).format(n=len(found.people))
    events = ngettext("{n} rating", "{n} ratings", found.events).format(n=found.events)
    return _("{reps} · {events} · {n} days to {day}").format(
        reps=reps, events=events, n=found.window_days, day=short_day(found.until)
    )


def heat_words(found: Insights) -> str:
    """What the heat map says in one sentence; nothing where no rule holds."""
    names = {person.id: person.first_name for person in found.people}
    titles = {cell.behaviour: cell.short_title for cell in found.cells}
    breaks = [
        _("{name} at {link} (probability {p})").format(
            name=names[chain.rep_id], link=titles[chain.behaviour], p=decimal(chain.chance, 2)
        )
        for chain in found.chains
        if chain.behaviour is not None and chain.chance is not None
    ]
    if not breaks and any(chain.chances is not None for chain in found.chains):
        return _("No chain has a clear break point.")
    if not breaks:
        return _("A break point needs four events on each of the five behaviours.")
    return _("Chains probably break: {list}.").format(list=", ".join(breaks))


def lead_words(found: Insights) -> str:
    """How the manager leads, in one or two sentences; a row of requirements goes first."""
    if in_a_row := row_words(found.in_a_row):
        return in_a_row
    asked = most_asked_words(found)
    if asked:
        return _("{words} Sharing builds the trust.").format(words=" ".join(asked))
    return found.balance.words


def worth_asking(found: Insights, shifts: Sequence[Shift]) -> list[Worth]:
    """Shifts first, then trends that held for two months, in the team's order."""
    names = {person.id: person.first_name for person in found.people}
    titles = {cell.behaviour: cell.title for cell in found.cells}
    rows = [
        Worth(s.rep_id, s.behaviour, names[s.rep_id], titles[s.behaviour], s.words, "shift")
        for s in shifts
        if s.rep_id in names
    ]
    rows += [
        Worth(t.rep_id, t.behaviour, names[t.rep_id], titles[t.behaviour], _trend(t), "trend")
        for t in found.trends
        if t.label in ("rising", "falling")
    ]
    return rows


def _trend(trend: Trend) -> str:
    """The trend in a row: its sentence stands on the figure itself."""
    found = trend.evaluation
    words = _("Rising") if trend.label == "rising" else _("Falling")
    return _("{way}: {x1} of {n1} earlier, {x2} of {n2} later, probability of a rise {p}").format(
        way=words,
        x1=found.earlier.x,
        n1=found.earlier.n,
        x2=found.later.x,
        n2=found.later.n,
        p=decimal(trend.rise or 0.0, 2),
    )


def waiting_words(found: Insights) -> str:
    """How long all take, and each partner team that has enough, in the alphabet's order."""
    teams = [
        _("{team} {days} days").format(team=team.team, days=team.curve.median)
        for team in found.waiting_by_team
        if team.curve is not None and team.curve.median is not None
    ]
    if not teams:
        return found.waiting.words
    return _("{words} Half by: {teams}.").format(words=found.waiting.words, teams=", ".join(teams))


def link_titles(found: Insights) -> list[str]:
    """Short titles of the five links."""
    short = {cell.behaviour: cell.short_title for cell in found.cells}
    return [short.get(order.behaviour, "") for order in found.focus]


def first_focus(found: Insights) -> int:
    """Which of the five private orders to begin with: the first that has somebody to look at."""
    has_first = (n for n, order in enumerate(found.focus) if order.groups and order.groups.first)
    return next(has_first, 0)


def activity_right(figure: ActivityFigure | StageFigure) -> str:
    """The share and its range, or what it needs."""
    row = figure.row
    if row.rate is None or row.wilson is None:
        return _("needs {n} more results").format(n=8 - row.with_outcome)
    return _("{share} %, range {range}").format(share=percent(row.rate), range=span(*row.wilson))


def activity_left(figure: ActivityFigure | StageFigure) -> str:
    """How many moved the decision forward, and how many say nothing of it."""
    row = figure.row
    without = row.count - row.with_outcome
    moved = _("{a} of {m} moved forward").format(a=row.advanced, m=row.with_outcome)
    if not without:
        return moved
    return _("{moved} · {k} without a result").format(moved=moved, k=without)


def group_lines(order: FocusOrder) -> list[tuple[str, str]]:
    """The three private groups, alphabetical inside."""
    groups = order.groups
    if groups is None:
        return []
    lines = [
        (_("Look here first"), groups.first),
        (_("Then here"), groups.also),
        (_("Steady"), groups.steady),
    ]
    return [(title, ", ".join(names) or "–") for title, names in lines]


def misses_lines(found: Insights) -> str:
    """Causes of missed expectations and the ages of open ones, as counts."""
    misses = found.misses
    ages = dict(misses.ages)
    open_words = _("Open: {on} on track, {soon} due soon, {over} overdue, {stale} stale.").format(
        on=ages["on_track"], soon=ages["due_soon"], over=ages["overdue"], stale=ages["stale"]
    )
    if not misses.n:
        return open_words
    counts = misses.causes.counts
    titles = (
        ("rep", _("rep")),
        ("partner_capacity", _("partner capacity")),
        ("customer_change", _("customer change")),
        ("unclear_handoff", _("unclear hand-off")),
        ("other", _("other")),
    )
    parts = [f"{title} {counts[key]}" for key, title in titles if counts[key]]
    return _("{words} By cause: {parts}. {open}").format(
        words=misses.words, parts=", ".join(parts), open=open_words
    )
