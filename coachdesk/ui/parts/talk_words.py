"""When a talk is, in words."""

from datetime import date, datetime, timedelta

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import clock, near_day
from coachdesk.views.talks import TalkHead

HOUR = 60


def hours(head: TalkHead) -> str:
    """“10:30 – 11:00”, or nothing where no start was agreed."""
    if head.start is None:
        return ""
    begin = datetime.combine(head.day, head.start)
    end = begin + timedelta(minutes=head.minutes)
    return _("{start} – {end}").format(start=clock(begin.time()), end=clock(end.time()))


def starts_in(head: TalkHead, now: datetime) -> str:
    """“in 23 min”, “in 2 hours”, “10 min ago”; nothing for another day."""
    if head.start is None or head.day != now.date():
        return ""
    local = now.replace(tzinfo=None)
    minutes = round((datetime.combine(head.day, head.start) - local).total_seconds() / 60)
    if minutes < 0:
        late = -minutes
        if late >= HOUR:
            return ngettext("{n} hour ago", "{n} hours ago", late // HOUR).format(n=late // HOUR)
        return _("{n} min ago").format(n=late)
    if minutes == 0:
        return _("now")
    if minutes >= 2 * HOUR:
        whole = minutes // HOUR
        return ngettext("in {n} hour", "in {n} hours", whole).format(n=whole)
    return _("in {n} min").format(n=minutes)


def day_and_hour(head: TalkHead, as_of: date) -> str:
    """“today 10:30”, “Mon 09:00”, “24 Mar”."""
    day = near_day(head.day, as_of)
    return day if head.start is None else f"{day} {clock(head.start)}"


def head_line(head: TalkHead, now: datetime) -> str:
    """“10:30 – 11:00 · in 23 min · last talked 24 Feb”."""
    parts = [day_and_hour(head, now.date())]
    if head.day == now.date():
        parts = [hours(head), starts_in(head, now)]
    if head.last_day is not None:
        parts.append(_("last talked {day}").format(day=near_day(head.last_day, now.date())))
    else:
        parts.append(_("first talk"))
    return " · ".join(part for part in parts if part)


def spoken(head: TalkHead, now: datetime) -> str:
    """“Next one-on-one, Priya Raman, 10:30, in 23 minutes”."""
    minutes = starts_in(head, now).replace(_("min"), _("minutes"))
    when = clock(head.start) if head.start and head.day == now.date() else ""
    if not when:
        when = day_and_hour(head, now.date())
    parts = (_("Next one-on-one"), head.name, when, minutes)
    return ", ".join(part for part in parts if part)
