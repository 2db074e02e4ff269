"""Which questions a talk is prepared with, and what speaks for each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coachdesk.domain.playbook import Question
from coachdesk.domain.playbook_vocabulary import Purpose
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage

PROPOSED = 3
# Asked within six weeks is lately: the last two or three talks.
LATELY_DAYS = 42
# A talk goes back to what was agreed, opens the matter, and ends with a promise.
IN_TALK_ORDER = (Purpose.FOLLOW_UP, Purpose.EXPLORE, Purpose.COMMIT)


@dataclass(frozen=True, slots=True)
class Standing:
    """A customer the talk is about, and where it stands in its own choosing."""

    customer: str
    stage: SelectionStage


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a talk is about, and what this rep was asked in the talks before it."""

    focus: BehaviourKey | None
    as_of: date
    standings: Sequence[Standing] = ()
    asked: Mapping[str, date] = field(default_factory=dict)
    is_worked_on: bool = False

    def was_asked_lately(self, question: Question) -> bool:
        """Whether this rep heard it a few weeks ago."""
        last = self.asked.get(question.id)
        return last is not None and (self.as_of - last).days < LATELY_DAYS

    def standing(self, question: Question) -> Standing | None:
        """The first customer that is at the stage the question is made for."""
        if question.stage is None:
            return None
        return next((each for each in self.standings if each.stage is question.stage), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A question and its reasons: the customer at its stage, and when this rep was asked it."""

    question: Question
    fits_focus: bool
    standing: Standing | None
    last_asked: date | None
    is_lately: bool


def proposal(question: Question, occasion: Occasion) -> Proposal:
    """What speaks for one question, whoever chose it."""
    return Proposal(
        question=question,
        fits_focus=occasion.focus is not None and question.behaviour is occasion.focus,
        standing=occasion.standing(question),
        last_asked=occasion.asked.get(question.id),
        is_lately=occasion.was_asked_lately(question),
    )


def proposed(
    bank: Sequence[Question], occasion: Occasion, most: int = PROPOSED
) -> tuple[Proposal, ...]:
    """The questions for this talk, in the order a talk takes.

    A question to follow up is left out until the behaviour was worked on in an earlier talk.
    """
    purposes = IN_TALK_ORDER if occasion.is_worked_on else IN_TALK_ORDER[1:]
    left = [question for question in bank if question.purpose in purposes]
    place = {question.id: n for n, question in enumerate(left)}
    chosen: list[Question] = []
    while left and len(chosen) < most:
        used = {question.purpose for question in chosen}
        best = min(left, key=lambda q: (*_rank(q, occasion, used), place[q.id]))
        chosen.append(best)
        left.remove(best)
    chosen.sort(key=lambda q: (IN_TALK_ORDER.index(q.purpose), place[q.id]))
    return tuple(proposal(question, occasion) for question in chosen)


def ranked(bank: Sequence[Question], occasion: Occasion) -> tuple[Proposal, ...]:
    """The whole bank, what fits best first."""
    found = sorted(bank, key=lambda question: _rank(question, occasion, set()))
    return tuple(proposal(question, occasion) for question in found)


def _rank(
    question: Question, occasion: Occasion, used: set[Purpose]
) -> tuple[int, bool, bool, bool, bool, date]:
    """Less comes first: behaviour, stage, favourite, another purpose, a customer's own stage."""
    fits_stage = occasion.standing(question) is not None
    at_other_stage = bool(occasion.standings) and question.stage is not None and not fits_stage
    return (
        _distance(question, occasion),
        at_other_stage,
        not question.is_favourite,
        question.purpose in used,
        not fits_stage,
        occasion.asked.get(question.id, date.min),
    )


def _distance(question: Question, occasion: Occasion) -> int:
    """How far it is from what is worked on: of it, of any, of it but just asked, of another."""
    is_of_it = occasion.focus is None or question.behaviour is occasion.focus
    if occasion.was_asked_lately(question):
        return 2 if is_of_it else 4
    if is_of_it:
        return 0
    return 1 if question.behaviour is None else 3
