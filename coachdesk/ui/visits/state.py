"""What the page of a joint visit says in words."""

from datetime import date

from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import SpeaksFirst, VisitState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import clock, near_day
from coachdesk.views.visits import VisitPage, VisitRow, WatchChoice

TEXTS = ("rep_saw", "manager_saw", "keep", "change")
HALF = 50
CUES_SHOWN = 3


def when_words(day: date, start: object, as_of: date) -> str:
    """“today 14:00”, “Thu”, “3 Mar”."""
    words = near_day(day, as_of)
    return words if start is None else f"{words} {clock(start)}"  # type: ignore[arg-type]


def about_words(page: VisitPage) -> str:
    """“today 14:00 · at Cobalt Lane Printing · held”."""
    states = {
        VisitState.PLANNED: _("planned"),
        VisitState.HELD: _("held"),
        VisitState.CANCELLED: _("cancelled"),
    }
    where = _("at {customer}").format(customer=page.account)
    when = when_words(page.day, page.start, page.as_of)
    return " · ".join((when, where, states[page.state]))


def chosen(page: VisitPage) -> list[WatchChoice]:
    """The behaviours that are to be watched."""
    return [choice for choice in page.watch if choice.is_chosen]


def cue_words(choice: WatchChoice) -> str:
    """“Transition to partner: … · … · … (2 of 7 rated 4 or 5)”."""
    cues = " · ".join(choice.cues[:CUES_SHOWN])
    count = _("{x} of {n} rated 4 or 5 so far").format(x=choice.x, n=choice.n)
    return f"{cues} ({count})" if choice.n else cues


def speakers(page: VisitPage) -> list[tuple[str, str]]:
    """Who may open the conversation."""
    return [
        (SpeaksFirst.REP.value, page.first_name),
        (SpeaksFirst.PARTNER.value, _("The partner")),
        (SpeaksFirst.MANAGER.value, _("Me")),
    ]


def share_of(typed: str) -> int | None:
    """The share of talking that was typed, in percent; InputError for what is none."""
    words = typed.strip().removesuffix("%").strip()
    if not words:
        return None
    if not words.isdecimal() or int(words) > 100:
        raise InputError(
            _("“{typed}” is not a share of talking.").format(typed=typed.strip()),
            _("Type a number from 0 to 100."),
        )
    return int(words)


def share_words(share: int | None, name: str) -> str:
    """A kind word about the number, which is to be kept low."""
    if share is None:
        return _("A number to keep low: {name} leads, you watch.").format(name=name)
    if share > HALF:
        return _("More than half. Next time {name} leads, you watch.").format(name=name)
    return _("{name} had the room.").format(name=name)


def why_not_seen(page: VisitPage) -> str:
    """Why nothing can be noted yet, or any more; empty if it can."""
    if page.state is VisitState.CANCELLED:
        return _("The visit was cancelled.")
    if page.state is VisitState.PLANNED and page.day > page.as_of:
        return _("The visit is still ahead.")
    return ""


def row_sentence(row: VisitRow, as_of: date) -> str:
    """“Thu 14:00, Lena Vogt, at Halden Foods, 3 events”."""
    seen = ngettext("{n} event", "{n} events", row.events).format(n=row.events)
    where = _("at {customer}").format(customer=row.account)
    parts = (when_words(row.day, row.start, as_of), row.name, where, seen if row.events else "")
    return ", ".join(part for part in parts if part)
