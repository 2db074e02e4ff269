"""The only place for private free text."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import NoteAbout, NoteAspect


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote(Entity):
    """A note that reaches no page for the rep, and is part of the rep's data-access export."""

    id: Id["PrivateNote"]
    about: NoteAbout
    about_id: UUID
    rep_id: Id[Rep] | None = None
    aspect: NoteAspect | None = None
    day: date
    text: Annotated[str, Length(1, 600)]
