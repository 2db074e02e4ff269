"""Which step a one-on-one allows in which state, and what each asks for."""

from datetime import UTC, datetime, time
from uuid import uuid4

import pytest

from coachdesk.domain import talk_rules as rules
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import ReceivedMeans, TalkState, WhoAsked
from tests.domain.making import TODAY, a_talk, on, refusal

NOW = datetime(2026, 3, 10, 10, 7, tzinfo=UTC)
S = TalkState
STEPS = {
    "prepare": lambda talk: rules.prepared(talk),
    "start": lambda talk: rules.started(talk, NOW, as_of=TODAY),
    "end": lambda talk: rules.ended(talk, NOW),
    "move": lambda talk: rules.moved(talk, WhoAsked.REP, "Ill"),
    "cancel": lambda talk: rules.cancelled(talk, WhoAsked.REP, "Ill"),
    "hold": lambda talk: rules.entered_as_held(talk, TODAY, as_of=TODAY),
    "wrap up": lambda talk: rules.wrapped_up(talk, ["One line"], as_of=TODAY),
    "receive": lambda talk: rules.received(talk, TODAY, ReceivedMeans.SIGNATURE),
    "correct": lambda talk: rules.corrected(talk, "It was Cobalt", as_of=TODAY),
}
LEADS_TO = {
    ("prepare", S.PLANNED): S.PREPARED,
    ("prepare", S.PREPARED): S.PREPARED,
    ("start", S.PLANNED): S.RUNNING,
    ("start", S.PREPARED): S.RUNNING,
    ("end", S.RUNNING): S.HELD,
    ("move", S.PLANNED): S.MOVED,
    ("move", S.PREPARED): S.MOVED,
    ("cancel", S.PLANNED): S.CANCELLED,
    ("cancel", S.PREPARED): S.CANCELLED,
    ("cancel", S.RUNNING): S.CANCELLED,
    ("hold", S.PLANNED): S.HELD,
    ("hold", S.PREPARED): S.HELD,
    ("hold", S.RUNNING): S.HELD,
    ("wrap up", S.HELD): S.WRAPPED_UP,
    ("receive", S.WRAPPED_UP): S.WRAPPED_UP,
    ("correct", S.WRAPPED_UP): S.WRAPPED_UP,
}


@pytest.mark.parametrize("state", list(TalkState))
@pytest.mark.parametrize("step", STEPS)
def test_every_step_leads_on_from_its_states_and_is_refused_elsewhere(step, state):
    talk = a_talk(state=state)
    expected = LEADS_TO.get((step, state))
    if expected is not None:
        assert STEPS[step](talk).state is expected
    elif state in (S.MOVED, S.CANCELLED):
        assert refusal(STEPS[step], talk) == "E-SES-08"
    else:
        assert refusal(STEPS[step], talk) in ("E-SES-02", "E-SES-07")


@pytest.mark.parametrize("step", ["receive", "correct"])
@pytest.mark.parametrize("state", [S.PLANNED, S.PREPARED, S.RUNNING, S.HELD])
def test_a_page_is_received_and_corrected_only_after_wrap_up(step, state):
    assert refusal(STEPS[step], a_talk(state=state)) == "E-SES-07"


@pytest.mark.parametrize(
    ("day", "employed", "code"),
    [
        (0, (), ""),
        (14, (), ""),
        (-1, (), "E-SES-01"),
        (0, ((on(-100), on(-1)),), "E-SES-01"),
        (0, ((on(-100), None),), ""),
    ],
)
def test_a_talk_is_planned_for_today_or_later_with_an_active_rep(day, employed, code):
    rep = Rep(id=uuid4(), first_name="Priya", employed=employed)
    assert refusal(rules.check_plan, rep, on(day), as_of=TODAY) == code


def test_a_talk_of_a_later_day_that_starts_now_is_todays():
    started = rules.started(a_talk(day=on(3)), NOW, as_of=TODAY)
    assert (started.day, started.started_at) == (TODAY, NOW)


@pytest.mark.parametrize(
    ("day", "start", "code"),
    [
        (1, time(10, 30), ""),
        (0, time(14, 0), ""),
        (0, time(10, 30), "E-SES-03"),
        (-1, time(14, 0), "E-SES-03"),
    ],
)
def test_a_move_needs_a_new_time_on_a_day_that_has_not_passed(day, start, code):
    talk = a_talk(start=time(10, 30))
    assert refusal(rules.check_move, talk, on(day), start, as_of=TODAY) == code


@pytest.mark.parametrize("step", [rules.moved, rules.cancelled])
@pytest.mark.parametrize(("who", "reason"), [(None, "Ill"), (WhoAsked.REP, " ")])
def test_moved_and_cancelled_say_who_asked_and_why(step, who, reason):
    assert refusal(step, a_talk(), who, reason) == "E-SES-04"


def test_a_talk_is_not_entered_as_held_before_its_day():
    assert refusal(rules.entered_as_held, a_talk(), on(1), as_of=TODAY) == "E-SES-05"


@pytest.mark.parametrize(
    ("summary", "lines", "code"),
    [
        ("", [], "E-SES-06"),
        (" ", ["", "  "], "E-SES-06"),
        ("We agreed on one step.", [], ""),
        ("", ["One line"], ""),
    ],
)
def test_one_line_about_the_talk_is_enough_to_wrap_it_up(summary, lines, code):
    talk = a_talk(state=S.HELD, summary=summary)
    assert refusal(rules.wrapped_up, talk, lines, as_of=TODAY) == code


def test_a_receipt_is_taken_back_with_a_reason_only():
    received = rules.received(a_talk(state=S.WRAPPED_UP), TODAY, ReceivedMeans.HANDED_OVER)
    assert refusal(rules.unreceived, received, " ") == "E-SES-09"
    back = rules.unreceived(received, "The wrong page was handed over")
    assert (back.received_on, back.received_means) == (None, None)
    assert refusal(rules.unreceived, back, "Again") == "E-SES-09"


def test_what_the_rep_has_in_hand_is_locked():
    received = rules.received(a_talk(state=S.WRAPPED_UP), TODAY, ReceivedMeans.SIGNATURE)
    assert refusal(rules.refuse_received, received) == "E-SES-13"
    assert refusal(rules.refuse_received, a_talk()) == ""
