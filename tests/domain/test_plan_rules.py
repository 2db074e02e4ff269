"""A coaching plan: one at a time, begun with a value that stays, ended with a reason."""

from dataclasses import replace
from uuid import uuid4

import pytest

from coachdesk.domain import plan_rules
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Settings
from coachdesk.domain.plan_rules import RatedDay, Since
from coachdesk.domain.plans import CoachingPlan, PlanSession
from coachdesk.domain.vocabulary import BehaviourKey, PlanStop, TalkState
from tests.domain.making import TODAY, a_talk, on, refusal

REP = uuid4()


def a_plan(**fields):
    usual = {
        "id": uuid4(),
        "rep_id": REP,
        "behaviour_key": BehaviourKey.TRANSITION,
        "good_looks_like": "The partner knows issue, people and date first",
        "start_day": on(-30),
        "start_x": 1,
        "start_n": 7,
    }
    return CoachingPlan(**usual | fields)


def a_stopped_plan(**fields):
    return a_plan(stop_reason=PlanStop.REACHED, stopped_day=on(-1), **fields)


def ratings(*values, first=-20, step=4):
    return [RatedDay(on(first + step * n), value, uuid4()) for n, value in enumerate(values)]


@pytest.mark.parametrize(
    ("plans", "code"),
    [([], ""), ([a_stopped_plan()], ""), ([a_stopped_plan(), a_plan()], "E-PLA-02")],
)
def test_a_rep_has_one_plan_at_a_time(plans, code):
    assert refusal(plan_rules.check_start, plans) == code


@pytest.mark.parametrize("planned", [3, 7])
def test_a_plan_outside_four_to_six_one_on_ones_is_refused_with_the_range(planned):
    with pytest.raises(InputError, match="between 4 and 6"):
        a_plan(sessions_planned=planned)


@pytest.mark.parametrize(
    ("reason", "note", "code"),
    [
        (None, "We go on with something else", "E-PLA-01"),
        (PlanStop.CHANGED, "", "E-PLA-01"),
        (PlanStop.CHANGED, "  so ", "E-PLA-01"),
        (PlanStop.DROPPED, "", "E-PLA-01"),
        (PlanStop.DROPPED, "Other accounts now", ""),
        (PlanStop.CHANGED, "Value first", ""),
        (PlanStop.REACHED, "", ""),
        (PlanStop.REACHED, "Held for two months", ""),
    ],
)
def test_a_plan_stops_with_a_reason(reason, note, code):
    assert refusal(plan_rules.stopped, a_plan(), reason, note, as_of=TODAY) == code


def test_a_stopped_plan_keeps_its_reason_its_words_and_its_day():
    plan = plan_rules.stopped(a_plan(), PlanStop.DROPPED, " Other accounts now ", as_of=TODAY)
    assert (plan.stop_reason, plan.stop_note, plan.stopped_day) == (
        PlanStop.DROPPED,
        "Other accounts now",
        TODAY,
    )
    assert refusal(plan_rules.stopped, plan, PlanStop.REACHED, "", as_of=TODAY) == "E-PLA-04"
    assert refusal(plan_rules.reworded, plan, "Something else", 5) == "E-PLA-04"


def test_other_words_leave_the_start_as_it_was():
    plan = plan_rules.reworded(a_plan(), " Says who is coming and why ", 6)
    assert (plan.good_looks_like, plan.sessions_planned) == ("Says who is coming and why", 6)
    assert (plan.start_day, plan.start_x, plan.start_n) == (on(-30), 1, 7)


@pytest.mark.parametrize(
    ("state", "day", "rep_id", "code"),
    [
        (TalkState.HELD, -10, REP, ""),
        (TalkState.WRAPPED_UP, -30, REP, ""),
        (TalkState.RUNNING, 0, REP, ""),
        (TalkState.HELD, -31, REP, "E-PLA-03"),
        (TalkState.HELD, -10, uuid4(), "E-PLA-03"),
        (TalkState.PLANNED, 5, REP, "E-PLA-03"),
        (TalkState.CANCELLED, -10, REP, "E-PLA-03"),
        (TalkState.MOVED, -10, REP, "E-PLA-03"),
    ],
)
def test_what_was_tried_belongs_to_a_talk_that_took_place_under_the_plan(state, day, rep_id, code):
    talk = a_talk(state=state, day=on(day), rep_id=rep_id)
    assert refusal(plan_rules.with_tried, a_plan(), talk, "By phone") == code


def test_what_was_tried_is_changed_in_its_place_and_taken_out_by_empty_words():
    first, second = (a_talk(state=TalkState.HELD, day=on(day), rep_id=REP) for day in (-20, -10))
    plan = plan_rules.with_tried(a_plan(), first, "By phone")
    plan = plan_rules.with_tried(plan, second, "Checklist")
    plan = plan_rules.with_tried(plan, first, " Three sentences by phone ")
    assert [each.tried for each in plan.sessions] == ["Three sentences by phone", "Checklist"]
    plan = plan_rules.with_tried(plan, first, " ")
    assert [each.session_id for each in plan.sessions] == [second.id]


def test_what_was_tried_is_written_also_after_the_plan_stopped_but_for_its_own_time():
    talk = a_talk(state=TalkState.HELD, day=on(-5), rep_id=REP)
    late = replace(talk, id=uuid4(), day=TODAY)
    assert refusal(plan_rules.with_tried, a_stopped_plan(), talk, "By phone") == ""
    assert refusal(plan_rules.with_tried, a_stopped_plan(), late, "By phone") == "E-PLA-03"


def test_a_talk_ahead_belongs_to_the_running_plan_and_a_past_one_to_that_of_its_day():
    old, new = a_stopped_plan(), a_plan(start_day=on(-1))
    ahead = a_talk(rep_id=REP, day=on(7))
    past = a_talk(rep_id=REP, day=on(-10), state=TalkState.WRAPPED_UP)
    assert plan_rules.plan_of_talk([old, new], ahead) is new
    assert plan_rules.plan_of_talk([old, new], past) is old
    assert plan_rules.plan_of_talk([old], ahead) is None
    ended_today = replace(old, stopped_day=TODAY)
    assert plan_rules.plan_of_talk([ended_today], a_talk(rep_id=REP)) is None


def test_on_the_day_of_a_change_the_plan_that_holds_the_entry_has_the_talk():
    talk = a_talk(rep_id=REP, day=on(-1), state=TalkState.HELD)
    entry = (PlanSession(session_id=talk.id, tried="By phone"),)
    old, new = a_stopped_plan(sessions=entry), a_plan(start_day=on(-1))
    assert plan_rules.plan_of_talk([old, new], talk) is old
    assert plan_rules.plan_of_talk([replace(old, sessions=()), new], talk) is new


def test_the_start_value_counts_the_window_and_the_first_day_and_the_since_figure_what_follows():
    found = [RatedDay(on(day), value) for day, value in ((-183, 5), (-182, 5), (0, 3), (1, 4))]
    assert plan_rules.start_value(found, on(0), 182) == (0, 1)
    assert plan_rules.start_value(found, on(-1), 182) == (1, 1)
    assert plan_rules.since(a_plan(start_day=on(0)), found) == Since(1, 1, 0, 1)


def test_ratings_after_the_stop_no_longer_count_for_the_plan():
    found = [RatedDay(on(day), 5) for day in (-30, -29, -1, 0)]
    assert plan_rules.since(a_stopped_plan(), found).n == 2


@pytest.mark.parametrize(
    ("values", "reached"),
    [
        ((5, 4, 4, 5, 4), False),
        ((5, 4, 4, 5, 4, 4), True),
        ((5, 4, 4, 5, 4, 3), False),
        ((), False),
    ],
)
def test_reached_is_suggested_once_the_ratings_since_the_start_are_a_strength(values, reached):
    found = plan_rules.since(a_plan(), ratings(*values))
    assert plan_rules.suggests_reached(found, Settings()) is reached


def test_six_good_ratings_of_one_customer_suggest_nothing():
    one = uuid4()
    found = [replace(rating, account_id=one) for rating in ratings(5, 5, 5, 5, 5, 5)]
    assert not plan_rules.suggests_reached(plan_rules.since(a_plan(), found), Settings())
