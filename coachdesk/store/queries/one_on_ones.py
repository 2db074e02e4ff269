"""Fills the One-on-ones page in a fixed number of reads."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, TextClause, and_, bindparam, func, or_, select, text

from coachdesk.domain.partner_vocabulary import JointMeetingState
from coachdesk.domain.people import Rep
from coachdesk.domain.searching import phrase, search_words
from coachdesk.domain.talk_rules import BEFORE
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import (
    AskState,
    BehaviourKey,
    NoteMark,
    PrintMeans,
    SubjectKind,
    TalkState,
    VisitState,
)
from coachdesk.store.column_types import id_from
from coachdesk.store.queries import people
from coachdesk.store.queries.joint_meetings import meeting_rows
from coachdesk.store.queries.visits import visit_rows
from coachdesk.store.schema import (
    ask,
    coaching_session,
    printed_document,
    session_note,
)
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.one_on_ones import AheadRow, BehindRow, OneOnOnes, PaperState, Which
from coachdesk.views.visits import VisitRow

_TALK = coaching_session.c
VISITS_SHOWN = 8
_MET = (AskState.MET, AskState.MET_LATE)
_COUNTED = (AskState.OPEN, AskState.MET, AskState.MET_LATE, AskState.UNMET)
_MATCH = "SELECT rowid FROM search_text WHERE search_text MATCH :word"


def one_on_ones(
    reads: Snapshot, *, typed: str = "", which: Which = Which.EVERY, most: int = 60
) -> OneOnOnes:
    """The whole page; `typed` words and `which` narrow the talks behind to the newest `most`."""
    reps: dict[UUID, Rep] = {rep.id: rep for rep in people.reps_in_order(reads)}
    found = _talks_that_hold(reads, typed)
    rows = _behind_rows(reads, found, which, most)
    papers, asks = _papers(reads, rows), _asks(reads, rows)
    counts = {kind: _count(reads, None, kind) for kind in Which}
    narrowed = counts[which] if found is None else _count(reads, found, which)
    ahead = _ahead(reads, reps)
    return OneOnOnes(
        as_of=reads.as_of,
        ahead=tuple(ahead),
        visits=tuple(_held(reads)),
        behind=tuple(_behind(row, reps, papers, asks, reads) for row in rows),
        count=narrowed,
        not_wrapped_up=counts[Which.NOT_WRAPPED_UP],
        not_printed=counts[Which.NOT_PRINTED],
        has_talks=bool(ahead) or counts[Which.EVERY] > 0,
    )


def _held(reads: Snapshot) -> list[VisitRow]:
    """Visits and meetings that took place, the newest first."""
    visits = visit_rows(reads, state=VisitState.HELD)
    meetings = meeting_rows(reads, state=JointMeetingState.HELD)
    newest = sorted([*visits, *meetings], key=lambda row: (row.day, f"{row.start or ''}"))
    return newest[: -VISITS_SHOWN - 1 : -1]


def _ahead(reads: Snapshot, reps: Mapping[UUID, Rep]) -> list[AheadRow]:
    talks = [t for t in reads.find(CoachingSession, state=tuple(BEFORE)) if t.day >= reads.as_of]
    visits = reads.find(JointVisit, state=VisitState.PLANNED)
    customers = people.account_names(reads) if visits else {}
    rows = [_talk_ahead(talk, reps[talk.rep_id]) for talk in talks]
    rows += [_visit_ahead(visit, reps[visit.rep_id], customers) for visit in visits]
    rows += [_meeting_ahead(row) for row in meeting_rows(reads, state=JointMeetingState.PLANNED)]
    return sorted(rows, key=lambda row: (row.day, "" if row.start is None else f"{row.start}"))


def _talk_ahead(talk: CoachingSession, rep: Rep) -> AheadRow:
    made = talk.preparation
    checks = (made.last_time, made.promises, made.behaviour, made.questions, made.expectation)
    return AheadRow(
        id=talk.id,
        rep_id=rep.id,
        name=rep.name,
        initials=rep.initials,
        day=talk.day,
        start=talk.start,
        minutes=talk.minutes,
        state=talk.state,
        checks=sum(checks),
        focus=talk.focus_behaviour_key,
    )


def _visit_ahead(visit: JointVisit, rep: Rep, customers: Mapping[UUID, str]) -> AheadRow:
    return AheadRow(
        id=visit.id,
        is_visit=True,
        rep_id=rep.id,
        name=rep.name,
        initials=rep.initials,
        day=visit.day,
        start=visit.start,
        focus=visit.watch_keys[0] if visit.watch_keys else None,
        where=customers.get(visit.account_id, ""),
    )


def _meeting_ahead(row: VisitRow) -> AheadRow:
    return AheadRow(
        id=row.id,
        is_meeting=True,
        rep_id=row.rep_id,
        name=row.name,
        initials=row.initials,
        day=row.day,
        start=row.start,
        where=row.account,
    )


@cache
def _past(which: Which, narrowed: bool) -> Any:
    """Talks behind: held, wrapped up, cancelled, or planned for a day that has passed."""
    closed = (TalkState.HELD, TalkState.WRAPPED_UP, TalkState.CANCELLED)
    printed = select(printed_document.c.id).where(
        printed_document.c.subject_kind == SubjectKind.SESSION,
        printed_document.c.subject_id == _TALK.id,
    )
    left_open = and_(
        _TALK.state.in_(sorted((*BEFORE, TalkState.RUNNING))),
        _TALK.day < bindparam("today", type_=_TALK.day.type),
    )
    kinds = {
        Which.EVERY: or_(_TALK.state.in_(closed), left_open),
        Which.NOT_WRAPPED_UP: or_(_TALK.state == TalkState.HELD, left_open),
        # What was received was in the rep's hand: on paper, whoever printed it.
        Which.NOT_PRINTED: and_(
            _TALK.state == TalkState.WRAPPED_UP, _TALK.received_on.is_(None), ~printed.exists()
        ),
    }
    if not narrowed:
        return kinds[which]
    return and_(kinds[which], _TALK.id.in_(bindparam("ids", expanding=True, type_=_TALK.id.type)))


@cache
def _newest(which: Which, narrowed: bool) -> Select[Any]:
    columns = (
        _TALK.id,
        _TALK.rep_id,
        _TALK.day,
        _TALK.start,
        _TALK.state,
        _TALK.focus_behaviour_key,
        _TALK.rep_words,
        _TALK.summary,
        _TALK.received_on,
    )
    return (
        select(*columns)
        .where(_past(which, narrowed))
        .order_by(_TALK.day.desc(), _TALK.start.desc(), _TALK.id)
        .limit(bindparam("most"))
    )


@cache
def _number(which: Which, narrowed: bool) -> Select[Any]:
    return select(func.count()).select_from(coaching_session).where(_past(which, narrowed))


def _behind_rows(
    reads: Snapshot, found: set[UUID] | None, which: Which, most: int
) -> Sequence[Any]:
    values = {} if found is None else {"ids": list(found)}
    return reads.rows(_newest(which, found is not None), today=reads.as_of, most=most, **values)


def _count(reads: Snapshot, found: set[UUID] | None, which: Which) -> int:
    values = {} if found is None else {"ids": list(found)}
    rows = reads.rows(_number(which, found is not None), today=reads.as_of, **values)
    number: int = rows[0][0]
    return number


@cache
def _means() -> Select[Any]:
    table = printed_document.c
    return select(table.subject_id, table.means).where(
        table.subject_kind == SubjectKind.SESSION,
        table.subject_id.in_(bindparam("ids", expanding=True, type_=table.subject_id.type)),
    )


def _papers(reads: Snapshot, rows: Sequence[Any]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {}
    for row in reads.rows(_means(), ids=[id_from(row.id) for row in rows]):
        found.setdefault(id_from(row.subject_id), set()).add(row.means)
    return found


@cache
def _asks_of() -> Select[Any]:
    table = session_note.c
    return (
        select(table.session_id, ask.c.state, ask.c.due_day)
        .join_from(session_note, ask, ask.c.id == table.created_id)
        .where(
            table.mark == NoteMark.ASK,
            table.session_id.in_(bindparam("ids", expanding=True, type_=table.session_id.type)),
            ask.c.state.in_(_COUNTED),
        )
    )


def _asks(reads: Snapshot, rows: Sequence[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in reads.rows(_asks_of(), ids=[id_from(row.id) for row in rows]):
        found.setdefault(id_from(row.session_id), []).append(row)
    return found


def _behind(
    row: Any,
    reps: Mapping[UUID, Rep],
    papers: Mapping[UUID, set[str]],
    asks: Mapping[UUID, list[Any]],
    reads: Snapshot,
) -> BehindRow:
    id, rep = id_from(row.id), reps[id_from(row.rep_id)]
    state = TalkState(row.state)
    given = asks.get(id, [])
    today = reads.as_of.isoformat()
    late = [a for a in given if a.state == AskState.UNMET or _is_over(a, today)]
    focus = row.focus_behaviour_key
    return BehindRow(
        id=id,
        rep_id=rep.id,
        name=rep.name,
        initials=rep.initials,
        day=date.fromisoformat(row.day),
        start=None if row.start is None else time.fromisoformat(row.start),
        state=state,
        focus=None if focus is None else BehaviourKey(focus),
        words=row.rep_words,
        kept=sum(a.state in _MET for a in given),
        asked=len(given),
        late=len(late),
        paper=_paper(state, row.received_on, papers.get(id, set())),
    )


def _is_over(row: Any, today: str) -> bool:
    return row.state == AskState.OPEN and row.due_day is not None and row.due_day < today


def _paper(state: TalkState, received_on: str | None, means: set[str]) -> PaperState:
    if state is TalkState.CANCELLED:
        return PaperState.CANCELLED
    if state is TalkState.HELD:
        return PaperState.WRAP_UP
    if state is not TalkState.WRAPPED_UP:
        return PaperState.SAY_WHAT_IT_WAS
    if received_on is not None:
        return PaperState.RECEIVED
    if PrintMeans.PRINT in means:
        return PaperState.PRINTED
    return PaperState.SAVED if means else PaperState.NOT_PRINTED


@cache
def _holding() -> TextClause:
    """Talks that hold a word: their own or their lines', their records', a rep's, a customer's."""
    return text(
        f"WITH hit AS MATERIALIZED (SELECT * FROM search_doc WHERE n IN ({_MATCH}))"
        " SELECT entity_id FROM hit WHERE entity = 'coaching_session'"
        " UNION SELECT parent_id FROM hit WHERE entity IN ('agenda_item', 'session_note')"
        " UNION SELECT session_id FROM session_note"
        " WHERE created_id IS NOT NULL AND created_id IN (SELECT entity_id FROM hit)"
        " UNION SELECT session_id FROM observation"
        " WHERE session_id IS NOT NULL AND (id IN (SELECT entity_id FROM hit)"
        " OR account_id IN (SELECT entity_id FROM hit WHERE entity = 'account'))"
        " UNION SELECT id FROM coaching_session"
        " WHERE rep_id IN (SELECT entity_id FROM hit WHERE entity = 'rep')"
    )


def _talks_that_hold(reads: Snapshot, typed: str) -> set[UUID] | None:
    """Ids of the talks that hold every typed word; None if nothing was typed."""
    found: set[UUID] | None = None
    for word in search_words(typed):
        rows = reads.rows(_holding(), word=phrase(word))
        holding = {id_from(row[0]) for row in rows if row[0] is not None}
        found = holding if found is None else found & holding
    return found
