"""Who has each promise to a customer: seen for the whole team, asked about by key."""

from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.shares import Share
from coachdesk.domain.vocabulary import AskState
from coachdesk.services.sample import sample_id
from tests.journeys.person import CTRL, SHIFT, Key


def found(manager, kind, **equals):
    return manager.store.ask(lambda reads: reads.find(kind, **equals))


def to_glassworks(manager):
    """The second line that stands still: with Customer Training past its day."""
    manager.press(Key.Key_T, CTRL, SHIFT)
    manager.press(Key.Key_Down)
    assert manager.sees("Fenwick Glassworks: with Customer Training for 43 days, agreed 24")
    rows = manager.program.office.screens.batons.still.rows.rows()
    (late,) = [row for row in rows if row.days_over == 19]
    (line,) = found(manager, HandOff, id=late.id)
    return line


def test_a_request_hangs_on_the_promise_it_is_about(manager):
    line = to_glassworks(manager)
    manager.press(Key.Key_A)
    assert manager.sees("Ask Aisha about Fenwick Glassworks")
    manager.type("Call Rafael by Thu")
    manager.press(Key.Key_Return)
    manager.type("By phone")
    manager.press(Key.Key_Return)
    (thread,) = found(manager, AskThread, hand_off_id=line.id)
    (ask,) = found(manager, Ask, thread_id=thread.id)
    assert (ask.state, thread.rep_id) == (AskState.OPEN, line.rep_id)
    assert manager.sees("breaks at follow-through, your request of 10 March open")
    manager.press(Key.Key_Z, CTRL)
    manager.press(Key.Key_Z, CTRL)
    assert found(manager, AskThread, hand_off_id=line.id) == []


def test_a_share_and_a_request_that_is_there_hang_on_it_too(manager):
    line = to_glassworks(manager)
    manager.press(Key.Key_S)
    manager.type("Rafael answers before nine.")
    manager.press(Key.Key_Return)
    (share,) = found(manager, Share, hand_off_id=line.id)
    assert (share.rep_id, share.account_id) == (line.rep_id, line.account_id)
    manager.press(Key.Key_L)
    manager.type("no such request")
    manager.press(Key.Key_Return)
    assert manager.sees("No open request to Aisha is called that.")
    manager.press(Key.Key_Escape)
    manager.press(Key.Key_G)
    assert manager.program.window.current.id == "rep"


def test_the_preparation_of_a_talk_leads_to_who_has_it_now(manager):
    manager.program.office.ways.open_talk(sample_id("s060"), "prepare")
    manager.settle()
    manager.program.office.screens.prepare.view.batons.there.setFocus()
    manager.press(Key.Key_Space)
    assert manager.page == "batons"
