"""`coachdesk import` of customers and events: taken whole or not at all, tried without a trace."""

from pathlib import Path

import pytest

from tests.cli.calling import Call

GOOD = "Asked what the delay costs them each month"
EVENTS = (
    "Rep;Date;What I saw;Customer;Transition\n"
    f"Priya Raman;2026-02-03;{GOOD};Delta Foods;4\n"
    "Priya Raman;2026-02-04;Too short;Delta Foods;4\n"
)


def table(text: str, name: str = "events.csv") -> Path:
    Path(name).write_text(text, "utf-8")
    return Path(name)


def test_events_are_counted_first_and_then_made(call: Call, store: Path) -> None:
    before = store.read_bytes()
    created = {"account": 1, "observation": 1, "rating": 1, "draft": 1}
    dry = call("import", table(EVENTS), "--dry-run", "--json")
    assert dry.fields == {"created": created, "dry_run": True}
    assert "“Delta Foods”" in dry.err
    assert "Line 3 waits in the Inbox" in dry.err
    assert store.read_bytes() == before
    assert call("import", table(EVENTS), "--json").fields == {"created": created, "dry_run": False}
    again = call("import", table(EVENTS), "--json")
    assert (again.status, again.fields["created"]) == (0, {})
    assert "Lines 2, 3 are here already" in again.err
    assert "imported table" in call("undo").out


def test_customers_go_into_a_new_store(call: Call, home: Path) -> None:
    words = ("--store", "new.coachdesk", "import", table("Company\nDelta Foods\nEcho\n"))
    assert call(*words, "--dry-run", "--json").fields["created"] == {"account": 2}
    assert not Path("new.coachdesk").exists()
    assert call(*words, "--json").fields["created"] == {"account": 2}


def test_the_kind_can_be_said(call: Call, store: Path) -> None:
    file = table("Name\nDelta Foods\n")
    assert call("import", file, "--dry-run", "--json").fields["created"] == {"rep": 1}
    answer = call("import", file, "--as", "accounts", "--dry-run", "--json")
    assert answer.fields["created"] == {"account": 1}
    assert call("import", file, "--as", "talks").status == 2
    assert call("import", "team.json", "--as", "accounts").status == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (EVENTS + f"Pria;2026-02-03;{GOOD};;4\n", "line 4: “Pria” is no rep of yours"),
        (EVENTS.replace("2026-02-03", "3/2/2026"), "two ways"),
        ("Rep;Date;What I saw\n", "no lines"),
        ("Rep;What I saw\nPriya;x\n", "no column for: Day"),
    ],
)
def test_what_a_person_must_look_at_refuses_the_file(
    call: Call, store: Path, text: str, words: str
) -> None:
    before = store.read_bytes()
    for more in ((), ("--dry-run",)):
        answer = call("import", table(text), *more)
        assert answer.status == 3
        assert answer.err.count("\n") == 1
        assert words in answer.err
        assert "events.csv" in answer.err
    assert store.read_bytes() == before
