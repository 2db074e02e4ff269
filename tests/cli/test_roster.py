"""`coachdesk import roster.csv`: a team from a list, taken whole or not at all."""

from contextlib import closing
from pathlib import Path

import pytest

from coachdesk.app import make_app
from coachdesk.domain.people import Rep
from coachdesk.domain.talks import CoachingSession
from tests.cli.calling import Call

ROSTER = "First name;Last name;Role;Every;Weekday;Time;Minutes\n" + (
    "Jürgen;Große;Vertriebsleiter;2 weeks;Tuesday;10:30;45\nMary Ann;O’Neill;Associate;;;;\n"
)


def roster(text: str = ROSTER, encoding: str = "utf-8", name: str = "roster.csv") -> Path:
    Path(name).write_bytes(text.encode(encoding))
    return Path(name)


def held(path: Path, kind: type) -> list:
    with closing(make_app().open_desk(path, read_only=True)) as desk:
        return desk.ask(lambda reads: reads.find(kind))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_in_any_encoding_becomes_a_team(call: Call, encoding: str) -> None:
    new = Path("new.coachdesk")
    answer = call("--store", new, "import", roster(encoding=encoding), "--json")
    assert answer.status == 0, answer.err
    assert answer.fields == {
        "created": {"rep": 2, "coaching_session": 1, "agenda_item": 4},
        "dry_run": False,
    }
    reps = sorted(held(new, Rep), key=lambda rep: rep.sort_order)
    assert [rep.name for rep in reps] == ["Jürgen Große", "Mary Ann O’Neill"]
    assert (reps[0].slot_weekday, reps[0].slot_minutes, reps[0].session_rhythm_days) == (1, 45, 14)
    assert [str(talk.day) for talk in held(new, CoachingSession)] == ["2026-03-10"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_list_with_any_separator_is_read(call: Call, separator: str) -> None:
    file = roster(ROSTER.replace(";", separator))
    assert call("--store", "new.coachdesk", "import", file, "--quiet").status == 0
    assert len(held(Path("new.coachdesk"), Rep)) == 2


def test_a_list_goes_into_a_store_that_has_a_team_and_can_be_taken_back(
    call: Call, store: Path
) -> None:
    before = len(held(store, Rep))
    assert call("import", roster()).status == 0
    assert len(held(store, Rep)) == before + 2
    assert "new team" in call("undo").out
    assert len(held(store, Rep)) == before


def test_a_dry_run_counts_and_writes_nothing(call: Call, store: Path) -> None:
    before = store.read_bytes()
    answer = call("import", roster(), "--dry-run", "--json")
    assert answer.fields == {
        "created": {"rep": 2, "coaching_session": 1, "agenda_item": 4},
        "dry_run": True,
    }
    assert store.read_bytes() == before
    assert call("--store", "new.coachdesk", "import", roster(), "--dry-run").status == 0
    assert not list(Path().glob("*new.coachdesk*"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Name\nTom Fresh\nRaman, Priya\n", ("line 3", "looks like a rep you have")),
        ("Name\nTom Fresh\nTom Fresh\n", ("line 3", "stands in line 2 already")),
        ("Name\nTom Fresh\nWest region\n", ("line 3", "has no person")),
        ("Name;Time\nTom Fresh;25:10\n", ("line 2", "not a time of day")),
        ("Name;Every\nTom Fresh;3 days\n", ("line 2", "between 7 and 90")),
        ('Name,Role\n"Tom Fresh,AE\n', ("line 2", "never closed")),
        ("Name\n", ("no line with a name",)),
        ("", ("no line with a name",)),
    ],
)
def test_one_odd_line_refuses_the_file_and_the_store_stays_byte_for_byte(
    call: Call, store: Path, text: str, words: tuple[str, ...]
) -> None:
    before = store.read_bytes()
    for more in ((), ("--dry-run",)):
        answer = call("import", roster(text), *more)
        assert answer.status == 3
        assert answer.err.count("\n") == 1
        for part in ("roster.csv", *words):
            assert part in answer.err
        assert store.read_bytes() == before


def test_many_odd_lines_are_named_by_their_numbers_in_one_line(call: Call, store: Path) -> None:
    answer = call("import", roster("Name\n" + "Priya Raman\n" * 6))
    assert "and in lines 5, 6, 7." in answer.err
    assert "Correct these 6 lines" in answer.err


def test_a_refused_list_leaves_no_new_store_behind(call: Call, home: Path) -> None:
    answer = call("--store", "new.coachdesk", "import", roster("Name\nWest region\n"))
    assert answer.status == 3
    assert not list(home.glob("*new.coachdesk*"))


def test_what_is_not_read_from_a_list_is_said(call: Call, home: Path) -> None:
    answer = call("--store", "new.coachdesk", "import", roster("Name;Region\nTom Fresh;West\n"))
    assert answer.status == 0
    assert "“Region”" in answer.err


def test_a_file_that_is_no_text_is_refused(call: Call, store: Path) -> None:
    Path("roster.csv").write_bytes(b"PK\x03\x04\x00\x00")
    answer = call("import", "roster.csv")
    assert answer.status == 3
    assert "not a text table" in answer.err
