"""One-on-ones: planned, prepared, started, held, moved, cancelled, received."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from coachdesk.domain import talk_rules
from coachdesk.domain.calendar import next_talk_day
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.people_rules import check_on_team
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.talk_rules import BEFORE
from coachdesk.domain.talks import AgendaItem, CoachingSession, Preparation
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    BuyIn,
    NoteAbout,
    ReceivedMeans,
    TalkState,
    WhoAsked,
)
from coachdesk.language import gettext as _
from coachdesk.services.agendas import usual_agenda
from coachdesk.services.documents import store_summary
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

HALF_HOUR = timedelta(minutes=30)
MOST_QUESTIONS = 3
LAST_START = time(20, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPreparation:
    """What the three minutes before a talk leave behind; every part may be empty."""

    checks: Preparation
    question_ids: tuple[str, ...] = ()
    own_questions: tuple[str, ...] = ()
    focus: BehaviourKey | None = None
    expectation: str = ""
    in_it_for_customer: str = ""
    in_it_for_rep: str = ""
    in_it_for_partner: str = ""
    seen_how: str = ""
    buy_in: BuyIn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDate:
    """A proposed talk: its day and start, and whom it would clash with."""

    day: date
    start: time | None
    clash: str
    free_start: time | None


def plan_talk(
    work: UnitOfWork,
    rep_id: Id[Rep],
    day: date,
    *,
    start: time | None = None,
    minutes: int | None = None,
) -> CoachingSession:
    """A talk for today or later, with the usual agenda."""
    rep = work.get(Rep, rep_id)
    talk_rules.check_plan(rep, day, as_of=work.as_of)
    talk = work.put(
        CoachingSession(
            id=work.new_id(CoachingSession),
            rep_id=rep_id,
            day=day,
            start=start or rep.slot_time,
            minutes=minutes or rep.slot_minutes,
        )
    )
    usual_agenda(work, talk, rep)
    return talk


def prepare_talk(
    work: UnitOfWork, id: Id[CoachingSession], preparation: TalkPreparation
) -> CoachingSession:
    """Keep the preparation; nothing in it is mandatory."""
    talk = work.get(CoachingSession, id)
    if len(preparation.question_ids) + len(preparation.own_questions) > MOST_QUESTIONS:
        raise RuleError(
            "E-SES-11", _("Three questions are enough."), _("Untick one to add another.")
        )
    ready = talk_rules.prepared(talk) if talk.state in BEFORE else talk
    return work.put(
        replace(
            ready,
            preparation=preparation.checks,
            question_ids=preparation.question_ids,
            own_questions=preparation.own_questions,
            focus_behaviour_key=preparation.focus,
            expectation=preparation.expectation.strip(),
            in_it_for_customer=preparation.in_it_for_customer.strip(),
            in_it_for_rep=preparation.in_it_for_rep.strip(),
            in_it_for_partner=preparation.in_it_for_partner.strip(),
            seen_how=preparation.seen_how.strip(),
            buy_in=preparation.buy_in,
        )
    )


def start_talk(work: UnitOfWork, id: Id[CoachingSession]) -> CoachingSession:
    """Begin now; another running talk is to be wrapped up first."""
    for other in work.find(CoachingSession, state=TalkState.RUNNING):
        if other.id != id:
            name = work.get(Rep, other.rep_id).first_name
            raise RuleError(
                "E-SES-02",
                _("The talk with {name} is still running.").format(name=name),
                _("Wrap it up first, or mark it as not held."),
            )
    talk = work.get(CoachingSession, id)
    return work.put(talk_rules.started(talk, work.now, as_of=work.as_of))


def start_unplanned(work: UnitOfWork, rep_id: Id[Rep]) -> CoachingSession:
    """A talk that nobody planned, begun now."""
    talk = plan_talk(
        work, rep_id, work.as_of, start=work.now.time().replace(second=0, microsecond=0)
    )
    return start_talk(work, talk.id)


def enter_held(
    work: UnitOfWork, rep_id: Id[Rep], day: date, *, start: time | None = None
) -> CoachingSession:
    """A talk that nobody planned and that was held on a day that has come."""
    rep = work.get(Rep, rep_id)
    check_on_team(rep, day)
    talk = CoachingSession(
        id=work.new_id(CoachingSession),
        rep_id=rep_id,
        day=day,
        start=start,
        minutes=rep.slot_minutes,
    )
    held = work.put(talk_rules.entered_as_held(talk, day, as_of=work.as_of))
    usual_agenda(work, held, rep)
    return held


def end_talk(work: UnitOfWork, id: Id[CoachingSession]) -> CoachingSession:
    """Held, until now; one that is held already stays as it is."""
    talk = work.get(CoachingSession, id)
    if talk.state in (TalkState.HELD, TalkState.WRAPPED_UP):
        return talk
    return work.put(talk_rules.ended(talk, work.now))


def hold_talk(
    work: UnitOfWork, id: Id[CoachingSession], day: date, *, until: datetime | None = None
) -> CoachingSession:
    """Enter a talk as held on a day that has come."""
    talk = talk_rules.entered_as_held(work.get(CoachingSession, id), day, as_of=work.as_of)
    return work.put(replace(talk, ended_at=until or talk.ended_at))


def move_talk(
    work: UnitOfWork,
    id: Id[CoachingSession],
    day: date,
    start: time | None,
    *,
    who: WhoAsked | None,
    reason: str,
) -> CoachingSession:
    """Close the talk as moved; returns its successor, which takes the preparation along."""
    talk = work.get(CoachingSession, id)
    closed = talk_rules.moved(talk, who, reason)
    talk_rules.check_move(talk, day, start or talk.start, as_of=work.as_of)
    work.put(closed)
    successor = work.put(
        replace(
            talk,
            id=work.new_id(CoachingSession),
            day=day,
            start=start or talk.start,
            moved_from_id=talk.id,
        )
    )
    for item in work.find(AgendaItem, session_id=talk.id):
        work.put(replace(item, id=work.new_id(AgendaItem), session_id=successor.id))
    for note in work.find(PrivateNote, about=NoteAbout.SESSION, about_id=talk.id):
        work.put(replace(note, about_id=successor.id))
    return successor


def cancel_talk(
    work: UnitOfWork, id: Id[CoachingSession], *, who: WhoAsked | None, reason: str
) -> CoachingSession:
    """Close the talk as cancelled, with who and why."""
    return work.put(talk_rules.cancelled(work.get(CoachingSession, id), who, reason))


def keep_reps_words(
    work: UnitOfWork, id: Id[CoachingSession], words: str, usefulness: int | None
) -> CoachingSession:
    """The rep's own words and how useful the talk was; locked once received."""
    talk = work.get(CoachingSession, id)
    talk_rules.refuse_received(talk)
    return work.put(replace(talk, rep_words=words.strip(), rep_usefulness=usefulness))


def receive_summary(
    work: UnitOfWork, id: Id[CoachingSession], day: date, means: ReceivedMeans
) -> CoachingSession:
    """The rep has the page in hand, which locks what it contains as it stands now."""
    received = talk_rules.received(work.get(CoachingSession, id), day, means)
    page = store_summary(work, id)
    return work.put(replace(received, summary_brief=page.summary_brief))


def unreceive_summary(work: UnitOfWork, id: Id[CoachingSession], reason: str) -> CoachingSession:
    """Take the receipt back, with a reason."""
    return work.put(talk_rules.unreceived(work.get(CoachingSession, id), reason))


def correct_summary(work: UnitOfWork, id: Id[CoachingSession], text: str) -> CoachingSession:
    """Add a dated line to a talk that was wrapped up."""
    talk = work.get(CoachingSession, id)
    return work.put(talk_rules.corrected(talk, text, as_of=work.as_of))


def next_date(reads: Snapshot, talk: CoachingSession) -> NextDate:
    """When the talk after this one should be: the slot nearest to day plus rhythm."""
    rep = reads.get(Rep, talk.rep_id)
    away = [period for space in reads.find(Workspace) for period in space.away]
    base = max(talk.day, reads.as_of)
    day = next_talk_day(base, rep.session_rhythm_days, rep.slot_weekday, rep.away, away)
    return clash_at(reads, talk, day, rep.slot_time or talk.start)


def clash_at(reads: Snapshot, talk: CoachingSession, day: date, start: time | None) -> NextDate:
    """A day and start as typed, with the talk it would clash with and the next free half hour."""
    busy = [
        other
        for other in reads.find(CoachingSession, day=day)
        if other.state in BEFORE and other.start is not None and other.id != talk.id
    ]
    clash = _clash(busy, start, talk.minutes)
    if clash is None or start is None:
        return NextDate(day=day, start=start, clash="", free_start=None)
    name = reads.get(Rep, clash.rep_id).first_name
    return NextDate(
        day=day,
        start=start,
        clash=_("also {name} {time}").format(name=name, time=f"{clash.start:%H:%M}"),
        free_start=_free_half_hour(busy, start, talk.minutes),
    )


def _clash(busy: list[CoachingSession], start: time | None, minutes: int) -> CoachingSession | None:
    if start is None:
        return None
    begins = _minute(start)
    for other in busy:
        if other.start is None:
            continue
        theirs = _minute(other.start)
        if begins < theirs + other.minutes and theirs < begins + minutes:
            return other
    return None


def _free_half_hour(busy: list[CoachingSession], start: time, minutes: int) -> time | None:
    moment = datetime.combine(date.min, start)
    while moment.time() < LAST_START:
        moment += HALF_HOUR
        if _clash(busy, moment.time(), minutes) is None:
            return moment.time()
    return None


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def planned_after(reads: Snapshot, talk: CoachingSession) -> CoachingSession | None:
    """The rep's next planned talk after this one."""
    ahead = [
        other
        for other in reads.find(CoachingSession, rep_id=talk.rep_id)
        if other.state in BEFORE and other.id != talk.id and other.day >= talk.day
    ]
    return min(ahead, key=lambda other: (other.day, other.start or time.min), default=None)


def default_due_day(reads: Snapshot, talk: CoachingSession) -> date:
    """When a promise without a date is due: the next talk, else today plus the rhythm."""
    ahead = planned_after(reads, talk)
    if ahead is not None and ahead.day > reads.as_of:
        return ahead.day
    return reads.as_of + timedelta(days=reads.get(Rep, talk.rep_id).session_rhythm_days)
