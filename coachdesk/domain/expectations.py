"""What is expected in a selling situation, and what was agreed about it with one rep."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length, check_limits
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook_vocabulary import Found
from coachdesk.domain.situations import refuse_situation
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, BuyIn
from coachdesk.language import gettext as _

MOST_EXPECTED, LONGEST_EXPECTED = 8, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationExpectation(Entity):
    """One version of what is expected in one situation: the shipped words are version 1.

    Stored once edited, or from the start for a situation of the manager's own (source 003).
    `is_archived` takes the situation off the page; the last version decides.
    """

    id: Id["SituationExpectation"]
    situation: Annotated[str, Length(1, 40)]
    title: Annotated[str, Length(1, 60)]
    principle: Annotated[str, Length(0, 300)] = ""
    expected: tuple[str, ...] = ()
    compete: Annotated[str, Length(0, 300)] = ""
    collaborate: Annotated[str, Length(0, 300)] = ""
    emphasis: tuple[BehaviourKey, ...] = ()
    edited_day: date
    version: Annotated[int, Between(1, 10_000)]
    is_archived: bool = False

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        refuse_situation(self.situation)
        if len(self.expected) > MOST_EXPECTED:
            raise InputError(
                _("{title} has more than {n} expected behaviours.").format(
                    title=self.title, n=MOST_EXPECTED
                ),
                _("Keep those that say most."),
            )
        if any(not 1 <= len(line.strip()) <= LONGEST_EXPECTED for line in self.expected):
            raise InputError(
                _("An expected behaviour has 1 to {n} characters.").format(n=LONGEST_EXPECTED)
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One look at whether an agreed expectation is met, in a talk or between two."""

    day: date
    found: Found
    note: Annotated[str, Length(0, 300)] = ""
    session_id: Id[CoachingSession] | None = None

    def __post_init__(self) -> None:
        check_limits(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationAgreement(Entity):
    """An expectation of one situation agreed with one rep, and how it was looked at since.

    `version` is the wording it was agreed in; `agreed_in_id` the talk.
    """

    id: Id["ExpectationAgreement"]
    rep_id: Id[Rep]
    situation: Annotated[str, Length(1, 40)]
    explained_day: date | None = None
    in_it_for_rep: Annotated[str, Length(0, 300)] = ""
    rep_words: Annotated[str, Length(0, 300)] = ""
    bought_in: BuyIn = BuyIn.NOT_YET
    inspected_how: Annotated[str, Length(0, 200)] = ""
    inspect_every_days: Annotated[int, Between(7, 92)] | None = None
    version: Annotated[int, Between(1, 10_000)] = 1
    agreed_in_id: Id[CoachingSession] | None = None
    inspections: tuple[Inspection, ...] = ()

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        refuse_situation(self.situation)
