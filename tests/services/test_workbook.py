"""A workbook shows values as what they are, and runs nothing."""

import io
from datetime import date, time

import pytest
from openpyxl import load_workbook

from coachdesk.services.workbook import LONGEST_CELL, Sheet, workbook_bytes


def shown(*values: object) -> list:
    content = workbook_bytes([Sheet("rep", ["v"] * len(values), [values])])
    page = load_workbook(io.BytesIO(content))["rep"]
    return list(page[2])


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "#N/A", "007"])
def test_text_is_text_whatever_it_begins_with(text: str) -> None:
    (cell,) = shown(text)
    assert (cell.value, cell.data_type) == (text, "s")


def test_days_numbers_and_nothing_are_what_they_are() -> None:
    cells = shown(date(2026, 3, 10), time(10, 30), 4, True, None, ["a"], date(1850, 1, 1))
    assert cells[0].is_date
    assert [cell.value for cell in cells[1:]] == [
        time(10, 30), 4, True, None, '["a"]', "1850-01-01",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x01b\uffff", "a\ufffdb\ufffd"),
        ("tab\tline\nbreak", "tab\tline\nbreak"),
        ("שלום 🙂", "שלום 🙂"),
        ("x" * 40_000, "x" * (LONGEST_CELL - 1) + "…"),
    ],
)
def test_what_a_cell_cannot_hold_is_marked(text: str, kept: str) -> None:
    assert shown(text)[0].value == kept


def test_the_header_stays_in_sight() -> None:
    page = load_workbook(io.BytesIO(workbook_bytes([Sheet("rep", ["id", "name"], [])])))["rep"]
    assert page.freeze_panes == "A2"
    assert [cell.font.bold for cell in page[1]] == [True, True]
