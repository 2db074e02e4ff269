"""The question bank: own questions, own words for shipped ones, favourites, questions retired."""

from dataclasses import replace
from uuid import UUID

from coachdesk.domain.errors import InputError
from coachdesk.domain.playbook import Question
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.question_bank import (
    OWN,
    PlaybookQuestion,
    is_own,
    refuse_shipped,
    refuse_words,
    shipped_unchanged,
)
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.language import gettext as _
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.questions import asked_in_talks
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.question_bank import BankQuestion, in_bank_order


def question_bank(reads: Snapshot) -> tuple[BankQuestion, ...]:
    """Every question, retired or not, with how often it was asked and of whom last."""
    playbook, asked = playbook_of(reads), asked_in_talks(reads)
    shipped = {each.id: each.text for each in shipped_playbook().questions}
    retired = {each.id for each in playbook.retired}
    return in_bank_order(
        BankQuestion(
            question=each,
            shipped_text=shipped.get(each.id, ""),
            is_retired=each.id in retired,
            asked=asked.get(each.id),
        )
        for each in (*playbook.questions, *playbook.retired)
    )


def question_kept(reads: Snapshot, id: UUID) -> Question | None:
    """The question that a row of the manager's hand is about; None if it is no such row."""
    row = reads.peek(PlaybookQuestion, as_id(id))
    return None if row is None else playbook_of(reads).question(row.key)


def add_question(
    work: UnitOfWork,
    text: str,
    *,
    purpose: Purpose = Purpose.EXPLORE,
    behaviour: BehaviourKey | None = None,
    style: QuestionStyle = QuestionStyle.ASK,
    stage: SelectionStage | None = None,
) -> PlaybookQuestion:
    """Keep a question of one's own in the bank."""
    id, words = work.new_id(PlaybookQuestion), _one_line(text)
    refuse_words(words, "", _every(work))
    return work.put(
        PlaybookQuestion(
            id=id,
            key=f"{OWN}{id.hex}",
            text=words,
            purpose=purpose,
            behaviour_key=behaviour,
            style=style,
            stage=stage,
            added_day=work.as_of,
        )
    )


def reword_question(work: UnitOfWork, key: str, text: str) -> None:
    """Say it in other words from now on; the shipped words again are no wording of one's own."""
    words = _one_line(text)
    refuse_words(words, key, _every(work))
    is_shipped = words == _shipped_text(key)
    _keep(work, replace(_row(work, key), text="" if is_shipped else words))


def reset_question(work: UnitOfWork, key: str) -> None:
    """Back to the shipped words; a favourite stays one."""
    reword_question(work, key, _shipped_text(key))


def edit_question(
    work: UnitOfWork,
    key: str,
    text: str,
    *,
    purpose: Purpose,
    behaviour: BehaviourKey | None,
    style: QuestionStyle,
    stage: SelectionStage | None,
) -> None:
    """An own question in other words, or for something else: when, which behaviour, which stage."""
    refuse_shipped(key)
    words = _one_line(text)
    refuse_words(words, key, _every(work))
    work.put(
        replace(
            _row(work, key),
            text=words,
            purpose=purpose,
            behaviour_key=behaviour,
            style=style,
            stage=stage,
        )
    )


def favour_question(work: UnitOfWork, key: str, on: bool) -> None:
    """Make it a favourite, which is proposed before the others, or one like the others."""
    _keep(work, replace(_row(work, key), is_favourite=on))


def retire_question(work: UnitOfWork, key: str, on: bool) -> None:
    """Ask it no more, or bring it back; talks that had chosen it keep it."""
    _keep(work, replace(_row(work, key), is_retired=on))


def _every(reads: Snapshot) -> tuple[Question, ...]:
    playbook = playbook_of(reads)
    return (*playbook.questions, *playbook.retired)


def _shipped_text(key: str) -> str:
    shipped = shipped_playbook().question(key)
    return "" if shipped is None else shipped.text


def _row(work: UnitOfWork, key: str) -> PlaybookQuestion:
    """What is kept of the question, else a row that changes nothing of the shipped one."""
    kept = work.find(PlaybookQuestion, key=key)
    if kept:
        return kept[0]
    shipped = shipped_playbook().question(key)
    if shipped is None or is_own(key):
        raise InputError(
            _("This question is no longer in the bank."), _("Ctrl+Z brings back what was removed.")
        )
    return PlaybookQuestion(
        id=work.new_id(PlaybookQuestion),
        key=key,
        purpose=shipped.purpose,
        behaviour_key=shipped.behaviour,
        style=shipped.style,
        stage=shipped.stage,
    )


def _keep(work: UnitOfWork, row: PlaybookQuestion) -> None:
    stored = work.peek(PlaybookQuestion, row.id)
    if not shipped_unchanged(row):
        work.put(row)
    elif stored is not None:
        work.remove(stored)


def _one_line(text: str) -> str:
    return " ".join(text.split())
