"""What the Team page says in words."""

from datetime import date

from coachdesk.domain.day_names import short_day, short_month_names
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.parts.talk_words import day_and_hour
from coachdesk.views.dates import near_day
from coachdesk.views.evidence import LinkFigure
from coachdesk.views.team import (
    NOT_SEEN_DAYS,
    AwayRow,
    LeftRow,
    NotSeen,
    PromisesDue,
    TeamPage,
    TeamRow,
    Watch,
)


def head_words(page: TeamPage) -> str:
    """“6 reps in your order · bars are events rated 4 or 5”."""
    n = len(page.rows)
    reps = ngettext("{n} rep in your order", "{n} reps in your order", n).format(n=n)
    return _("{reps} · bars are events rated 4 or 5").format(reps=reps)


def next_words(row: TeamRow, as_of: date) -> str:
    """“today 10:30”, “Wed 11:00”."""
    if row.next_talk is None:
        return _("none planned")
    return day_and_hour(row.next_talk, as_of)


def count_words(figure: LinkFigure) -> str:
    """“9/11”, or a dash where nothing was rated."""
    return f"{figure.x}/{figure.n}" if figure.n else "–"


def promise_words(due: PromisesDue, as_of: date) -> tuple[str, str]:
    """“1 over”, “1 yours today”, “Fri” or “none due”, with the state of its tag."""
    if due.over:
        return ngettext("{n} over", "{n} over", due.over).format(n=due.over), "bad"
    if due.mine_today:
        n = due.mine_today
        return ngettext("{n} yours today", "{n} yours today", n).format(n=n), "warn"
    if due.next_day is not None:
        return near_day(due.next_day, as_of), "quiet"
    return _("none due"), "quiet"


def seen_words(day: date | None, as_of: date) -> str:
    """“5 Mar”, or that nobody saw anything yet."""
    return _("not yet") if day is None else near_day(day, as_of)


def is_long_ago(day: date | None, as_of: date) -> bool:
    """Whether the newest event is more than three weeks old."""
    return day is not None and (as_of - day).days > NOT_SEEN_DAYS


def row_sentence(row: TeamRow, as_of: date) -> str:
    """“Priya Raman, next one-on-one today 10:30, need identification 9 of 11, …”."""
    figures = [
        _("{title} {x} of {n}").format(title=f.title, x=f.x, n=f.n) for f in row.figures if f.n
    ]
    parts = [row.name, row.role, _("next one-on-one {when}").format(when=next_words(row, as_of))]
    parts += figures or [_("no rated events")]
    if row.working_on is not None:
        parts.append(_("working on {what}").format(what=row.working_on.title))
    parts.append(_("promises {words}").format(words=promise_words(row.promises, as_of)[0]))
    parts.append(_("last seen {day}").format(day=seen_words(row.last_seen, as_of)))
    return ", ".join(part for part in parts if part)


def left_words(row: LeftRow, as_of: date) -> str:
    """“until 13 Mar”, “back on 1 Jun”."""
    parts = []
    if row.left_on is not None:
        parts.append(_("until {day}").format(day=near_day(row.left_on, as_of)))
    if row.joins_on is not None:
        word = _("from {day} on") if row.left_on is None else _("back on {day}")
        parts.append(word.format(day=near_day(row.joins_on, as_of)))
    return " · ".join(parts)


def folded_words(page: TeamPage) -> str:
    """“2 left the team”."""
    n = len(page.left)
    return ngettext("{n} not on the team now", "{n} not on the team now", n).format(n=n)


def not_seen_words(row: NotSeen) -> str:
    """“26 days”."""
    if row.days is None:
        return _("no event yet")
    return ngettext("{n} day", "{n} days", row.days).format(n=row.days)


def watch_words(watch: Watch | None, as_of: date) -> str:
    """“Easy to watch: Ostara, check with Creative, Thu”."""
    if watch is None:
        return ""
    words = _("Easy to watch: {account}, check with {team}, {day}")
    if not watch.is_check:
        words = _("Easy to watch: {account}, hand-off to {team} due {day}")
    if watch.is_visit:
        words = _("Joint visit at {account}, {day}")
    return words.format(account=watch.account, team=watch.team, day=near_day(watch.day, as_of))


def away_words(row: AwayRow, as_of: date) -> str:
    """“16 – 20 Mar”; “until 20 Mar” once it has begun."""
    if row.first <= as_of and row.last > as_of:
        return _("until {day}").format(day=near_day(row.last, as_of))
    return days_words(row.first, row.last, as_of)


def days_words(first: date, last: date, as_of: date) -> str:
    """“27 Mar”, “16 – 20 Mar”, “27 Mar – 2 Apr”."""
    if first == last:
        return near_day(first, as_of)
    begin = short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first} – {last} {month}").format(
            first=first.day, last=last.day, month=short_month_names()[first.month - 1]
        )
    return _("{first} – {last}").format(first=begin, last=short_day(last))
