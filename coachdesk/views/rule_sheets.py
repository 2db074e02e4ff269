"""Rules, boundaries and limitations as the Playbook shows them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One entry; `before` are the words it replaced, `known_by` how many reps know it."""

    id: UUID
    rule: str
    boundary: str
    limitation: str
    valid_from: date
    known_by: int
    replaced_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBy:
    """One rep and what of the sheet is known: `n` of `of`, last since `day`."""

    id: UUID
    name: str
    initials: str
    n: int
    of: int
    day: date | None
    is_asked_again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSheet:
    """One subject with its entries, and every active rep in the manager's order."""

    subject: str
    lines: tuple[RuleLine, ...]
    reps: tuple[KnownBy, ...]

    @property
    def knowing(self) -> int:
        """How many reps know all of it as it stands."""
        return sum(rep.n == rep.of for rep in self.reps)
