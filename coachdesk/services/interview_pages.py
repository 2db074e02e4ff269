"""What the section of interviews reads: the guide, the candidates, and one interview."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from coachdesk.domain import interview_rules as rules
from coachdesk.domain.interviews import Interview, InterviewSheet
from coachdesk.domain.playbook import GuideWords
from coachdesk.domain.playbook_vocabulary import GuideItem, InterviewState
from coachdesk.services.interviews import guide_of, sheets_of
from coachdesk.services.playbook import interview_guide
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.interviews import (
    AnswerShown,
    CandidateRow,
    ComparedRow,
    GuideRow,
    InterviewPage,
    Interviews,
    SheetShown,
)

Guide = Mapping[GuideItem, GuideWords]


def interviews(reads: Snapshot) -> Interviews:
    """The guide and every candidate, in the order of their days."""
    guide, found = guide_of(reads), reads.find(Interview)
    found.sort(key=lambda each: (each.day, each.candidate_code.casefold()))
    sheets: dict[UUID, list[InterviewSheet]] = {}
    for sheet in reads.find(InterviewSheet):
        sheets.setdefault(sheet.interview_id, []).append(sheet)
    return Interviews(
        guide=tuple(_guide_row(words) for words in guide.values()),
        candidates=tuple(_row(reads, each, sheets.get(each.id, [])) for each in found),
        next_code=rules.next_code(each.candidate_code for each in found),
    )


def interview_page(reads: Snapshot, interview_id: UUID) -> InterviewPage:
    """One candidate's interview: the sheets, side by side only once both are closed."""
    interview, guide = reads.get(Interview, as_id(interview_id)), guide_of(reads)
    sheets = sheets_of(reads, interview.id)
    return InterviewPage(
        id=interview.id,
        code=interview.candidate_code,
        position=interview.position,
        day=interview.day,
        state=interview.state,
        sheets=tuple(_sheet(sheet, guide) for sheet in sheets),
        compared=_compared(sheets, guide),
        decision=interview.decision,
        decided_on=interview.decided_on,
        erase_on=rules.erase_day(interview),
        is_due=rules.is_due(interview, as_of=reads.as_of),
    )


def _guide_row(words: GuideWords) -> GuideRow:
    return GuideRow(
        item=words.item,
        topic=words.topic,
        question=words.question,
        good=words.good,
        bad=words.bad,
        anchors=words.anchors,
        is_shipped=words == interview_guide()[words.item],
    )


def _row(reads: Snapshot, interview: Interview, sheets: Sequence[InterviewSheet]) -> CandidateRow:
    is_decided = interview.state is InterviewState.DECIDED
    values = {
        item: tuple(rules.answer_of(sheet, item).value for sheet in sheets) for item in GuideItem
    }
    return CandidateRow(
        id=interview.id,
        code=interview.candidate_code,
        position=interview.position,
        day=interview.day,
        state=interview.state,
        is_due=rules.is_due(interview, as_of=reads.as_of),
        values=values if is_decided or rules.can_compare(sheets) else None,
    )


def _sheet(sheet: InterviewSheet, guide: Guide) -> SheetShown:
    asked = enumerate(guide.values(), 1)
    return SheetShown(
        id=sheet.id,
        interviewer=sheet.interviewer,
        order=sheet.order,
        closed_day=sheet.closed_day,
        answers=tuple(_answer(sheet, words, number) for number, words in asked),
        blanks=tuple(guide[item].topic for item in rules.blanks(sheet)),
        looks_closer=rules.asks_for_a_closer_look(sheet),
    )


def _answer(sheet: InterviewSheet, words: GuideWords, number: int) -> AnswerShown:
    answer = rules.answer_of(sheet, words.item)
    return AnswerShown(
        item=words.item,
        number=number,
        topic=words.topic,
        question=_asked(sheet, words),
        good=words.good,
        anchors=words.anchors,
        notes=answer.notes,
        value=answer.value,
    )


def _asked(sheet: InterviewSheet, words: GuideWords) -> str:
    """The words in which it was asked: kept with the answer, else shipped, else those in force."""
    answer = rules.answer_of(sheet, words.item)
    if not answer.notes:
        return words.question
    return answer.asked or interview_guide()[words.item].question


def _compared(sheets: Sequence[InterviewSheet], guide: Guide) -> tuple[ComparedRow, ...]:
    return tuple(
        ComparedRow(
            number=number,
            topic=guide[row.item].topic,
            question=_asked(sheets[0], guide[row.item]),
            values=(row.first.value, row.second.value),
            notes=(row.first.notes, row.second.notes),
            apart=row.apart,
        )
        for number, row in enumerate(rules.compared(sheets), 1)
    )
