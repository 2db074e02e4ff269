"""Fills the three pages of a talk."""

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from coachdesk.domain.asks import Ask, Mandate
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import (
    AskState,
    BuyIn,
    NoteAbout,
    NoteMark,
    OwnerSide,
    PromiseState,
    RecordKind,
)
from coachdesk.language import gettext as _
from coachdesk.language import within
from coachdesk.services.direction import looks_of
from coachdesk.services.documents import printed_line
from coachdesk.services.talk_requests import (
    asked_lines,
    kept_as_requests,
    others_lines,
    unanswered,
    unfinished_lines,
)
from coachdesk.services.talks import clash_at, default_due_day, next_date, planned_after
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.ladders import ask_rows, rep_asks
from coachdesk.store.queries.people import workspace
from coachdesk.store.queries.talks import held_before, talk_brief
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.dates import near_day, print_day
from coachdesk.views.evidence import LinkFigure
from coachdesk.views.requests import help_first
from coachdesk.views.talk_pages import (
    NoteLine,
    Prepare,
    PrintRow,
    Run,
    WrapUpPage,
)
from coachdesk.views.talks import TalkBrief


def prepare_page(reads: Snapshot, session_id: UUID) -> Prepare:
    """The page before a talk."""
    brief = talk_brief(reads, playbook_of(reads), session_id)
    talk: CoachingSession = reads.get(CoachingSession, as_id(session_id))
    checks = talk.preparation
    notes = reads.find(PrivateNote, about=NoteAbout.SESSION, about_id=talk.id)
    asks = help_first(ask_rows(reads, talk.rep_id))
    return Prepare(
        brief=brief,
        now=reads.now,
        checks={
            "last_time": checks.last_time,
            "promises": checks.promises,
            "behaviour": checks.behaviour,
            "questions": checks.questions,
            "expectation": checks.expectation,
        },
        private_checks=frozenset(note.aspect.value for note in notes if note.aspect),
        chosen_questions=talk.question_ids,
        own_questions=talk.own_questions,
        focus=brief.focus.behaviour if brief.focus else None,
        chosen_focus=talk.focus_behaviour_key,
        why_focus=why_focus(reads, talk, brief),
        expectation=talk.expectation,
        in_it_for_customer=talk.in_it_for_customer,
        in_it_for_rep=talk.in_it_for_rep,
        in_it_for_partner=talk.in_it_for_partner,
        seen_how=talk.seen_how,
        buy_in=talk.buy_in,
        buy_in_last=last_buy_in(reads, talk),
        asks=asks,
        rep_asks=help_first(rep_asks(reads, talk.rep_id)),
        as_requests=kept_as_requests(reads, asks),
        rep_words=talk.rep_words,
    )


def last_buy_in(reads: Snapshot, talk: CoachingSession) -> BuyIn | None:
    """How far the rep was in at the last talk that says so."""
    held = held_before(reads, talk)
    return next((other.buy_in for other in reversed(held) if other.buy_in is not None), None)


def why_focus(reads: Snapshot, talk: CoachingSession, brief: TalkBrief) -> str:
    """Why this behaviour is proposed, in a few words."""
    if brief.focus is None:
        return _("choose by what you saw")
    if brief.plan is not None and brief.plan.plan.behaviour is brief.focus.behaviour:
        return _("your coaching plan")
    if talk.focus_behaviour_key is None and brief.break_words:
        return _("the chain probably breaks here")
    held = held_before(reads, talk)
    if held and held[-1].focus is brief.focus.behaviour:
        return _("as last time")
    return _("lowest share") if talk.focus_behaviour_key is None else _("as you chose")


def run_page(reads: Snapshot, session_id: UUID) -> Run:
    """The page during a talk."""
    playbook = playbook_of(reads)
    brief = talk_brief(reads, playbook, session_id)
    talk: CoachingSession = reads.get(CoachingSession, as_id(session_id))
    bank = [playbook.question(id) for id in talk.question_ids]
    notes, asked = note_lines(reads, talk), ask_rows(reads, talk.rep_id)
    written = {note.created_id for note in notes if note.created_id is not None}
    return Run(
        brief=brief,
        now=reads.now,
        state=talk.state,
        started_at=talk.started_at,
        minutes=talk.minutes,
        notes=notes,
        asked=asked_lines(asked),
        unfinished=unfinished_lines(asked, written),
        asked_of_others=others_lines(reads, talk.rep_id),
        questions=(*(q.text for q in bank if q is not None), *talk.own_questions),
        default_due=default_due_day(reads, talk),
        rep_words=talk.rep_words,
        rep_usefulness=talk.rep_usefulness,
        private_notice="" if reads.find(PrivateNote) else playbook.private_note_notice,
    )


def note_lines(reads: Snapshot, talk: CoachingSession) -> tuple[NoteLine, ...]:
    """The talk's lines in order, each with what it became."""
    playbook = playbook_of(reads)
    return tuple(
        _note_line(reads, playbook, note) for note in reads.find(SessionNote, session_id=talk.id)
    )


def _note_line(reads: Snapshot, playbook: Playbook, note: SessionNote) -> NoteLine:
    letter, detail, unfinished = _became(reads, playbook, note)
    return NoteLine(
        id=note.id,
        order=note.order,
        time=note.time,
        mark=note.mark,
        text=note.text,
        letter=letter,
        detail=detail,
        created_kind=note.created_kind,
        created_id=note.created_id,
        is_printed=note.print,
        is_unfinished=unfinished,
    )


def _became(reads: Snapshot, playbook: Playbook, note: SessionNote) -> tuple[str, str, bool]:
    """The mark's letter, a few words on the record, and whether it waits to be completed."""
    if note.created_id is None:
        return "", "", False
    id = as_id(note.created_id)
    match note.created_kind:
        case RecordKind.COMMITMENT:
            promise = reads.peek(Commitment, id)
            return ("C", "" if promise is None else _promise_detail(reads, promise), False)
        case RecordKind.OBSERVATION:
            return _observation_detail(reads, playbook, id)
        case RecordKind.DRAFT:
            draft = reads.peek(Draft, id)
            return "O", _("in the Inbox") if draft is not None else "", True
        case RecordKind.ASK:
            ask = reads.peek(Ask, id)
            if ask is None or ask.state is AskState.DRAFT:
                return "A", _("unfinished"), True
            due = "" if ask.due_day is None else near_day(ask.due_day, reads.as_of)
            return "A", _("by {day}").format(day=due), False
        case RecordKind.MANDATE:
            mandate = reads.peek(Mandate, id)
            due = "" if mandate is None else near_day(mandate.due_day, reads.as_of)
            return "M", _("by {day}").format(day=due), False
        case RecordKind.SHARE:
            share = reads.peek(Share, id)
            kind = "" if share is None else within(playbook.shares[share.kind].title)
            return "S", kind, False
        case _:
            return "", "", False


def _promise_detail(reads: Snapshot, promise: Commitment) -> str:
    day = near_day(promise.due_day, reads.as_of)
    if promise.owner_side is OwnerSide.MANAGER or promise.rep_id is None:
        return _("You · {day}").format(day=day)
    name = reads.get(Rep, promise.rep_id).first_name
    return _("{name} · {day}").format(name=name, day=day)


def _observation_detail(reads: Snapshot, playbook: Playbook, id: UUID) -> tuple[str, str, bool]:
    seen = reads.peek(Observation, as_id(id))
    if seen is None:
        return "O", "", False
    ratings = reads.find(Rating, observation_id=seen.id)
    letter = playbook.behaviours[ratings[0].behaviour_key].letter if ratings else "O"
    parts = [str(rating.value) for rating in ratings]
    if seen.account_id is not None:
        parts.append(reads.get(Account, seen.account_id).name)
    return letter, " · ".join(parts), False


def wrap_up_page(reads: Snapshot, session_id: UUID) -> WrapUpPage:
    """The page after a talk."""
    brief = talk_brief(reads, playbook_of(reads), session_id)
    talk: CoachingSession = reads.get(CoachingSession, as_id(session_id))
    notes = note_lines(reads, talk)
    planned = planned_after(reads, talk)
    proposed = next_date(reads, talk)
    held = None
    if talk.started_at is not None:
        until = talk.ended_at or reads.now
        held = max(0, round((until - talk.started_at).total_seconds() / 60))
    return WrapUpPage(
        brief=brief,
        now=reads.now,
        state=talk.state,
        minutes_held=held,
        summary=talk.summary,
        notes=notes,
        rows=tuple(print_rows(reads, talk, brief, notes)),
        left_out=frozenset(talk.left_out) | _unticked_shares(notes),
        private_times=tuple(n.time for n in notes if n.mark is NoteMark.PRIVATE),
        buy_in=talk.buy_in,
        buy_in_last=last_buy_in(reads, talk),
        next_day=planned.day if planned else proposed.day,
        next_start=planned.start if planned else proposed.start,
        next_id=planned.id if planned else None,
        rhythm_days=reads.get(Rep, talk.rep_id).session_rhythm_days,
        clash="" if planned else proposed.clash,
        free_start=None if planned else proposed.free_start,
        away=(*reads.get(Rep, talk.rep_id).away, *workspace(reads).away),
        missing=tuple(_missing(reads, talk)),
        unanswered=unanswered(reads, talk.rep_id),
        looks=looks_of(reads, talk, brief, notes),
        printed=printed_line(reads, talk.id),
        received_on=talk.received_on,
        received_means=talk.received_means,
    )


def print_rows(
    reads: Snapshot, talk: CoachingSession, brief: TalkBrief, notes: Sequence[NoteLine]
) -> list[PrintRow]:
    """What may be unticked: whole sections by number, and records written in this talk."""
    rows = [
        PrintRow(key=2, mark="", text=_("What we talked about"), detail=_working_on(brief.focus)),
        PrintRow(key=4, mark="", text=_("What went well"), detail=_("evidence")),
        PrintRow(key=5, mark="", text=_("What to work on"), detail=_("evidence")),
        PrintRow(key=6, mark="", text=_("Five partnering behaviours"), detail=_("figures")),
        PrintRow(key=7, mark="", text=_("Work with other departments"), detail=_("figures")),
        PrintRow(key=8, mark="", text=_("Open hand-offs"), detail=""),
    ]
    rows += [
        PrintRow(key=note.created_id, mark=note.letter, text=note.text, detail=note.detail)
        for note in notes
        if note.created_id is not None
        and note.created_kind in (RecordKind.ASK, RecordKind.MANDATE, RecordKind.SHARE)
        and not note.is_unfinished
    ]
    mine = sum(row.is_mine for row in brief.promises)
    rows += [
        PrintRow(key=3, mark="C", text=_("What I promised"), detail=_("{n} mine").format(n=mine)),
        PrintRow(
            key=13,
            mark="C",
            text=_("What {name} promised").format(name=brief.head.first_name),
            detail=str(len(brief.promises) - mine),
        ),
        PrintRow(
            key=14,
            mark="",
            text=_("{name}’s own words").format(name=brief.head.first_name),
            detail=_("or lines to write on"),
        ),
    ]
    return rows


def _unticked_shares(notes: Sequence[NoteLine]) -> frozenset[int | UUID]:
    """Shares do not print unless they are ticked."""
    return frozenset(
        note.created_id
        for note in notes
        if note.mark is NoteMark.SHARE and note.created_id is not None and not note.is_printed
    )


def _working_on(focus: LinkFigure | None) -> str:
    return "" if focus is None else focus.short_title


def _missing(reads: Snapshot, talk: CoachingSession) -> list[str]:
    """What both sides should still leave with."""
    found = []
    open_now = reads.find(Commitment, rep_id=talk.rep_id, state=PromiseState.OPEN)
    sides = {promise.owner_side for promise in open_now}
    if OwnerSide.MANAGER not in sides:
        found.append(_("No promise of yours is open."))
    if OwnerSide.REP not in sides:
        name = reads.get(Rep, talk.rep_id).first_name
        found.append(_("No promise of {name} is open.").format(name=name))
    return found


def clash_line(
    reads: Snapshot, session_id: UUID, day: date, start: time | None
) -> tuple[str, time | None]:
    """Whom a typed day and start would clash with, and the next free half hour."""
    talk: CoachingSession = reads.get(CoachingSession, as_id(session_id))
    found = clash_at(reads, talk, day, start)
    return found.clash, found.free_start


def next_line(day: date | None, start: time | None) -> str:
    """The next talk as its field shows it: "Tue 24 Mar, 10:30"."""
    if day is None:
        return ""
    if start is None:
        return print_day(day)
    return _("{day}, {time}").format(day=print_day(day), time=f"{start:%H:%M}")
