"""Briefs as JSON values and back, exactly: a stored summary prints the same page for ever."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from coachdesk.domain.errors import InputError

Brief = TypeVar("Brief")


def to_json(brief: object) -> dict[str, Any]:
    """A brief as plain JSON values: records become objects, tuples become lists."""
    value = _plain(brief)
    if not isinstance(value, dict):
        raise TypeError(f"{type(brief).__name__} is not a brief")
    return value


def from_json(kind: type[Brief], value: Mapping[str, Any]) -> Brief:
    """The brief of `kind` that `to_json` wrote.

    A field that is missing takes its default, so that a page stored before the field existed still
    prints. InputError names the field that is unknown, required and missing, or of another type.
    """
    brief: Brief = _record(kind, value, kind.__name__)
    return brief


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"a brief holds no {type(value).__name__}")


def _record(kind: type[Any], value: object, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise _unreadable(where, "an object")
    known = {field.name: field for field in fields(kind)}
    if unknown := sorted(set(value) - set(known)):
        raise _unreadable(f"{where}.{unknown[0]}", "no such field")
    hints = get_type_hints(kind)
    found = {}
    for name, field in known.items():
        if name in value:
            found[name] = _value(hints[name], value[name], f"{where}.{name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise _unreadable(f"{where}.{name}", "a value")
    return kind(**found)


def _value(hint: Any, value: object, where: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        (hint,) = (choice for choice in get_args(hint) if choice is not type(None))
        return _value(hint, value, where)
    if origin is tuple:
        return _items(get_args(hint), value, where)
    if origin is Literal:
        if value not in get_args(hint):
            raise _unreadable(where, " or ".join(get_args(hint)))
        return value
    if is_dataclass(hint):
        return _record(hint if isinstance(hint, type) else type(hint), value, where)
    # bool is an int in Python, and a stored true is no count
    if type(value) is not hint:
        raise _unreadable(where, {str: "a text", int: "a number", bool: "true or false"}[hint])
    return value


def _items(hints: tuple[Any, ...], value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _unreadable(where, "a list")
    each = hints[:1] * len(value) if hints[1:] == (...,) else hints
    if len(each) != len(value):
        raise _unreadable(where, f"{len(each)} entries")
    pairs = enumerate(zip(each, value, strict=True))
    return tuple(_value(hint, item, f"{where}[{n}]") for n, (hint, item) in pairs)


def _unreadable(where: str, expected: str) -> InputError:
    return InputError(f"The stored page cannot be read at {where}: expected {expected}.")
