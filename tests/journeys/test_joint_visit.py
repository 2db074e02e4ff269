"""A joint visit from its plan to the events that fall out of it, by keyboard."""

from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import DraftState
from tests.journeys.person import CTRL, SHIFT, Key, Person

MOST_KEYS = 20


def test_a_visit_is_planned_held_looked_back_on_and_leaves_its_events(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_J, CTRL, SHIFT)
    person.type("Lena")
    person.press(Key.Key_Tab)
    person.type("cobalt lane")
    assert person.sees("Cobalt Lane Printing")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Tab)
    person.type("today 14:00")
    person.press(Key.Key_Return)
    assert person.page == "visit"
    assert person.sees("Joint visit with Lena Vogt")
    person.press(Key.Key_Return, CTRL)
    for line in (
        "n4 Asked what the delay costs them, and waited for the answer",
        "t2 Left Stefan out of the room until the very last minute",
        "The invoice question is still open and needs a rating",
    ):
        person.type(line)
        person.press(Key.Key_Return)
    assert person.sees("1 line waits in the Inbox.")
    for words in ("They opened up", "She waited", "Waiting", "Bring Stefan in earlier", "25"):
        person.press(Key.Key_Tab)
        if words == "They opened up":  # from the line over the list of what was seen
            person.press(Key.Key_Tab)
        person.type(words)
    person.press(Key.Key_Return, CTRL)
    assert person.page == "rep"
    assert person.sees("rated 2, Left Stefan out of the room until the very last minute")
    assert person.presses <= MOST_KEYS
    visit = person.store.ask(lambda reads: reads.find(JointVisit, talk_share_pct=25))[0]
    assert (visit.rep_saw, visit.manager_saw) == ("They opened up", "She waited")
    assert (visit.keep, visit.change) == ("Waiting", "Bring Stefan in earlier")
    events = person.store.ask(lambda reads: reads.find(Observation, joint_visit_id=visit.id))
    assert len(events) == 2
    waiting = person.store.ask(lambda reads: reads.find(Draft, state=DraftState.WAITING))
    assert str(visit.id) in {(draft.content or {}).get("joint_visit_id") for draft in waiting}
    for _change in range(7):  # five fields, the line that waits, an event
        person.press(Key.Key_Z, CTRL)
    left = person.store.ask(lambda reads: reads.find(Observation, joint_visit_id=visit.id))
    assert len(left) == 1
    person.program.office.ways.open_visit(visit.id)
    person.window.setFocus()  # in a field Ctrl+Z would be about its text
    for _change in range(5):
        if person.store.ask(lambda reads: reads.find(JointVisit, id=visit.id)):
            person.press(Key.Key_Z, CTRL)
    assert person.page == "one_on_ones"
    person.quits()
