"""A joint meeting by keyboard: planned with its warnings, printed, held, and an event from it."""

from pypdf import PdfReader

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.evidence import Observation
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.partner_vocabulary import JointMeetingState
from coachdesk.domain.vocabulary import DocumentKind
from coachdesk.ui.parts.places import documents_folder
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person
from tests.journeys.test_deals import all_of, focused, tab_to

ISSUE = "Two days per file go into corrections."


def shown(person):
    """The meeting in sight as it is stored."""
    (found,) = all_of(person, JointMeeting, id=person.program.office.screens.joint_meeting.shown.id)
    return found


def plan(person):
    """Customer, rep, team and day, asked in a sheet."""
    person.press(Key.Key_D, CTRL, SHIFT)
    for words in ("cobalt lane", "Lena", "Customer T"):
        person.type(words)
        person.press(Key.Key_Tab)
    person.press(Key.Key_Tab)
    person.type("today 14:00")
    person.press(Key.Key_Return)


def test_a_joint_meeting_is_planned_with_its_warnings_printed_held_and_leaves_an_event(home, qtbot):
    person = Person(qtbot, sample=True)
    plan(person)
    assert person.page == "joint_meeting"
    assert person.sees("Joint meeting at Cobalt Lane Printing")
    assert person.sees("Nobody owns the customer’s issue: it is not written yet.")
    person.type("A trial is worth a month.")
    person.press(Key.Key_Tab)
    person.type(ISSUE)
    tab_to(person, "Message 1, what is said")
    person.type("What we heard from you")
    person.press(Key.Key_Tab)
    person.type("Lena and Olga")
    person.press(Key.Key_Return)
    assert focused() == "Message 2, what is said"
    assert person.sees("Lena and Olga own the same message")
    assert person.sees("Olga is not among those who attend for you.")
    person.type("How others solved it")
    person.press(Key.Key_Up, ALT)
    assert [each.text for each in shown(person).messages] == [
        "How others solved it",
        "What we heard from you",
    ]
    person.press(Key.Key_Down, ALT)
    person.press(Key.Key_Tab, SHIFT)
    tab_to(person, "Message 2, who says it")
    person.type("Lena")
    tab_to(person, "Next step")
    assert shown(person).messages[1].owner == "Lena"

    person.press(Key.Key_P, CTRL)
    (printed,) = (
        each for each in all_of(person, PrintedDocument) if each.kind is DocumentKind.JOINT_MEETING
    )
    assert printed.subject_id == shown(person).id
    made = documents_folder().glob("joint-meeting-*.pdf")
    path = max(made, key=lambda each: each.stat().st_mtime)
    (page,) = PdfReader(path).pages
    text = " ".join(page.extract_text().split())
    assert ISSUE in text
    assert "What we heard from you (two owners) Lena and Olga" in text

    person.press(Key.Key_Return, CTRL)
    assert shown(person).state is JointMeetingState.HELD
    assert not person.sees("own the same message")
    person.type("t4 Brought Olga in, and stayed in the room until the end")
    person.press(Key.Key_Return)
    meeting = shown(person)
    (event,) = all_of(person, Observation, joint_meeting_id=meeting.id)
    assert (event.rep_id, event.account_id, event.team_id, event.day) == (
        meeting.rep_id,
        meeting.account_id,
        meeting.team_id,
        meeting.day,
    )
    person.window.setFocus()  # in a field Ctrl+Z would be about its text
    person.press(Key.Key_Z, CTRL)
    assert all_of(person, Observation, joint_meeting_id=meeting.id) == []
    person.quits()


def test_what_is_typed_never_goes_along_to_another_meeting(home, qtbot):
    person = Person(qtbot, sample=True)
    known = sorted(all_of(person, JointMeeting), key=lambda each: each.day)[-2:]
    person.program.office.ways.open_joint_meeting(known[0].id)
    person.type("Only for the first")
    person.program.office.ways.open_joint_meeting(known[1].id)
    person.settle()
    person.press(Key.Key_Tab)
    first, second = (all_of(person, JointMeeting, id=each.id)[0] for each in known)
    assert first.checklist["J1"].startswith("Only for the first")
    assert second == known[1]
    person.quits()
