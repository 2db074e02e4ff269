"""What a command touched, so that each screen knows whether to refresh."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """Entity classes, ids and reps that one command touched."""

    kinds: frozenset[type]
    ids: frozenset[UUID]
    rep_ids: frozenset[UUID]

    def touch(self, kinds: Iterable[type]) -> bool:
        """Whether any of these entity classes was touched."""
        return not self.kinds.isdisjoint(kinds)
