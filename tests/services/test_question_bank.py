"""The question bank in the manager's hands, and the stages of a customer's own choosing."""

import pytest

from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.stage_wordings import StageWording
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.services.desk import Desk
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.question_bank import (
    add_question,
    edit_question,
    favour_question,
    question_bank,
    question_kept,
    reset_question,
    retire_question,
    reword_question,
)
from coachdesk.services.stages import customer_stages, reset_stage, reword_stage
from coachdesk.services.talks import prepare_talk, start_talk
from coachdesk.services.wordings import playbook_of
from coachdesk.views.question_bank import BankFilter, BankQuestion, shown
from tests.services.making import TRANSITION, a_preparation, all_of, planned

SHIPPED = shipped_playbook().questions[0]
COMPARE = SelectionStage.COMPARE


def in_bank(desk: Desk, key: str) -> BankQuestion:
    return next(each for each in desk.ask(question_bank) if each.id == key)


def ids_shown(desk: Desk, **by: object) -> list[str]:
    return [each.id for each in shown(desk.ask(question_bank), BankFilter(**by))]


def test_an_own_question_is_found_by_what_it_is_for(office: Desk) -> None:
    own = office.do(
        add_question, " Who pays,  and why now? ", behaviour=TRANSITION, stage=COMPARE
    ).result
    assert own.text == "Who pays, and why now?"
    assert office.ask(question_kept, own.id).text == own.text
    assert ids_shown(office, words="pays now")[0] == own.key
    assert own.key in ids_shown(office, behaviour=TRANSITION, stage=COMPARE, own=True)
    office.do(
        edit_question,
        own.key,
        "Who pays?",
        purpose=Purpose.COMMIT,
        behaviour=None,
        style=QuestionStyle.SHARE,
        stage=None,
    )
    assert ids_shown(office, own=True, behaviour=TRANSITION) == []
    assert own.key in ids_shown(
        office, words="who pays", purpose=Purpose.COMMIT, style=QuestionStyle.SHARE
    )


def test_a_shipped_question_takes_own_words_and_leaves_no_row_behind(office: Desk) -> None:
    office.do(reword_question, SHIPPED.id, "Which customers do you know least?")
    office.do(favour_question, SHIPPED.id, True)
    assert office.ask(playbook_of).questions[0].text == "Which customers do you know least?"
    assert in_bank(office, SHIPPED.id).is_reworded
    office.do(reset_question, SHIPPED.id)
    assert office.ask(playbook_of).questions[0].text == SHIPPED.text
    assert ids_shown(office, favourites=True) == [SHIPPED.id]
    office.do(favour_question, SHIPPED.id, False)
    assert all_of(office, PlaybookQuestion) == []
    office.undo()
    assert in_bank(office, SHIPPED.id).question.is_favourite


def test_a_retired_question_is_asked_no_more_but_stays_with_its_talks(office: Desk) -> None:
    office.do(retire_question, SHIPPED.id, True)
    playbook = office.ask(playbook_of)
    assert SHIPPED.id not in {each.id for each in playbook.questions}
    assert playbook.question(SHIPPED.id) == SHIPPED
    assert ids_shown(office, retired=True) == [SHIPPED.id]
    office.do(retire_question, SHIPPED.id, False)
    assert office.ask(playbook_of) == shipped_playbook()


def test_the_bank_says_how_often_a_question_was_asked_and_of_whom(office: Desk) -> None:
    talk = planned(office)
    office.do(prepare_talk, talk.id, a_preparation(question_ids=(SHIPPED.id,)))
    assert in_bank(office, SHIPPED.id).asked is None
    office.do(start_talk, talk.id)
    asked = in_bank(office, SHIPPED.id).asked
    assert asked is not None
    assert (asked.times, asked.last_name, asked.last_day) == (1, "Priya", talk.day)


def test_no_question_stands_twice_or_without_words(office: Desk) -> None:
    with pytest.raises(RuleError) as twice:
        office.do(add_question, SHIPPED.text.upper())
    assert twice.value.code == "E-QUE-01"
    with pytest.raises(InputError, match="needs words"):
        office.do(reword_question, SHIPPED.id, "  ")
    with pytest.raises(InputError):
        office.do(add_question, "Why? " * 40)
    with pytest.raises(InputError, match="no longer in the bank"):
        office.do(favour_question, "own-gone", True)


def test_a_shipped_question_stays_where_it_is_sorted(office: Desk) -> None:
    with pytest.raises(RuleError) as refused:
        office.do(
            edit_question,
            SHIPPED.id,
            SHIPPED.text,
            purpose=Purpose.COMMIT,
            behaviour=None,
            style=QuestionStyle.ASK,
            stage=None,
        )
    assert refused.value.code == "E-QUE-02"


def test_a_stage_takes_the_words_of_the_own_funnel_and_is_reset_whole(office: Desk) -> None:
    office.do(reword_stage, COMPARE, funnel_stage="Pitch")
    office.do(reword_stage, COMPARE, coaching_focus=(BehaviourKey.TRANSITION,))
    stage = next(each for each in office.ask(customer_stages) if each.guide.key is COMPARE)
    assert (stage.guide.funnel_stage, stage.guide.focus) == ("Pitch", (TRANSITION,))
    assert stage.guide.title == shipped_playbook().stages[COMPARE].title
    assert stage.is_own
    assert all(each.stage is COMPARE for each in stage.questions)
    office.do(reset_stage, COMPARE)
    office.do(reword_stage, COMPARE, funnel_stage=shipped_playbook().stages[COMPARE].funnel_stage)
    assert all_of(office, StageWording) == []
    assert office.ask(playbook_of) is shipped_playbook()


def test_a_stage_without_a_word_is_refused_in_plain_words(office: Desk) -> None:
    with pytest.raises(InputError, match="Your funnel stage needs at least 1 character"):
        office.do(reword_stage, COMPARE, funnel_stage=" ")


def test_a_stage_names_the_customers_that_stand_there(desk: Desk) -> None:
    stages = desk.ask(customer_stages)
    assert len(stages) == len(SelectionStage)
    assert any(stage.customers for stage in stages)
