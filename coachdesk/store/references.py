"""Who refers to a row: read from the schema, so that a table added later is not forgotten."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Select, Table, bindparam, or_, select

from coachdesk.domain.entity import Entity
from coachdesk.domain.references import PRINTED
from coachdesk.store.codec import field_hints, is_stored_as_json, row_loader
from coachdesk.store.column_types import Key
from coachdesk.store.schema import BINDINGS, Binding
from coachdesk.store.snapshot import Snapshot


def reference_columns(binding: Binding) -> tuple[Column[Any], ...]:
    """Columns that hold the id of some row: enforced ones, and those a neighbour names."""
    columns = binding.table.columns
    return tuple(c for c in columns if isinstance(c.type, Key) and not c.primary_key)


def json_columns(binding: Binding) -> tuple[Column[Any], ...]:
    """Columns whose JSON may hold ids; pages as they were printed are never looked into."""
    known: Any = binding.kind
    return tuple(
        binding.table.c[name]
        for name, hint in field_hints(known).items()
        if is_stored_as_json(hint) and name not in PRINTED
    )


@cache
def _referring(
    table: Table, columns: tuple[Column[Any], ...], texts: tuple[Column[Any], ...]
) -> Select[Any]:
    whole = [column == bindparam("id", type_=Key()) for column in columns]
    inside = [column.contains(bindparam("words")) for column in texts]
    return select(table).where(or_(*whole, *inside)).order_by(table.c.id)


def referrers(reads: Snapshot, id: UUID) -> list[Entity]:
    """Every row that holds this id in any place; one statement a table."""
    found: list[Entity] = []
    for binding in BINDINGS:
        columns, texts = reference_columns(binding), json_columns(binding)
        if not columns and not texts:
            continue
        known: Any = binding.kind
        values: dict[str, Any] = {}
        if columns:
            values["id"] = id
        if texts:
            values["words"] = str(id)
        rows = reads.rows(_referring(binding.table, columns, texts), **values)
        found += [row_loader(known)(row) for row in rows]
    return found
