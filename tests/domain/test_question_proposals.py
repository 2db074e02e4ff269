"""The questions a talk is prepared with: of the behaviour, of the stage, not asked just now."""

from dataclasses import replace

import pytest

from coachdesk.domain.playbook import Question
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.question_proposals import Occasion, Standing, proposed
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from tests.domain.making import TODAY, on

TRANSITION, NEED = BehaviourKey.TRANSITION, BehaviourKey.NEED_IDENTIFICATION
COMPARE, USE = SelectionStage.COMPARE, SelectionStage.USE


def question(id, purpose=Purpose.EXPLORE, behaviour=TRANSITION, stage=None, **fields):
    style = QuestionStyle.ASK
    return Question(
        id=id, text=id, purpose=purpose, behaviour=behaviour, style=style, stage=stage, **fields
    )


def ids(bank, **occasion):
    usual = {"focus": TRANSITION, "as_of": TODAY}
    return [each.question.id for each in proposed(bank, Occasion(**usual | occasion))]


BANK = (
    question("need", behaviour=NEED),
    question("compare", stage=COMPARE),
    question("use", stage=USE),
    question("whenever"),
    question("any behaviour", behaviour=None),
    question("promise", Purpose.COMMIT, stage=COMPARE),
    question("back", Purpose.FOLLOW_UP),
    question("before", Purpose.PREPARE),
)
KESTREL = Standing("Kestrel", COMPARE)


@pytest.mark.parametrize(
    ("occasion", "expected"),
    [
        # Nothing is known of customers: the order of the bank, with the purposes mixed.
        ({}, ["compare", "use", "promise"]),
        # At the customer's stage first; a question for another stage comes last.
        ({"standings": (Standing("Halden", USE),)}, ["use", "whenever", "promise"]),
        ({"standings": (KESTREL,)}, ["compare", "whenever", "promise"]),
        # What was worked on before is asked after.
        ({"is_worked_on": True, "standings": (KESTREL,)}, ["back", "compare", "promise"]),
        # Asked four weeks ago is too soon, six weeks ago is not.
        ({"asked": {"compare": on(-28)}}, ["use", "whenever", "promise"]),
        ({"asked": {"use": on(-28), "whenever": on(-50)}}, ["compare", "whenever", "promise"]),
        # Without a behaviour every question fits.
        ({"focus": None}, ["need", "compare", "promise"]),
    ],
)
def test_three_are_proposed_for_what_the_talk_is_about(occasion, expected):
    if occasion.get("standings") == (Standing("Halden", USE),):
        bank = [replace(q, stage=None) if q.id == "promise" else q for q in BANK]
    else:
        bank = BANK
    assert ids(bank, **occasion) == expected


def test_a_favourite_comes_before_the_others_of_its_kind_but_not_of_another_stage():
    bank = [replace(q, is_favourite=q.id in ("whenever", "use")) for q in BANK]
    assert ids(bank, standings=(KESTREL,)) == ["compare", "whenever", "promise"]
    assert "compare" not in ids([*bank, question("new", is_favourite=True)], standings=(KESTREL,))


def test_when_all_of_the_behaviour_were_just_asked_those_that_fit_any_come_first():
    asked = {each.id: on(-7) for each in BANK if each.behaviour is TRANSITION}
    found = ids(BANK, asked=asked | {"compare": on(-35)})
    assert found == ["compare", "any behaviour", "promise"]


def test_a_small_bank_proposes_what_it_has():
    assert ids(BANK[:1]) == ["need"]
    assert ids(()) == []


def test_a_proposal_says_what_speaks_for_it():
    occasion = Occasion(
        focus=TRANSITION, as_of=TODAY, standings=(KESTREL,), asked={"compare": on(-50)}
    )
    compare, whenever, _promise = proposed(BANK, occasion)
    assert (compare.fits_focus, compare.standing, compare.last_asked) == (True, KESTREL, on(-50))
    assert (whenever.standing, whenever.last_asked, whenever.is_lately) == (None, None, False)
