"""The lines of the guide's section on quick capture do what the guide says."""

import re
from pathlib import Path

import pytest

from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Observation
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.reading import Reading
from coachdesk.domain.vocabulary import CHAIN
from coachdesk.services.capture import capture_line, read_line
from coachdesk.services.desk import Desk
from coachdesk.services.playbook import shipped_playbook

GUIDE = (Path(__file__).parents[2] / "docs" / "guide.md").read_text("utf-8")
SECTION = GUIDE.split("## Quick capture")[1].split("\n## ")[0]
ROWS = [
    [cell.strip().strip("`") for cell in line.strip("|").split("|")]
    for line in SECTION.splitlines()
    if line.startswith("| `")
]
NOTHING = "–"


def name_of(desk: Desk, kind: type, id) -> str:
    return NOTHING if id is None else desk.ask(lambda reads: reads.get(kind, id)).name


def rated(reading: Reading) -> str:
    shown = []
    for rating in reading.ratings:
        guide = shipped_playbook().behaviours[rating.behaviour]
        name = guide.letter if rating.behaviour in CHAIN else f"{guide.title} "
        shown.append(f"{name}{rating.value}")
    return " ".join(shown) or NOTHING


def customer(desk: Desk, reading: Reading) -> str:
    if reading.new_account:
        return f"{reading.new_account} (new)"
    if any(question.kind == "account" for question in reading.questions):
        return "asked"
    return name_of(desk, Account, reading.account)


def what_happens(desk: Desk, line: str) -> list[str]:
    """The cells of the guide's row, as the program would write them."""
    try:
        reading = desk.ask(read_line, line)
    except UserError:
        return [NOTHING] * 4 + ["refused"]
    captured = desk.do(capture_line, reading).result
    if reading.private:
        outcome = "private"
    elif isinstance(captured.record, Observation):
        outcome = "observation"
    else:
        outcome = "waits: " + ", ".join(captured.missing)
    return [
        name_of(desk, Rep, reading.rep),
        rated(reading),
        customer(desk, reading),
        name_of(desk, PartnerTeam, reading.team),
        outcome,
    ]


def test_the_guide_has_examples() -> None:
    assert len(ROWS) > 8


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_line_of_the_guide_does_what_the_guide_says(desk: Desk, row: list[str]) -> None:
    line, *said = row
    assert what_happens(desk, line) == said


def test_the_guide_names_each_letter_with_its_behaviour() -> None:
    chain = {guide.letter: guide.title for guide in shipped_playbook().chain}
    told = dict(re.findall(r"^\| ([A-Z]) \| ([^|]+?) \|", GUIDE, re.MULTILINE))
    assert told == chain
