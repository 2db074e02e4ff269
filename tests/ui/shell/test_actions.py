import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.shell.actions import Action, Registry
from coachdesk.ui.shell.key_list import key_groups
from coachdesk.ui.shell.nav import NavRep
from coachdesk.ui.shell.palette_rows import entries, matching


class Done(list):
    def prepare(self):
        self.append("prepare")

    def start(self):
        self.append("start")


def no_talk():
    return "No talk is planned."


@pytest.fixture
def done():
    return Done()


@pytest.fixture
def registry(qapp, done):
    kept = Registry()
    kept.add(
        [
            Action("talk.prepare", "Prepare the talk", done.prepare, "Ctrl+Shift+P", "Talk"),
            Action("talk.start", "Start the talk", done.start, "Ctrl+Return", "Talk", page="today"),
            Action("talk.move", "Move the talk", done.start, "Ctrl+M", "Talk", when=no_talk),
            Action("list.open", "Open the row", None, "Return", "In lists"),
        ]
    )
    return kept


def test_two_actions_cannot_share_an_id(registry, done):
    with pytest.raises(ValueError, match=r"talk\.prepare"):
        registry.add([Action("talk.prepare", "Prepare again", done.prepare)])


def test_two_actions_of_one_place_cannot_share_a_key(registry, done):
    with pytest.raises(ValueError, match="Ctrl"):
        registry.add([Action("a", "Do a", done.start, "Ctrl+Shift+P", page="team")])


def test_two_pages_can_share_a_key(registry, done):
    registry.add([Action("team.open", "Open the rep", done.start, "Ctrl+Return", page="team")])
    assert registry.get("team.open").keys == "Ctrl+Enter"


def test_an_action_that_cannot_run_says_why(registry, qtbot, done):
    with qtbot.waitSignal(registry.refused) as said:
        assert not registry.run("talk.move")
    assert said.args == ["No talk is planned."]
    assert done == []


def test_a_key_runs_its_action_only_on_its_page(registry, shown, done, theme):
    field = Field(theme)
    window = shown(field)
    registry.install(window)
    registry.show_page("team")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    registry.show_page("today")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert done == ["start", "start"]


def test_keys_of_the_window_rest_while_an_overlay_is_open(registry, shown, done, theme):
    window = shown(Field(theme))
    registry.install(window)
    registry.show_page("today")
    overlay = Overlay(theme, window, "Capture")
    inside = Field(theme)
    overlay.card.add(inside)
    overlay.open_panel()
    QTest.keyClick(inside, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    overlay.close_panel()
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert done == ["start"]


def test_the_palette_lists_what_can_be_done_then_reps_then_what_cannot(registry):
    registry.show_page("today")
    found = entries(registry, [NavRep(1, "Priya Raman", "PR", "10:30")])
    assert [(e.title, e.why_not) for e in found] == [
        ("Prepare the talk", ""),
        ("Start the talk", ""),
        ("Priya Raman", ""),
        ("Move the talk", "No talk is planned."),
    ]


def test_typed_words_filter_the_palette_whatever_their_order(registry):
    registry.show_page("today")
    found = entries(registry, [NavRep(1, "Priya Raman", "PR")])
    assert [e.title for e in matching(found, "talk pre")] == ["Prepare the talk"]
    assert [e.title for e in matching(found, "PRI")] == ["Priya Raman"]
    assert matching(found, "zebra") == []


def test_the_key_list_shows_keys_of_lists_too(registry):
    registry.show_page("today")
    groups = {group.title: [a.keys for a in group.actions] for group in key_groups(registry)}
    assert groups == {"Talk": ["Ctrl+Shift+P", "Ctrl+Enter", "Ctrl+M"], "In lists": ["Enter"]}
