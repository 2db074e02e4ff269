"""The journal: every command with what each row was before it. It gives undo, redo and history.

Undo and redo both invert one entry and journal that inversion, so they outlive a restart.
"""

import json
import platform
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select

from coachdesk.domain.entity import Entity
from coachdesk.store.codec import entity_from_plain, entity_to_plain
from coachdesk.store.column_types import MOMENT_FORMAT
from coachdesk.store.schema import (
    BINDINGS,
    BY_KEY,
    BY_KIND,
    device,
    journal_change,
    journal_entry,
)
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork

REMEMBERED = 400
_ORDER = {binding.kind: n for n, binding in enumerate(BINDINGS)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One journalled command."""

    n: int
    at: datetime
    kind: str
    command: str
    inverts: int | None
    rep_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What one row was before an entry; `before` is None if the entry created it."""

    kind: type[Entity]
    id: UUID
    rep_id: UUID | None
    before: Entity | None


def write_entry(
    connection: Connection,
    work: UnitOfWork,
    *,
    kind: str,
    command: str,
    inverts: int | None = None,
) -> int:
    """Journal what the unit of work touched; returns the entry's number."""
    result = connection.execute(
        insert(journal_entry),
        {
            "at": work.now,
            "device_id": _device_id(connection),
            "stamp": _next_stamp(connection, work.now),
            "kind": kind,
            "command": command,
            "inverts": inverts,
        },
    )
    n: int = result.inserted_primary_key[0]  # type: ignore[index]
    rows = [
        {
            "entry": n,
            "position": position,
            "entity": BY_KIND[entity_kind].key,
            "entity_id": id,
            "rep_id": work.rep_touched(entity_kind, id),
            "before": None if before is None else _dump(before),
        }
        for position, ((entity_kind, id), before) in enumerate(work.before.items())
    ]
    if rows:
        connection.execute(insert(journal_change), rows)
    return n


def _dump(entity: Entity) -> str:
    return json.dumps(entity_to_plain(entity), ensure_ascii=False, separators=(",", ":"))


def _device_id(connection: Connection) -> UUID:
    name = platform.node()
    raw = connection.execute(select(device.c.id).where(device.c.name == name)).scalar_one_or_none()
    if raw is not None:
        return UUID(bytes=raw)
    fresh = uuid4()
    connection.execute(insert(device), {"id": fresh, "name": name})
    return fresh


def _next_stamp(connection: Connection, now: datetime) -> int:
    """Hybrid clock: milliseconds in the upper 48 bits, never less than the last plus one."""
    last = connection.execute(
        select(journal_entry.c.stamp).order_by(journal_entry.c.n.desc()).limit(1)
    ).scalar_one_or_none()
    wall = int(now.timestamp() * 1000) << 16
    return wall if last is None else max(wall, last + 1)


@cache
def _last_entries() -> Select[Any]:
    columns = (
        journal_entry.c.n,
        journal_entry.c.at,
        journal_entry.c.kind,
        journal_entry.c.command,
        journal_entry.c.inverts,
    )
    return select(*columns).order_by(journal_entry.c.n.desc()).limit(bindparam("limit"))


@cache
def _newest() -> Select[Any]:
    return select(func.max(journal_entry.c.n))


def newest_entry(reads: Snapshot) -> int:
    """The number of the newest entry: it changes with every command, undo and print."""
    return reads.rows(_newest())[0][0] or 0


def last_entries(connection: Connection, limit: int = REMEMBERED) -> list[Entry]:
    """The newest entries, oldest of them first."""
    rows = connection.execute(_last_entries(), {"limit": limit}).all()
    return [
        Entry(row.n, read_moment(row.at), row.kind, row.command, row.inverts)
        for row in reversed(rows)
    ]


def read_moment(text: str) -> datetime:
    """A moment as the journal keeps it."""
    return datetime.strptime(text + "+0000", MOMENT_FORMAT + "%z")


def stacks(entries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What can be undone and what can be redone, the next one last. Prints are skipped."""
    undoable: list[Entry] = []
    redoable: list[Entry] = []
    for entry in entries:
        if entry.kind == "do":
            undoable.append(entry)
            redoable.clear()
        elif entry.kind == "undo":
            if undoable:
                undoable.pop()
            redoable.append(entry)
        elif entry.kind == "redo":
            if redoable:
                redoable.pop()
            undoable.append(entry)
        elif entry.kind == "load":
            undoable.clear()
            redoable.clear()
    return undoable, redoable


def changes_of(connection: Connection, n: int) -> list[Change]:
    """The rows an entry touched, in the order it touched them."""
    rows = connection.execute(
        select(journal_change)
        .where(journal_change.c.entry == n)
        .order_by(journal_change.c.position)
    ).all()
    return [_change(row) for row in rows]


@cache
def _last_change() -> Select[Any]:
    return (
        select(func.max(journal_entry.c.n))
        .join_from(journal_entry, journal_change, journal_change.c.entry == journal_entry.c.n)
        .where(
            journal_change.c.entity_id == bindparam("id", type_=journal_change.c.entity_id.type),
            journal_entry.c.command == bindparam("command"),
            journal_entry.c.kind == "do",
        )
    )


def last_change(reads: Snapshot, id: UUID, command: str) -> int:
    """The number of the newest entry in which that command touched the row; 0 if none did."""
    return reads.rows(_last_change(), id=id, command=command)[0][0] or 0


def _change(row: Any) -> Change:
    kind = BY_KEY[row.entity].kind
    before = None
    if row.before is not None:
        before = entity_from_plain(kind, json.loads(row.before), f"journal {row.entry}")
    rep_id = None if row.rep_id is None else UUID(bytes=row.rep_id)
    return Change(kind, UUID(bytes=row.entity_id), rep_id, before)


def invert(work: UnitOfWork, changes: list[Change]) -> None:
    """Bring every touched row back to what it was.

    All rows go before any comes back, since UNIQUE is checked row by row.
    """
    current: list[tuple[Change, Entity | None]] = []
    for change in changes:
        now = work.peek(change.kind, as_id(change.id))
        current.append((change, now))
    for change, now in reversed(current):
        work.note_inverted(change.kind, change.id, now, change.rep_id)
        if now is not None:
            work.drop_row(now)
    for change, _now in sorted(current, key=lambda pair: _ORDER[pair[0].kind]):
        if change.before is not None:
            work.bring_row(change.before)


def forget(connection: Connection, ids: Collection[UUID]) -> None:
    """Take every trace of these rows out of the journal: what they were stays nowhere.

    So do rows that were part of them and are gone already, such as a sheet taken back. An entry
    that touched nothing else goes with them, so that undo goes around it.
    """
    row, before = journal_change.c.entity_id, journal_change.c.before
    parts = select(row).where(or_(*(before.contains(str(id)) for id in ids)))
    of_them = or_(row.in_(list(ids)), row.in_(parts))
    touched = connection.execute(select(journal_change.c.entry).where(of_them).distinct())
    entries = list(touched.scalars())
    connection.execute(delete(journal_change).where(of_them))
    still = select(journal_change.c.entry).where(journal_change.c.entry.in_(entries))
    connection.execute(
        delete(journal_entry).where(journal_entry.c.n.in_(entries), journal_entry.c.n.not_in(still))
    )
