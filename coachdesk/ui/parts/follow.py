"""Lists and fields are as tall as their content, so the page has to follow row and caret."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QTextEdit, QWidget

from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage

MARGIN = 24
ABOVE_BAR = 64  # a caret stays above the bar that says what was done


class Follow(QObject):
    """Scrolls a page so that the current row of a list can be seen while it has the keys."""

    def __init__(self, page: ScrollPage, rows: Rows) -> None:
        super().__init__(rows)
        self._page, self._rows = page, rows
        rows.moved_to.connect(self._moved)

    def show_current(self) -> None:
        """Scroll to the current row; to its top, if there is no room for all of it."""
        content, index = self._page.widget(), self._rows.currentIndex()
        if not index.isValid() or content is None or not content.isAncestorOf(self._rows):
            return
        area = self._rows.visualRect(index)
        if area.height() > self._page.viewport().height():
            top = self._rows.mapTo(content, area.topLeft())
            self._page.verticalScrollBar().setValue(top.y())
            return
        middle = self._rows.mapTo(content, area.center())
        self._page.ensureVisible(0, middle.y(), 0, area.height() // 2 + MARGIN)

    def _moved(self, _row: object) -> None:
        if self._rows.hasFocus():
            self.show_current()


class FollowCaret(QObject):
    """Scrolls a page so that the line being typed can be seen, wherever the field is moved to."""

    _GROWS = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)

    def __init__(self, page: ScrollPage, content: QWidget, editor: QTextEdit) -> None:
        super().__init__(page)
        self._page, self._editor = page, editor
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_caret)
        editor.cursorPositionChanged.connect(self._soon.start)
        content.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in self._GROWS:
            self._soon.start()
        return False

    def _show_caret(self) -> None:
        content = self._page.widget()
        if content is None or not self._editor.hasFocus():
            return
        at = self._editor.cursorRect()
        middle = self._editor.viewport().mapTo(content, at.center())
        self._page.ensureVisible(0, middle.y(), 0, at.height() // 2 + ABOVE_BAR)
