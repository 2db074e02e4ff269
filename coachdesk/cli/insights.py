"""`coachdesk insights`: every figure with its inputs, n, range and sentence."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.services.capture import rep_named
from coachdesk.services.desk import Desk
from coachdesk.services.insights import every_series, insights
from coachdesk.views.balance_words import year_words
from coachdesk.views.dates import long_day
from coachdesk.views.insights import Insights, Series
from coachdesk.views.insights_json import insights_fields


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Print the figures of the team or of one rep, as of a day."""
    desk = program.open_desk(program.store_path(options.store), read_only=True)
    try:
        until = _until(options.until, desk)
        rep_id = None if options.rep is None else desk.ask(rep_named, options.rep).id
        found = insights(desk, until=until, rep_id=rep_id)
        series = desk.ask(every_series, until, rep_id)
    finally:
        desk.close()
    answer.result("\n".join(_lines(found, series)), insights_fields(found, series))
    return 0


def _until(typed: str | None, desk: Desk) -> date:
    if typed is None:
        return desk.as_of
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise InputError(
            _("--until: “{typed}” is no day.").format(typed=typed),
            _("Write it as 2026-03-10."),
        ) from None
    if day > desk.as_of:
        raise InputError(
            _("--until: {day} lies in the future.").format(day=day.isoformat()),
            _("Give today or an earlier day."),
        )
    return day


def _lines(found: Insights, series: list[Series]) -> Iterator[str]:
    yield _("Figures as of {day}, window {n} days").format(
        day=long_day(found.until), n=found.window_days
    )
    if not found.people:
        yield _("No rep is on the team on that day.")
    for person in found.people:
        yield ""
        yield person.name
        for cell in found.cells:
            if cell.rep_id == person.id:
                yield f"  {cell.title}: {cell.words}"
                if cell.label_words:
                    yield f"    {cell.label_words}"
        told = [
            *found.chains,
            *(trend for trend in found.trends if trend.rise is not None),
            *found.balances,
            *found.promises_by_rep,
        ]
        yield from (f"  {item.words}" for item in told if item.rep_id == person.id)
        yield from (
            f"  {item.title}: {item.shift.words}"
            for item in series
            if item.rep_id == person.id and item.shift is not None
        )
    yield ""
    yield _("All together")
    yield f"  {found.balance.words}"
    if over_a_year := year_words(found.balance.history):
        yield f"  {over_a_year}"
    yield f"  {found.promises.words}"
    yield from (f"  {step.words}" for step in found.needs.steps)
    yield f"  {found.waiting.words}"
    yield from (f"  {team.team}: {team.words}" for team in found.waiting_by_team)
    yield from (f"  {figure.words}" for figure in found.activities)
    yield from (f"  {stage.words}" for stage in found.stages)
    yield f"  {found.decided.words}"
    yield f"  {found.prepared.words}"
    yield f"  {found.misses.words}"
