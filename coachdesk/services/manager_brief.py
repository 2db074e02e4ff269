"""The manager's brief before a talk, on paper: private, built as of today (document c)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from coachdesk.domain.account_intelligence import short_names
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.names import fold
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    DocumentKind,
    HandOffState,
    NoteAbout,
    PrintMeans,
    PromiseState,
    TalkState,
    WhoAsked,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.account_intelligence import known_of
from coachdesk.services.briefs import brief_balance, requests_with
from coachdesk.services.desk import Desk
from coachdesk.services.documents import Printed, paper_of, record_print
from coachdesk.services.drawing import Drawn, drawn
from coachdesk.services.expectations import expectation_lines
from coachdesk.services.insights import shifts
from coachdesk.services.playbook import gate_checks
from coachdesk.services.printed_words import ageing_words
from coachdesk.services.saved_files import refuse_store, write_named
from coachdesk.services.summary_context import TalkPage, seen_from
from coachdesk.services.summary_evidence import chain, qualities
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import labels, people
from coachdesk.store.queries.talks import talk_brief
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.briefs import EvidenceLine, Paper, PromiseLine
from coachdesk.views.changes import Changes
from coachdesk.views.dates import clock, long_day, print_day
from coachdesk.views.evidence import Event
from coachdesk.views.insight_words import span
from coachdesk.views.manager_brief import CheckLine, LevelLine, ManagerBrief, SeenLine, WaitingLine
from coachdesk.views.plans import line_words
from coachdesk.views.request_words import balance_words, request_words
from coachdesk.views.talks import TalkBrief

MOVED_DAYS = 91
BEST_DOCUMENTED = 2
QUESTIONS = 3


def manager_brief(reads: Snapshot, session_id: UUID) -> ManagerBrief:
    """Everything to know before one talk, the private lines among it."""
    playbook = playbook_of(reads)
    talk: CoachingSession = reads.get(CoachingSession, as_id(session_id))
    brief, page = talk_brief(reads, playbook, session_id), seen_from(reads, playbook, talk)
    head, last = brief.head, brief.last_words
    start = head.start
    counts = brief_balance(reads, talk.rep_id)
    return ManagerBrief(
        language=page.space.locale,
        company=page.space.company_name,
        manager=page.space.manager_name,
        rep=head.name,
        day=long_day(head.day),
        hours=_hours(clock(start) if start else "", head.minutes),
        since=_since(head.last_day, head.day),
        moved=_moved(reads, talk),
        promises=_own_promises(brief, reads.as_of),
        last_summary=brief.last_summary,
        last_words=last.text if last else "",
        last_words_day=print_day(last.day) if last else "",
        is_first=brief.is_first_talk,
        checks=_checks(reads, talk),
        focus_letter=_letter(playbook, brief),
        focus_title=brief.focus.title if brief.focus else "",
        focus_lines=_focus(brief),
        focus_seen=_best_documented(brief.focus_events),
        seen=_seen(page.events),
        labels=_levels(page),
        shifts=_shifts(reads, playbook, talk.rep_id),
        hand_offs=_hand_offs(page, playbook),
        requests=tuple(
            request_words(asked, head.first_name, reads.as_of)
            for asked in requests_with(reads, talk.rep_id)
        ),
        balance="" if counts is None else balance_words(counts),
        expectations=expectation_lines(reads, talk.rep_id),
        known=_known(reads, page, brief),
        questions=_questions(playbook, talk),
        opening=next((share.opening for share in playbook.shares.values()), ""),
        notes=_notes(reads, talk),
        hints=playbook.writing_hints,
    )


def draw_manager_brief(brief: ManagerBrief, paper: Paper, own: Path | None = None) -> Drawn:
    """The brief on paper."""
    from coachdesk.reports.manager_brief import render_manager_brief

    return drawn(render_manager_brief(brief, paper, own))


def record_manager_brief(
    desk: Desk, session_id: UUID, content: bytes, means: PrintMeans
) -> Changes:
    """Remember that the brief left the program."""
    return desk.do_print(
        record_print,
        kind=DocumentKind.BRIEF,
        means=means,
        content=content,
        session_id=session_id,
    ).changes


def save_manager_brief(
    desk: Desk, session_id: UUID, path: Path, paper: Paper | None = None
) -> Printed:
    """Draw the brief, write it, and remember that it left the program."""
    refuse_store(desk, path)
    done = draw_manager_brief(
        desk.ask(manager_brief, session_id), paper or paper_of(desk), desk.own_templates
    )
    write_named(desk, path, done.pdf)
    record_manager_brief(desk, session_id, done.pdf, PrintMeans.FILE)
    return Printed(done.pdf, done.pages, path.name, done.missing, done.template_fault)


def brief_file_name(rep: str, day: date) -> str:
    """A file name that every system takes; it says that the page is private."""
    safe = "".join(c if c.isalnum() else "-" for c in rep.lower()).strip("-")
    return f"private-brief-{safe or 'rep'}-{day.isoformat()}.pdf"


def _hours(start: str, minutes: int) -> str:
    length = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    return ", ".join(part for part in (start, length) if part)


def _since(last: date | None, day: date) -> str:
    if last is None:
        return _("The first talk")
    n = (day - last).days
    return ngettext("{n} day since the last talk", "{n} days since the last talk", n).format(n=n)


def _moved(reads: Snapshot, talk: CoachingSession) -> tuple[str, ...]:
    """How many talks of the last weeks were moved or cancelled, and by whom."""
    after = reads.as_of - timedelta(days=MOVED_DAYS)
    own = [t for t in reads.find(CoachingSession, rep_id=talk.rep_id) if t.day > after]
    words = {TalkState.MOVED: _("moved"), TalkState.CANCELLED: _("cancelled")}
    who = {
        WhoAsked.MANAGER: _("by you"),
        WhoAsked.REP: _("by the rep"),
        WhoAsked.OTHER: _("by others"),
    }
    lines = []
    for state, said in words.items():
        found = [each for each in own if each.state is state]
        if not found:
            continue
        parts = [
            f"{n} {word}"
            for asked, word in who.items()
            if (n := sum(each.who_asked is asked for each in found))
        ]
        lines.append(
            _("{n} {what} in 13 weeks: {parts}").format(
                n=len(found), what=said, parts=", ".join(parts) or _("nobody named")
            )
        )
    return tuple(lines)


def _own_promises(brief: TalkBrief, as_of: date) -> tuple[PromiseLine, ...]:
    own = [row for row in brief.promises if row.is_mine and row.state is PromiseState.OPEN]
    own.sort(key=lambda row: row.due_day)
    return tuple(
        PromiseLine(
            text=row.text,
            due=print_day(row.due_day),
            state_word=_("overdue") if row.due_day < as_of else _("open"),
        )
        for row in own
    )


def _checks(reads: Snapshot, talk: CoachingSession) -> tuple[CheckLine, ...]:
    notes = reads.find(PrivateNote, about=NoteAbout.SESSION, about_id=talk.id)
    lines = {note.aspect.value: note.text for note in notes if note.aspect is not None}
    return tuple(
        CheckLine(
            title=check.title,
            text=check.text,
            line=lines.get(check.key, ""),
            done=bool(getattr(talk.preparation, check.key)),
        )
        for check in gate_checks()
    )


def _letter(playbook: Playbook, brief: TalkBrief) -> str:
    return "" if brief.focus is None else playbook.behaviours[brief.focus.behaviour].letter


def _focus(brief: TalkBrief) -> tuple[str, ...]:
    """The plan with its figures, where the chain probably breaks, and how often it was seen."""
    figure = brief.focus
    counted = ""
    if figure is not None and figure.is_shown:
        counted = _("rated 4 or 5: {x} of {n}").format(x=figure.x, n=figure.n)
    planned = line_words(brief.plan) if brief.plan else ""
    return tuple(part for part in (planned, brief.break_words, counted or brief.focus_note) if part)


def _best_documented(events: Sequence[Event]) -> tuple[EvidenceLine, ...]:
    best = sorted(events, key=lambda event: (-len(event.comment), event.day))[:BEST_DOCUMENTED]
    return tuple(
        EvidenceLine(
            day=print_day(event.day),
            account=event.account,
            letter=event.letter,
            behaviour=event.behaviour_title,
            words=event.words,
            value=event.value,
            self_value=event.self_value,
        )
        for event in best
    )


def _levels(page: TalkPage) -> tuple[LevelLine, ...]:
    """The nine behaviours; the range is the one of the newest month that was evaluated."""
    ranges = {
        found.behaviour_key: span(found.lo, found.hi)
        for found in labels.newest(page.reads, [page.rep.id], page.day).values()
        if found.lo is not None and found.hi is not None
    }
    letters = {guide.letter: key for key, guide in page.playbook.behaviours.items()}
    lines = []
    for line in (*chain(page), *qualities(page)):
        counted = _("rated 4 or 5: {x} of {n}").format(x=line.x, n=line.n)
        known = (counted, ranges.get(letters[line.letter], ""), line.label)
        said = line.missing or ", ".join(part for part in known if part)
        lines.append(LevelLine(letter=line.letter, text=f"{line.title}: {said}"))
    return tuple(lines)


def _shifts(reads: Snapshot, playbook: Playbook, rep_id: UUID) -> tuple[str, ...]:
    return tuple(
        f"{playbook.behaviours[shift.behaviour].title}: {shift.words}"
        for shift in shifts(reads)
        if shift.rep_id == rep_id
    )


def _seen(events: Iterable[Event]) -> tuple[SeenLine, ...]:
    """Each observation once, with all its ratings: “T4 N5”."""
    by_observation: dict[UUID, list[Event]] = {}
    for event in events:
        by_observation.setdefault(event.observation_id, []).append(event)
    return tuple(
        SeenLine(
            day=print_day(found[0].day),
            account=found[0].account,
            ratings=" ".join(f"{event.letter}{event.value}" for event in found),
            words=found[0].comment,
        )
        for found in by_observation.values()
    )


def _hand_offs(page: TalkPage, playbook: Playbook) -> tuple[WaitingLine, ...]:
    open_states = (HandOffState.SET, HandOffState.MISSED)
    found = sorted(
        (item for item in page.hand_offs if item.state in open_states),
        key=lambda item: (item.due_day or date.max, str(item.id)),
    )
    teams = people.team_names(page.reads)
    return tuple(
        WaitingLine(
            account=page.accounts[item.account_id],
            team=teams[item.team_id],
            expectation=item.expectation,
            due=print_day(item.due_day) if item.due_day else "",
            state=_hand_off_state(item, page, playbook),
        )
        for item in found
    )


def _hand_off_state(item: HandOff, page: TalkPage, playbook: Playbook) -> str:
    if item.state is HandOffState.MISSED and item.cause_code is not None:
        return playbook.causes[item.cause_code].title
    return ageing_words(item, page.day, page.space.settings)


def _known(reads: Snapshot, page: TalkPage, brief: TalkBrief) -> tuple[str, ...]:
    """What partners said of the customers that the agenda names."""
    agenda = fold(" ".join(part.text for part in brief.agenda))
    lines = []
    for id, name in sorted(page.accounts.items(), key=lambda each: fold(each[1])):
        if fold(name) not in agenda:
            continue
        lines += [
            _("{account}, {question}: {words} ({team}, {day})").format(
                account=name,
                question=short_names()[answer.question_id],
                words=answer.words,
                team=answer.team,
                day=print_day(answer.day),
            )
            for answer in known_of(reads, id)
        ]
    return tuple(lines)


def _questions(playbook: Playbook, talk: CoachingSession) -> tuple[str, ...]:
    chosen = (playbook.question(id) for id in talk.question_ids)
    return (*(question.text for question in chosen if question), *talk.own_questions)[:QUESTIONS]


def _notes(reads: Snapshot, talk: CoachingSession) -> tuple[str, ...]:
    """What was noted in private about the rep, newest first; lines of the checks stand above."""
    found = [
        note
        for note in reads.find(PrivateNote, rep_id=talk.rep_id)
        if note.about is not NoteAbout.SESSION or note.aspect is None
    ]
    found.sort(key=lambda note: (-note.day.toordinal(), str(note.id)))
    return tuple(
        _("{day}: {words}").format(day=print_day(note.day), words=note.text) for note in found
    )
