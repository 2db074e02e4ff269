"""Reading entities inside one transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Executable, Row, Select, bindparam, select

from coachdesk.domain.entity import Entity, Id
from coachdesk.domain.errors import InputError
from coachdesk.store.codec import row_loader
from coachdesk.store.schema import BY_KIND

E = TypeVar("E", bound=Entity)


@cache
def _by_id(kind: Any) -> Select[Any]:
    table = BY_KIND[kind].table
    return select(table).where(table.c.id == bindparam("id"))


@cache
def _find(kind: Any, shape: tuple[tuple[str, str], ...]) -> Select[Any]:
    table = BY_KIND[kind].table
    statement = select(table)
    for name, how in shape:
        if name not in table.c:
            raise TypeError(f"{table.name} has no field {name}")
        column = table.c[name]
        if how == "null":
            statement = statement.where(column.is_(None))
        elif how == "in":
            statement = statement.where(
                column.in_(bindparam(name, expanding=True, type_=column.type))
            )
        else:
            statement = statement.where(column == bindparam(name, type_=column.type))
    order = [table.c[name] for name in ("day", "seq", "order", "id") if name in table.c]
    return statement.order_by(*order)


class Snapshot:
    """What a query reads from: one transaction, with the moment it began."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self.now = now

    @property
    def as_of(self) -> date:
        """Today, in local time."""
        return self.now.date()

    def peek(self, kind: type[E], id: Id[E], /) -> E | None:
        """The entity with that id, or None."""
        known: Any = kind
        row = self._connection.execute(_by_id(known), {"id": id}).one_or_none()
        return None if row is None else self._load(kind, row)

    def get(self, kind: type[E], id: Id[E], /) -> E:
        """The entity with that id; InputError if it is gone."""
        found = self.peek(kind, id)
        if found is None:
            raise InputError(f"{BY_KIND[kind].key} {id} is not in this store.", code="unknown")
        return found

    def find(self, kind: type[E], /, **equals: object) -> list[E]:
        """Entities whose fields equal the values; a tuple, list or set means any of them.

        Ordered by day, sequence number or order where the entity has one, then by id.
        """
        shape = []
        values = {}
        for name, value in equals.items():
            if value is None:
                shape.append((name, "null"))
                continue
            many = isinstance(value, tuple | list | set | frozenset)
            shape.append((name, "in" if many else "="))
            values[name] = list(value) if many else value  # type: ignore[call-overload]
        known: Any = kind
        rows = self._connection.execute(_find(known, tuple(shape)), values)
        return [self._load(kind, row) for row in rows]

    def rows(self, statement: Executable, **values: Any) -> Sequence[Row[Any]]:
        """Raw rows of a query's own statement."""
        return self._connection.execute(statement, values).all()

    def tuples(self, statement: Executable, **values: Any) -> list[tuple[Any, ...]]:
        """The same rows as the driver gives them, where there are thousands: no `Row` is made."""
        result = self._connection.execute(statement, values)
        cursor: Any = result.cursor
        found: list[tuple[Any, ...]] = cursor.fetchall()
        result.close()
        return found

    @staticmethod
    def _load(kind: type[E], row: Row[Any]) -> E:
        known: Any = kind
        entity: E = row_loader(known)(row)
        return entity


def as_id(value: UUID) -> Any:
    """A raw id read from a neighbouring column, for `get` of the kind that column names."""
    return value
