"""Offence and defence of an opportunity, what they suggest, and what a decision asks for."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from coachdesk.domain import pursuit_rules as rules
from coachdesk.domain.errors import RuleError
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.partner_vocabulary import PursuitChoice
from coachdesk.domain.pursuit_rules import PursuitState
from coachdesk.domain.pursuits import PursuitDecision, PursuitMember
from coachdesk.domain.vocabulary import OpportunityResult

TODAY = date(2026, 3, 10)
PURSUE, HOLD, RELEASE = PursuitChoice.PURSUE, PursuitChoice.HOLD, PursuitChoice.RELEASE
DEAL = Opportunity(id=uuid4(), account_id=uuid4(), title="Line 2", opened_day=TODAY)


def scored(offence: int, defence: int) -> tuple[int, ...]:
    """Six scores that sum up to each."""
    return tuple(min(2, max(0, total - 2 * at)) for total in (offence, defence) for at in range(6))


def decided(choice: PursuitChoice | None = None, **fields: object) -> PursuitDecision:
    known: dict[str, object] = {
        "id": uuid4(),
        "opportunity_id": DEAL.id,
        "day": TODAY,
        "scores": scored(8, 5),
        "decision": choice,
        "reason": "Confirmed need",
        "members": (PursuitMember(team_id=uuid4(), part="Proposal"),),
        "fact": "Who holds the budget?",
        "decide_by": TODAY + timedelta(days=1),
        "team_told": True,
    }
    return PursuitDecision(**{**known, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("offence", "defence", "expected"),
    [
        (8, 5, PURSUE),
        (12, 0, PURSUE),
        (8, 6, HOLD),
        (7, 5, HOLD),
        (7, 7, HOLD),
        (5, 8, RELEASE),
        (0, 12, RELEASE),
        (6, 8, HOLD),
        (5, 7, HOLD),
        (12, 12, HOLD),
        (0, 0, HOLD),
    ],
)
def test_the_two_sums_suggest_one_of_three(
    offence: int, defence: int, expected: PursuitChoice
) -> None:
    scores = scored(offence, defence)
    assert rules.sums(scores) == rules.Sums(offence, defence)
    assert rules.suggestion(scores) is expected


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (decided(), ""),
        (decided(reason="", fact=None, decide_by=None, members=(), team_told=False), ""),
        (decided(scores=(1,) * 11), "E-PUR-02"),
        (decided(scores=(1,) * 11 + (3,)), "E-PUR-02"),
        (decided(PURSUE), ""),
        (decided(PURSUE, members=()), "E-PUR-03"),
        (decided(PURSUE, reason="    "), "E-PUR-03"),
        (decided(HOLD), ""),
        (decided(HOLD, reason=""), ""),
        (decided(HOLD, fact=" "), "E-PUR-04"),
        (decided(HOLD, decide_by=None), "E-PUR-04"),
        (decided(HOLD, decide_by=TODAY), "E-PUR-04"),
        (decided(RELEASE), ""),
        (decided(RELEASE, team_told=False), "E-PUR-05"),
        (decided(RELEASE, reason="no"), "E-PUR-05"),
    ],
)
def test_a_decision_says_what_its_kind_asks_for(made: PursuitDecision, code: str) -> None:
    if not code:
        rules.check_decision(DEAL, made, as_of=TODAY)
        return
    with pytest.raises(RuleError) as refused:
        rules.check_decision(DEAL, made, as_of=TODAY)
    assert refused.value.code == code
    assert refused.value.next_step


@pytest.mark.parametrize("result", [each for each in OpportunityResult if each != "open"])
def test_what_has_ended_is_decided_no_more(result: OpportunityResult) -> None:
    ended = replace(DEAL, result=result)
    with pytest.raises(RuleError) as refused:
        rules.check_decision(ended, decided(PURSUE), as_of=TODAY)
    assert refused.value.code == "E-PUR-07"
    assert rules.state_of(ended, [decided(PURSUE)]) == result.value


def test_the_newest_decision_is_in_force_and_a_scoring_alone_is_none() -> None:
    old = decided(HOLD, day=TODAY - timedelta(days=3))
    assert rules.state_of(DEAL, []) is PursuitState.OPEN
    assert rules.state_of(DEAL, [decided()]) is PursuitState.OPEN
    assert rules.state_of(DEAL, [decided(PURSUE), old]) is PursuitState.PURSUE
    assert rules.state_of(DEAL, [old, decided()]) is PursuitState.HOLD
    assert rules.released(DEAL, TODAY).result is OpportunityResult.RELEASED


def test_a_held_one_is_due_on_its_day() -> None:
    assert rules.is_due(decided(HOLD, decide_by=TODAY), as_of=TODAY)
    assert not rules.is_due(decided(HOLD), as_of=TODAY)
    assert not rules.is_due(decided(PURSUE, decide_by=None), as_of=TODAY)
