"""The steps of a warm introduction, and what is refused."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from coachdesk.domain import introduction_rules as rules
from coachdesk.domain.errors import RuleError
from coachdesk.domain.introduction_rules import Move, Stage
from coachdesk.domain.marketing import WarmIntroduction
from coachdesk.domain.partner_vocabulary import IntroductionResult

TODAY = date(2026, 3, 10)
R = IntroductionResult


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def known(**fields: Any) -> WarmIntroduction:
    return WarmIntroduction(
        id=uuid4(), account_id=uuid4(), from_team_id=uuid4(), rep_id=uuid4(), **fields
    )


def made(day: int = 0, **fields: Any) -> WarmIntroduction:
    return known(offered_day=on(day), made_day=on(day), **fields)


def refusal(act: Callable[[], object]) -> tuple[str, bool]:
    with pytest.raises(RuleError) as caught:
        act()
    return caught.value.code, bool(caught.value.next_step)


def test_an_introduction_goes_from_known_to_word_back() -> None:
    one = known()
    seen = [rules.stage_of(one)]
    one = rules.asked(one, on(-9), as_of=TODAY)
    seen.append(rules.stage_of(one))
    one = rules.offered(one, on(-7), as_of=TODAY)
    seen.append(rules.stage_of(one))
    one = rules.made(one, on(-6), as_of=TODAY)
    seen.append(rules.stage_of(one))
    one = rules.spoken(one, on(-2), as_of=TODAY)
    one = rules.answered(one, R.NEED, " A second site ", months_saved=4)
    seen.append(rules.stage_of(one))
    assert seen == list(Stage)
    assert (one.result_note, one.months_saved) == ("A second site", 4)
    one = rules.told(one, "They opened the second site to us", TODAY, as_of=TODAY)
    assert one.word_back_day == TODAY
    assert not rules.owes_word_back(one, TODAY)


def test_who_knows_a_customer_may_offer_unasked() -> None:
    assert rules.offered(known(), TODAY, as_of=TODAY).offered_day == TODAY


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda: rules.asked(known(), on(1), as_of=TODAY), "E-WIN-01"),
        (lambda: rules.offered(known(), on(1), as_of=TODAY), "E-WIN-01"),
        (lambda: rules.made(known(offered_day=on(0)), on(1), as_of=TODAY), "E-WIN-01"),
        (lambda: rules.spoken(made(), on(1), as_of=TODAY), "E-WIN-01"),
        (lambda: rules.told(made(), "Thanks", on(1), as_of=TODAY), "E-WIN-01"),
        (lambda: rules.asked(known(asked_day=on(-1)), on(0), as_of=TODAY), "E-WIN-02"),
        (lambda: rules.offered(made(), on(0), as_of=TODAY), "E-WIN-02"),
        (lambda: rules.made(made(), on(0), as_of=TODAY), "E-WIN-02"),
        (lambda: rules.offered(known(asked_day=on(-1)), on(-2), as_of=TODAY), "E-WIN-03"),
        (lambda: rules.made(known(asked_day=on(-1)), on(0), as_of=TODAY), "E-WIN-04"),
        (lambda: rules.made(known(offered_day=on(-1)), on(-2), as_of=TODAY), "E-WIN-04"),
        (lambda: rules.answered(known(offered_day=on(-1)), R.MEETING), "E-WIN-05"),
        (lambda: rules.answered(made(), R.NOTHING, months_saved=2), "E-WIN-05"),
        (lambda: rules.spoken(known(), on(0), as_of=TODAY), "E-WIN-06"),
        (lambda: rules.spoken(made(-1), on(-2), as_of=TODAY), "E-WIN-06"),
        (lambda: rules.paced(made(-1), "soon", on(-2)), "E-WIN-06"),
        (lambda: rules.told(known(), "Thanks", on(0), as_of=TODAY), "E-WIN-07"),
        (lambda: rules.told(made(), "  ", on(0), as_of=TODAY), "E-WIN-07"),
    ],
)
def test_what_cannot_be_is_refused_with_a_way_out(act: Callable[[], object], code: str) -> None:
    assert refusal(act) == (code, True)


def test_the_agreed_pace_is_late_only_while_nobody_spoke() -> None:
    assert rules.is_talk_late(made(-9, problem_talk_by=on(-1)), TODAY)
    assert not rules.is_talk_late(made(-9, problem_talk_by=on(0)), TODAY)
    assert not rules.is_talk_late(made(-9, problem_talk_by=on(-1), problem_talk_day=on(0)), TODAY)
    assert not rules.is_talk_late(made(-9, problem_talk_by=on(-1), result=R.NOTHING), TODAY)


def test_word_back_is_owed_after_two_weeks_or_once_a_result_is_known() -> None:
    assert not rules.owes_word_back(made(-13), TODAY)
    assert rules.owes_word_back(made(-14), TODAY)
    assert rules.owes_word_back(made(-1, result=R.NOTHING), TODAY)
    assert not rules.owes_word_back(known(offered_day=on(-30)), TODAY)
    assert not rules.owes_word_back(made(-30, word_back="Thanks", word_back_day=on(-1)), TODAY)


def test_only_a_need_becomes_a_hand_off() -> None:
    assert Move.HAND_OFF in rules.moves_of(made(result=R.NEED))
    assert Move.HAND_OFF not in rules.moves_of(made(result=R.MEETING))
    assert Move.SPEAK not in rules.moves_of(made(problem_talk_day=TODAY))
