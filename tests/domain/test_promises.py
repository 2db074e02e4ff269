"""Promises of both sides follow one set of rules."""

import pytest

from coachdesk.domain.promises import Commitment, agree
from coachdesk.domain.vocabulary import OwnerSide, PromiseState
from tests.domain.making import TODAY, a_promise, on, refusal

BOTH_SIDES = pytest.mark.parametrize("side", list(OwnerSide))
CLOSED = [state for state in PromiseState if state is not PromiseState.OPEN]


@BOTH_SIDES
@pytest.mark.parametrize(
    ("delivered", "state"),
    [(-10, "kept"), (-1, "kept"), (0, "kept"), (1, "kept_late"), (9, "kept_late")],
)
def test_a_promise_is_kept_up_to_its_due_day_and_kept_late_after(side, delivered, state):
    promise = a_promise(owner_side=side, due_day=TODAY)
    closed = promise.delivered(on(delivered), as_of=on(9))
    assert (closed.state, closed.delivered_day, closed.closed_day) == (state, on(delivered), on(9))


@pytest.mark.parametrize("delivered", [-11, 1])
def test_a_delivery_lies_between_the_agreement_and_today(delivered):
    assert refusal(a_promise().delivered, on(delivered), as_of=TODAY) == "E-COM-02"


def test_a_promise_is_due_on_or_after_the_day_it_was_agreed():
    assert refusal(agree, a_promise(due_day=on(-11))) == "E-COM-01"
    assert agree(a_promise(due_day=on(-10))).due_day == on(-10)


@BOTH_SIDES
def test_both_sides_may_move_an_open_promise_and_its_moves_are_counted(side):
    moved = a_promise(owner_side=side)
    for due in (6, 8):
        moved = moved.renegotiated_to(on(due), "Data late", both_agree=True, as_of=TODAY)
    assert (moved.due_day, moved.renegotiated, moved.state) == (on(8), 2, PromiseState.OPEN)


@pytest.mark.parametrize(
    ("due", "new", "reason", "agreed", "code"),
    [
        (-1, 4, "Data late", True, "E-COM-03"),
        (4, 6, "Data late", False, "E-COM-04"),
        (4, 6, "  ", True, "E-COM-04"),
        (4, 4, "Data late", True, "E-COM-01"),
        (4, 3, "Data late", True, "E-COM-01"),
        (0, 1, "Data late", True, ""),
    ],
)
def test_a_promise_is_moved_before_its_day_passed_with_a_reason_both_agree(
    due, new, reason, agreed, code
):
    promise = a_promise(due_day=on(due))
    said = refusal(promise.renegotiated_to, on(new), reason, both_agree=agreed, as_of=TODAY)
    assert said == code


@BOTH_SIDES
@pytest.mark.parametrize(("due", "code"), [(-1, ""), (0, "E-COM-05"), (1, "E-COM-05")])
def test_a_promise_is_missed_only_once_it_is_past_due(side, due, code):
    promise = a_promise(owner_side=side, due_day=on(due))
    assert refusal(promise.broken, "", as_of=TODAY) == code
    assert promise.is_overdue(TODAY) is (code == "")


@pytest.mark.parametrize(
    ("reason", "agreed", "code"),
    [
        ("No longer needed", True, ""),
        ("No longer needed", False, "E-COM-06"),
        ("", True, "E-COM-06"),
    ],
)
def test_a_promise_is_withdrawn_only_by_both_sides_with_a_reason(reason, agreed, code):
    assert refusal(a_promise().withdrawn, reason, both_agree=agreed, as_of=TODAY) == code


@pytest.mark.parametrize("state", CLOSED)
@pytest.mark.parametrize(
    "step",
    [
        lambda promise: promise.delivered(TODAY, as_of=TODAY),
        lambda promise: promise.renegotiated_to(on(9), "Later", both_agree=True, as_of=TODAY),
        lambda promise: promise.broken("", as_of=on(30)),
        lambda promise: promise.withdrawn("Done with", both_agree=True, as_of=TODAY),
        lambda promise: promise.voided("Origin void", as_of=TODAY),
    ],
    ids=["deliver", "renegotiate", "close as missed", "withdraw", "void"],
)
def test_no_step_leaves_a_closed_promise(state, step):
    assert refusal(step, a_promise(state=state)) == "E-COM-07"


def test_a_void_promise_is_never_overdue():
    void = a_promise(due_day=on(-5)).voided("The request was void", as_of=TODAY)
    assert isinstance(void, Commitment)
    assert not void.is_overdue(TODAY)
