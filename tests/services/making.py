"""A small team, and the few commands most tests begin with."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any, TypeVar

from sqlalchemy import event

from coachdesk.domain.entity import Entity
from coachdesk.domain.errors import RuleError
from coachdesk.domain.evidence import Observation
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep, Workspace
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import CoachingSession, Preparation, SessionNote
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    NoteMark,
    OwnerSide,
    PromiseOrigin,
)
from coachdesk.services.commitments import make_promise
from coachdesk.services.desk import Desk
from coachdesk.services.documents import summary_brief
from coachdesk.services.evidence import ObservationDraft, save_observation
from coachdesk.services.line_records import LineDraft
from coachdesk.services.talk_notes import (
    keep_line,
)
from coachdesk.services.talks import TalkPreparation, end_talk, plan_talk, start_talk
from coachdesk.services.wrap_up import WrapUp, wrap_up_talk
from coachdesk.store.schema import BINDINGS
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.briefs import SummaryBrief

E = TypeVar("E", bound=Entity)
TODAY = date(2026, 3, 10)
NEED = BehaviourKey.NEED_IDENTIFICATION
TRANSITION = BehaviourKey.TRANSITION


def on(days: int) -> date:
    """The day so many days after the tests' Tuesday."""
    return TODAY + timedelta(days=days)


def fill_small_team(work: UnitOfWork) -> None:
    """Priya, Tom and Aisha meet on Tuesdays; Cobalt and Birch are customers, Stefan a partner."""
    work.put(Workspace(id=work.new_id(Workspace), manager_name="Dana Whitfield"))
    for order, (first, last, start) in enumerate(
        (
            ("Priya", "Raman", time(10, 30)),
            ("Tom", "Hartley", time(10, 45)),
            ("Aisha", "Bello", time(15, 0)),
        )
    ):
        work.put(
            Rep(
                id=work.new_id(Rep),
                first_name=first,
                last_name=last,
                slot_weekday=1,
                slot_time=start,
                sort_order=order,
            )
        )
    for name in ("Cobalt", "Birch"):
        work.put(Account(id=work.new_id(Account), name=name))
    team = work.put(PartnerTeam(id=work.new_id(PartnerTeam), name="Integration"))
    work.put(PartnerPerson(id=work.new_id(PartnerPerson), name="Stefan Vogt", team_id=team.id))


def all_of(desk: Desk, kind: type[E], **equals: object) -> list[E]:
    return desk.ask(lambda reads: reads.find(kind, **equals))


def rep_called(desk: Desk, first_name: str) -> Rep:
    return all_of(desk, Rep, first_name=first_name)[0]


def account_called(desk: Desk, name: str) -> Account:
    return all_of(desk, Account, name=name)[0]


def again(desk: Desk, entity: E) -> E:
    """The entity as it stands now."""
    return desk.ask(lambda reads: reads.get(type(entity), entity.id))


def everything(desk: Desk) -> list[Entity]:
    """Every row of the store."""
    return desk.ask(lambda reads: [row for b in BINDINGS for row in reads.find(b.kind)])


def reads_by(desk: Desk, act: Callable[[], object]) -> int:
    """How many statements it takes."""
    said: list[str] = []
    listen = lambda *call: said.append(call[2])  # noqa: E731
    event.listen(desk.store.connection, "before_cursor_execute", listen)
    act()
    event.remove(desk.store.connection, "before_cursor_execute", listen)
    return len(said)


def refused(act: Callable[[], object]) -> str:
    """The code with which the rules refuse it; empty if they do not."""
    try:
        act()
    except RuleError as refusal:
        return refusal.code
    return ""


def planned(
    desk: Desk, name: str = "Priya", day: date | None = None, **kwargs: Any
) -> CoachingSession:
    return desk.do(plan_talk, rep_called(desk, name).id, day or desk.as_of, **kwargs).result


def running(desk: Desk, name: str = "Priya") -> CoachingSession:
    return desk.do(start_talk, planned(desk, name).id).result


def a_preparation(**fields: Any) -> TalkPreparation:
    return TalkPreparation(**{"checks": Preparation(last_time=True)} | fields)


def line(
    desk: Desk, talk: CoachingSession, mark: NoteMark, text: str, **fields: Any
) -> SessionNote:
    order = 1 + len(all_of(desk, SessionNote, session_id=talk.id))
    draft = LineDraft(**{"order": order, "mark": mark, "text": text} | fields)
    return desk.do(keep_line, talk.id, draft).result


def choices(**fields: Any) -> WrapUp:
    usual: dict[str, Any] = {
        "summary": "We agreed on one step.",
        "left_out": (),
        "buy_in": None,
        "next_day": None,
        "next_start": None,
    }
    return WrapUp(**usual | fields)


def wrapped_up(desk: Desk, talk: CoachingSession, **fields: Any) -> CoachingSession:
    desk.do(end_talk, talk.id)
    return desk.do(wrap_up_talk, talk.id, choices(**fields)).result


def seen(
    desk: Desk,
    *ratings: tuple[BehaviourKey, int],
    rep: str = "Priya",
    day: date = TODAY,
    comment: str = "Asked what the delay costs them each month",
    account: str | None = "Cobalt",
    **fields: Any,
) -> Observation:
    draft = ObservationDraft(
        rep_id=rep_called(desk, rep).id,
        day=day,
        comment=comment,
        ratings=tuple(Rated(key, value) for key, value in ratings),
        account_id=None if account is None else account_called(desk, account).id,
        **fields,
    )
    return desk.do(save_observation, draft).result


def promised(
    desk: Desk, side: OwnerSide, text: str = "Send the pricing example", due: int = 7
) -> Commitment:
    return desk.do(
        make_promise,
        rep_id=rep_called(desk, "Priya").id,
        side=side,
        text=text,
        due_day=on(due),
        origin=PromiseOrigin.SESSION,
        origin_id=rep_called(desk, "Priya").id,
    ).result


def page_of(desk: Desk, talk: CoachingSession) -> SummaryBrief:
    """The talk's page as it would print now."""
    return desk.ask(summary_brief, talk.id)
