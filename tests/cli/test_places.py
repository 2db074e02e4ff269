"""Which store is meant, and what is said when it cannot be used."""

import json
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from coachdesk.app import make_app
from coachdesk.store.opening import open_store
from tests.cli.calling import NOW, Call

LINE = "Priya t4 Brought Stefan in with a clear hand-off"
WRITING = (["note", LINE], ["undo"], ["print", "form", "--out", "form.pdf"])
READING = (["brief", "Priya"], ["export", "team.json"], ["doctor"], ["verify"])
EVERY = [*WRITING, *READING]


def code(call: Call, *words: object) -> str:
    """The code of a refusal with status 4."""
    answer = call(*words, "--json")
    assert answer.status == 4, (words, answer)
    return answer.fields["error"]["code"]


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_a_missing_store_ends_with_4_and_is_not_made(
    call: Call, home: Path, words: list[str]
) -> None:
    assert code(call, *words, "--store", "none.coachdesk") == "missing"
    assert not list(home.glob("none.coachdesk*"))


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_a_file_that_is_no_store_ends_with_4_and_stays_as_it_was(
    call: Call, home: Path, words: list[str]
) -> None:
    other = Path("other.coachdesk")
    other.write_bytes(b"A letter to a friend. " * 400)
    before = other.read_bytes()
    assert code(call, *words, "--store", other) == "not_a_store"
    assert other.read_bytes() == before


@pytest.mark.parametrize("words", EVERY, ids=lambda words: words[0])
def test_a_store_of_a_newer_version_ends_with_4(call: Call, store: Path, words: list[str]) -> None:
    with sqlcipher3.dbapi2.connect(str(store)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    before = store.read_bytes()
    answer = call(*words)
    assert answer.status == 4
    assert store.read_bytes() == before


def test_while_a_window_has_the_store_only_reading_commands_work(call: Call, store: Path) -> None:
    window = open_store(store, now=datetime.fromisoformat(NOW))
    try:
        for words in WRITING:
            assert code(call, *words) == "locked"
            assert "Open in Coachdesk: type it there with Ctrl+N" in call(*words).err
        for words in READING:
            assert call(*words).status == 0
    finally:
        window.close()
    assert call(*WRITING[0]).status == 0


def test_a_write_protected_store_can_be_read_only(call: Call, store: Path) -> None:
    store.chmod(0o444)
    before = store.read_bytes()
    for words in WRITING:
        assert code(call, *words) == "read_only"
    assert call("brief", "Priya").status == 0
    assert store.read_bytes() == before


def test_a_named_store_comes_before_the_environment_before_the_last_opened_before_the_usual(
    home: Path, sample_file: Path
) -> None:
    app = make_app({"COACHDESK_NOW": NOW})
    usual = app.store_path()
    assert usual.name == "my-team.coachdesk"
    own = home / "own.coachdesk"
    _make_own(sample_file, own)
    desk = app.open_desk(own)
    app.remember_opened(desk)
    desk.close()
    assert app.store_path() == own
    chosen = make_app({"COACHDESK_NOW": NOW, "COACHDESK_STORE": "env.coachdesk"})
    assert chosen.store_path() == Path("env.coachdesk")
    assert chosen.store_path(Path("named.coachdesk")) == Path("named.coachdesk")


def _make_own(sample_file: Path, own: Path) -> None:
    shutil.copyfile(sample_file, own)
    with sqlcipher3.dbapi2.connect(str(own)) as raw:
        raw.execute("UPDATE workspace SET kind = 'own', sample_day = NULL")
    raw.close()


def test_a_sample_is_never_remembered(home: Path, sample_file: Path) -> None:
    app = make_app({"COACHDESK_NOW": NOW})
    desk = app.open_desk(sample_file)
    app.remember_opened(desk)
    desk.close()
    assert app.last_opened() is None


def test_settings_that_cannot_be_read_are_no_obstacle(home: Path) -> None:
    app = make_app({"COACHDESK_NOW": NOW})
    settings = home / "xdg_config_home" / "coachdesk" / "settings.json"
    settings.parent.mkdir(parents=True)
    for content in ("", "{", "[]", '{"last_store": 5}'):
        settings.write_text(content)
        assert app.store_path() == app.usual_store()


def test_a_change_that_a_crash_cut_off_is_taken_back_before_reading(
    call: Call, store: Path, home: Path
) -> None:
    before = call("brief", "Priya").out
    crashed = home / "crashed.coachdesk"
    program = (
        "import sys, os, shutil, sqlcipher3.dbapi2 as driver\n"
        "raw = driver.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('PRAGMA cache_size = 1'); raw.execute('BEGIN IMMEDIATE')\n"
        "raw.execute(\"UPDATE rep SET first_name = 'Nobody'\")\n"
        'raw.execute("UPDATE observation SET comment = hex(randomblob(250))")\n'
        "os._exit(9)\n"
    )
    shutil.copyfile(store, crashed)
    assert subprocess.run([sys.executable, "-c", program, str(crashed)]).returncode == 9
    assert crashed.with_name("crashed.coachdesk-journal").stat().st_size > 0
    answer = call("brief", "Priya", "--store", crashed)
    assert (answer.status, answer.out) == (0, before)


def test_doctor_tells_versions_and_checks_without_personal_text(call: Call, store: Path) -> None:
    answer = call("doctor", "--json")
    assert answer.status == 0
    checks = {check["name"]: check for check in answer.fields["checks"]}
    assert {"version", "python", "store", "schema", "integrity", "backup", "fonts", "display"} <= (
        set(checks)
    )
    assert all(set(check) == {"name", "ok", "detail"} for check in answer.fields["checks"])
    assert checks["backup"]["detail"] == "none yet"
    text = json.dumps(answer.fields) + call("doctor").out
    assert not [word for word in ("Priya", "Raman", str(store.parent), "team.") if word in text]


def test_doctor_goes_on_when_the_store_cannot_be_used(call: Call, home: Path) -> None:
    answer = call("doctor", "--json", "--store", "none.coachdesk")
    assert answer.status == 4
    assert answer.fields["ok"] is False
    checks = {check["name"]: check["ok"] for check in answer.fields["checks"]}
    assert checks["python"]
    assert not checks["store"]


def test_verify_finds_damage(call: Call, store: Path) -> None:
    assert call("verify", store, "--json").fields["ok"] is True
    with sqlcipher3.dbapi2.connect(str(store)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM account")
    raw.close()
    answer = call("verify", store, "--json")
    assert answer.status == 4
    failed = [check["name"] for check in answer.fields["checks"] if not check["ok"]]
    assert failed == ["references"]
