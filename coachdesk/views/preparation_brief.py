"""What stands on the form a rep fills in before a one-on-one, and how long each answer may be."""

from dataclasses import dataclass

LONGEST_VIEW = 400
LONGEST_POINT = 170
LONGEST_PROMISE = 200
LONGEST_DAY = 40
PROMISES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEvent:
    """An event the rep is asked about: where and when it was, never what the manager rated."""

    key: str
    letter: str
    behaviour: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingChoice:
    """One rating as it is offered."""

    value: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationBrief:
    """The rep's own preparation: names and days around empty fields, no figure and nothing private.

    `mark` begins the name of every field and says which form of which talk it is.
    """

    language: str
    company: str
    rep: str
    manager: str
    day: str
    form_code: str
    mark: str
    made_on: str
    events: tuple[SeenEvent, ...]
    ratings: tuple[RatingChoice, ...]
    hints: tuple[str, ...]
    version: int = 1
