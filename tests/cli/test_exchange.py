"""`coachdesk export` and `import`: complete, lossless, and all or nothing."""

import csv
import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Call


def exported(call: Call, name: str = "team.json", *words: object) -> Path:
    assert call(*words, "export", name, "--quiet").status == 0
    return Path(name)


def test_export_import_export_gives_the_same_bytes(call: Call, store: Path) -> None:
    first = exported(call)
    assert call("--store", "new.coachdesk", "import", first).status == 0
    second = exported(call, "again.json", "--store", "new.coachdesk")
    assert second.read_bytes() == first.read_bytes()


def test_an_export_says_first_how_many_private_notes_it_holds(call: Call, store: Path) -> None:
    answer = call("export", "team.json")
    entities = json.loads(Path("team.json").read_text("utf-8"))["entities"]
    private = len(entities["private_note"]) + sum(draft["private"] for draft in entities["draft"])
    assert f"{private} private notes" in answer.err
    assert stat.S_IMODE(Path("team.json").stat().st_mode) == 0o600


def test_import_answers_how_many_of_each_entity_it_made(call: Call, store: Path) -> None:
    file = exported(call)
    answer = call("import", file, "--store", "new.coachdesk", "--json")
    entities = json.loads(file.read_text("utf-8"))["entities"]
    assert answer.fields == {
        "created": {name: len(rows) for name, rows in entities.items()},
        "dry_run": False,
    }


def test_a_dry_run_writes_nothing_and_refuses_what_the_import_would(
    call: Call, store: Path
) -> None:
    file = exported(call)
    answer = call("--store", "new.coachdesk", "import", file, "--dry-run", "--json")
    assert answer.fields["dry_run"] is True
    assert not list(Path().glob("*new.coachdesk*"))
    before = store.read_bytes()
    assert call("import", file, "--dry-run").status == 3
    assert store.read_bytes() == before


def test_a_store_with_a_team_refuses_an_import_and_names_the_way_out(
    call: Call, store: Path
) -> None:
    file = exported(call)
    before = store.read_bytes()
    answer = call("import", file)
    assert answer.status == 3
    assert "--store NEW" in answer.err
    assert store.read_bytes() == before


def changed(file: Path, entity: str, **fields: Any) -> Path:
    content = json.loads(file.read_text("utf-8"))
    content["entities"][entity][0] |= fields
    spoilt = file.with_name("spoilt.json")
    spoilt.write_text(json.dumps(content), "utf-8")
    return spoilt


@pytest.mark.parametrize(
    ("entity", "fields"),
    [
        ("rating", {"observation_id": "00000000-0000-4000-8000-000000000000"}),
        ("rating", {"value": 6}),
        ("rep", {"first_name": ""}),
        ("rep", {"first_name": "\ud800"}),
        ("rep", {"nickname": "Bob"}),
        ("coaching_session", {"day": "2026-02-30"}),
        ("observation", {"seq": 10**30}),
        ("observation", {"comment": ["no text"]}),
    ],
)
def test_a_file_that_does_not_hold_together_leaves_no_store_behind(
    call: Call, store: Path, entity: str, fields: dict[str, Any]
) -> None:
    spoilt = changed(exported(call), entity, **fields)
    answer = call("--store", "new.coachdesk", "import", spoilt)
    assert answer.status == 3
    assert answer.err.count("\n") == 1
    assert "spoilt.json" in answer.err
    assert not list(Path().glob("*new.coachdesk*"))


def test_a_failed_import_leaves_an_empty_store_byte_for_byte_as_it_was(
    call: Call, store: Path
) -> None:
    file = exported(call)
    content = json.loads(file.read_text("utf-8"))
    workspace = {"workspace": content["entities"]["workspace"]}
    Path("empty.json").write_text(json.dumps(content | {"entities": workspace}), "utf-8")
    assert call("--store", "own.coachdesk", "import", "empty.json").status == 0
    before = Path("own.coachdesk").read_bytes()
    nowhere = "00000000-0000-4000-8000-000000000000"
    for spoilt in (changed(file, "rating", observation_id=nowhere), changed(file, "rep", role=5)):
        assert call("--store", "own.coachdesk", "import", spoilt).status == 3
        assert Path("own.coachdesk").read_bytes() == before
    assert call("--store", "own.coachdesk", "import", file).status == 0


@pytest.mark.parametrize("size", [0, 1, 1_000, 60_000])
def test_a_truncated_file_is_refused_with_its_line(call: Call, store: Path, size: int) -> None:
    file = exported(call)
    file.write_bytes(file.read_bytes()[:size])
    answer = call("--store", "new.coachdesk", "import", file)
    assert answer.status == 3
    assert "cut short" in answer.err
    assert not Path("new.coachdesk").exists()


@pytest.mark.parametrize(
    ("command", "name"),
    [("export", "team.csv"), ("export", "team.ods"), ("import", "team.xlsx"), ("import", "team")],
)
def test_other_endings_are_refused_naming_what_works(
    call: Call, store: Path, command: str, name: str
) -> None:
    answer = call(command, name)
    assert answer.status == 3
    assert ".json" in answer.err
    assert not Path(name).exists()


def rows_of(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("name", ["tables", "tables/", "tables.2026/"])
def test_a_folder_holds_a_table_for_each_kind_with_every_row(
    call: Call, store: Path, name: str
) -> None:
    entities = json.loads(exported(call).read_text("utf-8"))["entities"]
    answer = call("export", name, "--json")
    folder = Path(name)
    assert "private notes: keep it to yourself" in answer.err
    assert answer.fields == {
        "path": name.rstrip("/"),
        "bytes": sum(file.stat().st_size for file in folder.iterdir()),
    }
    found = {table.stem: rows_of(table) for table in folder.glob("*.csv")}
    assert {key: len(rows) for key, rows in found.items() if rows} == {
        key: len(rows) for key, rows in entities.items()
    }
    assert [row["id"] for row in found["rep"]] == [row["id"] for row in entities["rep"]]
    assert found["rating"][0]["value"] == str(entities["rating"][0]["value"])


def test_a_workbook_has_a_sheet_for_each_kind_with_every_row(call: Call, store: Path) -> None:
    from openpyxl import load_workbook

    entities = json.loads(exported(call).read_text("utf-8"))["entities"]
    answer = call("export", "team.xlsx", "--json")
    assert "private notes: keep it to yourself" in answer.err
    assert answer.fields["bytes"] == Path("team.xlsx").stat().st_size
    assert stat.S_IMODE(Path("team.xlsx").stat().st_mode) == 0o600
    book = load_workbook("team.xlsx")
    counts = {page.title: page.max_row - 1 for page in book if page.max_row > 1}
    assert counts == {key: len(rows) for key, rows in entities.items()}
    first = Path("team.xlsx").read_bytes()
    assert call("export", "team.xlsx").status == 0
    assert Path("team.xlsx").read_bytes() == first


def test_the_folder_and_its_files_belong_to_their_owner_alone(call: Call, store: Path) -> None:
    assert call("export", "tables/").status == 0
    assert stat.S_IMODE(Path("tables").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in Path("tables").iterdir()} == {0o600}
    assert Path("tables/rep.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


def test_an_export_replaces_its_own_folder_and_no_other(call: Call, store: Path) -> None:
    assert call("export", "tables/").status == 0
    Path("tables/rep.csv").write_text("old")
    assert call("export", "tables/").status == 0
    assert "old" not in Path("tables/rep.csv").read_text("utf-8")
    Path("tables/mine.txt").write_text("mine")
    answer = call("export", "tables/")
    assert answer.status == 3
    assert "holds something else" in answer.err
    assert Path("tables/mine.txt").read_text() == "mine"
    assert {path.name for path in Path().iterdir() if path.name.startswith(".")} == set()


def test_a_folder_that_cannot_be_written_leaves_the_old_one_and_nothing_beside(
    call: Call, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("export", "tables/").status == 0
    before = {file.name: file.read_bytes() for file in Path("tables").iterdir()}

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = call("export", "tables/")
    assert answer.status == 3
    assert "No space left" in answer.err
    assert "What was there is unchanged" in answer.err
    assert {file.name: file.read_bytes() for file in Path("tables").iterdir()} == before
    assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []
