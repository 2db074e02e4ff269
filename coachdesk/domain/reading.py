"""What a captured line is read with, and what was understood of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.playbook import BehaviourGuide
from coachdesk.domain.vocabulary import BehaviourKey

PieceKind = Literal["private", "rep", "behaviour", "rating", "account", "partner", "day"]
QuestionKind = Literal["rep", "account", "partner", "person", "form"]
Missing = Literal["rep", "behaviour", "rating", "account", "partner", "comment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRep:
    """A rep as the line may name them: full name, first name or initials."""

    id: Id[Rep]
    first_name: str
    last_name: str = ""
    active: bool = True

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        """The first letter of each word of the name."""
        return "".join(word[0] for word in self.name.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAccount:
    """A customer that `@` may name."""

    id: Id[Account]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTeam:
    """A partner team that `#` may name, by the start of its name or one of its short words."""

    id: Id[PartnerTeam]
    name: str
    short_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person of a partner team, named after `#` or in the text."""

    id: Id[PartnerPerson]
    name: str
    team_id: Id[PartnerTeam]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBehaviour:
    """A behaviour by its words; `letter` is empty for the four qualities."""

    key: BehaviourKey
    letter: str
    words: tuple[str, ...]


def known_behaviours(guides: Iterable[BehaviourGuide]) -> tuple[KnownBehaviour, ...]:
    """Return the behaviours as a line names them: links by letter or words, qualities by words.

    "Qualify the work" goes by its first word too; "early" alone begins too many notes.
    """
    found = []
    for guide in guides:
        words = [guide.title, guide.short_title]
        if guide.key is BehaviourKey.QUALIFY_THE_WORK:
            words.append(guide.title.split()[0])
        found.append(
            KnownBehaviour(
                key=guide.key,
                letter=guide.letter if guide.is_link else "",
                words=tuple(dict.fromkeys(word for word in words if word)),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Every name a line can hold."""

    reps: tuple[KnownRep, ...] = ()
    accounts: tuple[KnownAccount, ...] = ()
    teams: tuple[KnownTeam, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    behaviours: tuple[KnownBehaviour, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of the line that were understood; `sure` is False for a dotted underline."""

    start: int
    end: int
    kind: PieceKind
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One answer to a question."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the line leaves open: the words typed, where, and who may be meant.

    `new_name` is the name to create when none of the candidates is meant; empty when nothing
    can be created from it.
    """

    kind: QuestionKind
    text: str
    start: int
    end: int
    candidates: tuple[Candidate, ...]
    new_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRating:
    """A behaviour with its rating 1-5, as far as the line names them."""

    behaviour: BehaviourKey | None
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """The customer and the partner a line names; `pieces` and `questions` say where."""

    account: Id[Account] | None = None
    new_account: str = ""
    team: Id[PartnerTeam] | None = None
    person: Id[PartnerPerson] | None = None
    pieces: tuple[Piece, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A captured line as it was understood.

    `comment` holds the note as typed without the parsed words, `day` is the day of capture
    unless `day_given`, `missing` names what keeps the line in the Inbox.
    """

    line: str
    private: bool
    rep: Id[Rep] | None
    ratings: tuple[ReadRating, ...]
    account: Id[Account] | None
    new_account: str
    team: Id[PartnerTeam] | None
    person: Id[PartnerPerson] | None
    day: date
    day_given: bool
    comment: str
    pieces: tuple[Piece, ...]
    missing: tuple[Missing, ...]
    questions: tuple[Question, ...]
