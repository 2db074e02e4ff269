"""A spreadsheet opens our tables rightly and runs nothing that stands in them."""

import csv
import io

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coachdesk.services.spreadsheet import cell, csv_bytes, defused, undefused

RUN = "=+-@＝＋－＠"
BLANKS = " \t\r\n\"'\u00a0\u200b\ufeff\u202e"


def read_as(content: bytes, separator: str) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@SUM(1)",
        "+1",
        "-1",
        " =1",
        '"=1',
        "\t=1",
        "\r=1",
        "＝1+1",
        "\u200b=1",
        "\ufeff=1",
        "\u202e=1",
        "a;=1",
        "a\n=cmd|' /C calc'!A0",
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert defused(text) != text
    assert defused(text).replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize(
    "text", ["", "Priya", "a = b", "e-mail", "3 - 1", "x@y.org", "Don’t", "שלום", "a, b"]
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert defused(text) == text


@given(st.text(alphabet=BLANKS + RUN + "ab1;,", max_size=12))
@example("\t")
def test_no_cell_begins_a_formula_whatever_the_separator(text: str) -> None:
    for separator in ",;\t":
        for row in read_as(csv_bytes(["name"], [[text]]), separator):
            for each in row:
                assert not each.strip(BLANKS.replace("'", "")).startswith(tuple(RUN))


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.integers())))
def test_a_table_comes_back_as_it_was_but_for_the_apostrophes(rows: list[tuple[str, int]]) -> None:
    header, *found = read_as(csv_bytes(["name", "n"], rows), ",")
    assert header == ["name", "n"]
    assert found == [[defused(text), str(n)] for text, n in rows]


@given(st.text(alphabet=BLANKS + RUN + "ab1;,", max_size=12))
@example("\t=")
def test_the_apostrophes_are_taken_away_again(text: str) -> None:
    # An apostrophe of one's own before a hidden beginning cannot be told from ours.
    assume(not text.startswith(("'\t", "'\r", "'\n")))
    assert undefused(defused(text)) == text


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert [cell(value) for value in (-5, 1.5, True, False, None)] == [
        "-5",
        "1.5",
        "true",
        "false",
        "",
    ]
    assert cell(["=1", "ß"]) == '["=1", "ß"]'
