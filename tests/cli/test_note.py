"""`coachdesk note` says what it understood, and never asks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calling import Call
from tests.hostile import hostile_strings

GOOD = "Priya transition 4 Brought Stefan in with a clear hand-off @Cobalt #integration"
FIELDS = {"status", "id", "rep", "ratings", "account", "partner", "day", "missing"}


def observations(call: Call, store: Path) -> list[str]:
    """Ids of every observation, read from an export."""
    file = store.with_name("read.json")
    assert call("export", file, "--quiet").status == 0
    import json

    return [row["id"] for row in json.loads(file.read_text("utf-8"))["entities"]["observation"]]


def test_a_complete_line_becomes_an_observation(call: Call, store: Path) -> None:
    answer = call("note", GOOD, "--json")
    assert answer.status == 0
    assert set(answer.fields) == FIELDS
    assert answer.fields["status"] == "observation"
    assert answer.fields["rep"] == "Priya Raman"
    assert answer.fields["ratings"] == [{"behaviour": "transition", "value": 4}]
    assert answer.fields["account"] == "Cobalt Lane Printing"
    assert answer.fields["partner"] == "Stefan, Integration Services"
    assert answer.fields["day"] == "2026-03-10"
    assert answer.fields["missing"] == []
    assert answer.fields["id"] in observations(call, store)


def test_the_text_answer_says_every_part_that_was_understood(call: Call, store: Path) -> None:
    answer = call("note", GOOD)
    assert answer.out == (
        "Observation: Priya Raman, Transition to partner 4, Cobalt Lane Printing, "
        "Stefan, Integration Services, today\n"
    )
    assert answer.err == ""


@pytest.mark.parametrize(
    ("line", "missing", "candidate"),
    [
        ("t4 Brought Stefan in with a clear hand-off", "rep", "Priya Raman"),
        ("Priyya t4 Brought Stefan in with a clear hand-off", "rep", "Priya Raman"),
        ("Priya Brought Stefan in with a clear hand-off", "behaviour", "Need identification"),
        ("Priya t4 Brought him in with a hand-off @Cobaltt", "account", "Cobalt Lane Printing"),
        ("Priya t4 Brought him in with a hand-off @Nowhere", "account", '@"Nowhere"'),
    ],
)
def test_what_is_open_waits_in_the_inbox_with_the_candidates_named(
    call: Call, store: Path, line: str, missing: str, candidate: str
) -> None:
    before = observations(call, store)
    answer = call("note", line)
    assert answer.status == 0
    assert answer.out.startswith("Inbox:")
    assert candidate in answer.out
    asked = call("note", line, "--json")
    assert asked.fields["status"] == "draft"
    assert missing in asked.fields["missing"]
    assert candidate in asked.err
    assert observations(call, store) == before


def test_a_misspelt_name_is_offered_and_never_taken(call: Call, store: Path) -> None:
    assert call("note", "Priyya t4 Brought Stefan in clearly", "--json").fields["rep"] is None


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Priya 6 Brought Stefan in with a clear hand-off", "E-OBS-04"),
        ("Priya 0 Brought Stefan in with a clear hand-off", "E-OBS-04"),
        ("Priya tomorrow t4 Brought Stefan in with a clear hand-off", "E-OBS-01"),
        ("", "empty"),
        ("   ", "empty"),
        ("x" * 40_001, "E-CAP-02"),
        ("text that is \udcff\udcfe no text", "text"),
    ],
)
def test_a_line_that_cannot_stand_is_refused_and_changes_nothing(
    call: Call, store: Path, line: str, code: str
) -> None:
    before = store.read_bytes()
    answer = call("note", "--json", "--", line)
    assert answer.status == 3
    assert answer.fields["error"]["code"] == code
    assert answer.err == ""
    assert store.read_bytes() == before


def test_a_day_that_does_not_exist_is_refused(call: Call, store: Path) -> None:
    before = store.read_bytes()
    answer = call("note", "Priya 31 Feb t4 Brought Stefan in with a clear hand-off")
    assert answer.status == 3
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert store.read_bytes() == before


def test_a_note_of_40000_characters_is_kept_whole_in_the_inbox(call: Call, store: Path) -> None:
    line = ("Priya t4 " + "words " * 7_000)[:40_000]
    answer = call("note", line)
    assert answer.status == 0
    assert "too many" in answer.out
    call("export", "read.json", "--quiet")
    assert line.strip() in Path("read.json").read_text("utf-8")


def test_a_private_line_is_kept_without_repeating_its_words(call: Call, store: Path) -> None:
    answer = call("note", "p Priya zanzibar")
    assert answer.status == 0
    assert "zanzibar" not in answer.out + answer.err
    assert call("note", "p Priya zanzibar", "--json").fields["status"] == "draft"
    assert "zanzibar" not in call("brief", "Priya").out


def test_the_words_of_a_line_need_no_quotes(call: Call, store: Path) -> None:
    words = GOOD.replace("#integration", "").split()
    assert call("note", *words).out.startswith("Observation: Priya Raman")


@pytest.fixture
def form_code(call: Call, store: Path) -> Callable[[], str]:
    """Print a form for Priya and read its code off the paper."""
    from pypdf import PdfReader

    def printed() -> str:
        assert call("print", "form", "--rep", "Priya", "--out", "form.pdf").status == 0
        text = PdfReader("form.pdf").metadata.title or ""
        return text.split()[-1]

    return printed


def test_a_forms_code_line_makes_a_draft_for_each_row(
    call: Call, store: Path, form_code: Callable[[], str]
) -> None:
    line = f"{form_code()} T4 N5 V3 - - - 2"
    answer = call("note", line, "--json")
    assert answer.status == 0
    assert answer.fields["status"] == "draft"
    assert answer.fields["rep"] == "Priya Raman"
    assert [row["value"] for row in answer.fields["ratings"]] == [4, 5, 3]
    assert answer.fields["missing"] == ["comment"]
    assert call("note", line, "--json").fields["id"] == answer.fields["id"]


def test_a_code_line_that_does_not_add_up_is_refused(
    call: Call, store: Path, form_code: Callable[[], str]
) -> None:
    code = form_code()
    assert call("note", f"{code} T4 N5 V3 - - - 3", "--json").fields["error"]["code"] == "sum"
    assert call("note", "ZZZQ T4 4", "--json").fields["error"]["code"] == "no_form"


@pytest.mark.parametrize("text", hostile_strings()[::60])
def test_a_hostile_line_is_taken_or_refused_in_one_line(call: Call, store: Path, text: str) -> None:
    answer = call("note", "--json", "--", f"Priya t4 {text}")
    assert answer.status in (0, 3)
    assert "Traceback" not in answer.err
