"""What the interview guide and one candidate's interview show; nothing here is ever summed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.playbook_vocabulary import GuideItem, InterviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRow:
    """One question of the guide, in the words in force."""

    item: GuideItem
    topic: str
    question: str
    good: str
    bad: str
    anchors: Mapping[int, str]
    is_shipped: bool

    @property
    def number(self) -> int:
        """Its place in the order in which everybody is asked."""
        return list(GuideItem).index(self.item) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """One candidate in the list; `values` by question and sheet, None until they may be seen."""

    id: UUID
    code: str
    position: str
    day: date
    state: InterviewState
    is_due: bool
    values: Mapping[GuideItem, tuple[int | None, ...]] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviews:
    """The section: the guide and the candidates in the order of their days, never ranked."""

    guide: tuple[GuideRow, ...]
    candidates: tuple[CandidateRow, ...]
    next_code: str

    @property
    def due(self) -> tuple[CandidateRow, ...]:
        """Those whose erasing is proposed."""
        return tuple(row for row in self.candidates if row.is_due)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerShown:
    """One question with what was heard; `question` in the words in which it was asked."""

    item: GuideItem
    number: int
    topic: str
    question: str
    good: str
    anchors: Mapping[int, str]
    notes: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetShown:
    """One interviewer's sheet; `blanks` are the competences without a rating."""

    id: UUID
    interviewer: str
    order: int
    closed_day: date | None
    answers: tuple[AnswerShown, ...]
    blanks: tuple[str, ...]
    looks_closer: bool

    @property
    def is_open(self) -> bool:
        """Whether it can still be written on."""
        return self.closed_day is None

    @property
    def answered(self) -> int:
        """To how many questions something is written."""
        return sum(bool(answer.notes) for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One question of both sheets; `apart` where both should talk about it."""

    number: int
    topic: str
    question: str
    values: tuple[int | None, int | None]
    notes: tuple[str, str]
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPage:
    """One candidate's interview; `compared` is empty until both sheets are closed."""

    id: UUID
    code: str
    position: str
    day: date
    state: InterviewState
    sheets: tuple[SheetShown, ...]
    compared: tuple[ComparedRow, ...]
    decision: str
    decided_on: date | None
    erase_on: date
    is_due: bool

    @property
    def open_sheet(self) -> SheetShown | None:
        """The sheet that is being written, if one is."""
        return next((sheet for sheet in self.sheets if sheet.is_open), None)

    @property
    def can_take_second(self) -> bool:
        """Whether the second interviewer's sheet may be entered now."""
        return len(self.sheets) == 1 and self.open_sheet is None

    @property
    def can_decide(self) -> bool:
        """Whether the decision may be written: no sheet is open."""
        return bool(self.sheets) and self.open_sheet is None
