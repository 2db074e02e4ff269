"""Requests as promises of both sides, between other parties, and in files from elsewhere."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, AskThread, Parties
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import (
    Asker,
    AskState,
    NoteMark,
    OwnerSide,
    Party,
    PromiseState,
)
from coachdesk.services import asks, promises, talk_notes
from coachdesk.services.desk import Desk
from coachdesk.services.exchange import export_bytes, read_package
from tests.services.making import (
    account_called,
    again,
    all_of,
    line,
    on,
    refused,
    rep_called,
    running,
)
from tests.store.making import FakeClock

HELP = AskTerms(how="by phone", due_day=on(3), help="Free a colleague", help_due_day=on(1))
ALONE = AskTerms(how="by phone", due_day=on(3), help_none=True)
Plain = dict[str, Any]


@pytest.fixture
def desk(office: Desk) -> Desk:
    """The small team, where nothing was asked yet."""
    return office


def asked(desk: Desk, terms: AskTerms = ALONE, text: str = "Brief the partner first") -> Ask:
    made: Ask = desk.do(asks.ask_for, text, terms, rep_id=rep_called(desk, "Priya").id).result
    return made


def promise_of(desk: Desk, side: OwnerSide) -> Commitment:
    (found,) = all_of(desk, Commitment, owner_side=side)
    return found


def test_an_agreed_request_is_the_reps_promise_and_the_help_the_managers(desk: Desk) -> None:
    ask = asked(desk, HELP)
    own, help = promise_of(desk, OwnerSide.REP), promise_of(desk, OwnerSide.MANAGER)
    assert (own.text, own.due_day, own.origin_id) == (ask.text, on(3), ask.id)
    assert (help.text, help.due_day) == ("Free a colleague", on(1))


@pytest.mark.parametrize(
    ("days", "settle", "state"),
    [
        (1, lambda desk, id: desk.do(asks.meet_ask, id), PromiseState.KEPT),
        (5, lambda desk, id: desk.do(asks.meet_ask, id), PromiseState.KEPT_LATE),
        (5, lambda desk, id: desk.do(asks.close_ask_unmet, id), PromiseState.BROKEN),
        (0, lambda desk, id: desk.do(asks.withdraw_ask, id, "Not now"), PromiseState.WITHDRAWN),
    ],
)
def test_the_promise_follows_the_request(
    desk: Desk,
    clock: FakeClock,
    days: int,
    settle: Callable[[Desk, object], object],
    state: PromiseState,
) -> None:
    ask = asked(desk)
    clock.wait(days=days)
    settle(desk, ask.id)
    assert promise_of(desk, OwnerSide.REP).state is state
    desk.undo()
    assert promise_of(desk, OwnerSide.REP).state is PromiseState.OPEN


@pytest.mark.parametrize(
    ("days", "settle", "state"),
    [
        (1, lambda desk, id: desk.do(promises.keep_promise, id), AskState.MET),
        (5, lambda desk, id: desk.do(promises.close_missed_promise, id), AskState.UNMET),
        (
            0,
            lambda desk, id: desk.do(promises.withdraw_promise, id, "Off", both_agree=True),
            AskState.WITHDRAWN,
        ),
    ],
)
def test_the_request_follows_its_promise(
    desk: Desk,
    clock: FakeClock,
    days: int,
    settle: Callable[[Desk, object], object],
    state: AskState,
) -> None:
    ask = asked(desk)
    clock.wait(days=days)
    settle(desk, promise_of(desk, OwnerSide.REP).id)
    assert again(desk, ask).state is state


def test_moving_the_promise_moves_the_request_and_counts_once(desk: Desk) -> None:
    ask = asked(desk)
    own = promise_of(desk, OwnerSide.REP)
    desk.do(promises.move_promise, own.id, on(6), "The customer is away", both_agree=True)
    assert (again(desk, ask).due_day, again(desk, ask).first_due_day) == (on(6), on(3))
    moved = again(desk, own)
    assert (moved.due_day, moved.renegotiated, moved.reason) == (on(6), 1, "The customer is away")


def test_a_promise_is_not_missed_while_the_help_for_it_is(desk: Desk, clock: FakeClock) -> None:
    asked(desk, HELP)
    clock.wait(days=5)
    own = promise_of(desk, OwnerSide.REP)
    assert refused(lambda: desk.do(promises.close_missed_promise, own.id)) == "E-ASK-07"
    assert again(desk, own).state is PromiseState.OPEN


def test_help_that_was_closed_as_missed_lets_the_request_be_void(
    desk: Desk, clock: FakeClock
) -> None:
    ask = asked(desk, HELP)
    clock.wait(days=2)
    desk.do(promises.close_missed_promise, promise_of(desk, OwnerSide.MANAGER).id)
    desk.do(asks.void_ask, ask.id)
    assert again(desk, ask).state is AskState.VOID
    assert promise_of(desk, OwnerSide.REP).state is PromiseState.VOID


def test_a_long_or_very_short_request_still_becomes_a_promise(desk: Desk) -> None:
    asked(desk, text="word " * 50)
    own = promise_of(desk, OwnerSide.REP)
    assert own.text.endswith("word…")
    asked(desk, text="Call")
    assert {p.text for p in all_of(desk, Commitment)} == {own.text, "Call: by phone"}


def test_a_request_counts_from_the_day_it_was_agreed(desk: Desk, clock: FakeClock) -> None:
    noted = desk.do(asks.note_ask, rep_id=rep_called(desk, "Tom").id, text="Call first").result
    clock.wait(days=2)
    assert desk.do(asks.agree_ask, noted.id, ALONE).result.day == on(2)


def test_a_closed_request_keeps_its_words(desk: Desk) -> None:
    ask = asked(desk)
    desk.do(asks.meet_ask, ask.id)
    assert refused(lambda: desk.do(asks.reword_ask, ask.id, "Something else")) == "E-ASK-10"


# --- other parties --------------------------------------------------------------------------------


def peer(desk: Desk) -> PeerManager:
    def add(work: Any) -> PeerManager:
        team = work.find(PartnerTeam)[0]
        kept: PeerManager = work.put(
            PeerManager(id=work.new_id(PeerManager), first_name="Mei", team_id=team.id)
        )
        return kept

    made: PeerManager = desk.do(add).result
    return made


def test_a_request_to_a_peer_manager_makes_promises_with_the_peer(desk: Desk) -> None:
    mei = peer(desk)
    parties = Parties(party=Party.PEER_MANAGER, party_id=mei.id)
    desk.do(asks.ask_for, "Show the free weeks on Mondays", HELP, parties=parties)
    own, help = promise_of(desk, OwnerSide.PEER), promise_of(desk, OwnerSide.MANAGER)
    assert {own.peer_manager_id, help.peer_manager_id} == {mei.id}
    assert (own.rep_id, help.rep_id) == (None, None)


def test_a_reps_request_to_a_customer_makes_only_the_help_a_promise(desk: Desk) -> None:
    rep, account = rep_called(desk, "Priya"), account_called(desk, "Cobalt")

    def add(work: Any) -> Contact:
        kept: Contact = work.put(
            Contact(id=work.new_id(Contact), account_id=account.id, name="C. Adeyemi")
        )
        return kept

    contact = desk.do(add).result
    parties = Parties(
        asker=Asker.REP, party=Party.CUSTOMER_CONTACT, rep_id=rep.id, party_id=contact.id
    )
    ask = desk.do(asks.ask_for, "Send us the figures", HELP, parties=parties).result
    (help,) = all_of(desk, Commitment)
    assert (help.id, help.owner_side, help.rep_id) == (
        ask.help_commitment_id,
        OwnerSide.REP,
        rep.id,
    )


def test_a_request_to_ones_own_manager_is_kept_without_a_promise(desk: Desk) -> None:
    desk.do(asks.ask_for, "Decide on the region", HELP, parties=Parties(party=Party.OWN_MANAGER))
    assert all_of(desk, Commitment) == []


@pytest.mark.parametrize(
    "parties",
    [
        Parties(party=Party.REP),
        Parties(party=Party.PEER_MANAGER),
        Parties(party=Party.OWN_MANAGER, party_id=uuid4()),
        Parties(asker=Asker.REP, party=Party.OWN_MANAGER),
    ],
)
def test_a_thread_names_both_sides(desk: Desk, parties: Parties) -> None:
    made = lambda: desk.do(asks.note_ask, text="Call first", parties=parties)  # noqa: E731
    assert refused(made) == "E-ASK-11"
    assert all_of(desk, AskThread) == []


def test_a_request_never_joins_a_thread_of_another_rep(desk: Desk) -> None:
    thread_id = asked(desk).thread_id
    tom = rep_called(desk, "Tom")
    note = lambda: desk.do(asks.note_ask, rep_id=tom.id, text="X", thread_id=thread_id)  # noqa: E731
    assert refused(note) == "E-ASK-11"
    written = line(desk, running(desk, "Tom"), NoteMark.ASK, "Call them first")
    join = lambda: desk.do(talk_notes.join_thread, written.id, thread_id)  # noqa: E731
    assert refused(join) == "E-ASK-11"


# --- files from elsewhere -------------------------------------------------------------------------


def refused_file(desk: Desk, change: Callable[[dict[str, list[Plain]]], object]) -> str:
    document = json.loads(desk.ask(export_bytes))
    change(document["entities"])
    return refused(lambda: read_package(json.dumps(document).encode(), "team.json"))


def share(**extra: object) -> Plain:
    return {
        "id": str(uuid4()),
        "kind": "story",
        "text": "My first year",
        "day": "2026-03-10",
        "print": False,
        "state": "given",
        **extra,
    }


def mandate(entities: dict[str, list[Plain]], **changes: object) -> Plain:
    return {
        "id": str(uuid4()),
        "thread_id": entities["ask_thread"][0]["id"],
        "trigger_ids": [entities["ask"][0]["id"]],
        "what": "Brief the partner first",
        "how": "On Fridays",
        "day": "2026-03-10",
        "due_day": "2026-03-12",
        "ladder_skipped": False,
        "skip_reason": "",
        "done_day": None,
        "closed_day": None,
        "reason": "",
        "rep_view": "",
        "state": "open",
        **changes,
    }


def void_with_mandate(entities: dict[str, list[Plain]]) -> None:
    entities["ask"][0] |= {"state": "void", "closed_day": "2026-03-10"}
    entities["mandate"] = [mandate(entities)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda e: e["ask"][0].update(due_day="2026-03-01"), "E-ASK-01"),
        (void_with_mandate, "E-MAN-01"),
        (
            lambda e: e.update(mandate=[mandate(e, ladder_skipped=True, skip_reason="So")]),
            "E-MAN-02",
        ),
        (
            lambda e: e.update(
                mandate=[mandate(e, ladder_skipped=True, skip_reason="x" * 20, trigger_ids=[])]
            ),
            "E-ASK-03",
        ),
        (
            lambda e: e.update(share=[share(rep_id=e["rep"][0]["id"], due_day="2026-03-12")]),
            "E-SHA-01",
        ),
        (
            lambda e: e.update(share=[share(rep_id=e["rep"][0]["id"], outcome="a deal")]),
            "E-SHA-01",
        ),
        (
            lambda e: next(c for c in e["commitment"] if c["owner_side"] == "manager").update(
                rep_id=next(r["id"] for r in e["rep"] if r["id"] != e["ask_thread"][0]["rep_id"])
            ),
            "E-ASK-11",
        ),
        (lambda e: e["ask_thread"][0].update(party="own_manager"), "E-ASK-11"),
    ],
)
def test_a_ladder_that_no_steps_lead_to_is_not_read(
    desk: Desk, change: Callable[[dict[str, list[Plain]]], object], code: str
) -> None:
    asked(desk, HELP)
    assert refused_file(desk, lambda _entities: None) == ""
    assert refused_file(desk, change) == code
