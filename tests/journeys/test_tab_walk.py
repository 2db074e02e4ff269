"""Tab through every page and the main panels: each stop has a name, a mark, and its place."""

import pytest
from PySide6.QtCore import Qt

from tests.journeys.person import environment
from tests.journeys.places import PAGES, PANELS, Visitor
from tests.journeys.tab_walk import faults, misplaced, sentence, walk

PLACES = PAGES | PANELS
# Small text leaves more room than any other: it is walked in the long run alone.
SMALL = [pytest.param(place, 80, marks=pytest.mark.long) for place in PAGES]
ZOOMED = [(place, 200) for place in PAGES]
# The panels with the most in them, at the zoom that leaves them the least room.
LARGE = [
    (panel, 200) for panel in ("capture", "form check", "history", "import", "details", "form")
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


@pytest.mark.parametrize(("place", "zoom"), [*((p, 100) for p in PLACES), *ZOOMED, *SMALL, *LARGE])
def test_every_stop_has_a_name_a_mark_and_its_place(person, place, zoom):
    person.window.theme.use(zoom=zoom)
    try:
        root = PLACES[place](person)
        person.settle()
        wrong = []
        stops = walk(root, Qt.Key.Key_Tab, look=lambda s: wrong.extend(faults(person.window, s)))
        assert wrong == []
        assert misplaced(stops) == []
        back = walk(root, Qt.Key.Key_Backtab, stops[0])
        assert [sentence(s) for s in back] == [sentence(s) for s in [stops[0], *stops[:0:-1]]]
    finally:
        person.take_back()
