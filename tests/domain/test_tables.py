"""Tables as text, however the program they come from writes them."""

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.tables import columns_of, decoded, found_separator, read_table


def cells(text, **given):
    return [row.cells for row in read_table(text, **given).rows]


@pytest.mark.parametrize("separator", ["\t", ";", "|", ","])
def test_any_separator_is_found(separator):
    text = "\n".join(separator.join(row) for row in (("Name", "Role"), ("Priya", "AE")))
    assert cells(text) == [("Name", "Role"), ("Priya", "AE")]


def test_the_separator_is_found_from_all_lines_not_from_the_first():
    text = "Team, north\nRaman, Priya;AE;Tue\nHale, Marcus;AE;Wed\nOrtiz, Lena;AE;Thu"
    assert found_separator(text.splitlines()) == ";"


def test_a_quoted_separator_belongs_to_its_cell():
    assert cells('"Ortiz, Lena",AE\n"Raman, Priya",AE') == [
        ("Ortiz, Lena", "AE"),
        ("Raman, Priya", "AE"),
    ]


def test_a_line_break_inside_quotes_does_not_shift_the_line_numbers():
    rows = read_table('Name,Role\n"Lena\nOrtiz",AE\n\nTom,AE').rows
    assert [(row.line, row.cells[0]) for row in rows] == [
        (1, "Name"),
        (2, "Lena\nOrtiz"),
        (5, "Tom"),
    ]


def test_a_quote_that_is_never_closed_is_refused_with_its_line():
    with pytest.raises(InputError, match="line 2"):
        read_table('Name,Role\n"Lena,AE\nTom,AE', separator=",")


def test_rows_without_a_word_are_none():
    assert cells(";;\n \nPriya;AE\n") == [("Priya", "AE")]
    assert cells("") == []


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "utf-16-be-mark", "cp1252"]
)
def test_text_is_read_in_the_encoding_it_was_saved_in(encoding):
    text = "Jürgen;Größe"
    marks = {"utf-16-le-mark": b"\xff\xfe", "utf-16-be-mark": b"\xfe\xff"}
    content = marks.get(encoding, b"") + text.encode(encoding.removesuffix("-mark"))
    assert decoded(content) == text


def test_the_code_page_to_fall_back_to_is_given():
    assert decoded("Łukasz".encode("cp1250"), fallback="cp1250") == "Łukasz"


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", b"\xff\xfea", b"\x81\x8d\x8f"])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(InputError, match="not a text table"):
        decoded(content)


def test_a_header_is_known_by_its_words_whatever_their_case():
    row = read_table("First Name;LAST_NAME;Region").rows[0]
    words = {"first": ("first name",), "last": ("last name",)}
    assert columns_of(row, words) == ("first", "last", "")
