"""The manager's hand in the question bank: own questions, own wordings, favourites."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.playbook import Question
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.language import gettext as _

OWN = "own-"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookQuestion(Entity):
    """What the manager did with one question; one a `key`.

    For a shipped key (`Q-n01`) an empty text keeps the shipped wording, and the other choices are
    the shipped ones; an own question (`own-…`) has all of its own. `stage` None is any stage.
    """

    id: Id["PlaybookQuestion"]
    key: Annotated[str, Length(1, 40)]
    text: Annotated[str, Length(0, 160)] = ""
    purpose: Purpose = Purpose.EXPLORE
    behaviour_key: BehaviourKey | None = None
    style: QuestionStyle = QuestionStyle.ASK
    stage: SelectionStage | None = None
    is_favourite: bool = False
    is_retired: bool = False
    added_day: date | None = None


def is_own(key: str) -> bool:
    """Whether the question was written by the manager, not shipped."""
    return key.startswith(OWN)


def shipped_unchanged(row: PlaybookQuestion) -> bool:
    """Whether nothing is left of the manager's hand on a shipped question."""
    return not (is_own(row.key) or row.text or row.is_favourite or row.is_retired)


def in_force(
    shipped: Sequence[Question], kept: Sequence[PlaybookQuestion]
) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """The questions in use and the retired ones, the shipped before the own."""
    rows = {row.key: row for row in kept}
    worded = [_worded(each, rows[each.id]) if each.id in rows else each for each in shipped]
    own = sorted((row for row in kept if is_own(row.key)), key=_in_order)
    every = [*worded, *map(_own, own)]
    retired = {row.key for row in kept if row.is_retired}
    return (
        tuple(each for each in every if each.id not in retired),
        tuple(each for each in every if each.id in retired),
    )


def _worded(question: Question, row: PlaybookQuestion) -> Question:
    return replace(question, text=row.text or question.text, is_favourite=row.is_favourite)


def _in_order(row: PlaybookQuestion) -> tuple[date, str]:
    return (row.added_day or date.min, row.text.casefold())


def _own(row: PlaybookQuestion) -> Question:
    return Question(
        id=row.key,
        text=row.text,
        purpose=row.purpose,
        behaviour=row.behaviour_key,
        style=row.style,
        stage=row.stage,
        is_favourite=row.is_favourite,
    )


def refuse_words(text: str, key: str, bank: Sequence[Question]) -> None:
    """Refuse a question without words, or one that the bank has already (E-QUE-01)."""
    if not text:
        raise InputError(_("A question needs words."), _("Write it as you would ask it."))
    same = text.casefold()
    if any(each.text.casefold() == same and each.id != key for each in bank):
        raise RuleError(
            "E-QUE-01",
            _("The bank has this question already."),
            _("Look for it by a word of it."),
        )


def refuse_shipped(key: str) -> None:
    """Refuse to sort a shipped question anew (E-QUE-02)."""
    if not is_own(key):
        raise RuleError(
            "E-QUE-02",
            _("A shipped question stays where it is sorted."),
            _("Retire it, and write your own."),
        )
