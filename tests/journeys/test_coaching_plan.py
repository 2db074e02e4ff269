"""A coaching plan by keyboard: begun, worked on in a talk, seen on paper and next time, stopped."""

from PySide6.QtWidgets import QApplication

from coachdesk.domain.people import Rep
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import PlanStop, TalkState
from coachdesk.services.documents import summary_brief
from tests.journeys.person import CTRL, SHIFT, Key, Person


def plan_of(person, name):
    rep = next(rep for rep in person.store.ask(lambda r: r.find(Rep)) if rep.first_name == name)
    found = person.store.ask(lambda r: r.find(CoachingPlan, rep_id=rep.id))
    return next((plan for plan in found if plan.stop_reason is None), None)


def wrapped_talk(person, plan):
    """The talk that was closed last."""
    state = TalkState.WRAPPED_UP
    found = person.store.ask(lambda r: r.find(CoachingSession, rep_id=plan.rep_id, state=state))
    return found[-1]


def open_rep(person, name):
    """Find the rep's page by name."""
    person.press(Key.Key_K, CTRL)
    person.type(name)
    person.press(Key.Key_Return)
    assert person.page == "rep"


def tab_to(person, name):
    """Tab until the field with this name has the keys."""
    for _step in range(120):
        if QApplication.focusWidget().accessibleName().startswith(name):
            return
        person.press(Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def test_a_plan_goes_from_the_reps_page_through_a_talk_to_its_end(home, qtbot):
    person = Person(qtbot, sample=True)
    open_rep(person, "Priya Raman")
    person.press(Key.Key_G, CTRL, SHIFT)
    assert person.sees("starts at")
    person.press(Key.Key_Return)
    plan = plan_of(person, "Priya")
    assert plan is not None
    assert person.sees("0 of 4 one-on-ones")

    person.press(Key.Key_P, CTRL, SHIFT)
    assert person.page == "prepare"
    assert person.sees("one-on-one 1 of 4")
    person.press(Key.Key_Return, CTRL)
    person.type("We took one step")
    person.press(Key.Key_Return, CTRL)
    assert person.page == "wrap_up"
    person.type("One step, tried together.")
    tab_to(person, "What was tried")
    person.type("Three sentences by phone")
    person.press(Key.Key_Return, CTRL)
    talk = wrapped_talk(person, plan)
    assert person.store.ask(summary_brief, talk.id).talked.plan.startswith("one-on-one 1 of 4")

    open_rep(person, "Priya Raman")
    person.press(Key.Key_P, CTRL, SHIFT)
    assert person.sees("one-on-one 2 of 4")
    assert person.sees("Tried last: “Three sentences by phone”")

    open_rep(person, "Priya Raman")
    person.press(Key.Key_E, CTRL, SHIFT)
    person.press(Key.Key_Right)
    person.press(Key.Key_Right)
    person.press(Key.Key_Return)
    assert person.sees("Say why the plan stops.")
    person.press(Key.Key_Tab)
    person.type("Other accounts now")
    person.press(Key.Key_Return)
    assert plan_of(person, "Priya") is None
    ended = person.store.ask(lambda r: r.get(CoachingPlan, plan.id))
    assert (ended.stop_reason, ended.stop_note) == (PlanStop.DROPPED, "Other accounts now")

    person.press(Key.Key_Z, CTRL)
    assert plan_of(person, "Priya").sessions[0].tried == "Three sentences by phone"
    person.quits()
