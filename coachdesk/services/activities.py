"""Sales activity: noted with the customer it was for, and what it did for the decision."""

from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain import opportunity_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.opportunities import Activity, Opportunity
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.people_rules import check_on_team
from coachdesk.domain.vocabulary import ActivityKind, ActivityOutcome
from coachdesk.services.people import add_account
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDraft:
    """Who did what with whom; without an `account_id` the customer `new_account` is added."""

    rep_id: Id[Rep]
    account_id: Id[Account] | None = None
    new_account: str = ""
    opportunity_id: Id[Opportunity] | None = None
    day: date
    kind: ActivityKind
    prepared: bool = False
    outcome: ActivityOutcome = ActivityOutcome.NONE_RECORDED


def note_activity(work: UnitOfWork, draft: ActivityDraft) -> Activity:
    """An activity on a day that has come."""
    return work.put(_activity(work, draft, work.new_id(Activity)))


def edit_activity(work: UnitOfWork, id: Id[Activity], draft: ActivityDraft) -> Activity:
    """Everything about it as it should have been noted."""
    return work.put(_activity(work, draft, work.get(Activity, id).id))


def set_outcome(work: UnitOfWork, id: Id[Activity], outcome: ActivityOutcome) -> Activity:
    """What it did for the customer's decision."""
    return work.put(replace(work.get(Activity, id), outcome=outcome))


def remove_activity(work: UnitOfWork, id: Id[Activity]) -> None:
    """One that was noted by mistake."""
    work.remove(work.get(Activity, id))


def _activity(work: UnitOfWork, draft: ActivityDraft, id: Id[Activity]) -> Activity:
    rules.check_activity_day(draft.day, as_of=work.as_of)
    check_on_team(work.get(Rep, draft.rep_id), draft.day)
    account_id = draft.account_id
    if account_id is None:
        account_id = add_account(work, draft.new_account, owner=draft.rep_id).id
    if draft.opportunity_id is not None:
        rules.check_same_customer(work.get(Opportunity, draft.opportunity_id), account_id)
    return Activity(
        id=id,
        rep_id=draft.rep_id,
        account_id=account_id,
        opportunity_id=draft.opportunity_id,
        day=draft.day,
        kind=draft.kind,
        prepared=draft.prepared,
        outcome=draft.outcome,
    )
