"""Which step a joint visit allows in which state (rules §6)."""

from uuid import uuid4

import pytest

from coachdesk.domain import visit_rules as rules
from coachdesk.domain.people import Rep
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import VisitState
from tests.domain.making import TODAY, on, refusal

S = VisitState
REP = Rep(id=uuid4(), first_name="Priya", employed=((on(-30), on(30)),))
STEPS = {
    "hold": lambda visit: rules.held(visit, TODAY, as_of=TODAY),
    "move": lambda visit: rules.moved(visit, REP, on(3), None, as_of=TODAY),
    "cancel": rules.cancelled,
    "look back": lambda visit: rules.check_step(visit, "look_back") or visit,
    "observe": lambda visit: rules.check_step(visit, "observe") or visit,
    "prepare": lambda visit: rules.check_step(visit, "prepare") or visit,
}
LEADS_TO = {
    ("hold", S.PLANNED): S.HELD,
    ("move", S.PLANNED): S.PLANNED,
    ("cancel", S.PLANNED): S.CANCELLED,
    ("prepare", S.PLANNED): S.PLANNED,
    ("look back", S.HELD): S.HELD,
    ("observe", S.HELD): S.HELD,
}


def a_visit(**fields) -> JointVisit:
    return JointVisit(
        **{"id": uuid4(), "rep_id": REP.id, "account_id": uuid4(), "day": TODAY} | fields
    )


@pytest.mark.parametrize("state", list(VisitState))
@pytest.mark.parametrize("step", STEPS)
def test_every_step_leads_on_from_its_states_and_is_refused_elsewhere(step, state):
    visit = a_visit(state=state)
    expected = LEADS_TO.get((step, state))
    if expected is not None:
        assert STEPS[step](visit).state is expected
    else:
        assert refusal(STEPS[step], visit) == ("E-VIS-03" if state is S.CANCELLED else "E-VIS-04")


@pytest.mark.parametrize("day", [-1, 31])
def test_a_visit_is_planned_with_an_active_rep_for_today_or_later(day):
    assert refusal(rules.check_plan, REP, on(day), as_of=TODAY) == "E-VIS-01"
    assert refusal(rules.moved, a_visit(), REP, on(day), None, as_of=TODAY) == "E-VIS-01"
    assert refusal(rules.check_plan, REP, TODAY, as_of=TODAY) == ""


def test_a_visit_of_tomorrow_has_not_been_held():
    assert refusal(rules.held, a_visit(day=on(1)), on(1), as_of=TODAY) == "E-VIS-02"
    assert rules.held(a_visit(day=on(1)), TODAY, as_of=TODAY).day == TODAY
