"""Opens, creates and migrates a store file, and says in words why it cannot."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from coachdesk.domain.errors import StoreError
from coachdesk.language import gettext as _
from coachdesk.store import migrations, search_index
from coachdesk.store.connection import (
    damaged,
    driver_errors,
    make_engine,
    not_a_store,
    transaction,
)
from coachdesk.store.files import PRIVATE
from coachdesk.store.lock import WriterLock
from coachdesk.store.table_parts import metadata

APPLICATION_ID = 0x436F6163  # "Coac", so that `file` and we know our own


@dataclass(slots=True)
class Store:
    """An open store: one connection, and the writer's lock unless it is read-only."""

    path: Path
    connection: Connection
    read_only: bool
    _engine: Engine
    _lock: WriterLock | None
    _file: tuple[int, int] | None = field(init=False)

    def __post_init__(self) -> None:
        self._file = _file_at(self.path)

    @property
    def is_gone(self) -> bool:
        """Whether the path leads to no file any more, or to another one: a stick was pulled."""
        return _file_at(self.path) != self._file

    def refuse_damaged(self) -> None:
        """Read every page once, some milliseconds for each megabyte; StoreError if one is wrong."""
        with transaction(self.connection, write=False):
            found = self.connection.execute(text("PRAGMA quick_check(1)")).scalar()
        if found != "ok":
            raise damaged()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that writes; an open file that nobody can find again takes nothing."""
        if self.is_gone:
            raise _gone(self.path)
        with transaction(self.connection, write=True):
            yield

    def reopen(self, now: datetime, is_same: Callable[["Store"], bool]) -> None:
        """Go on with the file that is in its place again; one of another team is refused."""
        if not self.path.is_file():
            raise _gone(self.path)
        self._release()
        fresh = open_store(self.path, now=now)
        if not is_same(fresh):
            fresh.close()
            raise StoreError(
                _("“{path}” holds another team now.").format(path=self.path),
                _("Nothing was written. Put your own file back, then press Retry."),
                code="gone",
            )
        self._close_connection()
        self.connection, self.read_only = fresh.connection, fresh.read_only
        self._engine, self._lock, self._file = fresh._engine, fresh._lock, fresh._file

    def close(self) -> None:
        """Close the connection and let others write."""
        self._close_connection()
        self._release()

    def _close_connection(self) -> None:
        self.connection.close()
        self._engine.dispose()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file of which disk lies there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _gone(path: Path) -> StoreError:
    return StoreError(
        _("The stick or folder with “{file}” is gone.").format(file=path.name),
        _(
            "What was saved before is safe on it, and what you typed is kept here. "
            "Put it back in its place, then press Retry."
        ),
        code="gone",
    )


def open_store(path: Path, *, now: datetime, read_only: bool = False) -> Store:
    """Open an existing store, migrated to the newest schema; StoreError says why it cannot."""
    if not path.is_file():
        raise StoreError(
            _("There is no store at “{path}”.").format(path=path),
            _("Start Coachdesk once to make one, or name another with --store."),
            code="missing",
        )
    read_only = read_only or _is_write_protected(path)
    lock = None if read_only else WriterLock(path, now)
    try:
        return _connect(path, lock, now)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _is_write_protected(path: Path) -> bool:
    return not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222


def _connect(path: Path, lock: WriterLock | None, now: datetime) -> Store:
    read_only = lock is None
    engine = make_engine(path, read_only=read_only)
    try:
        with driver_errors():
            connection = engine.connect()
        try:
            _check_and_migrate(connection, path, read_only, now)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        engine.dispose()
        raise
    return Store(path, connection, read_only, engine, lock)


def _check_and_migrate(connection: Connection, path: Path, read_only: bool, now: datetime) -> None:
    with transaction(connection, write=False):
        is_ours = connection.execute(text("PRAGMA application_id")).scalar() == APPLICATION_ID
        if not is_ours:
            raise not_a_store()
        steps_pending = migrations.pending(connection)
    if steps_pending:
        _update(connection, path, read_only, now)
    if not read_only:
        _refresh_index(connection)


def _update(connection: Connection, path: Path, read_only: bool, now: datetime) -> None:
    if read_only:
        raise StoreError(
            _("This store is from an older version and cannot be updated while read-only."),
            _("Copy the file to a folder of yours, then open that."),
            code="older",
        )
    from coachdesk.store.verify import verified_copy

    verified_copy(path, path.with_name(f"{path.stem}-before-update-{now:%Y%m%d-%H%M%S}.coachdesk"))
    migrate(connection)


def _refresh_index(connection: Connection) -> None:
    """Build the words to search anew after an update, or when other words are to be found."""
    with transaction(connection, write=False):
        is_current = search_index.is_current(connection)
    if not is_current:
        with transaction(connection, write=True):
            search_index.rebuild(connection)


def migrate(
    connection: Connection, head: str = migrations.HEAD, folder: Path = migrations.FOLDER
) -> None:
    """Run all pending steps and the check of every reference as one transaction."""
    with keys_off(connection), transaction(connection, write=True):
        migrations.upgrade(connection, head, folder)
        broken = connection.execute(text("PRAGMA foreign_key_check")).first()
        if broken is not None:
            raise StoreError(
                _("The update would have lost a reference; nothing was changed."),
                _("Keep the file and send the report of coachdesk doctor."),
                code="damaged",
            )


@contextmanager
def keys_off(connection: Connection) -> Iterator[None]:
    """References unchecked while tables are rebuilt; works only outside a transaction."""
    raw: Any = connection.connection.dbapi_connection
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def create_store(path: Path, *, now: datetime) -> Store:
    """Make an empty store with mode 0600; StoreError if something is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = WriterLock(path, now)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE)
        os.close(handle)
        engine = make_engine(path)
        with driver_errors():
            connection = engine.connect()
        with transaction(connection, write=True):
            metadata.create_all(connection)
            migrations.write_mark(connection)
            search_index.rebuild(connection)
            connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
    except FileExistsError as error:
        lock.release()
        raise StoreError(
            _("“{path}” exists already.").format(path=path),
            _("Choose another name."),
            code="exists",
        ) from error
    except BaseException:
        lock.release()
        raise
    return Store(path, connection, False, engine, lock)
