"""Charts of customer needs: how far they come along the chain, and how long they wait."""

from collections.abc import Callable

from coachdesk.domain.statistics import Survival
from coachdesk.domain.vocabulary import CHAIN
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.chart_heat import HUES
from coachdesk.views.charts import CENTER, RIGHT, Box, Drawing, Label, Scene, Stroke, Target
from coachdesk.views.insight_words import percent
from coachdesk.views.insights import HandOffSeen, Insights, Waiting

STEP, BAR = 52.0, 14.0
AXIS, PLOT, FOOT = 34.0, 196.0, 24.0
_LEAST_DAYS = 28
STAGE, WAITED = "stage:", "waited"
"""What the places of these charts open: the hand-offs behind one bar, or behind the curve."""
Point = Callable[[float, float], tuple[float, float]]


def needs_scene(found: Insights, width: float) -> Scene:
    """A bar a link: how many needs reached it, and where they stopped or are still open."""
    drawing, needs = Drawing(), found.needs
    titles = (
        _("Need found"),
        _("Value positioned"),
        _("Transitioned"),
        _("Expectation met"),
        _("All win"),
    )
    whole = max(needs.reached[0], 1)
    room = width - 44
    most = max(needs.stopped_at[:-1], default=0)
    only = sum(n == most for n in needs.stopped_at[:-1]) == 1
    rows = []
    for k, (key, title) in enumerate(zip(CHAIN, titles, strict=True)):
        top, reached = k * STEP, needs.reached[k]
        wide = max(2.0, room * reached / whole) if reached else 0.0
        drawing.add(Label(0, top + 10, width / 2, title))
        if k:
            words, is_most = _lost(found, k), only and most > 0 and needs.stopped_at[k - 1] == most
            color, role = ("badText", "caption") if is_most else ("ink2", "small")
            drawing.add(Label(width / 2, top + 10, width / 2, words, role, color, RIGHT))
        if wide:
            drawing.add(Box(0, top + 22, wide, BAR, HUES[key], radius=4))
        drawing.add(Label(wide + 8, top + 22 + BAR / 2, 40, str(reached), "bodyStrong#"))
        drawing.targets.append(
            Target(
                x=0,
                y=top,
                width=width,
                height=STEP - 10,
                row=k,
                column=0,
                words=_("{title}, {n} of {all}").format(title=title, n=reached, all=whole),
                key=f"{STAGE}{k + 1}",
            )
        )
        rows.append((title, str(reached), str(needs.open_at[k]), str(needs.stopped_at[k])))
    return drawing.scene(
        width,
        len(CHAIN) * STEP - 10,
        name=_("From need to all win"),
        sentence=" ".join(step.words for step in needs.steps),
        columns=(_("Link"), _("Reached"), _("Still open here"), _("Stopped here")),
        rows=rows,
    )


def _lost(found: Insights, k: int) -> str:
    """What became of those that reached the link before and not this one: open is not stopped."""
    stopped, still_open = found.needs.stopped_at[k - 1], found.needs.open_at[k - 1]
    parts = []
    if stopped:
        parts.append(ngettext("{n} stopped", "{n} stopped", stopped).format(n=stopped))
    if still_open:
        parts.append(ngettext("{n} open", "{n} open", still_open).format(n=still_open))
    return ", ".join(parts)


def waiting_scene(found: Insights, width: float) -> Scene:
    """Step curves of expectations still open: all of them, and each partner team quietly."""
    drawing, every = Drawing(), found.waiting
    teams = [team for team in found.waiting_by_team if team.curve is not None]
    last = _last_day(every, teams)
    right = width - 8

    def point(day: float, share: float) -> tuple[float, float]:
        return AXIS + (right - AXIS) * day / last, 8 + PLOT * (1.0 - share)

    for share in (0.0, 0.5, 1.0):
        y = point(0, share)[1]
        drawing.add(
            Stroke(((AXIS, y), (right, y)), "line"),
            Label(0, y, AXIS - 8, percent(share), "small#", "ink2", RIGHT),
        )
    for day in range(0, last + 1, 7 if last <= 42 else 14 if last <= 84 else 28):
        words = _("day {n}").format(n=0) if not day else str(day)
        drawing.add(
            Label(point(day, 0)[0] - 24, 8 + PLOT + 14, 48, words, "small#", "ink2", CENTER)
        )
    for team in teams:
        if team.curve is not None:
            drawing.add(Stroke(_steps(team.curve, last, point), "lineStrong", 1.5))
    if every.curve is not None:
        drawing.add(Stroke(_steps(every.curve, last, point), "accent", 2.5))
        if every.curve.median is not None:
            _median(drawing, every.curve.median, point)
    if every.n:
        drawing.targets.append(
            Target(
                x=AXIS,
                y=4,
                width=right - AXIS,
                height=PLOT + 8,
                row=0,
                column=0,
                words=every.words,
                key=WAITED,
            )
        )
    return drawing.scene(
        width,
        8 + PLOT + FOOT,
        name=_("How long hand-offs stay open"),
        sentence=every.words,
        columns=(_("Partner team"), _("Hand-offs"), _("Half met by day"), _("Met by day 14")),
        rows=[_row(one) for one in (every, *found.waiting_by_team)],
    )


def _last_day(every: Waiting, teams: list[Waiting]) -> int:
    days = [one.curve.rows[-1].t for one in (every, *teams) if one.curve and one.curve.rows]
    return max([_LEAST_DAYS, *days])


def _steps(curve: Survival, last: int, point: Point) -> tuple[tuple[float, float], ...]:
    at: list[tuple[float, float]] = [point(0, 1.0)]
    share = 1.0
    for row in curve.rows:
        at += [point(row.t, share), point(row.t, row.S)]
        share = row.S
    return (*at, point(last, share))


def _median(drawing: Drawing, day: int, point: Point) -> None:
    x, y = point(day, 0.5)
    zero = point(0, 0.5)[0]
    bottom = point(day, 0.0)[1]
    drawing.add(
        Stroke(((zero, y), (x, y), (x, bottom)), "ink2", 1, dashed=True),
        Label(zero + 8, y + 16, 120, _("Half met by"), "small", "ink2"),
        Label(zero + 8, y + 32, 120, _("day {n}").format(n=day), "bodyStrong#"),
    )


def _row(one: Waiting) -> tuple[str, ...]:
    name = one.team or _("All")
    if one.curve is None:
        return name, str(one.n), _("needs more"), "–"
    median = _("not reached") if one.curve.median is None else str(one.curve.median)
    by = dict(one.met_by).get(14)
    return name, str(one.n), median, "–" if by is None else _("{n} %").format(n=percent(by))


def hand_offs_behind(found: Insights, key: str) -> Scene:
    """The hand-offs behind a bar or the curve, as a table."""
    if key == WAITED:
        own = [item for item in found.hand_offs if item.days is not None]
        name = _("How long hand-offs stay open")
        last, words = _("Days"), [_waited(item.days or 0, item.is_met) for item in own]
    else:
        reached = int(key.removeprefix(STAGE))
        own = [item for item in found.hand_offs if item.stage >= reached]
        name = _("From need to all win")
        last, words = _("Reached"), [_reached(found, item) for item in own]
    return Drawing().scene(
        0,
        0,
        name=name,
        sentence=ngettext(
            "{n} hand-off, the newest first.", "{n} hand-offs, the newest first.", len(own)
        ).format(n=len(own)),
        columns=(_("Rep"), _("Customer"), _("Partner team"), _("Need"), last),
        rows=[
            (item.rep, item.account, item.team, item.need, word)
            for item, word in zip(own, words, strict=True)
        ],
    )


def _waited(days: int, is_met: bool) -> str:
    words = _("met after {n}") if is_met else _("open, {n}")
    return words.format(n=days)


def _reached(found: Insights, item: HandOffSeen) -> str:
    short = {cell.behaviour: cell.short_title for cell in found.cells}
    title = short.get(CHAIN[max(item.stage, 1) - 1], "")
    if item.stage == len(CHAIN):
        return title
    return (
        _("{link}, stopped").format(link=title)
        if item.is_settled
        else _("{link}, open").format(link=title)
    )
