"""What a talk's preparation proposes to ask, and the reasons it gives."""

from dataclasses import replace
from typing import Any

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.vocabulary import HandOffState, SelectionStage
from coachdesk.services.desk import Desk
from coachdesk.services.opportunities import OpportunityDraft, add_opportunity
from coachdesk.services.question_bank import (
    add_question,
    favour_question,
    retire_question,
    reword_question,
)
from coachdesk.services.talk_pages import run_page
from coachdesk.services.talk_questions import bank_for, questions_for
from coachdesk.services.talks import end_talk, prepare_talk, start_talk
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.talk_pages import QuestionRow
from tests.services.making import (
    TRANSITION,
    a_preparation,
    account_called,
    on,
    planned,
    reads_by,
    seen,
)

COMPARE = SelectionStage.COMPARE


def offered(desk: Desk, talk: Any, focus: Any = TRANSITION) -> tuple[QuestionRow, ...]:
    return desk.ask(questions_for, talk.id, focus).rows


def deal(desk: Desk, customer: str, stage: SelectionStage, days: int = -30) -> None:
    account = account_called(desk, customer)
    draft = OpportunityDraft(
        title="Second line", account_id=account.id, stage=stage, opened_day=on(days)
    )
    desk.do(add_opportunity, draft)


def hand_off(work: UnitOfWork, customer: str) -> None:
    work.put(
        HandOff(
            id=work.new_id(HandOff),
            rep_id=work.find(Rep, first_name="Priya")[0].id,
            account_id=work.find(Account, name=customer)[0].id,
            team_id=work.find(PartnerTeam)[0].id,
            need="A second line by June",
            created_day=on(-20),
            state=HandOffState.DRAFT,
        )
    )


def test_three_of_the_behaviour_are_proposed_with_their_reason(office: Desk) -> None:
    found = offered(office, planned(office))
    assert [row.behaviour for row in found] == [TRANSITION] * 3
    assert all(row.why == "Fits “Transition”; not asked yet" for row in found)
    assert {row.hint for row in found} == {"explore", "commit"}


def test_the_customers_of_the_talk_say_which_stage_counts(office: Desk) -> None:
    deal(office, "Cobalt", COMPARE)
    assert "Cobalt" not in offered(office, planned(office))[0].why
    seen(office, (TRANSITION, 2), account="Cobalt")
    found = offered(office, planned(office))
    assert found[0].why == "Fits “Compares options”: Cobalt is there; not asked yet"
    lines = office.ask(questions_for, planned(office).id, TRANSITION).stage_lines
    assert lines[0].startswith("Cobalt, “Compares options”: Message per role;")
    office.do(hand_off, "Birch")
    deal(office, "Birch", COMPARE)
    assert "Birch is there" in offered(office, planned(office))[0].why


def test_what_was_asked_lately_gives_way_to_the_others(office: Desk) -> None:
    talk = planned(office)
    first = offered(office, talk)[0]
    office.do(prepare_talk, talk.id, a_preparation(question_ids=(first.id,), focus=TRANSITION))
    office.do(start_talk, talk.id)
    office.do(end_talk, talk.id)
    now = offered(office, planned(office, day=on(7)))
    assert first.id not in {row.id for row in now}
    assert now[0].hint == "follow up"
    bank = office.ask(bank_for, planned(office, day=on(14)).id, TRANSITION)
    asked = next(row for row in bank if row.id == first.id)
    assert asked.why == "Fits “Transition”; asked today"


def test_own_words_and_favourites_are_proposed_and_retired_ones_are_not(office: Desk) -> None:
    talk = planned(office)
    first, second, _third = offered(office, talk)
    office.do(reword_question, first.id, "What would Stefan have needed?")
    office.do(retire_question, second.id, True)
    own = office.do(add_question, "Who leads from here?", behaviour=TRANSITION).result
    office.do(favour_question, own.key, True)
    found = {row.id: row for row in offered(office, talk)}
    assert second.id not in found
    assert found[own.key].why == "Fits “Transition”; a favourite of yours; not asked yet"
    office.do(prepare_talk, talk.id, a_preparation(question_ids=(first.id, second.id)))
    assert office.ask(run_page, talk.id).questions == (
        "What would Stefan have needed?",
        second.text,
    )


def test_any_other_question_can_be_taken_and_stays_below_the_proposals(office: Desk) -> None:
    talk = planned(office)
    other = office.ask(bank_for, talk.id, TRANSITION)[-1]
    office.do(prepare_talk, talk.id, a_preparation(question_ids=(other.id,)))
    before, after = offered(office, replace(talk)), offered(office, talk)
    assert [row.id for row in after][3:] == [other.id]
    assert before == after


def test_the_proposals_read_as_often_whatever_is_stored(office: Desk) -> None:
    talk = planned(office)
    few = reads_by(office, lambda: offered(office, talk))
    for n in range(4):
        deal(office, "Cobalt", COMPARE, -30 - n)
        seen(office, (TRANSITION, 2), account="Cobalt")
        office.do(add_question, f"What next, {n}?")
    assert reads_by(office, lambda: offered(office, talk)) == few
