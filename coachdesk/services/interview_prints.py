"""The interview on paper: the blank sheet and the record, drawn and written where asked.

No list is kept of these prints: nothing about a candidate may outlast the interview.
"""

from pathlib import Path
from uuid import UUID

from coachdesk.domain.interview_rules import check_decision
from coachdesk.domain.interviews import Interview
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.documents import Printed, paper_of
from coachdesk.services.drawing import Drawn
from coachdesk.services.interview_files import sheet_file_name
from coachdesk.services.interview_pages import interview_page
from coachdesk.services.interviews import guide_of, sheets_of
from coachdesk.services.saved_files import refuse_store, write_named
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.briefs import Paper
from coachdesk.views.dates import long_day
from coachdesk.views.interview_brief import (
    AnsweredOnPaper,
    AskedOnPaper,
    GuideBrief,
    HeardOnPaper,
    RecordBrief,
)
from coachdesk.views.interview_words import blank_words, guide_rules
from coachdesk.views.interviews import InterviewPage


def guide_brief(reads: Snapshot, interview_id: UUID | None = None) -> GuideBrief:
    """The blank sheet, for one candidate or for any."""
    space, guide = workspace(reads), guide_of(reads)
    about = None if interview_id is None else reads.get(Interview, as_id(interview_id))
    return GuideBrief(
        language=space.locale,
        company=space.company_name,
        note=guide_rules(),
        questions=tuple(
            AskedOnPaper(
                number=number,
                topic=words.topic,
                question=words.question,
                good=words.good,
                bad=words.bad,
                anchors=tuple(words.anchors[value] for value in sorted(words.anchors)),
            )
            for number, words in enumerate(guide.values(), 1)
        ),
        code=about.candidate_code if about else "",
        position=about.position if about else "",
        day=long_day(about.day) if about else "",
    )


def record_brief(reads: Snapshot, interview_id: UUID) -> RecordBrief:
    """What was written, once no sheet is open any more (E-INT-06)."""
    interview = reads.get(Interview, as_id(interview_id))
    check_decision(interview, sheets_of(reads, interview.id))
    page, space = interview_page(reads, interview_id), workspace(reads)
    decided = long_day(page.decided_on) if page.decided_on else ""
    return RecordBrief(
        language=space.locale,
        company=space.company_name,
        code=page.code,
        position=page.position,
        day=long_day(page.day),
        interviewers=", ".join(sheet.interviewer for sheet in page.sheets),
        questions=_answered(page),
        remarks=tuple(blank_words(sheet) for sheet in page.sheets if sheet.looks_closer),
        decision=page.decision,
        decided=decided,
        erased=_("In Coachdesk this is erased on {day}; shred this page then.").format(
            day=long_day(page.erase_on)
        ),
    )


def _answered(page: InterviewPage) -> tuple[AnsweredOnPaper, ...]:
    apart = {row.number for row in page.compared if row.apart}
    return tuple(
        AnsweredOnPaper(
            number=answers[0].number,
            topic=answers[0].topic,
            question=answers[0].question,
            heard=tuple(
                HeardOnPaper(
                    interviewer=sheet.interviewer, notes=answer.notes, value=answer.value or 0
                )
                for sheet, answer in zip(page.sheets, answers, strict=True)
            ),
            apart=answers[0].number in apart,
        )
        for answers in zip(*(sheet.answers for sheet in page.sheets), strict=True)
    )


def draw_guide(brief: GuideBrief, paper: Paper) -> Drawn:
    """The blank sheet on paper."""
    from coachdesk.reports.interview import render_guide

    done = render_guide(brief, paper)
    return Drawn(pdf=done.pdf, pages=done.pages, missing=done.missing)


def draw_record(brief: RecordBrief, paper: Paper) -> Drawn:
    """The record on paper."""
    from coachdesk.reports.interview import render_record

    done = render_record(brief, paper)
    return Drawn(pdf=done.pdf, pages=done.pages, missing=done.missing)


def save_guide(
    desk: Desk, interview_id: UUID | None, path: Path, paper: Paper | None = None
) -> Printed:
    """Write the blank sheet as a PDF."""
    refuse_store(desk, path)
    drawn = draw_guide(desk.ask(guide_brief, interview_id), paper or paper_of(desk))
    return _saved(desk, path, drawn)


def save_record(desk: Desk, interview_id: UUID, path: Path, paper: Paper | None = None) -> Printed:
    """Write the record of closed sheets as a PDF."""
    refuse_store(desk, path)
    drawn = draw_record(desk.ask(record_brief, interview_id), paper or paper_of(desk))
    return _saved(desk, path, drawn)


def _saved(desk: Desk, path: Path, drawn: Drawn) -> Printed:
    write_named(desk, path, drawn.pdf)
    return Printed(drawn.pdf, drawn.pages, path.name, drawn.missing)


def record_file_name(page: InterviewPage) -> str:
    """A file name of code and day, without a name of anybody."""
    return f"{sheet_file_name(page.code, page.day)}.pdf"
