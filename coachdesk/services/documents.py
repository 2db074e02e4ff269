"""Printed documents: made from a brief, recorded, and queued for a place with a printer."""

import hashlib
from dataclasses import dataclass, replace
from uuid import UUID

from coachdesk.domain.documents import PrintedDocument, PrintQueueItem
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.paper import form_code, format_code_line, parse_code_line
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.talk_rules import AFTER
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    DocumentKind,
    PrintMeans,
    QueueState,
    SubjectKind,
    TalkState,
)
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.summary import summary_page
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.people import workspace
from coachdesk.store.queries.talks import in_time
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.brief_json import from_json, to_json
from coachdesk.views.briefs import (
    FormBehaviour,
    FormBrief,
    FormCause,
    FormRating,
    Paper,
    SummaryBrief,
)
from coachdesk.views.changes import Changes
from coachdesk.views.dates import long_day, print_day

LAST_FORM_NUMBER = 29_790


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as bytes, with what the person should know of it."""

    content: bytes
    pages: int
    file_name: str
    missing: tuple[str, ...] = ()
    template_fault: str = ""


def summary_brief(reads: Snapshot, session_id: UUID) -> SummaryBrief:
    """The summary as it prints: the stored page once it was received, else as of wrap-up or now."""
    talk = reads.get(CoachingSession, as_id(session_id))
    if talk.received_on is not None and talk.summary_brief is not None:
        stored = talk.summary_brief.get("brief")
        if isinstance(stored, dict):
            return from_json(SummaryBrief, stored)
    return _in_its_version(reads, talk, summary_page(reads, playbook_of(reads), session_id).brief)


def store_summary(work: UnitOfWork, session_id: UUID) -> CoachingSession:
    """Keep the page of a wrapped-up talk with the talk, in a new version if a print differs."""
    talk: CoachingSession = work.get(CoachingSession, as_id(session_id))
    if talk.received_on is not None and talk.summary_brief is not None:
        return talk
    page = summary_page(work, playbook_of(work), session_id)
    brief = _in_its_version(work, talk, page.brief)
    records = [str(record) for record in dict.fromkeys(page.records)]
    content = {"brief": to_json(brief), "records": records, "version": brief.version}
    return work.put(replace(talk, summary_brief=content))


def _in_its_version(reads: Snapshot, talk: CoachingSession, brief: SummaryBrief) -> SummaryBrief:
    """The page with the next version's number if it differs from the one that was printed."""
    stored = (talk.summary_brief or {}).get("brief")
    if stored in (None, to_json(brief)) or not _was_printed(reads, talk, brief):
        return brief
    return replace(brief, version=brief.version + 1)


def _was_printed(reads: Snapshot, talk: CoachingSession, brief: SummaryBrief) -> bool:
    return bool(
        reads.find(
            PrintedDocument,
            kind=DocumentKind.SUMMARY,
            subject_id=talk.id,
            content_version=brief.version,
        )
    )


def fill_past_summaries(work: UnitOfWork) -> None:
    """Give every wrapped-up talk the page it would have had on its day."""
    for talk in work.find(CoachingSession, state=TalkState.WRAPPED_UP):
        page = summary_page(work, playbook_of(work), talk.id)
        records = [str(record) for record in dict.fromkeys(page.records)]
        content = {"brief": to_json(page.brief), "records": records, "version": 1}
        work.put(replace(talk, summary_brief=content))


def newest_wrapped_up(reads: Snapshot, rep_id: UUID | None = None) -> CoachingSession | None:
    """The wrapped-up talk with the latest day, then start; of one rep if given."""
    return _newest(reads, (TalkState.WRAPPED_UP,), rep_id)


def newest_held(reads: Snapshot, rep_id: UUID | None = None) -> CoachingSession | None:
    """The held or wrapped-up talk with the latest day, then start; of one rep if given."""
    return _newest(reads, tuple(AFTER), rep_id)


def _newest(
    reads: Snapshot, states: tuple[TalkState, ...], rep_id: UUID | None
) -> CoachingSession | None:
    found = reads.find(CoachingSession, state=states)
    own = [talk for talk in found if rep_id is None or talk.rep_id == rep_id]
    return max(own, key=in_time, default=None)


def next_form_number(reads: Snapshot) -> int:
    """The smallest number above the largest used; each is used once."""
    used = [
        document.form_number
        for document in reads.find(PrintedDocument, kind=DocumentKind.FORM)
        if document.form_number is not None
    ]
    number = max(used, default=0) + 1
    if number <= LAST_FORM_NUMBER:
        return number
    free = set(range(LAST_FORM_NUMBER + 1)) - set(used)
    if not free:
        raise InputError(_("Every form number is used."), _("Start a new store."), code="forms")
    return min(free)


def form_brief(reads: Snapshot, number: int, rep_id: UUID | None) -> FormBrief:
    """The observation form with that number, for one rep or for anyone."""
    playbook = playbook_of(reads)
    space = workspace(reads)
    rep = None if rep_id is None else reads.get(Rep, as_id(rep_id))
    code = form_code(number=number)
    return FormBrief(
        language=space.locale,
        company=space.company_name,
        form_code=code,
        example=_example(code),
        made_on=long_day(reads.as_of),
        rep=rep.name if rep else "",
        behaviours=_form_behaviours(playbook),
        ratings=tuple(
            FormRating(value=value, name=name) for value, name in playbook.rating_names.items()
        ),
        causes=tuple(
            FormCause(letter=cause.paper.upper(), title=cause.title, meaning=cause.meaning)
            for cause in playbook.causes.values()
        ),
        hints=playbook.writing_hints,
    )


def _example(code: str) -> str:
    return format_code_line(parse_code_line(text=f"{code} T4 N5 V3 - - - 2"))


def _form_behaviours(playbook: Playbook) -> tuple[FormBehaviour, ...]:
    return tuple(
        FormBehaviour(
            letter=guide.letter,
            title=guide.title,
            short_title=guide.short_title,
            short_cue=guide.short_cue,
            anchors=(
                guide.anchors[1],
                guide.anchors[2],
                guide.anchors[3],
                guide.anchors[4],
                guide.anchors[5],
            ),
        )
        for guide in playbook.chain
    )


def record_print(
    work: UnitOfWork,
    *,
    kind: DocumentKind,
    means: PrintMeans,
    content: bytes,
    session_id: UUID | None = None,
    rep_id: UUID | None = None,
    team_id: UUID | None = None,
    form_number: int | None = None,
    version: int = 1,
) -> PrintedDocument:
    """Remember that a document left the program; never undone."""
    subject_kind = None
    if session_id is not None:
        subject_kind = SubjectKind.SESSION
        talk = work.get(CoachingSession, as_id(session_id))
        if talk.state is TalkState.WRAPPED_UP:
            store_summary(work, session_id)
    elif rep_id is not None:
        subject_kind = SubjectKind.REP
    elif team_id is not None:
        subject_kind = SubjectKind.PARTNER_TEAM
    return work.put(
        PrintedDocument(
            id=work.new_id(PrintedDocument),
            kind=kind,
            subject_kind=subject_kind,
            subject_id=session_id or rep_id or team_id,
            day=work.as_of,
            means=means,
            form_number=form_number,
            sha256=hashlib.sha256(content).hexdigest(),
            content_version=version,
        )
    )


def print_summary(desk: Desk, session_id: UUID, *, paper: Paper | None = None) -> Printed:
    """Draw a talk's summary; `record_summary` remembers it once it has left the program."""
    from coachdesk.reports.render import render_summary

    brief = desk.ask(summary_brief, session_id)
    rendered = render_summary(brief, paper or paper_of(desk), desk.own_templates)
    name = desk.ask(summary_file_name, session_id)
    return Printed(rendered.pdf, rendered.pages, name, rendered.missing, rendered.template_fault)


def print_form(
    desk: Desk, rep_id: UUID | None, *, means: PrintMeans, paper: Paper | None = None
) -> Printed:
    """Draw a new observation form and remember its number."""
    from coachdesk.reports.render import render_form

    number = desk.ask(next_form_number)
    brief = desk.ask(form_brief, number, rep_id)
    rendered = render_form(brief, paper or paper_of(desk), desk.own_templates)
    desk.do_print(
        record_print,
        kind=DocumentKind.FORM,
        means=means,
        content=rendered.pdf,
        rep_id=rep_id,
        form_number=number,
    )
    code = form_code(number=number)
    name = f"observation-form-{code}.pdf"
    return Printed(rendered.pdf, rendered.pages, name, rendered.missing, rendered.template_fault)


def record_summary(desk: Desk, session_id: UUID, printed: Printed, means: PrintMeans) -> Changes:
    """Remember that a summary left the program; what that touched, for other screens."""
    brief = desk.ask(summary_brief, session_id)
    return desk.do_print(
        record_print,
        kind=DocumentKind.SUMMARY,
        means=means,
        content=printed.content,
        session_id=session_id,
        version=brief.version,
    ).changes


def paper_of(desk: Desk) -> Paper:
    """The paper the workspace prints on."""
    found = desk.ask(workspace).paper.value
    return "Letter" if found == "Letter" else "A4"


def summary_file_name(reads: Snapshot, session_id: UUID) -> str:
    """A file name that every system takes: rep and day."""
    talk = reads.get(CoachingSession, as_id(session_id))
    rep = reads.get(Rep, talk.rep_id)
    safe = "".join(c if c.isalnum() else "-" for c in rep.name.lower()).strip("-")
    return f"one-on-one-{safe or 'rep'}-{talk.day.isoformat()}.pdf"


def queue_print(
    work: UnitOfWork,
    *,
    kind: DocumentKind,
    session_id: UUID | None = None,
    rep_id: UUID | None = None,
    copies: int = 1,
) -> PrintQueueItem:
    """Print later, in a place with a printer."""
    subject = SubjectKind.SESSION if session_id else SubjectKind.REP if rep_id else None
    return work.put(
        PrintQueueItem(
            id=work.new_id(PrintQueueItem),
            kind=kind,
            subject_kind=subject,
            subject_id=session_id or rep_id,
            asked_day=work.as_of,
            copies=copies,
        )
    )


def print_queue(reads: Snapshot) -> list[PrintQueueItem]:
    """What waits for a printer."""
    return reads.find(PrintQueueItem, state=QueueState.WAITING)


def settle_queued(work: UnitOfWork, id: Id[PrintQueueItem], state: QueueState) -> PrintQueueItem:
    """Printed, or dropped."""
    return work.put(replace(work.get(PrintQueueItem, id), state=state))


def printed_line(reads: Snapshot, session_id: UUID) -> str:
    """When the summary was last printed, and whether it was changed since; empty if never."""
    found = reads.find(PrintedDocument, kind=DocumentKind.SUMMARY, subject_id=session_id)
    if not found:
        return ""
    last = max(found, key=lambda document: (document.content_version, document.day))
    talk = reads.get(CoachingSession, as_id(session_id))
    is_final = talk.state is TalkState.WRAPPED_UP
    if is_final and summary_brief(reads, session_id).version != last.content_version:
        return _("printed {day}, changed since").format(day=print_day(last.day))
    return _("printed {day}").format(day=print_day(last.day))
