"""Who holds which promise, as sentences; what hangs on it; read in a fixed number of statements."""

from typing import Any

import pytest

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import AskThread
from coachdesk.domain.errors import InputError
from coachdesk.domain.hand_off_rules import Expectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam
from coachdesk.domain.vocabulary import AskForm, Cause, Gain, ShareKind, Side
from coachdesk.services import asks, batons
from coachdesk.services import hand_offs as commands
from coachdesk.services.desk import Desk
from coachdesk.services.partners import hand_off_page
from tests.services.making import all_of, on, reads_by, rep_called
from tests.store.making import FakeClock


def handed_over(desk: Desk, *, name: str = "Priya", days: int = 5, **fields: Any) -> HandOff:
    rep = rep_called(desk, name)
    cobalt = next(a for a in all_of(desk, Account) if a.name.startswith("Cobalt"))
    (person,) = all_of(desk, PartnerPerson)
    planned = desk.do(
        commands.plan_hand_off,
        rep_id=rep.id,
        account_id=cobalt.id,
        team_id=person.team_id,
        need="One price for two countries",
        **fields,
    ).result
    told = Expectation(text="An offer", due_day=on(days), partner_person_id=person.id)
    return desk.do(commands.set_expectation, planned.id, told).result


def team_name(desk: Desk) -> str:
    (person,) = all_of(desk, PartnerPerson)
    return next(t.name for t in all_of(desk, PartnerTeam) if t.id == person.team_id)


def the_words(desk: Desk) -> list[str]:
    return [line.words for line in batons.team_batons(desk)]


def test_the_sentence_says_holder_days_break_and_the_request_not_met(
    office: Desk, clock: FakeClock
) -> None:
    made = handed_over(office, value_reason="Wants one bill")
    noted = office.do(batons.ask_about, made.id, "Call Stefan before the customer does").result
    terms = AskTerms(form=AskForm.QUESTION, how="By phone", due_day=on(2), help_none=True)
    office.do(asks.agree_ask, noted.id, terms)
    clock.wait(days=9)
    office.do(asks.close_ask_unmet, noted.id, "No time", "")
    assert the_words(office) == [
        f"Cobalt: with {team_name(office)} for 9 days, agreed 5, not accepted yet, "
        "breaks at transition, your request of 10 March not met"
    ]


def test_a_promise_goes_from_hand_to_hand(office: Desk, clock: FakeClock) -> None:
    made = handed_over(office)
    team = team_name(office)
    office.do(commands.accept_hand_off, made.id)
    assert the_words(office) == [f"Cobalt: with {team} since today, agreed 5"]
    clock.wait(days=6)
    assert the_words(office)[0].endswith("for 6 days, agreed 5, breaks at follow-through")
    office.do(commands.miss_hand_off, made.id, Cause.PARTNER_CAPACITY)
    office.do(commands.meet_hand_off_late, made.id)
    assert the_words(office) == [
        "Cobalt: delivered, with Priya since today to ask what the three got"
    ]
    office.do(commands.mark_all_win, made.id, dict.fromkeys(Side, Gain.WON))
    assert the_words(office) == ["Cobalt: all three won"]
    clock.wait(days=31)
    assert the_words(office) == []


def test_each_rep_sees_the_own_lines(office: Desk) -> None:
    own = handed_over(office)
    other = handed_over(office, name="Tom")
    assert [line.id for line in batons.batons_of(office, own.rep_id)] == [own.id]
    assert [line.id for line in batons.batons_of(office, other.rep_id)] == [other.id]


def test_what_is_shared_hangs_on_the_line_too(office: Desk) -> None:
    made = handed_over(office)
    office.do(batons.share_about, made.id, ShareKind.STORY, "Two bills once cost us a customer.")
    (line,) = batons.team_batons(office)
    assert line.shares == 1
    page = hand_off_page(office, made.id)
    assert page is not None
    assert page.hanging == "1 share"


def test_a_request_hangs_on_a_hand_off_of_the_same_rep(office: Desk) -> None:
    own, other = handed_over(office), handed_over(office, name="Tom")
    noted = office.do(asks.note_ask, rep_id=own.rep_id, text="Call Stefan").result
    with pytest.raises(InputError) as refused:
        office.do(batons.hang_thread, noted.thread_id, other.id)
    assert "another rep" in refused.value.message
    office.do(batons.hang_thread, noted.thread_id, own.id)
    (thread,) = all_of(office, AskThread)
    assert thread.hand_off_id == own.id
    assert office.do(batons.hang_thread, noted.thread_id, None).result.hand_off_id is None


def test_the_number_of_reads_does_not_grow(office: Desk) -> None:
    handed_over(office)
    few = reads_by(office, lambda: batons.team_batons(office))
    for _time in range(9):
        made = handed_over(office, name="Tom")
        office.do(batons.ask_about, made.id, "Call Stefan")
    assert reads_by(office, lambda: batons.team_batons(office)) == few
    assert len(batons.team_batons(office)) == 10
