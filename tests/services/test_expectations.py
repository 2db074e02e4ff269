"""Situations in the manager's words, what is agreed with each rep, and the looks at it."""

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.expectation_rules import Standing
from coachdesk.domain.expectations import ExpectationAgreement, SituationExpectation
from coachdesk.domain.people import Account
from coachdesk.domain.playbook_vocabulary import Found
from coachdesk.domain.vocabulary import BuyIn, Cause
from coachdesk.services import situations as service
from coachdesk.services.expectations import (
    Agreed,
    agree_expectation,
    days_from,
    expectation_lines,
    look_at_expectation,
    remove_look,
    rep_expectations,
)
from coachdesk.services.people import edit_account, leave_team
from coachdesk.views import expectations as words
from tests.services.making import (
    NEED,
    TODAY,
    TRANSITION,
    account_called,
    again,
    all_of,
    everything,
    on,
    reads_by,
    refused,
    rep_called,
    running,
    seen,
)

LARGE = "large_deal"
OWN_WORDS = "I brief before I introduce."
BOUGHT_IN = Agreed(
    rep_words=OWN_WORDS,
    bought_in=BuyIn.OWNS,
    inspected_how="One joint visit a month",
    inspect_every_days=30,
)


def agree(desk, name="Priya", situation=LARGE, agreed=BOUGHT_IN, **named):
    rep = rep_called(desk, name)
    return desk.do(agree_expectation, rep.id, situation, agreed, **named).result


def look(desk, found, note="", name="Priya", **named):
    rep = rep_called(desk, name)
    return desk.do(look_at_expectation, rep.id, LARGE, found, note, **named).result


def stands(desk, name="Priya"):
    rows = desk.ask(rep_expectations, rep_called(desk, name).id)
    return [(row.situation, row.standing) for row in rows]


def the_row(desk, name="Priya"):
    (row,) = desk.ask(rep_expectations, rep_called(desk, name).id)
    return row


def page(desk, key=LARGE):
    return desk.ask(service.situation_page, key)


def put_in(desk, name, situation=LARGE):
    known = account_called(desk, name)
    desk.do(edit_account, known.id, name, owner=known.owner_rep_id, situation=situation)


def test_an_expectation_concerns_who_works_in_its_situation_and_waits_to_be_agreed(office):
    assert stands(office) == []
    put_in(office, "Cobalt")
    seen(office, (TRANSITION, 4))
    assert stands(office) == [(LARGE, Standing.NEVER_AGREED)]
    assert stands(office, "Tom") == []
    priya = rep_called(office, "Priya").id
    assert office.ask(expectation_lines, priya) == ("Large deal: never agreed",)
    names = [(row.first_name, row.concerns) for row in page(office).rows]
    assert names == [("Priya", True), ("Tom", False), ("Aisha", False)]


def test_agreed_in_a_talk_it_is_looked_at_when_its_days_are_over(office, clock):
    talk = running(office)
    agreement = agree(office, session_id=talk.id)
    assert (agreement.agreed_in_id, agreement.explained_day) == (talk.id, TODAY)
    assert words.standing_words(the_row(office), TODAY) == "agreed, next look 9 Apr"
    clock.wait(days=30)
    assert the_row(office).standing is Standing.DUE
    look(office, Found.PARTLY, "The brief came an hour before")
    assert the_row(office).standing is Standing.AGREED
    said = words.looks_words(the_row(office), office.as_of)
    assert said == "last look today: partly, The brief came an hour before"
    office.undo()
    assert the_row(office).standing is Standing.DUE


def test_an_event_that_missed_it_since_counts_beside_the_looks(office, clock):
    put_in(office, "Cobalt")
    seen(office, (TRANSITION, 2), day=on(-3), missed=True, cause=Cause.REP)
    agree(office)
    assert (the_row(office).standing, the_row(office).missed) == (Standing.AGREED, ())
    clock.wait(days=2)
    seen(office, (TRANSITION, 2), day=on(1), missed=True, cause=Cause.REP)
    row = the_row(office)
    assert row.standing is Standing.MISSED
    assert words.standing_words(row, office.as_of) == "missed 11 Mar"
    assert "1 event missed it" in words.looks_words(row, office.as_of)
    look(office, Found.SEEN)
    assert the_row(office).standing is Standing.AGREED


def test_refusals_leave_everything_as_it_was(office):
    before = everything(office)
    assert refused(lambda: look(office, Found.SEEN)) == "E-XPA-03"
    assert refused(lambda: agree(office, agreed=Agreed(bought_in=BuyIn.OWNS))) == "E-XPA-01"
    office.do(leave_team, rep_called(office, "Tom").id, on(-1), cancel_talks=False)
    assert refused(lambda: agree(office, "Tom")) == "E-OBS-12"
    with pytest.raises(InputError, match="between 7 and 92"):
        agree(office, agreed=Agreed(inspect_every_days=5))
    with pytest.raises(InputError, match="situation is gone"):
        agree(office, situation="own_rescue")
    with pytest.raises(InputError, match="situation is gone"):
        put_in(office, "Cobalt", "own_rescue")
    office.undo()
    assert everything(office) == before


def test_agreed_anew_in_new_words_keeps_the_looks(office):
    agree(office)
    look(office, Found.MISSED, "Stefan heard of it from the customer")
    office.do(service.word_situation, LARGE, principle="One name in front.")
    assert the_row(office).words_changed
    agree(office, agreed=Agreed(rep_words="Stefan hears it first."))
    (agreement,) = all_of(office, ExpectationAgreement)
    assert (agreement.version, len(agreement.inspections)) == (2, 1)
    assert not the_row(office).words_changed
    rep = rep_called(office, "Priya").id
    office.do(remove_look, rep, LARGE, 0)
    assert again(office, agreement).inspections == ()


def test_words_that_come_back_are_those_it_was_agreed_in(office):
    agree(office)
    office.do(service.word_situation, LARGE, title="Big deal")
    office.do(service.reset_situation, LARGE)
    assert not the_row(office).words_changed
    assert page(office).words.is_shipped


def test_each_wording_is_a_version_and_an_earlier_one_can_be_chosen_again(office):
    shipped = page(office).words
    office.do(service.word_situation, LARGE, expected=["Name the team ", "", "Say the end date"])
    worded = page(office).words
    assert worded.expected == ("Name the team", "Say the end date")
    assert words.whose_words(worded, TODAY) == "yours, edited today"
    assert [each.version for each in page(office).earlier] == [1]
    office.do(service.word_situation, LARGE, expected=["Name the team", "Say the end date"])
    assert len(all_of(office, SituationExpectation)) == 1
    office.do(service.take_words_back, LARGE, 1)
    assert page(office).words.expected == shipped.expected
    assert [each.version for each in page(office).earlier] == [2]


def test_words_that_do_not_fit_are_refused_with_what_to_do(office):
    with pytest.raises(InputError, match="more than 8 expected"):
        office.do(service.word_situation, LARGE, expected=["Say so"] * 9)
    with pytest.raises(InputError, match="1 to 200 characters"):
        office.do(service.word_situation, LARGE, expected=["x" * 201])
    with pytest.raises(InputError, match="Another situation is called"):
        office.do(service.word_situation, LARGE, title="inside Sales")
    with pytest.raises(InputError, match="Another situation is called"):
        office.do(service.add_situation, "Large deal")
    key = office.do(service.add_situation, "Rescue").result.key
    with pytest.raises(InputError, match="your own"):
        office.do(service.reset_situation, key)


def test_an_own_situation_is_removed_until_something_refers_to_it(office):
    before = everything(office)
    key = office.do(service.add_situation, "Renewal at risk").result.key
    assert key == "own_renewal_at_risk"
    assert office.do(service.remove_situation, key).result is None
    assert everything(office) == before

    key = office.do(service.add_situation, "Renewal at risk").result.key
    put_in(office, "Birch", key)
    assert office.do(service.remove_situation, key).result.is_archived
    assert key not in {each.key for each in office.ask(service.open_situations)}
    assert refused(lambda: agree(office, situation=key)) == "E-XPA-02"
    assert account_called(office, "Birch").situation == key
    office.do(service.restore_situation, key)
    agree(office, situation=key)
    assert stands(office)[-1] == (key, Standing.AGREED)


def test_an_archived_expectation_is_not_brought_into_a_talk(office):
    agree(office)
    assert office.do(service.remove_situation, LARGE).result.is_archived
    assert stands(office) == []
    assert office.ask(service.situation_entries)[-1].is_archived


def test_a_customers_situation_counts_for_what_is_seen_from_then_on(office):
    early = seen(office, (NEED, 4))
    put_in(office, "Cobalt")
    late = seen(office, (NEED, 5), (TRANSITION, 3))
    assert (again(office, early).situation, again(office, late).situation) == (None, LARGE)
    shares = {link.behaviour: (link.x, link.n) for link in page(office).links}
    assert (shares[NEED], shares[TRANSITION]) == ((1, 1), (0, 1))
    assert (page(office).customers, page(office).events) == (1, 1)
    put_in(office, "Cobalt", None)
    assert account_called(office, "Cobalt").situation is None


def test_a_message_holds_all_words_and_nothing_of_a_rep(office):
    agree(office)
    text = words.message(page(office).words)
    assert text.startswith("Large deal\n\nBring the right people in early")
    assert "- Ask for resources with the reason and the end date" in text
    assert OWN_WORDS not in text


@pytest.mark.parametrize(
    ("typed", "days"), [("", None), ("14", 14), (" 30 days", 30), ("2 weeks", 14)]
)
def test_a_rhythm_is_read_from_days_and_weeks(typed, days):
    assert days_from(typed) == days


@pytest.mark.parametrize("typed", ["often", "14 or so days", "-3", "٣"])
def test_what_is_no_rhythm_is_refused(typed):
    with pytest.raises(InputError):
        days_from(typed)


def test_the_number_of_reads_stays_the_same_however_much_there_is(office):
    rep = rep_called(office, "Priya").id
    asks = (
        lambda: office.ask(rep_expectations, rep),
        lambda: page(office),
        lambda: office.ask(service.situation_entries),
    )
    few = [reads_by(office, ask) for ask in asks]
    for account in all_of(office, Account):
        put_in(office, account.name)
    seen(office, (NEED, 4))
    for name in ("Priya", "Tom", "Aisha"):
        agree(office, name)
    assert [reads_by(office, ask) for ask in asks] == few


def test_the_sample_team_has_one_expectation_that_was_never_agreed(desk):
    rows = desk.ask(service.situation_page, LARGE).rows
    standing = {row.first_name: row.standing for row in rows}
    assert standing["Lena"] is Standing.NEVER_AGREED
    assert standing["Viktor"] is Standing.NOT_BOUGHT_IN
    order = [row.standing for row in rows if row.concerns]
    assert order == sorted(order, key=list(Standing).index)
