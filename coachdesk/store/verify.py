"""A copy of a store that was opened and checked, and what the checks found.

The live file is never read or copied as a file: SQLite drops its locks when it is.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, func, inspect, select, text

from coachdesk.domain.errors import StoreError
from coachdesk.language import gettext as _
from coachdesk.store import migrations
from coachdesk.store.connection import driver_errors, make_engine, transaction
from coachdesk.store.files import PRIVATE
from coachdesk.store.schema import BINDINGS


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a store: its name, whether it held, and a detail without personal text."""

    name: str
    ok: bool
    detail: str


def verify_file(path: Path) -> list[Check]:
    """Check a store on a copy of it; StoreError if it cannot be opened at all."""
    if not path.is_file():
        raise StoreError(
            _("There is no store at “{path}”.").format(path=path),
            _("Name an existing file."),
            code="missing",
        )
    with TemporaryDirectory(prefix="coachdesk-verify-") as folder:
        copy = Path(folder) / "copy.coachdesk"
        _copy(path, copy)
        return _checks(copy)


def verified_copy(path: Path, target: Path) -> list[Check]:
    """Copy a store and check the copy; StoreError, and no copy, if a check fails."""
    _copy(path, target)
    checks = _checks(target)
    failed = [check.name for check in checks if not check.ok]
    if failed:
        target.unlink()
        raise StoreError(
            _("The copy did not pass its checks ({names}).").format(names=", ".join(failed)),
            _("Keep the file, and open your newest backup."),
            code="damaged",
        )
    return checks


def _copy(path: Path, target: Path) -> None:
    engine = make_engine(path, job=True)
    try:
        with driver_errors():
            connection = engine.connect()
            try:
                raw = connection.connection.dbapi_connection
                assert raw is not None
                handle = os.open(target, os.O_CREAT | os.O_EXCL, PRIVATE)
                os.close(handle)
                raw.cursor().execute("VACUUM INTO ?", (str(target),))
            finally:
                connection.close()
    finally:
        engine.dispose()


def _checks(path: Path) -> list[Check]:
    engine = make_engine(path, read_only=True, job=True)
    try:
        with driver_errors():
            connection = engine.connect()
            try:
                with transaction(connection, write=False):
                    return _look(connection)
            finally:
                connection.close()
    finally:
        engine.dispose()


def _look(connection: Connection) -> list[Check]:
    mark = migrations.mark_of(connection)
    if mark is None:
        return [Check("schema", False, _("no schema mark"))]
    is_known = mark == migrations.HEAD or mark in migrations.known_marks()
    found = [Check("schema", is_known, mark)]
    integrity = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    found.append(Check("integrity", list(integrity) == ["ok"], integrity[0]))
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    found.append(Check("references", not broken, f"{len(broken)}"))
    have = set(inspect(connection).get_table_names())
    rows = sum(
        connection.execute(select(func.count()).select_from(binding.table)).scalar_one()
        for binding in BINDINGS
        if binding.key in have
    )
    found.append(Check("rows", True, f"{rows}"))
    return found
