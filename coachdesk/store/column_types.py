"""Column types that mean the same on every database: they convert parameters, rows come raw.

The codec turns raw rows into entities, so a result is converted once, not twice.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import REAL, CheckConstraint, Integer, LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

MOMENT_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def moment_text(moment: datetime) -> str:
    """UTC text with microseconds and Z; sorts as time does."""
    return moment.astimezone(UTC).strftime(MOMENT_FORMAT)


@lru_cache(maxsize=100_000)
def id_from(raw: bytes) -> UUID:
    """The id of 16 bytes; the same few come back all the time, and making one takes 1 µs."""
    return UUID(bytes=raw)


class Key(TypeDecorator[Any]):
    """A UUID as 16 bytes."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return value.bytes if isinstance(value, UUID) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return value


class Words(TypeDecorator[str]):
    """Text, a vocabulary's word, or JSON text."""

    impl = Text
    cache_ok = True


class Day(TypeDecorator[Any]):
    """A calendar day as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return value.isoformat() if isinstance(value, date) else value


class Clock(TypeDecorator[Any]):
    """A time of day as HH:MM."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return value.strftime("%H:%M") if isinstance(value, time) else value


class Moment(TypeDecorator[Any]):
    """An aware moment as UTC text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return moment_text(value) if isinstance(value, datetime) else value


class YesNo(TypeDecorator[Any]):
    """A bool as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        return int(value) if isinstance(value, bool) else value


Number = Integer


class Fraction(TypeDecorator[float]):
    """A share between 0 and 1 as a binary fraction of eight bytes."""

    impl = REAL
    cache_ok = True


def one_of(column: str, kind: type[StrEnum]) -> CheckConstraint:
    """A named CHECK that a column holds a word of the vocabulary."""
    words = ", ".join(f"'{member.value}'" for member in kind)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


Encoder = Callable[[Any], Any]
