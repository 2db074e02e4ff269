"""Real widgets offscreen, dressed as in the program."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.ui.kit.appearance import LIGHT, Appearance
from coachdesk.ui.kit.theme import Theme


@pytest.fixture
def theme(qapp):
    return Theme()


@pytest.fixture
def appearance(qapp, theme):
    kept = Appearance(qapp, theme, LIGHT)
    yield kept
    theme.use(dark=False, zoom=100)
    kept.setParent(None)


@pytest.fixture
def shown(qtbot, appearance):
    """Put widgets into a window that has the keys."""
    kept = []

    def show(*widgets):
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        stack = QVBoxLayout(window)
        for widget in widgets:
            stack.addWidget(widget)
        window.resize(500, 400)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


@pytest.fixture
def colors():
    """The colours a widget paints, as names."""

    def read(widget):
        image = QImage(widget.size(), QImage.Format.Format_RGB32)
        image.fill(0xFF00FF)
        widget.render(image)
        return {
            image.pixelColor(x, y).name().upper()
            for x in range(image.width())
            for y in range(image.height())
        }

    return read
