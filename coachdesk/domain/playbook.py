"""The shipped content: what good looks like, questions to ask, ways to share."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coachdesk.domain.playbook_vocabulary import GuideItem, Purpose, QuestionStyle
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey, Cause, SelectionStage, ShareKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BehaviourGuide:
    """One behaviour: its words, its cues and its five anchors; version 1 is the shipped wording."""

    key: BehaviourKey
    letter: str
    title: str
    short_title: str
    short_cue: str
    definition: str
    cues: tuple[str, ...]
    anchors: Mapping[int, str]
    opinion: str = ""
    why_not: str = ""
    version: int = 1

    @property
    def is_link(self) -> bool:
        """Whether it is one of the five links of the chain, not a quality."""
        return self.key in CHAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseGuide:
    """Why an expectation may be missed, with its letter on the paper form."""

    key: Cause
    paper: str
    title: str
    meaning: str
    ask_next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the bank; without a behaviour or a stage it fits any."""

    id: str
    text: str
    purpose: Purpose
    behaviour: BehaviourKey | None
    style: QuestionStyle
    stage: SelectionStage | None
    is_favourite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareGuide:
    """A kind of share and how it may open."""

    key: ShareKind
    title: str
    meaning: str
    opening: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageGuide:
    """A stage of the customer's own selection process, and the own funnel stage it meets."""

    key: SelectionStage
    title: str
    question: str
    coach_on: str
    funnel_stage: str = ""
    focus: tuple[BehaviourKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideWords:
    """One question of the interview guide: what good and bad sound like, and its five anchors."""

    item: GuideItem
    topic: str
    question: str
    good: str
    bad: str
    anchors: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class GateCheck:
    """One of the five checks before a talk: its key, its title and what it asks."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """All content by key, each behaviour in the wording in force; `earlier` keeps the others.

    `retired` questions are asked no more; a talk that had chosen one still shows it.
    """

    behaviours: Mapping[BehaviourKey, BehaviourGuide]
    rating_names: Mapping[int, str]
    causes: Mapping[Cause, CauseGuide]
    questions: tuple[Question, ...]
    shares: Mapping[ShareKind, ShareGuide]
    stages: Mapping[SelectionStage, StageGuide]
    writing_hints: tuple[str, ...]
    private_note_notice: str
    earlier: Mapping[tuple[BehaviourKey, int], BehaviourGuide] = field(default_factory=dict)
    retired: tuple[Question, ...] = ()

    @property
    def chain(self) -> tuple[BehaviourGuide, ...]:
        """The five links in their order."""
        return tuple(self.behaviours[key] for key in CHAIN)

    def wording(self, key: BehaviourKey, version: int) -> BehaviourGuide:
        """The behaviour as it was worded in that version; the one in force where it is unknown."""
        return self.earlier.get((key, version), self.behaviours[key])

    def question(self, id: str) -> Question | None:
        """The question with that id, retired or not, if the bank has it."""
        every = (*self.questions, *self.retired)
        return next((question for question in every if question.id == id), None)
