"""Direction, by keyboard: read as it is asked, looked at again at wrap-up, never in the way."""

from coachdesk.domain.asks import Ask
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import TalkState
from coachdesk.services.sample import sample_id
from tests.journeys.person import CTRL, SHIFT, Key, Person
from tests.journeys.test_coaching_plan import open_rep, tab_to

TALK = sample_id("s060")


def test_direction_is_asked_looked_at_again_reworded_and_closed(home, qtbot):
    person = Person(qtbot, sample=True)
    open_rep(person, "Priya Raman")
    person.press(Key.Key_P, CTRL, SHIFT)
    person.press(Key.Key_Return, CTRL)
    person.type("? Better hand-offs!!!")
    person.press(Key.Key_Return)
    assert person.sees("What should be done? A verb helps. Say it so that you would like to hear")
    person.press(Key.Key_Escape)
    person.press(Key.Key_Return, CTRL)
    assert person.page == "wrap_up"

    person.type("Great job!")
    tab_to(person, "Worth a second look")
    assert person.sees("Great job! What exactly was good? Named, Priya can do it again.")
    person.press(Key.Key_Delete)
    assert not person.sees("What exactly was good?")
    person.press(Key.Key_Return)
    for blank in ("brief Mei", "you introduce Mei"):
        person.type(blank)
        person.press(Key.Key_Return)
    asked = person.store.ask(
        lambda reads: reads.find(Ask, text="Would you brief Mei when you introduce Mei?")
    )
    assert len(asked) == 1
    person.press(Key.Key_Z, CTRL)
    assert person.sees("Better hand-offs!!! What would one see Priya do, and when?")

    person.press(Key.Key_Return, CTRL)
    closed = person.store.ask(lambda reads: reads.get(CoachingSession, TALK))
    assert (closed.state, closed.summary) == (TalkState.WRAPPED_UP, "Great job!")
    person.quits()
