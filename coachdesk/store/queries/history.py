"""What was changed, when: entries of the journal with each row before and after."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from coachdesk.domain.entity import Entity
from coachdesk.store.codec import entity_from_plain
from coachdesk.store.column_types import id_from
from coachdesk.store.journal import Entry, read_moment
from coachdesk.store.schema import BY_KEY, journal_change, journal_entry
from coachdesk.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Step:
    """One row of one entry: `before` is None if it was made, `after` if it was removed."""

    id: UUID
    rep_id: UUID | None
    before: Entity | None
    after: Entity | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """One entry of the journal with all its rows."""

    entry: Entry
    steps: tuple[Step, ...]


@cache
def _entries(about: str) -> Select[Any]:
    """Entries of a rep, of some records, or all; the newest first."""
    query = select(journal_entry).where(journal_entry.c.n < bindparam("before"))
    if about:
        column = journal_change.c[about]
        wanted = bindparam("about", expanding=True, type_=column.type)
        touched = select(journal_change.c.entry).where(column.in_(wanted))
        query = query.where(journal_entry.c.n.in_(touched))
    return query.order_by(journal_entry.c.n.desc()).limit(bindparam("most"))


@cache
def _changes() -> Select[Any]:
    return (
        select(journal_change)
        .where(journal_change.c.entry.in_(bindparam("entries", expanding=True)))
        .order_by(journal_change.c.entry, journal_change.c.position)
    )


@cache
def _later() -> Select[Any]:
    """Every change of these rows, so that the next one says what a row was after the one before."""
    column = journal_change.c.entity_id
    return (
        select(column, journal_change.c.entry, journal_change.c.entity, journal_change.c.before)
        .where(column.in_(bindparam("ids", expanding=True, type_=column.type)))
        .order_by(journal_change.c.entry)
    )


def recorded(
    reads: Snapshot,
    *,
    rep_id: UUID | None = None,
    record_ids: tuple[UUID, ...] = (),
    before: int = 2**31,
    most: int = 100,
) -> list[Recorded]:
    """Entries about a rep or some records, else all, with number below `before`; newest first."""
    about = "entity_id" if record_ids else "rep_id" if rep_id else ""
    values: dict[str, Any] = {"about": list(record_ids) or [rep_id]} if about else {}
    entries = reads.rows(_entries(about), before=before, most=most, **values)
    if not entries:
        return []
    changes = reads.rows(_changes(), entries=[row.n for row in entries])
    if about == "entity_id":
        changes = [row for row in changes if id_from(row.entity_id) in record_ids]
    afters = _Afters(reads, {(row.entity, id_from(row.entity_id)) for row in changes})
    steps: dict[int, list[Step]] = {}
    for row in changes:
        steps.setdefault(row.entry, []).append(
            Step(
                id_from(row.entity_id),
                None if row.rep_id is None else id_from(row.rep_id),
                _entity(row.entity, row.before),
                afters.of(id_from(row.entity_id), row.entry),
            )
        )
    return [
        Recorded(
            Entry(row.n, read_moment(row.at), row.kind, row.command, row.inverts),
            tuple(steps.get(row.n, ())),
        )
        for row in entries
    ]


class _Afters:
    """What each row was after an entry: before its next change, or as it is now."""

    def __init__(self, reads: Snapshot, rows: set[tuple[str, UUID]]) -> None:
        ids = [id for _key, id in rows]
        self._next: dict[UUID, list[tuple[int, str, str | None]]] = {}
        for row in reads.rows(_later(), ids=ids) if ids else ():
            self._next.setdefault(id_from(row.entity_id), []).append(
                (row.entry, row.entity, row.before)
            )
        by_key: dict[str, list[UUID]] = {}
        for key, id in rows:
            by_key.setdefault(key, []).append(id)
        self._now: dict[UUID, Entity] = {
            entity.id: entity
            for key, found in by_key.items()
            for entity in reads.find(BY_KEY[key].kind, id=found)
        }

    def of(self, id: UUID, entry: int) -> Entity | None:
        for n, key, before in self._next.get(id, ()):
            if n > entry:
                return _entity(key, before)
        return self._now.get(id)


def _entity(key: str, plain: str | None) -> Entity | None:
    if plain is None:
        return None
    return entity_from_plain(BY_KEY[key].kind, json.loads(plain), "journal")
