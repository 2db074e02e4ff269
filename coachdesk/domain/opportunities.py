"""Possible sales, what decided them, and activity next to what it led to."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.vocabulary import (
    ActivityKind,
    ActivityOutcome,
    OpportunityResult,
    ReviewOutcome,
    SelectionStage,
)
from coachdesk.language import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Entity):
    """A possible sale or joint project at a customer."""

    id: Id["Opportunity"]
    account_id: Id[Account]
    title: Annotated[str, Length(1, 80)]
    selection_stage: SelectionStage | None = None
    opened_day: date
    closed_day: date | None = None
    result: OpportunityResult = OpportunityResult.OPEN

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        if self.closed_day is not None and self.closed_day < self.opened_day:
            raise InputError(
                _("“{title}” cannot end before it began.").format(title=self.title),
                _("Give a day on or after {day}.").format(day=self.opened_day.isoformat()),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityReview(Entity):
    """What decided a won or lost opportunity: what was measured, what was felt, what helped."""

    id: Id["OpportunityReview"]
    opportunity_id: Id[Opportunity]
    day: date
    outcome: ReviewOutcome
    tangible: Annotated[str, Length(0, 300)] = ""
    intangible: Annotated[str, Length(0, 300)] = ""
    collaboration: Annotated[str, Length(0, 300)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Entity):
    """Something a rep did with a customer, and what it did for the customer's decision."""

    id: Id["Activity"]
    rep_id: Id[Rep]
    account_id: Id[Account]
    opportunity_id: Id[Opportunity] | None = None
    day: date
    kind: ActivityKind
    prepared: bool = False
    outcome: ActivityOutcome = ActivityOutcome.NONE_RECORDED
