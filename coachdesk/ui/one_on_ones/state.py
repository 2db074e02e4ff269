"""What the One-on-ones page says in words; titles of days stand between the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import clock, medium_day, near_day
from coachdesk.views.one_on_ones import AheadRow, BehindRow, PaperState, Which

CHECKS = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a day, or of the columns."""

    words: str


def by_day(rows: Sequence[AheadRow], as_of: date) -> list[Heading | AheadRow]:
    """Rows with the title of each day before its first."""
    found: list[Heading | AheadRow] = []
    day: date | None = None
    for row in rows:
        if row.day != day:
            day = row.day
            found.append(Heading(day_title(day, as_of)))
        found.append(row)
    return found


def day_title(day: date, as_of: date) -> str:
    """“Today”, “Tomorrow, Wednesday 11 March”, “Monday 16 March”."""
    if day == as_of:
        return _("Today")
    if day == as_of + timedelta(days=1):
        return _("Tomorrow, {day}").format(day=medium_day(day))
    return medium_day(day)


def ready_words(row: AheadRow) -> tuple[str, str]:
    """How far a talk is prepared, and the colour that goes with it."""
    if row.is_meeting:
        return _("joint meeting"), "ink2"
    if row.is_visit:
        return _("joint visit"), "ink2"
    if row.checks >= CHECKS:
        return _("ready"), "goodText"
    if row.checks:
        return _("{n} of {of} prepared").format(n=row.checks, of=CHECKS), "ink2"
    return _("not started"), "ink2"


def paper_words(paper: PaperState) -> tuple[str, str]:
    """The tag of a talk behind, and its state."""
    return {
        PaperState.SAY_WHAT_IT_WAS: (_("what was it?"), "warn"),
        PaperState.WRAP_UP: (_("wrap up"), "warn"),
        PaperState.NOT_PRINTED: (_("not printed"), "warn"),
        PaperState.PRINTED: (_("printed"), "quiet"),
        PaperState.SAVED: (_("saved PDF"), "quiet"),
        PaperState.RECEIVED: (_("received"), "quiet"),
        PaperState.CANCELLED: (_("cancelled"), "quiet"),
    }[paper]


def kept_words(row: BehindRow) -> str:
    """“1 of 2” requests met; nothing where none was made."""
    return _("{n} of {of}").format(n=row.kept, of=row.asked) if row.asked else ""


def said_words(row: BehindRow) -> str:
    """What the rep said, in quotes."""
    words = " ".join(row.words.split())
    return _("“{words}”").format(words=words) if words else ""


def ahead_sentence(row: AheadRow, as_of: date) -> str:
    """“Today 10:30, Priya Raman, 3 of 5 prepared”."""
    start = clock(row.start) if row.start else ""
    when = f"{day_title(row.day, as_of)} {start}".strip()
    return ", ".join(part for part in (when, row.name, ready_words(row)[0], row.where) if part)


def behind_sentence(row: BehindRow, as_of: date) -> str:
    """“24 Feb, Priya Raman, “…”, requests met 1 of 2, printed”."""
    kept = _("requests met {words}").format(words=kept_words(row)) if row.asked else ""
    parts = (near_day(row.day, as_of), row.name, said_words(row), kept, paper_words(row.paper)[0])
    return ", ".join(part for part in parts if part)


def count_words(n: int) -> str:
    """“74 talks”."""
    return ngettext("{n} talk", "{n} talks", n).format(n=n)


def chip_words(which: Which, n: int) -> str:
    """“Not wrapped up 1”."""
    words = {
        Which.EVERY: _("Everyone"),
        Which.NOT_WRAPPED_UP: _("Not wrapped up"),
        Which.NOT_PRINTED: _("Not printed"),
    }[which]
    return f"{words} {n}" if n and which is not Which.EVERY else words


def opens(row: BehindRow) -> str:
    """What Enter does: "wrap_up", "run", or "held" for one that was left as planned."""
    if row.state is TalkState.RUNNING:
        return "run"
    if row.paper is PaperState.SAY_WHAT_IT_WAS:
        return "held"
    return "wrap_up"
