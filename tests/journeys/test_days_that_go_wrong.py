"""Talks as life has them: not planned, of yesterday, moved, cancelled, broken off."""

from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import TalkState
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person


def talks(person, **equals):
    return person.store.ask(lambda reads: reads.find(CoachingSession, **equals))


def test_a_talk_of_yesterday_is_entered_wrapped_up_and_found_again(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_T, CTRL)
    person.type("Aisha")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Right)
    person.press(Key.Key_Right)
    person.press(Key.Key_Tab)
    person.type("yesterday 15:00")
    person.press(Key.Key_Return)
    assert person.page == "wrap_up"
    held = talks(person, state=TalkState.HELD)
    assert [talk.start.hour for talk in held if talk.day.isoformat() == "2026-03-09"] == [15]
    person.press(Key.Key_3, CTRL)
    assert person.sees("9 Mar, Aisha Bello, wrap up")
    person.press(Key.Key_F, CTRL)
    person.type("aisha")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    assert person.page == "wrap_up"
    person.quits()


def test_a_talk_is_planned_moved_and_cancelled_from_the_list(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_3, CTRL)
    before = len(talks(person))
    person.press(Key.Key_T, CTRL)
    person.type("Sofia")
    for _step in range(2):
        person.press(Key.Key_Tab)
    person.type("tomorrow 8:00")
    person.press(Key.Key_Return)
    assert person.sees("Tomorrow, Wednesday 11 March 08:00, Sofia Almeida, not started")
    for _row in range(3):
        person.press(Key.Key_Down)
    person.press(Key.Key_M, CTRL, SHIFT)
    person.type("Thu 9:00")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Right)
    person.press(Key.Key_Tab)
    person.type("Dentist")
    person.press(Key.Key_Return)
    assert person.sees("Thursday 12 March 09:00, Sofia Almeida, not started")
    person.press(Key.Key_Z, CTRL)
    assert person.sees("Tomorrow, Wednesday 11 March 08:00, Sofia Almeida, not started")
    assert len(talks(person)) == before + 1
    person.press(Key.Key_Left, ALT)
    assert person.page == "today"
    person.quits()
