"""Rule sheets: what holds now, what changed since a day, and who knows it (rules §11, seed 003)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.names import fold
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry
from coachdesk.language import gettext as _


@dataclass(frozen=True, slots=True)
class Known:
    """What one rep knows of a subject: of `of` entries `n`, the last one since `day`.

    `is_asked_again` when an entry changed that was known as it stood before.
    """

    n: int
    of: int
    day: date | None
    is_asked_again: bool

    @property
    def is_whole(self) -> bool:
        """Whether every entry is known as it stands now."""
        return self.of > 0 and self.n == self.of


def in_force(entries: Iterable[RuleSheetEntry], day: date) -> tuple[RuleSheetEntry, ...]:
    """What holds on that day, by subject and then in the order it came to hold."""
    held = (
        entry
        for entry in entries
        if entry.valid_from <= day and (entry.ended_on is None or day < entry.ended_on)
    )
    return tuple(sorted(held, key=lambda e: (fold(e.subject), e.valid_from, str(e.id))))


def standing(entries: Iterable[RuleSheetEntry]) -> tuple[RuleSheetEntry, ...]:
    """What was not ended, also what holds from a later day on."""
    left = (entry for entry in entries if entry.ended_on is None)
    return tuple(sorted(left, key=lambda e: (fold(e.subject), e.valid_from, str(e.id))))


def changed_between(entries: Iterable[RuleSheetEntry], after: date, until: date) -> bool:
    """Whether an entry came to hold or ended after one page and not after another."""
    days = [day for entry in entries for day in (entry.valid_from, entry.ended_on)]
    return any(day is not None and after < day <= until for day in days)


def known_by(
    rep_id: UUID,
    entries: Iterable[RuleSheetEntry],
    acknowledged: Mapping[tuple[UUID, UUID], RuleAcknowledgement],
) -> Known:
    """How much of these entries a rep knows; `acknowledged` is by entry and rep."""
    now = tuple(entries)
    days = [found.day for e in now if (found := acknowledged.get((e.id, rep_id))) is not None]
    again = any(
        entry.replaces_id is not None
        and (entry.replaces_id, rep_id) in acknowledged
        and (entry.id, rep_id) not in acknowledged
        for entry in now
    )
    return Known(len(days), len(now), max(days, default=None), again)


def reworded(
    entry: RuleSheetEntry,
    words: Mapping[str, Any],
    *,
    is_known: bool,
    new_id: Id[RuleSheetEntry],
    as_of: date,
) -> tuple[RuleSheetEntry, ...]:
    """The rows to store for other words.

    Nobody knows it yet: the same row, holding from today. Somebody knows it: the row ends and a new
    one replaces it, so that what was acknowledged stays as it was read. The same words: nothing.
    """
    changed = replace(entry, **words)
    if changed == entry:
        return ()
    if not is_known:
        return (replace(changed, valid_from=max(entry.valid_from, as_of)),)
    made = replace(
        changed,
        id=new_id,
        valid_from=max(entry.valid_from, as_of),
        replaces_id=entry.id,
    )
    return (replace(entry, ended_on=made.valid_from), made)


def check_acknowledged(entry: RuleSheetEntry, day: date, *, as_of: date) -> None:
    """A day on which the entry held, and not one to come (E-RUL-01, 02)."""
    if day > as_of:
        raise RuleError(
            "E-RUL-01", _("That day is still to come."), _("Choose today or an earlier day.")
        )
    if day < entry.valid_from:
        raise RuleError(
            "E-RUL-02",
            _("{subject} holds from {day} on.").format(subject=entry.subject, day=entry.valid_from),
            _("Choose that day or a later one."),
        )
