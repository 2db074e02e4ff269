"""Every action of every page, run once in the real window."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from coachdesk.services.sample import sample_id
from coachdesk.ui.kit.overlay import Overlay
from tests.journeys.person import Key, Person
from tests.keys_page import PAGE, keys_page

PRIYA, TALK, HELD = sample_id("priya"), sample_id("s060"), sample_id("s015")
# Opens the system's own dialog or browser, which no test can close.
OUTSIDE = frozenset({"wrap_up.print"})


@pytest.fixture
def person(home, qtbot):
    made = Person(qtbot, sample=True)
    yield made
    made.quits()


def registry(person):
    return person.program.registry


def go(person, page):
    office = person.program.office
    if page == "rep":
        office.ways.open_rep(PRIYA)
    elif page == "prepare":
        office.ways.open_talk(TALK, "prepare")
    elif page == "run":
        office.ways.open_talk(TALK, "run")
    elif page == "wrap_up":
        office.ways.open_talk(HELD, "wrap_up")
    else:
        person.window.show_page(page or "today")
    person.settle()


def close_what_floats(person):
    for overlay in person.window.findChildren(Overlay):
        if overlay.isVisible():
            overlay.close_panel()
    for widget in QApplication.topLevelWidgets():
        if widget is not person.window and widget.isVisible():
            assert not isinstance(widget, QDialog), widget.windowTitle()
            widget.close()
    person.settle()


def test_ids_titles_and_keys_are_in_order(person):
    actions = registry(person).all()
    assert len({action.id for action in actions}) == len(actions)
    for action in actions:
        assert action.title[0].isupper(), action.title
        assert not action.title.endswith("."), action.title
        assert action.menu, action.id
    pages = {"today", "team", "one_on_ones", "rep", "prepare", "run", "wrap_up"}
    pages |= {"first_run", "visit", "joint_meeting", "insights", "playbook"}
    pages |= {"batons", "partners", "partner_team", "peer_meeting"}
    assert {action.page for action in actions if action.page} == pages
    for page in pages:
        keys = [a.shortcut for a in actions if a.run and a.shortcut and a.page in ("", page)]
        assert len(set(keys)) == len(keys), page


def test_the_page_of_keys_is_what_the_program_does(person):
    assert PAGE.read_text("utf-8") == keys_page(registry(person).all())


def test_every_action_has_a_key_or_stands_in_the_palette(person):
    for action in registry(person).all():
        assert action.shortcut or action.run is not None, action.id


@pytest.mark.parametrize(
    "page",
    ["today", "team", "one_on_ones", "rep", "partners", "partner_team", "wrap_up", "first_run"],
)
def test_every_action_of_a_page_runs_without_a_mistake(person, page, monkeypatch):
    mistakes = []
    monkeypatch.setattr(sys, "excepthook", lambda *caught: mistakes.append(caught))
    # What is there on every page is run on two of them; the other pages run what is theirs.
    places = ("", page) if page in ("today", "rep") else (page,)
    names = [
        action.id
        for action in registry(person).all()
        if action.run is not None and action.page in places
    ]
    assert names
    for name in names:
        if name in OUTSIDE or name.startswith("store."):
            continue
        go(person, page)
        registry(person).run(name)
        person.settle()
        close_what_floats(person)
        assert mistakes == [], name


def test_keys_of_a_page_rest_on_other_pages(person):
    """Ctrl+. goes on in a running talk; elsewhere nothing may happen."""
    before = person.page
    person.press(Key.Key_Period)
    assert person.page == before
