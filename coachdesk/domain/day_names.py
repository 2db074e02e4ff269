"""Names of weekdays and months in the person's language, and a day in short words."""

from datetime import date

from coachdesk.language import gettext as _


def weekday_names() -> tuple[str, ...]:
    """Return the seven weekdays in full, Monday first."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


def short_weekday_names() -> tuple[str, ...]:
    """Return the seven weekdays as they stand in a list, Monday first."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def month_names() -> tuple[str, ...]:
    """Return the twelve months in full."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def short_month_names() -> tuple[str, ...]:
    """Return the twelve months as they stand in a list."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )


def short_day(day: date) -> str:
    """Return "13 Mar"."""
    return _("{day} {month}").format(day=day.day, month=short_month_names()[day.month - 1])


def short_weekday_day(day: date) -> str:
    """Return "Fri 13 Mar"."""
    return _("{weekday} {date}").format(
        weekday=short_weekday_names()[day.weekday()], date=short_day(day)
    )
