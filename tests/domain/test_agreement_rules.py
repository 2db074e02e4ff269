"""A mutual goal through the table of rules §7, and the figures and days of meetings."""

from dataclasses import replace
from uuid import uuid4

import pytest

from coachdesk.domain import agreement_rules as rules
from coachdesk.domain import peer_meeting_rules as meetings
from coachdesk.domain.agreement_rules import Ending, Wording
from coachdesk.domain.agreements import Contribution, PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.partner_vocabulary import AgreementState as S
from coachdesk.domain.partner_vocabulary import (
    ContributionSide,
    GoalSetBy,
    PeerMeetingState,
    PeerTopic,
    Verdict,
)
from coachdesk.domain.soft_power import RequestTriage
from coachdesk.domain.vocabulary import HandOffState
from tests.domain.making import TODAY, on, refusal

OWN, PEER = ContributionSide.OWN, ContributionSide.PEER
TEAM, NOOR = uuid4(), uuid4()
WORDING = Wording(
    goal="No customer tells the story twice",
    measure="Hand-offs with a call first",
    due_day=on(60),
    contributions=(
        Contribution(side=OWN, text="Reps stay ten minutes", due_day=on(30)),
        Contribution(side=PEER, text="A named lead within a day", due_day=on(30)),
    ),
)


def a_goal(state=S.DRAFT, **fields):
    fresh = PeerAgreement(id=uuid4(), team_id=TEAM, peer_manager_id=NOOR, drafted_day=on(-9))
    return replace(rules.worded(fresh, WORDING), state=state, **fields)


STEPS = {
    "propose": lambda goal: rules.proposed(goal, [], name="Noor"),
    "reword": lambda goal: rules.reworded(
        goal, replace(WORDING, goal="Another goal"), by=PEER, name="Noor", as_of=TODAY
    ),
    "confirm": lambda goal: rules.confirmed(goal, OWN, as_of=TODAY),
    "start": lambda goal: rules.started(goal, rhythm_days=42, problem_path="Same day, by phone"),
    "close": lambda goal: rules.closed(goal, Ending(state=S.PARTLY), both_agree=True, as_of=TODAY),
    "dissolve": lambda goal: rules.dissolved(goal, "Other customers now", as_of=TODAY),
}
TABLE = {
    (S.DRAFT, "propose"): S.PROPOSED,
    (S.DRAFT, "reword"): S.DRAFT,
    (S.PROPOSED, "reword"): S.PROPOSED,
    (S.PROPOSED, "confirm"): S.PROPOSED,
    (S.PROPOSED, "dissolve"): S.DISSOLVED,
    (S.AGREED, "start"): S.ACTIVE,
    (S.AGREED, "dissolve"): S.DISSOLVED,
    (S.ACTIVE, "reword"): S.PROPOSED,
    (S.ACTIVE, "close"): S.PARTLY,
    (S.ACTIVE, "dissolve"): S.DISSOLVED,
}


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("step", STEPS)
def test_every_line_of_the_table_and_no_other(state, step):
    goal = a_goal(state)
    if (state, step) in TABLE:
        assert STEPS[step](goal).state is TABLE[state, step]
    else:
        assert refusal(STEPS[step], goal) == "E-PEE-07"


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"goal": "x"}, "the goal"),
        ({"measure": ""}, "how it is measured"),
        ({"due_day": None}, "the day it is due"),
        ({"contributions": WORDING.contributions[:1]}, "Noor’s contribution"),
        ({"contributions": WORDING.contributions[1:]}, "your contribution"),
    ],
)
def test_what_a_goal_lacks_is_named(changes, missing):
    goal = rules.worded(a_goal(), replace(WORDING, **changes))
    with pytest.raises(RuleError, match=missing) as refused:
        STEPS["propose"](goal)
    assert refused.value.code == "E-PEE-02"


def test_a_running_goal_is_not_worded_into_half_of_one():
    half = replace(WORDING, contributions=())
    code = refusal(rules.reworded, a_goal(S.ACTIVE), half, by=OWN, name="Noor", as_of=TODAY)
    assert code == "E-PEE-02"


def test_another_wording_clears_both_confirmations_and_keeps_the_old_words():
    goal = a_goal(S.PROPOSED, confirmed_own=on(-1), confirmed_peer=on(-1))
    changed = STEPS["reword"](goal)
    assert (changed.confirmed_own, changed.confirmed_peer) == (None, None)
    (old,) = changed.earlier
    assert (old.day, old.changed_by, old.goal) == (TODAY, PEER, WORDING.goal)


def test_the_same_words_change_nothing():
    goal = a_goal(S.PROPOSED, confirmed_own=on(-1))
    assert rules.reworded(goal, WORDING, by=PEER, name="Noor", as_of=TODAY) == goal


def test_it_is_agreed_with_the_second_yes():
    once = rules.confirmed(a_goal(S.PROPOSED), PEER, as_of=on(-2))
    both = rules.confirmed(once, OWN, as_of=TODAY)
    assert (once.state, both.state) == (S.PROPOSED, S.AGREED)
    assert (both.confirmed_own, both.confirmed_peer) == (TODAY, on(-2))


@pytest.mark.parametrize(
    ("rhythm", "path", "code"),
    [
        (None, "By phone", "E-PEE-03"),
        (42, "", "E-PEE-03"),
        (42, " by ", "E-PEE-03"),
        (42, "By phone", ""),
    ],
)
def test_rhythm_and_a_way_for_problems_come_before_the_start(rhythm, path, code):
    goal = a_goal(S.AGREED)
    assert refusal(rules.started, goal, rhythm_days=rhythm, problem_path=path) == code


@pytest.mark.parametrize(
    ("due", "both", "code"),
    [(1, False, "E-PEE-04"), (1, True, ""), (0, False, ""), (-1, False, "")],
)
def test_a_goal_closes_when_due_or_when_both_agree(due, both, code):
    goal = a_goal(S.ACTIVE, due_day=on(due))
    ending = Ending(state=S.ACHIEVED, result="Nine of nine")
    assert refusal(rules.closed, goal, ending, both_agree=both, as_of=TODAY) == code


def test_a_goal_does_not_close_as_running():
    with pytest.raises(InputError):
        rules.closed(a_goal(S.ACTIVE), Ending(state=S.ACTIVE), both_agree=True, as_of=TODAY)


def test_giving_up_needs_a_reason():
    assert refusal(rules.dissolved, a_goal(S.ACTIVE), "  ", as_of=TODAY) == "E-PEE-05"


@pytest.mark.parametrize(
    ("first", "second", "state", "code"),
    [
        (GoalSetBy.OWN, GoalSetBy.PEER, S.ACTIVE, "E-PEE-06"),
        (GoalSetBy.PEER, GoalSetBy.OWN, S.PROPOSED, "E-PEE-06"),
        (GoalSetBy.PEER, GoalSetBy.OWN, S.ACHIEVED, ""),
        (GoalSetBy.PEER, GoalSetBy.OWN, S.DRAFT, ""),
        (GoalSetBy.OWN, GoalSetBy.OWN, S.ACTIVE, ""),
        (GoalSetBy.BOTH, GoalSetBy.PEER, S.ACTIVE, ""),
    ],
)
def test_two_managers_do_not_set_goals_for_each_other(first, second, state, code):
    other = a_goal(state, set_by=first)
    assert refusal(rules.proposed, a_goal(set_by=second), [other], name="Noor") == code
    elsewhere = replace(other, peer_manager_id=uuid4())
    assert refusal(rules.proposed, a_goal(set_by=second), [elsewhere], name="Noor") == ""


def test_a_dictated_goal_is_marked_until_the_other_side_words_it():
    goal = a_goal(S.PROPOSED, set_by=GoalSetBy.OWN)
    assert rules.dictated_by(goal, manager="Helen", peer="Noor") == "set by Helen alone"
    assert STEPS["reword"](goal).set_by is GoalSetBy.BOTH
    mine = rules.reworded(goal, replace(WORDING, measure="Calls"), by=OWN, name="Noor", as_of=TODAY)
    assert mine.set_by is GoalSetBy.OWN
    assert rules.dictated_by(STEPS["reword"](goal), manager="Helen", peer="Noor") == ""


def test_what_both_decide_at_one_table_is_a_dated_version():
    goal = a_goal(S.ACTIVE, confirmed_own=on(-9), confirmed_peer=on(-8))
    more = Contribution(side=OWN, text="Tell my team on Monday", due_day=on(6))
    fresh = rules.agreed_in_meeting(goal, added=(more,), works="Sorting", change="", as_of=TODAY)
    assert fresh.contributions == (*goal.contributions, more)
    assert (fresh.confirmed_own, fresh.confirmed_peer, fresh.state) == (TODAY, TODAY, S.ACTIVE)
    assert fresh.earlier[-1].contributions == goal.contributions
    same = rules.agreed_in_meeting(goal, added=(), works="", change="Dates", as_of=TODAY)
    assert (same.earlier, same.change) == ((), "Dates")


def test_it_is_time_to_meet_once_the_rhythm_is_over():
    due = meetings.Due(on(-42), 42, TODAY)
    assert not due.is_time
    assert replace(due, last_met=on(-43)).is_time
    assert replace(due, last_met=None).is_time
    assert meetings.Due(on(-400), 42, TODAY).next_day == on(1)
    assert meetings.Due(on(0), 42, TODAY).next_day == on(42)


def test_only_held_meetings_and_updates_count_as_met():
    def meeting(day, state):
        return PeerMeeting(id=uuid4(), team_id=TEAM, peer_manager_id=NOOR, day=on(day), state=state)

    found = [meeting(-9, PeerMeetingState.HELD), meeting(-2, PeerMeetingState.CANCELLED)]
    update = PeerUpdate(id=uuid4(), day=on(-5), topic=PeerTopic.RESULTS, text="Eight met")
    assert meetings.last_met(found, []) == on(-9)
    assert meetings.last_met(found, [update]) == on(-5)
    assert meetings.last_met([], []) is None


def test_the_peers_items_come_first_and_at_the_first_meeting_the_goals():
    usual, first = (meetings.usual_agenda(is_first=is_first) for is_first in (False, True))
    assert (usual[0].topic, first[0].topic) == (PeerTopic.THEIRS, PeerTopic.RESULTS)
    assert sum(item.minutes for item in usual) == 45
    assert {item.topic for item in usual} == {item.topic for item in first}


def a_hand_off(**fields):
    usual = {
        "id": uuid4(),
        "rep_id": uuid4(),
        "account_id": uuid4(),
        "team_id": TEAM,
        "need": "Two routes for spring",
        "created_day": on(-30),
    }
    return HandOff(**usual | fields)


def test_figures_count_what_happened_since_the_two_last_met():
    found = [
        a_hand_off(state=HandOffState.SET, set_day=on(-3), due_day=on(9), accepted_on=on(-2)),
        a_hand_off(state=HandOffState.SET, set_day=on(-20), due_day=on(9)),
        a_hand_off(state=HandOffState.MET, set_day=on(-20), met_day=on(-2), due_day=on(-1)),
        a_hand_off(state=HandOffState.MISSED, set_day=on(-20), due_day=on(-4)),
        a_hand_off(state=HandOffState.MISSED, set_day=on(-30), due_day=on(-14)),
    ]
    asked = RequestTriage(
        id=uuid4(),
        rep_id=uuid4(),
        team_id=TEAM,
        request="A report",
        day=on(-1),
        partner_verdict=Verdict.DEAD,
        way_asked=True,
        way_used=False,
    )
    figures = meetings.figures(found, [asked], since=on(-10), until=TODAY)
    values = {figure.key: (figure.x, figure.n) for figure in figures}
    assert values["set"] == (1, None)
    assert values["met"] == (1, None)
    assert values["missed"] == (1, None)
    assert values["open"] == (2, None)
    assert values["dead"] == (1, None)
    assert values["accepted"] == (1, 1)
    assert (values["way_asked"], values["way_used"]) == ((1, 1), (0, 1))
    assert "median_days" not in values
    assert meetings.is_empty(meetings.figures([], [], since=None, until=TODAY))


def test_days_taken_are_shown_from_eight_hand_offs_on():
    met = [
        a_hand_off(state=HandOffState.MET, set_day=on(-9), met_day=on(-9 + n), due_day=on(9))
        for n in range(1, 9)
    ]
    median = [
        figure
        for figure in meetings.figures(met, [], since=on(-10), until=TODAY)
        if figure.key == "median_days"
    ]
    assert [(figure.x, figure.n) for figure in median] == [(4, 8)]


def a_meeting(state=PeerMeetingState.PLANNED):
    return PeerMeeting(
        id=uuid4(),
        team_id=TEAM,
        peer_manager_id=NOOR,
        day=TODAY,
        agenda=meetings.usual_agenda(is_first=False),
        state=state,
    )


def test_a_meeting_that_is_over_is_not_held_again_and_a_cancelled_one_has_no_record():
    assert refusal(meetings.held, a_meeting(PeerMeetingState.HELD), (), as_of=TODAY) == "E-PEE-09"
    assert refusal(meetings.check_record, a_meeting(PeerMeetingState.CANCELLED)) == "E-PEE-10"
    assert refusal(meetings.check_day, on(-1), as_of=TODAY) == "E-PEE-08"
    early = meetings.held(replace(a_meeting(), day=on(3)), (), as_of=TODAY)
    assert (early.day, early.state) == (TODAY, PeerMeetingState.HELD)


def test_a_problem_is_solved_once_and_in_words():
    problem = PeerUpdate(id=uuid4(), day=on(-5), topic=PeerTopic.PROBLEM, text="Two dates")
    assert refusal(meetings.solved, problem, " ", path_followed=True, as_of=TODAY) == "E-PEE-12"
    solved = meetings.solved(problem, "We both called", path_followed=False, as_of=TODAY)
    assert (solved.solved_day, solved.path_followed) == (TODAY, False)
    assert refusal(meetings.solved, solved, "Again", path_followed=True, as_of=TODAY) == "E-PEE-11"


def test_the_way_to_solve_problems_is_agreed_before_there_is_one():
    assert refusal(meetings.check_path, "") == "E-PEE-13"
    running = a_goal(S.ACTIVE, problem_path="Same day, by phone")
    assert rules.problem_path([running, a_goal(S.PROPOSED, problem_path="Mail")], NOOR) == (
        "Same day, by phone"
    )
