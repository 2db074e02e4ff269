"""The plan of a joint meeting as a page to print: what stands on it, and that it was printed."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from coachdesk.domain import joint_meeting_rules as rules
from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.joint_meeting_rules import About
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.parties import Contact
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.vocabulary import DocumentKind, PrintMeans, SubjectKind
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.desk import Desk
from coachdesk.services.documents import Printed, paper_of
from coachdesk.services.drawing import Drawn, drawn
from coachdesk.services.saved_files import refuse_store
from coachdesk.services.wordings import playbook_of
from coachdesk.store.files import write_atomically
from coachdesk.store.queries.joint_meetings import attendee_lines
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.briefs import Paper
from coachdesk.views.changes import Changes
from coachdesk.views.dates import clock, long_day, print_day
from coachdesk.views.joint_brief import AskedLine, JointBrief, SaidLine, WhoLine
from coachdesk.views.joint_meetings import AttendeeLine, buying_title, side_title


@dataclass(frozen=True, slots=True)
class JointPaper:
    """A page to draw, in the version it was last printed in, and what it looked like then."""

    brief: JointBrief
    printed: str = ""


def joint_paper(reads: Snapshot, meeting_id: UUID) -> JointPaper:
    """The page as the plan stands now."""
    meeting = reads.get(JointMeeting, as_id(meeting_id))
    found = reads.find(PrintedDocument, kind=DocumentKind.JOINT_MEETING, subject_id=meeting.id)
    last = max(found, key=lambda each: each.content_version, default=None)
    brief = joint_brief(reads, meeting)
    if last is None:
        return JointPaper(brief)
    return JointPaper(replace(brief, version=last.content_version), last.sha256)


def joint_brief(reads: Snapshot, meeting: JointMeeting) -> JointBrief:
    """Everything on the page; of a contact only business role and message."""
    space, answers = workspace(reads), meeting.checklist
    contacts = reads.find(Contact, account_id=meeting.account_id)
    lines = attendee_lines(reads, meeting, contacts)
    minutes = sum(each.minutes for each in meeting.messages)
    next_day = meeting.next_step_day
    stage = meeting.stage
    marks = _marks(meeting)
    return JointBrief(
        language=space.locale,
        company=space.company_name,
        account=reads.get(Account, meeting.account_id).name,
        rep=reads.get(Rep, meeting.rep_id).name,
        team=reads.get(PartnerTeam, meeting.team_id).name,
        day=long_day(meeting.day),
        start=clock(meeting.start) if meeting.start else "",
        stage="" if stage is None else playbook_of(reads).stages[stage].title,
        outcome=answers.get("J1", ""),
        issue=meeting.customer_issue,
        issue_mark=_("nobody owns it yet") if marks.nobody else "",
        perspective=meeting.perspective or answers.get("J5", ""),
        who=tuple(_who(line) for line in lines),
        said=tuple(
            SaidLine(
                text=each.text,
                owner=each.owner,
                minutes=_minutes(each.minutes),
                mark=_("two owners") if at in marks.two else "",
            )
            for at, each in enumerate(meeting.messages)
        ),
        minutes=_minutes(minutes),
        questions=_questions(meeting),
        silent_on=answers.get("J7", ""),
        notes=answers.get("J8", ""),
        next_step=meeting.next_step,
        next_owner=meeting.next_step_owner,
        next_day="" if next_day is None else print_day(next_day),
        before=answers.get("J10", ""),
    )


@dataclass(frozen=True, slots=True)
class _Marks:
    nobody: bool
    two: frozenset[int]


def _marks(meeting: JointMeeting) -> _Marks:
    """What is odd about who owns what, by the place of the message."""
    found = rules.hints(meeting)
    here = rules.ours(meeting.attendees)
    shared = {
        at
        for hint in found
        if hint.about is About.MESSAGES and len(hint.at) > 1
        for at in hint.at
        if sum(meeting.messages[at].text == each.text for each in meeting.messages) > 1
    }
    many = {at for at, each in enumerate(meeting.messages) if len(rules.owners(each, here)) > 1}
    nobody = any(hint.about is About.ISSUE for hint in found)
    return _Marks(nobody, frozenset(shared | many))


def _who(line: AttendeeLine) -> WhoLine:
    attendee = line.attendee
    roles = [attendee.role]
    if line.may_have_message and line.buying_role is not None:
        roles.insert(0, buying_title(line.buying_role))
    return WhoLine(
        side=side_title(attendee.side),
        name=attendee.name,
        role=", ".join(role for role in roles if role),
        message=line.message,
    )


def _questions(meeting: JointMeeting) -> tuple[AskedLine, ...]:
    """The questions of those who attend; else what the checklist says of them."""
    asked = tuple(
        AskedLine(text=each.question, who=each.name)
        for each in rules.ours(meeting.attendees)
        if each.question
    )
    written = meeting.checklist.get("J6", "")
    return asked or ((AskedLine(text=written),) if written else ())


def _minutes(n: int) -> str:
    return ngettext("{n} minute", "{n} minutes", n).format(n=n) if n else ""


def draw_joint(paper: JointPaper, size: Paper, own: Path | None = None) -> tuple[Drawn, int]:
    """The page, in the next version if it differs from the one that was printed; and which."""
    from coachdesk.reports.joint_meeting import render_joint_meeting

    brief = paper.brief
    done = render_joint_meeting(brief, size, own)
    if paper.printed and hashlib.sha256(done.pdf).hexdigest() != paper.printed:
        brief = replace(brief, version=brief.version + 1)
        done = render_joint_meeting(brief, size, own)
    return drawn(done), brief.version


def joint_file_name(reads: Snapshot, meeting_id: UUID) -> str:
    """A file name that every system takes: customer and day."""
    meeting = reads.get(JointMeeting, as_id(meeting_id))
    name = reads.get(Account, meeting.account_id).name.lower()
    safe = "-".join("".join(c if c.isalnum() else " " for c in name).split())
    return f"joint-meeting-{safe or 'customer'}-{meeting.day.isoformat()}.pdf"


def record_joint_print(
    work: UnitOfWork, meeting_id: UUID, content: bytes, version: int, means: PrintMeans
) -> PrintedDocument:
    """Remember that the page left the program; never undone."""
    return work.put(
        PrintedDocument(
            id=work.new_id(PrintedDocument),
            kind=DocumentKind.JOINT_MEETING,
            subject_kind=SubjectKind.JOINT_MEETING,
            subject_id=meeting_id,
            day=work.as_of,
            means=means,
            sha256=hashlib.sha256(content).hexdigest(),
            content_version=version,
        )
    )


def record_joint(
    desk: Desk, meeting_id: UUID, content: bytes, version: int, means: PrintMeans
) -> Changes:
    """Remember a print; what that touched, for other screens."""
    return desk.do_print(record_joint_print, meeting_id, content, version, means).changes


def save_joint(desk: Desk, meeting_id: UUID, path: Path, size: Paper | None = None) -> Printed:
    """Write the page to that path; what was there stays if it fails."""
    refuse_store(desk, path)
    paper = desk.ask(joint_paper, meeting_id)
    done, version = draw_joint(paper, size or paper_of(desk), desk.own_templates)
    write_atomically(path, done.pdf)
    record_joint(desk, meeting_id, done.pdf, version, PrintMeans.FILE)
    name = desk.ask(joint_file_name, meeting_id)
    return Printed(done.pdf, done.pages, name, done.missing, done.template_fault)
