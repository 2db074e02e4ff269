"""Ids inside values: the same value with one id in another's place."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from coachdesk.domain.entity import Entity

E = TypeVar("E", bound=Entity)
# The page as it was printed: the rep may have it in hand, so nothing in it ever changes.
PRINTED = frozenset({"summary_brief"})


def repointed(entity: E, lost: UUID, kept: UUID) -> E:
    """The entity with every reference to `lost` made one to `kept`, however deep it lies."""
    found = {}
    for field in fields(entity):
        if field.name == "id" or field.name in PRINTED:
            continue
        old = getattr(entity, field.name)
        new = _repointed(old, lost, kept)
        if new != old:
            found[field.name] = new
    return replace(entity, **found) if found else entity


def _repointed(value: Any, lost: UUID, kept: UUID) -> Any:
    if isinstance(value, UUID):
        return kept if value == lost else value
    if isinstance(value, str):
        return str(kept) if value == str(lost) else value
    if isinstance(value, tuple | list):
        parts = [_repointed(part, lost, kept) for part in value]
        if parts == list(value):
            return value
        listed = dict.fromkeys(parts) if all(isinstance(p, UUID) for p in parts) else parts
        return type(value)(listed)
    if isinstance(value, Mapping):
        return {key: _repointed(part, lost, kept) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        inner = {f.name: _repointed(getattr(value, f.name), lost, kept) for f in fields(value)}
        return replace(value, **inner)
    return value
