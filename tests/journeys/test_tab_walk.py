"""Tab through every page and the main panels: each stop has a name, a mark, and its place."""

import pytest
from PySide6.QtCore import Qt

from tests.journeys.person import environment
from tests.journeys.places import PAGES, PANELS, Visitor
from tests.journeys.tab_walk import faults, faults_but_its_mark, misplaced, sentence, walk

PLACES = PAGES | PANELS
USUAL = [(place, 100, True) for place in PLACES]
# The panels with the most in them, at the zoom that leaves them the least room.
CROWDED = ("capture", "form check", "history", "import", "details", "form")
# No zoom changes a mark or the way back: there the long run alone looks for them. Small text
# leaves more room than any other.
LARGE = [(place, 200, False) for place in (*PAGES, *CROWDED)]
LONG = [
    pytest.param(place, zoom, True, marks=pytest.mark.long) for zoom in (80, 200) for place in PAGES
]


@pytest.fixture(scope="module")
def person(tmp_path_factory, qapp):
    from pytestqt.qtbot import QtBot

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(tmp_path_factory.mktemp("home")).items():
            patch.setenv(name, value)
        patch.delenv("COACHDESK_STORE", raising=False)
        blink = qapp.cursorFlashTime()
        qapp.setCursorFlashTime(0)  # a caret that is dark just now is a mark, too
        made = Visitor(_Bot(QtBot), sample=True)
        yield made
        made.quits()
        qapp.setCursorFlashTime(blink)
        made.window.deleteLater()


class _Bot:
    """What a person needs of qtbot, for a whole module."""

    def __init__(self, kind):
        self.waitUntil = kind(None).waitUntil

    def addWidget(self, _widget):
        """The fixture frees the window."""


@pytest.mark.parametrize(("place", "zoom", "in_full"), [*USUAL, *LARGE, *LONG])
def test_every_stop_has_a_name_a_mark_and_its_place(person, place, zoom, in_full):
    person.window.theme.use(zoom=zoom)
    try:
        root = PLACES[place](person)
        person.settle()
        wrong = []
        looked_at = faults if in_full else faults_but_its_mark
        stops = walk(root, Qt.Key.Key_Tab, look=lambda s: wrong.extend(looked_at(person.window, s)))
        assert wrong == []
        assert misplaced(stops) == []
        if not in_full:
            return
        back = walk(root, Qt.Key.Key_Backtab, stops[0])
        assert [sentence(s) for s in back] == [sentence(s) for s in [stops[0], *stops[:0:-1]]]
    finally:
        person.take_back()
