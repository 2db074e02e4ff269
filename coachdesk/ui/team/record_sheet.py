"""The development record of a rep's quarter: chosen and seen first, then printed or saved."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.day_names import short_month_names
from coachdesk.language import gettext as _
from coachdesk.services.development_record import (
    development_record,
    draw_development_record,
    record_development_record,
    record_file_name,
)
from coachdesk.services.quarters import Span, last_quarters
from coachdesk.ui.parts.page_sheet import PageOut, PageSheet, PrintedPage, Versions
from coachdesk.ui.parts.paper_out import Departure
from coachdesk.ui.shell.workplace import Workplace

SHOWN = 4
"""Quarters to choose from, the one that ended last among them."""


def development_record_sheet(workplace: Workplace, window: QWidget, rep_id: UUID) -> PageSheet:
    """One of the last quarters, with lines for what the two of you write together."""
    quarters = last_quarters(workplace.as_of, SHOWN)
    reads = [(_named(quarter), partial(_read, workplace, rep_id, quarter)) for quarter in quarters]
    page = PageOut(
        _("Development record"),
        _("For the two of you: one quarter, nothing private, and lines to fill in together."),
        reads[-1][1],
        partial(_record, workplace, rep_id),
        versions=Versions(_("Quarter"), reads),
    )
    return PageSheet(workplace, window, page)


def _named(quarter: Span) -> str:
    first, last = quarter
    months = short_month_names()
    return _("{first}–{last} {year}").format(
        first=months[first.month - 1], last=months[last.month - 1], year=last.year
    )


def _read(workplace: Workplace, rep_id: UUID, quarter: Span) -> PrintedPage:
    last = quarter[1]
    record = workplace.ask(development_record, rep_id, last + timedelta(days=1))
    return PrintedPage(
        _("Development record of {name}").format(name=record.rep),
        record_file_name(record.rep, last),
        partial(draw_development_record, record, own=workplace.desk.own_templates),
    )


def _record(workplace: Workplace, rep_id: UUID, departure: Departure) -> None:
    if not workplace.why_not_write:
        pdf = departure.drawn.pdf
        workplace.tell(record_development_record(workplace.desk, rep_id, pdf, departure.means))
    workplace.say(departure.words)
