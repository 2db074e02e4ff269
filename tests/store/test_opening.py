"""What a store file can be, and what is said when it is none."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import inspect

from coachdesk.domain.errors import StoreError
from coachdesk.domain.people import Rep
from coachdesk.services.desk import Desk
from coachdesk.store import migrations
from coachdesk.store.connection import make_engine, transaction
from coachdesk.store.opening import create_store, migrate, open_store
from coachdesk.store.schema import BINDINGS
from coachdesk.store.verify import verify_file
from tests.store.making import add_rep, new_desk

FIXTURES = Path(__file__).parent.parent / "fixtures"
LATER_STEP = """
from alembic import op
revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

def upgrade():
    op.execute("ALTER TABLE rep ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
    {then}
"""


def opening(path, clock):
    return open_store(path, now=clock())


def test_a_new_store_is_private_and_its_lock_file_too(tmp_path, clock):
    store = create_store(tmp_path / "team.coachdesk", now=clock())
    assert store.path.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "team.coachdesk.lock").stat().st_mode & 0o777 == 0o600
    store.close()


def test_a_store_is_never_made_over_another(desk, clock):
    before = desk.store.path.stat().st_size
    with pytest.raises(StoreError):
        create_store(desk.store.path, now=clock())
    assert desk.store.path.stat().st_size == before


def test_a_second_writer_is_refused_and_told_who_writes(desk, clock):
    with pytest.raises(StoreError) as refused:
        opening(desk.store.path, clock)
    assert refused.value.code == "locked"
    assert f"process {os.getpid()}" in refused.value.message


def test_the_lock_is_free_when_its_holder_was_killed(tmp_path, clock):
    path = tmp_path / "team.coachdesk"
    code = (
        "import os, signal, sys\n"
        "from datetime import datetime, UTC\n"
        "from pathlib import Path\n"
        "from coachdesk.store.opening import create_store\n"
        "store = create_store(Path(sys.argv[1]), now=datetime.now(UTC))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    opening(path, clock).close()


def test_a_missing_store_is_named(tmp_path, clock):
    with pytest.raises(StoreError) as refused:
        opening(tmp_path / "none.coachdesk", clock)
    assert refused.value.code == "missing"
    assert "none.coachdesk" in refused.value.message


@pytest.mark.parametrize("content", [b"", b"not a database at all, only words" * 90])
def test_a_file_that_is_no_database_is_left_as_it_was(tmp_path, clock, content):
    path = tmp_path / "letter.coachdesk"
    path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        opening(path, clock)
    assert refused.value.code == "not_a_store"
    assert path.read_bytes() == content


def test_another_programs_database_is_no_store(tmp_path, clock):
    path = tmp_path / "other.coachdesk"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE song (title TEXT)")
    with pytest.raises(StoreError) as refused:
        opening(path, clock)
    assert refused.value.code == "not_a_store"


def test_a_store_from_a_newer_version_is_refused_untouched(desk, clock):
    path = desk.store.path
    desk.close()
    raw = sqlcipher3.dbapi2.connect(str(path))
    raw.execute("UPDATE alembic_version SET version_num = '0099'")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        opening(path, clock)
    assert refused.value.code == "newer"
    assert path.read_bytes() == before


def test_a_write_protected_store_opens_for_reading(desk, clock):
    path = desk.store.path
    desk.do(add_rep, "Ann")
    desk.close()
    path.chmod(0o400)
    reading = Desk(opening(path, clock), clock)
    assert reading.store.read_only
    assert [rep.first_name for rep in reading.ask(lambda reads: reads.find(Rep))] == ["Ann"]
    reading.close()


def test_a_damaged_store_says_so(desk, clock):
    path = desk.store.path
    for n in range(200):
        desk.do(add_rep, f"Rep {n}")
    desk.close()
    content = bytearray(path.read_bytes())
    content[4096 : len(content) - 4096] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        _read_all(path, clock)
    assert refused.value.code == "damaged"


def _read_all(path, clock):
    store = Desk(opening(path, clock), clock)
    try:
        store.ask(lambda reads: reads.find(Rep))
    finally:
        store.close()


def test_every_table_is_strict_and_columns_are_the_fields(desk):
    from coachdesk.store.codec import field_hints

    for binding in BINDINGS:
        assert [column.name for column in binding.table.columns] == list(
            field_hints(binding.kind)
        ), binding.key
    with transaction(desk.store.connection, write=False):
        for binding in BINDINGS:
            sql = desk.store.connection.exec_driver_sql(
                "SELECT sql FROM sqlite_master WHERE name = ?", (binding.key,)
            ).scalar()
            assert sql.rstrip().endswith("STRICT"), binding.key


def test_the_migrations_build_the_schema_of_a_new_store(tmp_path, desk):
    path = tmp_path / "migrated.coachdesk"
    path.touch()
    engine = make_engine(path)
    with engine.connect() as connection:
        migrate(connection)
        with transaction(connection, write=False):
            migrated = _schema(connection)
            tables = set(inspect(connection).get_table_names())
    engine.dispose()
    with transaction(desk.store.connection, write=False):
        assert migrated == _schema(desk.store.connection)
    assert {binding.key for binding in BINDINGS} <= tables


def _schema(connection):
    """Every table and index by its words; a table that was renamed has its name in quotes."""
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"
    ).all()
    return {name: "".join(sql.replace('"', "").split()) for name, sql in rows}


def _later(tmp_path, then=""):
    folder = tmp_path / "steps"
    versions = folder / "versions"
    versions.mkdir(parents=True)
    for step in (migrations.FOLDER / "versions").glob("0*"):
        (versions / step.name).write_bytes(step.read_bytes())
    (versions / "0007_later.py").write_text(LATER_STEP.format(then=then))
    return folder


def test_a_pending_step_keeps_every_row(desk, tmp_path):
    desk.do(add_rep, "Ann")
    connection = desk.store.connection
    migrate(connection, "0007", _later(tmp_path))
    with transaction(connection, write=False):
        assert migrations.mark_of(connection) == "0007"
        assert connection.exec_driver_sql("SELECT first_name, nickname FROM rep").all() == [
            ("Ann", "")
        ]


def test_a_step_that_fails_leaves_the_store_as_it_was(desk, tmp_path):
    desk.do(add_rep, "Ann")
    connection = desk.store.connection
    with pytest.raises(ZeroDivisionError):
        migrate(connection, "0007", _later(tmp_path, then="1 / 0"))
    with transaction(connection, write=False):
        assert migrations.mark_of(connection) == migrations.HEAD
        columns = {column["name"] for column in inspect(connection).get_columns("rep")}
        assert "nickname" not in columns
    assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    connection.rollback()


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("v*.coachdesk")), ids=lambda f: f.stem)
def test_stores_of_every_released_schema_open_with_all_rows(file, tmp_path, clock):
    path = tmp_path / file.name
    path.write_bytes(file.read_bytes())
    desk = Desk(opening(path, clock), clock)
    assert len(desk.ask(lambda reads: reads.find(Rep))) == 8
    counts = {b.key: len(desk.ask(lambda reads, b=b: reads.find(b.kind))) for b in BINDINGS}
    assert counts["observation"] == 178
    assert counts["rating"] == 417
    assert counts["coaching_session"] == 63
    desk.close()
    assert all(check.ok for check in verify_file(path))


def test_there_is_a_fixture_of_every_schema():
    found = {file.stem.removeprefix("v") for file in FIXTURES.glob("v*.coachdesk")}
    assert found == migrations.known_marks()


def test_verify_finds_a_broken_reference(desk):
    ann = desk.do(add_rep, "Ann").result
    path = desk.store.path
    desk.close()
    raw = sqlcipher3.dbapi2.connect(str(path))
    raw.execute(
        "INSERT INTO account (id, name, owner_rep_id) VALUES (?, 'Dunmere', ?)",
        (ann.id.bytes, bytes(16)),
    )
    raw.commit()
    raw.close()
    found = {check.name: check.ok for check in verify_file(path)}
    assert found["references"] is False
    assert found["integrity"] is True


def test_two_stores_do_not_share_a_lock(tmp_path, clock):
    one = new_desk(tmp_path / "one.coachdesk", clock)
    two = new_desk(tmp_path / "two.coachdesk", clock)
    one.do(add_rep, "Ann")
    two.do(add_rep, "Bea")
    held = [[rep.name for rep in desk.ask(lambda reads: reads.find(Rep))] for desk in (one, two)]
    one.close()
    two.close()
    assert held == [["Ann"], ["Bea"]]
