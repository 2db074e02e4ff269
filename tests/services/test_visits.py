"""A joint visit from its plan to the events that fall out of it."""

import pytest

from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import SpeaksFirst, VisitState
from coachdesk.services.capture import complete_draft, read_line
from coachdesk.services.desk import Desk
from coachdesk.services.pages import visit_page
from coachdesk.services.visits import (
    LookBack,
    VisitPlan,
    cancel_visit,
    customer_called,
    enter_visit,
    hold_visit,
    look_back,
    move_visit,
    note_on_visit,
    observe_visit,
    plan_visit,
    prepare_visit,
)
from tests.services.making import (
    NEED,
    TRANSITION,
    account_called,
    again,
    all_of,
    on,
    refused,
    rep_called,
)

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


def test_a_line_on_the_way_becomes_an_event_of_the_visit_and_says_that_it_takes_place(office):
    visit = office.do(plan_visit, a_plan(office, 0)).result
    captured = office.do(note_on_visit, visit.id, f"n4 {SEEN}").result
    event = captured.record
    assert again(office, visit).state is VisitState.HELD
    assert (event.joint_visit_id, event.account_id) == (visit.id, visit.account_id)
    page = visit_page(office, visit.id)
    assert [(e.letter, e.value) for e in page.events] == [("N", 4)]


def test_a_line_without_a_rating_waits_and_remembers_its_visit(office):
    visit = office.do(enter_visit, a_plan(office, -1)).result
    draft = office.do(note_on_visit, visit.id, SEEN).result.record
    assert visit_page(office, visit.id).waiting == 1
    reading = office.ask(read_line, f"Priya n4 yesterday {SEEN} @Cobalt")
    event = office.do(complete_draft, draft.id, reading).result.record
    assert (event.joint_visit_id, event.day) == (visit.id, on(-1))


def test_a_line_about_somebody_else_or_another_day_is_refused(office):
    held = office.do(enter_visit, a_plan(office, 0)).result
    ahead = office.do(plan_visit, a_plan(office, 2)).result
    assert refused(lambda: office.do(note_on_visit, held.id, f"Tom n4 {SEEN}")) == "E-VIS-05"
    assert refused(lambda: office.do(note_on_visit, held.id, f"n4 yesterday {SEEN}")) == "E-VIS-06"
    assert refused(lambda: office.do(note_on_visit, ahead.id, f"n4 {SEEN}")) == "E-VIS-04"


def test_a_customer_is_known_by_a_beginning_or_is_new(office):
    assert office.ask(customer_called, "cob").name == "Cobalt"
    assert office.ask(customer_called, "Arvenia") is None
    priya = rep_called(office, "Priya")
    visit = office.do(plan_visit, VisitPlan(rep_id=priya.id, new_account="Arvenia", day=on(1)))
    assert visit_page(office, visit.result.id).account == "Arvenia"
    with pytest.raises(InputError):
        office.ask(customer_called, " ")


def test_a_line_that_waited_keeps_rep_customer_and_day_of_the_visit(office):
    visit = office.do(enter_visit, a_plan(office, -1)).result
    waiting = office.do(note_on_visit, visit.id, "t4 Short").result.record
    again_typed = office.ask(read_line, f"{waiting.raw}, but now in enough words")
    assert (again_typed.rep, again_typed.account, again_typed.day) == (
        visit.rep_id,
        visit.account_id,
        visit.day,
    )
    event = office.do(complete_draft, waiting.id, again_typed).result.record
    assert event.joint_visit_id == visit.id
