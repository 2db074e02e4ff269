"""What a search found: where it is, and the piece of text around the word."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.searching import Excerpt


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record is seen: a page of the window, and what to open there.

    `page` is "rep", "event", "record", "talk", "inbox", "visit", "joint_meeting", "peer_meeting",
    "opportunity", "hand_off", "notice", "partners" (of one team), "partner_team" (`id` may also be
    of what belongs to the team), "playbook", "name" or, for what is between the manager and others,
    "own"; `id` is what it opens.
    """

    page: str
    id: UUID
    rep_id: UUID | None = None
    step: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found: `entity` is its key in files, `title` its name on screen.

    `when` is its day in words.
    """

    entity: str
    id: UUID
    title: str
    rep: str
    day: date | None
    when: str
    excerpt: Excerpt
    place: Place | None


@dataclass(frozen=True, slots=True)
class RecordText:
    """A record in full, for one that no list shows any more: its own words and its state."""

    title: str
    rep: str
    when: str
    texts: tuple[str, ...]
    state: str
    ids: tuple[UUID, ...]
