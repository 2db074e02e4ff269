"""A customer's need handed to a partner team, with an expectation that can be met or missed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.vocabulary import Cause, HandOffState


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOff(Entity):
    """Transfer of a customer's need to a partner team; the states are those of the rule table.

    With `continues_id` it goes on where another left off: one promise, one more pair of hands.
    """

    id: Id["HandOff"]
    rep_id: Id[Rep]
    account_id: Id[Account]
    team_id: Id[PartnerTeam]
    partner_person_id: Id[PartnerPerson] | None = None
    opportunity_id: Id[Opportunity] | None = None
    early_access_item_id: Id[EarlyAccessItem] | None = None
    request_triage_id: Id[RequestTriage] | None = None
    continues_id: "Id[HandOff] | None" = None
    need: Annotated[str, Length(5, 200)]
    value_reason: Annotated[str, Length(0, 200)] = ""
    expectation: Annotated[str, Length(0, 200)] = ""
    created_day: date
    value_day: date | None = None
    set_day: date | None = None
    due_day: date | None = None
    check_day: date | None = None
    accepted_on: date | None = None
    met_day: date | None = None
    closed_day: date | None = None
    customer_confirmed: bool | None = None
    cause_code: Cause | None = None
    cause_note: Annotated[str, Length(0, 200)] = ""
    customer_told_by: Annotated[str, Length(0, 200)] | None = None
    customer_told_on: date | None = None
    revision: Annotated[int, Between(1, 10_000)] = 1
    checklist: Mapping[str, str] = field(default_factory=dict)
    way_asked: bool | None = None
    way_used: bool | None = None
    state: HandOffState = HandOffState.DRAFT
