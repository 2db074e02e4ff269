"""A new way of working: told why before what, heard by whom, worries kept apart (seed 003)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory, Heard
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.people import Rep
from coachdesk.language import gettext as _

BEFORE = ("why", "in_it_for_you")
"""What is answered first, from the side of who is to change."""
AFTER = ("what", "how")
PARTS = (*BEFORE, *AFTER)
WORDS_A_MINUTE = 200


def lacks_reason(story: ChangeStory) -> bool:
    """Whether it says what to do before it says why and what is in it for the rep."""
    said = any(getattr(story, part).strip() for part in AFTER) or story.when_day is not None
    return said and not all(getattr(story, part).strip() for part in BEFORE)


def heard_once(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """Each rep once, on the first day, in the order of the days."""
    first: dict[UUID, Heard] = {}
    for each in heard:
        known = first.get(each.rep_id)
        if known is None or each.day < known.day:
            first[each.rep_id] = each
    return tuple(sorted(first.values(), key=lambda each: (each.day, str(each.rep_id))))


def told(heard: tuple[Heard, ...], new: Heard, *, as_of: date) -> tuple[Heard, ...]:
    """With one more who heard or read it; who did before keeps the first day (E-CHG-01)."""
    if new.day > as_of:
        raise RuleError(
            "E-CHG-01", _("That day is still to come."), _("Choose today or an earlier day.")
        )
    return heard_once((*heard, new))


def not_told(heard: tuple[Heard, ...], rep_id: UUID) -> tuple[Heard, ...]:
    """Ticked by mistake."""
    return tuple(each for each in heard if each.rep_id != rep_id)


def carried_by(story: ChangeStory, rep_id: Id[Rep], on: bool) -> ChangeStory:
    """Who carries it to the others; only who heard it can (E-CHG-02)."""
    rest = tuple(id for id in story.evangelist_ids if id != rep_id)
    if not on:
        return replace(story, evangelist_ids=rest)
    if all(each.rep_id != rep_id for each in story.heard_by):
        raise RuleError(
            "E-CHG-02",
            _("Who has not heard it cannot carry it to others."),
            _("Tell it first, then ask whether the rep would."),
        )
    return replace(story, evangelist_ids=(*rest, rep_id))


def refuse_ended(story: ChangeStory) -> None:
    """A way of working that ended is told to nobody (E-CHG-03)."""
    if story.ended_on is not None:
        raise RuleError(
            "E-CHG-03",
            _("“{title}” has ended.").format(title=story.title),
            _("Write a new one if it comes again."),
        )


def check_printed(concern: AdoptionConcern, on: bool) -> None:
    """A worry goes on the rep's page together with an answer (E-CHG-04)."""
    if on and not concern.answer.strip():
        raise RuleError(
            "E-CHG-04",
            _("The worry has no answer yet."),
            _("Write the answer; both print together."),
        )


def minutes_to_read(text: str) -> int:
    """How long a lesson takes, at 200 words a minute; at least one."""
    return max(1, -(-len(text.split()) // WORDS_A_MINUTE))
