"""What every entity has in common: identity, frozen values, and limits checked at creation."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID

from coachdesk.domain.errors import InputError
from coachdesk.domain.field_words import field_words
from coachdesk.language import gettext as _
from coachdesk.language import ngettext

K = TypeVar("K")

# NUL ends a text in PostgreSQL; half a surrogate pair has no UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

if TYPE_CHECKING:

    class Id(UUID, Generic[K]):
        """The id of one kind of entity: a type checker refuses another kind's."""

else:

    class Id:
        """At run time `Id[Rep]` is plain `UUID`."""

        def __class_getitem__(cls, kind: object) -> type[UUID]:
            return UUID


@dataclass(frozen=True, slots=True)
class Length:
    """Least and most Unicode characters of a text, counted after trimming."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Between:
    """Least and most value of a whole number."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A value with an identity; a half-valid one cannot be made (InputError)."""

    id: UUID

    def __post_init__(self) -> None:
        check_limits(self)


def check_limits(value: object) -> None:
    """Refuse texts, numbers and choices outside the limits of a dataclass's fields."""
    kind: Any = type(value)
    for name, check in _checks(kind):
        check(name, getattr(value, name))


Check = Callable[[str, Any], None]


@cache
def _checks(kind: type) -> tuple[tuple[str, Check], ...]:
    hints = get_type_hints(kind, include_extras=True)
    found = []
    for field in fields(kind):
        check = _check_for(hints[field.name])
        if check is not None:
            found.append((field.name, check))
    return tuple(found)


def _check_for(hint: Any) -> Check | None:
    parts = [part for part in get_args(hint) if part is not type(None)]
    if get_origin(hint) is Annotated:
        limit = get_args(hint)[1]
        if isinstance(limit, Length):
            return _length_check(limit)
        if isinstance(limit, Between):
            return _range_check(limit)
        return None
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice_check(hint)
    if hint == tuple[str, ...]:
        return _check_each_text
    if len(parts) == 1 and type(None) in get_args(hint):
        inner = _check_for(parts[0])
        return _optional(inner) if inner else None
    return None


def _optional(check: Check) -> Check:
    def checked(name: str, value: Any) -> None:
        if value is not None:
            check(name, value)

    return checked


def _length_check(limit: Length) -> Check:
    def checked(name: str, value: str) -> None:
        if not isinstance(value, str):
            raise InputError(_("{field} must be text.").format(field=field_words(name)))
        size = len(value) if len(value) <= limit.most and limit.least == 0 else len(value.strip())
        if size > limit.most:
            raise InputError(
                _("{field} is too long: {n} too many.").format(
                    field=field_words(name), n=size - limit.most
                ),
                _("Shorten it to {most} characters.").format(most=limit.most),
            )
        if size < limit.least:
            raise InputError(
                ngettext(
                    "{field} needs at least {least} character.",
                    "{field} needs at least {least} characters.",
                    limit.least,
                ).format(field=field_words(name), least=limit.least)
            )
        _check_storable(name, value)

    return checked


def _check_storable(name: str, value: str) -> None:
    if _UNSTORABLE.search(value):
        raise InputError(
            _("{field} contains a character that cannot be stored.").format(field=field_words(name))
        )


def _check_each_text(name: str, values: tuple[str, ...]) -> None:
    for value in values:
        _check_storable(name, value)


def _range_check(limit: Between) -> Check:
    def checked(name: str, value: int) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            raise InputError(_("{field} must be a whole number.").format(field=field_words(name)))
        if not limit.least <= value <= limit.most:
            raise InputError(
                _("{field} must lie between {least} and {most}.").format(
                    field=field_words(name), least=limit.least, most=limit.most
                )
            )

    return checked


def _choice_check(kind: type[StrEnum]) -> Check:
    def checked(name: str, value: object) -> None:
        if not isinstance(value, kind):
            raise InputError(
                _("{field} is not one of the known choices.").format(field=field_words(name))
            )

    return checked
