"""What may become of an opportunity, and what an activity may say (rules §8)."""

from dataclasses import replace
from datetime import date

from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.opportunities import Opportunity, OpportunityReview
from coachdesk.domain.vocabulary import OpportunityResult, ReviewOutcome
from coachdesk.language import gettext as _

DECIDED = (OpportunityResult.WON, OpportunityResult.LOST, OpportunityResult.NO_DECISION)
REVIEWED = {
    OpportunityResult.WON: ReviewOutcome.WON,
    OpportunityResult.LOST: ReviewOutcome.LOST,
}


def check_day(day: date, *, as_of: date) -> None:
    """What is told of an opportunity has happened (E-PUR-06)."""
    if day > as_of:
        raise RuleError(
            "E-PUR-06", _("The day must not lie in the future."), _("Give today or an earlier day.")
        )


def check_open(opportunity: Opportunity) -> None:
    """A closed one stays as it is (E-PUR-07)."""
    if opportunity.result is not OpportunityResult.OPEN:
        raise RuleError(
            "E-PUR-07", _("This pursuit is closed."), _("Open a new one if it begins again.")
        )


def closed(
    opportunity: Opportunity, result: OpportunityResult | None, day: date, *, as_of: date
) -> Opportunity:
    """Won, lost, or ended by the customer without a decision."""
    check_open(opportunity)
    if result not in DECIDED:
        raise InputError(_("How did it end?"), _("Choose won, lost or no decision."))
    check_day(day, as_of=as_of)
    return replace(opportunity, result=result, closed_day=day)


def review_outcome(opportunity: Opportunity) -> ReviewOutcome:
    """What a review of it is about; only what was won or lost is reviewed (E-PUR-08)."""
    outcome = REVIEWED.get(opportunity.result)
    if outcome is None:
        raise RuleError(
            "E-PUR-08",
            _("Only what was won or lost is reviewed."),
            _("Close it as won or lost first."),
        )
    return outcome


def check_review(texts: tuple[str, ...], before: OpportunityReview | None) -> None:
    """A review says at least one thing, unless it is taken back."""
    if not any(texts) and before is None:
        raise InputError(_("What decided it?"), _("One line in one of the three is enough."))


def check_activity_day(day: date, *, as_of: date) -> None:
    """An activity is noted once it has happened (E-ACT-01)."""
    if day > as_of:
        raise RuleError(
            "E-ACT-01", _("The day must not lie in the future."), _("Give today or an earlier day.")
        )


def check_same_customer(opportunity: Opportunity, account_id: object) -> None:
    """An activity belongs to an opportunity of its own customer (E-ACT-02)."""
    if opportunity.account_id != account_id:
        raise RuleError(
            "E-ACT-02",
            _("“{title}” is an opportunity of another customer.").format(title=opportunity.title),
            _("Choose one of this customer, or none."),
        )
