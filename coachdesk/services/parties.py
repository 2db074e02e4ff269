"""Who else is asked: found by what is typed, and entered where nobody is known by it."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, Parties
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.roster import typed_name
from coachdesk.domain.vocabulary import Asker, Party
from coachdesk.language import gettext as _
from coachdesk.services.asks import agree_ask, note_ask
from coachdesk.services.people import add_account
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork

# Where a name is typed with the place it belongs to: "Mei Tanaka, Integration Services".
COMMA = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDraft:
    """Who asks whom, as it was typed; without `rep_id` the manager asks."""

    party: Party
    who: str = ""
    rep_id: Id[Rep] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Who is meant: a known one by id, or a new one by name and place."""

    name: str
    place: str = ""
    id: UUID | None = None
    place_id: UUID | None = None

    @property
    def words(self) -> str:
        """“Mei Tanaka, Integration Services”."""
        return ", ".join(part for part in (self.name, self.place) if part)


def party_names(reads: Snapshot, party: Party) -> tuple[str, ...]:
    """Who can be asked, as a person would type it, in the order of the alphabet."""
    return tuple(sorted((named.words for named in _known(reads, party)), key=str.casefold))


def party_called(reads: Snapshot, party: Party, typed: str) -> Named:
    """Who is meant; a new person needs a place after a comma. InputError says what is missing."""
    if party is Party.OWN_MANAGER:
        return Named(_("your manager"))
    if not typed.strip():
        raise InputError(_("Who is asked?"), _("Type a name, or the beginning of one."))
    known = _known(reads, party)
    found = _best(known, typed)
    if len(found) == 1:
        return found[0]
    if found:
        names = "; ".join(named.words for named in found)
        raise InputError(
            _("“{typed}” may be {names}.").format(typed=typed.strip(), names=names),
            _("Type a little more."),
        )
    return _new(reads, party, typed)


def _known(reads: Snapshot, party: Party) -> list[Named]:
    match party:
        case Party.PEER_MANAGER:
            teams = {team.id: team for team in reads.find(PartnerTeam)}
            return [
                Named(peer.name, teams[peer.team_id].name, peer.id, peer.team_id)
                for peer in reads.find(PeerManager)
            ]
        case Party.PARTNER_DEPARTMENT:
            return [Named(team.name, id=team.id) for team in reads.find(PartnerTeam, active=True)]
        case Party.CUSTOMER_CONTACT:
            accounts = {account.id: account for account in reads.find(Account)}
            return [
                Named(person.name, accounts[person.account_id].name, person.id, person.account_id)
                for person in reads.find(Contact)
            ]
        case _:
            return []


def _best(known: list[Named], typed: str) -> list[Named]:
    """Equal names, else names that begin so; the place after a comma, or alone, is one too."""
    name, _comma, place = (part.strip() for part in typed.partition(COMMA))
    wanted, where = fold(name), fold(place)
    equal = [n for n in known if fold(n.name) == wanted and fold(n.place).startswith(where)]
    if equal:
        return equal
    return [
        n
        for n in known
        if fold(n.place).startswith(where)
        and any(fold(word).startswith(wanted) for word in (n.name, *n.name.split()))
    ]


def _new(reads: Snapshot, party: Party, typed: str) -> Named:
    """Somebody who is not known yet: a team by its name, a person with the place of work."""
    name, _comma, place = (part.strip() for part in typed.partition(COMMA))
    if party is Party.PARTNER_DEPARTMENT:
        return Named(typed.strip())
    if not place:
        missing = _("customer") if party is Party.CUSTOMER_CONTACT else _("partner team")
        raise InputError(
            _("“{typed}” is not known yet.").format(typed=name),
            _("Add the {place} after a comma.").format(place=missing),
        )
    every = _accounts(reads) if party is Party.CUSTOMER_CONTACT else _teams(reads)
    begun = [(id, known) for id, known in every if fold(known).startswith(fold(place))]
    found = [one for one in begun if fold(one[1]) == fold(place)] or begun
    if len(found) > 1:
        names = ", ".join(known for _id, known in found)
        raise InputError(
            _("“{typed}” may be {names}.").format(typed=place, names=names),
            _("Type a little more."),
        )
    place_id, place = found[0] if found else (None, place)
    return Named(name, place, place_id=place_id)


def _accounts(reads: Snapshot) -> list[tuple[UUID, str]]:
    return [(account.id, account.name) for account in reads.find(Account)]


def _teams(reads: Snapshot) -> list[tuple[UUID, str]]:
    return [(team.id, team.name) for team in reads.find(PartnerTeam, active=True)]


def _parties(work: UnitOfWork, draft: PartyDraft) -> Parties:
    """Both sides; a person nobody knew is entered."""
    named = party_called(work, draft.party, draft.who)
    return Parties(
        asker=Asker.MANAGER if draft.rep_id is None else Asker.REP,
        party=draft.party,
        rep_id=draft.rep_id,
        party_id=named.id or _entered(work, draft, named),
    )


def _entered(work: UnitOfWork, draft: PartyDraft, named: Named) -> UUID | None:
    """Who is new, and the customer or team that is new with them."""
    match draft.party:
        case Party.PARTNER_DEPARTMENT:
            return _add_team(work, named.name).id
        case Party.PEER_MANAGER:
            first, last = typed_name(named.name)
            team_id: Id[PartnerTeam] = as_id(named.place_id or _add_team(work, named.place).id)
            peer = PeerManager(
                id=work.new_id(PeerManager), first_name=first, last_name=last, team_id=team_id
            )
            return work.put(peer).id
        case Party.CUSTOMER_CONTACT:
            known = named.place_id or add_account(work, named.place, owner=draft.rep_id).id
            account_id: Id[Account] = as_id(known)
            person = Contact(id=work.new_id(Contact), account_id=account_id, name=named.name)
            return work.put(person).id
    return None


def _add_team(work: UnitOfWork, name: str) -> PartnerTeam:
    return work.put(PartnerTeam(id=work.new_id(PartnerTeam), name=name))


def ask_party(work: UnitOfWork, draft: PartyDraft, text: str, terms: AskTerms | None = None) -> Ask:
    """A request to somebody who is no rep: unfinished, or agreed at once with its terms."""
    noted = note_ask(work, text=text, parties=_parties(work, draft))
    return noted if terms is None else agree_ask(work, noted.id, terms)


def enter_peer_manager(work: UnitOfWork, typed: str) -> PeerManager:
    """The peer manager meant by a name; somebody new is entered with the team after a comma."""
    draft = PartyDraft(party=Party.PEER_MANAGER, who=typed)
    named = party_called(work, draft.party, draft.who)
    known: Any = named.id or _entered(work, draft, named)
    peer: PeerManager = work.get(PeerManager, known)
    return peer


def rename_contact(work: UnitOfWork, id: Id[Contact], name: str) -> Contact:
    """Another name of a person at a customer."""
    return work.put(replace(work.get(Contact, id), name=name.strip()))


def rename_peer_manager(work: UnitOfWork, id: Id[PeerManager], name: str) -> PeerManager:
    """Another name of a partner team's manager."""
    first, last = typed_name(name)
    return work.put(replace(work.get(PeerManager, id), first_name=first, last_name=last))
