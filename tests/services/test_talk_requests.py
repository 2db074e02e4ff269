"""Requests before, during and after a talk, and what a rep asks of others as its topic."""

import pytest

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask
from coachdesk.domain.errors import InputError
from coachdesk.domain.talks import AgendaItem
from coachdesk.domain.vocabulary import AskState, NoteMark, Party, ShareKind
from coachdesk.services.agendas import add_own_point
from coachdesk.services.asks import ask_again, ask_for, close_ask_unmet, note_ask, void_ask
from coachdesk.services.briefs import brief_balance, requests_with
from coachdesk.services.coaching_topics import coach_ask
from coachdesk.services.desk import Desk
from coachdesk.services.parties import PartyDraft, ask_party
from coachdesk.services.shares import give_share
from coachdesk.services.talk_pages import prepare_page, run_page, wrap_up_page
from coachdesk.views.rep import HelpState
from coachdesk.views.requests import NextStep, next_step, step_label
from tests.services.making import (
    all_of,
    line,
    on,
    planned,
    refused,
    rep_called,
    running,
    wrapped_up,
)
from tests.store.making import FakeClock

SUBJECT = "Figures of the present process"


def asked(desk: Desk, text: str, *, due: int = 3, **terms) -> Ask:
    plain = {"how": "by mail", "due_day": on(due), "help_none": True}
    rep = rep_called(desk, "Priya")
    return desk.do(ask_for, text, AskTerms(**plain | terms), rep_id=rep.id).result


def a_reps_ask(desk: Desk, name: str = "Priya") -> Ask:
    rep = rep_called(desk, name)
    who = PartyDraft(party=Party.CUSTOMER_CONTACT, who="C. Adeyemi, Cobalt", rep_id=rep.id)
    terms = AskTerms(how="by mail", due_day=on(3), help_none=True)
    return desk.do(ask_party, who, SUBJECT, terms).result


def points(desk: Desk, talk) -> list[str]:
    return [item.text for item in all_of(desk, AgendaItem, session_id=talk.id)]


def test_a_request_whose_promised_help_failed_is_said_first(office: Desk, clock: FakeClock) -> None:
    asked(office, "Call Birch", due=1)
    asked(office, "Bring Stefan", due=9, help="A template", help_none=False, help_due_day=on(2))
    talk = planned(office, day=on(4))
    clock.wait(days=4)
    rows = office.ask(prepare_page, talk.id).asks
    assert [(row.text, next_step(row)) for row in rows] == [
        ("Bring Stefan", NextStep.VOID),
        ("Call Birch", NextStep.SETTLE),
    ]
    assert [row.help_state for row in rows] == [HelpState.LATE, HelpState.NONE]


def test_each_row_names_the_step_that_is_permitted(office: Desk, clock: FakeClock) -> None:
    first = asked(office, "Call Birch", due=1)
    late = asked(office, "Bring Stefan", due=2, help="A list", help_none=False)
    office.do(note_ask, rep_id=rep_called(office, "Priya").id, text="Tidy the list")
    clock.wait(days=4)
    office.do(close_ask_unmet, first.id, "forgot", "")
    office.do(void_ask, late.id, "the list never came")
    talk = planned(office)
    rows = office.ask(prepare_page, talk.id).asks
    assert {row.text: (next_step(row), step_label(row)) for row in rows} == {
        "Call Birch": (NextStep.REQUIRE, "Request 1"),
        "Bring Stefan": (NextStep.ASK_AGAIN, "Request"),
        "Tidy the list": (NextStep.COMPLETE, "no answer yet"),
    }
    terms = AskTerms(how="by phone", due_day=on(9), help_none=True)
    office.do(ask_again, first.thread_id, "Call Birch", terms)
    (again,) = [r for r in office.ask(prepare_page, talk.id).asks if r.text == "Call Birch"]
    assert (next_step(again), step_label(again)) == (NextStep.SETTLE, "Request 2")


def test_the_talk_shows_unfinished_requests_from_before_but_not_its_own(office: Desk) -> None:
    rep = rep_called(office, "Priya")
    office.do(note_ask, rep_id=rep.id, text="Tidy the list")
    asked(office, "Call Birch")
    a_reps_ask(office)
    talk = running(office)
    line(office, talk, NoteMark.ASK, "Bring Stefan")
    page = office.ask(run_page, talk.id)
    assert [(row.subject, row.label) for row in page.asked] == [("Call Birch", "Request 1")]
    assert [(row.subject, row.label) for row in page.unfinished] == [
        ("Tidy the list", "no answer yet")
    ]
    assert [(row.subject, row.to) for row in page.asked_of_others] == [
        (SUBJECT, "C. Adeyemi, Cobalt")
    ]


def test_a_request_without_an_answer_closes_with_the_talk_and_is_there_at_the_next(
    office: Desk,
) -> None:
    talk = running(office)
    line(office, talk, NoteMark.ASK, "Bring Stefan")
    assert office.ask(wrap_up_page, talk.id).unanswered == ("Bring Stefan",)
    wrapped_up(office, talk, next_day=on(7))
    ahead = planned(office, day=on(7))
    (row,) = office.ask(prepare_page, ahead.id).asks
    assert (row.state, next_step(row)) == (AskState.DRAFT, NextStep.COMPLETE)


def test_what_a_rep_asks_of_others_becomes_a_point_once_and_undo_takes_it_back(
    office: Desk,
) -> None:
    talk = planned(office)
    before = points(office, talk)
    ask = a_reps_ask(office)
    item = office.do(coach_ask, talk.id, ask.thread_id).result
    assert (item.text, item.minutes) == (f"Priya asks C. Adeyemi, Cobalt: {SUBJECT}", 5)
    assert office.do(coach_ask, talk.id, ask.thread_id).result == item
    assert points(office, talk).count(item.text) == 1
    assert points(office, talk)[-1] == before[-1]
    office.undo()
    assert points(office, talk) == before


def test_a_full_agenda_and_another_reps_request_are_refused(office: Desk) -> None:
    talk = planned(office)
    toms = a_reps_ask(office, "Tom")
    with pytest.raises(InputError):
        office.do(coach_ask, talk.id, toms.thread_id)
    ask = a_reps_ask(office)
    while len(points(office, talk)) < 12:
        office.do(add_own_point, talk.id, "One more")
    assert refused(lambda: office.do(coach_ask, talk.id, ask.thread_id)) == "E-SES-14"


def test_a_brief_counts_from_three_and_never_says_how_a_request_was_put(office: Desk) -> None:
    rep = rep_called(office, "Priya")
    asked(office, "Call Birch")
    office.do(give_share, rep_id=rep.id, kind=ShareKind.IDEA, text="A list of names")
    assert office.ask(brief_balance, rep.id) is None
    asked(office, "Bring Stefan")
    counts = office.ask(brief_balance, rep.id)
    assert counts is not None
    assert (counts.ask, counts.share, counts.mandate) == (2, 1, 0)
    a_reps_ask(office)
    rows = office.ask(requests_with, rep.id)
    assert [(row.to, row.is_reps) for row in rows] == [
        ("Priya Raman", False),
        ("Priya Raman", False),
        ("C. Adeyemi, Cobalt", True),
    ]
    assert "question" not in repr(rows)


def test_a_promise_that_is_a_request_is_told_once_on_the_page_before_a_talk(office: Desk) -> None:
    asked(office, "Call Birch", help="A list", help_none=False)
    page = office.ask(prepare_page, planned(office).id)
    told = [row.text for row in page.brief.promises if row.id not in page.as_requests]
    assert told == ["A list"]
    assert len(page.as_requests) == 1
