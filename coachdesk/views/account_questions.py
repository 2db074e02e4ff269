"""The four questions about customers, and what is known of each customer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCustomer:
    """A customer with how many of the four are answered, and by whom last.

    `known` says for each question, in their order, whether it is answered.
    """

    id: UUID
    name: str
    known: tuple[bool, ...]
    last_day: date | None
    last_team: str
    is_old: bool

    @property
    def answered(self) -> int:
        """How many of the questions have an answer."""
        return sum(self.known)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A standard question, and for how many customers it is answered."""

    text: str
    answered: int
    of: int


@dataclass(frozen=True, slots=True)
class AccountQuestions:
    """The questions and the customers by name."""

    questions: tuple[AskedQuestion, ...]
    customers: tuple[KnownCustomer, ...]
