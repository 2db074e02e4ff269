"""A share stays unconditional."""

from dataclasses import fields

import pytest

from coachdesk.domain.shares import Share
from coachdesk.domain.vocabulary import ShareState
from tests.domain.making import TODAY, a_share, on, refusal


def test_a_share_has_no_place_for_a_due_day_an_outcome_or_a_promise():
    names = {field.name for field in fields(Share)}
    assert not {name for name in names if "due" in name or "outcome" in name or "commit" in name}


def test_a_share_does_not_print_unless_it_is_said():
    assert a_share().print is False


@pytest.mark.parametrize(
    ("day", "state", "code"),
    [
        (0, ShareState.GIVEN, ""),
        (-1, ShareState.GIVEN, "E-SHA-02"),
        (0, ShareState.VOIDED, "E-SHA-02"),
    ],
)
def test_only_the_wording_of_todays_shares_changes(day, state, code):
    share = a_share(day=on(day), state=state)
    assert refusal(share.reworded, "Another story", as_of=TODAY) == code


def test_a_share_is_taken_back_with_a_reason_only():
    assert refusal(a_share().voided, "") == "E-SHA-04"
    assert a_share().voided("Told it twice").state is ShareState.VOIDED
