"""Talks as a calendar file (RFC 5545): a name, a day and an hour, and nothing of what is said."""

from datetime import datetime, timedelta

from coachdesk.language import gettext as _
from coachdesk.views.calendar_file import Appointment


def calendar_file(appointments: tuple[Appointment, ...], made: datetime) -> bytes:
    """The file's bytes; hours are local ones, a talk without an hour takes the whole day.

    Ids are the talks' own, so that importing the file again moves what was moved.
    """
    # Imported when a file is made: no window waits for it.
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Coachdesk//one-on-ones//EN")
    calendar.add("version", "2.0")
    for appointment in appointments:
        event = Event()
        event.add("uid", f"{appointment.id}@coachdesk")
        event.add("dtstamp", made)
        event.add("summary", _("One-on-one, {name}").format(name=appointment.name))
        if appointment.start is None:
            event.add("dtstart", appointment.day)
        else:
            begin = datetime.combine(appointment.day, appointment.start)
            event.add("dtstart", begin)
            event.add("dtend", begin + timedelta(minutes=appointment.minutes))
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
