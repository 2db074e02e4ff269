"""Where an expectation stands with a rep, what may be agreed, and how it is looked at (seed 001).

What was never agreed comes before what was missed: it cannot be missed.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.expectations import ExpectationAgreement, Inspection
from coachdesk.domain.playbook_vocabulary import Found
from coachdesk.domain.vocabulary import BuyIn
from coachdesk.language import gettext as _

SEEN_DAYS = 182
"""An event of so long ago still says that a rep works in its situation."""


class Standing(StrEnum):
    """Where an expectation stands with one rep, in the order it is talked about."""

    NEVER_AGREED = "never_agreed"
    NOT_BOUGHT_IN = "not_bought_in"
    MISSED = "missed"
    DUE = "due"
    AGREED = "agreed"


ORDER = tuple(Standing)
TO_TALK_ABOUT = frozenset(ORDER) - {Standing.AGREED}


def standing(
    agreement: ExpectationAgreement | None, missed: Collection[date], *, as_of: date
) -> Standing:
    """Where it stands; `missed` are the days of events in its situation that missed it."""
    if agreement is None or agreement.explained_day is None:
        return Standing.NEVER_AGREED
    if agreement.bought_in is BuyIn.NOT_YET:
        return Standing.NOT_BOUGHT_IN
    if is_missed(agreement, missed):
        return Standing.MISSED
    due = next_look(agreement)
    return Standing.DUE if due is not None and due <= as_of else Standing.AGREED


def is_missed(agreement: ExpectationAgreement, missed: Collection[date]) -> bool:
    """Whether the newest look found it missed, or an event since that look did."""
    last = last_look(agreement)
    if last is None:
        return bool(missed_since(agreement, missed))
    return last.found is Found.MISSED or any(day > last.day for day in missed)


def missed_since(agreement: ExpectationAgreement, missed: Iterable[date]) -> tuple[date, ...]:
    """The days of missed events after it was explained; nothing agreed was missed before."""
    start = agreement.explained_day
    return () if start is None else tuple(sorted(day for day in missed if day > start))


def last_look(agreement: ExpectationAgreement) -> Inspection | None:
    """The newest look, the one entered last where two are of one day."""
    looks = sorted(enumerate(agreement.inspections), key=lambda each: (each[1].day, each[0]))
    return looks[-1][1] if looks else None


def next_look(agreement: ExpectationAgreement) -> date | None:
    """When it is to be looked at again; None where no rhythm was agreed."""
    every, start = agreement.inspect_every_days, agreement.explained_day
    if every is None or start is None:
        return None
    last = last_look(agreement)
    return (start if last is None else max(start, last.day)) + timedelta(days=every)


def check_agreement(agreement: ExpectationAgreement, *, as_of: date) -> None:
    """Who is bought in says it in words of the own; nothing was explained tomorrow."""
    if agreement.explained_day is not None and agreement.explained_day > as_of:
        raise InputError(_("That day is still to come."), _("Choose today or an earlier day."))
    if agreement.bought_in is not BuyIn.NOT_YET and not agreement.rep_words.strip():
        raise RuleError(
            "E-XPA-01",
            _("Bought in, but not in words of the rep’s own."),
            _("Ask how the rep would say it and write that down, or choose “not yet”."),
        )


def check_open(title: str, *, is_archived: bool) -> None:
    """Nothing new is agreed in a situation that was taken off the Playbook."""
    if is_archived:
        raise RuleError(
            "E-XPA-02",
            _("“{title}” is archived.").format(title=title),
            _("Bring it back in the Playbook first."),
        )


def looked(
    agreement: ExpectationAgreement | None, look: Inspection, *, as_of: date
) -> ExpectationAgreement:
    """With one more look; only what was agreed can be seen or missed."""
    if agreement is None or agreement.explained_day is None:
        raise RuleError(
            "E-XPA-03",
            _("This was never agreed, so nobody could miss it."),
            _("Agree it first: explain why, and ask for the rep’s own words."),
        )
    if look.day > as_of:
        raise InputError(_("That day is still to come."), _("Choose today or an earlier day."))
    if look.day < agreement.explained_day:
        raise RuleError(
            "E-XPA-04",
            _("That day is before the expectation was explained."),
            _("Look at what happened since then."),
        )
    if look.found is not Found.SEEN and not look.note.strip():
        raise RuleError(
            "E-XPA-05",
            _("What did you see or hear?"),
            _("Write the moment in a few words: with it the rep can do something."),
        )
    looks = sorted((*agreement.inspections, look), key=lambda each: each.day)
    return replace(agreement, inspections=tuple(looks))


def without_look(agreement: ExpectationAgreement, at: int) -> ExpectationAgreement:
    """Without a look that was entered by mistake."""
    if not 0 <= at < len(agreement.inspections):
        raise InputError(_("That look is gone already."), code="unknown")
    left = (look for place, look in enumerate(agreement.inspections) if place != at)
    return replace(agreement, inspections=tuple(left))
