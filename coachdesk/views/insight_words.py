"""The sentences of Insights, the same on screen, on paper and in JSON (statistics §1-13).

They state counts and how sure they are; the words of a verdict do not occur.
"""

from collections.abc import Sequence
from datetime import date

from coachdesk.domain.day_names import short_day
from coachdesk.domain.evaluation import Evaluation, Label, Missing, Reason, TrendEvaluation
from coachdesk.domain.numbers import decimal
from coachdesk.domain.people import Settings
from coachdesk.domain.statistics import (
    ActivityRow,
    Causes,
    Conversion,
    Difference,
    KeptRate,
    Permutation,
    Survival,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, within

CLEAR_CHANGE = 0.10


def percent(share: float) -> str:
    """A share as whole per cent, without the sign."""
    return f"{share * 100:.0f}"


def span(lo: float, hi: float) -> str:
    """A range of shares in per cent: "8–64 %"."""
    return _("{lo}–{hi} %").format(lo=percent(lo), hi=percent(hi))


def missing_words(missing: Missing) -> str:
    """What an evaluation lacks: "3 more events from another account in another week"."""
    if not missing:
        return ""
    n = max(missing.events, missing.accounts, missing.weeks)
    parts = [ngettext("{n} more event", "{n} more events", n).format(n=n)]
    if missing.accounts == 1:
        parts.append(_("from another account"))
    elif missing.accounts:
        parts.append(_("from {n} accounts").format(n=missing.accounts))
    if missing.weeks == 1:
        parts.append(_("in another week"))
    elif missing.weeks:
        parts.append(_("in {n} weeks").format(n=missing.weeks))
    return " ".join(parts)


def lacking(*, events: int, accounts: int, weeks: int) -> Missing:
    """What an evaluation lacks, from counts."""
    return Missing(events=events, accounts=accounts, weeks=weeks)


def level_words(
    evaluation: Evaluation, lo: float | None, hi: float | None, settings: Settings
) -> str:
    """The share of one cell in a sentence (§1)."""
    counts = evaluation.counts
    if lo is None or hi is None:
        needs = max(0, settings.min_events - counts.n)
        return _("{x} of {n} – needs {more} more").format(x=counts.x, n=counts.n, more=needs)
    return _(
        "{x} of {n} observations were rated 4 or 5 (range {range} at {certainty} % certainty). "
        "Target {target} %."
    ).format(
        x=counts.x,
        n=counts.n,
        range=span(lo, hi),
        certainty=percent(settings.certainty),
        target=percent(settings.target_share),
    )


def label_words(
    label: Label, *, lo: float | None, hi: float | None, target: float, missing: Missing
) -> str:
    """A label with its reason in one sentence (rules §9)."""
    if label.reason is Reason.TWICE_IN_A_ROW:
        where = _("above") if label.word == "Strength" else _("below")
        return _("{label}: in two months in a row the whole range lay {where} {target} %").format(
            label=_(label.word), where=where, target=percent(target)
        )
    nothing = _("not enough evidence")
    if label.reason is Reason.SEEN_ONCE:
        return _("{nothing} – seen once, needs to hold next month").format(nothing=nothing)
    if label.reason is Reason.INCLUDES_TARGET and lo is not None and hi is not None:
        return _("{nothing} – range {range} includes the target {target} %").format(
            nothing=nothing, range=span(lo, hi), target=percent(target)
        )
    return _("{nothing} – needs {missing}").format(nothing=nothing, missing=missing_words(missing))


def break_words(title: str | None, chance: float | None, lacking: Sequence[tuple[str, int]]) -> str:
    """Where the chain breaks, or what is missing to say so (§8)."""
    if title is not None and chance is not None:
        return _(
            "The chain probably breaks at {behaviour} (probability {p}). Talk about this first."
        ).format(behaviour=title, p=decimal(chance, 2))
    if not lacking:
        return _("No clear break point.")
    (title, n), *others = lacking
    first = ngettext(
        "{n} more observation of {behaviour}", "{n} more observations of {behaviour}", n
    ).format(n=n, behaviour=title)
    parts = [first, *(_("{n} of {behaviour}").format(n=n, behaviour=name) for name, n in others)]
    return _("Break point needs {what}.").format(what=", ".join(parts))


def trend_words(trend: TrendEvaluation) -> str:
    """Whether the share has risen (§2)."""
    if trend.rise is None:
        missing = missing_words(trend.missing_later) or missing_words(trend.missing_earlier)
        when = _("later") if trend.missing_later else _("earlier")
        return _("No trend yet: the {when} 13 weeks need {missing}.").format(
            when=when, missing=missing
        )
    return _(
        "Rated 4 or 5 in {x1} of {n1} earlier and {x2} of {n2} later observations; probability "
        "of a rise {p}."
    ).format(
        x1=trend.earlier.x,
        n1=trend.earlier.n,
        x2=trend.later.x,
        n2=trend.later.n,
        p=decimal(trend.rise, 2),
    )


def promises_words(
    mine: KeptRate, mine_overdue: int, reps: KeptRate, reps_overdue: int, who: str
) -> str:
    """Promises kept, the manager's first (§10)."""
    return _("You: {mine}. {who}: {reps}.").format(
        mine=_kept(mine, mine_overdue), who=who, reps=_kept(reps, reps_overdue)
    )


def _kept(rate: KeptRate, overdue: int) -> str:
    return _("{k} of {n} kept on time ({late} late, {broken} missed, {overdue} overdue)").format(
        k=rate.kept, n=rate.n, late=rate.late, broken=rate.broken, overdue=overdue
    )


def step_words(figure: Conversion, at: str, to: str) -> str:
    """How many went on from one link to the next (§9)."""
    if not figure.shown or figure.rate is None or figure.wilson is None:
        return _("{at} to {to}: {num} of {den}, needs {n} more settled hand-offs.").format(
            at=at, to=to, num=figure.num, den=figure.den, n=max(0, 8 - figure.den)
        )
    return _("Of {den} that reached {at}, {num} went on to {to} ({rate} %, range {range}).").format(
        den=figure.den,
        at=at,
        num=figure.num,
        to=to,
        rate=percent(figure.rate),
        range=span(*figure.wilson),
    )


def most_stop_words(stopped: Sequence[int], titles: Sequence[str]) -> str:
    """Where most needs stop; nothing if no place stands out."""
    most = max(stopped, default=0)
    if not most or sum(n == most for n in stopped) > 1:
        return ""
    at = stopped.index(most)
    return ngettext(
        "{n} stopped between {at} and {to}, the most of all steps.",
        "{n} stopped between {at} and {to}, the most of all steps.",
        most,
    ).format(n=most, at=titles[at], to=titles[at + 1])


def waiting_words(curve: Survival | None, *, n: int, met: int, still_open: int) -> str:
    """How long expectations take until they are met (§11)."""
    if curve is None:
        return _("Needs {hand_offs} hand-offs, {met} of them met; there are {n}, {k} met.").format(
            hand_offs=8, met=4, n=n, k=met
        )
    if curve.median is None:
        return ngettext(
            "Half of the expectations are not met yet ({n} hand-off, {open} still open).",
            "Half of the expectations are not met yet ({n} hand-offs, {open} still open).",
            n,
        ).format(n=n, open=still_open)
    days = ngettext("{n} day", "{n} days", curve.median).format(n=curve.median)
    return _(
        "Half of the expectations were met within {days} ({n} hand-offs, {open} still open)."
    ).format(days=days, n=n, open=still_open)


def activity_words(title: str, row: ActivityRow) -> str:
    """What activities of one kind led to (§12)."""
    without = row.count - row.with_outcome
    if row.with_outcome < 8:
        return (
            _("{kind}: {a} of {m} moved the decision forward; {k} have no recorded result.").format(
                kind=title, a=row.advanced, m=row.with_outcome, k=without
            )
            + " "
            + _("A share needs {n} more with a result.").format(n=8 - row.with_outcome)
        )
    return _(
        "{a} of {m} ({kind}) moved the customer’s decision forward; {k} have no recorded result."
    ).format(a=row.advanced, m=row.with_outcome, kind=within(title), k=without)


def prepared_words(a1: int, m1: int, a2: int, m2: int, difference: Difference | None) -> str:
    """Prepared against unprepared activities (§12)."""
    if difference is None:
        return _(
            "Prepared {a1} of {m1}, unprepared {a2} of {m2}: needs eight of each with a result."
        ).format(a1=a1, m1=m1, a2=a2, m2=m2)
    return _(
        "Prepared: {p1} %, unprepared: {p2} %; difference {d} (range {lo} to {hi}) percentage "
        "points. Association, not proof."
    ).format(
        p1=percent(a1 / m1),
        p2=percent(a2 / m2),
        d=signed(difference.diff),
        lo=signed(difference.lo),
        hi=signed(difference.hi),
    )


def signed(share: float) -> str:
    """A difference of shares in whole percentage points, with its sign."""
    points = round(share * 100)
    return f"{points:+d}".replace("-", "−")


def misses_words(causes: Causes, n: int) -> str:
    """Why expectations were missed (§13)."""
    if not n:
        return _("No expectation was missed.")
    if causes.partner_note:
        return _(
            "{p} of {n} misses lie with partner capacity: a subject for the peer manager, not "
            "for the rep."
        ).format(p=causes.counts["partner_capacity"], n=n)
    return ngettext("{n} missed expectation.", "{n} missed expectations.", n).format(n=n)


def focus_words(groups: object | None) -> str:
    """What the private groups mean (§6)."""
    if groups is None:
        return _("Needs three reps with events on this behaviour.")
    return _("Alphabetical in each group; for your eyes only, and no ranking.")


def smoothed_words(smoothed: Sequence[float]) -> str:
    """Where the smoothed line stands (§3)."""
    if len(smoothed) < 3:
        return _("A smoothed line needs three ratings.")
    return _("Smoothed rating now {z}.").format(z=decimal(smoothed[-1]))


def shift_words(direction: str, start: date) -> str:
    """A change signal is a question (§4)."""
    if direction == "up":
        words = _("The ratings shifted up, probably from {day} on. What was different?")
    else:
        words = _("The ratings shifted down, probably from {day} on. What was different?")
    return words.format(day=short_day(start))


def no_shift_words(n: int) -> str:
    """Why there is no change signal."""
    if n < 9:
        return _("A change signal needs nine ratings.")
    return _("No lasting shift in the ratings.")


def change_words(day: date, test: Permutation | None, before: int, after: int) -> str:
    """Before and after a day that was fixed beforehand (§5)."""
    if test is None:
        return _("Before and after {day}: needs four ratings on each side ({b} and {a}).").format(
            day=short_day(day), b=before, a=after
        )
    if test.p >= CLEAR_CHANGE:
        return _("No clear difference yet.")
    way = _("higher") if test.diff > 0 else _("lower")
    return _(
        "After {day} ratings were {d} {way} on average; an arrangement by chance alone would show "
        "this in {p} of cases. Other things may have changed too."
    ).format(day=short_day(day), d=decimal(abs(test.diff)), way=way, p=decimal(test.p, 2))


def benchmark_words(
    *,
    topic: str,
    world_class_pct: int,
    comparison_pct: int,
    comparison_group: str,
    source: str,
) -> str:
    """A published pair of figures, with its source and the caution that belongs to it."""
    return _(
        "{topic}: {world} % of world-class performers agreed, {others} % of {group}. "
        "Source: {source}. Association, not proof."
    ).format(
        topic=topic,
        world=world_class_pct,
        others=comparison_pct,
        group=comparison_group,
        source=source,
    )
