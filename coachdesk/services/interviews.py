"""Interviews with candidates: written, closed, compared, decided, and erased for good."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from coachdesk.domain import interview_rules as rules
from coachdesk.domain.interview_lines import SheetRead
from coachdesk.domain.interviews import GuideQuestion, Interview, InterviewSheet
from coachdesk.domain.playbook import GuideWords
from coachdesk.domain.playbook_vocabulary import GuideItem, InterviewState
from coachdesk.services.playbook import interview_guide
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork


def guide_of(reads: Snapshot) -> Mapping[GuideItem, GuideWords]:
    """The questions in their order, with the manager's own words where there are any."""
    shipped = interview_guide()
    own = {row.item: row for row in reads.find(GuideQuestion)}
    if not own:
        return shipped
    return {
        item: replace(words, question=own[item].question, good=own[item].good)
        if item in own
        else words
        for item, words in shipped.items()
    }


def reword_guide_question(
    work: UnitOfWork, item: GuideItem, *, question: str | None = None, good: str | None = None
) -> GuideWords:
    """Ask it in other words from now on; what was asked before keeps its words."""
    now, shipped = guide_of(work)[item], interview_guide()[item]
    question = now.question if question is None else question.strip()
    good = now.good if good is None else good.strip()
    if (question, good) == (shipped.question, shipped.good):
        return reset_guide_question(work, item)
    stored = _own_words(work, item)
    work.put(
        GuideQuestion(
            id=work.new_id(GuideQuestion) if stored is None else stored.id,
            item=item,
            question=question,
            good=good,
        )
    )
    return guide_of(work)[item]


def reset_guide_question(work: UnitOfWork, item: GuideItem) -> GuideWords:
    """Back to the shipped words of one question."""
    stored = _own_words(work, item)
    if stored is not None:
        work.remove(stored)
    return interview_guide()[item]


def _own_words(reads: Snapshot, item: GuideItem) -> GuideQuestion | None:
    return next(iter(reads.find(GuideQuestion, item=item)), None)


def start_interview(
    work: UnitOfWork, *, code: str = "", position: str = "", day: date | None = None
) -> Interview:
    """A candidate, by a code, with the manager's own sheet ready to be written."""
    known = [interview.candidate_code for interview in work.find(Interview)]
    code = code.strip() or rules.next_code(known)
    rules.check_code(code, known)
    interview = work.put(
        Interview(
            id=work.new_id(Interview),
            candidate_code=code,
            position=position.strip(),
            day=day or work.as_of,
        )
    )
    _add_sheet(work, interview, workspace(work).manager_name, 1)
    return interview


def change_interview(
    work: UnitOfWork, id: UUID, *, code: str, position: str, day: date
) -> Interview:
    """Another code, position or day."""
    now: Interview = work.get(Interview, as_id(id))
    others = (each.candidate_code for each in work.find(Interview) if each.id != now.id)
    rules.check_code(code, others)
    return work.put(replace(now, candidate_code=code.strip(), position=position.strip(), day=day))


def note_answer(work: UnitOfWork, sheet_id: UUID, item: GuideItem, notes: str) -> InterviewSheet:
    """What was heard to a question, with the words it was asked in where those are one's own."""
    own = _own_words(work, item)
    asked = "" if own is None else own.question
    sheet = work.get(InterviewSheet, as_id(sheet_id))
    return work.put(rules.written(sheet, item, notes, asked=asked))


def rate_answer(
    work: UnitOfWork, sheet_id: UUID, item: GuideItem, value: int | None
) -> InterviewSheet:
    """The rating of an answer, from 1 to 5; None takes it back."""
    return work.put(rules.rated(work.get(InterviewSheet, as_id(sheet_id)), item, value))


def close_sheet(work: UnitOfWork, sheet_id: UUID) -> InterviewSheet:
    """Nothing more is written on it; with both closed the two can be compared."""
    sheet = work.put(rules.closed(work.get(InterviewSheet, as_id(sheet_id)), work.as_of))
    interview = work.get(Interview, sheet.interview_id)
    both = rules.can_compare(sheets_of(work, interview.id))
    if both and interview.state is InterviewState.OPEN:
        work.put(replace(interview, state=InterviewState.COMPARED))
    return sheet


def open_second_sheet(work: UnitOfWork, interview_id: UUID, interviewer: str) -> InterviewSheet:
    """An empty sheet of the other interviewer, to be typed from paper."""
    interview = work.get(Interview, as_id(interview_id))
    rules.check_second(sheets_of(work, interview.id), interviewer)
    return _add_sheet(work, interview, interviewer.strip(), 2)


def take_second_sheet(work: UnitOfWork, interview_id: UUID, read: SheetRead) -> InterviewSheet:
    """The other interviewer's sheet as a file has it; still open, to be looked through."""
    sheet = open_second_sheet(work, interview_id, read.interviewer)
    own = {row.item.value: row.question for row in work.find(GuideQuestion)}
    answers = {key: replace(answer, asked=own.get(key, "")) for key, answer in read.answers.items()}
    return work.put(replace(sheet, answers=answers))


def drop_second_sheet(work: UnitOfWork, sheet_id: UUID) -> None:
    """Take an open second sheet away again: a wrong name, a wrong file."""
    sheet = work.get(InterviewSheet, as_id(sheet_id))
    rules.check_drop(sheet)
    work.remove(sheet)


def decide_on_candidate(
    work: UnitOfWork, interview_id: UUID, words: str, *, erase_on: date | None = None
) -> Interview:
    """The decision in words, and when everything about the candidate is to be erased."""
    interview = work.get(Interview, as_id(interview_id))
    sheets = sheets_of(work, interview.id)
    return work.put(rules.decided(interview, sheets, words, work.as_of, erase_on))


def set_erase_day(work: UnitOfWork, interview_id: UUID, day: date) -> Interview:
    """Another day for the erasing."""
    interview: Interview = work.get(Interview, as_id(interview_id))
    return work.put(replace(interview, erase_on=day))


def erase_interview(work: UnitOfWork, interview_id: UUID) -> None:
    """Everything about a candidate; run by `Desk.erase`, so that no word of it stays behind."""
    interview = work.get(Interview, as_id(interview_id))
    for sheet in sheets_of(work, interview.id):
        work.remove(sheet)
    work.remove(interview)


def interviews_to_erase(reads: Snapshot) -> list[Interview]:
    """Interviews that have reached the day on which they are to be erased."""
    return [each for each in reads.find(Interview) if rules.is_due(each, as_of=reads.as_of)]


def sheets_of(reads: Snapshot, interview_id: UUID) -> list[InterviewSheet]:
    """The sheets of an interview, the first one first."""
    return reads.find(InterviewSheet, interview_id=interview_id)


def _add_sheet(work: UnitOfWork, interview: Interview, name: str, order: int) -> InterviewSheet:
    return work.put(
        InterviewSheet(
            id=work.new_id(InterviewSheet),
            interview_id=interview.id,
            interviewer=name,
            order=order,
        )
    )
