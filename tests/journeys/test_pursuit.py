"""An opportunity weighed by keyboard: twelve keys, the team's decision, and letting go."""

from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.partner_vocabulary import PursuitChoice
from coachdesk.domain.pursuits import PursuitDecision
from coachdesk.domain.vocabulary import OpportunityResult
from coachdesk.services.sample import sample_id
from coachdesk.views.search import Place
from tests.journeys.person import CTRL, Key, Person
from tests.journeys.test_deals import all_of, floating, tab_to

DEAL = sample_id("o5")


def weigh(person):
    person.program.office.ways.open_place(Place("opportunity", DEAL))
    person.settle()
    person.press(Key.Key_P)


def test_an_opportunity_is_pursued_and_let_go_by_keys(home, qtbot):
    person = Person(qtbot, sample=True)
    known = {each.id for each in all_of(person, PursuitDecision, opportunity_id=DEAL)}
    weigh(person)
    for score in "222220110100":
        person.press(getattr(Key, f"Key_{score}"))
    assert person.sees("Offence 10, defence 3. Pursue: Reasons to go forward with the full team.")
    person.press(Key.Key_Tab)
    person.press(Key.Key_Right)  # pursue
    tab_to(person, "Who helps")
    person.press(Key.Key_A, CTRL)
    person.press(Key.Key_Delete)
    person.press(Key.Key_Return)
    assert person.sees("Name the team and give the reason.")
    person.type("Service: proposal until 3 Apr; Priya: leads the talks")
    tab_to(person, "Reason")
    person.type("Need is clear")
    person.press(Key.Key_Return)
    assert not floating(person)
    every = all_of(person, PursuitDecision, opportunity_id=DEAL)
    (made,) = [each for each in every if each.id not in known]
    assert (made.decision, made.suggestion) == (PursuitChoice.PURSUE, PursuitChoice.PURSUE)
    assert [each.part for each in made.members] == ["proposal", "leads the talks"]
    assert made.members[0].to_day is not None
    assert made.members[1].rep_id == sample_id("priya")

    weigh(person)
    assert person.sees("Need is clear")
    person.press(Key.Key_Tab)
    for _choice in range(3):
        person.press(Key.Key_Right)
    tab_to(person, "Reason")
    person.type("Nobody decides")
    person.press(Key.Key_Return)
    assert person.sees("Tell the partner teams first.")
    tab_to(person, "The partner teams were told")
    person.press(Key.Key_Space)
    tab_to(person, "Reason")
    person.press(Key.Key_Return)
    (deal,) = all_of(person, Opportunity, id=DEAL)
    assert deal.result is OpportunityResult.RELEASED
    person.press(Key.Key_P)
    person.press(Key.Key_Z, CTRL)
    (deal,) = all_of(person, Opportunity, id=DEAL)
    assert deal.result is OpportunityResult.OPEN
    person.quits()
