"""Why a way of working changes, who heard it, who worries, and short lessons (source 003)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook_vocabulary import ConcernVerdict
from coachdesk.domain.vocabulary import BehaviourKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """That a rep heard a story, or read a lesson, on that day."""

    rep_id: Id[Rep]
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStory(Entity):
    """A new way of working: why and what is in it for you come before what, how and when."""

    id: Id["ChangeStory"]
    title: Annotated[str, Length(1, 60)]
    why: Annotated[str, Length(0, 300)] = ""
    in_it_for_you: Annotated[str, Length(0, 300)] = ""
    what: Annotated[str, Length(0, 300)] = ""
    how: Annotated[str, Length(0, 300)] = ""
    when_day: date | None = None
    heard_by: tuple[Heard, ...] = ()
    evangelist_ids: tuple[Id[Rep], ...] = ()
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionConcern(Entity):
    """What a rep worries about; `verdict` is the manager's alone."""

    id: Id["AdoptionConcern"]
    rep_id: Id[Rep]
    change_story_id: Id[ChangeStory] | None = None
    day: date
    concern: Annotated[str, Length(5, 300)]
    answer: Annotated[str, Length(0, 300)] = ""
    verdict: ConcernVerdict | None = None
    print: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson(Entity):
    """A page of the Playbook in place of a training day, and who read it."""

    id: Id["Lesson"]
    title: Annotated[str, Length(1, 60)]
    text: Annotated[str, Length(1, 2000)]
    change_story_id: Id[ChangeStory] | None = None
    behaviour_key: BehaviourKey | None = None
    read_by: tuple[Heard, ...] = ()
    added_day: date
