"""The ratings of one cell over time: dots, a smoothed line, where they shifted, what changed."""

from datetime import date

from coachdesk.domain.day_names import short_day
from coachdesk.domain.numbers import decimal
from coachdesk.language import gettext as _
from coachdesk.views.chart_heat import HUES
from coachdesk.views.charts import CENTER, RIGHT, Dot, Drawing, Label, Scene, Stroke, Target
from coachdesk.views.insights import RatingPoint, Series

EXPECTED, SHOWN, LEAST_SMOOTHED = 4, 40, 3
AXIS, STEP, TOP = 20.0, 26.0, 20.0
BOTTOM = TOP + 4 * STEP


def series_scene(series: Series, as_of: date, width: float) -> Scene:
    """The newest ratings; each dot opens its event. The smoothed line is a reading aid."""
    drawing, right = Drawing(), width - 8
    points, smoothed = series.ratings[-SHOWN:], series.smoothed[-SHOWN:]
    _axis(drawing, right)
    if points:
        first, whole = points[0].day, max(1, (as_of - points[0].day).days)

        def x(day: date) -> float:
            return AXIS + 10 + (right - AXIS - 20) * (day - first).days / whole

        if len(series.smoothed) >= LEAST_SMOOTHED and len(points) > 1:
            line = tuple((x(p.day), _y(z)) for p, z in zip(points, smoothed, strict=True))
            drawing.add(Stroke(line, "lineStrong", 2))
        if series.change is not None and series.change.day >= first:
            _change(drawing, x(series.change.day), series.change.day)
        for column, point in enumerate(points):
            _dot(drawing, series, point, x(point.day), column)
        drawing.add(
            Label(AXIS, BOTTOM + 28, 120, short_day(first), "small#", "ink2"),
            Label(right - 120, BOTTOM + 28, 120, short_day(as_of), "small#", "ink2", RIGHT),
        )
    return drawing.scene(
        width,
        BOTTOM + 40,
        name=_("{title}, ratings over time").format(title=series.title),
        sentence=" ".join((series.words, series.shift_words)),
        columns=(_("Day"), _("Rating"), _("Smoothed")),
        rows=[
            (short_day(p.day), str(p.value), decimal(z))
            for p, z in zip(points, smoothed, strict=True)
        ],
    )


def _axis(drawing: Drawing, right: float) -> None:
    for value in range(1, 6):
        y, expected = _y(value), value == EXPECTED
        color = "accent" if expected else "line"
        drawing.add(
            Stroke(((AXIS, y), (right, y)), color, dashed=expected),
            Label(0, y, 12, str(value), "small#", "ink2"),
        )


def _change(drawing: Drawing, x: float, day: date) -> None:
    """The day that was fixed beforehand: of a request, a share or a requirement."""
    drawing.add(
        Stroke(((x, TOP - 4), (x, BOTTOM + 6)), "ask", 1.5, dashed=True),
        Label(x - 60, TOP - 10, 120, short_day(day), "caption", "askText", CENTER),
    )


def _dot(drawing: Drawing, series: Series, point: RatingPoint, x: float, column: int) -> None:
    hue, y = HUES.get(series.behaviour, "ink2"), _y(point.value)
    is_well = point.value >= EXPECTED
    drawing.add(Dot(x, y, 5, hue) if is_well else Dot(x, y, 4, "panel", hue))
    start = None if series.shift is None else series.shift.start.observation_id
    if point.observation_id == start:
        drawing.add(Label(x - 40, BOTTOM + 14, 80, _("shift?"), "caption", "warnText", CENTER))
    drawing.targets.append(
        Target(
            x=x - 8,
            y=y - 8,
            width=16,
            height=16,
            row=0,
            column=column,
            words=_("{day}, rated {n}").format(day=short_day(point.day), n=point.value),
            rep_id=series.rep_id,
            key=str(point.observation_id),
        )
    )


def _y(value: float) -> float:
    return TOP + (5 - value) * STEP
