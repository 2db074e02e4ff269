"""The talks ahead as a file that calendars read."""

from datetime import UTC
from pathlib import Path

from coachdesk.reports.calendar_file import calendar_file
from coachdesk.services.desk import Desk
from coachdesk.services.pages import one_on_ones
from coachdesk.services.saved_files import write_named
from coachdesk.views.calendar_file import Appointment


def save_calendar(desk: Desk, path: Path) -> int:
    """Write the talks ahead to that path; returns how many. InputError if it cannot be written."""
    ahead = tuple(
        Appointment(row.id, row.name, row.day, row.start, row.minutes)
        for row in one_on_ones(desk, most=1).ahead
        if not (row.is_visit or row.is_meeting)
    )
    content = calendar_file(ahead, desk.now.astimezone(UTC))
    write_named(desk, path, content)
    return len(ahead)
