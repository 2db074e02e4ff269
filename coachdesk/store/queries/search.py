"""Full-text search: records whose own words, or whose people and customers, hold every word."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, TextClause, and_, bindparam, or_, select, text

from coachdesk.domain.entity import Entity
from coachdesk.domain.searching import holds, phrase, search_words
from coachdesk.store.column_types import id_from
from coachdesk.store.schema import BY_KEY, search_doc
from coachdesk.store.snapshot import Snapshot

# People, customers and departments stand before dated records: whoever types a name wants them.
NAMES = ("rep", "account", "partner_team", "partner_person")
# A record also holds the name of its rep, its customer and its department.
_OWNER = {"rep": "rep_id", "account": "account_id", "partner_team": "team_id"}
Owners = dict[str, list[UUID]]


@dataclass(frozen=True, slots=True)
class Found:
    """A record that was found, and whom it is about."""

    entity: Entity
    day: date | None = None
    rep_id: UUID | None = None
    parent_id: UUID | None = None


def found(reads: Snapshot, typed: str, most: int) -> list[Found]:
    """Records that hold every word that was typed: names first, then the newest first.

    One statement for the names, one for the dated records, one for each kind of record found.
    """
    words = search_words(typed)
    if not words:
        return []
    names, owners = _named(reads, words)
    values: dict[str, Any] = {f"w{i}": phrase(word) for i, word in enumerate(words)}
    shape = tuple(tuple(column for column, ids in each.items() if ids) for each in owners)
    for i, each in enumerate(owners):
        values |= {f"{column}{i}": ids for column, ids in each.items() if ids}
    rows = reads.rows(_records(shape), most=most, **values)
    entities = _entities(reads, [*names[:most], *((r.entity, id_from(r.entity_id)) for r in rows)])
    people = [Found(entities[id]) for _key, id in names[:most]]
    return [*people, *(_record(row, entities) for row in rows)][:most]


@cache
def _one() -> Select[Any]:
    return select(search_doc).where(
        search_doc.c.entity_id == bindparam("id", type_=search_doc.c.entity_id.type)
    )


def record_with(reads: Snapshot, id: UUID) -> Found | None:
    """The searchable record with that id, if there is one."""
    rows = reads.rows(_one(), id=id)
    if not rows:
        return None
    return _record(rows[0], _entities(reads, [(rows[0].entity, id)]))


def _named(reads: Snapshot, words: tuple[str, ...]) -> tuple[list[tuple[str, UUID]], list[Owners]]:
    """Names that hold every word, and for each word the owners of records that it names."""
    every: list[tuple[str, UUID]] = []
    owners: list[Owners] = [{column: [] for column in _OWNER.values()} for _word in words]
    for row in reads.rows(_names()):
        id = id_from(row.entity_id)
        held = [holds(row.words, word) for word in words]
        if all(held):
            every.append((row.entity, id))
        if row.entity in _OWNER:
            for has, each in zip(held, owners, strict=True):
                if has:
                    each[_OWNER[row.entity]].append(id)
    return sorted(every, key=lambda name: NAMES.index(name[0])), owners


@cache
def _names() -> TextClause:
    kinds = ", ".join(f"'{name}'" for name in NAMES)
    return text(
        "SELECT d.entity, d.entity_id, t.words FROM search_doc AS d"
        f" JOIN search_text AS t ON t.rowid = d.n WHERE d.entity IN ({kinds}) ORDER BY t.words"
    )


@cache
def _records(shape: tuple[tuple[str, ...], ...]) -> Select[Any]:
    """Dated records; `shape` says for each word which columns have owners that it names."""
    doc = search_doc.c
    every = []
    for i, columns in enumerate(shape):
        match = text(f"SELECT rowid FROM search_text WHERE search_text MATCH :w{i}")
        either = [doc.n.in_(match.columns(doc.n))]
        for name in columns:
            ids = bindparam(f"{name}{i}", expanding=True, type_=doc[name].type)
            either.append(doc[name].in_(ids))
        every.append(or_(*either))
    return (
        select(search_doc)
        .where(doc.entity.not_in(NAMES), and_(*every))
        .order_by(doc.day.desc(), doc.n.desc())
        .limit(bindparam("most"))
    )


def _record(row: Any, entities: dict[UUID, Entity]) -> Found:
    return Found(
        entities[id_from(row.entity_id)],
        None if row.day is None else date.fromisoformat(row.day),
        None if row.rep_id is None else id_from(row.rep_id),
        None if row.parent_id is None else id_from(row.parent_id),
    )


def _entities(reads: Snapshot, named: list[tuple[str, UUID]]) -> dict[UUID, Entity]:
    by_kind: dict[str, list[UUID]] = {}
    for key, id in named:
        by_kind.setdefault(key, []).append(id)
    return {
        entity.id: entity
        for key, ids in by_kind.items()
        for entity in reads.find(BY_KEY[key].kind, id=ids)
    }
