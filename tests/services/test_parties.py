"""Requests to others than reps: who is meant, who is new, and the rows they make."""

from functools import partial

import pytest

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.errors import InputError
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerTeam
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import OwnerSide, Party
from coachdesk.services import asks, merging
from coachdesk.services.desk import Desk
from coachdesk.services.exchange import export_bytes
from coachdesk.services.parties import (
    PartyDraft,
    ask_party,
    party_called,
    party_names,
    rename_contact,
    rename_peer_manager,
)
from coachdesk.services.search import search
from coachdesk.store.queries import ladders
from tests.services.making import account_called, all_of, on, refused, rep_called

TERMS = AskTerms(how="by mail", due_day=on(3), help_none=True)


def refusal(desk: Desk, party: Party, typed: str) -> str:
    with pytest.raises(InputError) as refused:
        desk.ask(party_called, party, typed)
    return str(refused.value)


def test_a_new_peer_manager_is_entered_with_the_team(office: Desk) -> None:
    draft = PartyDraft(party=Party.PEER_MANAGER, who="Mei Tanaka, integ")
    office.do(ask_party, draft, "Show the free weeks on Mondays", TERMS)
    (mei,) = all_of(office, PeerManager)
    assert (mei.first_name, mei.last_name) == ("Mei", "Tanaka")
    (row,) = office.ask(ladders.own_asks)
    assert (row.to, row.text) == ("Mei Tanaka", "Show the free weeks on Mondays")
    (promise,) = all_of(office, Commitment)
    assert (promise.owner_side, promise.peer_manager_id) == (OwnerSide.PEER, mei.id)


def test_a_known_one_is_found_by_the_beginning_of_any_of_the_names(office: Desk) -> None:
    draft = PartyDraft(party=Party.PEER_MANAGER, who="Mei Tanaka, Integration")
    office.do(ask_party, draft, "Show the free weeks on Mondays")
    for typed in ("mei", "Tan", "mei tanaka", "Mei, Integration"):
        assert office.ask(party_called, Party.PEER_MANAGER, typed).words == draft.who
    assert office.ask(party_names, Party.PEER_MANAGER) == ("Mei Tanaka, Integration",)


def test_a_rep_asks_a_new_person_at_a_new_customer(office: Desk) -> None:
    rep = rep_called(office, "Priya")
    draft = PartyDraft(
        party=Party.CUSTOMER_CONTACT, who="C. Adeyemi, Dunmere Clinics", rep_id=rep.id
    )
    office.do(ask_party, draft, "Send us the list today", TERMS)
    (contact,) = all_of(office, Contact)
    assert contact.account_id == account_called(office, "Dunmere Clinics").id
    (row,) = office.ask(ladders.rep_asks, rep.id)
    assert row.to_words == "C. Adeyemi, Dunmere Clinics"
    assert office.ask(ladders.ask_rows, rep.id) == []
    office.undo()
    assert not all_of(office, Contact)
    assert len(all_of(office, Account)) == 2


def test_a_team_nobody_knew_is_entered_with_its_manager_or_alone(office: Desk) -> None:
    new = office.ask(party_called, Party.PEER_MANAGER, "Mei Tanaka, Legal")
    assert (new.id, new.words) == (None, "Mei Tanaka, Legal")
    office.do(ask_party, PartyDraft(party=Party.PEER_MANAGER, who=new.words), "Name a contact")
    (legal,) = all_of(office, PartnerTeam, name="Legal")
    assert all_of(office, PeerManager)[0].team_id == legal.id
    office.do(
        ask_party, PartyDraft(party=Party.PARTNER_DEPARTMENT, who="Training"), "Send the dates"
    )
    assert len(all_of(office, PartnerTeam, name="Training")) == 1
    again = PartyDraft(party=Party.PARTNER_DEPARTMENT, who="train")
    office.do(ask_party, again, "Send the dates")
    assert len(all_of(office, PartnerTeam)) == 3


def test_ones_own_manager_needs_no_name(office: Desk) -> None:
    office.do(ask_party, PartyDraft(party=Party.OWN_MANAGER), "Decide on the region", TERMS)
    (row,) = office.ask(ladders.own_asks)
    assert row.to == "your manager"


def test_what_is_unclear_is_asked(office: Desk) -> None:
    assert "Who is asked?" in refusal(office, Party.PEER_MANAGER, " ")
    assert "Add the partner team after a comma" in refusal(office, Party.PEER_MANAGER, "Mei")
    assert "Add the customer after a comma" in refusal(office, Party.CUSTOMER_CONTACT, "Mei")
    for who in ("Ann Lee, Cobalt", "Ann Lee, Birch"):
        office.do(
            ask_party,
            PartyDraft(party=Party.CUSTOMER_CONTACT, who=who, rep_id=rep_called(office, "Tom").id),
            "Send the list",
        )
    assert "may be" in refusal(office, Party.CUSTOMER_CONTACT, "Ann")
    assert office.ask(party_called, Party.CUSTOMER_CONTACT, "Ann, birch").place == "Birch"


def homework(desk: Desk, who: str, text: str, terms: AskTerms | None = TERMS) -> Contact:
    rep = rep_called(desk, "Priya")
    draft = PartyDraft(party=Party.CUSTOMER_CONTACT, who=who, rep_id=rep.id)
    desk.do(ask_party, draft, text, terms)
    (found,) = all_of(desk, Contact, name=who.split(",")[0])
    return found


def test_a_person_at_a_customer_typed_twice_becomes_one_with_one_thread(office: Desk) -> None:
    kept = homework(office, "C. Adeyemi, Cobalt", "Send the list")
    lost = homework(office, "C Adeyemi, Cobalt", "Send the list", None)
    before = office.ask(export_bytes)
    office.do(merging.merge_contacts, kept.id, lost.id)
    assert all_of(office, Contact) == [kept]
    (thread,) = all_of(office, AskThread)
    assert (thread.party_id, len(all_of(office, Ask))) == (kept.id, 2)
    office.undo()
    assert office.ask(export_bytes) == before


def test_people_of_two_customers_or_with_two_open_requests_stay_two(office: Desk) -> None:
    kept = homework(office, "C. Adeyemi, Cobalt", "Send the list")
    apart = homework(office, "C. Adams, Birch", "Send the list")
    open_too = homework(office, "C Adeyemi, Cobalt", "Send the list")
    for other, code in ((apart, "E-MRG-03"), (open_too, "E-MRG-01")):
        both = partial(office.do, merging.merge_contacts, kept.id, other.id)
        assert refused(both) == code


def test_a_peer_manager_gets_another_name_and_is_merged_within_the_team(office: Desk) -> None:
    for who in ("Mei Tanaka, Integration", "May Tanaka, Integration"):
        office.do(ask_party, PartyDraft(party=Party.PEER_MANAGER, who=who), "Show the weeks")
    mei, may = (all_of(office, PeerManager, first_name=name)[0] for name in ("Mei", "May"))
    office.do(rename_peer_manager, mei.id, "Mei-Lin Tanaka")
    office.do(merging.merge_peer_managers, mei.id, may.id)
    assert [peer.name for peer in all_of(office, PeerManager)] == ["Mei-Lin Tanaka"]
    assert len(all_of(office, AskThread)) == 1


def test_people_of_customers_and_peers_are_found_by_name(office: Desk) -> None:
    contact = homework(office, "C. Adeyemi, Cobalt", "Send the list")
    office.do(rename_contact, contact.id, "Chinwe Adeyemi")
    (hit,) = office.ask(search, "chinwe")
    assert (hit.title, hit.place.page, hit.place.id) == ("customer’s person", "name", contact.id)


def test_a_request_after_a_requirement_that_was_met_is_the_one_shown(office: Desk) -> None:
    rep = rep_called(office, "Priya")
    reason = "The contract leaves no room"
    hard = office.do(
        asks.require,
        rep_id=rep.id,
        what="Use the sheet",
        how="Each Friday",
        due_day=on(1),
        skip_reason=reason,
    ).result
    office.do(asks.meet_mandate, hard.id)
    office.do(asks.ask_again, hard.thread_id, "Use the sheet for Birch, too", TERMS)
    (row,) = office.ask(ladders.ask_rows, rep.id)
    assert row.text == "Use the sheet for Birch, too"
    assert [step.label for step in row.steps] == ["Requirement", "Request 1"]
