"""What is expected in a situation, and where it stands with each rep, as screens show it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.expectation_rules import TO_TALK_ABOUT, Standing
from coachdesk.domain.playbook_vocabulary import Found
from coachdesk.domain.situation_words import SituationWords
from coachdesk.domain.vocabulary import BehaviourKey, BuyIn
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import near_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at an agreed expectation; `at` is its place among those stored."""

    at: int
    day: date
    found: Found
    note: str
    in_talk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedEvent:
    """An event in the situation, since it was agreed, that missed the expectation."""

    day: date
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationRow:
    """One expectation with one rep: where it stands, what was agreed, the looks newest first.

    `concerns` tells whether the rep works in that situation; `words_changed` that the expectation
    was agreed in words that are no longer in force.
    """

    rep_id: UUID
    rep: str
    first_name: str
    initials: str
    situation: str
    title: str
    standing: Standing
    concerns: bool
    is_archived: bool
    explained_day: date | None
    in_it_for_rep: str
    rep_words: str
    bought_in: BuyIn
    inspected_how: str
    inspect_every_days: int | None
    words_changed: bool
    looks: tuple[Look, ...]
    missed: tuple[MissedEvent, ...]
    next_look: date | None

    @property
    def id(self) -> tuple[UUID, str]:
        """A rep has one row in a situation."""
        return (self.rep_id, self.situation)

    @property
    def is_agreed(self) -> bool:
        """Whether it was explained to the rep."""
        return self.explained_day is not None

    @property
    def needs_talk(self) -> bool:
        """Whether it is worth a word in the next talk."""
        return self.concerns and self.standing in TO_TALK_ABOUT


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkShare:
    """One link in a situation: what it looks like, and how often it was rated 4 or 5."""

    behaviour: BehaviourKey
    letter: str
    title: str
    seen_when: str
    x: int
    n: int
    is_emphasised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationEntry:
    """A situation in the list: how many reps there is something to talk about with."""

    key: str
    title: str
    waiting: int
    is_archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationPage:
    """One situation in full; `customers` and `events` say how much refers to it."""

    as_of: date
    words: SituationWords
    rows: tuple[ExpectationRow, ...]
    links: tuple[LinkShare, ...]
    earlier: tuple[SituationWords, ...]
    customers: int
    events: int
    window_days: int


def standing_words(row: ExpectationRow, as_of: date) -> str:
    """“never agreed”, “missed 3 Mar”, “look was due 2 Mar”, “agreed, next look Fri”."""
    if not row.concerns and not row.is_agreed:
        return _("no customer of this kind")
    match row.standing:
        case Standing.NEVER_AGREED:
            return _("never agreed")
        case Standing.NOT_BOUGHT_IN:
            return _("not yet bought in")
        case Standing.MISSED:
            return _("missed {day}").format(day=near_day(_missed_on(row), as_of))
        case Standing.DUE if row.next_look == as_of:
            return _("to be looked at today")
        case Standing.DUE if row.next_look is not None:
            return _("to be looked at since {day}").format(day=near_day(row.next_look, as_of))
    if row.next_look is None:
        return _("agreed")
    return _("agreed, next look {day}").format(day=near_day(row.next_look, as_of))


def talk_line(row: ExpectationRow, as_of: date) -> str:
    """“Large deal: never agreed”."""
    return _("{title}: {standing}").format(title=row.title, standing=standing_words(row, as_of))


def short_standing(row: ExpectationRow) -> str:
    """The same in a word or two, where there is little room."""
    if not row.concerns and not row.is_agreed:
        return ""
    return {
        Standing.NEVER_AGREED: _("never agreed"),
        Standing.NOT_BOUGHT_IN: _("not bought in"),
        Standing.MISSED: _("missed"),
        Standing.DUE: _("look due"),
        Standing.AGREED: _("agreed"),
    }[row.standing]


def to_do_words(row: ExpectationRow, as_of: date) -> str:
    """What there is to say of it in a talk, in one line."""
    if not row.is_agreed:
        if not row.concerns:
            return ""
        return _("Say why you expect it, and ask how {name} would say it").format(
            name=row.first_name
        )
    anew = _("agreed in words that changed since") if row.words_changed else ""
    return " · ".join(part for part in (looks_words(row, as_of), anew) if part)


def _missed_on(row: ExpectationRow) -> date:
    days = [event.day for event in row.missed]
    days += [look.day for look in row.looks if look.found is Found.MISSED]
    return max(days)


def agreed_words(row: ExpectationRow, as_of: date) -> str:
    """“explained 10 Dec · owns it · one joint visit a month, every 30 days”."""
    if row.explained_day is None:
        return ""
    parts = [
        _("explained {day}").format(day=near_day(row.explained_day, as_of)),
        buy_in_words()[row.bought_in],
        inspection_words(row),
    ]
    return " · ".join(part for part in parts if part)


def inspection_words(row: ExpectationRow) -> str:
    """“One joint visit a month, every 30 days”; empty where nothing was agreed."""
    every = ""
    if row.inspect_every_days is not None:
        every = _("every {n} days").format(n=row.inspect_every_days)
    return ", ".join(part for part in (row.inspected_how, every) if part)


def looks_words(row: ExpectationRow, as_of: date) -> str:
    """“last look 3 Mar: seen · 2 events missed it since”; says when nobody looked yet."""
    if not row.is_agreed:
        return ""
    parts = []
    if row.looks:
        last = row.looks[0]
        words = _("last look {day}: {found}").format(
            day=near_day(last.day, as_of), found=found_words()[last.found]
        )
        parts.append(f"{words}, {last.note}" if last.note else words)
    else:
        parts.append(_("not looked at yet"))
    if row.missed:
        n = len(row.missed)
        parts.append(ngettext("{n} event missed it", "{n} events missed it", n).format(n=n))
    return " · ".join(parts)


def look_line(look: Look, as_of: date) -> str:
    """“3 Mar · partly · No owner named · in a one-on-one”."""
    parts = [near_day(look.day, as_of), found_words()[look.found], look.note]
    parts.append(_("in a one-on-one") if look.in_talk else "")
    return " · ".join(part for part in parts if part)


def buy_in_words() -> dict[BuyIn, str]:
    """How far the rep is in."""
    return {
        BuyIn.NOT_YET: _("not yet bought in"),
        BuyIn.WILLING: _("willing to try"),
        BuyIn.OWNS: _("owns it"),
    }


def found_words() -> dict[Found, str]:
    """What a look found."""
    return {Found.SEEN: _("seen"), Found.PARTLY: _("partly"), Found.MISSED: _("missed")}


def whose_words(words: SituationWords, as_of: date) -> str:
    """“shipped words”, “yours, edited 2 Mar”."""
    if words.is_archived:
        return _("archived")
    if words.is_shipped:
        return _("shipped words")
    if words.edited_day is None:
        return _("yours")
    return _("yours, edited {day}").format(day=near_day(words.edited_day, as_of))


def message(words: SituationWords) -> str:
    """The expectation as plain text, to be pasted into a message."""
    parts = [words.title]
    if words.principle:
        parts.append(words.principle)
    if words.expected:
        lines = (f"- {line}" for line in words.expected)
        parts.append("\n".join((_("What I expect of each of you:"), *lines)))
    if words.compete:
        parts.append(_("Where we compete: {words}").format(words=words.compete))
    if words.collaborate:
        parts.append(_("Where we collaborate: {words}").format(words=words.collaborate))
    return "\n\n".join(parts) + "\n"
