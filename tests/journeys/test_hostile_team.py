"""A team whose names and notes are hostile: every page draws them as plain text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coachdesk.services.sample import sample_id
from tests.hostile_team import hostile_team
from tests.journeys.person import Person

PRIYA, HELD = sample_id("priya"), sample_id("s015")


@pytest.fixture
def person(home, qtbot):
    made = Person(qtbot, sample=True)
    made.store.load(hostile_team)
    made.window.refresh_all()
    yield made
    made.quits()


def test_hostile_names_and_notes_are_drawn_as_plain_text(person, qtlog):
    office = person.program.office
    shown = 0
    for go in (
        lambda: person.window.show_page("today"),
        lambda: person.window.show_page("team"),
        lambda: person.window.show_page("one_on_ones"),
        lambda: office.ways.open_rep(PRIYA),
        lambda: office.ways.open_talk(HELD, "wrap_up"),
    ):
        go()
        person.settle()
        assert not person.window.grab().isNull()
        for label in person.window.findChildren(QLabel):
            if label.isVisible():
                assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
        shown += person.sees("<b>bold</b>")
    assert shown
    said = [record.message for record in qtlog.records]
    # The machine's own fonts and the plugin without a screen are not ours to mend.
    assert [m for m in said if not m.startswith(("OpenType support", "This plugin"))] == []
