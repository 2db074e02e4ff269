"""A store that can only be read: looked through, exported and printed; nothing of it writes."""

import json
import sys

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.visits import JointVisit
from coachdesk.services.sample import sample_id
from coachdesk.ui.capture.overlay import CaptureOverlay
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.places import documents_folder
from coachdesk.ui.shell.palette import Palette
from coachdesk.ui.shell.top_bar import ReadingStrip
from tests.journeys.person import CTRL, Key, Person, sample_team

WHY = "The file is open for reading only."
PAGES = (
    "batons",
    "partners",
    "partner_team",
    "insights",
    "playbook",
    "today",
    "team",
    "one_on_ones",
    "rep",
    "prepare",
    "run",
    "wrap_up",
    "visit",
    "joint_meeting",
)
SEARCHES = {"Find in the talks behind", "Find in the question bank"}
# Whatever else there is to do changes the store.
READING = {
    *("go.today", "go.team", "go.one_on_ones", "go.partners", "go.insights", "go.playbook"),
    *("go.back", "go.region", "rep.board"),
    *("partners.next", "partners.turn", "partners.open", "partners.others"),
    "soft.sheet",
    *("partner_team.choose", "partner_team.rep", "partner_team.customer"),
    *("find.command", "find.keys", "edit.history", "store.sample", "store.export"),
    "wordings.open",
    "wordings.own",
    *("look.larger", "look.smaller", "look.normal", "look.light", "look.dark", "look.system"),
    *("talk.calendar", "talks.find", "talks.open", "print.waiting"),
    "print.templates",
    *("today.prepare", "rep.prepare", "one_on_ones.prepare"),
    *("team.customers", "team.partners", "team.forms", "team.open"),
    *("batons.show", "batons.open", "batons.rep"),
    *("playbook.interviews", "playbook.changes"),
    *("playbook.expectations", "playbook.questions", "playbook.stages"),
    *("playbook.ratings", "playbook.rules", "playbook.accounts"),
    *("playbook.facts", "playbook.example"),
    "playbook.export",
    "accounts.copy",
    *("insights.window", "insights.group", "insights.save"),
    *("insights.question", "insights.talks", "opportunity.open", "activity.open"),
    *("insights.open", "insights.look", "insights.table"),
    *("rep.move_rows", "rep.unfold", "rep.history", "rep.record", "rep.year"),
    *(
        "prepare.form",
        "prepare.brief",
        "prepare.event",
        "visit.form",
        "visit.open",
        "run.leave",
        "run.hold",
    ),
    *("joint.print", "joint.open"),
    *("prepare.expectations", "run.expectations"),
    *("wrap_up.print", "wrap_up.save", "wrap_up.copy", "wrap_up.mail", "wrap_up.set_up"),
    *("peer.copy", "peer.print", "peer.open", "peer.next", "peer.before"),
    *("wrap_up.read", "wrap_up.fit", "wrap_up.nearer", "wrap_up.farther"),
}


@pytest.fixture
def person(home, qtbot, monkeypatch):
    """The sample team on a stick that is write-protected; no mistake goes unseen."""
    path = home / "team.coachdesk"
    path.write_bytes(sample_team())
    path.chmod(0o400)
    made = Person(qtbot, named=path, sample=False)
    made.path, made.before = path, path.read_bytes()
    made.mistakes = []
    monkeypatch.setattr(sys, "excepthook", lambda *caught: made.mistakes.append(caught))
    yield made
    made.quits()
    assert made.mistakes == []
    assert path.read_bytes() == made.before or not made.before


def go(person, page):
    office = person.program.office
    if page == "rep":
        office.ways.open_rep(sample_id("priya"))
    elif page in ("prepare", "run"):
        office.ways.open_talk(sample_id("s060"), page)
    elif page == "wrap_up":
        office.ways.open_talk(sample_id("s015"), page)
    elif page == "joint_meeting":
        office.ways.open_joint_meeting(sample_id("jm8"))
    elif page == "visit":
        office.ways.open_visit(person.store.ask(_some_visit))
    else:
        person.window.show_page(page)
    person.settle()


def _some_visit(reads):
    return reads.find(JointVisit)[0].id


def floating(person):
    return [panel for panel in person.window.findChildren(Overlay) if panel.isVisible()]


def test_each_action_that_writes_is_disabled_and_says_why(person):
    registry = person.program.registry
    held = {a.id for a in registry.all() if registry.why_not(a) == WHY}
    assert held == {a.id for a in registry.all()} - READING
    for action in registry.all():
        if action.id in held and action.run is not None:
            assert not registry.run(action.id)
    assert person.sees(WHY)
    assert floating(person) == []


def test_keys_of_what_writes_say_why_and_open_nothing(person):
    for key, *chord in ((Key.Key_N, CTRL), (Key.Key_T, CTRL), (Key.Key_Z, CTRL)):
        person.window.say("", can_undo=False)
        person.press(key, *chord)
        assert person.sees(WHY)
        assert floating(person) == []


def test_the_palette_says_why_beside_what_writes_and_does_not_run_it(person):
    person.press(Key.Key_K, CTRL)
    person.type("Capture what")
    assert person.sees(f"Capture what you saw, Ctrl+N, {WHY}")
    person.press(Key.Key_Return)
    assert [type(panel) for panel in floating(person)] == [Palette]
    person.press(Key.Key_Escape)


def test_the_list_of_keys_says_why_too(person):
    person.press(Key.Key_F1)
    assert person.sees(f"Plan a talk, or enter one that was held, Ctrl+T, {WHY}")
    person.press(Key.Key_Escape)


@pytest.mark.parametrize("page", PAGES)
def test_keys_at_every_stop_of_a_page_change_nothing_and_raise_nothing(person, page):
    go(person, page)
    seen = []
    while (stop := QApplication.focusWidget()) not in seen and len(seen) < 40:
        seen.append(stop)
        keys = [Key.Key_R, Key.Key_A, Key.Key_E, Key.Key_5]
        if isinstance(stop, Rows):
            keys += [Key.Key_Space, Key.Key_Delete]
        for key in keys:
            person.press(key)
        for panel in floating(person):
            panel.close_panel()
        assert person.page == page
        if isinstance(stop, (QLineEdit, QPlainTextEdit)) and not stop.isReadOnly():
            assert stop.accessibleName() in SEARCHES
        person.press(Key.Key_Tab)
    assert len(seen) > 1


def test_what_writes_on_a_page_says_why_to_eyes_and_ears(person):
    go(person, "rep")
    names = {"Start the talk", "Add a hand-off", "Add a private note"}
    names |= {"Ask Priya for something", "Share something"}
    for widget in person.window.findChildren(QWidget):
        if widget.isVisible() and widget.accessibleName() in names:
            names.remove(widget.accessibleName())
            widget.setFocus()
            assert (widget.toolTip(), widget.accessibleDescription()) == (WHY, WHY)
            assert not widget.isEnabled() or widget.isReadOnly()
    assert names == set()


def test_what_is_held_stays_so_at_another_zoom(person):
    go(person, "rep")
    person.press(Key.Key_Plus, CTRL)
    starts = [b for b in person.window.findChildren(Button) if b.label == "Start the talk"]
    assert starts
    assert all(not button.isEnabled() for button in starts)
    person.press(Key.Key_0, CTRL)


def test_a_rep_is_found_and_opened_and_everything_is_exported(person, home):
    person.press(Key.Key_K, CTRL)
    person.type("Priya")
    person.press(Key.Key_Return)
    assert person.page == "rep"
    person.press(Key.Key_K, CTRL)
    person.type("Export everything")
    person.press(Key.Key_Return)
    sheet = floating(person)[0]
    target = home / "everything.json"
    sheet.path.setText(str(target))
    person.press(Key.Key_Return)
    assert json.loads(target.read_text("utf-8"))
    person.press(Key.Key_Escape)


def test_a_page_is_saved_as_a_pdf_and_no_print_is_noted(person):
    go(person, "wrap_up")
    prints = person.store.ask(lambda reads: len(reads.find(PrintedDocument)))
    person.press(Key.Key_S, CTRL)
    person.press(Key.Key_Return)
    assert person.sees("Saved")
    assert list(documents_folder().glob("*.pdf"))
    assert person.store.ask(lambda reads: len(reads.find(PrintedDocument))) == prints


def test_opened_for_changes_again_everything_can_be_done(person):
    person.path.chmod(0o600)
    person.before = b""
    strip = next(s for s in person.window.findChildren(ReadingStrip) if s.isVisible())
    strip.again.click()
    person.settle()
    registry = person.program.registry
    assert not any(registry.why_not(action) == WHY for action in registry.all())
    person.press(Key.Key_N, CTRL)
    assert [type(panel) for panel in floating(person)] == [CaptureOverlay]
    person.press(Key.Key_Escape)
