"""What a partner team is told early: noted, changed, told, withdrawn, or here at last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain import early_access_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.partner_vocabulary import NoticePriority, WorkSize
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.language import gettext as _
from coachdesk.services.people import add_account
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDraft:
    """What may be coming, as typed; `new_account` names a customer nobody knew."""

    team_id: Id[PartnerTeam] | None
    rep_id: Id[Rep]
    what: str
    earliest: date | None
    account_id: Id[Account] | None = None
    new_account: str = ""
    latest: date | None = None
    likelihood_pct: int = 50
    size: WorkSize = WorkSize.DAYS_1_5
    priority: NoticePriority = NoticePriority.FIRST
    reason: str = ""
    skills: str = ""
    unknown: str = ""
    question: str = ""
    answer: str = ""
    next_update: date | None = None


def note_notice(work: UnitOfWork, draft: NoticeDraft) -> EarlyAccessItem:
    """Something that may be coming, which the team does not know yet."""
    fresh = _drafted(work, draft, work.new_id(EarlyAccessItem))
    noted = replace(fresh, noted_day=work.as_of)
    return work.put(rules.checked_notice(noted, as_of=work.as_of))


def change_notice(work: UnitOfWork, id: Id[EarlyAccessItem], draft: NoticeDraft) -> EarlyAccessItem:
    """Other words, days or likelihood; a team that was told is told again."""
    before = work.get(EarlyAccessItem, id)
    typed = _drafted(work, draft, id)
    item = replace(
        typed,
        noted_day=before.noted_day,
        told_day=before.told_day,
        changed_day=before.changed_day,
        state=before.state,
    )
    if draft.team_id != before.team_id:
        item = replace(item, told_day=None, changed_day=None)  # the other team knows nothing of it
        before = replace(before, told_day=None)
    return work.put(rules.changed(before, item, as_of=work.as_of))


def tell_notices(work: UnitOfWork, ids: Sequence[Id[EarlyAccessItem]]) -> list[EarlyAccessItem]:
    """The team heard of all of these today, as they stand."""
    if not ids:
        raise InputError(_("Nothing is ticked."), _("Tick what the team is to hear of."))
    return [work.put(rules.told(work.get(EarlyAccessItem, id), as_of=work.as_of)) for id in ids]


def withdraw_notice(work: UnitOfWork, id: Id[EarlyAccessItem]) -> EarlyAccessItem:
    """It will not come."""
    return work.put(rules.withdrawn(work.get(EarlyAccessItem, id), as_of=work.as_of))


def notice_came(work: UnitOfWork, id: Id[EarlyAccessItem]) -> EarlyAccessItem:
    """It is here, and no longer announced."""
    return work.put(rules.came(work.get(EarlyAccessItem, id)))


def _drafted(work: UnitOfWork, draft: NoticeDraft, id: Id[EarlyAccessItem]) -> EarlyAccessItem:
    if draft.team_id is None:
        raise InputError(_("Which team?"), _("Choose who is to know of it."))
    if not draft.what.strip():
        raise InputError(_("What may be coming?"), _("A few words are enough."))
    if draft.earliest is None:
        raise InputError(_("When at the earliest?"), _("A guess such as “1 Apr” is enough."))
    account_id = draft.account_id
    if account_id is None:
        if not draft.new_account.strip():
            raise InputError(_("Which customer?"), _("Type a name, or the beginning of one."))
        account_id = add_account(work, draft.new_account.strip(), owner=draft.rep_id).id
    return EarlyAccessItem(
        id=id,
        team_id=draft.team_id,
        rep_id=draft.rep_id,
        account_id=account_id,
        what=draft.what.strip(),
        reason=draft.reason.strip(),
        question=draft.question.strip(),
        skills=draft.skills.strip(),
        unknown=draft.unknown.strip(),
        likelihood_pct=draft.likelihood_pct,
        size=draft.size,
        earliest=draft.earliest,
        latest=draft.latest,
        priority=draft.priority,
        answer=draft.answer.strip(),
        next_update=draft.next_update,
    )
