"""One SQLite connection, set up the same way everywhere, with driver errors in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from coachdesk.domain.errors import StoreError
from coachdesk.language import gettext as _

BUSY_SECONDS = 5


def make_engine(path: Path, *, read_only: bool = False, job: bool = False) -> Engine:
    """An engine on one store file; `job` makes one for a worker thread, closed after use."""

    def open_file() -> Any:
        mode = "ro" if read_only else "rw"
        return sqlcipher3.dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
        )

    pool: dict[str, Any] = (
        {"poolclass": NullPool} if job else {"poolclass": QueuePool, "pool_size": 1}
    )
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=open_file, **pool)

    def set_up(raw: Any, _record: object) -> None:
        cursor = raw.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        if not read_only:
            cursor.execute("PRAGMA journal_mode=DELETE")
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute("PRAGMA secure_delete=ON")
        cursor.close()

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.info.pop("begin", "BEGIN"))

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


@contextmanager
def transaction(connection: Connection, *, write: bool) -> Iterator[None]:
    """One transaction: committed whole, or rolled back whole on any exception."""
    with driver_errors():
        if write:
            connection.info["begin"] = "BEGIN IMMEDIATE"
        tx = connection.begin()
        try:
            yield
            tx.commit()
        except BaseException:
            tx.rollback()
            # A refused COMMIT leaves SQLite inside the transaction.
            raw: Any = connection.connection.dbapi_connection
            if raw.in_transaction:
                raw.rollback()
            raise


@contextmanager
def driver_errors() -> Iterator[None]:
    """Driver errors a person can act on become StoreError; all others pass as bugs."""
    try:
        yield
    except DBAPIError as error:
        known = _in_words(getattr(error.orig, "sqlite_errorname", ""))
        if known is None:
            raise
        raise known from error
    except sqlcipher3.dbapi2.Error as error:
        known = _in_words(getattr(error, "sqlite_errorname", ""))
        if known is None:
            raise
        raise known from error


def _in_words(name: str) -> StoreError | None:
    safe = _("Nothing was changed, and what was saved before is safe.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError(
            _("Another program is using the file."), safe + " " + _("Try again."), code="busy"
        )
    if name.startswith("SQLITE_FULL"):
        return StoreError(
            _("The disk is full."),
            safe + " " + _("Free some space, then press Retry."),
            code="full",
        )
    if name.startswith("SQLITE_READONLY"):
        return StoreError(
            _("The file can only be read."),
            safe + " " + _("Copy the file to a folder of yours, then open that."),
            code="read_only",
        )
    if name.startswith("SQLITE_NOTADB"):
        return not_a_store()
    if name.startswith("SQLITE_IOERR"):
        return StoreError(
            _("The disk with your file does not answer."),
            safe + " " + _("If it is a stick, put it back in its place, then press Retry."),
            code="disk",
        )
    if name.startswith("SQLITE_CORRUPT"):
        return damaged()
    if name.startswith("SQLITE_CANTOPEN"):
        return StoreError(
            _("The file could not be opened."),
            safe + " " + _("Check that its folder is there and is yours."),
            code="missing",
        )
    return None


def damaged() -> StoreError:
    """The refusal for a store whose pages do not fit together."""
    return StoreError(
        _("The file is damaged."),
        _(
            "Nothing more is written to it. Keep it, "
            "and open your newest copy or import your newest export."
        ),
        code="damaged",
    )


def not_a_store() -> StoreError:
    """The refusal for a file that is something else, or is encrypted."""
    return StoreError(
        _("This file is not a Coachdesk store."),
        _("Choose a file that ends with .coachdesk; this one was left as it is."),
        code="not_a_store",
    )
