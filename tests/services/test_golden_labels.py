"""What the documentation says of the sample team's labels is what the program finds."""

import re
from datetime import date, timedelta
from pathlib import Path

from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.statistics import finding
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services.desk import Desk
from coachdesk.services.playbook import shipped_playbook
from tests.services.making import all_of, rep_called

PAGE = Path(__file__).parents[2] / "docs" / "figures.md"
MONDAY = date(2026, 3, 9)


def table(first: str) -> list[list[str]]:
    """The rows of the table whose head begins with these words."""
    lines = PAGE.read_text("utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {first} |")) + 2
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in re.split(r"\s*\|\s*", line.strip("| "))])
    return rows


def found(desk: Desk, monday: date = MONDAY) -> list[list[str]]:
    """The same rows as the program has them, reps and behaviours in their order."""
    rows = []
    snapshots = {
        (one.rep_id, one.behaviour_key, one.eval_day): one for one in all_of(desk, LabelSnapshot)
    }
    for rep in sorted(all_of(desk, Rep), key=lambda rep: rep.sort_order):
        for key, guide in shipped_playbook().behaviours.items():
            now = snapshots.get((rep.id, key, monday))
            was = snapshots.get((rep.id, key, monday - timedelta(days=30)))
            if now is not None:
                rows.append([rep.first_name, guide.title, *counted(was), *counted(now)])
                rows[-1][5:5] = [str(now.accounts), str(now.weeks)]
                rows[-1].append(now.label.value)
    return rows


def counted(snapshot: LabelSnapshot | None) -> tuple[str, str]:
    if snapshot is None:
        return "–", "–"
    return f"{snapshot.x} of {snapshot.n}", snapshot.finding.value.replace("_", " ")


def test_every_label_of_the_sample_team_is_the_one_that_is_documented(desk: Desk) -> None:
    assert found(desk) == table("Rep")


def test_the_worked_example_lists_every_event_it_rests_on(desk: Desk) -> None:
    customers = {account.id: account.name for account in all_of(desk, Account)}
    events = {one.id: one for one in all_of(desk, Observation, rep_id=rep_called(desk, "Owen").id)}
    rated = [
        (events[one.observation_id], one.value)
        for one in all_of(desk, Rating, behaviour_key=BehaviourKey.QUALIFY_THE_WORK)
        if one.observation_id in events
    ]
    assert [
        [str((MONDAY - event.day).days), customers[event.account_id], str(value)]
        for event, value in sorted(rated, key=lambda pair: pair[0].seq)
        if event.account_id is not None
    ] == table("Days before the Monday")


def test_the_table_that_decides_by_hand_is_the_rule() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    head = next(line for line in lines if line.startswith("| events |"))
    counts = [int(cell) for cell in head.split("|")[2:-1]]
    least, most = ([int(cell) for cell in row[1:]] for row in table("events"))
    for n, strong, weak in zip(counts, least, most, strict=True):
        by_x = [finding(x=x, n=n, accounts=2, weeks=2) for x in range(n + 1)]
        assert by_x.index("strength") == strong
        assert len(by_x) - 1 - by_x[::-1].index("focus") == weak
