"""Work that is being typed: kept outside the journal, found again after a crash."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from coachdesk.domain.evidence import Draft
from coachdesk.domain.vocabulary import DraftSource
from coachdesk.store.snapshot import Snapshot, as_id

NAMESPACE = UUID("5e0b54a1-2f9f-4f52-9d7e-7d2c2f3f8a11")


def unsaved_draft(
    place: str, about: UUID, content: Mapping[str, object], day: date, *, private: bool = False
) -> Draft:
    """The one draft of a place (such as "talk line") and what it is about."""
    return Draft(
        id=as_id(uuid5(NAMESPACE, f"{place}/{about}")),
        source=DraftSource.UNSAVED,
        day=day,
        content={"place": place, "about": str(about), **content},
        private=private,
    )


def unsaved_at(reads: Snapshot, place: str, about: UUID) -> Draft | None:
    """What was being typed there when the program stopped."""
    return reads.peek(Draft, as_id(uuid5(NAMESPACE, f"{place}/{about}")))


def in_its_place(draft: Draft) -> Draft:
    """The draft under the id of what its content is about now."""
    content = draft.content or {}
    place, about = content.get("place"), content.get("about")
    if draft.source is not DraftSource.UNSAVED or place is None:
        return draft
    return replace(draft, id=as_id(uuid5(NAMESPACE, f"{place}/{about}")))


def any_unsaved(reads: Snapshot) -> list[Draft]:
    """Everything that was being typed."""
    return reads.find(Draft, source=DraftSource.UNSAVED)
