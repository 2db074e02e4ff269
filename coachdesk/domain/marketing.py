"""What a partner team opens for sales: introductions, what it knows, what it can do (seed 002)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.parties import Contact
from coachdesk.domain.partner_vocabulary import (
    CapabilityKind,
    Confidence,
    IntelligenceQuestion,
    IntroductionForm,
    IntroductionResult,
)
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmIntroduction(Entity):
    """A colleague who knows the account opens a door: known, asked, offered, made, what came of it.

    `partner_person_id` knows, `contact_id` is known. `problem_talk_by` is the agreed pace: the day
    by which the customer is spoken to about the problem; `months_saved` is an estimate.
    """

    id: Id["WarmIntroduction"]
    account_id: Id[Account]
    from_team_id: Id[PartnerTeam]
    rep_id: Id[Rep]
    partner_person_id: Id[PartnerPerson] | None = None
    contact_id: Id[Contact] | None = None
    asked_day: date | None = None
    offered_day: date | None = None
    made_day: date | None = None
    form: IntroductionForm = IntroductionForm.IN_PERSON
    note: Annotated[str, Length(0, 300)] = ""
    pace: Annotated[str, Length(0, 200)] = ""
    problem_talk_by: date | None = None
    problem_talk_day: date | None = None
    result: IntroductionResult = IntroductionResult.OPEN
    result_note: Annotated[str, Length(0, 300)] = ""
    months_saved: Annotated[int, Between(0, 36)] | None = None
    word_back: Annotated[str, Length(0, 300)] = ""
    word_back_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountIntelligenceAnswer(Entity):
    """A partner team's answer to one of the four questions about an account.

    `value` is 1 to 5 (I1), years (I2), a choice (I3) or text (I4); newer answers leave older ones.
    """

    id: Id["AccountIntelligenceAnswer"]
    account_id: Id[Account]
    team_id: Id[PartnerTeam]
    question_id: IntelligenceQuestion
    value: int | str
    confidence: Confidence
    day: date
    note: Annotated[str, Length(0, 300)] = ""
    said_by: Annotated[str, Length(0, 80)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability(Entity):
    """A dated line in which a team says what it can do or sees coming; or we say it to them.

    `from_days` and `to_days` are working days of a realistic timeline.
    """

    id: Id["Capability"]
    team_id: Id[PartnerTeam]
    kind: CapabilityKind
    text: Annotated[str, Length(1, 160)]
    from_days: Annotated[int, Between(0, 400)] | None = None
    to_days: Annotated[int, Between(0, 400)] | None = None
    ours: bool = False
    day: date
