"""Hand-offs through the Desk: one line plans and sets, and every step can be taken back."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_off_lines import parse_hand_off_line
from coachdesk.domain.hand_off_rules import Expectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.partner_vocabulary import NoticeState, WorkSize
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.domain.vocabulary import Cause, Gain, HandOffState, Side
from coachdesk.services import hand_offs
from coachdesk.services.capture import vocabulary
from coachdesk.services.desk import Desk
from coachdesk.services.people import NewTeam, add_partner_team
from coachdesk.store.unit_of_work import UnitOfWork
from tests.services.making import again
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


def integration(desk: Desk) -> PartnerTeam:
    return desk.ask(lambda reads: reads.find(PartnerTeam, name="Integration Services"))[0]


def new_one(desk: Desk, **given: object) -> HandOff:
    usual = {"rep_id": priya(desk).id, "team_id": integration(desk).id, "new_account": "Cedar"}
    asked = hand_offs.NewHandOff(**{"need": "Orders are typed twice"} | usual | given)
    return desk.do(hand_offs.new_hand_off, asked).result


def told(days: int = 3, **more: object) -> Expectation:
    due = desk_day(days)
    return Expectation(**{"text": "A plan in writing", "due_day": due} | more)


def desk_day(days: int) -> date:
    return date(2026, 3, 10) + timedelta(days=days)


def refusal(act: Callable[[], object]) -> RuleError:
    with pytest.raises(RuleError) as refused:
        act()
    return refused.value


def test_a_new_hand_off_brings_its_customer_and_the_reason_to_meet(desk: Desk) -> None:
    made = new_one(desk, value_reason="They want one pair of hands")
    assert desk.ask(lambda reads: reads.get(Account, made.account_id)).name == "Cedar"
    assert made.value_day == desk.as_of


def test_a_hand_off_needs_customer_team_and_need(desk: Desk) -> None:
    for missing in ({"team_id": None}, {"new_account": " "}, {"need": " "}):
        assert refusal(lambda given=missing: new_one(desk, **given)).code == "E-HND-01"
    assert "Cedar" not in [account.name for account in all_of(desk, Account)]


def test_a_hand_off_to_oneself_is_refused_with_the_way_out(desk: Desk) -> None:
    own = desk.do(add_partner_team, NewTeam(name="priya Raman")).result
    refused = refusal(lambda: new_one(desk, team_id=own.id))
    assert refused.code == "E-HND-13"
    assert refused.next_step.startswith("Choose somebody else")
    made = new_one(desk)
    before = len(all_of(desk, PartnerPerson))
    act = lambda: desk.do(hand_offs.tell_customer, made.id, told(), "PRIYA RAMAN")  # noqa: E731
    assert refusal(act).code == "E-HND-13"
    assert len(all_of(desk, PartnerPerson)) == before


def test_a_day_before_the_hand_off_is_refused(desk: Desk) -> None:
    made = new_one(desk)
    refused = refusal(lambda: desk.do(hand_offs.tell_customer, made.id, told(-1), "Stefan"))
    assert refused.code == "E-HND-02"
    assert "a day that is not past" in refused.message


def test_the_customer_is_told_by_somebody_nobody_had_entered(desk: Desk) -> None:
    made = new_one(desk)
    hints = {"X6": "No price yet", "X9": "ignored", "X12": " "}
    stood = desk.do(hand_offs.tell_customer, made.id, told(hints=hints), "Ines Roth").result
    person = desk.ask(lambda reads: reads.get(PartnerPerson, stood.partner_person_id))
    assert (person.name, person.team_id) == ("Ines Roth", made.team_id)
    assert stood.checklist == {"X6": "No price yet"}


def test_a_beginning_that_fits_two_people_of_the_team_is_asked_about(desk: Desk) -> None:
    made = new_one(desk)
    desk.do(hand_offs.tell_customer, new_one(desk).id, told(), "Steve Ott")
    with pytest.raises(InputError, match="may be"):
        desk.do(hand_offs.tell_customer, made.id, told(), "Ste")


def a_notice(desk: Desk) -> EarlyAccessItem:
    def enter(work: UnitOfWork) -> EarlyAccessItem:
        return work.put(
            EarlyAccessItem(
                id=work.new_id(EarlyAccessItem),
                team_id=work.find(PartnerTeam)[0].id,
                rep_id=work.find(Rep, first_name="Priya")[0].id,
                account_id=work.find(Account)[0].id,
                what="Autumn storyboards",
                likelihood_pct=60,
                size=WorkSize.DAYS_1_5,
                earliest=work.as_of,
            )
        )

    return desk.do(enter).result


def test_what_was_announced_becomes_a_hand_off_and_is_no_longer_awaited(desk: Desk) -> None:
    item = a_notice(desk)
    made = desk.do(hand_offs.hand_off_notice, item.id, told(), "Stefan").result
    assert (made.early_access_item_id, made.need) == (item.id, "Autumn storyboards")
    assert made.state is HandOffState.SET
    assert again(desk, item).state is NoticeState.CAME
    act = lambda: desk.do(hand_offs.hand_off_notice, item.id, told(), "Stefan")  # noqa: E731
    assert refusal(act).code == "E-HND-12"
    desk.undo()
    assert again(desk, item).state is NoticeState.OPEN


def test_another_team_goes_on_where_one_left_off(desk: Desk) -> None:
    first = new_one(desk)
    research = desk.do(add_partner_team, NewTeam(name="Research", notice_days_wanted=7)).result
    second = desk.do(
        hand_offs.continue_hand_off, first.id, research.id, "What the customers say"
    ).result
    assert (second.continues_id, second.account_id) == (first.id, first.account_id)
    assert second.state is HandOffState.DRAFT


def test_their_way_is_used_only_where_it_was_asked_for(desk: Desk) -> None:
    made = new_one(desk)
    noted = desk.do(hand_offs.note_way, made.id, asked=True, used=False).result
    assert (noted.way_asked, noted.way_used) == (True, False)
    noted = desk.do(hand_offs.note_way, made.id, asked=False, used=True).result
    assert (noted.way_asked, noted.way_used) == (False, None)


def test_a_partner_team_is_entered_once(desk: Desk) -> None:
    made = desk.do(add_partner_team, NewTeam(name=" Creative ", measured_on="Reach")).result
    assert (made.name, made.heard_on) == ("Creative", desk.as_of)
    for name in ("creative", " "):
        with pytest.raises(InputError):
            desk.do(add_partner_team, NewTeam(name=name))
