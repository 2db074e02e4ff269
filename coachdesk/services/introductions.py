"""Warm introductions: who of theirs knows whom, asked, offered, made, answered, told."""

from dataclasses import dataclass
from datetime import date

from coachdesk.domain import introduction_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.marketing import WarmIntroduction
from coachdesk.domain.names import fold
from coachdesk.domain.parties import Contact
from coachdesk.domain.partner_vocabulary import IntroductionForm, IntroductionResult
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.vocabulary import BuyingRole
from coachdesk.language import gettext as _
from coachdesk.services.hand_offs import plan_hand_off
from coachdesk.services.partner_people import person_or_new
from coachdesk.services.people import add_account
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIntroduction:
    """What is asked for an introduction; people are typed, a customer nobody knew is named."""

    team_id: Id[PartnerTeam]
    rep_id: Id[Rep]
    account_id: Id[Account] | None = None
    new_account: str = ""
    who: str = ""
    contact: str = ""
    form: IntroductionForm = IntroductionForm.IN_PERSON
    note: str = ""
    pace: str = ""
    problem_talk_by: date | None = None
    asked_day: date | None = None


def add_introduction(work: UnitOfWork, new: NewIntroduction) -> WarmIntroduction:
    """Somebody of theirs knows somebody over there; asked for at once where a day is given."""
    work.get(Rep, new.rep_id)
    work.get(PartnerTeam, new.team_id)
    account_id = new.account_id or _new_account(work, new)
    person = person_or_new(work, new.team_id, new.who)
    contact = _contact(work, account_id, new.contact)
    planned = WarmIntroduction(
        id=work.new_id(WarmIntroduction),
        account_id=account_id,
        from_team_id=new.team_id,
        rep_id=new.rep_id,
        partner_person_id=None if person is None else person.id,
        contact_id=None if contact is None else contact.id,
        form=new.form,
        note=new.note.strip(),
    )
    planned = rules.paced(planned, new.pace, new.problem_talk_by)
    if new.asked_day is not None:
        planned = rules.asked(planned, new.asked_day, as_of=work.as_of)
    return work.put(planned)


def ask_introduction(work: UnitOfWork, id: Id[WarmIntroduction], day: date) -> WarmIntroduction:
    """The team was asked to introduce us."""
    return work.put(rules.asked(work.get(WarmIntroduction, id), day, as_of=work.as_of))


def offer_introduction(work: UnitOfWork, id: Id[WarmIntroduction], day: date) -> WarmIntroduction:
    """The team offers it."""
    return work.put(rules.offered(work.get(WarmIntroduction, id), day, as_of=work.as_of))


def make_introduction(
    work: UnitOfWork,
    id: Id[WarmIntroduction],
    day: date,
    *,
    pace: str | None = None,
    problem_talk_by: date | None = None,
) -> WarmIntroduction:
    """We were introduced; with the pace that was agreed, where it is given."""
    made = rules.made(work.get(WarmIntroduction, id), day, as_of=work.as_of)
    if pace is not None:
        made = rules.paced(made, pace, problem_talk_by)
    return work.put(made)


def note_problem_talk(work: UnitOfWork, id: Id[WarmIntroduction], day: date) -> WarmIntroduction:
    """The customer was spoken to about the problem."""
    return work.put(rules.spoken(work.get(WarmIntroduction, id), day, as_of=work.as_of))


def note_result(
    work: UnitOfWork,
    id: Id[WarmIntroduction],
    result: IntroductionResult,
    note: str = "",
    *,
    months_saved: int | None = None,
) -> WarmIntroduction:
    """What came of it."""
    known = work.get(WarmIntroduction, id)
    return work.put(rules.answered(known, result, note, months_saved=months_saved))


def give_word_back(
    work: UnitOfWork, id: Id[WarmIntroduction], words: str, day: date
) -> WarmIntroduction:
    """The team was told what its introduction led to."""
    return work.put(rules.told(work.get(WarmIntroduction, id), words, day, as_of=work.as_of))


def hand_off_introduction(
    work: UnitOfWork, id: Id[WarmIntroduction], need: str, team_id: Id[PartnerTeam] | None = None
) -> HandOff:
    """The need that came of it goes to a partner team, the one that introduced us unless given."""
    known = work.get(WarmIntroduction, id)
    if known.result is not IntroductionResult.NEED:
        raise rules.refuse_no_need()
    return plan_hand_off(
        work,
        rep_id=known.rep_id,
        account_id=known.account_id,
        team_id=team_id or known.from_team_id,
        need=need,
    )


def remove_introduction(work: UnitOfWork, id: Id[WarmIntroduction]) -> None:
    """Entered by mistake."""
    work.remove(work.get(WarmIntroduction, id))


def add_contact(
    work: UnitOfWork, account_id: Id[Account], name: str, role: BuyingRole = BuyingRole.UNKNOWN
) -> Contact:
    """Who else decides over there; a name that is known at that customer is refused."""
    typed = name.strip()
    if not typed:
        raise InputError(_("Who is it?"), _("Type the name."))
    known = next((c for c in _contacts(work, account_id) if fold(c.name) == fold(typed)), None)
    if known is not None:
        raise InputError(
            _("“{name}” is known already.").format(name=known.name), _("Type another name.")
        )
    work.get(Account, account_id)
    fresh = Contact(id=work.new_id(Contact), account_id=account_id, name=typed, buying_role=role)
    return work.put(fresh)


def _new_account(work: UnitOfWork, new: NewIntroduction) -> Id[Account]:
    if not new.new_account.strip():
        raise InputError(_("Which customer?"), _("Type a name, or the beginning of one."))
    return add_account(work, new.new_account.strip(), owner=new.rep_id).id


def _contacts(work: UnitOfWork, account_id: Id[Account]) -> list[Contact]:
    return work.find(Contact, account_id=account_id)


def _contact(work: UnitOfWork, account_id: Id[Account], typed: str) -> Contact | None:
    """Whom they know over there, entered where nobody knew the name."""
    wanted = fold(typed.strip())
    if not wanted:
        return None
    known = _contacts(work, account_id)
    same = [contact for contact in known if fold(contact.name) == wanted]
    found = same or [contact for contact in known if fold(contact.name).startswith(wanted)]
    if len(found) > 1:
        names = ", ".join(contact.name for contact in found)
        raise InputError(
            _("“{typed}” may be {names}.").format(typed=typed.strip(), names=names),
            _("Type the full name."),
        )
    return found[0] if found else add_contact(work, account_id, typed)
