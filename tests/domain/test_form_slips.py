"""A mistyped form code is near the one that was printed, and near few others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.form_slips import codes_meant, is_one_slip_away
from coachdesk.domain.paper import SYMBOLS, CodeRow, form_code, ratings_meant

codes = st.integers(0, 29_790).map(form_code)


@pytest.mark.parametrize(
    ("typed", "code", "expected"),
    [
        ("2238", "2237", True),
        ("2273", "2237", True),
        ("3227", "2237", False),
        ("Z237", "2237", True),
        ("zz37", "2237", True),
        ("33A6", "33AG", True),
        ("ZZZ0", "ZZZQ", True),
        ("2B5G", "28S6", True),
        ("2237", "2237", False),
        ("223", "2237", False),
        ("2339", "2237", False),
        ("7322", "2237", False),
    ],
)
def test_what_is_one_slip_from_a_code(typed, code, expected):
    assert is_one_slip_away(typed, code) is expected


@given(codes, st.integers(0, 3), st.sampled_from(SYMBOLS + "01OIL"))
def test_one_wrong_symbol_is_one_slip(code, place, symbol):
    typed = code[:place] + symbol + code[place + 1 :]
    assert is_one_slip_away(typed.lower(), code) is (typed != code)


@given(codes, st.integers(0, 2))
def test_two_swapped_neighbours_are_one_slip(code, place):
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_one_slip_away(typed, code) is (typed != code)


def test_at_most_three_are_named_in_the_order_given():
    printed = [form_code(number) for number in range(60)]
    meant = codes_meant("2239", printed)
    assert 1 <= len(meant) <= 3
    assert list(meant) == [code for code in printed if is_one_slip_away("2239", code)][:3]
    assert codes_meant("YYYY", printed) == ()


@given(st.lists(st.none() | st.integers(1, 5), max_size=6), st.integers(0, 9))
def test_every_rating_that_would_make_the_sum_right_is_named_and_no_other(values, check):
    rows = [value and CodeRow(letter="t", rating=value) for value in values]
    expected = [
        (place + 1, other)
        for place, value in enumerate(values)
        if value
        for other in range(1, 6)
        if other != value and (sum(filter(None, values)) - value + other) % 10 == check
    ]
    assert [(number, row.rating) for number, row in ratings_meant(rows, check)] == expected
