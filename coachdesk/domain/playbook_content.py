"""What of a Playbook managers exchange, as plain items: the parts, their fields and limits.

No rep, no agreement, no candidate and no look at the own example is in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import get_args, get_type_hints
from uuid import UUID

from coachdesk.domain.change_stories import ChangeStory, Lesson
from coachdesk.domain.entity import Length
from coachdesk.domain.expectations import (
    LONGEST_EXPECTED,
    MOST_EXPECTED,
    SituationExpectation,
)
from coachdesk.domain.interviews import GuideQuestion
from coachdesk.domain.names import fold
from coachdesk.domain.own_example import ModelPoint
from coachdesk.domain.own_example_rules import MOST as MOST_POINTS
from coachdesk.domain.playbook_vocabulary import GuideItem, Purpose, QuestionStyle
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.rule_sheets import RuleSheetEntry
from coachdesk.domain.stage_wordings import StageWording
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage, Situation
from coachdesk.domain.wordings import (
    ANCHORS,
    LEAST_CUES,
    LONGEST_ANCHOR,
    MOST_CUES,
    BehaviourDefinition,
)

LONGEST_CUE, MOST_ENTRIES = 200, 100
ENTRY = ("rule", "boundary", "limitation")

Entries = tuple[tuple[str, str, str], ...]
Value = str | bool | tuple[str, ...] | Entries


class Part(StrEnum):
    """The parts of the file, in its order."""

    SITUATIONS = "situations"
    STAGES = "stages"
    QUESTIONS = "questions"
    RATINGS = "ratings"
    RULES = "rules"
    STORIES = "stories"
    LESSONS = "lessons"
    INTERVIEW = "interview"
    EXAMPLE = "example"


class Shape(Enum):
    """How a field is written: words, a list of them, one of a few, yes or no, a day …"""

    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    DAY = "day"
    SCALE = "scale"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an item: `length` of a text or of each line, `most` and `least` lines.

    `choices` is empty for free words; one that `must` be there is never left out.
    """

    name: str
    shape: Shape = Shape.TEXT
    length: Length = field(default_factory=lambda: Length(0, 300))
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()
    must: bool = False

    @property
    def empty(self) -> Value:
        """What it says when it is left out of something new."""
        if self.shape is Shape.FLAG:
            return False
        is_one = self.shape in (Shape.TEXT, Shape.CHOICE, Shape.DAY)
        return "" if is_one else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One situation, stage, question …: `key` tells it from the others of its part.

    A file gives a key only to what every store has; what a manager added is known by its name.
    Of another manager's item `values` has only what the file says; `line` is where it begins. Of
    mine `id` is the record, where it is one that a person named.
    """

    part: Part
    key: str
    title: str
    values: Mapping[str, Value]
    line: int = 0
    id: UUID | None = None

    def text(self, name: str) -> str:
        """A field of words; empty where it is not said."""
        found = self.values.get(name, "")
        return found if isinstance(found, str) else ""

    def lines(self, name: str) -> tuple[str, ...]:
        """A field of several lines; none where it is not said."""
        found = self.values.get(name, ())
        return tuple(map(str, found)) if isinstance(found, tuple) else ()

    def text_said(self, name: str) -> str | None:
        """A field of words; None where it is not said, which leaves what is there."""
        return self.text(name) if name in self.values else None

    def lines_said(self, name: str) -> tuple[str, ...] | None:
        """A field of several lines; None where it is not said."""
        return self.lines(name) if name in self.values else None

    def flag(self, name: str) -> bool:
        """A field of yes or no."""
        return self.values.get(name) is True

    @property
    def words(self) -> Iterator[str]:
        """Everything that is said in it, text by text."""
        for value in self.values.values():
            if isinstance(value, str):
                yield value
            elif isinstance(value, tuple):
                for row in value:
                    yield from (row,) if isinstance(row, str) else row

    @property
    def entries(self) -> Entries:
        """The rules, boundaries and limitations of a subject."""
        found = self.values.get("entries", ())
        rows = found if isinstance(found, tuple) else ()
        return tuple((row[0], row[1], row[2]) for row in rows if isinstance(row, tuple))


@dataclass(frozen=True, slots=True)
class Content:
    """The items of a Playbook, each part in its order."""

    items: tuple[Item, ...] = ()

    def of(self, part: Part) -> Iterator[Item]:
        """The items of one part."""
        return (item for item in self.items if item.part is part)


def content_of(items: Iterable[Item]) -> Content:
    """Items in the order of the parts."""
    order = {part: at for at, part in enumerate(Part)}
    return Content(tuple(sorted(items, key=lambda item: order[item.part])))


def length_of(kind: type, name: str) -> Length:
    """The limits that the entity itself sets to a text."""
    hint = get_type_hints(kind, include_extras=True)[name]
    return next(each for each in get_args(hint) if isinstance(each, Length))


def _text(kind: type, name: str, called: str = "", *, must: bool = False) -> Field:
    return Field(called or name, Shape.TEXT, length_of(kind, name), must=must)


def _one_of(name: str, choices: Iterable[str]) -> Field:
    return Field(name, Shape.CHOICE, choices=tuple(choices))


def _some_of(name: str) -> Field:
    return Field(name, Shape.CHOICES, choices=tuple(BehaviourKey), most=len(BehaviourKey))


FIELDS: Mapping[Part, tuple[Field, ...]] = {
    Part.SITUATIONS: (
        Field("key", Shape.CHOICE, choices=tuple(Situation)),
        _text(SituationExpectation, "title"),
        _text(SituationExpectation, "principle"),
        Field("expected", Shape.LINES, Length(1, LONGEST_EXPECTED), most=MOST_EXPECTED),
        _text(SituationExpectation, "compete"),
        _text(SituationExpectation, "collaborate"),
        _some_of("emphasis"),
        Field("archived", Shape.FLAG),
    ),
    Part.STAGES: (
        _one_of("key", SelectionStage),
        _text(StageWording, "customer_stage"),
        _text(StageWording, "funnel_stage"),
        _text(StageWording, "customer_question"),
        _text(StageWording, "coach_on"),
        _some_of("focus"),
    ),
    Part.QUESTIONS: (
        Field("key", Shape.TEXT, Length(1, 40)),
        Field("text", Shape.TEXT, Length(1, length_of(PlaybookQuestion, "text").most)),
        _one_of("purpose", Purpose),
        _one_of("behaviour", BehaviourKey),
        _one_of("style", QuestionStyle),
        _one_of("stage", SelectionStage),
        Field("favourite", Shape.FLAG),
        Field("retired", Shape.FLAG),
    ),
    Part.RATINGS: (
        _one_of("key", BehaviourKey),
        _text(BehaviourDefinition, "title"),
        _text(BehaviourDefinition, "definition"),
        Field("cues", Shape.LINES, Length(1, LONGEST_CUE), least=LEAST_CUES, most=MOST_CUES),
        Field("anchors", Shape.SCALE, Length(1, LONGEST_ANCHOR), least=ANCHORS, most=ANCHORS),
    ),
    Part.RULES: (
        _text(RuleSheetEntry, "subject"),
        Field(
            "entries",
            Shape.ENTRIES,
            length_of(RuleSheetEntry, "rule"),
            least=1,
            most=MOST_ENTRIES,
            must=True,
        ),
    ),
    Part.STORIES: (
        _text(ChangeStory, "title"),
        _text(ChangeStory, "why"),
        _text(ChangeStory, "in_it_for_you"),
        _text(ChangeStory, "what"),
        _text(ChangeStory, "how"),
        Field("when", Shape.DAY),
    ),
    Part.LESSONS: (
        _text(Lesson, "title"),
        _text(Lesson, "text", must=True),
        _one_of("behaviour", BehaviourKey),
        _text(ChangeStory, "title", "story"),
    ),
    Part.INTERVIEW: (
        _one_of("key", GuideItem),
        _text(GuideQuestion, "question"),
        _text(GuideQuestion, "good"),
    ),
    Part.EXAMPLE: (
        Field("points", Shape.LINES, length_of(ModelPoint, "text"), most=MOST_POINTS, must=True),
    ),
}

# What an item without a key is known by. The own example is one list, and needs neither.
NAMED_BY: Mapping[Part, str] = {
    Part.SITUATIONS: "title",
    Part.QUESTIONS: "text",
    Part.RULES: "subject",
    Part.STORIES: "title",
    Part.LESSONS: "title",
}


def name_key(words: str) -> str:
    """The form in which two names are the same one."""
    return fold(" ".join(words.split()))
