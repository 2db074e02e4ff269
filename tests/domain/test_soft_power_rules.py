"""Notices, sorting, and the four figures that describe our side towards a partner team."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from coachdesk.domain import early_access_rules as rules
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.partner_vocabulary import NoticeState, TriageDecision, Verdict, WorkSize
from coachdesk.domain.people import PartnerPerson, PartnerTeam
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.soft_power_rules import Known, figures, late_reps, notice_wanted, works
from tests.domain.making import TODAY, on, refusal

T, V = TriageDecision, Verdict
REP, ACCOUNT = uuid4(), uuid4()
TEAM: Any = PartnerTeam(id=uuid4(), name="Creative")


def a_notice(**fields: Any) -> EarlyAccessItem:
    usual: dict[str, Any] = {
        "id": uuid4(),
        "team_id": TEAM.id,
        "rep_id": REP,
        "account_id": ACCOUNT,
        "what": "Autumn storyboards",
        "likelihood_pct": 50,
        "size": WorkSize.DAYS_1_5,
        "earliest": on(20),
    }
    return EarlyAccessItem(**usual | fields)


def a_request(**fields: Any) -> RequestTriage:
    usual: dict[str, Any] = {
        "id": uuid4(),
        "team_id": TEAM.id,
        "rep_id": REP,
        "account_id": ACCOUNT,
        "request": "Three routes by Friday",
        "day": on(-5),
    }
    return RequestTriage(**usual | fields)


def a_hand_off(day: int = -1, **fields: Any) -> HandOff:
    usual: dict[str, Any] = {
        "id": uuid4(),
        "team_id": TEAM.id,
        "rep_id": REP,
        "account_id": ACCOUNT,
        "need": "A film in two cuts",
        "created_day": on(day),
        "set_day": on(day),
    }
    return HandOff(**usual | fields)


def known(**fields: Any) -> Known:
    return Known(**{"team": TEAM} | fields)


# Notices


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"earliest": on(-1)}, "E-EAR-01"),
        ({"latest": on(19)}, "E-EAR-02"),
        ({"likelihood_pct": 45}, "E-EAR-03"),
        ({"earliest": TODAY, "latest": TODAY}, ""),
    ],
)
def test_a_notice_lies_ahead_in_order_and_in_steps_of_ten(fields: Any, code: str) -> None:
    assert refusal(rules.checked_notice, a_notice(**fields), as_of=TODAY) == code


def test_a_notice_whose_day_has_come_can_still_be_reworded() -> None:
    old = a_notice(earliest=on(-3))
    assert rules.changed(old, replace(old, what="Autumn film"), as_of=TODAY).what == "Autumn film"


def test_what_was_told_is_told_again_after_a_change_and_keeps_its_first_day() -> None:
    first = rules.told(a_notice(), as_of=on(-9))
    assert not rules.needs_telling(first)
    moved = rules.changed(first, replace(first, earliest=on(30)), as_of=TODAY)
    assert rules.is_changed(moved)
    assert rules.needs_telling(moved)
    again = rules.told(moved, as_of=TODAY)
    assert (again.told_day, again.changed_day) == (on(-9), None)
    assert refusal(rules.told, again, as_of=TODAY) == "E-EAR-05"


def test_their_answer_is_no_change_to_tell_them() -> None:
    first = a_notice(told_day=on(-9))
    assert not rules.is_changed(rules.changed(first, replace(first, answer="Fine"), as_of=TODAY))


def test_a_notice_that_is_over_cannot_be_changed() -> None:
    gone = rules.withdrawn(a_notice(told_day=on(-4)), as_of=TODAY)
    assert (gone.state, rules.needs_telling(gone)) == (NoticeState.WITHDRAWN, True)
    assert not rules.needs_telling(rules.withdrawn(a_notice(), as_of=TODAY))
    for step in (rules.came, lambda item: rules.withdrawn(item, as_of=TODAY)):
        assert refusal(step, gone) == "E-EAR-04"
    assert refusal(rules.changed, gone, replace(gone, what="Anew"), as_of=TODAY) == "E-EAR-04"


@pytest.mark.parametrize(("days", "late"), [(15, False), (14, True), (0, True)])
def test_untold_within_two_weeks_is_late(days: int, late: bool) -> None:
    assert rules.is_late_to_tell(a_notice(earliest=on(days)), as_of=TODAY) is late
    assert not rules.is_late_to_tell(a_notice(earliest=on(days), told_day=TODAY), as_of=TODAY)


# Requests


@pytest.mark.parametrize(
    ("urgent", "important", "decision"),
    [
        (2, 1, T.FIRST),
        (1, 0, T.LATER),
        (0, 2, T.LATER),
        (0, 0, T.NOT),
        (None, 2, None),
        (1, None, None),
    ],
)
def test_urgent_and_important_suggest_a_decision(
    urgent: int | None, important: int | None, decision: T | None
) -> None:
    assert rules.suggested(urgent, important) is decision


def test_a_request_without_a_decision_goes_and_is_marked_e_tri_01() -> None:
    went = rules.handed_on(a_request(), on(-2), as_of=TODAY)
    assert rules.went_unsorted(went)
    late = rules.sorted_(went, T.FIRST, "The fair is in May", as_of=TODAY)
    assert rules.went_unsorted(late)
    in_time = rules.sorted_(a_request(), T.LATER, "Nobody is named", as_of=TODAY)
    assert not rules.went_unsorted(rules.handed_on(in_time, TODAY, as_of=TODAY))


def test_sorting_takes_a_reason_and_what_is_not_worth_doing_stays() -> None:
    assert refusal(rules.sorted_, a_request(), T.FIRST, " ", as_of=TODAY) == "E-TRI-02"
    dropped = rules.sorted_(a_request(), T.NOT, "No budget", as_of=TODAY)
    assert refusal(rules.handed_on, dropped, TODAY, as_of=TODAY) == "E-TRI-03"
    assert refusal(rules.handed_on, a_request(), on(-6), as_of=TODAY) == "E-TRI-04"
    assert refusal(rules.handed_on, a_request(), on(1), as_of=TODAY) == "E-TRI-04"


def test_another_reason_later_does_not_make_it_sorted_too_late() -> None:
    went = a_request(decision=T.FIRST, reason="Fair", handed_on=on(-5))
    assert not rules.went_unsorted(rules.sorted_(went, T.LATER, "Moved", as_of=TODAY))


def test_the_team_judges_what_it_has() -> None:
    assert refusal(rules.judged, a_request(), V.DEAD) == "E-TRI-05"
    went = a_request(handed_on=TODAY)
    assert rules.judged(went, V.DEAD).partner_verdict is V.DEAD


# Figures


def test_notice_is_measured_from_the_day_they_were_told_to_the_day_they_were_asked() -> None:
    named = a_notice(told_day=on(-30))
    one = a_hand_off(-2, early_access_item_id=named.id)
    (work,) = works(known(hand_offs=[one], notices=[named]), as_of=TODAY)
    assert work.notice_days == 28


def test_without_a_name_the_newest_notice_of_that_customer_and_rep_counts() -> None:
    notices = [
        a_notice(told_day=on(-40)),
        a_notice(told_day=on(-12)),
        a_notice(told_day=on(-1)),  # too late for it
        a_notice(told_day=on(-3), account_id=uuid4()),
        a_notice(told_day=on(-3), state=NoticeState.WITHDRAWN),
    ]
    (work,) = works(known(hand_offs=[a_hand_off(-2)], notices=notices), as_of=TODAY)
    assert work.notice_days == 10


def test_a_notice_another_hand_off_names_and_one_never_told_are_no_notice() -> None:
    named, untold = a_notice(told_day=on(-30)), a_notice()
    hand_offs = [
        a_hand_off(-9, early_access_item_id=named.id),
        a_hand_off(-2),
        a_hand_off(-1, early_access_item_id=untold.id),
    ]
    found = works(known(hand_offs=hand_offs, notices=[named, untold]), as_of=TODAY)
    assert [work.notice_days for work in found] == [21, 0, 0]


def test_early_access_counts_what_reached_the_wanted_notice_and_knows_the_median() -> None:
    team = replace(TEAM, notice_days_wanted=10)
    notices = [a_notice(told_day=on(-d)) for d in (30, 22, 12)]
    hand_offs = [
        a_hand_off(-d, early_access_item_id=notice.id)
        for d, notice in zip((5, 12, 9), notices, strict=True)
    ]
    found = figures(known(team=team, hand_offs=hand_offs, notices=notices), as_of=TODAY)
    assert (found.early_access.x, found.early_access.n, found.median_notice) == (2, 3, 10)
    assert notice_wanted(TEAM) == 7


def test_a_request_and_the_hand_off_it_led_to_are_one_piece_of_work() -> None:
    request = a_request(handed_on=on(-5), decision=T.FIRST, reason="Fair", way_asked=True)
    led = a_hand_off(-2, request_triage_id=request.id)
    found = figures(known(hand_offs=[led], requests=[request]), as_of=TODAY)
    assert (found.voice.x, found.voice.n, found.qualified_work.n) == (1, 1, 1)
    assert [
        work.day for work in works(known(hand_offs=[led], requests=[request]), as_of=TODAY)
    ] == [on(-5)]


def test_empathy_is_knowing_the_person_or_having_heard_the_team_by_then() -> None:
    dana: Any = PartnerPerson(
        id=uuid4(), name="Dana", team_id=TEAM.id, value_we_know="Sees the film in a brief"
    )
    nora: Any = PartnerPerson(id=uuid4(), name="Nora", team_id=TEAM.id)
    team = replace(TEAM, measured_on="Films on the agreed day", heard_on=on(-10))
    hand_offs = [
        a_hand_off(-20, partner_person_id=dana.id),
        a_hand_off(-20, partner_person_id=nora.id),
        a_hand_off(-10, partner_person_id=nora.id),
    ]
    of = known(team=team, people=[dana, nora], hand_offs=hand_offs)
    assert sum(good for _work, good in figures(of, as_of=TODAY).empathy.evidence) == 2


def test_qualified_work_stands_beside_the_partners_own_verdict() -> None:
    requests = [
        a_request(handed_on=on(-3), decision=T.FIRST, partner_verdict=V.WORTH_IT),
        a_request(handed_on=on(-3), decision=T.LATER, partner_verdict=V.DEAD),
        a_request(handed_on=on(-3), decision=T.FIRST),
        a_request(handed_on=on(-3), partner_verdict=V.DEAD),
        a_request(decision=T.NOT),  # never went
        a_request(handed_on=on(-200), day=on(-200), decision=T.FIRST),  # long ago
    ]
    found = figures(known(requests=requests), as_of=TODAY)
    assert (found.qualified_work.x, found.qualified_work.n) == (3, 4)
    assert (found.agreed, found.judged) == (1, 2)


@pytest.mark.parametrize(
    ("n", "good", "quarters", "needs"),
    [(7, 7, None, 1), (8, 8, 4, 0), (8, 1, 1, 0), (9, 5, 2, 0), (16, 1, 0, 0), (0, 0, None, 8)],
)
def test_quarters_are_drawn_from_eight_on(
    n: int, good: int, quarters: int | None, needs: int
) -> None:
    hand_offs = [a_hand_off(-d - 1, way_asked=d < good) for d in range(n)]
    voice = figures(known(hand_offs=hand_offs), as_of=TODAY).voice
    assert (voice.n, voice.x, voice.quarters, voice.needs) == (n, good, quarters, needs)


def test_two_late_of_the_last_three_is_a_question_to_the_rep_one_is_not() -> None:
    early = a_notice(told_day=on(-60))

    def late_of(*hand_offs: HandOff) -> dict[UUID, int]:
        found = works(known(hand_offs=hand_offs, notices=[early]), as_of=TODAY)
        return {rep: len(late) for rep, late in late_reps((w, 7) for w in found).items()}

    good = a_hand_off(-1, early_access_item_id=early.id)
    assert late_of(a_hand_off(-3), a_hand_off(-2), good) == {REP: 2}
    assert late_of(a_hand_off(-9), a_hand_off(-8), a_hand_off(-2), good) == {REP: 2}
    assert late_of(a_hand_off(-2), good) == {}
