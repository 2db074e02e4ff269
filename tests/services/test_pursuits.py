"""An opportunity scored, decided on with its team, looked at again, and let go."""

from dataclasses import replace

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.partner_vocabulary import PursuitChoice
from coachdesk.domain.pursuit_rules import PursuitState
from coachdesk.domain.vocabulary import OpportunityResult
from coachdesk.services.desk import Desk
from coachdesk.services.opportunities import OpportunityDraft, add_opportunity, close_opportunity
from coachdesk.services.playbook import pursuit_guide
from coachdesk.services.pursuits import (
    PursuitDraft,
    decide_pursuit,
    due_pursuits,
    member_called,
    pursuit_page,
)
from tests.services.making import account_called, again, on, refused

STRONG = (2, 2, 2, 1, 1, 0, 1, 1, 1, 1, 1, 0)


def a_deal(office: Desk) -> Opportunity:
    account_id = account_called(office, "Cobalt").id
    draft = OpportunityDraft(title="Line 2", account_id=account_id, opened_day=on(-9))
    made: Opportunity = office.do(add_opportunity, draft).result
    return made


def test_a_decision_keeps_the_suggestion_beside_what_was_decided(office):
    deal = a_deal(office)
    member = office.ask(member_called, "Priya", "Leads the talks", to_day=on(30))
    draft = PursuitDraft(
        scores=STRONG, decision=PursuitChoice.PURSUE, reason="Need is clear", members=(member,)
    )
    made = office.do(decide_pursuit, deal.id, draft).result
    assert (made.suggestion, made.decision) == (PursuitChoice.PURSUE, PursuitChoice.PURSUE)
    page = office.ask(pursuit_page, deal.id)
    assert (page.state, page.scores) == (PursuitState.PURSUE, STRONG)
    assert [(each.part, name) for each, name in page.members] == [
        ("Leads the talks", "Priya Raman")
    ]
    assert [(each.offence, each.defence) for each in page.earlier] == [(8, 5)]
    held = replace(
        draft, decision=PursuitChoice.HOLD, fact="Who holds the budget?", decide_by=on(3)
    )
    office.do(decide_pursuit, deal.id, held)
    page = office.ask(pursuit_page, deal.id)
    assert page.state is PursuitState.HOLD
    assert [each.decision for each in page.earlier] == [PursuitChoice.HOLD]  # one a day
    office.undo()
    assert office.ask(pursuit_page, deal.id).state is PursuitState.PURSUE


def test_what_is_held_is_looked_at_again_on_its_day(office, clock):
    deal = a_deal(office)
    draft = PursuitDraft(
        scores=STRONG, decision=PursuitChoice.HOLD, fact="Who holds the budget?", decide_by=on(3)
    )
    office.do(decide_pursuit, deal.id, draft)
    assert office.ask(due_pursuits) == ()
    clock.wait(days=3)
    office.do(decide_pursuit, deal.id, replace(draft, decision=None, fact="", decide_by=None))
    page = office.ask(pursuit_page, deal.id)
    assert [each.decision for each in page.earlier] == [None, PursuitChoice.HOLD]
    (due,) = office.ask(due_pursuits)
    assert (due.opportunity_id, due.account, due.fact) == (
        deal.id,
        "Cobalt",
        "Who holds the budget?",
    )
    office.do(close_opportunity, deal.id, OpportunityResult.LOST, on(3))
    assert office.ask(due_pursuits) == ()


def test_letting_go_ends_the_opportunity_and_undo_brings_it_back(office):
    deal = a_deal(office)
    draft = PursuitDraft(
        scores=STRONG, decision=PursuitChoice.RELEASE, reason="Nobody decides", team_told=False
    )
    assert refused(lambda: office.do(decide_pursuit, deal.id, draft)) == "E-PUR-05"
    assert again(office, deal) == deal
    office.do(decide_pursuit, deal.id, replace(draft, team_told=True))
    ended = again(office, deal)
    assert (ended.result, ended.closed_day) == (OpportunityResult.RELEASED, on(0))
    assert refused(lambda: office.do(decide_pursuit, deal.id, draft)) == "E-PUR-07"
    office.undo()
    assert again(office, deal) == deal


def test_a_member_is_a_team_or_a_rep_that_is_known(office):
    with pytest.raises(InputError, match="no partner team and no rep"):
        office.ask(member_called, "Nobody", "Proposal")


def test_the_guide_has_twelve_criteria_and_a_reading_for_each_choice():
    guide = pursuit_guide()
    assert [each.id for each in guide.criteria] == [f"{c}{n}" for c in "OD" for n in range(1, 7)]
    assert all(guide.reading(choice) for choice in PursuitChoice)
