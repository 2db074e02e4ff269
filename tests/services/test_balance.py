"""How the manager leads: per rep, over a year, and one word after a third requirement in a row."""

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.vocabulary import ShareKind
from coachdesk.reports.render import render_summary
from coachdesk.resources import resource
from coachdesk.services.asks import ask_for, note_ask, require
from coachdesk.services.balance import balance_with, behind_balance, nudge_after
from coachdesk.services.documents import newest_held, summary_brief
from coachdesk.services.insights import insights
from coachdesk.services.sample import sample_id
from coachdesk.services.shares import give_share
from coachdesk.views.balance_words import (
    quiet_words,
    ratio,
    row_words,
    usual_words,
    year_words,
)
from tests.reports.reading import pages_of
from tests.services.making import on, rep_called

KINDS = ("ask", "share", "mandate")
SAID = (
    "That was the third requirement in a row. Asking is the default: what could you ask for next?"
)


def asked(desk, rep_id, number=0):
    terms = AskTerms(how="By a call", due_day=desk.as_of + timedelta(days=7), help_none=True)
    desk.do(ask_for, f"Subject {number}: would you call them?", terms, rep_id=rep_id)


def shared(desk, rep_id):
    desk.do(give_share, rep_id=rep_id, kind=ShareKind.STORY, text="How I brief a colleague")


def required(desk, number, name="Priya"):
    desk.do(
        require,
        what=f"Every hand-off of list {number} has a check two days before",
        how="We look at the list each Friday",
        due_day=desk.as_of + timedelta(days=30),
        rep_id=rep_called(desk, name).id,
        skip_reason="The customer has a contract on it",
    )


def shipped():
    """(rep, day, kind) of what the manager gave in the shipped sample; days from its Monday."""
    content = json.loads(resource("content", "demo_team.json").read_text("utf-8"))["entities"]
    threads = {
        thread["id"]: thread["rep_id"]
        for thread in content["ask_thread"]
        if thread["asker"] == "manager" and thread["party"] == "rep"
    }
    for kind, key in (("ask", "ask"), ("mandate", "mandate")):
        for row in content[key]:
            if row["thread_id"] in threads and row.get("state") != "draft":
                yield threads[row["thread_id"]], row["day"], kind
    for row in content["share"]:
        if row.get("state", "given") == "given":
            yield row["rep_id"], row["day"], "share"


def test_the_sample_counts_what_its_file_holds_by_rep_and_quarter(desk):
    monday = desk.as_of - timedelta(days=desk.as_of.weekday())
    counted = Counter()
    for rep, day, kind in shipped():
        back = (desk.as_of - (desk.as_of if day == "today" else monday + timedelta(day))).days
        counted[sample_id(rep), back // 91, kind] += 1
    found = insights(desk)
    assert sum(counted.values()) >= 48
    for balance in found.balances:
        for window in balance.history:
            quarter = (desk.as_of - window.last_day).days // 91
            expected = [counted[balance.rep_id, quarter, kind] for kind in KINDS]
            assert [getattr(window, kind) for kind in KINDS] == expected
    assert found.balance.history[0].n == found.balance.n == sum(b.n for b in found.balances)
    assert [ratio(window) for window in found.balance.history] == ["17 : 13 : 0", "4 : 12 : 2"]


@pytest.mark.parametrize("back", [0, 1, 2, 3])
def test_each_quarter_is_what_the_figures_said_on_its_last_day(desk, back):
    today = insights(desk).balance
    last_day = desk.as_of - timedelta(days=91 * back)
    then = insights(desk, until=last_day).balance
    if back >= len(today.history):
        assert then.n == 0
        return
    window = today.history[back]
    assert window.last_day == last_day
    assert (then.ask, then.share, then.mandate) == (window.ask, window.share, window.mandate)


def test_a_quarter_after_a_rep_left_is_no_row(office, clock):
    priya, tom = rep_called(office, "Priya"), rep_called(office, "Tom")
    shared(office, tom.id)
    clock.wait(days=91)
    shared(office, priya.id)
    office.do(lambda work: work.put(replace(tom, employed=((on(-400), on(0)),))))
    with_priya, with_tom = (office.ask(balance_with, rep.id) for rep in (priya, tom))
    assert [(w.last_day, w.share) for w in with_tom.history] == [(on(0), 1)]
    assert [(w.last_day, w.share) for w in with_priya.history] == [(on(91), 1)]
    assert [w.share for w in insights(office).balance.history] == [1, 1]
    office.do(lambda work: work.put(replace(tom, employed=((on(-400), on(-1)),))))
    assert [w.share for w in insights(office).balance.history] == [1]
    assert [line.rep for line in office.ask(behind_balance)] == ["Priya"]
    assert [line.rep for line in office.ask(behind_balance, tom.id)] == ["Tom"]


def test_what_is_behind_the_figures_is_listed_newest_first(desk, clock):
    priya = sample_id("priya")
    before = desk.ask(behind_balance, priya)
    found = desk.ask(balance_with, priya)
    assert Counter(line.kind for line in before) == {
        kind: count
        for kind in KINDS
        if (count := sum(getattr(window, kind) for window in found.history))
    }
    assert [line.day for line in before] == sorted((line.day for line in before), reverse=True)
    shared(desk, priya)
    newest = desk.ask(behind_balance)[0]
    assert (newest.kind, newest.rep, newest.text) == ("share", "Priya", "How I brief a colleague")
    assert len(desk.ask(behind_balance, priya)) == len(before) + 1


def test_a_third_requirement_in_a_row_is_said_once(office, clock):
    said = []
    for number, name in enumerate(("Priya", "Tom", "Priya", "Aisha")):
        clock.wait(days=1)
        required(office, number, name)
        said.append(office.ask(nudge_after))
    assert said == ["", "", SAID, ""]
    assert insights(office).in_a_row == 4
    office.undo()
    office.undo()
    assert office.ask(nudge_after) == ""


@pytest.mark.parametrize("between", ["ask", "share", "draft"])
def test_a_request_or_share_to_anybody_breaks_the_row_and_a_draft_does_not(office, clock, between):
    tom = rep_called(office, "Tom").id
    required(office, 1)
    clock.wait(days=1)
    required(office, 2)
    clock.wait(days=1)
    if between == "ask":
        asked(office, tom)
    elif between == "share":
        shared(office, tom)
    else:
        office.do(note_ask, text="Would you call Northgate?", rep_id=tom)
    clock.wait(days=1)
    required(office, 3)
    assert bool(office.ask(nudge_after)) is (between == "draft")


def test_the_card_says_it_while_the_row_stands():
    assert [bool(row_words(n)) for n in range(6)] == [False, False, False, True, True, True]
    assert row_words(4).startswith("The last 4 were requirements. Asking is the default")


def test_the_own_default_is_said_from_ten_on_and_never_printed(desk):
    priya = sample_id("priya")
    few = desk.ask(balance_with, priya)
    assert quiet_words(few) == "13 weeks: 2 requests, 2 shares, 0 requirements"
    assert usual_words(few) == ""
    for number in range(9):
        asked(desk, priya, number)
    found = desk.ask(balance_with, priya)
    assert usual_words(found) == "Asking is your usual way"
    talk = desk.ask(newest_held, priya)
    printed = " ".join(pages_of(render_summary(desk.ask(summary_brief, talk.id), "A4").pdf))
    assert "Priya" in printed
    assert "usual way" not in printed
    assert quiet_words(found) not in printed


def test_a_year_stands_in_one_line(desk):
    found = insights(desk).balance
    assert year_words(found.history) == "Over a year, newest first: 17:13:0, 4:12:2"
    assert year_words(()) == ""
