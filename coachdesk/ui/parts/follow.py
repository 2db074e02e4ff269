"""Lists are as tall as their rows, so the page has to follow the current one."""

from PySide6.QtCore import QObject

from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage

MARGIN = 24


class Follow(QObject):
    """Scrolls a page so that the current row of a list can be seen while it has the keys."""

    def __init__(self, page: ScrollPage, rows: Rows) -> None:
        super().__init__(rows)
        self._page, self._rows = page, rows
        rows.moved_to.connect(self._moved)

    def show_current(self) -> None:
        """Scroll to the current row."""
        content, index = self._page.widget(), self._rows.currentIndex()
        if not index.isValid() or content is None or not content.isAncestorOf(self._rows):
            return
        area = self._rows.visualRect(index)
        middle = self._rows.mapTo(content, area.center())
        self._page.ensureVisible(0, middle.y(), 0, area.height() // 2 + MARGIN)

    def _moved(self, _row: object) -> None:
        if self._rows.hasFocus():
            self.show_current()
