"""Opportunities: opened, moved on, closed as won or lost, and looked back on."""

from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain import opportunity_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.opportunities import Activity, Opportunity, OpportunityReview
from coachdesk.domain.people import Account
from coachdesk.domain.vocabulary import OpportunityResult, SelectionStage
from coachdesk.language import gettext as _
from coachdesk.services.people import add_account
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityDraft:
    """What is known of an opportunity; without an `account_id` `new_account` is added."""

    title: str
    account_id: Id[Account] | None = None
    new_account: str = ""
    stage: SelectionStage | None = None
    opened_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewWords:
    """What decided it: what could be measured, what was felt, what collaboration did."""

    tangible: str = ""
    intangible: str = ""
    collaboration: str = ""

    @property
    def texts(self) -> tuple[str, str, str]:
        """The three without the space around them."""
        return self.tangible.strip(), self.intangible.strip(), self.collaboration.strip()


def add_opportunity(work: UnitOfWork, draft: OpportunityDraft) -> Opportunity:
    """A possible sale or joint project, from its day on."""
    rules.check_day(draft.opened_day, as_of=work.as_of)
    account_id = draft.account_id
    if account_id is None:
        if not draft.new_account.strip():
            raise RuleError("E-PUR-01", _("Choose an account."))
        account_id = add_account(work, draft.new_account).id
    return work.put(
        Opportunity(
            id=work.new_id(Opportunity),
            account_id=account_id,
            title=draft.title.strip(),
            selection_stage=draft.stage,
            opened_day=draft.opened_day,
        )
    )


def edit_opportunity(
    work: UnitOfWork,
    id: Id[Opportunity],
    *,
    title: str,
    stage: SelectionStage | None,
    opened_day: date,
) -> Opportunity:
    """Other words, the stage the customer has come to, or another first day."""
    opportunity = work.get(Opportunity, id)
    rules.check_open(opportunity)
    rules.check_day(opened_day, as_of=work.as_of)
    return work.put(
        replace(opportunity, title=title.strip(), selection_stage=stage, opened_day=opened_day)
    )


def close_opportunity(
    work: UnitOfWork, id: Id[Opportunity], result: OpportunityResult | None, day: date
) -> Opportunity:
    """Won, lost, or no decision, on a day that has come."""
    return work.put(rules.closed(work.get(Opportunity, id), result, day, as_of=work.as_of))


def remove_opportunity(work: UnitOfWork, id: Id[Opportunity]) -> None:
    """One entered by mistake; its activities stay as the customer's."""
    opportunity = work.get(Opportunity, id)
    rules.check_open(opportunity)
    for done in work.find(Activity, opportunity_id=id):
        work.put(replace(done, opportunity_id=None))
    work.remove(opportunity)


def review_opportunity(
    work: UnitOfWork, id: Id[Opportunity], said: ReviewWords
) -> OpportunityReview | None:
    """What decided a won or lost one, in place of the review before; nothing takes it back."""
    outcome = rules.review_outcome(work.get(Opportunity, id))
    before = next(iter(work.find(OpportunityReview, opportunity_id=id)), None)
    tangible, intangible, collaboration = said.texts
    rules.check_review(said.texts, before)
    if before is not None and not any(said.texts):
        work.remove(before)
        return None
    return work.put(
        OpportunityReview(
            id=work.new_id(OpportunityReview) if before is None else before.id,
            opportunity_id=id,
            day=work.as_of if before is None else before.day,
            outcome=outcome,
            tangible=tangible,
            intangible=intangible,
            collaboration=collaboration,
        )
    )
