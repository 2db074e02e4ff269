"""What good looks like is worded by the manager, and what was rated before keeps its words."""

from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.vocabulary import BehaviourKey, Cause, Gain, Side
from coachdesk.services.own_words import accountability_steps, rep_words
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.thresholds import thresholds
from coachdesk.services.wordings import playbook_of
from tests.journeys.person import ALT, CTRL, Key, Person

WORDS = "Names the goal, the lead and the next date, and stays for the start."
TRANSITION = BehaviourKey.TRANSITION


def open_ratings(person: Person) -> None:
    person.press(Key.Key_K, CTRL)
    person.type("word the ratings")
    person.press(Key.Key_Return)


def test_a_rating_is_worded_by_keys_and_capture_shows_the_new_words(qtbot, home):
    person = Person(qtbot, sample=True)
    shipped = shipped_playbook().behaviours[TRANSITION].anchors[4]
    open_ratings(person)
    person.press(Key.Key_Right)
    person.press(Key.Key_Right)
    assert person.sees("Transition to partner, 4, Solid, given 28 times")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Tab)
    person.press(Key.Key_A, CTRL)
    person.type("Never mind")
    person.press(Key.Key_Escape)
    person.press(Key.Key_A, CTRL)
    person.type(WORDS)
    person.press(Key.Key_Return)
    assert person.sees("given 28 times, 28 under older words")
    person.press(Key.Key_Escape)
    assert person.store.ask(playbook_of).behaviours[TRANSITION].anchors[4] == WORDS
    person.press(Key.Key_N, CTRL)
    person.type("Priya t4 Rang Ingrid with the customer on the line")
    assert person.sees(WORDS)
    person.press(Key.Key_Escape)
    person.press(Key.Key_Z, CTRL)
    assert person.store.ask(playbook_of).behaviours[TRANSITION].anchors[4] == shipped
    person.quits()


def test_the_target_is_refused_outside_its_range_in_place(qtbot, home):
    person = Person(qtbot, sample=True)
    open_ratings(person)
    for _stop in range(6):
        person.press(Key.Key_Tab)
    person.press(Key.Key_A, CTRL)
    person.type("97")
    person.press(Key.Key_Return)
    assert person.sees("The target lies between 50 and 95 %.")
    person.press(Key.Key_A, CTRL)
    person.press(Key.Key_Escape)
    assert not person.sees("The target lies between")
    person.press(Key.Key_A, CTRL)
    person.type("75 %")
    person.press(Key.Key_Return)
    person.press(Key.Key_Escape)
    assert person.store.ask(thresholds).target_share == 0.75
    person.quits()


def test_an_opinion_is_hinted_at_and_a_missed_expectation_gets_its_cause(qtbot, home):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_N, CTRL)
    person.type("Priya f2 Great attitude, always so nice to everybody")
    assert person.sees("What did you see or hear? Rates the outcome.")
    person.press(Key.Key_A, CTRL)
    person.type("Priya f2 w4 Rang the partner only after the date had passed")
    assert not person.sees("What did you see or hear?")
    person.press(Key.Key_M, ALT)
    for _stop in range(5):
        person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    assert person.sees("Choose why the expectation was missed.")
    person.press(Key.Key_M, ALT)
    person.press(Key.Key_M, ALT)
    choose(person, 1)
    assert person.sees("Why the expectation was missed, Rep")
    person.press(Key.Key_W, ALT)
    choose(person, 1)
    choose(person, 2)
    choose(person, 4)
    person.press(Key.Key_Return)
    saved = newest(person)
    assert (saved.expectation_missed, saved.cause_code) == (True, Cause.REP)
    gains = person.store.ask(lambda reads: reads.find(GainStatement, observation_id=saved.id))
    assert {gain.side: gain.outcome for gain in gains} == {
        Side.CUSTOMER: Gain.WON,
        Side.REP: Gain.NEUTRAL,
        Side.PARTNER: Gain.UNKNOWN,
    }
    person.quits()


def test_the_reps_own_rating_stands_beside_and_the_event_is_edited_as_a_whole(qtbot, home):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_N, CTRL)
    person.type("Priya t4 Rang Ingrid with the customer on the line")
    person.press(Key.Key_Return)
    event = newest(person)
    person.program.office.workplace.open_event(event.rep_id, event.id)
    person.settle()
    person.type("o3")
    person.press(Key.Key_Return)
    own = person.store.ask(lambda reads: reads.find(SelfRating, observation_id=event.id))
    assert [rating.value for rating in own] == [3]
    person.type("e")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    choose(person, 5)
    person.press(Key.Key_Tab)
    person.press(Key.Key_Right)
    person.press(Key.Key_Return, CTRL)
    ratings = person.store.ask(lambda reads: reads.find(Rating, observation_id=event.id))
    assert {rating.behaviour_key: rating.value for rating in ratings} == {
        TRANSITION: 4,
        BehaviourKey.ALL_WIN: 2,
    }
    person.quits()


def choose(person: Person, down: int) -> None:
    """Open the list that has the keys and take the line so far down."""
    person.press(Key.Key_Return)
    for _step in range(down):
        person.press(Key.Key_Down)
    person.press(Key.Key_Return)


def newest(person: Person) -> Observation:
    found = person.store.ask(lambda reads: reads.find(Observation))
    return max(found, key=lambda observation: observation.seq)


def test_a_rep_is_called_something_else_everywhere_at_once_and_undo_takes_it_back(qtbot, home):
    person = Person(qtbot, sample=True)
    open_own(person)
    assert person.sees("Nothing is shipped here.")
    person.type("account manager")
    assert person.sees("Add an account manager · 3 account managers")
    person.press(Key.Key_Tab)
    assert not person.sees("Undo")
    person.press(Key.Key_Tab)
    person.type("Say what was agreed")
    person.press(Key.Key_Return)
    person.type("Ask again, with a day")
    person.press(Key.Key_Escape)
    person.type("Say what was agreed")
    assert person.sees("1 step")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    assert person.sees("Your own words are kept")
    assert person.sees("Add an account manager")
    assert person.program.registry.get("team.add").title == "Add an account manager"
    assert person.store.ask(rep_words) == ("account manager", "account managers")
    assert person.store.ask(accountability_steps) == ("Say what was agreed",)
    person.press(Key.Key_Z, CTRL)
    person.press(Key.Key_Z, CTRL)
    assert person.sees("Add a rep")
    assert person.program.registry.get("team.add").title == "Add a rep"
    person.quits()


def test_what_is_no_word_and_what_is_too_long_is_said_in_place(qtbot, home):
    person = Person(qtbot, sample=True)
    open_own(person)
    person.type("rep1")
    person.press(Key.Key_Return)
    assert person.sees("A word for a rep has 1 to 30 letters")
    person.press(Key.Key_Escape)
    assert not person.sees("A word for a rep has")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Tab)
    person.type("x" * 203)
    assert person.sees("Too long: step 1 has 3 characters too many.")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    assert person.sees("Your accountability steps")
    person.quits()


def open_own(person: Person) -> None:
    person.press(Key.Key_K, CTRL)
    person.type("accountability steps")
    person.press(Key.Key_Return)
