"""The talks ahead as a file that calendars read."""

from datetime import UTC
from gettext import gettext as _
from pathlib import Path

from coachdesk.domain.errors import InputError
from coachdesk.reports.calendar_file import calendar_file
from coachdesk.services.desk import Desk
from coachdesk.services.pages import one_on_ones
from coachdesk.services.saved_files import refuse_store
from coachdesk.store.files import write_atomically
from coachdesk.views.calendar_file import Appointment


def save_calendar(desk: Desk, path: Path) -> int:
    """Write the talks ahead to that path; returns how many. InputError if it cannot be written."""
    refuse_store(desk, path)
    ahead = tuple(
        Appointment(row.id, row.name, row.day, row.start, row.minutes)
        for row in one_on_ones(desk, most=1).ahead
        if not row.is_visit
    )
    content = calendar_file(ahead, desk.now.astimezone(UTC))
    try:
        write_atomically(path, content)
    except OSError as error:
        raise InputError(
            _("“{file}” could not be written: {reason}.").format(
                file=path.name, reason=error.strerror or type(error).__name__
            ),
            _("Choose another place; what was there stays."),
            code="file",
        ) from error
    return len(ahead)
