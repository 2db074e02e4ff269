"""Tab goes through a page as it is read: line by line, from the left.

Qt appends whatever is made later to the end of its chain: a brief that is drawn anew, a row that
is added, a choice whose names have changed. The places of the widgets say the order, not their
layouts: asking a layout for its items makes Python objects that Qt's bindings free too early.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QScrollArea, QWidget


def put_in_reading_order(root: QWidget) -> None:
    """Let Tab visit what stands on `root` in the order of their places."""
    stops = list(_stops(root, _around_the_keys()))
    # Only one button of a group is a stop at a time, and Qt places nothing but stops.
    resting = [stop for stop in stops if stop.focusPolicy() == Qt.FocusPolicy.NoFocus]
    for button in resting:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for button in resting:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _around_the_keys() -> frozenset[QWidget]:
    """The widget with the keys, and all it stands in."""
    found, step = [], QApplication.focusWidget()
    while step is not None:
        found.append(step)
        step = step.parentWidget()
    return frozenset(found)


def _stops(widget: QWidget, around: frozenset[QWidget]) -> Iterator[QWidget]:
    """What Tab visits on the widget; what is hidden while it is `around` the keys stays one."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton):
        yield widget
    if isinstance(widget, QAbstractItemView):
        return
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield from _stops(content, around)
        return
    shown = [
        child
        for child in widget.children()
        if isinstance(child, QWidget)
        and not child.isWindow()
        and (not child.isHidden() or child in around)
    ]
    for child in _as_read(shown) if len(shown) > 1 else shown:
        yield from _stops(child, around)


def _as_read(widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Line by line; a widget stands in a line if its middle is beside the line's first."""
    line: list[QWidget] = []
    for widget in sorted(widgets, key=_top_left):
        if line and not _is_beside(widget, line[0]):
            yield from sorted(line, key=_left)
            line = []
        line.append(widget)
    yield from sorted(line, key=_left)


def _is_beside(widget: QWidget, first: QWidget) -> bool:
    return widget.geometry().center().y() <= first.geometry().bottom()


def _top_left(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()


def _left(widget: QWidget) -> int:
    return widget.x()
