"""`coachdesk history` says what was changed."""

from pathlib import Path

from tests.cli.calling import Call


def test_history_names_the_change_its_moment_and_what_was_undone(call: Call, store: Path) -> None:
    call("note", "Priya n4 Asked what the delay costs them, and waited for it")
    assert call("history", "--rep", "Priya", "--last", "1").out == (
        "2026-03-10 09:00 · observation · Priya Raman · Asked what the delay costs them, and"
        " waited for it · Need identification rated 4\n"
    )
    call("undo")
    kinds = [e["kind"] for e in call("history", "--json").fields["entries"]]
    assert kinds[:2] == ["undo", "do"]


def test_an_unknown_rep_is_refused_with_the_way_out(call: Call, store: Path) -> None:
    answer = call("history", "--rep", "Nobody")
    assert answer.status == 3
    assert call("history", "--last", "0").status == 2
