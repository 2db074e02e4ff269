"""A meeting with a peer manager from its preparation to the printed page, by keyboard."""

from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication

from coachdesk.domain.agreements import PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.partner_vocabulary import PeerMeetingState, PeerTopic
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import DocumentKind, PromiseOrigin
from coachdesk.services.sample import sample_id
from coachdesk.ui.parts.places import documents_folder
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person

TOM, SECRET = sample_id("tom"), "Tom calls first and always"
LINES = (
    ("Mei names one lead per request by 20 March", "Names one lead per request"),
    ("Both read the two cold hand-offs together, 25 March", "Read the two cold hand-offs together"),
    ("Tell my team in the Monday meeting", "Tell my team in the Monday meeting"),
)


def found(person, kind, /, **equals):
    return person.store.ask(lambda reads: reads.find(kind, **equals))


def test_a_meeting_is_planned_prepared_held_and_printed(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_B, CTRL, SHIFT)
    person.type("mei")
    assert person.sees("Mei Tanaka · last met 25 Feb · every 2 weeks")
    person.press(Key.Key_Tab)
    person.type("today 14:00")
    person.press(Key.Key_Return)
    assert person.page == "peer_meeting"
    assert person.sees("Meet Mei Tanaka")
    person.press(Key.Key_Space)
    person.press(Key.Key_Return)
    person.type("Free weeks are asked for too late")
    for _item in range(3):
        person.press(Key.Key_Down, ALT)
    assert person.sees("Needs to change")
    person.type("Briefings by phone")
    person.press(Key.Key_Tab)
    person.type("Dates that nobody checked")
    person.press(Key.Key_Tab)
    person.type("Ten minutes with the rep before the customer")
    for typed, _kept in LINES:
        if typed == LINES[0][0]:
            person.press(Key.Key_Return, CTRL)
        person.type(typed)
        person.press(Key.Key_Return, CTRL)
    assert person.sees("Tell my team in the Monday meeting")
    person.press(Key.Key_Return, CTRL, SHIFT)
    (meeting,) = found(person, PeerMeeting, state=PeerMeetingState.HELD)
    assert [item.done for item in meeting.agenda] == [True, *[False] * 5]
    assert meeting.figures
    promises = found(person, Commitment, origin_kind=PromiseOrigin.PEER_MEETING)
    assert {promise.text for promise in promises} == {kept for _typed, kept in LINES}
    assert len(promises) == len(LINES) + 1  # what both do is promised by each
    said = {each.topic: each for each in found(person, PeerUpdate, meeting_id=meeting.id)}
    assert said[PeerTopic.THEIRS].peer_text == "Free weeks are asked for too late"
    assert said[PeerTopic.WORKING].peer_text.startswith("Ten minutes")
    goals = found(person, PeerAgreement, peer_manager_id=meeting.peer_manager_id)
    assert (goals[0].works, len(goals[0].earlier)) == ("Briefings by phone", 1)
    person.press(Key.Key_P, CTRL)
    person.settle()
    person.press(Key.Key_S, CTRL)
    person.settle()
    person.press(Key.Key_Return)
    person.settle()
    (path,) = documents_folder().glob("alignment-*.pdf")
    page = " ".join(p.extract_text() for p in PdfReader(str(path)).pages)
    words = " ".join(page.split())
    for printed in ("No start date is promised", "Briefings by phone", *(k for _t, k in LINES)):
        assert printed in words
    (printed_page,) = found(person, PrintedDocument, kind=DocumentKind.ALIGNMENT)
    assert printed_page.subject_id == meeting.team_id
    person.quits()


def test_what_is_said_of_people_stays_covered_and_out_of_the_record(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_B, CTRL, SHIFT)
    person.type("mei")
    person.press(Key.Key_Return)
    assert person.page == "peer_meeting"
    for _item in range(2):
        person.press(Key.Key_Down)
    notes = person.program.office.screens.peer._record.people
    person.press(Key.Key_Return)
    person.type(SECRET)
    person.press(Key.Key_Return)
    assert person.sees("About whom? Choose a name first.")
    notes.about.set_value(str(TOM))
    notes.line.setFocus()
    person.press(Key.Key_Return)
    if found(person, PrivateNote, text=SECRET) == []:  # covered meanwhile: Enter shows it
        person.press(Key.Key_Return)
    assert [note.rep_id for note in found(person, PrivateNote, text=SECRET)] == [TOM]
    assert not person.sees(SECRET)
    person.press(Key.Key_C, CTRL, SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert "Talked about in person." in copied
    assert not any(word in copied for word in (SECRET, "Tom"))
    person.quits()
