"""Tab through every page and the main panels: each stop has a name, a mark, and its place."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.services.sample import sample_id
from coachdesk.ui.kit.overlay import Overlay
from tests.journeys.person import Person

PRIYA, TALK, HELD = sample_id("priya"), sample_id("s060"), sample_id("s015")
MOST_STOPS = 150
NEAR = 12  # pixels by which a stop may stand above the one before in its column


@pytest.fixture(scope="module")
def person(tmp_path_factory, qapp):
    from pytestqt.qtbot import QtBot

    from tests.journeys.person import environment

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(tmp_path_factory.mktemp("home")).items():
            patch.setenv(name, value)
        patch.delenv("COACHDESK_STORE", raising=False)
        made = Person(_Bot(QtBot), sample=True)
        yield made
        made.quits()
        made.window.deleteLater()


class _Bot:
    """What a person needs of qtbot, for a whole module."""

    def __init__(self, kind):
        self.waitUntil = kind(None).waitUntil

    def addWidget(self, _widget):
        """The fixture frees the window."""


def page(name):
    def go(person):
        person.window.show_page(name)
        return person.window

    return go


def rep(person):
    person.program.office.open_rep(PRIYA)
    return person.window


def talk(id, step):
    def go(person):
        person.program.office.open_talk(id, step)
        return person.window

    return go


def panel(action, before=None):
    def go(person):
        (before or page("today"))(person)
        person.settle()
        assert person.program.registry.run(action), action
        person.settle()
        return next(o for o in person.window.findChildren(Overlay) if o.isVisible())

    return go


PLACES = {
    "today": page("today"),
    "team": page("team"),
    "one-on-ones": page("one_on_ones"),
    "rep": rep,
    "prepare": talk(TALK, "prepare"),
    "wrap-up": talk(HELD, "wrap_up"),
    "first run": page("first_run"),
    "run": talk(TALK, "run"),
    "capture": panel("capture.new"),
    "export": panel("store.export"),
    "history": panel("edit.history"),
    "add a rep": panel("team.add"),
}


@pytest.mark.parametrize(
    ("place", "zoom"), [*((place, 100) for place in PLACES), ("today", 200), ("team", 200)]
)
def test_every_stop_has_a_name_a_mark_and_its_place(person, place, zoom):
    person.window.theme.use(zoom=zoom)
    root = PLACES[place](person)
    person.settle()
    wrong = []
    stops = walk(root, Qt.Key.Key_Tab, look=lambda stop: wrong.extend(faults(person.window, stop)))
    try:
        assert wrong == []
        assert misplaced(person.window, stops) == []
        back = walk(root, Qt.Key.Key_Backtab, stops[0])
        assert [sentence(s) for s in back] == [sentence(s) for s in [stops[0], *stops[:0:-1]]]
    finally:
        for overlay in person.window.findChildren(Overlay):
            overlay.close_panel()
        person.settle()


def walk(root, key, first=None, look=lambda stop: None):
    """The stops inside `root` in the order of the key, from the first one until it comes again."""
    stops = []
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(MOST_STOPS):
        now = QApplication.focusWidget()
        if now in stops:
            return stops[stops.index(now) :]
        if now is not None:
            stops.append(now)
            look(now)
        step(now or root, key)
    raise AssertionError(f"Tab never comes back: {[sentence(s) for s in stops][-8:]}")


def step(now, key):
    """One Tab; where the key means something else, the way on without it."""
    shift = key == Qt.Key.Key_Backtab
    modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(now, QKeyEvent(kind, key, modifiers))
    if QApplication.focusWidget() is now:
        now.focusNextPrevChild(not shift)
    QApplication.processEvents()


def sentence(widget):
    return f"{type(widget).__name__} “{widget.accessibleName() or text_of(widget)}”"


def text_of(widget):
    return widget.text() if hasattr(widget, "text") else ""


def faults(window, stop):
    """What is wrong with one stop, in words."""
    found = []
    if not (stop.accessibleName() or text_of(stop)).strip():
        found.append("has no name")
    area = QRect(stop.mapTo(window, QPoint(0, 0)), stop.size())
    if not stop.isVisible() or not window.rect().intersects(area):
        found.append(f"cannot be seen at {area}")
    elif not has_mark(window, stop, area):
        found.append("shows no focus")
    return [f"{sentence(stop)} {words}" for words in found]


def has_mark(window, stop, area):
    area = area.adjusted(-5, -5, 5, 5) & window.rect()
    focused = window.grab(area).toImage()
    stop.clearFocus()
    QApplication.processEvents()
    quiet = window.grab(area).toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return quiet != focused


def misplaced(window, stops):
    """Pairs where the next stop stands above the one before in the same column of one region."""
    found = []
    for one, two in pairwise(stops):
        if region(one) is not region(two):
            continue
        before, after = place_in(region(one), one), place_in(region(two), two)
        left, right = max(before.left(), after.left()), min(before.right(), after.right())
        same_column = right - left > min(before.width(), after.width()) / 2
        if same_column and after.top() < before.top() - NEAR:
            found.append((sentence(one), sentence(two)))
        same_line = abs(after.center().y() - before.center().y()) < NEAR
        if same_line and after.right() < before.left():
            found.append((sentence(one), sentence(two)))
    return found


def region(widget: QWidget) -> QWidget:
    """The part of the window that scrolls as one: the bars, the page, a panel."""
    step = widget
    while step.parentWidget() is not None and not step.parentWidget().isWindow():
        step = step.parentWidget()
        if step.objectName() == "qt_scrollarea_viewport" and step.parentWidget() is not widget:
            return step
    return step


def place_in(ground, widget):
    return QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
