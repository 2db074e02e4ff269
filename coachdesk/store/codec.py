"""Turns fields into plain values and back, for rows and for the exchange format alike.

Plain means what JSON knows: text, numbers, booleans, null, lists and objects. The rules follow a
dataclass's type hints, so an entity is described once, in the domain.
"""

import json
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from coachdesk.domain.entity import Entity
from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.store.column_types import MOMENT_FORMAT, id_from, moment_text

Convert = Callable[[Any], Any]
E = TypeVar("E", bound=Entity)


class Unreadable(ValueError):
    """A plain value that does not fit its field; the message names what was expected."""


@cache
def field_hints(kind: type) -> Mapping[str, Any]:
    """Resolved type hints of a dataclass by field name, in the order of the fields."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def to_plain_by(hint: Any) -> Convert:
    """The function that makes a value of this type plain."""
    inner = _inside_optional(hint)
    if inner is not None:
        convert = to_plain_by(inner)
        return lambda value: None if value is None else convert(value)
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_to_plain(hint)
    if origin is not None and issubclass(origin, Mapping):
        part = _record_inside(hint)
        if part is None:
            return dict
        dump = to_plain_by(part)
        return lambda value: {name: dump(item) for name, item in value.items()}
    if hint is UUID:
        return str
    if hint == int | UUID:
        return lambda value: value if isinstance(value, int) else str(value)
    if hint is datetime:
        return moment_text
    if hint is date:
        return date.isoformat
    if hint is time:
        return lambda value: value.strftime("%H:%M")
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda value: value.value
    if is_dataclass(hint):
        parts = [(name, to_plain_by(part)) for name, part in field_hints(_kind(hint)).items()]
        return lambda value: {name: convert(getattr(value, name)) for name, convert in parts}
    return lambda value: value


def _tuple_to_plain(hint: Any) -> Convert:
    args = get_args(hint)
    if len(args) == 2 and args[1] is Ellipsis:
        each = to_plain_by(args[0])
        return lambda value: [each(item) for item in value]
    converts = [to_plain_by(arg) for arg in args]
    return lambda value: [c(item) for c, item in zip(converts, value, strict=True)]


@cache
def from_plain_by(hint: Any) -> Convert:
    """The function that reads a plain value as this type; raises Unreadable."""
    inner = _inside_optional(hint)
    if inner is not None:
        read = from_plain_by(inner)
        return lambda plain: None if plain is None else read(plain)
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_from_plain(hint)
    if origin is not None and issubclass(origin, Mapping):
        return _object_from_plain(get_args(hint)[1])
    if hint in _READERS:
        return _READERS[hint]
    if hint == int | UUID:
        return lambda plain: plain if type(plain) is int else _id(plain)
    if hint == int | str:
        return lambda plain: plain if type(plain) is int else _text(plain)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda plain: _choice(hint, plain)
    if is_dataclass(hint):
        return _record_from_plain(_kind(hint))
    raise TypeError(f"no codec for {hint!r}")


def _kind(hint: Any) -> type:
    return hint  # type: ignore[no-any-return]


def _inside_optional(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        args = [arg for arg in get_args(hint) if arg is not type(None)]
        if len(args) == 1:
            return args[0]
    if get_origin(hint) is Annotated:
        return get_args(hint)[0]
    return None


def _tuple_from_plain(hint: Any) -> Convert:
    args = get_args(hint)
    if len(args) == 2 and args[1] is Ellipsis:
        each = from_plain_by(args[0])
        return lambda plain: tuple(each(item) for item in _list(plain))
    reads = [from_plain_by(arg) for arg in args]

    def read(plain: Any) -> tuple[Any, ...]:
        items = _list(plain)
        if len(items) != len(reads):
            raise Unreadable(_("a list of {n}").format(n=len(reads)))
        return tuple(r(item) for r, item in zip(reads, items, strict=True))

    return read


def _record_inside(hint: Any) -> Any:
    """The dataclass an object's values are; None for plain values."""
    part = get_args(hint)[1]
    return part if is_dataclass(part) else None


def _object_from_plain(value_hint: Any) -> Convert:
    text_only = value_hint is str
    read_item = from_plain_by(_kind(value_hint)) if is_dataclass(value_hint) else None

    def read(plain: Any) -> dict[str, Any]:
        if not isinstance(plain, dict):
            raise Unreadable(_("an object"))
        if text_only and not all(isinstance(value, str) for value in plain.values()):
            raise Unreadable(_("an object of texts"))
        if read_item is not None:
            return {name: read_item(item) for name, item in plain.items()}
        return dict(plain)

    return read


def _record_from_plain(kind: type) -> Convert:
    reads = {name: from_plain_by(hint) for name, hint in field_hints(kind).items()}
    required = {
        f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING
    }

    def read(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise Unreadable(_("an object"))
        unknown = set(plain) - set(reads)
        if unknown:
            raise Unreadable(_("no field named {name}").format(name=sorted(unknown)[0]))
        if not required <= set(plain):
            raise Unreadable(_("{name}, which is missing").format(name=min(required - set(plain))))
        return kind(**{name: reads[name](value) for name, value in plain.items()})

    return read


def _list(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise Unreadable(_("a list"))
    return plain


def _choice(kind: type[StrEnum], plain: Any) -> StrEnum:
    try:
        return kind(plain)
    except ValueError:
        raise Unreadable(_("one of {words}").format(words=", ".join(kind))) from None


def _text(plain: Any) -> str:
    if not isinstance(plain, str):
        raise Unreadable(_("text"))
    return plain


def _integer(plain: Any) -> int:
    if isinstance(plain, bool) or not isinstance(plain, int):
        raise Unreadable(_("a whole number"))
    return plain


def _number(plain: Any) -> float:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise Unreadable(_("a number"))
    return float(plain)


def _yes_no(plain: Any) -> bool:
    if not isinstance(plain, bool):
        raise Unreadable(_("true or false"))
    return plain


def _id(plain: Any) -> UUID:
    try:
        return UUID(_text(plain))
    except ValueError:
        raise Unreadable(_("an id")) from None


def _day(plain: Any) -> date:
    try:
        return date.fromisoformat(_text(plain))
    except ValueError:
        raise Unreadable(_("a day as YYYY-MM-DD")) from None


def _time(plain: Any) -> time:
    try:
        return datetime.strptime(_text(plain), "%H:%M").time()
    except ValueError:
        raise Unreadable(_("a time as HH:MM")) from None


def _moment(plain: Any) -> datetime:
    try:
        return datetime.strptime(_text(plain), MOMENT_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        raise Unreadable(_("a moment in UTC")) from None


_READERS: dict[Any, Convert] = {
    UUID: _id,
    datetime: _moment,
    date: _day,
    time: _time,
    str: _text,
    int: _integer,
    float: _number,
    bool: _yes_no,
}


def entity_to_plain(entity: Entity) -> dict[str, Any]:
    """All fields of an entity as plain values, in the order of the fields."""
    kind: Any = type(entity)
    return {name: convert(getattr(entity, name)) for name, convert in _plain_fields(kind)}


@cache
def _plain_fields(kind: type) -> tuple[tuple[str, Convert], ...]:
    return tuple((name, to_plain_by(hint)) for name, hint in field_hints(kind).items())


def entity_from_plain(kind: type[E], plain: Mapping[str, Any], where: str) -> E:
    """Read an entity from plain values; InputError names the place, the field and what fits."""
    known: Any = kind
    hints = field_hints(known)
    values = {}
    for name in plain:
        if name not in hints:
            raise InputError(
                _("{where} has a field {field} that Coachdesk does not know.").format(
                    where=where, field=name
                )
            )
        try:
            values[name] = from_plain_by(hints[name])(plain[name])
        except Unreadable as expected:
            raise InputError(
                _("{where}, field {field}: expected {expected}.").format(
                    where=where, field=name, expected=expected
                )
            ) from None
    try:
        return kind(**values)
    except TypeError:
        missing = [
            f.name
            for f in fields(kind)
            if f.default is MISSING and f.default_factory is MISSING and f.name not in values
        ]
        raise InputError(
            _("{where} lacks the field {field}.").format(where=where, field=", ".join(missing))
        ) from None
    except InputError as refused:
        raise InputError(f"{where}: {refused.message}", refused.next_step) from None


def is_stored_as_json(hint: Any) -> bool:
    """Whether a field of this type is one JSON text in its column."""
    inner = _inside_optional(hint)
    if inner is not None:
        return is_stored_as_json(inner)
    origin = get_origin(hint)
    if origin is tuple or (origin is not None and issubclass(origin, Mapping)):
        return True
    return bool(is_dataclass(hint)) or hint == int | str


class StoredObject(Mapping[str, Any]):
    """A JSON object as it lies in its column, read when first looked at.

    A talk's printed page is some kilobytes; lists of talks never look at it.
    """

    __slots__ = ("_text", "_value")

    def __init__(self, text: str) -> None:
        self._text = text
        self._value: dict[str, Any] | None = None

    def _read(self) -> dict[str, Any]:
        if self._value is None:
            self._value = json.loads(self._text)
        return self._value

    def __getitem__(self, key: str) -> Any:
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def _row_reader(hint: Any) -> Convert | None:
    """How a raw column becomes a field; None where the raw value already is the field."""
    inner = _inside_optional(hint)
    if inner is not None:
        read = _row_reader(inner)
        return None if read is None else lambda raw: None if raw is None else read(raw)
    is_object = get_origin(hint) is not None and issubclass(get_origin(hint), Mapping)
    if is_object and _record_inside(hint) is None:
        return StoredObject
    if is_stored_as_json(hint):
        read_json = from_plain_by(hint)
        return lambda raw: read_json(json.loads(raw))
    if hint is UUID:
        return id_from
    if hint is bool:
        return bool
    if hint in (datetime, date, time):
        return _READERS[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return None


@cache
def row_loader(kind: type) -> Callable[[Any], Any]:
    """A function from a raw row (columns in field order) to the entity."""
    names = tuple(field_hints(kind))
    readers = tuple(_row_reader(hint) for hint in field_hints(kind).values())

    def load(row: Any) -> Any:
        return kind(
            **{
                name: value if read is None else read(value)
                for name, read, value in zip(names, readers, row, strict=True)
            }
        )

    return load


def row_values(entity: Entity) -> dict[str, Any]:
    """Column values of an entity: JSON fields as text, all else left to the column types."""
    kind: Any = type(entity)
    values = {}
    for name, dump in _row_writers(kind):
        value = getattr(entity, name)
        values[name] = value if dump is None or value is None else dump(value)
    return values


@cache
def _row_writers(kind: type) -> tuple[tuple[str, Convert | None], ...]:
    return tuple(
        (name, _json_writer(hint) if is_stored_as_json(hint) else None)
        for name, hint in field_hints(kind).items()
    )


def _json_writer(hint: Any) -> Convert:
    plain = to_plain_by(hint)
    return lambda value: json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
