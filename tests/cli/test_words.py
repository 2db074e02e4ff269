"""The words of a call: options on either side, help with examples, and refusals in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachdesk.__main__ import main
from coachdesk.cli.run import COMMANDS
from tests.cli.calling import Call


def test_common_options_stand_before_or_after_the_command(call: Call, store: Path) -> None:
    before = call("--json", "--quiet", "--store", store, "brief", "Priya")
    after = call("brief", "Priya", "--store", store, "--quiet", "--json")
    assert before.status == 0
    assert before == after


@pytest.mark.parametrize(
    "words",
    [
        ["bogus"],
        ["note"],
        ["brief"],
        ["brief", "Priya", "Tom"],
        ["print", "summary"],
        ["print", "poem", "--out", "x.pdf"],
        ["print", "summary", "--paper", "a3", "--out", "x.pdf"],
        ["print", "form", "--session", "next", "--out", "x.pdf"],
        ["undo", "--jso"],
        ["--store"],
    ],
    ids=" ".join,
)
def test_wrong_words_end_with_2_in_one_line(call: Call, store: Path, words: list[str]) -> None:
    answer = call(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    as_json = call("--json", *words)
    assert as_json.status == 2
    assert as_json.fields["error"]["code"] == "usage"
    assert set(as_json.fields["error"]) == {"code", "message", "next_step"}


@pytest.mark.parametrize(
    "now", ["yesterday", "2026-03-10", "2026-03-10T09:00", "2026-13-01T00:00Z"]
)
def test_a_clock_that_makes_no_sense_ends_with_2(
    call: Call, store: Path, now: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACHDESK_NOW", now)
    answer = call("undo")
    assert (answer.status, answer.out) == (2, "")
    assert "COACHDESK_NOW" in answer.err


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_shows_its_help_with_an_example(
    command: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command.split(), "--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert f"coachdesk {command}".strip() in out.split("example:")[1]


def test_undo_says_what_it_took_back_and_then_that_nothing_is_left(call: Call, store: Path) -> None:
    line = "Priya t4 Brought Stefan in with a clear hand-off"
    call("note", line)
    call("note", "Priya and then")
    assert call("undo", "--json").fields == {"undone": "line in the Inbox for Priya Raman"}
    assert call("undo").out == "Undone: observation for Priya Raman\n"
    nothing = call("undo", "--json")
    assert nothing.status == 3
    assert nothing.fields["error"]["code"] == "E-UND-01"


def test_without_a_display_the_window_says_so(call: Call, store: Path) -> None:
    answer = call()
    assert (answer.status, answer.out) == (4, "")
    assert "display" in answer.err


def run_program(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    return subprocess.run(
        [sys.executable, "-m", "coachdesk", *words],
        env=kept | environment,
        capture_output=True,
        text=True,
    )


def test_the_program_answers_on_its_two_streams(store: Path) -> None:
    done = run_program("brief", "Priya")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("One-on-one with Priya Raman")
    refused = run_program("brief", "Nobody")
    assert (refused.returncode, refused.stdout) == (3, "")
    assert refused.stderr.count("\n") == 1


def test_a_stale_display_is_no_display(store: Path) -> None:
    refused = run_program(DISPLAY=":4711")
    assert refused.returncode == 4
    assert refused.stderr.startswith("There is no display here.")


def test_nothing_heavy_is_imported_before_the_window_paints() -> None:
    heavy = "('sqlalchemy', 'reportlab', 'jinja2', 'pikepdf', 'coachdesk.services.desk')"
    program = (
        "import sys, coachdesk.__main__, coachdesk.cli.parser as words\n"
        "words.parse([])\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_a_terminal_without_our_quotation_marks_is_no_obstacle(store: Path) -> None:
    refused = run_program("brief", "Nobody", PYTHONIOENCODING="ascii")
    assert refused.returncode == 3
    assert "Nobody" in refused.stderr


def test_a_bug_ends_with_70_one_line_and_a_log_without_anybodys_words(
    call: Call, store: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_words: object) -> None:
        raise ZeroDivisionError("Priya and zanzibar")

    monkeypatch.setattr("coachdesk.cli.undo.undo_last", fail)
    answer = call("undo")
    assert (answer.status, answer.out) == (70, "")
    assert answer.err.count("\n") == 1
    log = home / "xdg_state_home" / "coachdesk" / "log" / "coachdesk.log"
    assert str(log) in answer.err
    text = log.read_text("utf-8")
    assert "ZeroDivisionError at" in text
    assert "zanzibar" not in text + answer.err
    assert log.stat().st_mode & 0o077 == 0
