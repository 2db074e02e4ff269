"""What is typed from paper is read back exactly, and a slip is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.errors import InputError
from coachdesk.domain.paper import (
    SYMBOLS,
    CodeLine,
    CodeRow,
    form_code,
    form_number,
    format_code_line,
    looks_like_form_code,
    parse_code_line,
)

numbers = st.integers(0, 29_790)
rated_rows = st.one_of(
    st.builds(CodeRow, letter=st.sampled_from("nv"), rating=st.integers(1, 5)),
    st.builds(
        CodeRow,
        letter=st.sampled_from("tfw"),
        rating=st.integers(1, 5),
        cause=st.none() | st.sampled_from("rpcuo"),
    ),
)
code_lines = st.builds(
    CodeLine,
    form=numbers.map(form_code),
    rows=st.lists(st.none() | rated_rows, min_size=1, max_size=6).map(tuple),
)


@pytest.mark.parametrize(
    ("number", "code"), [(0, "2222"), (1, "2237"), (1000, "33AG"), (29790, "ZZZQ")]
)
def test_a_form_number_has_its_code(number, code):
    assert form_code(number) == code
    assert form_number(code.lower()) == number


@pytest.mark.parametrize("number", [-1, 29_791])
def test_there_are_29791_forms(number):
    with pytest.raises(ValueError, match="form number"):
        form_code(number)


def test_the_example_line_is_read_row_by_row():
    line = parse_code_line("2237 T4 N5 V3 - - - 2")
    assert line.form == "2237"
    assert line.rows == (
        CodeRow(letter="t", rating=4),
        CodeRow(letter="n", rating=5),
        CodeRow(letter="v", rating=3),
        None,
        None,
        None,
    )
    assert parse_code_line("2237 F2/p 2").rows[0] == CodeRow(letter="f", rating=2, cause="p")


@pytest.mark.parametrize(
    "typed",
    ["2237 t4 n5 v3 2", "2237 T4,N5,V3,2", "2237 T4, N5, V3, 2", "  2237   T4 ,N5  V3 2 "],
)
def test_case_and_commas_make_no_difference(typed):
    assert [row.rating for row in parse_code_line(typed).rows] == [4, 5, 3]


@pytest.mark.parametrize(
    ("typed", "key", "message"),
    [
        ("", "empty", "Type the form code, then a pair such as T4."),
        ("2237", "empty", "Type the form code, then a pair such as T4."),
        ("2239 4", "empty", "Type the form code, then a pair such as T4."),
        (
            "2238 X9 4",
            "form",
            "The form code does not fit; please compare '2238' with the paper.",
        ),
        ("2237 X4 N/ 4", "pair", "'X4' is not one of N V T F W with 1–5, or -."),
        ("2237 T6 6", "pair", "'T6' is not one of N V T F W with 1–5, or -."),
        ("2237 T4,,N5 9", "pair", "'' is not one of N V T F W with 1–5, or -."),
        ("2237 N1/r - - - - - - 1", "too_many", "The form has six rows."),
        ("2237 N4/r 9", "cause", "A cause fits T, F and W only."),
        (
            "2237 T4 N5 V3 - - - 3",
            "sum",
            "The ratings add up to a check of 2; the paper says 3. Compare the rows.",
        ),
        (
            "2237 T4 N5 V3 12",
            "sum",
            "The ratings add up to a check of 2; the paper says 12. Compare the rows.",
        ),
        (
            "2237 T4 -",
            "sum",
            "The ratings add up to a check of 4; the paper says nothing. Compare the rows.",
        ),
    ],
)
def test_the_first_error_that_applies_is_named(typed, key, message):
    with pytest.raises(InputError) as refusal:
        parse_code_line(typed)
    assert (refusal.value.code, refusal.value.message) == (key, message)


@given(code_lines)
def test_a_written_line_reads_back_as_it_was(line):
    assert parse_code_line(format_code_line(line)) == line
    assert parse_code_line(format_code_line(line).lower()) == line
    assert looks_like_form_code(format_code_line(line))


@given(code_lines, st.data())
def test_one_wrong_rating_is_always_refused(line, data):
    rated = [index for index, row in enumerate(line.rows) if row]
    if not rated:
        return
    index = data.draw(st.sampled_from(rated))
    row = line.rows[index]
    wrong = data.draw(st.sampled_from([value for value in range(1, 6) if value != row.rating]))
    words = format_code_line(line).split()
    words[index + 1] = words[index + 1].replace(str(row.rating), str(wrong))
    with pytest.raises(InputError) as refusal:
        parse_code_line(" ".join(words))
    assert refusal.value.code == "sum"


@given(numbers, st.integers(0, 3), st.sampled_from(SYMBOLS))
def test_one_wrong_symbol_of_a_form_code_is_seen(number, place, symbol):
    code = form_code(number)
    wrong = code[:place] + symbol + code[place + 1 :]
    if wrong != code:
        with pytest.raises(InputError):
            form_number(wrong)


@given(numbers, st.integers(0, 1))
def test_two_swapped_neighbours_of_a_form_code_are_seen(number, place):
    code = form_code(number)
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        with pytest.raises(InputError):
            form_number(wrong)


@given(st.text())
def test_any_text_is_read_or_refused_in_words(text):
    assert looks_like_form_code(text) in (True, False)
    try:
        said = str(parse_code_line(text))
    except InputError as refused:
        said = str(refused)
    assert said.strip()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2237", True),
        ("2237 T4 N5 9", True),
        ("2238 X4 4", True),
        ("2237 -", True),
        ("ABCD T4 4", True),
        ("2237 customers were told", False),
        ("TOMS", False),
        ("Mark", False),
        ("Mark t4", False),
        ("Mark t4 Asked the customer first", False),
        ("Mark t4 4", False),
        ("Priya t4 Brought Mei in", False),
        ("", False),
    ],
)
def test_a_word_is_not_taken_for_a_form_code(line, expected):
    assert looks_like_form_code(line, names=["Mark", "Priya"]) is expected


@pytest.mark.parametrize(
    ("typed", "next_step"),
    [
        (
            "2237 T4 N5 V3 - - - 1",
            "It would be right with T3 in row 1 or N4 in row 2 or V2 in row 3.",
        ),
        ("2237 F2/p 5", "It would be right with F5/P in row 1."),
        ("2237 T4 N5 V3 7", ""),
        ("2237 T4 -", "Type the check digit after the last row."),
        ("2237 T4 14", "The check is one digit."),
    ],
)
def test_a_wrong_sum_names_the_one_rating_that_would_mend_it(typed, next_step):
    with pytest.raises(InputError) as refusal:
        parse_code_line(typed)
    assert (refusal.value.code, refusal.value.next_step) == ("sum", next_step)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("2O37 T4 N5 9", True), ("22I7 t4 4", True), ("2037", False), ("1150 EUR agreed", False)],
)
def test_a_code_with_a_symbol_no_form_has_is_still_a_code_line(line, expected):
    assert looks_like_form_code(line) is expected
