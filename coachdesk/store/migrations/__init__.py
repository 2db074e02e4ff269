"""Brings an older store to the newest schema: all pending steps in one transaction."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect, text

from coachdesk.domain.errors import StoreError
from coachdesk.language import gettext as _
from coachdesk.store.connection import not_a_store

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

HEAD = "0006"
FOLDER = Path(__file__).parent


def mark_of(connection: Connection) -> str | None:
    """The schema version an open store carries; None if it carries none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def write_mark(connection: Connection, mark: str = HEAD) -> None:
    """Mark a store made from the newest schema."""
    connection.execute(
        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:mark)"), {"mark": mark})


def pending(connection: Connection, head: str = HEAD, folder: Path = FOLDER) -> bool:
    """Whether steps are missing; StoreError if the file is no store or from a newer version."""
    mark = mark_of(connection)
    if mark == head:
        return False
    if mark is None:
        raise not_a_store()
    if mark not in known_marks(folder):
        raise StoreError(
            _("This store was written by a newer Coachdesk (schema {mark}).").format(mark=mark),
            _("Install the newer version; the file was left as it is."),
            code="newer",
        )
    return True


def known_marks(folder: Path = FOLDER) -> set[str]:
    """Every schema version this program can open, the newest among them."""
    return {step.revision for step in _script(folder).walk_revisions()}


def _script(folder: Path) -> "ScriptDirectory":
    # Alembic costs 400 ms to import and is needed only when a step is pending.
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(folder), version_locations=[str(folder / "versions")])


def upgrade(connection: Connection, head: str = HEAD, folder: Path = FOLDER) -> None:
    """Run the pending steps inside the transaction that is already open."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    script = _script(folder)

    def steps(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs(head, revision)

    context = MigrationContext.configure(connection, opts={"fn": steps})
    with Operations.context(context):
        context.run_migrations()
