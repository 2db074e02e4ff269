"""A made-up brief of any kind, with something in every field or nothing, to try a template on."""

import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Brief = TypeVar("Brief")

ENTRIES = 2
RATING = 3


def example_brief(kind: type[Brief], *, full: bool) -> Brief:
    """A brief of that kind: every list with entries and every text written, or nothing at all."""
    hints = get_type_hints(kind)
    made: Brief = kind(
        **{
            field.name: _value(hints[field.name], field.name, full)
            for field in fields(kind)  # type: ignore[arg-type]
        }
    )
    return made


def _value(hint: Any, name: str, full: bool) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        (one,) = (each for each in args if each is not type(None))
        return _value(one, name, full) if full else None
    if origin is Literal:
        return args[0]
    if origin is tuple:
        if args[1:] == (...,):
            return tuple(_value(args[0], name, full) for _each in range(ENTRIES if full else 0))
        return tuple(_value(each, name, full) for each in args)
    if is_dataclass(hint) and isinstance(hint, type):
        return example_brief(hint, full=full)
    if hint is bool:
        return full
    if hint is int:
        return RATING
    return name.replace("_", " ") if full else ""


def described(kind: type[Any], name: str, *, depth: int = 0) -> list[str]:
    """The fields of a brief, one a line; below a list (“…”) those of each of its entries."""
    lines, hints = [], get_type_hints(kind)
    for field in fields(kind):
        hint = hints[field.name]
        inner, is_list = _inner(hint), "tuple[" in str(hint)
        own = f"{name}.{field.name}"
        lines.append(f"{'  ' * depth}{own}{' …' if is_list else ''}")
        if is_dataclass(inner) and isinstance(inner, type):
            lines += described(inner, "line" if is_list else own, depth=depth + 1)
    return lines


def _inner(hint: Any) -> Any:
    """What an optional or a list is made of."""
    while get_args(hint) and get_origin(hint) is not Literal:
        (hint, *_more) = (each for each in get_args(hint) if each is not type(None))
    return hint
