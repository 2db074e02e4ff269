"""The second interviewer's sheet as a text file: written as a blank, read when it comes back."""

from datetime import date
from pathlib import Path
from uuid import UUID

from coachdesk.domain.errors import InputError
from coachdesk.domain.interview_lines import SheetRead, blank_sheet, read_sheet
from coachdesk.domain.interview_rules import check_second
from coachdesk.domain.interviews import Interview, InterviewSheet
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk, Outcome
from coachdesk.services.interviews import guide_of, sheets_of, take_second_sheet
from coachdesk.services.roster_files import naming, read_text
from coachdesk.services.saved_files import write_named
from coachdesk.store.snapshot import Snapshot, as_id

# A sheet of nine answers of 600 characters is far below this.
MOST_BYTES = 200_000


def save_blank_sheet(desk: Desk, interview_id: UUID, path: Path) -> None:
    """Write an empty sheet of this interview, for the other interviewer to fill in."""
    write_named(desk, path, desk.ask(_blank, interview_id).encode())


def _blank(reads: Snapshot, interview_id: UUID) -> str:
    interview = reads.get(Interview, as_id(interview_id))
    questions = {item: words.question for item, words in guide_of(reads).items()}
    return blank_sheet(
        candidate=interview.candidate_code, position=interview.position, questions=questions
    )


def read_second_sheet(desk: Desk, interview_id: UUID, path: Path) -> Outcome[InterviewSheet]:
    """Take the sheet in a file as the second one; a broken file changes nothing."""
    read = desk.ask(_readable, interview_id, path)
    return desk.do(take_second_sheet, interview_id, read)


def _readable(reads: Snapshot, interview_id: UUID, path: Path) -> SheetRead:
    interview = reads.get(Interview, as_id(interview_id))
    # Whether a second sheet may come at all is said before its lines are looked at.
    check_second(sheets_of(reads, interview.id), "")
    with naming(path):
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise InputError(
                _("This file is too long for an interview sheet."),
                _("Choose the text file that you sent as a blank sheet."),
                code="sheet",
            )
        return read_sheet(read_text(path), candidate=interview.candidate_code)


def sheet_file_name(code: str, day: date) -> str:
    """A file name that every system takes: code and day, no name."""
    safe = "".join(c if c.isalnum() else "-" for c in code.lower()).strip("-")
    return f"interview-{safe or 'candidate'}-{day.isoformat()}"
