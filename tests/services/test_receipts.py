"""What the rep has in hand is not taken back behind the rep's back."""

from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import OwnerSide, ReceivedMeans
from coachdesk.services.desk import Desk
from coachdesk.services.evidence import amend_comment, correct_observation
from coachdesk.services.receipts import refuse_received
from coachdesk.services.talks import receive_summary
from coachdesk.store import journal
from tests.services.making import (
    NEED,
    TODAY,
    again,
    everything,
    promised,
    refused,
    running,
    seen,
    wrapped_up,
)


def received(desk: Desk, talk: CoachingSession) -> None:
    desk.do(receive_summary, talk.id, TODAY, ReceivedMeans.SIGNATURE)


def taken_back(desk: Desk, command: str) -> str:
    """The code with which taking back the newest entry of that command is refused."""
    connection = desk.store.connection
    with connection.begin():
        entries = journal.last_entries(connection)
        entry = next(e.n for e in reversed(entries) if e.command == command)
        changes = journal.changes_of(connection, entry)
    return refused(lambda: desk.ask(refuse_received, entry, changes))


def test_what_was_recorded_before_the_receipt_and_is_on_the_page_is_kept(office: Desk) -> None:
    seen(office, (NEED, 5))
    promised(office, OwnerSide.REP)
    talk = wrapped_up(office, running(office))
    assert taken_back(office, "save_observation") == ""
    received(office, talk)
    for command in ("save_observation", "make_promise", "wrap_up_talk"):
        assert taken_back(office, command) == "E-UND-03"


def test_what_is_not_on_the_page_may_go(office: Desk) -> None:
    seen(office, (NEED, 5), rep="Tom")
    received(office, wrapped_up(office, running(office)))
    assert taken_back(office, "save_observation") == ""


def test_what_was_changed_after_the_receipt_is_undone(office: Desk) -> None:
    made = seen(office, (NEED, 5))
    received(office, wrapped_up(office, running(office)))
    office.do(correct_observation, made.id, "It was Birch")
    promised(office, OwnerSide.REP, "Made after the page")
    office.undo()
    office.undo()
    assert again(office, made).addenda == ()


def test_a_receipt_marked_by_mistake_is_undone_and_opens_the_page_again(office: Desk) -> None:
    seen(office, (NEED, 5))
    talk = wrapped_up(office, running(office))
    before = everything(office)
    received(office, talk)
    office.undo()
    assert everything(office) == before
    assert taken_back(office, "save_observation") == ""


def test_the_page_that_is_received_says_what_the_records_say_then(office: Desk) -> None:
    made = seen(office, (NEED, 5))
    talk = wrapped_up(office, running(office))
    words = "Asked the plant manager twice what an hour of downtime costs"
    office.do(amend_comment, made.id, words)
    received(office, talk)
    stored = again(office, talk).summary_brief
    assert stored is not None
    assert words in str(dict(stored))
