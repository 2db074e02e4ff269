"""The page about the command line names every command, option and field there is."""

import re
from pathlib import Path

import pytest

from coachdesk.cli.run import COMMANDS
from tests.cli.calling import Call

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")
LINE = "Priya t4 Brought Stefan in with a clear hand-off"


def row(name: str) -> str:
    """The row of the last table that documents this command's answer."""
    rows = [
        line for line in PAGE.splitlines() if line.startswith("| `") and "coachdesk" not in line
    ]
    return next(line for line in rows if f"`{name}`" in line.split("|")[1])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_on_the_page(command: str) -> None:
    assert f"`coachdesk {command}" in PAGE


def test_every_option_is_on_the_page(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from coachdesk.__main__ import main

    options: set[str] = set()
    for command in COMMANDS:
        with pytest.raises(SystemExit):
            main([command, "--help"])
        options |= set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert {option for option in options if option not in PAGE} <= {"--version"}


@pytest.mark.parametrize(
    "words",
    [
        ["note", LINE],
        ["brief", "Priya"],
        ["print", "form", "--out", "form.pdf"],
        ["search", "Cobalt"],
        ["export", "team.json"],
        ["playbook", "export", "ours.yaml"],
        ["templates", "list"],
        ["templates", "copy", "summary"],
        ["history"],
        ["doctor"],
        ["verify"],
    ],
    ids=lambda words: words[0],
)
def test_every_field_of_an_answer_is_on_the_page(call: Call, store: Path, words: list[str]) -> None:
    documented = set(re.findall(r"`([a-z_]+)`", row(words[0]))) - {words[0]}
    assert set(call(*words, "--json").fields) <= documented
