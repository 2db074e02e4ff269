"""Walking with Tab: the stops of a page or panel in their order, and what is wrong with them."""

from itertools import combinations, pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.ui.kit.scroll import part_with_keys

MOST_STOPS = 150
NEAR = 12  # pixels by which a stop may stand above the one before in its column
CUT = 2  # pixels of a stop that may be out of sight


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
    """A stop as a person would call it."""
    return f"{type(widget).__name__} “{widget.accessibleName() or text_of(widget)}”"


def text_of(widget):
    """The words on it."""
    return widget.text() if hasattr(widget, "text") else ""


def faults(window, stop):
    """What is wrong with one stop, in words."""
    found = faults_but_its_mark(window, stop)
    if not found and not has_mark(window, stop, place_in(window, stop)):
        found.append(f"{sentence(stop)} shows no focus")
    return found


def faults_but_its_mark(window, stop):
    """What is wrong with one stop in words, apart from what the keys look like on it."""
    found = []
    if not (stop.accessibleName() or text_of(stop)).strip():
        found.append("has no name")
    area, seen = place_in(window, stop), in_sight(stop)
    if not stop.isVisible() or not seen.isValid():
        found.append(f"cannot be seen at {area}")
    elif is_cut(stop, seen):
        found.append(f"is cut: {seen} of {stop.rect()}")
    return [f"{sentence(stop)} {words}" for words in found]


def in_sight(stop):
    """The part of a stop that no widget around it cuts off."""
    seen, around = stop.rect(), stop
    while not around.isWindow():
        seen.translate(around.pos())
        around = around.parentWidget()
        seen &= around.rect()
    return seen.translated(-stop.mapTo(around, QPoint(0, 0)))


def is_cut(stop, seen):
    """Whether a part is out of sight that would find room: of a list, of its current row."""
    wanted = part_with_keys(stop)
    ground = region(stop)
    view = ground.parentWidget() if ground.parentWidget() is not None else ground
    high = min(wanted.height(), view.height())
    part = seen & wanted
    return part.height() < high - CUT or part.width() < wanted.width() - CUT


def has_mark(window, stop, area):
    """Whether the picture of a stop is another one with the keys on it than without."""
    area = area.adjusted(-5, -5, 5, 5) & window.rect()
    focused = window.grab(area).toImage()
    stop.clearFocus()
    QApplication.processEvents()
    quiet = window.grab(area).toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return quiet != focused


def misplaced(stops):
    """Pairs of one region of which a person reads the later stop first."""
    found = []
    for ground in dict.fromkeys(region(stop) for stop in stops):
        turned = from_its_top(stops, ground)
        pairs = list(combinations([stop for stop in turned if region(stop) is ground], 2))
        if ground.parentWidget().isWindow():  # its bars stand around the page: neighbours only
            pairs = [(a, b) for a, b in pairwise(turned) if region(a) is region(b) is ground]
        found += [
            (sentence(one), sentence(two)) for one, two in pairs if is_before(ground, two, one)
        ]
    return found


def is_before(ground, one, two):
    """Whether a person reads one stop before two."""
    above, below = place_in(ground, one), place_in(ground, two)
    left, right = max(above.left(), below.left()), min(above.right(), below.right())
    same_column = right - left > min(above.width(), below.width()) / 2
    same_line = abs(above.center().y() - below.center().y()) < NEAR
    return (same_column and above.top() < below.top() - NEAR) or (
        same_line and above.right() < below.left()
    )


def from_its_top(stops, ground):
    """The circle of stops, begun where Tab enters this region, or at the topmost of a panel."""
    here = [region(stop) is ground for stop in stops]
    entered = [at for at in range(len(stops)) if here[at] and not here[at - 1]]
    first = entered[0] if entered else None
    if first is None or ground.parentWidget().isWindow():
        corners = {
            at: place_in(ground, stops[at]).topLeft() for at in range(len(stops)) if here[at]
        }
        first = min(corners, key=lambda at: (corners[at].y(), corners[at].x()))
    return stops[first:] + stops[:first]


def region(widget: QWidget) -> QWidget:
    """The part of the window that scrolls as one: the bars, the page, a panel."""
    step = widget
    while step.parentWidget() is not None and not step.parentWidget().isWindow():
        step = step.parentWidget()
        if step.objectName() == "qt_scrollarea_viewport" and step.parentWidget() is not widget:
            return step
    return step


def place_in(ground, widget):
    """The rectangle of a widget on the ground it stands on."""
    return QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
