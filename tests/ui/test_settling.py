"""Asks and promises of a rep's page, settled by keyboard in their sheet."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, Mandate
from coachdesk.domain.hand_off_rules import Expectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import PartnerPerson, PartnerTeam
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import (
    AskForm,
    AskState,
    Gain,
    HandOffState,
    MandateState,
    OwnerSide,
    PromiseState,
    Side,
)
from coachdesk.services import asks, hand_offs
from coachdesk.services.people import add_account, add_rep
from coachdesk.services.promises import move_promise
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.requirement_sheet import RequirementSheet
from coachdesk.ui.parts.settle_sheet import SettleSheet
from coachdesk.ui.team.actions import rep_actions
from coachdesk.ui.team.view import RepPage
from tests.ui.screens import Screen, sample_desk

K = Qt.Key
TODAY = date(2026, 3, 10)
HOW = "With the checklist at each visit"


@pytest.fixture
def desk(tmp_path):
    desk = sample_desk(tmp_path, sample=False)
    desk.ben = desk.do(add_rep, "Ben Adler").result.id
    yield desk
    desk.close()


@pytest.fixture
def later(desk):
    def go(days):
        desk.clock.now += timedelta(days=days)

    return go


def noted(desk, text="Bring the customer in first"):
    return desk.do(asks.note_ask, rep_id=desk.ben, text=text).result


def asked(desk, *, help=""):
    terms = AskTerms(how=HOW, due_day=TODAY + timedelta(days=3), help=help, help_none=not help)
    return desk.do(asks.agree_ask, noted(desk).id, terms).result


def record(desk, kind, id):
    return desk.ask(lambda reads: reads.get(kind, id))


def newest(desk, kind):
    return desk.ask(lambda reads: reads.find(kind))


def mine(desk):
    """The manager's promise: the help of a request. The request itself is the rep's."""
    (found,) = desk.ask(lambda reads: reads.find(Commitment, owner_side=OwnerSide.MANAGER))
    return found


@pytest.fixture
def open_page(desk, qtbot, theme, appearance):
    def show(rows="Open asks"):
        screen = Screen(desk, theme, appearance)
        screen.page = RepPage(screen.work)
        screen.page.open(desk.ben)
        screen.show(qtbot, [screen.page], rep_actions(screen.page))
        screen.rows = screen.focus_on(rows, Rows)
        screen.rows.set_current(0)
        return screen

    return show


def sheet_of(screen):
    found = [s for s in screen.window.findChildren(SettleSheet) if s.isVisible()]
    return found[0] if found else None


def step_titles(screen):
    return [step.title for step in sheet_of(screen)._steps]


def said_in(screen):
    return " ".join(
        label.text() for label in sheet_of(screen).findChildren(QLabel) if label.isVisible()
    )


def texts_of(sheet):
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def choose(screen, title):
    """Right until the step is chosen."""
    for _step in range(step_titles(screen).index(title)):
        screen.press(K.Key_Right)


def test_enter_on_an_ask_and_enter_again_says_it_was_met_today(desk, open_page):
    ask = asked(desk)
    screen = open_page()
    screen.press(K.Key_Return, K.Key_Return)
    met = record(desk, Ask, ask.id)
    assert (met.state, met.done_day) == (AskState.MET, TODAY)
    assert sheet_of(screen) is None
    assert screen.said == ["Met: Bring the customer in first"]
    screen.undo()
    assert record(desk, Ask, ask.id).state is AskState.OPEN


def test_before_its_day_an_ask_is_met_moved_or_withdrawn(desk, open_page):
    asked(desk)
    screen = open_page()
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Met", "New date", "Withdraw"]


def test_a_day_in_the_future_is_refused_in_the_sheet(desk, open_page):
    ask = asked(desk)
    screen = open_page()
    screen.press(K.Key_Return, K.Key_Tab, "2026-03-12", K.Key_Return)
    assert "The day must not lie in the future." in said_in(screen)
    assert record(desk, Ask, ask.id).state is AskState.OPEN


def test_what_is_no_day_is_said_at_its_field(desk, open_page):
    asked(desk)
    screen = open_page()
    screen.press(K.Key_Return, K.Key_Tab, "31 February", K.Key_Return)
    assert "February" in said_in(screen)
    assert sheet_of(screen).problem.isHidden() or not sheet_of(screen).problem.isVisible()


def test_a_new_date_needs_both_to_agree(desk, open_page):
    ask = asked(desk)
    screen = open_page()
    screen.press(K.Key_Return)
    choose(screen, "New date")
    screen.press(K.Key_Tab, "20 Mar", K.Key_Return)
    assert "Both sides must agree to a new date." in said_in(screen)
    screen.press(K.Key_Tab, K.Key_Space, K.Key_Return)
    assert record(desk, Ask, ask.id).due_day == date(2026, 3, 20)


def test_a_withdrawn_ask_says_why(desk, open_page):
    ask = asked(desk)
    screen = open_page()
    screen.press(K.Key_Return)
    choose(screen, "Withdraw")
    screen.press(K.Key_Return)
    assert "Say why the request is withdrawn." in said_in(screen)
    screen.press(K.Key_Tab, "The customer left", K.Key_Return)
    assert record(desk, Ask, ask.id).state is AskState.WITHDRAWN


def test_after_its_day_it_is_not_met_with_the_reps_view_and_asked_again(desk, later, open_page):
    ask = asked(desk)
    later(4)
    screen = open_page()
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Met", "Not met", "Withdraw"]
    choose(screen, "Not met")
    screen.press(K.Key_Tab, "No visit was planned", K.Key_Tab, "Too early", K.Key_Return)
    unmet = record(desk, Ask, ask.id)
    assert (unmet.state, unmet.reason, unmet.rep_view) == (
        AskState.UNMET,
        "No visit was planned",
        "Too early",
    )
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Ask again", "Requirement"]
    screen.press(K.Key_Return)
    assert "Complete the request" in said_in(screen)
    screen.press(*[K.Key_Tab] * 4, "20 Mar", K.Key_Return)
    second = next(a for a in newest(desk, Ask) if a.id != ask.id)
    assert (second.state, second.thread_id) == (AskState.OPEN, ask.thread_id)
    assert second.form is AskForm.CHALLENGE
    assert screen.page._page.asks[0].steps[-1].label == "Request 2"


def test_an_unmet_request_may_become_a_requirement_that_is_settled_too(desk, later, open_page):
    ask = asked(desk)
    later(4)
    desk.do(asks.close_ask_unmet, ask.id, "No")
    screen = open_page()
    screen.press(K.Key_Return)
    choose(screen, "Requirement")
    screen.press(K.Key_Return)
    sheet = screen.window.findChildren(RequirementSheet)[-1]
    assert "the request was not met" in texts_of(sheet)
    assert "asked 10 Mar · not met" in texts_of(sheet)
    screen.press("We look each Friday", K.Key_Tab, "20 Mar", K.Key_Return)
    (mandate,) = newest(desk, Mandate)
    assert (mandate.state, mandate.trigger_ids) == (MandateState.OPEN, (ask.id,))
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Met", "Withdraw"]
    screen.press(K.Key_Return)
    assert record(desk, Mandate, mandate.id).state is MandateState.MET
    assert not screen.page._page.asks


def test_a_requirement_that_was_not_met_says_that_coachdesk_ends_here(desk, later, open_page):
    desk.do(
        asks.require,
        rep_id=desk.ben,
        what="Brief the partner before each visit",
        how="We look each Friday",
        due_day=TODAY + timedelta(days=1),
        skip_reason="A customer has complained about it twice",
    )
    later(2)
    screen = open_page()
    screen.press(K.Key_Return)
    choose(screen, "Not met")
    assert "Talk to HR about next steps" in said_in(screen)
    screen.press(K.Key_Return)
    assert newest(desk, Mandate)[0].state is MandateState.UNMET


def test_void_is_proposed_first_where_the_promised_help_failed(desk, later, open_page):
    ask = asked(desk, help="You call the partner first")
    later(4)
    screen = open_page()
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Void", "Met", "Withdraw"]
    assert "Your promised help did not come in time" in said_in(screen)
    screen.press(K.Key_Return)
    assert record(desk, Ask, ask.id).state is AskState.VOID
    helped = mine(desk)
    assert helped.state is PromiseState.BROKEN
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Ask again"]


def test_an_unfinished_ask_is_completed_with_help_that_becomes_a_promise(desk, open_page):
    ask = noted(desk)
    screen = open_page()
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Complete", "Discard"]
    screen.press(*[K.Key_Tab] * 3, HOW, K.Key_Tab, "Fri", K.Key_Tab)
    assert "Becomes Ben’s promise, due Fri." in said_in(screen)
    screen.press("Call the partner by Thu")
    assert "Becomes your promise, due Thu." in said_in(screen)
    screen.press(K.Key_Return)
    agreed = record(desk, Ask, ask.id)
    assert (agreed.state, agreed.form) == (AskState.OPEN, AskForm.QUESTION)
    promise = mine(desk)
    assert promise.due_day == date(2026, 3, 12)


def test_an_unfinished_ask_is_discarded(desk, open_page):
    noted(desk)
    screen = open_page()
    screen.press(K.Key_Return)
    choose(screen, "Discard")
    screen.press(K.Key_Return)
    assert not newest(desk, Ask)
    screen.undo()
    assert len(newest(desk, Ask)) == 1


def test_the_form_is_chosen_in_the_sheet_and_doubt_needs_an_unmet_request(desk, open_page):
    ask = noted(desk)
    screen = open_page()
    screen.press(K.Key_Return)
    assert "doubt" not in [option[1] for option in sheet_of(screen)._step().parts[1].options]
    screen.press(K.Key_Tab, K.Key_Tab, K.Key_Right, K.Key_Tab, HOW, K.Key_Tab, "Fri")
    screen.press(K.Key_Return)
    assert record(desk, Ask, ask.id).form is AskForm.CHALLENGE


def promised(desk):
    asked(desk, help="You call the partner first")
    return mine(desk)


def test_enter_on_a_promise_keeps_it_on_another_day(desk, later, open_page):
    promise = promised(desk)
    later(2)
    screen = open_page("Promises")
    screen.press(K.Key_Return, K.Key_Tab, "yesterday", K.Key_Return)
    kept = record(desk, Commitment, promise.id)
    assert (kept.state, kept.delivered_day) == (PromiseState.KEPT, date(2026, 3, 11))


def test_a_promise_is_moved_with_a_reason_when_both_agree(desk, open_page):
    promise = promised(desk)
    screen = open_page("Promises")
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Kept", "New date", "Withdraw"]
    choose(screen, "New date")
    screen.press(K.Key_Tab, "20 Mar", K.Key_Tab, "The partner is away", K.Key_Return)
    assert "Both sides must agree" in said_in(screen)
    screen.press(K.Key_Tab, K.Key_Space, K.Key_Return)
    assert record(desk, Commitment, promise.id).due_day == date(2026, 3, 20)


def test_a_promise_past_its_day_is_missed_and_not_moved(desk, later, open_page):
    promise = promised(desk)
    later(4)
    screen = open_page("Promises")
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Kept", "Missed", "Withdraw"]
    choose(screen, "Missed")
    screen.press(K.Key_Return)
    assert record(desk, Commitment, promise.id).state is PromiseState.BROKEN


def test_a_promise_is_withdrawn_only_if_both_agree(desk, open_page):
    promise = promised(desk)
    screen = open_page("Promises")
    screen.press(K.Key_Return)
    choose(screen, "Withdraw")
    screen.press(K.Key_Tab, "No longer needed", K.Key_Return)
    assert "only if both sides agree" in said_in(screen)
    screen.press(K.Key_Tab, K.Key_Space, K.Key_Return)
    assert record(desk, Commitment, promise.id).state is PromiseState.WITHDRAWN


def test_a_promise_that_was_moved_twice_is_pointed_out(desk, open_page):
    promise = promised(desk)
    for days in (5, 7):
        day = TODAY + timedelta(days=days)
        desk.do(move_promise, promise.id, day, "Away", both_agree=True)
    screen = open_page("Promises")
    assert "moved twice" in screen.rows.current_row().sentence()


def test_the_second_move_is_pointed_out_once_and_kindly(desk, open_page):
    promise = promised(desk)
    desk.do(move_promise, promise.id, TODAY + timedelta(days=5), "Away", both_agree=True)
    screen = open_page("Promises")
    said = []
    screen.work.said.connect(lambda words, _undo: said.append(words))
    screen.press(K.Key_Return)
    choose(screen, "New date")
    screen.press(K.Key_Tab, "20 Mar", K.Key_Tab, "Away again", K.Key_Tab, K.Key_Space)
    screen.press(K.Key_Return)
    assert record(desk, Commitment, promise.id).renegotiated == 2
    assert said == ["By 20 Mar, moved for the second time: is it still the right promise?"]


def test_what_was_typed_stays_when_another_step_is_chosen(desk, open_page):
    asked(desk)
    screen = open_page()
    screen.press(K.Key_Return)
    choose(screen, "Withdraw")
    screen.press(K.Key_Tab, "The customer left", (K.Key_Tab, Qt.KeyboardModifier.ShiftModifier))
    screen.press(K.Key_Left, K.Key_Right)
    assert sheet_of(screen).answers.words("reason") == "The customer left"


def test_esc_leaves_the_sheet_and_the_keys_are_back_on_the_row(desk, open_page):
    ask = asked(desk)
    screen = open_page()
    screen.press(K.Key_Return, K.Key_Escape)
    assert record(desk, Ask, ask.id).state is AskState.OPEN
    assert QApplication.focusWidget() is screen.rows


def test_the_chosen_step_wears_the_ring(desk, open_page):
    asked(desk)
    screen = open_page()
    QTest.keyClick(screen.rows, K.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "What became of it, Met"


def creative(work):
    team = work.put(PartnerTeam(id=work.new_id(PartnerTeam), name="Creative"))
    dana = PartnerPerson(id=work.new_id(PartnerPerson), name="Dana Roy", team_id=team.id)
    return team, work.put(dana)


@pytest.fixture
def hand_off(desk):
    """Set with a partner's person, due in three days."""
    team, person = desk.do(creative).result
    account = desk.do(add_account, "Northwind", owner=desk.ben).result
    planned = desk.do(
        hand_offs.plan_hand_off,
        rep_id=desk.ben,
        account_id=account.id,
        team_id=team.id,
        need="A plan for the launch",
    ).result
    due = TODAY + timedelta(days=3)
    told = Expectation(text="A first draft", due_day=due, partner_person_id=person.id)
    return desk.do(hand_offs.set_expectation, planned.id, told).result


def test_enter_opens_the_steps_of_a_hand_off_and_met_is_a_day(desk, hand_off, open_page):
    screen = open_page("Hand-offs")
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Accepted", "Met", "New date", "Withdrawn"]
    choose(screen, "Met")
    screen.press(K.Key_Tab, K.Key_Tab, K.Key_Space, K.Key_Return)
    met = record(desk, HandOff, hand_off.id)
    assert (met.state, met.met_day, met.customer_confirmed) == (HandOffState.MET, TODAY, True)


def test_an_expectation_is_revised_when_customer_and_partner_know(desk, hand_off, open_page):
    screen = open_page("Hand-offs")
    screen.press(K.Key_Return)
    choose(screen, "New date")
    screen.press(K.Key_Tab, K.Key_Tab, "20 Mar", K.Key_Return)
    assert "Customer and partner must know of the new date." in said_in(screen)
    screen.press(K.Key_Tab, "Ben", K.Key_Tab, K.Key_Tab, K.Key_Space, K.Key_Return)
    revised = record(desk, HandOff, hand_off.id)
    assert (revised.due_day, revised.revision) == (date(2026, 3, 20), 2)
    assert (revised.customer_told_by, revised.expectation) == ("Ben", "A first draft")


def test_a_miss_after_its_day_asks_for_the_cause(desk, hand_off, later, open_page):
    later(4)
    screen = open_page("Hand-offs")
    screen.press(K.Key_Return)
    assert step_titles(screen) == ["Accepted", "Met", "Missed", "Withdrawn"]
    choose(screen, "Missed")
    screen.press(K.Key_Return)
    assert "Choose the cause of the miss." in said_in(screen)
    screen.press(K.Key_Tab, K.Key_Return, K.Key_Down, K.Key_Return)
    screen.press(K.Key_Tab, "The data came late", K.Key_Return)
    missed = record(desk, HandOff, hand_off.id)
    assert missed.state is HandOffState.MISSED
    assert missed.cause_note == "The data came late"


def test_all_three_say_what_they_got_out_of_it(desk, hand_off, open_page):
    desk.do(hand_offs.meet_hand_off, hand_off.id)
    screen = open_page("Hand-offs")
    screen.press(K.Key_Return, K.Key_Return)
    assert "at least two of the three" in said_in(screen)
    screen.press(
        K.Key_Tab,
        K.Key_Left,
        K.Key_Left,
        K.Key_Left,
        K.Key_Tab,
        K.Key_Tab,
        K.Key_Left,
        K.Key_Return,
    )
    gains = desk.ask(hand_offs.outcomes_of, hand_off.id)
    assert gains[Side.CUSTOMER] is Gain.WON


@pytest.mark.parametrize(
    ("size", "zoom"),
    [((1360, 860), 100), ((1024, 700), 100), ((1360, 860), 150), ((1024, 700), 150)],
)
def test_every_field_of_the_longest_sheet_can_be_seen(desk, later, open_page, size, zoom):
    ask = asked(desk)
    later(4)
    desk.do(asks.close_ask_unmet, ask.id, "No")
    screen = open_page()
    screen.window.resize(*size)
    screen.theme.use(zoom=zoom)
    QApplication.processEvents()
    screen.page._right.asks.rows.setFocus()
    screen.page._right.asks.rows.set_current(0)
    screen.press(K.Key_Return, K.Key_Return)
    sheet = sheet_of(screen)
    for _field in range(8):
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        seen = focus.visibleRegion().boundingRect()
        assert sheet.isAncestorOf(focus)
        assert seen.height() == focus.height(), focus.accessibleName()
        screen.press(K.Key_Tab)
