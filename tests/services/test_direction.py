"""Direction of a talk is reworded where it stands, and only while the page is not received."""

from coachdesk.domain.asks import Ask
from coachdesk.domain.direction_check import PieceKind
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import NoteMark, ReceivedMeans
from coachdesk.services.desk import Desk
from coachdesk.services.direction import Rewording, reword_direction
from coachdesk.services.promises import keep_promise
from coachdesk.services.talk_notes import print_line
from coachdesk.services.talk_pages import wrap_up_page
from coachdesk.services.talks import receive_summary
from coachdesk.services.wrap_up import keep_wrap_up
from coachdesk.views.direction import SecondLook
from tests.services.making import (
    TODAY,
    again,
    all_of,
    choices,
    everything,
    line,
    page_of,
    refused,
    running,
    wrapped_up,
)


def looks(desk: Desk, talk: CoachingSession) -> list[SecondLook]:
    return list(desk.ask(wrap_up_page, talk.id).looks)


def reword(desk: Desk, talk: CoachingSession, look: SecondLook, new: str) -> None:
    wording = Rewording(kind=look.kind, record_id=look.record_id, old=look.words, new=new)
    desk.do(reword_direction, talk.id, wording)


def test_every_kind_of_piece_is_reworded_with_its_record_and_taken_back(office: Desk) -> None:
    talk = running(office)
    line(office, talk, NoteMark.ASK, "Be more proactive")
    line(office, talk, NoteMark.COMMITMENT, "Priya: try harder by Friday")
    said = line(office, talk, NoteMark.NONE, "You are lazy")
    office.do(print_line, said.id, print=True)
    office.do(keep_wrap_up, talk.id, choices(summary="We met. Great job! Then home."))
    found = {look.kind: look for look in looks(office, talk)}
    assert set(found) == {
        PieceKind.SUMMARY,
        PieceKind.LINE,
        PieceKind.ASK,
        PieceKind.REP_PROMISE,
    }
    due = all_of(office, Commitment)[0].due_day
    before = everything(office)
    for look in found.values():
        reword(office, talk, look, "Would you call Mei on Monday?")
    assert again(office, talk).summary == "We met. Would you call Mei on Monday? Then home."
    assert all_of(office, Ask)[0].text == "Would you call Mei on Monday?"
    promise = all_of(office, Commitment)[0]
    assert (promise.text, promise.due_day) == ("Would you call Mei on Monday?", due)
    assert {note.text for note in all_of(office, SessionNote)} == {promise.text}
    for _each in found:
        office.undo()
    assert everything(office) == before


def test_a_line_that_does_not_print_and_a_private_one_are_not_looked_at(office: Desk) -> None:
    talk = running(office)
    line(office, talk, NoteMark.NONE, "You are lazy")
    line(office, talk, NoteMark.PRIVATE, "You are lazy")
    assert looks(office, talk) == []


def test_a_settled_promise_gets_the_hint_but_no_other_words(office: Desk) -> None:
    talk = running(office)
    line(office, talk, NoteMark.COMMITMENT, "Priya: try harder by Friday")
    assert looks(office, talk)[0].is_open
    office.do(keep_promise, all_of(office, Commitment)[0].id)
    assert not looks(office, talk)[0].is_open


def test_a_page_that_is_stored_gets_the_new_words_until_it_is_received(office: Desk) -> None:
    talk = wrapped_up(office, running(office), summary="Great job!")
    reword(office, talk, looks(office, talk)[0], "You named the lead.")
    talked = page_of(office, talk).talked
    assert talked is not None
    assert talked.summary == "You named the lead."
    office.do(receive_summary, talk.id, TODAY, ReceivedMeans.SIGNATURE)
    assert looks(office, talk) == []
    late = Rewording(kind=PieceKind.SUMMARY, record_id=None, old="You", new="I")
    assert refused(lambda: office.do(reword_direction, talk.id, late))


def test_a_better_wording_keeps_a_blank_for_what_is_not_known(office: Desk) -> None:
    talk = running(office)
    office.do(keep_wrap_up, talk.id, choices(summary="Great job!"))
    look = looks(office, talk)[0]
    assert look.better == "At …, you …."
