"""A coaching plan over several one-on-ones: begun, filled, shown where talks are, stopped."""

import pytest
from sqlalchemy import event

from coachdesk.cli.brief import brief_text
from coachdesk.domain.errors import InputError
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.vocabulary import BehaviourKey, PlanStop, TalkState, WhoAsked
from coachdesk.services.briefs import next_brief
from coachdesk.services.history_entries import history
from coachdesk.services.pages import rep_page, talk_brief
from coachdesk.services.people import leave_team
from coachdesk.services.plans import note_tried, reword_plan, start_plan, stop_plan
from coachdesk.services.search import search
from coachdesk.services.talk_pages import prepare_page
from coachdesk.services.talks import cancel_talk, move_talk, prepare_talk
from coachdesk.services.wrap_up import keep_wrap_up
from coachdesk.views import plans as words
from tests.services.making import (
    TODAY,
    TRANSITION,
    a_preparation,
    again,
    choices,
    on,
    page_of,
    planned,
    refused,
    rep_called,
    running,
    seen,
    wrapped_up,
)

GOOD = "The partner knows issue, people and date first"


def started(desk, name="Priya", behaviour=TRANSITION, **fields) -> CoachingPlan:
    return desk.do(start_plan, rep_called(desk, name).id, behaviour, GOOD, **fields).result


def shown(desk, name="Priya"):
    return rep_page(desk, rep_called(desk, name).id).plans


def test_a_plan_begins_with_the_value_of_its_day_which_later_events_leave_alone(office):
    seen(office, (TRANSITION, 4), day=on(-3))
    seen(office, (TRANSITION, 2), (BehaviourKey.ALL_WIN, 5), day=TODAY)
    plan = started(office)
    assert (plan.start_x, plan.start_n, plan.start_day) == (1, 2, TODAY)
    seen(office, (TRANSITION, 5), day=TODAY)
    assert again(office, plan) == plan
    assert words.start_words(shown(office)[0]) == "1 of 2 at the start"


def test_a_second_plan_waits_until_the_first_stopped(office):
    plan = started(office)
    assert refused(lambda: started(office)) == "E-PLA-02"
    assert refused(lambda: office.do(stop_plan, plan.id, PlanStop.DROPPED, "")) == "E-PLA-01"
    office.do(stop_plan, plan.id, PlanStop.REACHED)
    assert started(office, behaviour=BehaviourKey.EMPATHY).behaviour_key is BehaviourKey.EMPATHY


def test_who_left_gets_no_plan_and_nine_one_on_ones_are_refused_with_the_range(office):
    with pytest.raises(InputError, match="The number of one-on-ones must lie between 4 and 6"):
        started(office, planned=9)
    office.do(leave_team, rep_called(office, "Tom").id, on(-1), cancel_talks=False)
    assert refused(lambda: started(office, "Tom")) == "E-OBS-12"


def test_what_was_tried_is_kept_with_the_wrap_up_as_one_change_and_taken_back(office):
    plan = started(office)
    talk = wrapped_up(office, running(office), tried="Three sentences by phone")
    (view,) = shown(office)
    assert [(each.number, each.tried) for each in view.talks] == [(1, "Three sentences by phone")]
    assert words.count_words(view) == "1 of 4 one-on-ones"
    office.undo()
    assert again(office, plan).sessions == ()
    assert again(office, talk).state is TalkState.HELD


def test_a_wrap_up_that_says_nothing_of_the_plan_leaves_it_and_one_without_a_plan_has_none(office):
    talk = running(office)
    office.do(keep_wrap_up, talk.id, choices(tried="Nothing to keep it in"))
    plan = started(office)
    office.do(note_tried, plan.id, talk.id, "By phone")
    office.do(keep_wrap_up, talk.id, choices())
    assert [each.tried for each in again(office, plan).sessions] == ["By phone"]


def test_a_running_talk_that_is_cancelled_takes_its_entry_out_of_sight_and_out_of_the_count(office):
    plan = started(office)
    talk = running(office)
    office.do(keep_wrap_up, talk.id, choices(tried="By phone"))
    office.do(cancel_talk, talk.id, who=WhoAsked.REP, reason="Called away")
    assert shown(office)[0].talks == ()
    following = planned(office, day=on(7))
    assert talk_brief(office, following.id).plan.number == 1
    assert again(office, plan).sessions[0].tried == "By phone"


def test_a_moved_talk_leaves_the_plan_to_its_successor(office):
    started(office)
    talk = planned(office, day=on(1))
    moved = office.do(move_talk, talk.id, on(3), None, who=WhoAsked.REP, reason="Customer").result
    assert talk_brief(office, talk.id).plan.number == 1
    assert talk_brief(office, moved.id).plan.number == 1
    assert shown(office)[0].talks == ()


def test_a_talk_ahead_proposes_the_plans_behaviour_before_every_other_rule(office):
    talk = running(office)
    office.do(prepare_talk, talk.id, a_preparation(focus=BehaviourKey.ALL_WIN))
    wrapped_up(office, talk)
    following = planned(office, day=on(7))
    assert office.ask(prepare_page, following.id).focus is BehaviourKey.ALL_WIN
    started(office)
    page = office.ask(prepare_page, following.id)
    assert (page.focus, page.why_focus) == (TRANSITION, "your coaching plan")
    assert page.brief.focus_note == GOOD
    office.do(prepare_talk, following.id, a_preparation(focus=BehaviourKey.ALL_WIN))
    assert office.ask(prepare_page, following.id).focus is BehaviourKey.ALL_WIN


def test_a_plan_on_a_quality_stands_in_the_brief_and_leaves_the_chain_alone(office):
    started(office, behaviour=BehaviourKey.EMPATHY)
    brief = talk_brief(office, planned(office, day=on(7)).id)
    assert brief.plan.plan.title == "Empathy"
    assert brief.focus is None


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((), "since then nothing rated yet, needs 6"),
        ((4, 3), "since then 1 of 2, needs 4 more"),
        ((4, 4, 4, 3, 4, 2), "since then 4 of 6 (range 35–88 % at 90 % certainty)"),
    ],
)
def test_the_figure_since_the_start_has_its_range_from_six_ratings_on(office, clock, values, said):
    started(office)
    for day, value in enumerate(values, 1):
        clock.wait(days=1)
        seen(office, (TRANSITION, value), day=on(day))
    (view,) = shown(office)
    assert words.since_words(view) == said
    assert not view.suggests_reached


def test_reached_is_a_suggestion_that_changes_nothing_by_itself(office, clock):
    plan = started(office)
    for day in range(1, 9):
        clock.wait(days=1)
        seen(office, (TRANSITION, 4), day=on(day), account="Cobalt" if day % 2 else "Birch")
    (view,) = shown(office)
    assert view.suggests_reached
    assert "“reached”" in words.question_words(view)
    assert again(office, plan).stop_reason is None


def test_when_all_one_on_ones_are_used_the_plan_asks_and_goes_on(office):
    plan = started(office)
    for _each in range(4):
        wrapped_up(office, running(office))
    (view,) = shown(office)
    assert "All 4 one-on-ones are used" in words.question_words(view)
    office.do(reword_plan, plan.id, GOOD, 5)
    (view,) = shown(office)
    assert words.question_words(view) == ""
    assert talk_brief(office, planned(office, day=on(7)).id).plan.number == 5


def test_the_printed_page_says_which_one_on_one_of_the_plan_it_was_and_no_figure_of_it(office):
    started(office)
    talk = running(office)
    office.do(prepare_talk, talk.id, a_preparation(focus=TRANSITION))
    wrapped_up(office, talk, tried="Three sentences by phone")
    page = page_of(office, talk)
    assert page.talked.plan == "one-on-one 1 of 4 of the coaching plan since Tue 10 Mar"
    assert page.talked.expectation == GOOD
    assert "by phone" not in str(page)


def test_with_another_behaviour_in_focus_the_page_names_that_of_the_plan(office):
    started(office)
    talk = running(office)
    office.do(prepare_talk, talk.id, a_preparation(focus=BehaviourKey.ALL_WIN))
    page = page_of(office, wrapped_up(office, talk))
    assert "on Transition to partner since" in page.talked.plan
    assert page.talked.expectation == ""


def test_the_brief_of_the_command_line_says_where_the_plan_stands(office):
    started(office)
    planned(office, day=on(7))
    text = brief_text(next_brief(office, rep_called(office, "Priya").id), office.as_of)
    assert "Coaching plan on Transition to partner, one-on-one 1 of 4." in text
    assert "nothing rated at the start, since then nothing rated yet, needs 6" in text


def test_plans_are_found_by_their_words_and_told_in_the_history(office):
    plan = started(office)
    wrapped_up(office, running(office), tried="Three sentences by telephone")
    office.do(stop_plan, plan.id, PlanStop.DROPPED, "Other accounts now")
    for typed in ("issue people", "telephone", "other accounts"):
        (hit,) = office.ask(search, typed)
        assert (hit.title, hit.rep) == ("coaching plan", "Priya Raman")
    newest = office.ask(history)[0]
    assert newest.what == "stopped coaching plan"
    assert newest.details == (
        "Transition to partner, stopped: nothing → dropped, reason: nothing → “Other accounts now”",
    )


def test_a_stopped_plan_stands_below_with_what_came_of_it(office):
    plan = started(office)
    wrapped_up(office, running(office))
    office.do(stop_plan, plan.id, PlanStop.REACHED)
    started(office, behaviour=BehaviourKey.ALL_WIN)
    running_one, ended = shown(office)
    assert running_one.is_active
    assert words.ended_words(ended, TODAY) == "reached today, 1 of 4 one-on-ones"


def test_the_sample_shows_a_plan_that_runs_and_one_that_was_reached(desk):
    (viktor,), (priya,) = shown(desk, "Viktor"), shown(desk, "Priya")
    assert (viktor.is_active, words.count_words(viktor)) == (True, "4 of 5 one-on-ones")
    assert [bool(each.tried) for each in viktor.talks] == [True] * 4
    assert (priya.stop_reason, len(priya.talks)) == (PlanStop.REACHED, 4)


def test_the_number_of_reads_is_the_same_for_one_plan_and_for_many(office):
    def reads():
        said = []
        listen = lambda *call: said.append(call[2])  # noqa: E731
        event.listen(office.store.connection, "before_cursor_execute", listen)
        shown(office)
        event.remove(office.store.connection, "before_cursor_execute", listen)
        return len(said)

    plan = started(office)
    for_one = reads()
    for _each in range(3):
        wrapped_up(office, running(office), tried="By phone")
        office.do(stop_plan, plan.id, PlanStop.REACHED)
        plan = started(office)
    assert reads() == for_one
