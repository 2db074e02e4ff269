"""The question bank as it is shown: each question with its use, and the filters over them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coachdesk.domain.playbook import Question
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.question_bank import is_own
from coachdesk.domain.searching import folded, holds, search_words
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage

_BEHAVIOURS = {key: n for n, key in enumerate(BehaviourKey)}


@dataclass(frozen=True, slots=True)
class Asked:
    """How often a question was asked in talks, when last, and of whom."""

    times: int
    last_day: date
    last_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BankQuestion:
    """A question with what was done with it; own ones have no shipped text."""

    question: Question
    shipped_text: str
    is_retired: bool
    asked: Asked | None

    @property
    def id(self) -> str:
        """Its key in the bank."""
        return self.question.id

    @property
    def is_own(self) -> bool:
        """Whether the manager wrote it."""
        return is_own(self.question.id)

    @property
    def is_reworded(self) -> bool:
        """Whether a shipped question stands in the manager's words."""
        return not self.is_own and self.question.text != self.shipped_text


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFilter:
    """What of the bank is shown; an empty filter shows all that is in use."""

    words: str = ""
    behaviour: BehaviourKey | None = None
    any_behaviour: bool = False
    purpose: Purpose | None = None
    style: QuestionStyle | None = None
    stage: SelectionStage | None = None
    favourites: bool = False
    own: bool = False
    retired: bool = False


def in_bank_order(bank: Iterable[BankQuestion]) -> tuple[BankQuestion, ...]:
    """By behaviour, those for any last; own ones before the shipped."""
    return tuple(sorted(bank, key=_place))


def _place(each: BankQuestion) -> tuple[int, bool]:
    behaviour = each.question.behaviour
    place = len(_BEHAVIOURS) if behaviour is None else _BEHAVIOURS[behaviour]
    return (place, not each.is_own)


def shown(bank: Sequence[BankQuestion], by: BankFilter) -> tuple[BankQuestion, ...]:
    """The questions a filter leaves, in their order."""
    looked_for = search_words(by.words)
    return tuple(
        each for each in bank if _fits(each, by) and (not looked_for or _has(each, looked_for))
    )


def _fits(each: BankQuestion, by: BankFilter) -> bool:
    question = each.question
    return (
        each.is_retired is by.retired
        and (by.behaviour is None or question.behaviour is by.behaviour)
        and (question.behaviour is None or not by.any_behaviour)
        and (by.purpose is None or question.purpose is by.purpose)
        and (by.style is None or question.style is by.style)
        and (by.stage is None or question.stage is by.stage)
        and (question.is_favourite or not by.favourites)
        and (each.is_own or each.is_reworded or not by.own)
    )


def _has(each: BankQuestion, looked_for: Sequence[str]) -> bool:
    words = folded(each.question.text)
    return all(holds(words, word) for word in looked_for)
