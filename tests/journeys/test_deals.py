"""Activity and opportunities by keyboard: noted, given a result with one key, won and lost."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.opportunities import Activity, Opportunity, OpportunityReview
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import ActivityKind, ActivityOutcome, OpportunityResult
from coachdesk.services.sample import sample_id
from coachdesk.ui.kit.overlay import Overlay
from tests.journeys.person import CTRL, SHIFT, Key, Person


def focused():
    return QApplication.focusWidget().accessibleName()


def tab_to(person, name):
    """Tab until what begins with this name has the keys."""
    for _step in range(120):
        if focused().startswith(name):
            return
        person.press(Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def all_of(person, kind, **equals):
    return person.store.ask(lambda reads: reads.find(kind, **equals))


def floating(person):
    return any(panel.isVisible() for panel in person.window.findChildren(Overlay))


def test_an_activity_is_noted_from_a_rep_and_its_result_added_with_one_key(home, qtbot):
    person = Person(qtbot, sample=True)
    known = {each.id for each in all_of(person, Activity)}
    person.program.office.ways.open_rep(sample_id("priya"))
    person.press(Key.Key_N, CTRL, SHIFT)
    assert focused() == "Customer"
    person.type("Brackwater")
    assert person.sees("Brackwater Mills")
    person.press(Key.Key_Return)
    (made,) = [each for each in all_of(person, Activity) if each.id not in known]
    assert (made.rep_id, made.kind) == (sample_id("priya"), ActivityKind.CALL)
    assert made.outcome is ActivityOutcome.NONE_RECORDED

    person.press(Key.Key_5, CTRL)
    tab_to(person, "Activity and outcome")
    person.press(Key.Key_Return)
    assert person.sees("5 without a result")
    person.press(Key.Key_F)
    assert person.sees("4 without a result")
    (noted,) = all_of(person, Activity, id=made.id)
    assert noted == replace(made, outcome=ActivityOutcome.ADVANCED)
    person.press(Key.Key_Escape)
    assert focused().startswith("Activity and outcome")
    person.press(Key.Key_Z, CTRL)
    assert all_of(person, Activity, id=made.id) == [made]
    person.quits()


def test_what_is_in_sight_fills_the_activity_in(home, qtbot):
    person = Person(qtbot, sample=True)
    visit = all_of(person, JointVisit)[0]
    known = {each.id for each in all_of(person, Activity)}
    person.program.office.ways.open_visit(visit.id)
    person.press(Key.Key_N, CTRL, SHIFT)
    person.press(Key.Key_Return)
    (made,) = [each for each in all_of(person, Activity) if each.id not in known]
    assert (made.rep_id, made.account_id) == (visit.rep_id, visit.account_id)
    assert (made.kind, made.day) == (ActivityKind.VISIT, min(visit.day, person.store.as_of))

    person.program.office.ways.open_rep(sample_id("priya"))
    person.settle()
    tab_to(person, "Hand-offs")
    row = QApplication.focusWidget().current_row()
    person.press(Key.Key_N, CTRL, SHIFT)
    person.press(Key.Key_Return)
    newest = [each for each in all_of(person, Activity) if each.id not in {*known, made.id}]
    (hand_off,) = all_of(person, HandOff, id=row.id)
    assert [(a.account_id, a.kind) for a in newest] == [
        (hand_off.account_id, ActivityKind.INTRODUCTION)
    ]
    person.quits()


def test_an_opportunity_is_added_lost_reviewed_and_found_again(home, qtbot):
    person = Person(qtbot, sample=True)
    person.press(Key.Key_O, CTRL, SHIFT)
    person.type("Halden")
    person.press(Key.Key_Tab)
    person.type("Third oven")
    person.press(Key.Key_Return)
    assert not floating(person)
    (made,) = all_of(person, Opportunity, title="Third oven")

    person.press(Key.Key_K, CTRL)
    person.type("third oven")
    person.press(Key.Key_Return)
    assert person.page == "insights"
    assert focused() == "Opportunities"
    person.press(Key.Key_C)
    person.press(Key.Key_Right)
    person.press(Key.Key_Tab)
    person.type("tomorrow")
    person.press(Key.Key_Return)
    assert floating(person)
    for _letter in "tomorrow":
        person.press(Key.Key_Backspace)
    person.press(Key.Key_Return)
    assert person.sees("Why it was lost: Third oven")
    person.type("Four weeks too late")
    person.press(Key.Key_Return)
    assert not floating(person)
    (lost,) = all_of(person, Opportunity, id=made.id)
    assert (lost.result, lost.closed_day) == (OpportunityResult.LOST, person.store.as_of)
    (review,) = all_of(person, OpportunityReview, opportunity_id=made.id)
    assert review.tangible == "Four weeks too late"
    assert person.sees("Four weeks too late")
    person.press(Key.Key_Z, CTRL)
    assert person.sees("Third oven: lost today after 0 days; review it in two minutes")
    person.quits()
