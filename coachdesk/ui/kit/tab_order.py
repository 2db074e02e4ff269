"""Tab goes through a page as it is laid out.

Qt appends whatever is made later to the end of its chain: a brief that is drawn anew, a row that
is added, a choice whose names have changed.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLayout, QScrollArea, QWidget


def put_in_reading_order(root: QWidget) -> None:
    """Let Tab visit what stands on `root` in the order of its layouts."""
    stops = list(_stops(root))
    # Only one button of a group is a stop at a time, and Qt places nothing but stops.
    resting = [stop for stop in stops if stop.focusPolicy() == Qt.FocusPolicy.NoFocus]
    for button in resting:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for button in resting:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton):
        yield widget
    if isinstance(widget, QAbstractItemView):
        return
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield from _stops(content)
    elif widget.layout() is not None:
        yield from _laid_out(widget.layout())
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _stops(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _laid_out(inner)
