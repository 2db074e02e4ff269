"""A joint visit from its plan to the events that fall out of it."""

import pytest

from coachdesk.domain.errors import RuleError
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import SpeaksFirst, VisitState
from coachdesk.services.desk import Desk
from coachdesk.services.visits import (
    LookBack,
    VisitPlan,
    cancel_visit,
    enter_visit,
    hold_visit,
    look_back,
    move_visit,
    observe_visit,
    plan_visit,
    prepare_visit,
)
from tests.services.making import NEED, TRANSITION, account_called, again, all_of, on, rep_called

SEEN = "Asked what the delay costs them, and waited for the answer."


def a_plan(office: Desk, day: int) -> VisitPlan:
    rep, account = rep_called(office, "Priya"), account_called(office, "Cobalt")
    return VisitPlan(rep_id=rep.id, account_id=account.id, day=on(day))


def test_events_of_a_visit_have_its_rep_customer_and_day(office, clock):
    visit = office.do(plan_visit, a_plan(office, 2)).result
    office.do(prepare_visit, visit.id, watch=(NEED, TRANSITION), speaks_first=SpeaksFirst.PARTNER)
    clock.wait(days=3)
    office.do(hold_visit, visit.id)
    office.do(
        look_back,
        visit.id,
        LookBack(rep_saw=" They opened up. ", keep="The question", talk_share_pct=20),
    )
    event = office.do(observe_visit, visit.id, SEEN, (Rated(NEED, 4),)).result
    visit = again(office, visit)
    assert (visit.state, visit.rep_saw, visit.talk_share_pct) == (
        VisitState.HELD,
        "They opened up.",
        20,
    )
    assert visit.watch_keys == (NEED, TRANSITION)
    assert (event.rep_id, event.account_id, event.day) == (
        visit.rep_id,
        visit.account_id,
        on(2),
    )
    assert event.joint_visit_id == visit.id


def test_a_visit_of_yesterday_is_entered_as_held(office):
    visit = office.do(enter_visit, a_plan(office, -1)).result
    assert visit.state is VisitState.HELD
    with pytest.raises(RuleError) as refused:
        office.do(enter_visit, a_plan(office, 1))
    assert refused.value.code == "E-VIS-02"


def test_a_visit_is_moved_cancelled_and_brought_back_by_undo(office):
    visit = office.do(plan_visit, a_plan(office, 2)).result
    office.do(move_visit, visit.id, on(5))
    office.do(cancel_visit, visit.id)
    with pytest.raises(RuleError) as refused:
        office.do(hold_visit, visit.id)
    assert refused.value.code == "E-VIS-03"
    office.undo()
    assert [(v.state, v.day) for v in all_of(office, JointVisit)] == [(VisitState.PLANNED, on(5))]
