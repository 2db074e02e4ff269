"""Lays a page out at once: by itself Qt needs a few rounds of events, and each would be seen."""

from PySide6.QtCore import QCoreApplication, QEvent

ROUNDS = 4


def settle_layouts() -> None:
    """Answer the layout requests that wait, and those that follow from them."""
    for _round in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
