"""The One-on-ones page: ahead by day, behind with search and filters."""

from datetime import time

import pytest

from coachdesk.domain.errors import RuleError
from coachdesk.domain.vocabulary import TalkState, WhoAsked
from coachdesk.services.calendar_file import save_calendar
from coachdesk.services.pages import one_on_ones
from coachdesk.services.talks import cancel_talk, enter_held, hold_talk, move_talk, plan_talk
from coachdesk.services.visits import VisitPlan, plan_visit
from coachdesk.views.one_on_ones import PaperState, Which
from tests.services.making import account_called, on, rep_called


def planned(office, name, days, start=None):
    return office.do(plan_talk, rep_called(office, name).id, on(days), start=start).result


def test_ahead_are_talks_and_visits_in_the_order_of_time(office):
    planned(office, "Tom", 7, time(9))
    planned(office, "Priya", 0, time(15))
    priya, cobalt = rep_called(office, "Priya"), account_called(office, "Cobalt")
    office.do(
        plan_visit, VisitPlan(rep_id=priya.id, account_id=cobalt.id, day=on(7), start=time(8))
    )
    rows = one_on_ones(office).ahead
    assert [(row.day, row.name, row.is_visit, row.where) for row in rows] == [
        (on(0), "Priya Raman", False, ""),
        (on(7), "Priya Raman", True, "Cobalt"),
        (on(7), "Tom Hartley", False, ""),
    ]


def test_a_moved_talk_is_ahead_once_and_a_cancelled_one_behind(office):
    first = planned(office, "Tom", 2)
    office.do(move_talk, first.id, on(4), None, who=WhoAsked.REP, reason="Ill")
    second = planned(office, "Priya", 1)
    office.do(cancel_talk, second.id, who=WhoAsked.MANAGER, reason="Fair")
    page = one_on_ones(office)
    assert [row.day for row in page.ahead] == [on(4)]
    assert [(row.name, row.paper) for row in page.behind] == [("Priya Raman", PaperState.CANCELLED)]


def test_a_talk_that_was_not_closed_asks_what_it_was(office, clock):
    talk = planned(office, "Tom", 0)
    clock.wait(days=2)
    row = one_on_ones(office, which=Which.NOT_WRAPPED_UP).behind[0]
    assert row.paper is PaperState.SAY_WHAT_IT_WAS
    office.do(hold_talk, talk.id, on(0))
    assert one_on_ones(office).behind[0].paper is PaperState.WRAP_UP
    assert one_on_ones(office).not_wrapped_up == 1


def test_a_talk_of_yesterday_is_entered_as_held_and_a_future_one_is_refused(office):
    tom = rep_called(office, "Tom")
    talk = office.do(enter_held, tom.id, on(-1), start=time(15)).result
    assert (talk.state, talk.day, talk.start) == (TalkState.HELD, on(-1), time(15))
    with pytest.raises(RuleError) as refused:
        office.do(enter_held, tom.id, on(1))
    assert refused.value.code == "E-SES-05"


def test_talks_behind_are_found_by_words_names_and_what_was_agreed(desk):
    every = one_on_ones(desk)
    assert every.count == len(every.behind) > 40
    by_name = one_on_ones(desk, typed="priya")
    assert {row.name for row in by_name.behind} == {"Priya Raman"}
    words = next(row.words for row in every.behind if row.words)
    narrow = one_on_ones(desk, typed=" ".join(words.split()[:4]))
    assert words in {row.words for row in narrow.behind}
    assert one_on_ones(desk, typed="quibblefrotz").behind == ()


def test_the_calendar_file_holds_names_and_hours_only(office, tmp_path):
    planned(office, "Tom", 7, time(9, 30))
    planned(office, "Priya", 8)
    path = tmp_path / "talks.ics"
    assert save_calendar(office, path) == 2
    lines = path.read_text("utf-8").splitlines()
    assert "SUMMARY:One-on-one\\, Tom Hartley" in lines
    assert "DTSTART:20260317T093000" in lines
    assert "DTEND:20260317T101500" in lines
    assert any(line.startswith("DTSTART") and line.endswith("20260318T103000") for line in lines)
    assert path.stat().st_mode & 0o777 == 0o600
