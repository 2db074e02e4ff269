"""The heat map: a cell a rep and behaviour, in the team's order, never sorted by score."""

from collections.abc import Sequence

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.views.charts import RIGHT, Box, Drawing, Label, Scene, Stroke, Target
from coachdesk.views.insight_words import percent, span
from coachdesk.views.insights import Cell, Insights

NAMES, HEAD, ROW, GAP = 72.0, 30.0, 46.0, 3.0
HUES = {
    BehaviourKey.NEED_IDENTIFICATION: "need",
    BehaviourKey.VALUE_POSITIONING: "value",
    BehaviourKey.TRANSITION: "transition",
    BehaviourKey.FOLLOW_THROUGH: "follow",
    BehaviourKey.ALL_WIN: "allwin",
}
_LOW, _HIGH = 0.50, 0.75
_MARKS = {"Strength": "▲", "Focus": "▼"}


def heat_scene(found: Insights, keys: Sequence[BehaviourKey], width: float) -> Scene:
    """The cells of these behaviours; each opens its events."""
    drawing = Drawing()
    room = (width - NAMES - GAP * len(keys)) / len(keys)
    for column, key in enumerate(keys):
        _head(drawing, found, key, NAMES + column * (room + GAP), room)
    rows = []
    for row, person in enumerate(found.people):
        top = HEAD + row * (ROW + GAP)
        drawing.add(Label(0, top + ROW / 2, NAMES - 8, person.first_name))
        own = [cell for cell in found.cells if cell.rep_id == person.id]
        table = [person.name]
        for column, key in enumerate(keys):
            cell = next(cell for cell in own if cell.behaviour is key)
            left = NAMES + column * (room + GAP)
            _cell(drawing, cell, left, top, room)
            drawing.targets.append(
                Target(
                    x=left,
                    y=top,
                    width=room,
                    height=ROW,
                    row=row,
                    column=column,
                    words=cell_words(cell, person.name),
                    rep_id=person.id,
                    key=key.value,
                )
            )
            table.append(_table_words(cell))
        rows.append(table)
    shown = sum(cell.is_shown for cell in found.cells if cell.behaviour in keys)
    return drawing.scene(
        width,
        HEAD + len(found.people) * (ROW + GAP),
        name=_("Where each chain holds"),
        sentence=_("{shown} of {all} cells have enough events for a range.").format(
            shown=shown, all=len(found.people) * len(keys)
        ),
        columns=[_("Rep"), *(_short(found, key) for key in keys)],
        rows=rows,
    )


def cell_words(cell: Cell, name: str) -> str:
    """A cell as a screen reader says it."""
    parts = [name, cell.title]
    if cell.lo is None or cell.hi is None:
        parts.append(_("{x} of {n} rated 4 or 5").format(x=cell.x, n=cell.n))
        parts.append(_("needs {missing}").format(missing=cell.missing))
    else:
        parts.append(
            _("{x} of {n} rated 4 or 5, range {lo} to {hi} percent").format(
                x=cell.x, n=cell.n, lo=percent(cell.lo), hi=percent(cell.hi)
            )
        )
    if cell.label in _MARKS:
        parts.append(_(cell.label))
    if cell.is_break:
        parts.append(_("chain breaks here"))
    return ", ".join(parts)


def _head(drawing: Drawing, found: Insights, key: BehaviourKey, left: float, room: float) -> None:
    letter = next((cell.letter for cell in found.cells if cell.behaviour is key), "")
    hue = HUES.get(key)
    drawing.add(
        Box(left, 4, 18, 18, f"{hue}Soft" if hue else "side", radius=4),
        Label(left, 13, 18, letter, "caption", f"{hue}Text" if hue else "ink2", "center"),
        Label(left + 23, 13, max(0.0, room - 23), _short(found, key)),
    )


def _cell(drawing: Drawing, cell: Cell, left: float, top: float, room: float) -> None:
    if cell.lo is None or cell.hi is None:
        needs = max(0, cell.settings.min_events - cell.n)
        drawing.add(
            Box(left, top, room, ROW, None, "lineStrong", radius=6, dashed=True),
            Label(
                left + 11,
                top + ROW / 2,
                room - 16,
                _("needs {n} more").format(n=needs),
                "small",
                "ink2",
            ),
        )
        return
    share = cell.x / cell.n
    tint = "h3" if share >= _HIGH else "h2" if share >= _LOW else "h1"
    drawing.add(
        Box(left, top, room, ROW, tint, radius=6),
        Label(
            left + 11,
            top + 15,
            room - 34,
            _("{x} of {n}").format(x=cell.x, n=cell.n),
            "bodyStrong#",
        ),
        Label(left + 11, top + 32, room - 16, span(cell.lo, cell.hi), "small#", "ink2"),
    )
    if cell.is_break:
        _break_mark(drawing, left + room - 21, top + 15)
        drawing.add(Box(left, top, room, ROW, None, "bad", radius=6, line=2))
    elif cell.label in _MARKS:
        sign = _MARKS[cell.label]
        drawing.add(Label(left, top + 15, room - 10, sign, "caption", "accent", RIGHT))


def _break_mark(drawing: Drawing, x: float, y: float) -> None:
    """A line that is broken in the middle."""
    drawing.add(
        Stroke(((x - 2, y), (x + 3, y)), "bad", 1.5),
        Stroke(((x + 4, y - 4), (x + 2, y + 4)), "bad", 1.5),
        Stroke(((x + 8, y - 4), (x + 6, y + 4)), "bad", 1.5),
        Stroke(((x + 8, y), (x + 13, y)), "bad", 1.5),
    )


def _table_words(cell: Cell) -> str:
    counts = _("{x} of {n}").format(x=cell.x, n=cell.n)
    if cell.lo is None or cell.hi is None:
        needs = max(0, cell.settings.min_events - cell.n)
        return _("{counts}, needs {n}").format(counts=counts, n=needs)
    return f"{counts}, {span(cell.lo, cell.hi)}"


def _short(found: Insights, key: BehaviourKey) -> str:
    return next((cell.short_title for cell in found.cells if cell.behaviour is key), "")
