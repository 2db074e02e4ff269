"""What tables are made of: one shared metadata, and a column for each kind of value."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, MetaData, Table, UniqueConstraint
from sqlalchemy.types import TypeEngine

from coachdesk.store.column_types import Clock, Day, Fraction, Key, Moment, Number, Words, YesNo

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _column(name: str, kind: type[TypeEngine[Any]], null: bool) -> Column[object]:
    return Column(name, kind(), nullable=null)


def key(name: str) -> Column[object]:
    """The id of the row."""
    return Column(name, Key(), primary_key=True, nullable=False)


def ref(name: str, table: str, *, null: bool = False) -> Column[object]:
    """An enforced reference; deferred, and never cascading, so that the journal sees all."""
    return Column(
        name,
        Key(),
        ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"),
        nullable=null,
    )


def any_ref(name: str, *, null: bool = False) -> Column[object]:
    """An id whose table depends on a neighbouring column."""
    return _column(name, Key, null)


def words(name: str, *, null: bool = False) -> Column[object]:
    """A text, a vocabulary's word, or JSON."""
    return _column(name, Words, null)


def day(name: str, *, null: bool = False) -> Column[object]:
    """A calendar day."""
    return _column(name, Day, null)


def clock(name: str, *, null: bool = False) -> Column[object]:
    """A time of day."""
    return _column(name, Clock, null)


def moment(name: str, *, null: bool = False) -> Column[object]:
    """A moment in UTC."""
    return _column(name, Moment, null)


def number(name: str, *, null: bool = False) -> Column[object]:
    """A whole number."""
    return _column(name, Number, null)


def fraction(name: str, *, null: bool = False) -> Column[object]:
    """A share between 0 and 1."""
    return _column(name, Fraction, null)


def yes_no(name: str, *, null: bool = False) -> Column[object]:
    """A bool."""
    return _column(name, YesNo, null)


def table(name: str, *parts: Column[object] | CheckConstraint | UniqueConstraint) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)
