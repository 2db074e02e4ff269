"""The bar that lies over a page's edge follows the page and never sets it back."""

import shiboken6
from PySide6.QtWidgets import QWidget

from coachdesk.ui.kit.scroll import ScrollPage


def test_the_bar_of_a_page_never_sets_the_page_back(qtbot, theme):
    content = QWidget()
    content.setFixedHeight(600)
    page = ScrollPage(theme, content=content)
    qtbot.addWidget(page)
    page.resize(400, 500)
    page.show()
    own = page.verticalScrollBar()
    # A change that comes while another is told reaches the bar late.
    own.blockSignals(True)
    own.setRange(0, 1160)
    own.blockSignals(False)
    own.setValue(192)
    assert own.value() == 192


def test_the_bar_moves_the_page(qtbot, theme):
    content = QWidget()
    content.setFixedHeight(2000)
    page = ScrollPage(theme, content=content)
    qtbot.addWidget(page)
    page.resize(400, 500)
    page.show()
    page._bar.setValue(300)
    assert page.verticalScrollBar().value() == 300


def test_the_bar_knows_a_page_that_was_filled_long_after_it_was_made(qtbot, theme):
    page = ScrollPage(theme)
    qtbot.addWidget(page)
    # What happens to a reference that is kept while the page waits to be seen.
    shiboken6.invalidate(page.verticalScrollBar())
    content = QWidget()
    content.setFixedHeight(2000)
    page.replace(content)
    page.resize(400, 500)
    page.show()
    assert page._bar.isVisible()
    assert page._bar.maximum() == page.verticalScrollBar().maximum() == 1500
