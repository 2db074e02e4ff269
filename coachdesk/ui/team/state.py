"""Which evidence is shown, and what a rep's page says in words."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.day_names import month_names, short_day, short_month_names
from coachdesk.domain.vocabulary import Label
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.chain import LinkFigures
from coachdesk.views.dates import near_day
from coachdesk.views.evidence import Event, LinkFigure
from coachdesk.views.rep import Labelled, RepChain
from coachdesk.views.rep import RepPage as RepRecord

LEVEL_WINDOW = 182
WINDOWS = (91, LEVEL_WINDOW, 365)
SHOWN_AT_FIRST = 12


@dataclass(frozen=True, slots=True)
class Filter:
    """Link, partner team, customer and window (days) combine; empty lets everything through."""

    link: str = ""
    team: str = ""
    account: str = ""
    window: int = LEVEL_WINDOW

    def fits(self, event: Event, as_of: date) -> bool:
        """Whether an event is shown."""
        return (
            event.day > as_of - timedelta(days=self.window)
            and self.link in ("", event.behaviour.value)
            and self.team in ("", event.team)
            and self.account in ("", event.account)
        )


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One event as its row; `below` are the lines under its note, read when it is unfolded."""

    id: UUID
    event: Event
    unfolded: bool = False
    below: tuple[str, ...] = ()


def link_figures(figures: tuple[LinkFigure, ...], chain: RepChain | None) -> list[LinkFigures]:
    """The chain as the kit paints it: shares of the window, labels and break of the rep."""
    labelled = {} if chain is None else {link.cell.behaviour: link for link in chain.links}
    broken = None if chain is None else chain.at.behaviour
    found = []
    for f in figures:
        link = LinkFigures(f.behaviour.value, f.title, f.x, f.n, f.lo, f.hi, f.least, f.short_title)
        if f.behaviour in labelled:
            own = labelled[f.behaviour]
            link = replace(
                link,
                breaks=f.behaviour is broken,
                label=own.label,
                reason=own.reason,
                is_found=own.cell.label in (Label.STRENGTH, Label.FOCUS),
            )
        found.append(link)
    return found


def quality_words(quality: Labelled) -> str:
    """“Empathy 2 of 4 · needs 2 more events”."""
    cell = quality.cell
    words = _("{title} {x} of {n}").format(title=cell.short_title, x=cell.x, n=cell.n)
    if not cell.n:
        words = cell.short_title
    if cell.label in (Label.STRENGTH, Label.FOCUS):
        return f"{words} · {quality.label}"
    more = cell.evaluation.missing.events
    if not more:
        return words
    return f"{words} · " + ngettext("needs {n} more", "needs {n} more", more).format(n=more)


def occasion_words(chain: RepChain, as_of: date) -> str:
    """“Next occasion: joint visit at Cobalt, Thu.”"""
    occasion = chain.occasion
    if occasion is None:
        return _("Nothing is planned where you could see more.")
    words = {
        "visit": _("Next occasion to see one: joint visit at {account}, {day}."),
        "check": _("Next occasion to see one: check with {team} at {account}, {day}."),
        "hand_off": _("Next occasion to see one: hand-off to {team} at {account}, due {day}."),
        "talk": _("Next occasion to ask for one: the one-on-one, {day}."),
    }[occasion.kind]
    return words.format(
        account=occasion.account, team=occasion.team, day=near_day(occasion.day, as_of)
    )


def about_words(page: RepRecord) -> str:
    """“Field sales · 4 accounts · with you since Jun 2024”."""
    parts = [page.role]
    if page.accounts:
        n = page.accounts
        parts.append(ngettext("{n} account", "{n} accounts", n).format(n=n))
    if page.since is not None:
        month = short_month_names()[page.since.month - 1]
        parts.append(_("with you since {month} {year}").format(month=month, year=page.since.year))
    return " · ".join(part for part in parts if part)


def rhythm_words(page: RepRecord) -> str:
    """“last talked 24 Feb · every 2 weeks”."""
    last = (
        _("last talked {day}").format(day=short_day(page.last_day))
        if page.last_day
        else _("no talk yet")
    )
    weeks, days = divmod(page.rhythm_days, 7)
    if days:
        rhythm = ngettext("every {n} day", "every {n} days", page.rhythm_days)
        return f"{last} · {rhythm.format(n=page.rhythm_days)}"
    rhythm = ngettext("every week", "every {n} weeks", weeks)
    return f"{last} · {rhythm.format(n=weeks)}"


def kept_words(page: RepRecord) -> str:
    """“kept: you 7 of 9 · Priya 8 of 11”: never one side without the other."""
    if not page.my_kept.of and not page.reps_kept.of:
        return ""
    return _("kept: you {mine} of {of} · {name} {theirs} of {of2}").format(
        mine=page.my_kept.kept,
        of=page.my_kept.of,
        name=page.first_name,
        theirs=page.reps_kept.kept,
        of2=page.reps_kept.of,
    )


def since_month(events: list[Event]) -> str:
    """The month of the oldest event, for the title of the strip."""
    oldest = min(event.day for event in events)
    return month_names()[oldest.month - 1]
