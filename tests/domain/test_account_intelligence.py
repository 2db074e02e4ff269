"""The four answers about a customer: what fits each question, and how it is said."""

from datetime import date, timedelta

import pytest

from coachdesk.domain.account_intelligence import (
    AccountQuestion,
    answer_words,
    check_value,
    is_outdated,
    value_of,
)
from coachdesk.domain.errors import InputError
from coachdesk.domain.partner_vocabulary import IntelligenceQuestion as Q


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        (Q.I1, "1", 1),
        (Q.I1, " 5 ", 5),
        (Q.I2, "0", 0),
        (Q.I2, "300", 300),
        (Q.I3, "unknown", "unknown"),
        (Q.I4, " Long, then cut over price ", "Long, then cut over price"),
        (Q.I4, "x" * 600, "x" * 600),
    ],
)
def test_an_answer_that_fits_its_question_is_taken(question: Q, typed: str, value: object) -> None:
    assert value_of(question, typed) == value


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (Q.I1, "0"),
        (Q.I1, "6"),
        (Q.I1, "well"),
        (Q.I2, "301"),
        (Q.I2, "-1"),
        (Q.I2, "²"),
        (Q.I3, "always"),
        (Q.I4, "  "),
        (Q.I4, "x" * 601),
    ],
)
def test_what_is_no_answer_is_refused_with_a_way_out(question: Q, typed: str) -> None:
    with pytest.raises(InputError) as caught:
        value_of(question, typed)
    assert caught.value.next_step


@pytest.mark.parametrize(("question", "value"), [(Q.I1, True), (Q.I1, "4"), (Q.I2, 4.5), (Q.I3, 1)])
def test_a_value_of_the_wrong_kind_is_refused(question: Q, value: object) -> None:
    with pytest.raises(InputError):
        check_value(question, value)  # type: ignore[arg-type]


def test_fewer_than_five_years_are_said() -> None:
    years = AccountQuestion(id=Q.I2, text="")
    assert answer_words(years, 4) == "4 years, fewer than 5"
    assert answer_words(years, 5) == "5 years"
    assert answer_words(years, 1) == "1 year, fewer than 5"


def test_a_step_of_the_scale_says_its_word() -> None:
    runs = AccountQuestion(id=Q.I1, text="", scale=((1, "struggling"), (3, "mixed")))
    assert answer_words(runs, 3) == "3 of 5, mixed"
    assert answer_words(runs, 4) == "4 of 5"


def test_an_answer_is_old_after_half_a_year() -> None:
    today = date(2026, 3, 10)
    assert not is_outdated(today - timedelta(days=180), today)
    assert is_outdated(today - timedelta(days=181), today)
