"""Lists of people as managers have them."""

from datetime import date, time

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.roster import read_list, read_row, read_typed
from tests.domain.making import TODAY


def rows(text):
    return [read_row(line, as_of=TODAY) for line in read_list(text).lines]


def one(words):
    return read_row(read_typed(words, 1), as_of=TODAY)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Priya", "Priya", ""),
        ("Priya Raman", "Priya", "Raman"),
        ("Ortiz, Lena", "Lena", "Ortiz"),
        ("ORTIZ, LENA", "LENA", "ORTIZ"),
        ("van der Berg, Anna", "Anna", "van der Berg"),
        ('"Ortiz, Lena"', "Lena", "Ortiz"),
        ("Dr. Lena Ortiz", "Lena", "Ortiz"),
        ("Ms Lena Ortiz", "Lena", "Ortiz"),
        ("Frau Lena Ortiz", "Lena", "Ortiz"),
        ("Lena Ortiz <lena@x.org>", "Lena", "Ortiz"),
        ("lena.ortiz@x.org", "Lena", "Ortiz"),
        ("1. Lena Ortiz", "Lena", "Ortiz"),
        ("12) Lena Ortiz", "Lena", "Ortiz"),
        ("• Lena Ortiz", "Lena", "Ortiz"),
        ("- [ ] Lena Ortiz", "Lena", "Ortiz"),
        ("Anne-Marie O’Neill", "Anne-Marie", "O’Neill"),
        ("محمد علي", "محمد", "علي"),
        ("佐藤 由紀", "佐藤", "由紀"),
        ("佐藤由紀", "佐藤由紀", ""),
        ("  Lena\u00a0  Ortiz ", "Lena", "Ortiz"),
        ("Le\x07na Ortiz", "Le", "na Ortiz"),
    ],
)
def test_a_name_is_read_however_it_is_written(words, first, last):
    row = one(words)
    assert (row.first_name, row.last_name, row.role) == (first, last, "")
    assert row.has_person
    assert not row.problems


def test_a_whole_line_is_read_into_name_role_and_slot():
    row = one("Priya Raman, Senior account executive, every 2 weeks, Tue 10:30, 45 min")
    assert row.name == "Priya Raman"
    assert row.role == "Senior account executive"
    assert (row.rhythm_days, row.weekday, row.start, row.minutes) == (14, 1, time(10, 30), 45)


@pytest.mark.parametrize(
    "words",
    [
        "Priya Raman\tSenior AE\tevery 2 weeks",
        "Priya Raman; Senior AE; every 2 weeks",
        "Priya Raman | Senior AE | every 2 weeks",
        "Priya Raman (Senior AE), every 2 weeks",
        "Priya Raman – Senior AE, every 2 weeks",
        "Raman, Priya, Senior AE, every 2 weeks",
        "Priya Raman, every 2 weeks, Senior AE",
    ],
)
def test_the_order_and_the_separator_are_the_persons_own(words):
    row = one(words)
    assert (row.name, row.role, row.rhythm_days) == ("Priya Raman", "Senior AE", 14)


@pytest.mark.parametrize("role", ["Associate", "AE", "Account executive", "Key account manager"])
def test_a_role_behind_a_single_name_is_not_taken_for_a_first_name(role):
    row = one(f"Priya, {role}")
    assert (row.name, row.role) == ("Priya", role)


def test_what_is_no_slot_stays_with_the_role():
    assert one("Priya Raman, Senior AE, Berlin").role == "Senior AE, Berlin"


@pytest.mark.parametrize(
    "words",
    [
        "West region",
        "Total",
        "Team north:",
        "12345",
        "----",
        "TBD",
        "Region West, 5",
        "sales@x.org",
    ],
)
def test_a_line_that_names_nobody_says_so(words):
    assert not one(words).has_person


def test_a_person_may_be_called_west():
    assert one("Kanye West").has_person


@pytest.mark.parametrize(
    "header",
    [
        "First name;Last name;Title;Weekday;Time;Minutes;Every;Joined",
        "Vorname;Nachname;Rolle;Wochentag;Uhrzeit;Dauer;Rhythmus;Eintritt",
        "FIRST NAME ; last_name;Position;weekday;TIME;length;rhythm;start",
    ],
)
def test_a_header_says_what_the_columns_are(header):
    (row,) = rows(f"{header}\nMary Ann;Smith;AE;Tuesday;9:15;30;14;2024-03-01")
    assert (row.first_name, row.last_name, row.role) == ("Mary Ann", "Smith", "AE")
    assert (row.weekday, row.start, row.minutes, row.rhythm_days) == (1, time(9, 15), 30, 14)
    assert row.joined == date(2024, 3, 1)
    assert row.line == 2


def test_a_line_that_breaks_the_columns_is_read_by_itself():
    lines = "Hale, Marcus, AE\nOrtiz, Lena\nYuki Sato; AE; every week\n1. Tom Okafor (AE)"
    found = rows(f"Name, Role, Rhythm\n{lines}")
    assert [(row.name, row.role) for row in found] == [
        ("Marcus Hale", "AE"),
        ("Lena Ortiz", ""),
        ("Yuki Sato", "AE"),
        ("Tom Okafor", "AE"),
    ]
    assert not any(row.problems for row in found)


def test_a_column_that_nothing_is_read_from_is_named():
    roster = read_list("Name,Region,E-mail\nLena Ortiz,West,lena@x.org")
    assert roster.unread_columns == ("Region",)
    row = read_row(roster.lines[0], as_of=TODAY)
    assert (row.name, row.role, row.has_mail) == ("Lena Ortiz", "", True)


def test_a_header_may_come_again_and_blank_lines_count_as_lines():
    found = rows("Name\nLena Ortiz\n\nName\nTom Okafor")
    assert [(row.line, row.name) for row in found] == [(2, "Lena Ortiz"), (5, "Tom Okafor")]


def test_a_cell_behind_the_last_head_is_not_lost():
    assert rows("Name,Role\nLena Ortiz,AE,Berlin")[0].role == "AE, Berlin"


def test_words_of_a_table_that_are_no_slot_are_a_problem():
    (row,) = rows("Name;Weekday\nLena Ortiz;sometimes")
    assert "sometimes" in row.problems[0]


def test_a_rhythm_column_may_hold_any_words():
    found = rows("Name;Every\nA Ax;2 weeks\nB Bx;Monthly\nC Cx;10\nD Dx;3")
    assert [row.rhythm_days for row in found] == [14, 30, 10, None]
    assert "between 7 and 90" in found[3].problems[0]


def test_lines_of_a_mixed_list_are_read_each_for_itself():
    found = rows("My team:\n1. Priya Raman, AE\n2. Hale, Marcus\n• Lena Ortiz (Associate)\n")
    assert [(row.line, row.name, row.role) for row in found[1:]] == [
        (2, "Priya Raman", "AE"),
        (3, "Marcus Hale", ""),
        (4, "Lena Ortiz", "Associate"),
    ]
    assert not found[0].has_person


def test_a_lone_quote_mark_does_not_swallow_the_lines_behind_it():
    assert [row.name for row in rows('"Lena Ortiz\nTom Okafor')] == ["Lena Ortiz", "Tom Okafor"]


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n;;"])
def test_nothing_gives_no_lines(text):
    assert rows(text) == []


def test_a_file_with_a_thousand_lines_is_no_team():
    with pytest.raises(InputError, match="1,001 lines"):
        read_list("Lena Ortiz\n" * 1001)
