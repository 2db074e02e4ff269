"""Hand-offs through the Desk: one line plans and sets, and every step can be taken back."""

from datetime import date

import pytest

from coachdesk.domain.errors import RuleError
from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_off_lines import parse_hand_off_line
from coachdesk.domain.hand_off_rules import Expectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerPerson, Rep
from coachdesk.domain.vocabulary import Cause, Gain, HandOffState, Side
from coachdesk.services import hand_offs
from coachdesk.services.capture import vocabulary
from coachdesk.services.desk import Desk
from tests.store.making import FakeClock


def priya(desk: Desk) -> Rep:
    return desk.ask(lambda reads: reads.find(Rep, first_name="Priya"))[0]


def add_line(desk: Desk, line: str) -> HandOff:
    read = parse_hand_off_line(line, desk.ask(vocabulary), as_of=desk.as_of)
    return desk.do(hand_offs.add_hand_off_line, priya(desk).id, read).result


def all_of(desk: Desk, kind: type) -> list:
    return desk.ask(lambda reads: reads.find(kind))


def test_a_line_plans_a_hand_off(desk: Desk) -> None:
    planned = add_line(desk, "@Cobalt #integration Orders are typed twice")
    assert planned.state is HandOffState.DRAFT
    assert planned.need == "Orders are typed twice"
    assert planned.created_day == date(2026, 3, 10)


def test_a_line_that_goes_on_sets_the_expectation_at_once(desk: Desk) -> None:
    made = add_line(desk, "@Cobalt #integration Orders twice > A plan in writing, Stefan, by Fri")
    assert made.state is HandOffState.SET
    assert (made.expectation, made.due_day) == ("A plan in writing", date(2026, 3, 13))
    person = desk.ask(lambda reads: reads.get(PartnerPerson, made.partner_person_id))
    assert person.name.startswith("Stefan")


def test_a_new_customer_is_made_with_its_hand_off_and_goes_with_it(desk: Desk) -> None:
    before = len(all_of(desk, Account))
    made = add_line(desk, '@"Birch and Sons" #integration Orders are typed twice')
    accounts = all_of(desk, Account)
    assert len(accounts) == before + 1
    assert next(a.owner_rep_id for a in accounts if a.id == made.account_id) == priya(desk).id
    desk.undo()
    assert len(all_of(desk, Account)) == before


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Orders are typed twice", "E-HND-01"),
        ("@Cobalt Orders are typed twice", "E-HND-01"),
        ("@Cobaltt #integration Orders are typed twice", "E-HND-01"),
        ("@Cobalt #integration", "E-HND-01"),
        ("@Cobalt #integration Orders twice > A plan in writing, by Fri", "E-HND-02"),
        ("@Cobalt #integration Orders twice > A plan in writing, Stefan", "E-HND-02"),
    ],
)
def test_an_incomplete_line_is_refused_and_nothing_is_stored(
    desk: Desk, line: str, code: str
) -> None:
    before = all_of(desk, HandOff)
    with pytest.raises(RuleError) as refusal:
        add_line(desk, line)
    assert refusal.value.code == code
    assert all_of(desk, HandOff) == before


def test_a_miss_is_recorded_then_met_late_then_asked_of_all_three(
    desk: Desk, clock: FakeClock
) -> None:
    made = add_line(desk, "@Cobalt #integration Orders twice > A plan in writing, Stefan, by Fri")
    clock.wait(days=6)
    desk.do(hand_offs.miss_hand_off, made.id, Cause.PARTNER_CAPACITY, "Two people ill")
    late = desk.do(hand_offs.meet_hand_off_late, made.id, customer_confirmed=True).result
    assert (late.state, late.met_day) == (HandOffState.MET_LATE, date(2026, 3, 16))
    outcomes = {Side.CUSTOMER: Gain.WON, Side.PARTNER: Gain.NEUTRAL}
    desk.do(hand_offs.mark_all_win, made.id, outcomes, {Side.CUSTOMER: "It works"})
    desk.do(hand_offs.mark_all_win, made.id, outcomes | {Side.CUSTOMER: Gain.LOST})
    marked = desk.ask(lambda reads: reads.find(GainStatement, hand_off_id=made.id))
    assert {gain.side: gain.outcome for gain in marked} == outcomes | {Side.CUSTOMER: Gain.LOST}
    assert next(gain.words for gain in marked if gain.side is Side.CUSTOMER) == "It works"


def test_undo_reopens_a_closed_hand_off(desk: Desk) -> None:
    made = add_line(desk, "@Cobalt #integration Orders twice > A plan in writing, Stefan, by Fri")
    desk.do(hand_offs.meet_hand_off, made.id)
    with pytest.raises(RuleError):
        desk.do(hand_offs.withdraw_hand_off, made.id, desk.as_of, "Bought elsewhere")
    desk.undo()
    assert desk.ask(lambda reads: reads.get(HandOff, made.id)) == made


def test_an_expectation_is_set_on_a_hand_off_planned_before(desk: Desk) -> None:
    planned = add_line(desk, "@Cobalt #integration Orders are typed twice")
    stefan = desk.ask(lambda reads: reads.find(PartnerPerson, name="Stefan"))[0]
    expectation = Expectation(
        text="A plan in writing", due_day=date(2026, 3, 20), partner_person_id=stefan.id
    )
    desk.do(hand_offs.set_expectation, planned.id, expectation)
    accepted = desk.do(hand_offs.accept_hand_off, planned.id).result
    assert accepted.accepted_on == date(2026, 3, 10)
