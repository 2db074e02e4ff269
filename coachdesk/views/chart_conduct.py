"""Charts of what the manager does: the balance of the three ways, and promises of both sides."""

from collections.abc import Sequence
from uuid import UUID

from coachdesk.language import gettext as _
from coachdesk.views import balance_words as words
from coachdesk.views.balance import Balance, BalanceWindow
from coachdesk.views.charts import (
    CENTER,
    CROSSED,
    RIGHT,
    STRIPES,
    Box,
    Dot,
    Drawing,
    Label,
    Scene,
    Stroke,
    Target,
)
from coachdesk.views.insight_words import percent
from coachdesk.views.insights import Insights, Promises

NAMES, ROW, BAR = 76.0, 40.0, 14.0
REACH = 8.0  # a row's place goes beyond its words, so that no ring cuts them
_FIGURES = 84.0
_PARTS = (("ask", ""), ("share", STRIPES), ("mandate", CROSSED))
_KEY, _KEY_HEIGHT = 18.0, 20.0


def balance_scene(found: Insights, width: float) -> Scene:
    """Bars of requests, shares and requirements for each rep; the longest fills the room."""
    drawing, names = Drawing(), [person.first_name for person in found.people]
    most = max((balance.n for balance in found.balances), default=0)
    for row, (name, balance) in enumerate(zip(names, found.balances, strict=True)):
        _bar(drawing, name, balance, row, most, width)
        drawing.targets.append(_target(balance.rep_id, f"{name}. {balance.words}", row, width))
    return drawing.scene(
        width,
        max(1, len(names)) * ROW,
        name=_("How you lead"),
        sentence=found.balance.words,
        columns=(_("Rep"), _("Requests"), _("Shares"), _("Requirements")),
        rows=[
            (name, str(balance.ask), str(balance.share), str(balance.mandate))
            for name, balance in zip(names, found.balances, strict=True)
        ],
    )


def balance_time_scene(balance: Balance, width: float) -> Scene:
    """The same bars by quarter, the newest first; a target's key is the quarter's last day."""
    drawing = Drawing()
    most = max((window.n for window in balance.history), default=0)
    for row, window in enumerate(balance.history):
        _bar(drawing, words.window_words(window), window, row, most, width)
        key = window.last_day.isoformat()
        drawing.targets.append(_target(None, words.window_said(window), row, width, key))
    if not balance.history:
        drawing.add(Label(0, ROW / 2, width, words.nothing_words(), "body", "ink2"))
    return drawing.scene(
        width,
        max(1, len(balance.history)) * ROW,
        name=_("How you lead, over time"),
        sentence=balance.words,
        columns=(_("13 weeks"), _("Requests"), _("Shares"), _("Requirements")),
        rows=[
            (words.window_words(w), str(w.ask), str(w.share), str(w.mandate))
            for w in balance.history
        ],
    )


def _bar(
    drawing: Drawing, name: str, counts: Balance | BalanceWindow, row: int, most: int, width: float
) -> None:
    middle, left, room = row * ROW + ROW / 2, NAMES, width - NAMES - _FIGURES
    drawing.add(Label(0, middle, NAMES - 8, name))
    for part, hatch in _PARTS:
        wide = room * getattr(counts, part) / most if most else 0.0
        if wide:
            long = max(2.0, wide - 2)
            drawing.add(Box(left, middle - BAR / 2, long, BAR, part, radius=3, hatch=hatch))
            left += wide
    ratio = words.ratio(counts)
    drawing.add(Label(width - _FIGURES, middle, _FIGURES, ratio, "body#", "ink2", RIGHT))


def balance_key(width: float) -> Scene:
    """Which fill is which, beside each other: for a page, which has no window around it."""
    drawing, middle, step = Drawing(), _KEY_HEIGHT / 2, width / len(_PARTS)
    names = (_("Requests"), _("Shares"), _("Requirements"))
    for place, ((part, hatch), name) in enumerate(zip(_PARTS, names, strict=True)):
        left = place * step
        drawing.add(
            Box(left, middle - BAR / 2, _KEY, BAR, part, radius=3, hatch=hatch),
            Label(left + _KEY + 6, middle, step - _KEY - 6, name, "small", "ink2"),
        )
    return drawing.scene(width, _KEY_HEIGHT, name=_("How you lead"), sentence="")


def promises_scene(found: Insights, width: float) -> Scene:
    """Two dots a rep on one scale: what you kept, and what the rep kept; below five only counts."""
    drawing, names = Drawing(), [person.first_name for person in found.people]
    left, right = NAMES, width - 108
    bottom = len(names) * ROW
    for share in (0.0, 0.5, 1.0):
        x = left + (right - left) * share
        drawing.add(
            Stroke(((x, 0), (x, bottom)), "line"),
            Label(x - 30, bottom + 12, 60, _share_mark(share), "small#", "ink2", CENTER),
        )
    for row, (name, promises) in enumerate(zip(names, found.promises_by_rep, strict=True)):
        middle = row * ROW + ROW / 2
        drawing.add(Label(0, middle, NAMES - 8, name))
        _pair(drawing, promises, left, right, middle)
        _counts(drawing, promises, width, middle)
        drawing.targets.append(_target(promises.rep_id, f"{name}. {promises.words}", row, width))
    return drawing.scene(
        width,
        bottom + 24,
        name=_("Promises kept"),
        sentence=found.promises.words,
        columns=(_("Rep"), _("You"), _("Rep’s")),
        rows=[
            (name, f"{p.mine.kept}/{p.mine.n}", f"{p.reps.kept}/{p.reps.n}")
            for name, p in zip(names, found.promises_by_rep, strict=True)
        ],
    )


def _share_mark(share: float) -> str:
    return _("{n} %").format(n=100) if share == 1.0 else percent(share)


def _pair(drawing: Drawing, promises: Promises, left: float, right: float, middle: float) -> None:
    def x(rate: float) -> float:
        return left + (right - left) * rate

    mine, reps = promises.mine.rate, promises.reps.rate
    if mine is not None and reps is not None:
        drawing.add(Stroke(((x(reps), middle), (x(mine), middle)), "lineStrong", 3))
    if reps is not None:
        drawing.add(Dot(x(reps), middle, 5, "panel", "ink2", 2))
    if mine is not None:
        drawing.add(Dot(x(mine), middle, 6, "accent"))


def _counts(drawing: Drawing, promises: Promises, width: float, middle: float) -> None:
    mine, reps = promises.mine, promises.reps
    drawing.add(
        Label(width - 96, middle, 42, f"{mine.kept}/{mine.n}", "bodyStrong#", "accent", RIGHT),
        Label(width - 48, middle, 48, f"{reps.kept}/{reps.n}", "body#", "ink2", RIGHT),
    )


def _target(rep_id: UUID | None, said: str, row: int, width: float, key: str = "") -> Target:
    return Target(
        x=-REACH,
        y=row * ROW + 3,
        width=width + 2 * REACH,
        height=ROW - 6,
        row=row,
        column=0,
        words=said,
        rep_id=rep_id,
        key=key,
    )


def most_asked_words(found: Insights) -> Sequence[str]:
    """Reps who were asked ten times or more and given a tenth of it at most: share more."""
    names = {person.id: person.first_name for person in found.people}
    return [
        _("{name} gets {asks} requests and {shares} shares.").format(
            name=names[balance.rep_id], asks=balance.ask, shares=balance.share
        )
        for balance in found.balances
        if balance.rep_id is not None and balance.ask >= 10 and balance.share * 10 <= balance.ask
    ]
