"""New ways of working, worries and lessons as the Playbook shows them; no verdict has a place."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearer:
    """One rep: since when it is known (None: not yet), and whether the rep carries it on."""

    id: UUID
    name: str
    initials: str
    day: date | None
    is_evangelist: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """What a rep worries about; `is_judged` says that the manager has a view, not which."""

    id: UUID
    rep_id: UUID
    rep: str
    initials: str
    day: date
    concern: str
    answer: str
    prints: bool
    is_judged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """One way of working: why before what, who heard it, who worries about what."""

    id: UUID
    title: str
    why: str
    in_it_for_you: str
    what: str
    how: str
    when_day: date | None
    ended_on: date | None
    lacks_reason: bool
    hearers: tuple[Hearer, ...]
    worries: tuple[Worry, ...]

    @property
    def heard(self) -> int:
        """How many of the reps heard it."""
        return sum(each.day is not None for each in self.hearers)


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPage:
    """A short page, its minutes, and who read it."""

    id: UUID
    title: str
    text: str
    minutes: int
    story_id: UUID | None
    story: str
    readers: tuple[Hearer, ...]

    @property
    def read(self) -> int:
        """How many of the reps read it."""
        return sum(each.day is not None for each in self.readers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything of the section; `worries` belong to no story."""

    stories: tuple[StoryPage, ...]
    lessons: tuple[LessonPage, ...]
    worries: tuple[Worry, ...]


@dataclass(frozen=True, slots=True)
class ToTell:
    """Something to tell a rep in the next talk: what it is, its name, and where it stands."""

    id: UUID
    what: str
    name: str
