"""`coachdesk search` finds what was written, and nothing private."""

from pathlib import Path

from tests.cli.calling import Call


def test_search_prints_names_first_then_the_newest(call: Call, store: Path) -> None:
    call("note", "Priya n4 Asked what the Zürich delay costs them, and waited for it")
    answer = call("search", "zurich", "priy")
    assert answer.status == 0
    assert answer.out == (
        "2026-03-10 · Priya Raman · event · Asked what the Zürich delay costs them, and waited"
        " for it\n"
    )
    assert call("search", "priya").out.splitlines()[0] == "rep · Priya Raman"


def test_what_is_not_found_is_no_error(call: Call, store: Path) -> None:
    answer = call("search", "quibblefrotz", "--json")
    assert answer.status == 0
    assert answer.fields == {"results": []}


def test_a_private_line_is_never_found(call: Call, store: Path) -> None:
    call("note", "p Priya quibblefrotz is on her mind")
    assert call("search", "quibblefrotz", "--json").fields == {"results": []}
