"""What Today says, in words, and which promises stay struck until the person leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import medium_day, near_day
from coachdesk.views.promises import PromiseRow
from coachdesk.views.talks import TalkBrief, TalkHead
from coachdesk.views.today import InboxRow, Since, Today

PROMISES_SHOWN = 6


def head_words(today: Today) -> str:
    """“3 one-on-ones · 2 of your promises are due today”."""
    talks = today.talks_today
    parts = [
        ngettext("{n} one-on-one", "{n} one-on-ones", talks).format(n=talks)
        if talks
        else _("no one-on-one")
    ]
    due = today.my_promises_today
    if due:
        parts.append(
            ngettext(
                "{n} of your promises is due today", "{n} of your promises are due today", due
            ).format(n=due)
        )
    return " · ".join(parts)


def since_words(since: Since, as_of: date) -> str:
    """“Since 24 Feb: 3 observations, 2 rated 4 or 5; 1 promise kept, 1 overdue; …”."""
    n = since.observations
    seen = ngettext("{n} observation", "{n} observations", n).format(n=n)
    if since.rated:
        seen += _(", {n} of {of} ratings 4 or 5").format(n=since.rated_well, of=since.rated)
    parts = [seen if n else _("nothing captured")]
    promises = []
    if since.promises_kept:
        kept = since.promises_kept
        promises.append(ngettext("{n} promise kept", "{n} promises kept", kept).format(n=kept))
    if since.promises_overdue:
        promises.append(_("{n} overdue").format(n=since.promises_overdue))
    if promises:
        parts.append(", ".join(promises))
    if since.next_due_day is not None:
        parts.append(_due_words(since, as_of))
    return _("Since {day}: {what}").format(day=near_day(since.day, as_of), what="; ".join(parts))


def _due_words(since: Since, as_of: date) -> str:
    assert since.next_due_day is not None
    days = (since.next_due_day - as_of).days
    if days > 0:
        words = ngettext("{name} due in {n} day", "{name} due in {n} days", days)
    elif days == 0:
        words = _("{name} due today")
    else:
        words = ngettext("{name} {n} day over", "{name} {n} days over", -days)
    return words.format(name=since.next_due_account, n=abs(days))


def unfinished_words(head: TalkHead) -> str:
    """“Owen, 5 March, not wrapped up”."""
    day = medium_day(head.day).partition(" ")[2]
    if head.state is TalkState.RUNNING:
        return _("{name}, {day}, still running").format(name=head.first_name, day=day)
    if head.state is TalkState.HELD:
        return _("{name}, {day}, not wrapped up").format(name=head.first_name, day=day)
    return _("{name}, {day}, held, moved or cancelled?").format(name=head.first_name, day=day)


def missing_words(row: InboxRow) -> str:
    """“needs a rep, a rating”."""
    if row.is_private and row.rep_name:
        return _("waits for your word")
    parts = needed_words(row.missing)
    return _("needs {parts}").format(parts=parts) if parts else _("ready to save")


def needed_words(missing: Sequence[str]) -> str:
    """“a rep, a rating” of what keeps a line in the Inbox."""
    names = {
        "rep": _("a rep"),
        "behaviour": _("a behaviour"),
        "rating": _("a rating"),
        "account": _("a known customer"),
        "partner": _("a known partner"),
        "comment": _("more words"),
    }
    return ", ".join(names[part] for part in missing)


def with_ticked(
    open_now: Sequence[PromiseRow], ticked: Mapping[UUID, PromiseRow]
) -> list[PromiseRow]:
    """Open promises with the ones just kept in their old places."""
    rows = {row.id: row for row in (*ticked.values(), *open_now)}
    order = sorted(rows.values(), key=lambda row: (not row.is_mine, row.due_day, row.text))
    return order[:PROMISES_SHOWN]


def in_old_order(brief: TalkBrief, before: TalkBrief) -> TalkBrief:
    """The brief with its promises where they stood: nothing moves while it is read."""
    if brief.head.session_id != before.head.session_id:
        return brief
    places = {row.id: n for n, row in enumerate(before.promises)}
    order = sorted(brief.promises, key=lambda row: places.get(row.id, len(places)))
    return replace(brief, promises=tuple(order))


def is_empty(today: Today) -> bool:
    """Nothing planned, due, waiting or captured."""
    return not (
        today.next_talk
        or today.later
        or today.unfinished
        or today.inbox
        or today.captured
        or today.promises
        or today.hand_offs
        or today.again
    )
