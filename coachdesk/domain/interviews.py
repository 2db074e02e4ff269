"""Interviews with candidates: evidence first, two sheets, no sum; no link to any rep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length, check_limits
from coachdesk.domain.playbook_vocabulary import GuideItem, InterviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideQuestion(Entity):
    """The manager's own words for one question of the guide; stored once edited."""

    id: Id["GuideQuestion"]
    item: GuideItem
    question: Annotated[str, Length(1, 300)]
    good: Annotated[str, Length(0, 300)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Entity):
    """One candidate, by a code; a name is not needed."""

    id: Id["Interview"]
    candidate_code: Annotated[str, Length(1, 20)]
    position: Annotated[str, Length(0, 80)] = ""
    day: date
    erase_on: date | None = None
    decision: Annotated[str, Length(0, 200)] = ""
    decided_on: date | None = None
    state: InterviewState = InterviewState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewAnswer:
    """What was heard, then the rating; `asked` keeps the question where it was worded anew."""

    notes: Annotated[str, Length(0, 600)] = ""
    value: Annotated[int, Between(1, 5)] | None = None
    asked: Annotated[str, Length(0, 300)] = ""

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewSheet(Entity):
    """One interviewer's notes and ratings by question; closed sheets are not changed."""

    id: Id["InterviewSheet"]
    interview_id: Id[Interview]
    interviewer: Annotated[str, Length(1, 80)]
    order: Annotated[int, Between(1, 2)] = 1
    answers: Mapping[str, InterviewAnswer] = field(default_factory=dict)
    closed_day: date | None = None
