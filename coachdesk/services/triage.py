"""Requests before they reach a partner team: noted, sorted, handed on, and judged by the team."""

from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain import early_access_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.partner_vocabulary import TriageDecision, Verdict
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.soft_power import RequestTriage
from coachdesk.language import gettext as _
from coachdesk.services.people import add_account
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """A request as it came in; customer and marks may be missing."""

    team_id: Id[PartnerTeam] | None
    rep_id: Id[Rep]
    request: str
    account_id: Id[Account] | None = None
    new_account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """How urgent and how important, what follows from it, and why."""

    decision: TriageDecision
    reason: str
    urgent: int | None = None
    important: int | None = None


def note_request(work: UnitOfWork, draft: RequestDraft) -> RequestTriage:
    """A request that came in today and is not sorted yet."""
    if draft.team_id is None:
        raise InputError(_("Which team?"), _("Choose who is asked to do it."))
    if not draft.request.strip():
        raise InputError(_("What is asked for?"), _("A few words are enough."))
    account_id = draft.account_id
    if account_id is None and draft.new_account.strip():
        account_id = add_account(work, draft.new_account.strip(), owner=draft.rep_id).id
    return work.put(
        RequestTriage(
            id=work.new_id(RequestTriage),
            rep_id=draft.rep_id,
            team_id=draft.team_id,
            account_id=account_id,
            request=draft.request.strip(),
            day=work.as_of,
        )
    )


def sort_request(work: UnitOfWork, id: Id[RequestTriage], sorting: Sorting) -> RequestTriage:
    """First, later or not worth doing, with the reason."""
    marked = replace(
        work.get(RequestTriage, id), urgent=sorting.urgent, important=sorting.important
    )
    return work.put(rules.sorted_(marked, sorting.decision, sorting.reason, as_of=work.as_of))


def hand_on_request(
    work: UnitOfWork, id: Id[RequestTriage], day: date | None = None
) -> RequestTriage:
    """It went to the team on that day, today unless given; unsorted it goes too, marked."""
    request = work.get(RequestTriage, id)
    return work.put(rules.handed_on(request, day or work.as_of, as_of=work.as_of))


def judge_request(
    work: UnitOfWork, id: Id[RequestTriage], verdict: Verdict | None
) -> RequestTriage:
    """What the team itself thinks of it."""
    return work.put(rules.judged(work.get(RequestTriage, id), verdict))


def note_request_way(
    work: UnitOfWork, id: Id[RequestTriage], *, asked: bool | None, used: bool | None
) -> RequestTriage:
    """Whether the team was asked how it would do it, and whether it was done so."""
    way = used if asked else None
    return work.put(replace(work.get(RequestTriage, id), way_asked=asked, way_used=way))
