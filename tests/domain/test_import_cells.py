"""What the cells of an imported table say, and what a column as a whole decides."""

from datetime import date

import pytest

from coachdesk.domain.import_cells import found_order, read_choice, read_day, read_rating, read_yes
from coachdesk.domain.import_mapping import DayOrder, TableKind, header_separator, proposed
from coachdesk.domain.import_words import CAUSES, SIZES
from coachdesk.domain.tables import read_table

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    "cell",
    ["2026-02-03", "2026-02-03 00:00:00", "3.2.2026", "03.02.26", "3. 2. 2026", "3 Feb 2026"],
)
def test_a_day_with_its_year_is_read(cell: str) -> None:
    assert read_day(cell, None, as_of=TODAY) == date(2026, 2, 3)


@pytest.mark.parametrize("cell", ["", "yesterday", "Tue", "3 Feb", "2026-02-30", "3/2/2026", "45"])
def test_what_is_no_day_or_two_is_not_guessed(cell: str) -> None:
    assert read_day(cell, None, as_of=TODAY) is None


@pytest.mark.parametrize(
    ("cells", "order", "asks"),
    [
        (["3/2/2026", "13/2/2026"], DayOrder.DAY_FIRST, False),
        (["3/2/2026", "2/13/2026"], DayOrder.MONTH_FIRST, False),
        (["3/2/2026", "4/5/2026"], None, True),
        (["13/2/2026", "2/13/2026"], None, True),
        (["3/3/2026", "2026-02-03"], None, False),
    ],
)
def test_the_whole_column_decides_which_number_is_the_month(
    cells: list[str], order: DayOrder | None, asks: bool
) -> None:
    assert found_order(cells) == (order, asks)


def test_the_chosen_order_reads_the_day() -> None:
    assert read_day("3/2/2026", DayOrder.DAY_FIRST, as_of=TODAY) == date(2026, 2, 3)
    assert read_day("3/2/2026", DayOrder.MONTH_FIRST, as_of=TODAY) == date(2026, 3, 2)


def test_ratings_and_choices_are_read_as_tables_write_them() -> None:
    assert [read_rating(cell) for cell in ("4", "4.0", "4,0", "4/5", "4.5", "good")] == [
        4, 4, 4, 4, None, None,
    ]  # fmt: skip
    assert [read_choice(cell, SIZES) for cell in ("GROß", "medium", "tiny")] == [
        "large", "medium", None,
    ]  # fmt: skip
    assert read_choice("unclear_handoff", CAUSES) == "unclear_handoff"
    assert [read_yes(cell) for cell in ("Ja", "", "false", "perhaps")] == [True, False, False, None]


def test_a_column_has_one_meaning_and_gives_it_up_to_another() -> None:
    table = read_table("Rep,Date,Note,Comment\n")
    mapping = proposed(table, TableKind.OBSERVATIONS)
    assert mapping.columns == ("rep", "day", "comment", "")
    assert mapping.with_column(3, "comment").columns == ("rep", "day", "", "comment")
    assert mapping.with_column(2, "").lacks == ("comment",)


def test_pairs_of_behaviour_and_rating_may_be_numbered() -> None:
    table = read_table("Rep,Day,Note,Behaviour 1,Rating 1,Behaviour 2,Rating 2\n")
    assert proposed(table, TableKind.OBSERVATIONS).columns[3:] == ("behaviour", "rating") * 2


def test_the_header_says_what_separates_the_cells() -> None:
    assert header_separator('rep,day,comment\nPriya,2026-02-03,"one; two; three"\n') == ","
    assert header_separator("Rep;Day;Note\n") == ";"
    assert header_separator("Priya Raman, AE\n") == ""
