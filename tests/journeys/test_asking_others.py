"""What a rep asks a customer, and what the manager asks a peer, by keyboard."""

from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import AgendaItem
from coachdesk.domain.vocabulary import Asker, AskState, OwnerSide, Party
from coachdesk.services.sample import sample_id
from tests.journeys.person import CTRL, SHIFT, Key

TOM = sample_id("tom")


def found(manager, kind, **equals):
    return manager.store.ask(lambda reads: reads.find(kind, **equals))


def test_homework_of_a_customer_is_noted_for_a_rep_and_agreed(manager):
    manager.program.office.ways.open_rep(TOM)
    manager.settle()
    manager.press(Key.Key_K, CTRL)
    manager.type("Enter what a rep asks")
    manager.press(Key.Key_Return)
    manager.type("J. Frost")
    assert manager.sees("Add the customer after a comma.")
    manager.type(", Ravensholt")
    assert manager.sees("J. Frost, Ravensholt Energy is new and will be added.")
    manager.press(Key.Key_Tab)
    manager.type("Send us the list of names by Thu")
    manager.press(Key.Key_Return)
    # The three answers come next; Esc would leave it unfinished.
    assert manager.sees("How will J. Frost go about it")
    manager.type("A table by mail")
    manager.press(Key.Key_Tab)
    manager.press(Key.Key_Tab)
    manager.type("A template")
    assert manager.sees("Becomes Tom’s promise, due Thu.")
    manager.press(Key.Key_Return)
    (contact,) = found(manager, Contact, name="J. Frost")
    (thread,) = found(manager, AskThread, party_id=contact.id)
    assert (thread.asker, thread.rep_id) == (Asker.REP, TOM)
    (ask,) = found(manager, Ask, thread_id=thread.id)
    assert (ask.state, ask.text) == (AskState.OPEN, "Send us the list of names")
    assert manager.sees("Tom asks others")
    (help,) = found(manager, Commitment, id=ask.help_commitment_id)
    assert (help.owner_side, help.rep_id) == (OwnerSide.REP, TOM)


def test_a_peer_manager_is_asked_from_anywhere_and_it_stands_on_today(manager):
    manager.press(Key.Key_K, CTRL, SHIFT)
    manager.type("Mei")
    assert manager.sees("Mei Tanaka, Integration Services")
    manager.press(Key.Key_Tab)
    manager.type("Could you show the free weeks each Monday")
    manager.press(Key.Key_Return)
    manager.press(Key.Key_Escape)
    assert manager.sees("You ask others")
    (mei,) = found(manager, PeerManager, first_name="Mei")
    threads = found(manager, AskThread, party=Party.PEER_MANAGER, party_id=mei.id)
    asks = [ask for t in threads for ask in found(manager, Ask, thread_id=t.id)]
    assert AskState.DRAFT in {ask.state for ask in asks}
    manager.press(Key.Key_Z, CTRL)
    assert not manager.sees("You ask others")


def test_what_a_rep_asks_becomes_a_point_of_the_next_talk(manager):
    manager.program.office.ways.open_rep(sample_id("priya"))
    manager.settle()
    rows = manager.program.office.screens.rep._right.others.rows
    rows.setFocus()
    manager.settle()
    manager.press(Key.Key_Return)
    assert manager.sees("Talk about it")
    for _step in range(3):
        manager.press(Key.Key_Right)
    manager.press(Key.Key_Return)
    words = "Priya asks C. Adeyemi, Dunmere Clinics: Figures of the present process"
    assert [item.text for item in found(manager, AgendaItem, text=words)] == [words]
    assert manager.sees("On the agenda")
